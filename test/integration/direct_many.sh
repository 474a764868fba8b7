#!/usr/bin/env bash
# Many clients delete and restore the same people by plain statements and by the verbs, in subtransactions of which some are rolled
# back, at READ COMMITTED and REPEATABLE READ, while others delete them permanently and undo it. In the end rows, states and audit log agree.
set -uo pipefail
failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { psql -qXAt -c "$1" 2>&1; }

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id serial PRIMARY KEY, person int NOT NULL REFERENCES people ON DELETE CASCADE, address text NOT NULL);
INSERT INTO people SELECT g, 'name' FROM generate_series(1, 40) g;
INSERT INTO orders (person, address) SELECT g, 'address' FROM generate_series(1, 40) g;
SELECT erasure.protect('people', '{name}', direct_delete => 'soft_delete', direct_soft_delete => 'allow'), erasure.relate('orders', 'people', '{address}');

-- Refused as the policy says, or in the way of somebody else; anything else is kept.
CREATE TABLE surprises (code text, message text);
CREATE FUNCTION act(kind int, person int, number int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE them int4range := int4range(person, person + number);
BEGIN
	CASE kind
		WHEN 0 THEN DELETE FROM people WHERE id <@ them;
		WHEN 1 THEN DELETE FROM people USING orders o WHERE o.person = people.id AND o.id <@ them;
		WHEN 2 THEN UPDATE people SET deleted_at = NULL WHERE id <@ them;
		WHEN 3 THEN UPDATE people SET deleted_at = now() WHERE id <@ them AND deleted_at IS NULL;
		WHEN 4 THEN UPDATE people SET deleted_at = CASE WHEN deleted_at IS NULL THEN now() END WHERE id <@ them;
		WHEN 5 THEN DELETE FROM people WHERE id <@ them; RAISE division_by_zero;
		WHEN 6 THEN PERFORM erasure.soft_delete('people', person::text);
		WHEN 7 THEN PERFORM erasure.restore('people', person::text);
		WHEN 8 THEN PERFORM erasure.permanently_delete('people', person::text, 1);
		WHEN 9 THEN PERFORM erasure.undo_permanent_delete('people', person::text);
		WHEN 10 THEN UPDATE people SET name = 'another name' WHERE id <@ them;
		ELSE INSERT INTO orders (person, address) VALUES (act.person, 'another address');
	END CASE;
EXCEPTION WHEN OTHERS THEN
	IF sqlstate NOT IN ('42501', '55000', '22012', '40001', '40P01') THEN
		INSERT INTO surprises VALUES (sqlstate, sqlerrm);
	END IF;
END $$;
CREATE VIEW disagreements AS
SELECT p.id, CASE WHEN (p.deleted_at IS NULL) <> (s.state IS NULL) THEN 'state' WHEN s.state = 'deleted' AND s.deleted_at <> p.deleted_at THEN 'time'
	WHEN (p.name = '*****') <> coalesce(s.state = 'masked', false) THEN 'mask'
	WHEN EXISTS (SELECT FROM orders o WHERE o.person = p.id AND (o.address = '*****') <> coalesce(s.state = 'masked', false)) THEN 'mask of an order' END AS about
FROM people p LEFT JOIN erasure.subject_state s ON s.key = p.id::text;
SQL

script() { # NAME BEGIN
    printf '%s;\n' "$2" >"$PGDATABASE.$1"
    for n in 1 2 3; do
        printf '%s\n' "\\set kind$n random(0, 11)" "\\set person$n random(1, 40)" "\\set number$n random(1, 4)" "SELECT act(:kind$n, :person$n, :number$n);"
    done >>"$PGDATABASE.$1"
    echo 'COMMIT;' >>"$PGDATABASE.$1"
}
script rc 'BEGIN'
script rr 'BEGIN ISOLATION LEVEL REPEATABLE READ'
ran=$(PGOPTIONS='-c session_preload_libraries=erasure -c client_min_messages=error' \
    pgbench -n -c 6 -j 2 -t 120 --random-seed=42 -f "$PGDATABASE.rc" -f "$PGDATABASE.rr" 2>&1 | sed -n 's/^number of transactions actually processed: //p')
rm -f "$PGDATABASE.rc" "$PGDATABASE.rr"

is "every transaction came to its end" "$ran" "720/720"
is "nothing went wrong in another way" "$(sql 'SELECT DISTINCT * FROM surprises')" ""
is "nobody has gone" "$(sql 'SELECT count(*) FROM people')" "40"
is "rows, states and masks agree" "$(sql 'SELECT * FROM disagreements WHERE about IS NOT NULL')" ""
is "the audit log has every soft delete and restore" \
    "$(sql "SELECT sum(CASE action WHEN 'soft_delete' THEN subjects WHEN 'restore' THEN -subjects ELSE 0 END) = (SELECT count(*) FROM erasure.subject_state) FROM erasure.audit_entry")" "t"
is "all of it happened" "$(sql "SELECT count(*) FROM (SELECT action FROM erasure.audit_entry WHERE action IN ('soft_delete', 'restore', 'permanently_delete', 'undo_permanent_delete') GROUP BY 1 HAVING count(*) > 20) AS a")" "4"
[ "$failures" = 0 ]
