#!/usr/bin/env bash
# What stands between the vault and its originals: the key file in every bad shape, first uses at once, and rows of the
# vault changed by hand. Each is refused with 58030 and changes nothing; once it is put right, undo works.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --set erasure.day_keys=off -- test/integration/vault_keys.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -d "$db" -c "$1" 2>&1 || true; }
refused='ERROR:  58030'
file=$PGDATA/erasure.key
log=${PGDATA%/*}/server.log

# Six persons in the Deleted list, with letters. Everything personal of person N says NeedleN.
set_up() { # DATABASE
    createdb "$1"
    psql -qX -v ON_ERROR_STOP=1 -d "$1" <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE, photo bytea, extra jsonb);
INSERT INTO people SELECT i, 'Needle' || i, 'needle' || i || '@example.com', convert_to('Needle' || i, 'UTF8'), jsonb_build_object('x', 'Needle' || i)
    FROM generate_series(1, 6) i;
CREATE TABLE letters (id serial PRIMARY KEY, person int REFERENCES people, body text);
INSERT INTO letters (person, body) SELECT 1 + i % 6, 'Dear Needle' || 1 + i % 6 FROM generate_series(0, 17) i;
SELECT erasure.protect('people', '{name,email,photo,extra}');
SELECT erasure.relate('letters', 'people', '{body}');
SELECT erasure.soft_delete('people', '{1,2,3,4,5,6}');

-- Every row of every table, ours and the extension's.
CREATE FUNCTION whole() RETURNS text LANGUAGE plpgsql AS $$
DECLARE t regclass; one text; every text := '';
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'erasure'::regnamespace) ORDER BY relname LOOP
        EXECUTE format('SELECT md5(coalesce(string_agg(r::text, chr(10) ORDER BY r::text), %L)) FROM %s r', '', t) INTO one;
        every := every || one;
    END LOOP;
    RETURN md5(every);
END $$;
CREATE FUNCTION originals() RETURNS text LANGUAGE sql AS $$
    SELECT md5(string_agg(concat_ws('|', p.id, name, email, photo, extra, l.id, body), ';' ORDER BY l.id)) FROM people p JOIN letters l ON l.person = p.id $$;
-- The extension's tables that have one of these words, in plain or within a bytea.
CREATE FUNCTION tables_with(words text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE t regclass; word text; found boolean; every text := '';
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'erasure'::regnamespace ORDER BY relname LOOP
        FOREACH word IN ARRAY words LOOP
            EXECUTE format('SELECT EXISTS (SELECT FROM %s r WHERE strpos(lower(r::text), $1) > 0 OR strpos(r::text, $2) > 0 OR strpos(r::text, $3) > 0)', t)
                INTO found USING lower(word), encode(convert_to(word, 'UTF8'), 'hex'), encode(convert_to(lower(word), 'UTF8'), 'hex');
            IF found THEN every := every || t || ' '; END IF;
        END LOOP;
    END LOOP;
    RETURN every;
END $$;
SQL
}
look_at_file() { if [ -e "$1" ]; then stat -c '%a %F' "$1"; md5sum "$1" 2>/dev/null || true; else echo none; fi; }

# --- the first use ---

db=life
set_up $db
whole=$(sql 'SELECT whole()')
originals=$(sql 'SELECT originals()')
is "no key before the first use" "$(look_at_file "$file")" none
echo rubbish >"$file" && chmod 600 "$file"
is "first use: a malformed file is refused" "$(sql "SELECT erasure.permanently_delete('people', '{1}', 1)")" "$refused"
is "first use: and not replaced" "$(cat "$file")" rubbish
rm "$file"
sql "ALTER DATABASE $db SET erasure.key_file = '/nonexistent/erasure.key'" >/dev/null
is "first use: nowhere to create it" "$(sql "SELECT erasure.permanently_delete('people', '{1}', 1)")" "$refused"
sql "ALTER DATABASE $db RESET erasure.key_file" >/dev/null
is "first use: nothing changed" "$(sql 'SELECT whole()')" "$whole"

said=$(psql -qXAt -d $db -c "SELECT subjects FROM erasure.permanently_delete('people', '{1}', 1)" 2>&1)
is "first use: works, with one warning" "$(grep -c '^WARNING:  created master key' <<<"$said") $(tail -n 1 <<<"$said")" '1 1'
is "first use: mode, owner, lines" "$(stat -c '%a %U' "$file") $(wc -l <"$file")" "600 $(id -un) 1"
is "first use: no key in the warning" "$(grep -c "$(cut -d ' ' -f 3 "$file")" <<<"$said")" 0
is "first use: no key in the log" "$(grep -c "$(cut -d ' ' -f 3 "$file")" "$log")" 0
is "first use: no key in the database" "$(sql "SELECT tables_with(ARRAY['$(cut -d ' ' -f 3 "$file")'])")" ''
key=$(look_at_file "$file")
said=$(psql -qXAt -d $db -c "SELECT subjects FROM erasure.permanently_delete('people', '{2,3}', 2)" 2>&1)
is "second use: no warning, the same key" "$said $(look_at_file "$file")" "2 $key"

# --- the file in bad shapes ---

good=$PGDATA/good.key
cp -p "$file" "$good"
id=$(cut -d ' ' -f 2 "$file")
digits=$(cut -d ' ' -f 3 "$file")
other=$(tr '0-9a-f' '1-9a-f0' <<<"$digits")
whole=$(sql 'SELECT whole()')
bad() { # WHAT: the file has been spoilt
    local spoilt
    spoilt=$(look_at_file "$file")
    is "$1: permanently_delete" "$(sql "SELECT erasure.permanently_delete('people', '{4}', 1)")" "$refused"
    is "$1: undo" "$(sql "SELECT erasure.undo_permanent_delete('people', '{1,2}')")" "$refused"
    is "$1: the file is left as it is" "$(look_at_file "$file")" "$spoilt"
    is "$1: no row changed" "$(sql 'SELECT whole()')" "$whole"
    rm -rf "$file"
    cp -p "$good" "$file"
}
rm "$file"; bad "missing"
chmod 000 "$file"; bad "unreadable"
chmod 640 "$file"; bad "group-readable"
chmod 604 "$file"; bad "world-readable"
chmod 620 "$file"; bad "group-writable"
: >"$file"; bad "empty"
echo "erasure-key-1 $id ${digits:0:62}" >"$file"; bad "too short"
echo "erasure-key-1 $id ${digits}00" >"$file"; bad "too long"
echo "erasure-key-1 $id ${digits:0:63}g" >"$file"; bad "not hexadecimal"
head -c 100 /dev/urandom >"$file"; bad "random bytes"
head -c 2000000 /dev/zero >"$file"; bad "zeros without end"
echo "erasure-key-1 $id $other" >"$file"; bad "another key of the same name"
echo "erasure-key-1 another $digits" >"$file"; bad "another name"
echo "erasure-key-1 another $other" >"$file"; bad "another key"
printf 'erasure-key-1 %s %s\n' "$id" "$digits" "$id" "$other" >"$file"; bad "two keys of one name"
rm "$file"; mkdir "$file"; bad "a directory"

rm "$file"
is "without a key: restore and soft_delete go on" "$(sql "SELECT erasure.restore('people', '{5}'); SELECT erasure.soft_delete('people', '{5}')")" "$(printf '1\n1')"
is "without a key: erasure goes on" "$(sql "SELECT erasure.erase_now('people', '{3,6}', 2, 'asked')")" 2
is "without a key: the vault of the others is untouched" "$(sql "SELECT string_agg(key, ',' ORDER BY key) FROM erasure.vault_key; SELECT string_agg(DISTINCT key, ',' ORDER BY key) FROM erasure.vault")" "$(printf '1,2\n1,2')"
is "without a key: none was made" "$(look_at_file "$file")" none

mkdir "$PGDATA/elsewhere"
mv "$good" "$PGDATA/elsewhere/the.key"
system() { psql -qX -v ON_ERROR_STOP=1 -d postgres -c "LOAD 'erasure'" -c "ALTER SYSTEM $1" -c 'SELECT pg_reload_conf()' >/dev/null; }
system "SET erasure.key_file = '$PGDATA/elsewhere/the.key'"
for _ in $(seq 50); do [ "$(sql "SELECT erasure.undo_permanent_delete('people', '{1}')")" != 1 ] || break; sleep 0.1; done
is "moved: undo" "$(sql "SELECT erasure.state('people', 1), name FROM people WHERE id = 1")" 'deleted|Needle1'
is "moved: permanently_delete" "$(sql "SELECT subjects FROM erasure.permanently_delete('people', '{1}', 1)")" 1
is "moved: undo of what was masked at the old place" "$(sql "SELECT erasure.undo_permanent_delete('people', '{1,2}')")" 2
is "moved: no key at the old place" "$(look_at_file "$file")" none
system 'RESET erasure.key_file'

# --- first uses at once ---

dropdb life
set_up first
createdb -T first second
createdb -T first third
mkdir "$PGDATA/shared"
for d in first second third; do psql -qX -d $d -c "ALTER DATABASE $d SET erasure.key_file = '$PGDATA/shared/one.key'"; done
begin=$(($(date +%s) + 2))
users=()
for d in first second third; do
    for n in 1 2; do
        psql -qXAt -v ON_ERROR_STOP=1 -d $d >"$TMPDIR/use_$d$n" 2>&1 <<SQL &
SELECT 1 FROM pg_sleep(extract(epoch FROM to_timestamp($begin) - clock_timestamp()));
BEGIN;
SELECT subjects FROM erasure.permanently_delete('people', '{$n}', 1);
SELECT 1 FROM pg_sleep(0.3);
COMMIT;
SQL
        users+=($!)
    done
done
for user in "${users[@]}"; do wait "$user" || echo "a first use failed"; done
is "at once: all worked" "$(cat "$TMPDIR"/use_* | grep -cx 1)" 18
is "at once: one key, created once" "$(wc -l <"$PGDATA/shared/one.key") $(cat "$TMPDIR"/use_* | grep -c '^WARNING:  created')" '1 1'
is "at once: no other file" "$(ls "$PGDATA/shared")" one.key
for db in first second third; do
    is "at once: undo in the $db database" "$(sql "SELECT erasure.undo_permanent_delete('people', '{1,2}'); SELECT originals()")" "$(printf '2\n%s' "$originals")"
done
dropdb first; dropdb second; dropdb third

# A first use that is rolled back leaves its file, and the next use takes it.
db=vault
set_up $db
sql "BEGIN; SELECT erasure.permanently_delete('people', '{1}', 1); ROLLBACK" >/dev/null
key=$(look_at_file "$file")
is "rolled back: the next use takes the same key" "$(sql "SELECT subjects FROM erasure.permanently_delete('people', '{1,2,3}', 3)") $(look_at_file "$file")" "3 $key"

# --- nothing plain while masked ---

needles="ARRAY['Needle1', 'Needle2', 'Needle3', 'needle1@example.com']"
is "the search finds what is there" "$(sql "BEGIN; UPDATE erasure.vault SET record = record || convert_to('xNeedle1', 'UTF8') WHERE key = '1'; UPDATE erasure.request SET reason = 'of needle2'; SELECT regexp_replace(tables_with($needles), 'vault_[0-9]+', 'vault_NN'); ROLLBACK")" 'erasure.request erasure.vault_NN '
is "no plain value in the extension's tables" "$(sql "SELECT tables_with($needles)")" ''
is "nor in its sequences, views and status" "$(sql "SELECT count(*) FROM (SELECT s::text FROM erasure.subjects s UNION ALL SELECT r::text FROM erasure.requests r UNION ALL SELECT a::text FROM erasure.audit_log a) x (t) WHERE t ~* 'needle'")" 0

# --- the vault changed by hand ---

root="(SELECT id FROM erasure.declared_table WHERE id = subject_id)"
related="(SELECT id FROM erasure.declared_table WHERE id <> subject_id)"
sql "CREATE SCHEMA kept; CREATE TABLE kept.vault AS TABLE erasure.vault; CREATE TABLE kept.vault_key AS TABLE erasure.vault_key; CREATE SCHEMA older" >/dev/null
changed() { # WHAT SQL: of person 2; 1 and 3 are in the same request
    local before
    before=$(sql 'SELECT whole()')
    sql "$2" | sed 's/^/# /'
    is "$1: it is a change" "$([ "$(sql 'SELECT whole()')" != "$before" ] && echo yes)" yes
    before=$(sql 'SELECT whole()')
    is "$1: undo is refused" "$(sql "SELECT erasure.undo_permanent_delete('people', '{2}')")" "$refused"
    is "$1: undo is refused with others" "$(sql "SELECT erasure.undo_permanent_delete('people', '{1,2,3}')")" "$refused"
    is "$1: nothing half done" "$(sql 'SELECT whole()')" "$before"
    sql "TRUNCATE erasure.vault, erasure.vault_key; INSERT INTO erasure.vault TABLE kept.vault; INSERT INTO erasure.vault_key TABLE kept.vault_key" >/dev/null
    is "$1: put back, undo works" "$(sql "SELECT erasure.undo_permanent_delete('people', '{1,2,3}'); SELECT originals()")" "$(printf '3\n%s' "$originals")"
    sql "DROP TABLE IF EXISTS older.vault, older.vault_key; ALTER TABLE kept.vault SET SCHEMA older; ALTER TABLE kept.vault_key SET SCHEMA older;
         SELECT erasure.permanently_delete('people', '{1,2,3}', 3); CREATE TABLE kept.vault AS TABLE erasure.vault; CREATE TABLE kept.vault_key AS TABLE erasure.vault_key" >/dev/null
}
flip() { echo "set_byte($1, $2, get_byte($1, $2) # 1)"; } # BYTEA OFFSET
v="UPDATE erasure.vault SET"
k="UPDATE erasure.vault_key SET"
changed "record, first byte" "$v record = $(flip record 0) WHERE key = '2' AND table_id = $root"
changed "record, a byte of its head" "$v record = $(flip record 5) WHERE key = '2' AND table_id = $related"
changed "record, middle byte" "$v record = $(flip record 'length(record) / 2') WHERE key = '2' AND table_id = $related"
changed "record, last byte" "$v record = $(flip record 'length(record) - 1') WHERE key = '2' AND table_id = $related"
changed "record, one byte shorter" "$v record = substr(record, 1, length(record) - 1) WHERE key = '2' AND table_id = $root"
changed "record, one byte longer" "$v record = record || '\\x00' WHERE key = '2' AND table_id = $root"
changed "record, a few bytes left" "$v record = substr(record, 1, 7) WHERE key = '2' AND table_id = $root"
changed "record, empty" "$v record = '' WHERE key = '2'"
changed "records of two subjects swapped" "$v record = o.record FROM kept.vault o WHERE vault.key = CASE o.key WHEN '2' THEN '3' WHEN '3' THEN '2' END AND o.table_id = vault.table_id AND o.part = vault.part"
changed "records of two tables swapped" "$v record = o.record FROM kept.vault o WHERE vault.key = '2' AND o.key = '2' AND o.table_id <> vault.table_id"
changed "a record of another subject" "$v key = '2', part = part + 1 WHERE key = '3' AND table_id = $root"
changed "another part" "$v part = part + 1 WHERE key = '2' AND table_id = $root"
changed "another request" "$v request = request + 1000 WHERE key = '2' AND table_id = $related"
changed "another table" "$v table_id = table_id + 1000 WHERE key = '2' AND table_id = $related"
changed "another key" "$v key = '4' WHERE key = '2' AND table_id = $related"
changed "another master key" "$v master_key_id = 'another' WHERE key = '2' AND table_id = $related"
changed "another slot" "$v slot = (slot + 1) % 32 WHERE key = '2' AND table_id = $related"
changed "a record doubled" "INSERT INTO erasure.vault SELECT request, subject_id, key, table_id, part + 1, master_key_id, numbering, record, slot FROM erasure.vault WHERE key = '2' AND table_id = $root"
changed "a record gone" "DELETE FROM erasure.vault WHERE key = '2' AND table_id = $related"
changed "all records gone" "DELETE FROM erasure.vault WHERE key = '2'"
changed "a record gone and counted so" "DELETE FROM erasure.vault WHERE key = '2' AND table_id = $related; $k records = (SELECT count(*) FROM erasure.vault WHERE key = '2') WHERE key = '2'"
changed "an older record of the same subject" "$v record = o.record FROM older.vault o WHERE vault.key = '2' AND o.key = '2' AND o.table_id = vault.table_id AND o.part = vault.part"
changed "all of the same subject's older request" "$v record = o.record FROM older.vault o WHERE vault.key = '2' AND o.key = '2' AND o.table_id = vault.table_id AND o.part = vault.part;
    $k wrapped = o.wrapped FROM older.vault_key o WHERE vault_key.key = '2' AND o.key = '2'"
changed "wrapped key, first byte" "$k wrapped = $(flip wrapped 0) WHERE key = '2'"
changed "wrapped key, last byte" "$k wrapped = $(flip wrapped 'length(wrapped) - 1') WHERE key = '2'"
changed "wrapped key, shorter" "$k wrapped = substr(wrapped, 1, length(wrapped) - 1) WHERE key = '2'"
changed "wrapped key, empty" "$k wrapped = '' WHERE key = '2'"
changed "wrapped keys of two subjects swapped" "$k wrapped = o.wrapped FROM kept.vault_key o WHERE vault_key.key = CASE o.key WHEN '2' THEN '3' WHEN '3' THEN '2' END"
changed "keys and records of two subjects swapped" "$k wrapped = o.wrapped, records = o.records FROM kept.vault_key o WHERE vault_key.key = CASE o.key WHEN '2' THEN '3' WHEN '3' THEN '2' END;
    $v record = o.record FROM kept.vault o WHERE vault.key = CASE o.key WHEN '2' THEN '3' WHEN '3' THEN '2' END AND o.table_id = vault.table_id AND o.part = vault.part"
changed "one record more counted" "$k records = records + 1 WHERE key = '2'"
changed "one record less counted" "$k records = records - 1 WHERE key = '2'"
changed "no records counted" "$k records = 0 WHERE key = '2'"
changed "the wrapped key under another name" "$k master_key_id = 'another' WHERE key = '2'"
changed "the wrapped key of another request" "$k request = request + 1000 WHERE key = '2'"
changed "the wrapped key gone" "DELETE FROM erasure.vault_key WHERE key = '2'"
changed "key and records gone" "DELETE FROM erasure.vault_key WHERE key = '2'; DELETE FROM erasure.vault WHERE key = '2'"

sql "$v record = '' WHERE key = '2'; DELETE FROM erasure.vault_key WHERE key = '3'" >/dev/null
is "a damaged vault delays no erasure" "$(sql "SELECT erasure.erase_now('people', '{2,3}', 2, 'asked')")" 2
is "and only what is erased goes" "$(sql "SELECT string_agg(key, ',') FROM erasure.vault_key; SELECT string_agg(DISTINCT key, ',') FROM erasure.vault; SELECT erasure.undo_permanent_delete('people', '{1}'); SELECT name FROM people WHERE id = 1")" "$(printf '1\n1\n1\nNeedle1')"

# --- what the server's log says ---

# The failing statements have no needle themselves, so one in the log would be ours.
sql "INSERT INTO people VALUES (7, 'Seven', 'seven@example.com')" >/dev/null
is "masked" "$(sql "SELECT subjects FROM erasure.permanently_delete('people', '{1}', 1)")" 1
sql "UPDATE people SET email = 'need' || 'le1@example.com' WHERE id = 7" >/dev/null
is "undo meets a unique value" "$(sql "SELECT erasure.undo_permanent_delete('people', '{1}')")" 'ERROR:  23505'
sql "UPDATE people SET email = NULL WHERE id = 7; ALTER TABLE people ADD CONSTRAINT named CHECK (id <> 4 OR name <> '*****')" >/dev/null
is "masking meets a CHECK" "$(sql "SELECT erasure.permanently_delete('people', '{4}', 1)")" 'ERROR:  23514'
sql "ALTER TABLE letters ADD CONSTRAINT written CHECK (person <> 5 OR body <> '*****')" >/dev/null
is "masking meets a CHECK of a related table" "$(sql "SELECT erasure.permanently_delete('people', '{5}', 1)")" 'ERROR:  23514'
sql "ALTER TABLE people ADD CONSTRAINT still CHECK (id <> 1 OR name = '*****') NOT VALID" >/dev/null
is "undo meets a CHECK" "$(sql "SELECT erasure.undo_permanent_delete('people', '{1}')")" 'ERROR:  23514'
is "the log has the errors" "$(grep -c 'violates check constraint\|with SQLSTATE 23514' "$log") $(grep -c 'cannot undo: a unique value' "$log")" '3 1'
is "the log has no plain value" "$(grep -ic needle "$log")" 0

is "erased" "$(sql "SELECT erasure.erase_now('people', '{1}', 1, 'asked')")" 1
is "no key and no record is left" "$(sql 'SELECT (SELECT count(*) FROM erasure.vault_key), (SELECT count(*) FROM erasure.vault)')" '0|0'
is "nor a plain value" "$(sql "SELECT tables_with($needles)"), $(sql "SELECT count(*) FROM people p JOIN letters l ON person = p.id WHERE p.id IN (1, 2, 3) AND concat(p, l) ~* 'needle'")" ', 0'

[ "$failures" = 0 ]
