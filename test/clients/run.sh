#!/usr/bin/env bash
# Runs the story of the README through every client that is installed, each against a fresh database: `make check-clients`, and part
# `clients` of `make check`.
#
#   test/clients/run.sh             all of them
#   test/clients/run.sh NAME...     only these
#
# Prints TAP. A client that is not installed is skipped, with the reason; fewer than four that ran is a failure. Outside
# test/cluster.sh it starts a cluster of its own, and on Debian, as root, installs what is missing.

set -uo pipefail
cd "$(dirname "$0")" || exit

if [ -z "${ERASURE_ROOT-}" ]; then
    exec ../cluster.sh --with every-client --tcp --set session_preload_libraries=erasure -- test/clients/run.sh "$@"
fi

# What each client needs, and how it is started. A function prints why its client cannot run, or sets `start`.
clients=(psycopg3 asyncpg sqlalchemy django active_record jdbc node_postgres sequelize typeorm)
psycopg3()   { python psycopg && start=("$python" python/psycopg3.py); }
asyncpg()    { python asyncpg && start=("$python" python/asyncpg_pool.py); }
sqlalchemy() { python sqlalchemy psycopg2 && start=("$python" python/sqlalchemy_orm.py); }
django()     { python django psycopg2 && start=("$python" python/django_orm.py); }
jdbc() {
    local jar=/usr/share/java/postgresql.jar
    type -P javac >/dev/null || { echo "no JDK"; return 1; }
    [ -r $jar ] || { echo "no PostgreSQL JDBC driver at $jar"; return 1; }
    start=(java -XX:TieredStopAtLevel=1 -cp $jar java/Jdbc.java)
}
active_record() {
    /usr/bin/ruby -e 'require "pg"; require "active_record"' 2>/dev/null || { echo "no Ruby with pg and active_record"; return 1; }
    start=(/usr/bin/ruby ruby/active_record.rb)
}
node_postgres() { node pg pg-cursor && start=("$(type -P node)" node/node_postgres.js); }
sequelize()     { node pg sequelize && start=("$(type -P node)" node/sequelize_orm.js); }
typeorm()       { node pg typeorm && start=("$(type -P node)" node/typeorm_orm.js); }

node() { # PACKAGE...
    local package
    type -P node >/dev/null || { echo "no node"; return 1; }
    for package in "$@"; do
        [ -d "node/node_modules/$package" ] || { echo "no npm package $package (npm ci in test/clients/node)"; return 1; }
    done
}
python() { # MODULE...
    # The system's own besides the first in PATH: that is the one Debian's packages are for.
    for python in python3 /usr/bin/python3; do
        "$python" -c "import $(IFS=,; echo "$*")" 2>/dev/null && return
    done
    echo "no Python with $*"
    return 1
}

asked=("$@")
[ $# -gt 0 ] || asked=("${clients[@]}")
least=4
[ ${#asked[@]} -ge $least ] || least=${#asked[@]}

export PYTHONDONTWRITEBYTECODE=1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
ran=0 rc=0

fail() { echo "not ok - $1"; rc=1; }

tell() { # NAME ; runs its story in a database of its own
    local name=$1 db=clients_$1 status=0 since=$SECONDS
    if ! { createdb "$db" && psql -qX -d "$db" -f shop.sql; } >"$out/shop" 2>&1; then
        cat "$out/shop"
        fail "$name: shop.sql"
        return
    fi
    PGDATABASE=$db timeout 120 "${start[@]}" >"$out/story" 2>&1 </dev/null || status=$?
    # Test numbers and plans are of one story; here there are many.
    sed -E "s/^((not )?ok) [0-9]+ - /\1 - $name: /; /^1\.\.[0-9]+$/d" "$out/story"
    grep -q '^not ok' "$out/story" && rc=1
    if [ $status != 0 ] && ! grep -q '^not ok' "$out/story"; then fail "$name: exit status $status"; fi
    if ! grep -q '^ok' "$out/story"; then fail "$name: told nothing"; fi
    echo "# $name: $((SECONDS - since)) s"
    dropdb --force "$db"
}

for name in "${asked[@]}"; do
    start=()
    if ! [[ " ${clients[*]} " == *" $name "* ]]; then
        fail "$name: no such client, there are ${clients[*]}"
    elif why=$("$name"); then
        "$name" # once more, not in a subshell: for `start`
        ran=$((ran + 1))
        tell "$name"
    else
        echo "# SKIP $name: $why"
    fi
done

echo "# $ran of ${#asked[@]} clients ran"
[ $ran -ge $least ] || fail "at least $least clients are installed"
exit $rc
