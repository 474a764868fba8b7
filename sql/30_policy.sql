-- Declaring a policy: what is protected, what hangs on it, and who may act.

CREATE FUNCTION erasure.protect(subject regclass, personal name[], deleted_at name DEFAULT 'deleted_at',
        grace interval DEFAULT '30 days', direct_delete text DEFAULT 'refuse', on_erase text DEFAULT 'keep_masked',
        views boolean DEFAULT true, hide_deleted boolean DEFAULT false, direct_soft_delete text DEFAULT 'refuse',
        enforce text DEFAULT 'on')
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_protect';
COMMENT ON FUNCTION erasure.protect(regclass, name[], name, interval, text, text, boolean, boolean, text, text) IS
'Declares a subject table, whose rows are persons. personal: columns to mask; deleted_at: a nullable timestamp, added when missing; grace: time between masking and erasure; direct_delete: refuse, or soft_delete: what DELETE by a client does; on_erase: keep_masked, set_null or delete; views: create <table>_active and <table>_deleted; direct_soft_delete: refuse, or allow: an UPDATE of deleted_at by a client; hide_deleted: ordinary queries do not see who is deleted; enforce: on, or warn to begin with (erasure.set_options). Owner only. Errors: 42501 not the owner, 42P17 no primary key, a mask that does not fit, or policies that hide_deleted would put in force; 42703 unknown column, 42710 protected already, 22023 bad argument.';

CREATE FUNCTION erasure.set_options(subject regclass, grace interval DEFAULT NULL, direct_delete text DEFAULT NULL, hide_deleted boolean DEFAULT NULL,
        direct_soft_delete text DEFAULT NULL, enforce text DEFAULT NULL)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_set_options';
COMMENT ON FUNCTION erasure.set_options(regclass, interval, text, boolean, text, text) IS
'Changes what erasure.protect was told; what is not named stays. grace: of requests to come; enforce: on, or warn, with which guards refuse nothing and say in the server''s log what they would have refused, and nothing is deleted permanently. Owner only. Errors: 42501, 22023 no option or an unknown word, 42P17 not protected, or policies that hide_deleted would put in force; 55000 enforce: to warn while subjects are masked, to on where a table holds unmasked rows of subjects erased before.';

CREATE FUNCTION erasure.relate(related regclass, parent regclass, personal name[] DEFAULT '{}', columns name[] DEFAULT NULL,
        parent_columns name[] DEFAULT NULL, on_erase text DEFAULT 'keep_masked', condition text DEFAULT NULL,
        match text DEFAULT 'exact')
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_relate';
COMMENT ON FUNCTION erasure.relate(regclass, regclass, name[], name[], name[], text, text, text) IS
'Declares a table that holds data about a subject, under its parent: a subject table or another related table. A subject table related to itself: rows that refer to a person are records of the same one. The join comes from the foreign key, or from columns and parent_columns; where no foreign key exists and one of them is personal, as an e-mail address is, rows are linked by value, compared as match says: exact or case_insensitive. on_erase: keep_masked, set_null or delete. Owner of all tables only. Errors: 42501, 42P17 no or ambiguous join, a cycle, no primary key, a mask that does not fit; 42710 related already; 55000 it holds unmasked rows of subjects deleted before.';

CREATE FUNCTION erasure.add_personal(relation regclass, personal name[])
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_add_personal';
COMMENT ON FUNCTION erasure.add_personal(regclass, name[]) IS
'Adds personal columns to a declared table, each with the default mask of its type. Errors: 42501, 42703, 42P17 a mask that does not fit, 55000 rows of subjects masked or erased before are not masked in them.';

CREATE FUNCTION erasure.set_mask(relation regclass, column_name name, mask text, args jsonb DEFAULT '{}')
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_set_mask';
COMMENT ON FUNCTION erasure.set_mask(regclass, name, text, jsonb) IS
'Chooses the mask of a column, and declares the column personal if it was not: default, partial (args keep_first, keep_last), email, phone, jsonb (args paths), unique or null. Tried now against the column''s type, length and domain, and against UNIQUE, exclusion, CHECK and foreign key constraints. Errors: 42501, 22023 unknown mask or argument, 42703, 42P17 the column cannot hold it, 55000 while subjects are masked.';

