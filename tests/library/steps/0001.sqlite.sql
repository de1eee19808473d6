CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE items (
	id VARCHAR(64) NOT NULL, 
	seq INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	language VARCHAR(64) NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	retired BOOLEAN NOT NULL, 
	guarded BOOLEAN NOT NULL, 
	good_until DATE, 
	changed DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (seq)
);
CREATE INDEX items_by_name ON items (retired, folded, kind);
CREATE INDEX items_by_kind ON items (retired, kind, seq);
CREATE INDEX items_guarded ON items (guarded);
CREATE TABLE versions (
	item_id VARCHAR(64) NOT NULL, 
	version INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	changed DATETIME NOT NULL, 
	changed_by TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (item_id, version)
);
CREATE TABLE pictures (
	name VARCHAR(80) NOT NULL, 
	data BLOB NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE words (
	id INTEGER NOT NULL, 
	word VARCHAR(40) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (word)
);
CREATE TABLE counter (
	value INTEGER NOT NULL, 
	PRIMARY KEY (value)
);
CREATE VIRTUAL TABLE found USING fts5(names, said, kind, detail=column, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
INSERT INTO alembic_version (version_num) VALUES ('0001');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000001',10,'boilerplate','en-US','About the River Alliance','about the river alliance',2,'{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US","tags":["vote"],"owner":"Jo","good_until":"2026-05-04"}',0,0,'2026-05-04','2026-11-23 04:02:55.042084','Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000002',2,'organisation','','River Alliance','river alliance',1,'{"content":{"what":"organisation","name":"River Alliance","short":"RA","website":"https://river.example"}}',0,0,NULL,'2026-11-23 04:02:55.000702','Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000003',3,'person','','Nadia Ferrer Otis','nadia ferrer otis',1,'{"content":{"what":"person","name":"Nadia Ferrer Otis","later":"Ferrer","titles":[{"role":"water analyst","organisation":"River Alliance"},{"role":"analista del agua","organisation":"Alianza del Río","language":"es"}],"email":"nadia@river.example","portrait":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png"}}',0,0,NULL,'2026-11-23 04:02:55.000702','Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000004',4,'person','','Amalia Quiroga Reyes','amalia quiroga reyes',1,'{"content":{"what":"person","name":"Amalia Quiroga Reyes","consent":{"private":true,"shown_as":"first name"}}}',0,1,NULL,'2026-11-23 04:02:55.000702','Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000005',5,'statistics','en-US','61% · 4,000','61 4 000',1,'{"content":{"what":"piece","block":{"kind":"statistics","id":"kept","items":[{"figure":"61%","sentence":[{"text":"of wells had too much lead"}]},{"figure":"4,000","sentence":[{"text":"households carry water home"}]}],"sources":[{"who":"Water Board","title":"Well Survey","when":"2025"}]}},"language":"en-US"}',0,0,NULL,'2026-11-23 04:02:55.000702','Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000006',6,'quote','en','Zoë O’Brien','zoe obrien',1,'{"content":{"what":"piece","block":{"kind":"quote","id":"kept","words":[[{"text":"The river is ours."}]],"speaker":{"name":"Zoë O’Brien","description":"ferry pilot"}}},"language":"en"}',0,0,NULL,'2026-11-23 04:02:55.000702','Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000007',7,'photo','','The weir in May','the weir in may',1,'{"content":{"what":"piece","block":{"kind":"photo","id":"kept","name":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png","caption":[{"text":"The weir in May"}],"credit":"I. Camera"}}}',0,0,NULL,'2026-11-23 04:02:55.000702','Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000008',8,'standing','fr','Rives','rives',1,'{"content":{"what":"piece","block":{"kind":"paragraph","id":"kept","text":[{"text":"Les rives de l’Étang sont à tous."}]},"title":"Rives"},"language":"fr"}',0,0,NULL,'2026-11-23 04:02:55.000702','Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000009',11,'person','','Una Former','una former',2,'{"content":{"what":"person","name":"Una Former"},"retired":true,"merged_into":"0000000000000003"}',1,0,NULL,'2026-11-23 04:02:55.045428','Ada');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000001',1,'{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US"}','2026-11-23 04:02:55.000702','Ada','begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000002',1,'{"content":{"what":"organisation","name":"River Alliance","short":"RA","website":"https://river.example"}}','2026-11-23 04:02:55.000702','Ada','begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000003',1,'{"content":{"what":"person","name":"Nadia Ferrer Otis","later":"Ferrer","titles":[{"role":"water analyst","organisation":"River Alliance"},{"role":"analista del agua","organisation":"Alianza del Río","language":"es"}],"email":"nadia@river.example","portrait":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png"}}','2026-11-23 04:02:55.000702','Ada','begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000004',1,'{"content":{"what":"person","name":"Amalia Quiroga Reyes","consent":{"private":true,"shown_as":"first name"}}}','2026-11-23 04:02:55.000702','Ada','begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000005',1,'{"content":{"what":"piece","block":{"kind":"statistics","id":"kept","items":[{"figure":"61%","sentence":[{"text":"of wells had too much lead"}]},{"figure":"4,000","sentence":[{"text":"households carry water home"}]}],"sources":[{"who":"Water Board","title":"Well Survey","when":"2025"}]}},"language":"en-US"}','2026-11-23 04:02:55.000702','Ada','begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000006',1,'{"content":{"what":"piece","block":{"kind":"quote","id":"kept","words":[[{"text":"The river is ours."}]],"speaker":{"name":"Zoë O’Brien","description":"ferry pilot"}}},"language":"en"}','2026-11-23 04:02:55.000702','Ada','begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000007',1,'{"content":{"what":"piece","block":{"kind":"photo","id":"kept","name":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png","caption":[{"text":"The weir in May"}],"credit":"I. Camera"}}}','2026-11-23 04:02:55.000702','Ada','begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000008',1,'{"content":{"what":"piece","block":{"kind":"paragraph","id":"kept","text":[{"text":"Les rives de l’Étang sont à tous."}]},"title":"Rives"},"language":"fr"}','2026-11-23 04:02:55.000702','Ada','begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000009',1,'{"content":{"what":"person","name":"Una Former"}}','2026-11-23 04:02:55.000702','Ada','begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000001',2,'{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US","tags":["vote"],"owner":"Jo","good_until":"2026-05-04"}','2026-11-23 04:02:55.042084','Ada','for the vote');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000009',2,'{"content":{"what":"person","name":"Una Former"},"retired":true,"merged_into":"0000000000000003"}','2026-11-23 04:02:55.045428','Ada','merged');
INSERT INTO pictures (name, data) VALUES ('ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png',X'89504E470D0A1A0A0000000D49484452000000040000000408000000008C9AC1A20000000E49444154789C63E00002065402000514008164B58C5D0000000049454E44AE426082');
INSERT INTO words (id, word) VALUES (1,'000');
INSERT INTO words (id, word) VALUES (2,'4');
INSERT INTO words (id, word) VALUES (3,'61');
INSERT INTO words (id, word) VALUES (4,'about');
INSERT INTO words (id, word) VALUES (5,'alliance');
INSERT INTO words (id, word) VALUES (6,'amalia');
INSERT INTO words (id, word) VALUES (7,'brien');
INSERT INTO words (id, word) VALUES (8,'ferrer');
INSERT INTO words (id, word) VALUES (9,'former');
INSERT INTO words (id, word) VALUES (10,'in');
INSERT INTO words (id, word) VALUES (11,'may');
INSERT INTO words (id, word) VALUES (12,'nadia');
INSERT INTO words (id, word) VALUES (13,'obrien');
INSERT INTO words (id, word) VALUES (14,'otis');
INSERT INTO words (id, word) VALUES (15,'quiroga');
INSERT INTO words (id, word) VALUES (16,'ra');
INSERT INTO words (id, word) VALUES (17,'reyes');
INSERT INTO words (id, word) VALUES (18,'river');
INSERT INTO words (id, word) VALUES (19,'rives');
INSERT INTO words (id, word) VALUES (20,'the');
INSERT INTO words (id, word) VALUES (21,'una');
INSERT INTO words (id, word) VALUES (22,'weir');
INSERT INTO words (id, word) VALUES (23,'zoe');
INSERT INTO words (id, word) VALUES (24,'vote');
INSERT INTO counter (value) VALUES (11);
INSERT INTO found (rowid, names, said, kind) VALUES (2,'alliance ra river','example https river','organisation');
INSERT INTO found (rowid, names, said, kind) VALUES (3,'ferrer nadia otis','agua alianza alliance analista analyst del es example ferrer nadia otis rio river water','person');
INSERT INTO found (rowid, names, said, kind) VALUES (4,'amalia quiroga reyes','amalia quiroga reyes','person');
INSERT INTO found (rowid, names, said, kind) VALUES (5,'000 4 61','000 2025 4 61 board carry had home households lead much of survey too water well wells','statistics');
INSERT INTO found (rowid, names, said, kind) VALUES (6,'brien obrien zoe','brien ferry is obrien ours pilot river said the zoe','quote');
INSERT INTO found (rowid, names, said, kind) VALUES (7,'in may the weir','camera i in may the weir','photo');
INSERT INTO found (rowid, names, said, kind) VALUES (8,'rives','a de etang les letang rives sont tous','standing');
INSERT INTO found (rowid, names, said, kind) VALUES (10,'about alliance river the vote','about alliance clean jo keep river rivers the we','boilerplate');
