-- Retention: rows that a law wants kept are masked later.

CREATE FUNCTION erasure.retain(related regclass, parent regclass, keep interval, since name, basis text)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_retain';
COMMENT ON FUNCTION erasure.retain(regclass, regclass, interval, name, text) IS
'Rows of a related table that are younger than keep, counted from column since, keep their personal columns for a legal basis when their subject is deleted: permanently_delete lists them as retained, erase_due masks each when its time has come, and the subject is erased with the last. Calling it again replaces. Owner of all tables only. Errors: 42501, 22023 keep not positive or no basis, 42703 unknown column, 42P17 not related, or since is personal or no date or timestamp; 55000 while subjects are masked and can be undone.';

CREATE FUNCTION erasure.unretain(related regclass, parent regclass)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_unretain';
COMMENT ON FUNCTION erasure.unretain(regclass, regclass) IS
'Ends the retention of a related table: what it retained is masked by the next run of erase_due. Errors: 42501, 42P17 not related or not retained, 55000 while subjects are masked and can be undone.';