CREATE FUNCTION erasure.ignore(related regclass, parent regclass, reason text)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_ignore';
COMMENT ON FUNCTION erasure.ignore(regclass, regclass, text) IS
'Records that a table which refers to a declared one was looked at and holds nothing personal. Errors: 42501, 22023 no reason, 42P17 it is declared.';

CREATE FUNCTION erasure.not_personal(relation regclass, columns name[], reason text)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_not_personal';
COMMENT ON FUNCTION erasure.not_personal(regclass, name[], text) IS
'Records that columns of a declared table were looked at and hold nothing personal. Errors: 42501, 22023 no reason, 42703, 42P17 a column is declared personal.';

CREATE FUNCTION erasure.ignore_trigger(relation regclass, trigger_name name, reason text)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_ignore_trigger';
COMMENT ON FUNCTION erasure.ignore_trigger(regclass, name, text) IS
'Records that a trigger of a declared table, or of a partition of one, was looked at and copies nothing personal, or only to declared tables. Nothing is deleted permanently before, where it fires on UPDATE or DELETE. To be repeated when the trigger''s function changes. Errors: 42501, 22023 no reason, 42704 no such trigger, 42P17 not declared.';

CREATE FUNCTION erasure.unrelate(related regclass, parent regclass)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_unrelate';
COMMENT ON FUNCTION erasure.unrelate(regclass, regclass) IS
'Takes a related table out of the policy and removes its guards. Errors: 42501, 42P17 not related, or others are related through it; 55000 while subjects are masked.';

CREATE FUNCTION erasure.unprotect(subject regclass)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_unprotect';
COMMENT ON FUNCTION erasure.unprotect(regclass) IS
'Removes the whole policy of a subject table: guards, views, related tables, permissions. The deleted_at column stays. Errors: 42501, 42P17 not protected, 55000 while subjects are masked.';

CREATE FUNCTION erasure.refresh_views(subject regclass)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_refresh_views';
COMMENT ON FUNCTION erasure.refresh_views(regclass) IS
'Creates the views, the guard triggers and the policies that hide rows of a subject table again, with the grants that allow and use_roles gave. For migrations: views and triggers stand in the way of ALTER COLUMN TYPE; drop them, alter, then call this, in one transaction. Errors: 42501, 42P17 not protected.';

CREATE FUNCTION erasure.allow(subject regclass, actions text[], role regrole)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_allow';
COMMENT ON FUNCTION erasure.allow(regclass, text[], regrole) IS
'Grants actions on the subjects of a table: view_deleted, soft_delete, restore, permanently_delete, undo, erase_now, hold, export. Before the first call the table''s owner may do everything; afterwards it needs allow like anyone else. Errors: 42501, 22023 unknown action, 42P17 not protected.';

CREATE FUNCTION erasure.disallow(subject regclass, actions text[], role regrole)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_disallow';
COMMENT ON FUNCTION erasure.disallow(regclass, text[], regrole) IS
'Takes granted actions back. Errors as erasure.allow.';

CREATE FUNCTION erasure.use_roles(subject regclass, administrator regrole, sales_manager regrole, sales_team regrole)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_use_roles';
COMMENT ON FUNCTION erasure.use_roles(regclass, regrole, regrole, regrole) IS
'The usual shop: all three roles view the Deleted list, soft-delete, restore and permanently delete; the administrator also undoes, erases now, holds, exports and schedules the job. Errors: 42501, 42P17 not protected.';

CREATE FUNCTION erasure._policy(OUT subject regclass, OUT relation regclass, OUT column_name name, OUT mask text, OUT args jsonb,
        OUT path text, OUT on_erase text)
    RETURNS SETOF record LANGUAGE c STABLE AS 'MODULE_PATHNAME', 'erasure_policy';
COMMENT ON FUNCTION erasure._policy() IS 'internal: behind the view erasure.policy';

CREATE FUNCTION erasure._may_see(subject_id integer)
    RETURNS boolean LANGUAGE c STABLE STRICT AS 'MODULE_PATHNAME', 'erasure_may_see';
COMMENT ON FUNCTION erasure._may_see(integer) IS 'internal: whether the caller may look at a subject table''s entries';

CREATE FUNCTION erasure._key("any")
    RETURNS text LANGUAGE c STABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'erasure_key';
COMMENT ON FUNCTION erasure._key("any") IS 'internal: a key value as text that depends on nobody''s settings';
