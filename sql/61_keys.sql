-- The ring of master keys, which is the whole server's: superusers only.

-- Day keys that were taken out of the key file, or are about to be.
CREATE TABLE erasure.destroyed_key (
    key_id          text COLLATE "C" PRIMARY KEY,
    decided_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    destroyed_at    timestamptz
);
SELECT pg_catalog.pg_extension_config_dump('erasure.destroyed_key', '');

CREATE FUNCTION erasure.rotate_key(OUT key_id text, OUT data_keys bigint)
    RETURNS SETOF record LANGUAGE c ROWS 1 AS 'MODULE_PATHNAME', 'erasure_rotate_key';
COMMENT ON FUNCTION erasure.rotate_key() IS
'Puts a new master key into the key file and wraps the data keys and the hash key of this database by it. Returns its id, and how many data keys. The old keys stay in the file until erasure.retire_key. Where the server may not write to the file, everything is wrapped by the last key in it. Errors: 42501 no superuser, 55000 no newer key in a file that is not the server''s to change, 58030 no master key, or one that is missing.';

CREATE FUNCTION erasure.retire_key(key_id text, unused_elsewhere boolean DEFAULT false)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_retire_key';
COMMENT ON FUNCTION erasure.retire_key(text, boolean) IS
'Takes a key out of the key file for good. Waits for deletions under way that seal with it. unused_elsewhere: you looked into erasure.key_ring() of every other database that uses the file. Copies and backups made while it was used cannot be undone afterwards. Errors: 42501 no superuser, 42704 no such key, 55000 it is in use here, the active one, another database may need it, or the file is not the server''s to change, 25001 in a transaction that has written already.';

CREATE FUNCTION erasure.key_ring(OUT key_id text, OUT kind text, OUT in_ring boolean, OUT active boolean, OUT data_keys bigint, OUT hash_key boolean)
    RETURNS SETOF record LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_key_ring';
COMMENT ON FUNCTION erasure.key_ring() IS
'The keys, in the order of the ring, and those that this database needs and the ring does not have: how many data keys of this database each wraps, and whether the hash key. Never the keys themselves. Errors: 42501 no superuser.';
