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
CREATE TABLE counter (
	value INTEGER NOT NULL, 
	PRIMARY KEY (value)
);
CREATE VIRTUAL TABLE found USING fts5(names, said, kind, detail=column, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
CREATE TABLE spelled (
	"key" VARCHAR(3) NOT NULL, 
	word VARCHAR(40) NOT NULL, 
	PRIMARY KEY ("key", word)
)
 WITHOUT ROWID

;
INSERT INTO alembic_version (version_num) VALUES ('0002');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000001', 10, 'boilerplate', 'en-US', 'About the River Alliance', 'about the river alliance', 2, '{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US","tags":["vote"],"owner":"Jo","good_until":"2026-05-04"}', 0, 0, '2026-05-04', '2026-11-23 04:33:09.225335', 'Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000002', 2, 'organisation', '', 'River Alliance', 'river alliance', 1, '{"content":{"what":"organisation","name":"River Alliance","short":"RA","website":"https://river.example"}}', 0, 0, NULL, '2026-11-23 04:33:09.173987', 'Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000003', 3, 'person', '', 'Nadia Ferrer Otis', 'nadia ferrer otis', 1, '{"content":{"what":"person","name":"Nadia Ferrer Otis","later":"Ferrer","titles":[{"role":"water analyst","organisation":"River Alliance"},{"role":"analista del agua","organisation":"Alianza del Río","language":"es"}],"email":"nadia@river.example","portrait":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png"}}', 0, 0, NULL, '2026-11-23 04:33:09.173987', 'Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000004', 4, 'person', '', 'Amalia Quiroga Reyes', 'amalia quiroga reyes', 1, '{"content":{"what":"person","name":"Amalia Quiroga Reyes","consent":{"private":true,"shown_as":"first name"}}}', 0, 1, NULL, '2026-11-23 04:33:09.173987', 'Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000005', 5, 'statistics', 'en-US', '61% · 4,000', '61 4 000', 1, '{"content":{"what":"piece","block":{"kind":"statistics","id":"kept","items":[{"figure":"61%","sentence":[{"text":"of wells had too much lead"}]},{"figure":"4,000","sentence":[{"text":"households carry water home"}]}],"sources":[{"who":"Water Board","title":"Well Survey","when":"2025"}]}},"language":"en-US"}', 0, 0, NULL, '2026-11-23 04:33:09.173987', 'Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000006', 6, 'quote', 'en', 'Zoë O’Brien', 'zoe obrien', 1, '{"content":{"what":"piece","block":{"kind":"quote","id":"kept","words":[[{"text":"The river is ours."}]],"speaker":{"name":"Zoë O’Brien","description":"ferry pilot"}}},"language":"en"}', 0, 0, NULL, '2026-11-23 04:33:09.173987', 'Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000007', 7, 'photo', '', 'The weir in May', 'the weir in may', 1, '{"content":{"what":"piece","block":{"kind":"photo","id":"kept","name":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png","caption":[{"text":"The weir in May"}],"credit":"I. Camera"}}}', 0, 0, NULL, '2026-11-23 04:33:09.173987', 'Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000008', 8, 'standing', 'fr', 'Rives', 'rives', 1, '{"content":{"what":"piece","block":{"kind":"paragraph","id":"kept","text":[{"text":"Les rives de l’Étang sont à tous."}]},"title":"Rives"},"language":"fr"}', 0, 0, NULL, '2026-11-23 04:33:09.173987', 'Ada');
INSERT INTO items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by) VALUES ('0000000000000009', 11, 'person', '', 'Una Former', 'una former', 2, '{"content":{"what":"person","name":"Una Former"},"retired":true,"merged_into":"0000000000000003"}', 1, 0, NULL, '2026-11-23 04:33:09.229242', 'Ada');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000001', 1, '{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US"}', '2026-11-23 04:33:09.173987', 'Ada', 'begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000002', 1, '{"content":{"what":"organisation","name":"River Alliance","short":"RA","website":"https://river.example"}}', '2026-11-23 04:33:09.173987', 'Ada', 'begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000003', 1, '{"content":{"what":"person","name":"Nadia Ferrer Otis","later":"Ferrer","titles":[{"role":"water analyst","organisation":"River Alliance"},{"role":"analista del agua","organisation":"Alianza del Río","language":"es"}],"email":"nadia@river.example","portrait":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png"}}', '2026-11-23 04:33:09.173987', 'Ada', 'begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000004', 1, '{"content":{"what":"person","name":"Amalia Quiroga Reyes","consent":{"private":true,"shown_as":"first name"}}}', '2026-11-23 04:33:09.173987', 'Ada', 'begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000005', 1, '{"content":{"what":"piece","block":{"kind":"statistics","id":"kept","items":[{"figure":"61%","sentence":[{"text":"of wells had too much lead"}]},{"figure":"4,000","sentence":[{"text":"households carry water home"}]}],"sources":[{"who":"Water Board","title":"Well Survey","when":"2025"}]}},"language":"en-US"}', '2026-11-23 04:33:09.173987', 'Ada', 'begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000006', 1, '{"content":{"what":"piece","block":{"kind":"quote","id":"kept","words":[[{"text":"The river is ours."}]],"speaker":{"name":"Zoë O’Brien","description":"ferry pilot"}}},"language":"en"}', '2026-11-23 04:33:09.173987', 'Ada', 'begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000007', 1, '{"content":{"what":"piece","block":{"kind":"photo","id":"kept","name":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png","caption":[{"text":"The weir in May"}],"credit":"I. Camera"}}}', '2026-11-23 04:33:09.173987', 'Ada', 'begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000008', 1, '{"content":{"what":"piece","block":{"kind":"paragraph","id":"kept","text":[{"text":"Les rives de l’Étang sont à tous."}]},"title":"Rives"},"language":"fr"}', '2026-11-23 04:33:09.173987', 'Ada', 'begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000009', 1, '{"content":{"what":"person","name":"Una Former"}}', '2026-11-23 04:33:09.173987', 'Ada', 'begun');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000001', 2, '{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US","tags":["vote"],"owner":"Jo","good_until":"2026-05-04"}', '2026-11-23 04:33:09.225335', 'Ada', 'for the vote');
INSERT INTO versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000009', 2, '{"content":{"what":"person","name":"Una Former"},"retired":true,"merged_into":"0000000000000003"}', '2026-11-23 04:33:09.229242', 'Ada', 'merged');
INSERT INTO pictures (name, data) VALUES ('ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png', X'89504E470D0A1A0A0000000D49484452000000040000000408000000008C9AC1A20000000E49444154789C63E00002065402000514008164B58C5D0000000049454E44AE426082');
INSERT INTO counter (value) VALUES (11);
INSERT INTO found (rowid, names, said, kind) VALUES (2, 'alliance ra river', 'example https river', 'organisation');
INSERT INTO found (rowid, names, said, kind) VALUES (3, 'ferrer nadia otis', 'agua alianza alliance analista analyst del es example ferrer nadia otis rio river water', 'person');
INSERT INTO found (rowid, names, said, kind) VALUES (4, 'amalia quiroga reyes', 'amalia quiroga reyes', 'person');
INSERT INTO found (rowid, names, said, kind) VALUES (5, '000 4 61', '000 2025 4 61 board carry had home households lead much of survey too water well wells', 'statistics');
INSERT INTO found (rowid, names, said, kind) VALUES (6, 'brien obrien zoe', 'brien ferry is obrien ours pilot river said the zoe', 'quote');
INSERT INTO found (rowid, names, said, kind) VALUES (7, 'in may the weir', 'camera i in may the weir', 'photo');
INSERT INTO found (rowid, names, said, kind) VALUES (8, 'rives', 'a de etang les letang rives sont tous', 'standing');
INSERT INTO found (rowid, names, said, kind) VALUES (10, 'about alliance river the vote', 'about alliance clean jo keep river rivers the we', 'boilerplate');
INSERT INTO spelled (key, word) VALUES ('aal', 'amalia');
INSERT INTO spelled (key, word) VALUES ('aal', 'analista');
INSERT INTO spelled (key, word) VALUES ('aal', 'analyst');
INSERT INTO spelled (key, word) VALUES ('abo', 'about');
INSERT INTO spelled (key, word) VALUES ('abu', 'about');
INSERT INTO spelled (key, word) VALUES ('adi', 'nadia');
INSERT INTO spelled (key, word) VALUES ('aga', 'agua');
INSERT INTO spelled (key, word) VALUES ('agu', 'agua');
INSERT INTO spelled (key, word) VALUES ('aia', 'alianza');
INSERT INTO spelled (key, word) VALUES ('aid', 'said');
INSERT INTO spelled (key, word) VALUES ('ala', 'alianza');
INSERT INTO spelled (key, word) VALUES ('ali', 'alianza');
INSERT INTO spelled (key, word) VALUES ('ali', 'alliance');
INSERT INTO spelled (key, word) VALUES ('all', 'alliance');
INSERT INTO spelled (key, word) VALUES ('ama', 'amalia');
INSERT INTO spelled (key, word) VALUES ('ame', 'camera');
INSERT INTO spelled (key, word) VALUES ('aml', 'amalia');
INSERT INTO spelled (key, word) VALUES ('ana', 'analista');
INSERT INTO spelled (key, word) VALUES ('ana', 'analyst');
INSERT INTO spelled (key, word) VALUES ('anl', 'analista');
INSERT INTO spelled (key, word) VALUES ('anl', 'analyst');
INSERT INTO spelled (key, word) VALUES ('aou', 'about');
INSERT INTO spelled (key, word) VALUES ('arr', 'carry');
INSERT INTO spelled (key, word) VALUES ('ate', 'water');
INSERT INTO spelled (key, word) VALUES ('aua', 'agua');
INSERT INTO spelled (key, word) VALUES ('bar', 'board');
INSERT INTO spelled (key, word) VALUES ('bie', 'brien');
INSERT INTO spelled (key, word) VALUES ('boa', 'board');
INSERT INTO spelled (key, word) VALUES ('bor', 'board');
INSERT INTO spelled (key, word) VALUES ('bou', 'about');
INSERT INTO spelled (key, word) VALUES ('bre', 'brien');
INSERT INTO spelled (key, word) VALUES ('bri', 'brien');
INSERT INTO spelled (key, word) VALUES ('bri', 'obrien');
INSERT INTO spelled (key, word) VALUES ('cae', 'camera');
INSERT INTO spelled (key, word) VALUES ('cam', 'camera');
INSERT INTO spelled (key, word) VALUES ('car', 'carry');
INSERT INTO spelled (key, word) VALUES ('cea', 'clean');
INSERT INTO spelled (key, word) VALUES ('cla', 'clean');
INSERT INTO spelled (key, word) VALUES ('cle', 'clean');
INSERT INTO spelled (key, word) VALUES ('cme', 'camera');
INSERT INTO spelled (key, word) VALUES ('crr', 'carry');
INSERT INTO spelled (key, word) VALUES ('ead', 'lead');
INSERT INTO spelled (key, word) VALUES ('eam', 'example');
INSERT INTO spelled (key, word) VALUES ('ean', 'etang');
INSERT INTO spelled (key, word) VALUES ('eep', 'keep');
INSERT INTO spelled (key, word) VALUES ('eir', 'weir');
INSERT INTO spelled (key, word) VALUES ('ell', 'well');
INSERT INTO spelled (key, word) VALUES ('ell', 'wells');
INSERT INTO spelled (key, word) VALUES ('err', 'ferrer');
INSERT INTO spelled (key, word) VALUES ('err', 'ferry');
INSERT INTO spelled (key, word) VALUES ('eta', 'etang');
INSERT INTO spelled (key, word) VALUES ('eta', 'letang');
INSERT INTO spelled (key, word) VALUES ('etn', 'etang');
INSERT INTO spelled (key, word) VALUES ('exa', 'example');
INSERT INTO spelled (key, word) VALUES ('exm', 'example');
INSERT INTO spelled (key, word) VALUES ('eye', 'reyes');
INSERT INTO spelled (key, word) VALUES ('fer', 'ferrer');
INSERT INTO spelled (key, word) VALUES ('fer', 'ferry');
INSERT INTO spelled (key, word) VALUES ('fom', 'former');
INSERT INTO spelled (key, word) VALUES ('for', 'former');
INSERT INTO spelled (key, word) VALUES ('frm', 'former');
INSERT INTO spelled (key, word) VALUES ('frr', 'ferrer');
INSERT INTO spelled (key, word) VALUES ('frr', 'ferry');
INSERT INTO spelled (key, word) VALUES ('gua', 'agua');
INSERT INTO spelled (key, word) VALUES ('hme', 'home');
INSERT INTO spelled (key, word) VALUES ('hoe', 'home');
INSERT INTO spelled (key, word) VALUES ('hom', 'home');
INSERT INTO spelled (key, word) VALUES ('hos', 'households');
INSERT INTO spelled (key, word) VALUES ('hou', 'households');
INSERT INTO spelled (key, word) VALUES ('htp', 'https');
INSERT INTO spelled (key, word) VALUES ('htt', 'https');
INSERT INTO spelled (key, word) VALUES ('hus', 'households');
INSERT INTO spelled (key, word) VALUES ('ilo', 'pilot');
INSERT INTO spelled (key, word) VALUES ('ive', 'river');
INSERT INTO spelled (key, word) VALUES ('ive', 'rivers');
INSERT INTO spelled (key, word) VALUES ('ive', 'rives');
INSERT INTO spelled (key, word) VALUES ('kee', 'keep');
INSERT INTO spelled (key, word) VALUES ('kep', 'keep');
INSERT INTO spelled (key, word) VALUES ('lad', 'lead');
INSERT INTO spelled (key, word) VALUES ('lea', 'clean');
INSERT INTO spelled (key, word) VALUES ('lea', 'lead');
INSERT INTO spelled (key, word) VALUES ('lea', 'letang');
INSERT INTO spelled (key, word) VALUES ('led', 'lead');
INSERT INTO spelled (key, word) VALUES ('let', 'letang');
INSERT INTO spelled (key, word) VALUES ('lia', 'alianza');
INSERT INTO spelled (key, word) VALUES ('lli', 'alliance');
INSERT INTO spelled (key, word) VALUES ('lta', 'letang');
INSERT INTO spelled (key, word) VALUES ('mal', 'amalia');
INSERT INTO spelled (key, word) VALUES ('mch', 'much');
INSERT INTO spelled (key, word) VALUES ('muc', 'much');
INSERT INTO spelled (key, word) VALUES ('muh', 'much');
INSERT INTO spelled (key, word) VALUES ('nad', 'nadia');
INSERT INTO spelled (key, word) VALUES ('nai', 'nadia');
INSERT INTO spelled (key, word) VALUES ('nal', 'analista');
INSERT INTO spelled (key, word) VALUES ('nal', 'analyst');
INSERT INTO spelled (key, word) VALUES ('ndi', 'nadia');
INSERT INTO spelled (key, word) VALUES ('oar', 'board');
INSERT INTO spelled (key, word) VALUES ('obi', 'obrien');
INSERT INTO spelled (key, word) VALUES ('obr', 'obrien');
INSERT INTO spelled (key, word) VALUES ('ois', 'otis');
INSERT INTO spelled (key, word) VALUES ('ome', 'home');
INSERT INTO spelled (key, word) VALUES ('ont', 'sont');
INSERT INTO spelled (key, word) VALUES ('ori', 'obrien');
INSERT INTO spelled (key, word) VALUES ('orm', 'former');
INSERT INTO spelled (key, word) VALUES ('ors', 'ours');
INSERT INTO spelled (key, word) VALUES ('ote', 'vote');
INSERT INTO spelled (key, word) VALUES ('oti', 'otis');
INSERT INTO spelled (key, word) VALUES ('ots', 'otis');
INSERT INTO spelled (key, word) VALUES ('our', 'ours');
INSERT INTO spelled (key, word) VALUES ('ous', 'households');
INSERT INTO spelled (key, word) VALUES ('ous', 'ours');
INSERT INTO spelled (key, word) VALUES ('ous', 'tous');
INSERT INTO spelled (key, word) VALUES ('pil', 'pilot');
INSERT INTO spelled (key, word) VALUES ('pio', 'pilot');
INSERT INTO spelled (key, word) VALUES ('plo', 'pilot');
INSERT INTO spelled (key, word) VALUES ('qir', 'quiroga');
INSERT INTO spelled (key, word) VALUES ('qui', 'quiroga');
INSERT INTO spelled (key, word) VALUES ('qur', 'quiroga');
INSERT INTO spelled (key, word) VALUES ('ree', 'reyes');
INSERT INTO spelled (key, word) VALUES ('rey', 'reyes');
INSERT INTO spelled (key, word) VALUES ('rie', 'brien');
INSERT INTO spelled (key, word) VALUES ('rie', 'river');
INSERT INTO spelled (key, word) VALUES ('rie', 'rivers');
INSERT INTO spelled (key, word) VALUES ('rie', 'rives');
INSERT INTO spelled (key, word) VALUES ('riv', 'river');
INSERT INTO spelled (key, word) VALUES ('riv', 'rivers');
INSERT INTO spelled (key, word) VALUES ('riv', 'rives');
INSERT INTO spelled (key, word) VALUES ('rve', 'river');
INSERT INTO spelled (key, word) VALUES ('rve', 'rivers');
INSERT INTO spelled (key, word) VALUES ('rve', 'rives');
INSERT INTO spelled (key, word) VALUES ('rye', 'reyes');
INSERT INTO spelled (key, word) VALUES ('sad', 'said');
INSERT INTO spelled (key, word) VALUES ('sai', 'said');
INSERT INTO spelled (key, word) VALUES ('sid', 'said');
INSERT INTO spelled (key, word) VALUES ('snt', 'sont');
INSERT INTO spelled (key, word) VALUES ('son', 'sont');
INSERT INTO spelled (key, word) VALUES ('sot', 'sont');
INSERT INTO spelled (key, word) VALUES ('srv', 'survey');
INSERT INTO spelled (key, word) VALUES ('sur', 'survey');
INSERT INTO spelled (key, word) VALUES ('suv', 'survey');
INSERT INTO spelled (key, word) VALUES ('tan', 'etang');
INSERT INTO spelled (key, word) VALUES ('tis', 'otis');
INSERT INTO spelled (key, word) VALUES ('tos', 'tous');
INSERT INTO spelled (key, word) VALUES ('tou', 'tous');
INSERT INTO spelled (key, word) VALUES ('ttp', 'https');
INSERT INTO spelled (key, word) VALUES ('tus', 'tous');
INSERT INTO spelled (key, word) VALUES ('uch', 'much');
INSERT INTO spelled (key, word) VALUES ('uir', 'quiroga');
INSERT INTO spelled (key, word) VALUES ('urs', 'ours');
INSERT INTO spelled (key, word) VALUES ('urv', 'survey');
INSERT INTO spelled (key, word) VALUES ('voe', 'vote');
INSERT INTO spelled (key, word) VALUES ('vot', 'vote');
INSERT INTO spelled (key, word) VALUES ('vte', 'vote');
INSERT INTO spelled (key, word) VALUES ('wae', 'water');
INSERT INTO spelled (key, word) VALUES ('wat', 'water');
INSERT INTO spelled (key, word) VALUES ('wei', 'weir');
INSERT INTO spelled (key, word) VALUES ('wel', 'well');
INSERT INTO spelled (key, word) VALUES ('wel', 'wells');
INSERT INTO spelled (key, word) VALUES ('wer', 'weir');
INSERT INTO spelled (key, word) VALUES ('wir', 'weir');
INSERT INTO spelled (key, word) VALUES ('wll', 'well');
INSERT INTO spelled (key, word) VALUES ('wll', 'wells');
INSERT INTO spelled (key, word) VALUES ('wte', 'water');
INSERT INTO spelled (key, word) VALUES ('xam', 'example');
