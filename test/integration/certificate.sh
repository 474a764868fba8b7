#!/usr/bin/env bash
# A certificate outside of the database: README's openssl command verifies it, and nothing that was changed in it; so does another database
# that never saw the key, in another encoding too. The signing key is one more line of the key file, made once.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh -- test/integration/certificate.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -d "${2-postgres}" -c "$1" 2>&1; }
file=$PGDATA/erasure.key
set_up() { # DATABASE
    psql -qX -v ON_ERROR_STOP=1 -d "$1" <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
SET client_encoding = 'UTF8';
CREATE EXTENSION erasure;
CREATE TABLE "Kundschaft ä" (id int PRIMARY KEY, "Name ü" text NOT NULL);
INSERT INTO "Kundschaft ä" SELECT i, 'Needle' || i FROM generate_series(1, 9) i;
SELECT erasure.protect('"Kundschaft ä"', '{Name ü}');
SELECT erasure.soft_delete('"Kundschaft ä"', ARRAY(SELECT id FROM "Kundschaft ä"));
SELECT FROM erasure.permanently_delete('"Kundschaft ä"', '{1,2,3}', 3);
SELECT erasure.erase_now('"Kundschaft ä"', '{1,2,3}', 3, 'asked');
SQL
}
set_up postgres
cd "$TMPDIR" || exit

# As README has it.
psql -XAtq -c 'SELECT erasure.certificate(1)' >certificate.json
psql -XAtq -c 'SELECT erasure.public_key()' >erasure.pem
outside() { # FILE KEY
    sed 's/^{"certificate":\(.*\),"signature":"[^"]*"}$/\1/' "$1" | tr -d '\n' >signed
    sed 's/.*,"signature":"\([^"]*\)"}$/\1/' "$1" | base64 -d >signature
    openssl pkeyutl -verify -rawin -pubin -inkey "$2" -in signed -sigfile signature 2>&1 | tail -n 1
}
good='Signature Verified Successfully'
is "openssl verifies it" "$(outside certificate.json erasure.pem)" "$good"
is "in the words it was given" "$(grep -c 'public.\\"Kundschaft ä\\"","rows_masked"\|"Name ü"' certificate.json)" 1
for change in 's/"rows_masked":3/"rows_masked":4/' 's/"erased"/"erasee"/' 's/Kundschaft/Kundschafd/' 's/"signature":"./"signature":"_/' 's/"version":1/"version": 1/'; do
    sed "$change" certificate.json >changed.json
    is "not what was changed: $change" "$(cmp -s certificate.json changed.json && echo same)$(outside changed.json erasure.pem | grep -c "$good")" 0
done
openssl genpkey -algorithm ed25519 2>/dev/null | openssl pkey -pubout >other.pem
is "not with another key" "$(outside certificate.json other.pem | grep -c "$good")" 0

# --- in another database, which has no keys at all ---

createdb elsewhere
sql 'CREATE EXTENSION erasure' elsewhere >/dev/null
verify() { psql -qXAt -v ON_ERROR_STOP=1 -d "$1" -v certificate="$(cat "$2")" -v key="$(cat "$3")" <<<"SELECT erasure.verify_certificate(:'certificate', :'key')" 2>&1; }
is "verified elsewhere" "$(verify elsewhere certificate.json erasure.pem) $(verify elsewhere certificate.json other.pem) $(verify elsewhere changed.json erasure.pem)" 't f t'
createdb -T template0 -E LATIN1 --locale=C latin
set_up latin
PGCLIENTENCODING=UTF8 psql -XAtq -d latin -c 'SELECT erasure.certificate(1)' >latin.json
is "one of a database in another encoding" "$(outside latin.json erasure.pem)|$(PGCLIENTENCODING=UTF8 verify latin latin.json erasure.pem)|$(verify elsewhere latin.json erasure.pem)|$(grep -c 'Name ü' latin.json)" "$good|t|t|1"

# --- its key ---

is "one line, made once, for all databases" "$(grep -c '^erasure-sign-1 [0-9a-f]\{16\} [0-9a-f]\{64\}$' "$file")|$(sql 'SELECT erasure.public_key()' latin)" "1|$(cat erasure.pem)"
users=()
sed -i '/^erasure-sign-1/d' "$file"
for n in 1 2 3 4 5 6; do sql 'SELECT md5(erasure.public_key())' >"use$n" & users+=($!); done
wait "${users[@]}"
is "six at once make one" "$(cat use? | sort -u | wc -l)|$(grep -c '^erasure-sign-1' "$file")" '1|1'
is "it wraps nothing" "$(sql "SELECT count(*) FROM erasure.key_ring() k, erasure.installation i WHERE k.key_id = '$(sed -n 's/^erasure-sign-1 \([^ ]*\) .*/\1/p' "$file")'")" 0
is "a new master key leaves it" "$(sql 'SELECT erasure.public_key()' | md5sum)$(sql 'SELECT FROM erasure.rotate_key()')" "$(sql 'SELECT erasure.public_key()' | md5sum)"
before=$(sql 'SELECT erasure.public_key()')
printf 'erasure-sign-1 newer %s\n' "$(printf '3d%.0s' {1..32})" >>"$file"
old=$(sed -n 's/^erasure-sign-1 \([0-9a-f]*\) .*/\1/p' "$file")
is "a newer one signs, the older can be told" "$(sql "SELECT erasure.certificate(1) -> 'certificate' -> 'signed_with' ->> 'key_id', erasure.public_key() <> erasure.public_key('$old')")|$(sql "SELECT erasure.public_key('$old')")" "newer|t|$before"
sed -i '/^erasure-sign-1/d' "$file"
sql "LOAD 'erasure'" >/dev/null
is "a ring that is not the server's to change" "$(sql "SET erasure.key_command = 'cat $file'; SELECT erasure.certificate(1)")" 'ERROR:  55000'
is "unless it has one" "$(sql "SET erasure.key_command = 'cat $file; echo erasure-sign-1 s $(printf '3d%.0s' {1..32})'; SELECT erasure.certificate(1) -> 'certificate' -> 'signed_with' ->> 'key_id'")" s

# --- what a dump brings ---

createdb restored
pg_dump -Fc -f whole.dump
pg_restore -d restored whole.dump 2>/dev/null
is "a restored dump certifies the same" "$(sql "SELECT count(*) FROM (SELECT erasure.certificate(1) #> '{certificate,tables}') x" restored)|$(sql "SELECT md5((erasure.certificate(1) #> '{certificate,keys}')::text)" restored)" "1|$(sql "SELECT md5((erasure.certificate(1) #> '{certificate,keys}')::text)")"

# --- the schema ---

members() { sed -n '/^## Certificates/,/^## /p' "$OLDPWD/README.md" | sed -n '/^```json/,/^```/p' | grep -o '"[a-z_0-9]*":' | sort -u; }
missing=''
for member in $(grep -o '"[a-z_0-9]*":' certificate.json | sort -u); do grep -qxF "$member" <<<"$(members)" || missing+="$member "; done
is "README's schema has every member" "$missing" ''

[ "$failures" = 0 ]
