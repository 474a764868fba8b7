#!/usr/bin/env bash
# New master keys and the end of old ones: what was wrapped before opens, what nothing needs goes, nothing else in the key file
# changes, and the bytes of the old file are overwritten. Two databases share the file; one of them does not lose the other's.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
# Few shared buffers, since those that were touched count.
[ "${1-}" = inside ] || exec test/cluster.sh --set erasure.day_keys=off --set shared_buffers=16MB --set jit=off -- test/integration/key_rotation.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -d "${2-postgres}" -c "$1" 2>&1; }
file=$PGDATA/erasure.key
log=${PGDATA%/*}/server.log
set_up() { # DATABASE
    psql -qX -v ON_ERROR_STOP=1 -d "$1" <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO people SELECT i, 'Needle' || i FROM generate_series(1, 60000) i;
CREATE TABLE mail (address text PRIMARY KEY, name text);
INSERT INTO mail SELECT i || '@example.com', 'Needle' || i FROM generate_series(1, 5) i;
SELECT erasure.protect('people', '{name}'), erasure.protect('mail', '{address,name}');
SELECT erasure.soft_delete('people', ARRAY(SELECT id FROM people)), erasure.soft_delete('mail', ARRAY(SELECT address FROM mail));
CREATE ROLE owner_of_all LOGIN;
SQL
}
delete() { sql "SELECT subjects FROM erasure.permanently_delete('people', '{$1}', 1)" "${2-postgres}"; }
undo() { sql "SELECT erasure.undo_permanent_delete('people', '{$1}')" "${2-postgres}"; }
rotate() { sql "SELECT data_keys FROM erasure.rotate_key()" "${1-postgres}"; }
ids() { sed -n 's/^erasure-key-1 \([^ ]*\) .*/\1/p' "$file" | tr '\n' ' '; }
active() { sql 'SELECT key_id FROM erasure.key_ring() WHERE active' "${1-postgres}"; }
retire() { sql "SELECT erasure.retire_key('$1'${2-})" "${3-postgres}"; }

# --- rotation ---

printf '# made by hand\n\nerasure-key-1 first %s' "$(printf '0a%.0s' {1..32})" >"$file"
chmod 600 "$file"
set_up postgres
createdb other
psql -qX -d other -c 'CREATE EXTENSION erasure' >/dev/null
is "sealed with the first key" "$(delete 1)|$(sql "SELECT subjects FROM erasure.permanently_delete('mail', '{1@example.com}', 1)")|$(ids)" '1|1|first'
is "the ring" "$(sql 'SELECT * FROM erasure.key_ring()')" 'first|master|t|t|2|t'

exec 8<"$file"
ln "$file" "$PGDATA/kept.key"
is "rotated" "$(rotate)" 2
second=$(active)
is "there is a new key behind the old one, and the rest is as it was" "$(ids)|$(head -n 2 "$file")|$(stat -c '%a' "$file")|$(ls "$PGDATA" | grep -c 'erasure.key')" "first $second |$(printf '# made by hand\n\n')|600|1"
is "all is wrapped by it" "$(sql 'SELECT * FROM erasure.key_ring()')" "$(printf 'first|master|t|f|0|f\n%s|master|t|t|2|t' "$second")"
is "a file that has another name is not overwritten" "$(cat <&8 | head -c 14)" '# made by hand'
rm "$PGDATA/kept.key"
exec 8<"$file"
is "rotated again, another deletion in between" "$(delete 2)|$(rotate)" '1|3'
is "the file before is overwritten" "$(tr -d '\0' <&8 | wc -c)" 0
third=$(active)
is "undo, by keys and by former keys" "$(undo 1,2)|$(sql "SELECT erasure.undo_permanent_delete('mail', '1@example.com')")|$(sql "SELECT string_agg(name, ' ' ORDER BY id) FROM people WHERE id < 3")|$(sql "SELECT name FROM mail WHERE address = '1@example.com'")" '2|1|Needle1 Needle2|Needle1'
is "the audit log has it" "$(sql "SELECT rows, detail FROM erasure.audit_log WHERE action = 'rotate_key' ORDER BY id DESC LIMIT 1")" "3|master key $third"
is "and neither the database nor the log a key" "$(sql "SELECT count(*) FROM erasure.installation i WHERE i::text ~ '$(tail -n 1 "$file" | cut -d ' ' -f 3)'")|$(grep -c "$(tail -n 1 "$file" | cut -d ' ' -f 3)" "$log")" '0|0'

mkdir "$PGDATA/elsewhere"; mv "$file" "$PGDATA/elsewhere/ring"; ln -s "$PGDATA/elsewhere/ring" "$file"
is "a link is followed, and stays one" "$(rotate)|$(readlink "$file")|$(ids | wc -w)|$(ls "$PGDATA/elsewhere")" "0|$PGDATA/elsewhere/ring|4|ring"
rm "$file"; mv "$PGDATA/elsewhere/ring" "$file"

# --- the end of keys ---

is "who is no superuser" "$(psql -qXAt -v VERBOSITY=sqlstate -U owner_of_all -c 'SELECT erasure.rotate_key()' -c "SELECT erasure.retire_key('first')" -c 'SELECT erasure.key_ring()' 2>&1)" "$(printf 'ERROR:  42501\nERROR:  42501\nERROR:  42501')"
is "nor by EXECUTE alone, nor by SET ROLE" "$(sql 'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA erasure TO owner_of_all'; psql -qXAt -v VERBOSITY=sqlstate -U owner_of_all -c 'SELECT erasure.rotate_key()' 2>&1; sql 'SET ROLE owner_of_all; SELECT erasure.key_ring()')" "$(printf 'ERROR:  42501\nERROR:  42501')"
is "another database may need it" "$(retire first)" 'ERROR:  55000'
is "the other one finds its own by it" "$(sql "CREATE TABLE people (id int PRIMARY KEY, name text); INSERT INTO people VALUES (1, 'Needle1'); SELECT FROM erasure.protect('people', '{name}'); SELECT FROM erasure.soft_delete('people', '1')" other)$(delete 1 other)|$(sql 'SELECT key_id, data_keys FROM erasure.key_ring() WHERE active' other)" "1|$(active)|1"
fourth=$(active)
is "rotated in one database, undone in the other" "$(rotate)|$(undo 1 other)|$(delete 1 other)|$(sql 'SELECT key_id FROM erasure.installation' other)" "0|1|1|$(active)"
is "no such key; the active one" "$(retire none)|$(retire "$(active)" ', true')" 'ERROR:  42704|ERROR:  55000'
is "what nothing needs goes" "$(retire first ', true')$(retire "$second" ', true')$(retire "$third" ', true')|$(ids)" "|$fourth $(active) "
is "and only that: comments stay" "$(head -n 1 "$file")" '# made by hand'
is "in use" "$(delete 3)|$(rotate)|$(sql "UPDATE erasure.vault_key SET master_key_id = '$fourth'"; retire "$fourth" ', true')|$(ids | wc -w)" "1|1|ERROR:  55000|3"
is "not together with what wraps everything again" "$(sql "UPDATE erasure.vault_key SET master_key_id = '$(active)'"; sql "BEGIN; SELECT FROM erasure.rotate_key(); SELECT erasure.retire_key('$fourth', true); COMMIT" | tail -n 1)|$(ids | wc -w)" "ERROR:  25001|4"
is "everything opens still" "$(undo 3)|$(undo 1 other)" '1|1'

# --- what cannot be ---

whole=$(md5sum <"$file")
is "a key that something needs is missing: refused, and no key is made" "$(delete 4)|$(sed -i 's/^\(erasure-key-1 \)'"$(active)"'/\1gone/' "$file"; rotate)|$(ids | wc -w)" '1|ERROR:  58030|4'
sed -i "s/^\(erasure-key-1 \)gone/\1$(sql 'SELECT key_id FROM erasure.installation')/" "$file"
is "put back" "$(md5sum <"$file")" "$whole"
rotate >/dev/null # what was rolled back left a newer key in the file
whole=$(md5sum <"$file")
mkdir "$PGDATA/closed"; mv "$file" "$PGDATA/closed/ring"; ln -s closed/ring "$file"; chmod 500 "$PGDATA/closed"
if [ -w "$PGDATA/closed" ]; then echo "ok - skipped: this user may write everywhere"; else
    is "a place that is not the server's to write: somebody else has to add a key" "$(rotate)|$(retire "$fourth" ', true')|$(md5sum <"$file")" "ERROR:  55000|ERROR:  55000|$whole"
    chmod 700 "$PGDATA/closed"; printf 'erasure-key-1 by-hand %s\n' "$(printf '5c%.0s' {1..32})" >>"$PGDATA/closed/ring"; chmod 500 "$PGDATA/closed"
    is "then it wraps everything" "$(rotate)|$(sql 'SELECT key_id, data_keys, hash_key FROM erasure.key_ring() WHERE active')|$(rotate)" '1|by-hand|1|t|ERROR:  55000'
    is "undo" "$(undo 4)" 1
fi
chmod 700 "$PGDATA/closed"; rm "$file"; mv "$PGDATA/closed/ring" "$file"

# --- many ---

sql "SELECT FROM erasure.permanently_delete('people', ARRAY(SELECT generate_series(1, 1000)), 1000)" >/dev/null
used() { sql "SELECT data_keys FROM erasure.rotate_key(); SELECT substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s+(\d+) kB')"; } # how many, and the peak of a backend of its own in kB
few=$(used)
sql "SELECT FROM erasure.permanently_delete('people', ARRAY(SELECT generate_series(1001, 60000)), 59000)" >/dev/null
many=$(used)
echo "# $few and $many" | tr '\n' ' '; echo
is "60,000 data keys need as much memory as a thousand" "$(head -n 1 <<<"$few") $(head -n 1 <<<"$many") $(($(tail -n 1 <<<"$many") - $(tail -n 1 <<<"$few") < 20000))" '1000 60000 1'
is "all undone" "$(sql "SELECT erasure.undo_permanent_delete('people', ARRAY(SELECT id FROM people)); SELECT count(*) FROM people WHERE name = 'Needle' || id")" "$(printf '60000\n60000')"

[ "$failures" = 0 ]
