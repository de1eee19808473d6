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
CREATE TABLE public.versions (
    item_id character varying(64) NOT NULL,
    version integer NOT NULL,
    body text NOT NULL,
    changed timestamp without time zone NOT NULL,
    changed_by text NOT NULL,
    note text NOT NULL
);
CREATE TABLE public.words (
    id bigint NOT NULL,
    word character varying(40) NOT NULL
);
CREATE SEQUENCE public.words_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.words_id_seq OWNED BY public.words.id;
ALTER TABLE ONLY public.counter ALTER COLUMN value SET DEFAULT nextval('public.counter_value_seq'::regclass);
ALTER TABLE ONLY public.words ALTER COLUMN id SET DEFAULT nextval('public.words_id_seq'::regclass);
INSERT INTO public.alembic_version (version_num) VALUES ('0001');
INSERT INTO public.counter (value) VALUES (11);
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000002', 2, 'organisation', '', 'River Alliance', 'river alliance', 1, '{"content":{"what":"organisation","name":"River Alliance","short":"RA","website":"https://river.example"}}', false, false, NULL, '2026-11-23 04:02:56.173699', 'Ada', '''=organisation'' ''alliance'' ''ra'' ''river''', '''=organisation'' ''alliance'' ''example'' ''https'' ''ra'' ''river''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000003', 3, 'person', '', 'Nadia Ferrer Otis', 'nadia ferrer otis', 1, '{"content":{"what":"person","name":"Nadia Ferrer Otis","later":"Ferrer","titles":[{"role":"water analyst","organisation":"River Alliance"},{"role":"analista del agua","organisation":"Alianza del Río","language":"es"}],"email":"nadia@river.example","portrait":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png"}}', false, false, NULL, '2026-11-23 04:02:56.173699', 'Ada', '''=person'' ''ferrer'' ''nadia'' ''otis''', '''=person'' ''agua'' ''alianza'' ''alliance'' ''analista'' ''analyst'' ''del'' ''es'' ''example'' ''ferrer'' ''nadia'' ''otis'' ''rio'' ''river'' ''water''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000004', 4, 'person', '', 'Amalia Quiroga Reyes', 'amalia quiroga reyes', 1, '{"content":{"what":"person","name":"Amalia Quiroga Reyes","consent":{"private":true,"shown_as":"first name"}}}', false, true, NULL, '2026-11-23 04:02:56.173699', 'Ada', '''=person'' ''amalia'' ''quiroga'' ''reyes''', '''=person'' ''amalia'' ''quiroga'' ''reyes''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000005', 5, 'statistics', 'en-US', '61% · 4,000', '61 4 000', 1, '{"content":{"what":"piece","block":{"kind":"statistics","id":"kept","items":[{"figure":"61%","sentence":[{"text":"of wells had too much lead"}]},{"figure":"4,000","sentence":[{"text":"households carry water home"}]}],"sources":[{"who":"Water Board","title":"Well Survey","when":"2025"}]}},"language":"en-US"}', false, false, NULL, '2026-11-23 04:02:56.173699', 'Ada', '''000'' ''4'' ''61'' ''=statistics''', '''000'' ''2025'' ''4'' ''61'' ''=statistics'' ''board'' ''carry'' ''had'' ''home'' ''households'' ''lead'' ''much'' ''of'' ''survey'' ''too'' ''water'' ''well'' ''wells''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000006', 6, 'quote', 'en', 'Zoë O’Brien', 'zoe obrien', 1, '{"content":{"what":"piece","block":{"kind":"quote","id":"kept","words":[[{"text":"The river is ours."}]],"speaker":{"name":"Zoë O’Brien","description":"ferry pilot"}}},"language":"en"}', false, false, NULL, '2026-11-23 04:02:56.173699', 'Ada', '''=quote'' ''brien'' ''obrien'' ''zoe''', '''=quote'' ''brien'' ''ferry'' ''is'' ''obrien'' ''ours'' ''pilot'' ''river'' ''said'' ''the'' ''zoe''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000007', 7, 'photo', '', 'The weir in May', 'the weir in may', 1, '{"content":{"what":"piece","block":{"kind":"photo","id":"kept","name":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png","caption":[{"text":"The weir in May"}],"credit":"I. Camera"}}}', false, false, NULL, '2026-11-23 04:02:56.173699', 'Ada', '''=photo'' ''in'' ''may'' ''the'' ''weir''', '''=photo'' ''camera'' ''i'' ''in'' ''may'' ''the'' ''weir''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000008', 8, 'standing', 'fr', 'Rives', 'rives', 1, '{"content":{"what":"piece","block":{"kind":"paragraph","id":"kept","text":[{"text":"Les rives de l’Étang sont à tous."}]},"title":"Rives"},"language":"fr"}', false, false, NULL, '2026-11-23 04:02:56.173699', 'Ada', '''=standing'' ''rives''', '''=standing'' ''a'' ''de'' ''etang'' ''les'' ''letang'' ''rives'' ''sont'' ''tous''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000001', 10, 'boilerplate', 'en-US', 'About the River Alliance', 'about the river alliance', 2, '{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US","tags":["vote"],"owner":"Jo","good_until":"2026-05-04"}', false, false, '2026-05-04', '2026-11-23 04:02:56.187676', 'Ada', '''=boilerplate'' ''about'' ''alliance'' ''river'' ''the'' ''vote''', '''=boilerplate'' ''about'' ''alliance'' ''clean'' ''jo'' ''keep'' ''river'' ''rivers'' ''the'' ''vote'' ''we''');
INSERT INTO public.items (id, seq, kind, language, name, folded, version, body, retired, guarded, good_until, changed, changed_by, names, said) VALUES ('0000000000000009', 11, 'person', '', 'Una Former', 'una former', 2, '{"content":{"what":"person","name":"Una Former"},"retired":true,"merged_into":"0000000000000003"}', true, false, NULL, '2026-11-23 04:02:56.1938', 'Ada', NULL, NULL);
INSERT INTO public.pictures (name, data) VALUES ('ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png', '\x89504e470d0a1a0a0000000d49484452000000040000000408000000008c9ac1a20000000e49444154789c63e00002065402000514008164b58c5d0000000049454e44ae426082');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000001', 1, '{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US"}', '2026-11-23 04:02:56.173699', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000002', 1, '{"content":{"what":"organisation","name":"River Alliance","short":"RA","website":"https://river.example"}}', '2026-11-23 04:02:56.173699', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000003', 1, '{"content":{"what":"person","name":"Nadia Ferrer Otis","later":"Ferrer","titles":[{"role":"water analyst","organisation":"River Alliance"},{"role":"analista del agua","organisation":"Alianza del Río","language":"es"}],"email":"nadia@river.example","portrait":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png"}}', '2026-11-23 04:02:56.173699', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000004', 1, '{"content":{"what":"person","name":"Amalia Quiroga Reyes","consent":{"private":true,"shown_as":"first name"}}}', '2026-11-23 04:02:56.173699', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000005', 1, '{"content":{"what":"piece","block":{"kind":"statistics","id":"kept","items":[{"figure":"61%","sentence":[{"text":"of wells had too much lead"}]},{"figure":"4,000","sentence":[{"text":"households carry water home"}]}],"sources":[{"who":"Water Board","title":"Well Survey","when":"2025"}]}},"language":"en-US"}', '2026-11-23 04:02:56.173699', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000006', 1, '{"content":{"what":"piece","block":{"kind":"quote","id":"kept","words":[[{"text":"The river is ours."}]],"speaker":{"name":"Zoë O’Brien","description":"ferry pilot"}}},"language":"en"}', '2026-11-23 04:02:56.173699', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000007', 1, '{"content":{"what":"piece","block":{"kind":"photo","id":"kept","name":"ee94a348320facbf072989bc34e2d166bf2e7115da4d2d74faa2300a5455dded.png","caption":[{"text":"The weir in May"}],"credit":"I. Camera"}}}', '2026-11-23 04:02:56.173699', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000008', 1, '{"content":{"what":"piece","block":{"kind":"paragraph","id":"kept","text":[{"text":"Les rives de l’Étang sont à tous."}]},"title":"Rives"},"language":"fr"}', '2026-11-23 04:02:56.173699', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000009', 1, '{"content":{"what":"person","name":"Una Former"}}', '2026-11-23 04:02:56.173699', 'Ada', 'begun');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000001', 2, '{"content":{"what":"piece","block":{"kind":"boilerplate","id":"kept","heading":"About the River Alliance","text":[[{"text":"We keep rivers clean."}]]}},"language":"en-US","tags":["vote"],"owner":"Jo","good_until":"2026-05-04"}', '2026-11-23 04:02:56.187676', 'Ada', 'for the vote');
INSERT INTO public.versions (item_id, version, body, changed, changed_by, note) VALUES ('0000000000000009', 2, '{"content":{"what":"person","name":"Una Former"},"retired":true,"merged_into":"0000000000000003"}', '2026-11-23 04:02:56.1938', 'Ada', 'merged');
INSERT INTO public.words (id, word) VALUES (1, '000');
INSERT INTO public.words (id, word) VALUES (2, '4');
INSERT INTO public.words (id, word) VALUES (3, '61');
INSERT INTO public.words (id, word) VALUES (4, 'about');
INSERT INTO public.words (id, word) VALUES (5, 'alliance');
INSERT INTO public.words (id, word) VALUES (6, 'amalia');
INSERT INTO public.words (id, word) VALUES (7, 'brien');
INSERT INTO public.words (id, word) VALUES (8, 'ferrer');
INSERT INTO public.words (id, word) VALUES (9, 'former');
INSERT INTO public.words (id, word) VALUES (10, 'in');
INSERT INTO public.words (id, word) VALUES (11, 'may');
INSERT INTO public.words (id, word) VALUES (12, 'nadia');
INSERT INTO public.words (id, word) VALUES (13, 'obrien');
INSERT INTO public.words (id, word) VALUES (14, 'otis');
INSERT INTO public.words (id, word) VALUES (15, 'quiroga');
INSERT INTO public.words (id, word) VALUES (16, 'ra');
INSERT INTO public.words (id, word) VALUES (17, 'reyes');
INSERT INTO public.words (id, word) VALUES (18, 'river');
INSERT INTO public.words (id, word) VALUES (19, 'rives');
INSERT INTO public.words (id, word) VALUES (20, 'the');
INSERT INTO public.words (id, word) VALUES (21, 'una');
INSERT INTO public.words (id, word) VALUES (22, 'weir');
INSERT INTO public.words (id, word) VALUES (23, 'zoe');
INSERT INTO public.words (id, word) VALUES (28, 'vote');
SELECT pg_catalog.setval('public.counter_value_seq', 1, false);
SELECT pg_catalog.setval('public.words_id_seq', 30, true);
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
ALTER TABLE ONLY public.versions
    ADD CONSTRAINT versions_pkey PRIMARY KEY (item_id, version);
ALTER TABLE ONLY public.words
    ADD CONSTRAINT words_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.words
    ADD CONSTRAINT words_word_key UNIQUE (word);
CREATE INDEX items_by_kind ON public.items USING btree (retired, kind, seq);
CREATE INDEX items_by_name ON public.items USING btree (retired, folded, kind);
CREATE INDEX items_guarded ON public.items USING btree (guarded);
CREATE INDEX items_names ON public.items USING gin (names) WITH (fastupdate=off);
CREATE INDEX items_said ON public.items USING gin (said) WITH (fastupdate=off);
