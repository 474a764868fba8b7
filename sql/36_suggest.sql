-- Suggesting a policy: what hangs on a subject and looks personal.

CREATE FUNCTION erasure.suggest(subject regclass, OUT relation regclass, OUT column_name name, OUT reason text, OUT confidence real,
        OUT statement text)
    RETURNS SETOF record LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_suggest';
COMMENT ON FUNCTION erasure.suggest(regclass) IS
'Lists the tables that hang on a subject table through foreign keys, parents such as addresses, and tables that only repeat its values, with the columns that look personal by name, type, comment or a sample of their values. statement is the SQL to run, in the order of the rows; column_name is null where a row is about a whole table. What is declared or decided is not suggested again. Reads a sample of the tables that the caller owns, and changes nothing. Owner only. Errors: 42501 not the owner, 42P17 not an ordinary or partitioned table.';
