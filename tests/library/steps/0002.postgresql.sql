CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.counter (
    value bigint NOT NULL
);
CREATE SEQUENCE public.counter_value_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.counter_value_seq OWNED BY public.counter.value;
CREATE TABLE public.items (
    id character varying(64) NOT NULL,
    seq bigint NOT NULL,
    kind character varying(32) NOT NULL,
    language character varying(64) NOT NULL,
    name text NOT NULL,
    folded text NOT NULL COLLATE pg_catalog."C",
    version integer NOT NULL,
    body text NOT NULL,
    retired boolean NOT NULL,
    guarded boolean NOT NULL,
    good_until date,
    changed timestamp without time zone NOT NULL,
    changed_by text NOT NULL,
    names tsvector,
    said tsvector
);
CREATE TABLE public.pictures (
    name character varying(80) NOT NULL,
    data bytea NOT NULL
);
CREATE TABLE public.spelled (
    key character varying(3) NOT NULL COLLATE pg_catalog."C",
    word character varying(40) NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.versions (
    item_id character varying(64) NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    changed timestamp without time zone NOT NULL,
    changed_by text NOT NULL,
    note text NOT NULL
);
ALTER TABLE ONLY public.counter ALTER COLUMN value SET DEFAULT nextval('public.counter_value_seq'::regclass);
INSERT INTO public.alembic_version (version_num) VALUES ('0002');
INSERT INTO public.counter (value) VALUES (11);
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000002', 2, 'organisation', '', 'River Alliance', 'river alliance', 1, '{"content":{"what":"organisation","name":"River Alliance","short":"RA","website":"https://river.example"}}', false, false, NULL, '2026-11-23 04:33:10.794538', 'Ada', '''=organisation'' ''alliance'' ''ra'' ''river''', '''=organisation'' ''alliance'' ''example'' ''https'' ''ra'' ''river''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000003', 3, 'person', '', 'Nadia Ferrer Otis', 'nadia ferrer otis', 1, '{"content":{"what":"person","name":"Nadia Ferrer Otis","later":"Ferrer","titles":[{"role":"water analyst","organisation":"River Alliance"},{"role":"analista del agua","organisation":"Alianza del Río","language":"es"}],"email":"nadia@river.example","portrait":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png"}}', false, false, NULL, '2026-11-23 04:33:10.794538', 'Ada', '''=person'' ''ferrer'' ''nadia'' ''otis''', '''=person'' ''agua'' ''alianza'' ''alliance'' ''analista'' ''analyst'' ''del'' ''es'' ''example'' ''ferrer'' ''nadia'' ''otis'' ''rio'' ''river'' ''water''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000004', 4, 'person', '', 'Amalia Quiroga Reyes', 'amalia quiroga reyes', 1, '{"content":{"what":"person","name":"Amalia Quiroga Reyes","consent":{"private":true,"shown_as":"first name"}}}', false, true, NULL, '2026-11-23 04:33:10.794538', 'Ada', '''=person'' ''amalia'' ''quiroga'' ''reyes''', '''=person'' ''amalia'' ''quiroga'' ''reyes''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000005', 5, 'statistics', 'en-US', '61% · 4,000', '61 4 000', 1, '{"content":{"what":"piece","block":{"kind":"statistics","id":"kept","items":[{"figure":"61%","sentence":[{"text":"of wells had too much lead"}]},{"figure":"4,000","sentence":[{"text":"households carry water home"}]}],"sources":[{"who":"Water Board","title":"Well Survey","when":"2025"}]}},"language":"en-US"}', false, false, NULL, '2026-11-23 04:33:10.794538', 'Ada', '''000'' ''4'' ''61'' ''=statistics''', '''000'' ''2025'' ''4'' ''61'' ''=statistics'' ''board'' ''carry'' ''had'' ''home'' ''households'' ''lead'' ''much'' ''of'' ''survey'' ''too'' ''water'' ''well'' ''wells''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000006', 6, 'quote', 'en', 'Zoë O’Brien', 'zoe obrien', 1, '{"content":{"what":"piece","block":{"kind":"quote","id":"kept","words":[[{"text":"The river is ours."}]],"speaker":{"name":"Zoë O’Brien","description":"ferry pilot"}}},"language":"en"}', false, false, NULL, '2026-11-23 04:33:10.794538', 'Ada', '''=quote'' ''brien'' ''obrien'' ''zoe''', '''=quote'' ''brien'' ''ferry'' ''is'' ''obrien'' ''ours'' ''pilot'' ''river'' ''said'' ''the'' ''zoe''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000007', 7, 'photo', '', 'The weir in May', 'the weir in may', 1, '{"content":{"what":"piece","block":{"kind":"photo","id":"kept","name":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png","caption":[{"text":"The weir in May"}],"credit":"I. Camera"}}}', false, false, NULL, '2026-11-23 04:33:10.794538', 'Ada', '''=photo'' ''in'' ''may'' ''the'' ''weir''', '''=photo'' ''camera'' ''i'' ''in'' ''may'' ''the'' ''weir''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000008', 8, 'standing', 'fr', 'Rives', 'rives', 1, '{"content":{"what":"piece","block":{"kind":"paragraph","id":"kept","text":[{"text":"Les rives de l’Étang sont à tous."}]},"title":"Rives"},"language":"fr"}', false, false, NULL, '2026-11-23 04:33:10.794538', 'Ada', '''=standing'' ''rives''', '''=standing'' ''a'' ''de'' ''etang'' ''les'' ''letang'' ''rives'' ''sont'' ''tous''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000001', 10, 'boilerplate', 'en-US', 'About the River Alliance', 'about the river alliance', 2, '{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US","tags":["vote"],"owner":"Jo","good_until":"2026-05-04"}', false, false, '2026-05-04', '2026-11-23 04:33:10.81348', 'Ada', '''=boilerplate'' ''about'' ''alliance'' ''river'' ''the'' ''vote''', '''=boilerplate'' ''about'' ''alliance'' ''clean'' ''jo'' ''keep'' ''river'' ''rivers'' ''the'' ''vote'' ''we''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000009', 11, 'person', '', 'Una Former', 'una former', 2, '{"content":{"what":"person","name":"Una Former"},"retired":true,"merged_into":"0000000000000003"}', true, false, NULL, '2026-11-23 04:33:10.824145', 'Ada', NULL, NULL);
INSERT INTO public.pictures (name, data) VALUES ('ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png', '\x89504e470d0a1a0a0000000d49484452000000040000000408000000008c9ac1a20000000e49444154789c63e00002065402000514008164b58c5d0000000049454e44ae426082');
INSERT INTO public.spelled (key, word) VALUES ('wte', 'water');
INSERT INTO public.spelled (key, word) VALUES ('cle', 'clean');
INSERT INTO public.spelled (key, word) VALUES ('sid', 'said');
INSERT INTO public.spelled (key, word) VALUES ('ead', 'lead');
INSERT INTO public.spelled (key, word) VALUES ('oti', 'otis');
INSERT INTO public.spelled (key, word) VALUES ('eta', 'etang');
INSERT INTO public.spelled (key, word) VALUES ('nad', 'nadia');
INSERT INTO public.spelled (key, word) VALUES ('ali', 'alianza');
INSERT INTO public.spelled (key, word) VALUES ('ell', 'wells');
INSERT INTO public.spelled (key, word) VALUES ('ttp', 'https');
INSERT INTO public.spelled (key, word) VALUES ('nal', 'analista');
INSERT INTO public.spelled (key, word) VALUES ('car', 'carry');
INSERT INTO public.spelled (key, word) VALUES ('etn', 'etang');
INSERT INTO public.spelled (key, word) VALUES ('pil', 'pilot');
INSERT INTO public.spelled (key, word) VALUES ('ala', 'alianza');
INSERT INTO public.spelled (key, word) VALUES ('cam', 'camera');
INSERT INTO public.spelled (key, word) VALUES ('fer', 'ferrer');
INSERT INTO public.spelled (key, word) VALUES ('kee', 'keep');
INSERT INTO public.spelled (key, word) VALUES ('orm', 'former');
INSERT INTO public.spelled (key, word) VALUES ('nai', 'nadia');
INSERT INTO public.spelled (key, word) VALUES ('exm', 'example');
INSERT INTO public.spelled (key, word) VALUES ('frm', 'former');
INSERT INTO public.spelled (key, word) VALUES ('bri', 'obrien');
INSERT INTO public.spelled (key, word) VALUES ('wir', 'weir');
INSERT INTO public.spelled (key, word) VALUES ('tou', 'tous');
INSERT INTO public.spelled (key, word) VALUES ('ous', 'tous');
INSERT INTO public.spelled (key, word) VALUES ('ont', 'sont');
INSERT INTO public.spelled (key, word) VALUES ('adi', 'nadia');
INSERT INTO public.spelled (key, word) VALUES ('lea', 'clean');
INSERT INTO public.spelled (key, word) VALUES ('wel', 'well');
INSERT INTO public.spelled (key, word) VALUES ('ilo', 'pilot');
INSERT INTO public.spelled (key, word) VALUES ('ous', 'households');
INSERT INTO public.spelled (key, word) VALUES ('abo', 'about');
INSERT INTO public.spelled (key, word) VALUES ('rve', 'rives');
INSERT INTO public.spelled (key, word) VALUES ('riv', 'rivers');
INSERT INTO public.spelled (key, word) VALUES ('aid', 'said');
INSERT INTO public.spelled (key, word) VALUES ('rye', 'reyes');
INSERT INTO public.spelled (key, word) VALUES ('riv', 'rives');
INSERT INTO public.spelled (key, word) VALUES ('qui', 'quiroga');
INSERT INTO public.spelled (key, word) VALUES ('ana', 'analista');
INSERT INTO public.spelled (key, word) VALUES ('ois', 'otis');
INSERT INTO public.spelled (key, word) VALUES ('hom', 'home');
INSERT INTO public.spelled (key, word) VALUES ('ori', 'obrien');
INSERT INTO public.spelled (key, word) VALUES ('nal', 'analyst');
INSERT INTO public.spelled (key, word) VALUES ('crr', 'carry');
INSERT INTO public.spelled (key, word) VALUES ('ive', 'rives');
INSERT INTO public.spelled (key, word) VALUES ('agu', 'agua');
INSERT INTO public.spelled (key, word) VALUES ('anl', 'analista');
INSERT INTO public.spelled (key, word) VALUES ('aal', 'analyst');
INSERT INTO public.spelled (key, word) VALUES ('aia', 'alianza');
INSERT INTO public.spelled (key, word) VALUES ('bou', 'about');
INSERT INTO public.spelled (key, word) VALUES ('rve', 'rivers');
INSERT INTO public.spelled (key, word) VALUES ('wll', 'well');
INSERT INTO public.spelled (key, word) VALUES ('muh', 'much');
INSERT INTO public.spelled (key, word) VALUES ('eep', 'keep');
INSERT INTO public.spelled (key, word) VALUES ('rie', 'rivers');
INSERT INTO public.spelled (key, word) VALUES ('frr', 'ferry');
INSERT INTO public.spelled (key, word) VALUES ('err', 'ferrer');
INSERT INTO public.spelled (key, word) VALUES ('aou', 'about');
INSERT INTO public.spelled (key, word) VALUES ('hme', 'home');
INSERT INTO public.spelled (key, word) VALUES ('ama', 'amalia');
INSERT INTO public.spelled (key, word) VALUES ('eir', 'weir');
INSERT INTO public.spelled (key, word) VALUES ('aml', 'amalia');
INSERT INTO public.spelled (key, word) VALUES ('srv', 'survey');
INSERT INTO public.spelled (key, word) VALUES ('ame', 'camera');
INSERT INTO public.spelled (key, word) VALUES ('sai', 'said');
INSERT INTO public.spelled (key, word) VALUES ('cea', 'clean');
INSERT INTO public.spelled (key, word) VALUES ('our', 'ours');
INSERT INTO public.spelled (key, word) VALUES ('ree', 'reyes');
INSERT INTO public.spelled (key, word) VALUES ('eam', 'example');
INSERT INTO public.spelled (key, word) VALUES ('ots', 'otis');
INSERT INTO public.spelled (key, word) VALUES ('uir', 'quiroga');
INSERT INTO public.spelled (key, word) VALUES ('rie', 'rives');
INSERT INTO public.spelled (key, word) VALUES ('qur', 'quiroga');
INSERT INTO public.spelled (key, word) VALUES ('frr', 'ferrer');
INSERT INTO public.spelled (key, word) VALUES ('hou', 'households');
INSERT INTO public.spelled (key, word) VALUES ('wll', 'wells');
INSERT INTO public.spelled (key, word) VALUES ('htt', 'https');
INSERT INTO public.spelled (key, word) VALUES ('muc', 'much');
INSERT INTO public.spelled (key, word) VALUES ('sot', 'sont');
INSERT INTO public.spelled (key, word) VALUES ('rie', 'river');
INSERT INTO public.spelled (key, word) VALUES ('obi', 'obrien');
INSERT INTO public.spelled (key, word) VALUES ('aga', 'agua');
INSERT INTO public.spelled (key, word) VALUES ('lta', 'letang');
INSERT INTO public.spelled (key, word) VALUES ('son', 'sont');
INSERT INTO public.spelled (key, word) VALUES ('anl', 'analyst');
INSERT INTO public.spelled (key, word) VALUES ('wel', 'wells');
INSERT INTO public.spelled (key, word) VALUES ('uch', 'much');
INSERT INTO public.spelled (key, word) VALUES ('ndi', 'nadia');
INSERT INTO public.spelled (key, word) VALUES ('riv', 'river');
INSERT INTO public.spelled (key, word) VALUES ('urv', 'survey');
INSERT INTO public.spelled (key, word) VALUES ('wae', 'water');
INSERT INTO public.spelled (key, word) VALUES ('tis', 'otis');
INSERT INTO public.spelled (key, word) VALUES ('hos', 'households');
INSERT INTO public.spelled (key, word) VALUES ('hoe', 'home');
INSERT INTO public.spelled (key, word) VALUES ('snt', 'sont');
INSERT INTO public.spelled (key, word) VALUES ('pio', 'pilot');
INSERT INTO public.spelled (key, word) VALUES ('cla', 'clean');
INSERT INTO public.spelled (key, word) VALUES ('lli', 'alliance');
INSERT INTO public.spelled (key, word) VALUES ('ive', 'rivers');
INSERT INTO public.spelled (key, word) VALUES ('gua', 'agua');
INSERT INTO public.spelled (key, word) VALUES ('boa', 'board');
INSERT INTO public.spelled (key, word) VALUES ('eta', 'letang');
INSERT INTO public.spelled (key, word) VALUES ('xam', 'example');
INSERT INTO public.spelled (key, word) VALUES ('rey', 'reyes');
INSERT INTO public.spelled (key, word) VALUES ('bor', 'board');
INSERT INTO public.spelled (key, word) VALUES ('ate', 'water');
INSERT INTO public.spelled (key, word) VALUES ('kep', 'keep');
INSERT INTO public.spelled (key, word) VALUES ('hus', 'households');
INSERT INTO public.spelled (key, word) VALUES ('err', 'ferry');
INSERT INTO public.spelled (key, word) VALUES ('oar', 'board');
INSERT INTO public.spelled (key, word) VALUES ('lea', 'letang');
INSERT INTO public.spelled (key, word) VALUES ('fom', 'former');
INSERT INTO public.spelled (key, word) VALUES ('plo', 'pilot');
INSERT INTO public.spelled (key, word) VALUES ('cme', 'camera');
INSERT INTO public.spelled (key, word) VALUES ('tan', 'etang');
INSERT INTO public.spelled (key, word) VALUES ('fer', 'ferry');
INSERT INTO public.spelled (key, word) VALUES ('exa', 'example');
INSERT INTO public.spelled (key, word) VALUES ('ana', 'analyst');
INSERT INTO public.spelled (key, word) VALUES ('lad', 'lead');
INSERT INTO public.spelled (key, word) VALUES ('for', 'former');
INSERT INTO public.spelled (key, word) VALUES ('rie', 'brien');
INSERT INTO public.spelled (key, word) VALUES ('ome', 'home');
INSERT INTO public.spelled (key, word) VALUES ('wei', 'weir');
INSERT INTO public.spelled (key, word) VALUES ('wat', 'water');
INSERT INTO public.spelled (key, word) VALUES ('obr', 'obrien');
INSERT INTO public.spelled (key, word) VALUES ('bar', 'board');
INSERT INTO public.spelled (key, word) VALUES ('let', 'letang');
INSERT INTO public.spelled (key, word) VALUES ('bri', 'brien');
INSERT INTO public.spelled (key, word) VALUES ('all', 'alliance');
INSERT INTO public.spelled (key, word) VALUES ('tos', 'tous');
INSERT INTO public.spelled (key, word) VALUES ('sur', 'survey');
INSERT INTO public.spelled (key, word) VALUES ('ean', 'etang');
INSERT INTO public.spelled (key, word) VALUES ('ors', 'ours');
INSERT INTO public.spelled (key, word) VALUES ('arr', 'carry');
INSERT INTO public.spelled (key, word) VALUES ('ive', 'river');
INSERT INTO public.spelled (key, word) VALUES ('ous', 'ours');
INSERT INTO public.spelled (key, word) VALUES ('urs', 'ours');
INSERT INTO public.spelled (key, word) VALUES ('lia', 'alianza');
INSERT INTO public.spelled (key, word) VALUES ('abu', 'about');
INSERT INTO public.spelled (key, word) VALUES ('ali', 'alliance');
INSERT INTO public.spelled (key, word) VALUES ('rve', 'river');
INSERT INTO public.spelled (key, word) VALUES ('qir', 'quiroga');
INSERT INTO public.spelled (key, word) VALUES ('mch', 'much');
INSERT INTO public.spelled (key, word) VALUES ('led', 'lead');
INSERT INTO public.spelled (key, word) VALUES ('htp', 'https');
INSERT INTO public.spelled (key, word) VALUES ('eye', 'reyes');
INSERT INTO public.spelled (key, word) VALUES ('cae', 'camera');
INSERT INTO public.spelled (key, word) VALUES ('tus', 'tous');
INSERT INTO public.spelled (key, word) VALUES ('ell', 'well');
INSERT INTO public.spelled (key, word) VALUES ('aua', 'agua');
INSERT INTO public.spelled (key, word) VALUES ('sad', 'said');
INSERT INTO public.spelled (key, word) VALUES ('bre', 'brien');
INSERT INTO public.spelled (key, word) VALUES ('bie', 'brien');
INSERT INTO public.spelled (key, word) VALUES ('aal', 'analista');
INSERT INTO public.spelled (key, word) VALUES ('mal', 'amalia');
INSERT INTO public.spelled (key, word) VALUES ('wer', 'weir');
INSERT INTO public.spelled (key, word) VALUES ('lea', 'lead');
INSERT INTO public.spelled (key, word) VALUES ('aal', 'amalia');
INSERT INTO public.spelled (key, word) VALUES ('suv', 'survey');
INSERT INTO public.spelled (key, word) VALUES ('ote', 'vote');
INSERT INTO public.spelled (key, word) VALUES ('vte', 'vote');
INSERT INTO public.spelled (key, word) VALUES ('vot', 'vote');
INSERT INTO public.spelled (key, word) VALUES ('voe', 'vote');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000001', 1, '{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US"}', '2026-11-23 04:33:10.794538', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000002', 1, '{"content":{"what":"organisation","name":"River Alliance","short":"RA","website":"https://river.example"}}', '2026-11-23 04:33:10.794538', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000003', 1, '{"content":{"what":"person","name":"Nadia Ferrer Otis","later":"Ferrer","titles":[{"role":"water analyst","organisation":"River Alliance"},{"role":"analista del agua","organisation":"Alianza del Río","language":"es"}],"email":"nadia@river.example","portrait":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png"}}', '2026-11-23 04:33:10.794538', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000004', 1, '{"content":{"what":"person","name":"Amalia Quiroga Reyes","consent":{"private":true,"shown_as":"first name"}}}', '2026-11-23 04:33:10.794538', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000005', 1, '{"content":{"what":"piece","block":{"kind":"statistics","id":"kept","items":[{"figure":"61%","sentence":[{"text":"of wells had too much lead"}]},{"figure":"4,000","sentence":[{"text":"households carry water home"}]}],"sources":[{"who":"Water Board","title":"Well Survey","when":"2025"}]}},"language":"en-US"}', '2026-11-23 04:33:10.794538', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000006', 1, '{"content":{"what":"piece","block":{"kind":"quote","id":"kept","words":[[{"text":"The river is ours."}]],"speaker":{"name":"Zoë O’Brien","description":"ferry pilot"}}},"language":"en"}', '2026-11-23 04:33:10.794538', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000007', 1, '{"content":{"what":"piece","block":{"kind":"photo","id":"kept","name":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png","caption":[{"text":"The weir in May"}],"credit":"I. Camera"}}}', '2026-11-23 04:33:10.794538', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000008', 1, '{"content":{"what":"piece","block":{"kind":"paragraph","id":"kept","text":[{"text":"Les rives de l’Étang sont à tous."}]},"title":"Rives"},"language":"fr"}', '2026-11-23 04:33:10.794538', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000009', 1, '{"content":{"what":"person","name":"Una Former"}}', '2026-11-23 04:33:10.794538', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000001', 2, '{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US","tags":["vote"],"owner":"Jo","good_until":"2026-05-04"}', '2026-11-23 04:33:10.81348', 'Ada', 'for the vote');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000009', 2, '{"content":{"what":"person","name":"Una Former"},"retired":true,"merged_into":"0000000000000003"}', '2026-11-23 04:33:10.824145', 'Ada', 'merged');
SELECT pg_catalog.setval('public.counter_value_seq', 1, false);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.counter
    ADD CONSTRAINT counter_pkey PRIMARY KEY (value);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT items_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT items_seq_key UNIQUE (seq);
ALTER TABLE ONLY public.pictures
    ADD CONSTRAINT pictures_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.spelled
    ADD CONSTRAINT spelled_pkey PRIMARY KEY (key, word);
ALTER TABLE ONLY public.versions
    ADD CONSTRAINT versions_pkey PRIMARY KEY (item_id, version);
CREATE INDEX items_by_kind ON public.items USING btree (retired, kind, seq);
CREATE INDEX items_by_name ON public.items USING btree (retired, folded, kind);
CREATE INDEX items_guarded ON public.items USING btree (guarded);
CREATE INDEX items_names ON public.items USING gin (names) WITH (fastupdate=off);
CREATE INDEX items_said ON public.items USING gin (said) WITH (fastupdate=off);
