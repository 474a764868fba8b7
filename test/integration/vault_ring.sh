#!/usr/bin/env bash
# A ring of keys: the last one in the file seals, all of them open, each that is missing is missed. And the statements that
# work on the originals show none of them, neither while they run nor in the statistics.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --set shared_preload_libraries=pg_stat_statements --set pg_stat_statements.track=all \
    --set pg_stat_statements.track_utility=on --set erasure.day_keys=off -- test/integration/vault_ring.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -c "$1" 2>&1; }
refused='ERROR:  58030'
file=$PGDATA/erasure.key

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE EXTENSION pg_stat_statements;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE);
CREATE TABLE letters (id int PRIMARY KEY, person int REFERENCES people, body text);
INSERT INTO people SELECT i, 'Needle' || i, 'needle' || i || '@example.com' FROM generate_series(1, 9) i;
INSERT INTO letters SELECT i, i % 9 + 1, 'Dear Needle' || i FROM generate_series(1, 90) i;
SELECT erasure.protect('people', '{name,email}');
SELECT erasure.relate('letters', 'people', '{body}');
SELECT erasure.soft_delete('people', ARRAY(SELECT id FROM people));
CREATE FUNCTION originals() RETURNS text LANGUAGE sql AS $$
    SELECT md5(string_agg(concat_ws('|', p.id, name, email, l.id, body), ';' ORDER BY l.id)) FROM people p JOIN letters l ON l.person = p.id $$;
SQL
originals=$(sql 'SELECT originals()')
delete() { sql "SELECT subjects FROM erasure.permanently_delete('people', '{$1}', 1)"; }
undo() { sql "SELECT erasure.undo_permanent_delete('people', '{$1}')"; }

# --- more keys than one ---

line() { echo "erasure-key-1 $1 $(printf "$2%.0s" {1..32})"; }
place() { printf '%s\n' "$@" >"$file"; chmod 600 "$file"; }
first="$(line first 0a)" second="$(line second b1)" third="$(line third 2c)"
place '# made by hand' "$first"
is "a key made by hand is taken" "$(delete 1) $(sql 'SELECT key_id FROM erasure.installation')" '1 first'
place "$first" '' "$second"
is "a newer key below it seals from now on" "$(delete 2) $(sql "SELECT string_agg(master_key_id, ' ' ORDER BY key) FROM erasure.vault_key"), $(sql 'SELECT key_id FROM erasure.installation')" '1 first second, second'
is "both open in one call" "$(sql "SELECT erasure.undo_permanent_delete('people', '{1,2}')") $(sql 'SELECT originals()')" "2 $originals"
place "$first"; delete 1 >/dev/null
is "without the newest key: refused, since the database knows of it" "$(delete 3)" "$refused"
place "$first" "$second"; delete 2 >/dev/null
place "$second" "$first"
is "the order decides which one seals" "$(delete 1) $(sql "SELECT master_key_id FROM erasure.vault_key WHERE key = '1'")" '1 first'
place "$second" "$third"
is "the one recorded last is missing: refused" "$(delete 3), $(undo 2)" "$refused, $refused"
place "$first" "$third"
is "a key of old records is missing: they stay shut" "$(undo 2)" "$refused"
is "what the others have sealed opens" "$(undo 1)" 1
is "in one call with such a one, nothing does" "$(delete 1), $(sql "SELECT erasure.undo_permanent_delete('people', '{1,2}')"), $(sql "SELECT string_agg(key, ' ' ORDER BY key) FROM erasure.vault_key")" "1, $refused, 1 2"
is "sealing goes on" "$(delete 3) $(sql "SELECT master_key_id FROM erasure.vault_key WHERE key = '3'")" '1 third'
place "$third" "$second" "$first"
is "all there: everything opens" "$(sql "SELECT erasure.undo_permanent_delete('people', '{1,2,3}')") $(sql 'SELECT originals()')" "3 $originals"

# --- odd files ---

cp "$file" "$PGDATA/real.key"; chmod 600 "$PGDATA/real.key"
rm "$file"; ln -s "$PGDATA/real.key" "$file"
is "a link to the key is followed" "$(delete 1), $(undo 1)" '1, 1'
chmod 644 "$PGDATA/real.key"
is "to its permissions" "$(delete 1)" "$refused"
rm "$PGDATA/real.key"
is "a link to nothing is a missing file, and nothing is made" "$(delete 1), $(ls "$PGDATA/real.key" 2>/dev/null)" "$refused, "
rm "$file"; mkfifo -m 600 "$file"
is "a pipe that nobody writes to keeps nobody waiting" "$(timeout 20 psql -qXAt -v VERBOSITY=sqlstate -c "SELECT erasure.permanently_delete('people', '{1}', 1)" 2>&1)" "$refused"
rm "$file"; place "$third" "$second" "$first"
is "who is no superuser may not move it" "$(sql "CREATE ROLE clerk LOGIN; SELECT 1"), $(psql -qXAt -U clerk -v VERBOSITY=sqlstate -c "SELECT erasure.mask('x')" -c "SET erasure.key_file = '/tmp/mine'" 2>&1)" "1, *****
ERROR:  42501"
is "nor see where it is" "$(psql -qXAt -U clerk -v VERBOSITY=sqlstate -c "SELECT erasure.mask('x')" -c 'SHOW erasure.key_file' 2>&1)" "*****
ERROR:  42501"
is "nor set it before the library is loaded" "$(PGOPTIONS='-c erasure.key_file=/tmp/mine' psql -qXAt -U clerk -v VERBOSITY=sqlstate -c "SELECT erasure.mask('x')" 2>&1)" "WARNING:  42501
*****"

# --- statements ---

sql "SELECT pg_stat_statements_reset()" >/dev/null
sql "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(2); RETURN NEW; END';
     CREATE TRIGGER slow BEFORE UPDATE ON people FOR EACH ROW WHEN (NEW.id = 5) EXECUTE FUNCTION slow();
     SELECT erasure.ignore_trigger('people', 'slow', 'it copies nothing')" >/dev/null
seen() { # while a call sleeps in the middle of its UPDATE
    for _ in $(seq 50); do
        [ "$(sql "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND pid <> pg_backend_pid()")" = 0 ] || break
        sleep 0.05
    done
    sql "SELECT string_agg(query, '; ') FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND pid <> pg_backend_pid()"
}
delete 5 >"$TMPDIR/call" &
is "while masking pg_stat_activity shows the caller's statement" "$(seen)" "SELECT subjects FROM erasure.permanently_delete('people', '{5}', 1)"
wait
undo 5 >>"$TMPDIR/call" &
is "while undoing too" "$(seen)" "SELECT erasure.undo_permanent_delete('people', '{5}')"
wait
is "both went through" "$(tr '\n' ' ' <"$TMPDIR/call")$(sql 'SELECT originals()')" "1 1 $originals"
is "pg_stat_statements knows the engine's statements" \
    "$(sql "SELECT string_agg(DISTINCT m[1], ', ' ORDER BY m[1]) FROM pg_stat_statements, regexp_match(query, '(INSERT INTO erasure.vault |INSERT INTO erasure.vault_key|UPDATE \"public\".\"letters\" AS t|DELETE FROM erasure.vault_key)') m")" \
    'DELETE FROM erasure.vault_key, INSERT INTO erasure.vault , INSERT INTO erasure.vault_key, UPDATE "public"."letters" AS t'
is "and no original in any of them" "$(sql "SELECT string_agg(query, '; ') FROM pg_stat_statements WHERE query ~* 'needle[0-9]'")" ''

[ "$failures" = 0 ]
