#!/usr/bin/env bash
# Runs a command beside a throwaway PostgreSQL with this extension in it, then removes all of it.
#
#   test/cluster.sh [option ...] [--] [command ...]        (without a command: psql)
#
#   --set NAME=VALUE    a line of postgresql.conf, after the defaults below; may be repeated
#   --clock             the server's clock can be moved with test/clock.sh, background workers' too
#   --faults            what the server does can be made to fail, or to kill it, call by call: see test/fault_shim.cpp
#   --ld-preload FILE   start the server with this library preloaded; may be repeated
#   --tcp               listen on 127.0.0.1 as well (anybody on this machine can then connect while it runs)
#   --durable           fsync and everything else as PostgreSQL ships it, for measuring
#   --with SET          what is installed: demo (default), check, clients (check, and what test/clients tries of Debian's
#                       packages, which need not be there) or every-client (npm as well, 380 packages in Debian 12)
#   --no-build          do not build and install the extension
#   --no-server         do not start a server
#   --keep              leave the directory behind and say where it is
#
# The command runs as an unprivileged user (`postgres` if we are root, else ourselves), in a copy of this tree that it may
# write to, with PGHOST, PGPORT, PGUSER, PGDATABASE, PGDATA and PATH set, so that psql, pg_ctl, make install and make
# installcheck mean this cluster. Also set: ERASURE_ROOT (see below), ERASURE_START (a script that starts the server
# again, the same way, once a test has stopped or killed it), ERASURE_CLOCK. Its exit status is ours.
#
# Nothing is installed into the system's PostgreSQL: a private copy of its programs, with the rest linked, lives under
# ERASURE_ROOT. PostgreSQL finds its files relative to its programs, so runs do not meet each other and need no root.
# Started from within such a command, the script gives another cluster on the same copy and build, in about a second.
#
# As root on Debian what is missing is installed with apt-get; else it is named.

set -euo pipefail

say() { printf '%s\n' "$*" >&2; }
die() { say "cluster.sh: $*"; exit 2; }

settings=() preload=() command=()
with=demo build=yes server=yes clock='' faults='' tcp='' durable='' keep=''

while [ $# -gt 0 ]; do
    case $1 in
        --set)        [[ ${2-} == *=* ]] || die "--set wants NAME=VALUE"; settings+=("$2"); shift ;;
        --ld-preload) [ -r "${2-}" ] || die "--ld-preload: cannot read '${2-}'"; preload+=("$(realpath "$2")"); shift ;;
        --with)       [[ ${2-} == @(demo|check|clients|every-client) ]] || die "--with wants demo, check, clients or every-client"; with=$2; shift ;;
        --clock)      clock=yes ;;
        --faults)     faults=yes ;;
        --tcp)        tcp=yes ;;
        --durable)    durable=yes ;;
        --keep)       keep=yes ;;
        --no-build)   build='' ;;
        --no-server)  server='' ;;
        -h | --help)  sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; exit 0 ;;
        --)           shift; command=("$@"); break ;;
        -*)           die "unknown option $1 (see --help)" ;;
        *)            command=("$@"); break ;;
    esac
    shift
done
[ ${#command[@]} -gt 0 ] || command=(psql)

# The caller's connection settings and make's job server are not for us.
for v in $(compgen -v PG); do
    case $v in PG_CONFIG | PG_MAJOR) ;; *) unset "$v" ;; esac
done
unset MAKEFLAGS MFLAGS MAKELEVEL ERASURE_CLOCK
export LC_ALL=C.UTF-8

cd "$(dirname "$0")/.."
source_tree=$PWD
nested=${ERASURE_ROOT:+yes}
jobs=$(nproc 2>/dev/null || echo 2)

# --- what has to be there ---

asked=${PG_CONFIG-}
# Debian's client package alone brings pg_config's makefiles: the headers tell.
has_headers() { [ -f "$("$1" --pgxs 2>/dev/null)" ] && [ -f "$("$1" --includedir-server)/postgres.h" ]; }
[ -z "$asked" ] || has_headers "$asked" || die "PG_CONFIG=$asked knows no server headers"
missing=()
need() { # PACKAGE test...
    "${@:2}" >/dev/null 2>&1 || missing+=("$1")
}

compiles() { # COMPILER FLAGS HEADER
    # shellcheck disable=SC2086
    echo "#include <$3>" | $1 $2 -x c++ -fsyntax-only -
}

links_fuzzer() {
    local out rc=0
    out=$(mktemp)
    echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char *, unsigned long) { return 0; }' |
        clang++ -fsanitize=fuzzer,address -x c++ -o "$out" - || rc=1
    rm -f "$out"
    return $rc
}

has_extension() { [ -f "$("$PG_CONFIG" --sharedir)/extension/$1.control" ]; }

# Which PostgreSQL: the one of PG_CONFIG or PATH; else PG_MAJOR; else the one this Debian calls `postgresql`.
find_postgres() {
    PG_CONFIG=${asked:-$(command -v "/usr/lib/postgresql/${PG_MAJOR:-none}/bin/pg_config" || command -v pg_config || echo false)}
    has_headers "$PG_CONFIG" || PG_CONFIG=false
    if [ "$PG_CONFIG" != false ]; then
        major=$("$PG_CONFIG" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
    else
        major=${PG_MAJOR:-$(apt-cache depends postgresql 2>/dev/null | sed -n 's/.*Depends: postgresql-\([0-9]\+\)$/\1/p' | head -n 1)}
    fi
}

look_for_what_is_missing() {
    missing=()
    find_postgres
    need make command -v make
    need g++ command -v g++
    need libssl-dev compiles g++ '' openssl/evp.h
    need liblz4-dev compiles g++ '' lz4.h
    need libhyperscan-dev compiles g++ '' hs/hs.h
    need "postgresql-server-dev-${major:-NN}" test "$PG_CONFIG" != false
    need "postgresql-${major:-NN}" test -x "$("$PG_CONFIG" --bindir)/initdb"
    need "postgresql-${major:-NN}-cron" has_extension pg_cron
    [ "$with" != demo ] || return 0
    need "postgresql-${major:-NN}-pgtap" has_extension pgtap
    need libtap-parser-sourcehandler-pgtap-perl command -v pg_prove
    need libgtest-dev compiles g++ '' gtest/gtest.h
    need clang command -v clang++
    need libclang-rt-dev links_fuzzer
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# Neither Debian's own cluster nor any other service is to start because of us; both ways of saying so are taken back.
install_quietly() { # PACKAGE...
    local policy=/usr/sbin/policy-rc.d no_main=/etc/postgresql-common/createcluster.d/zz-erasure-test.conf made=() rc=0
    undo() { [ ${#made[@]} = 0 ] || rm -f "${made[@]}"; rmdir "${no_main%/*}" /etc/postgresql-common 2>/dev/null || true; }
    trap undo EXIT
    if [ ! -e $policy ]; then made+=("$policy"); printf '#!/bin/sh\nexit 101\n' >$policy; chmod +x $policy; fi
    mkdir -p "${no_main%/*}"; made+=("$no_main"); echo 'create_main_cluster = false' >"$no_main"
    say "cluster.sh: installing $*"
    "${apt[@]}" install "$@" >&2 || rc=$?
    undo
    trap - EXIT
    hash -r
    return $rc
}

install_what_is_missing() {
    may_install || die "missing: ${missing[*]} (install these, or run as root on Debian to have it done)"
    "${apt[@]}" update >&2
    look_for_what_is_missing # the lists are fresh now, so the version is known
    install_quietly "${missing[@]}"
    look_for_what_is_missing
    [ ${#missing[@]} = 0 ] || die "still missing after apt-get install: ${missing[*]}"
}

# What test/clients can use. It skips what is not there, so nothing here stops the others.
look_for_clients() {
    local module
    missing=()
    for module in psycopg psycopg2 asyncpg sqlalchemy django; do need "python3-$module" /usr/bin/python3 -c "import $module"; done
    need libpostgresql-jdbc-java test -r /usr/share/java/postgresql.jar
    need openjdk-17-jdk-headless command -v javac
    need ruby-pg /usr/bin/ruby -e 'require "pg"'
    need ruby-activerecord /usr/bin/ruby -e 'require "active_record"'
    need libdbd-pg-perl /usr/bin/perl -MDBD::Pg -e 1
    need php-cli command -v php
    need php-pgsql php -r 'exit(extension_loaded("pdo_pgsql") ? 0 : 1);'
    [ "$with" = every-client ] || return 0
    need nodejs command -v node
    need npm command -v npm
}

install_clients() {
    look_for_clients
    if [ ${#missing[@]} -gt 0 ] && may_install; then
        "${apt[@]}" update >&2 || true
        install_quietly "${missing[@]}" || say "cluster.sh: not all of these could be installed"
        look_for_clients
    fi
    [ ${#missing[@]} = 0 ] || say "cluster.sh: not installed, so some clients will be skipped: ${missing[*]}"

    # The lockfile says which; no package's scripts run.
    local node=test/clients/node
    if command -v npm >/dev/null && ! [ $node/node_modules/.package-lock.json -nt $node/package-lock.json ]; then
        say "cluster.sh: npm ci in $node"
        (cd $node && timeout 300 npm ci --ignore-scripts --no-audit --no-fund >&2) || say "cluster.sh: npm ci failed, so some clients will be skipped"
    fi
}

apt=(apt-get -q -y -o DPkg::Lock::Timeout=600 -o APT::Install-Recommends=false)
if [ -z "$nested" ]; then
    export DEBIAN_FRONTEND=noninteractive
    look_for_what_is_missing
    [ ${#missing[@]} = 0 ] || install_what_is_missing
    [[ $with != *client* ]] || install_clients
fi

# --- the place, and the end of it ---

as_user=()
user=$(id -un)
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
    user=postgres
    id -u postgres >/dev/null 2>&1 || user=nobody
    as_user=(setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups --)
fi
as() { "${as_user[@]}" "$@"; }

tmp=${TMPDIR:-/tmp}
[ ${#tmp} -lt 60 ] && as test -x "$tmp" || tmp=/tmp # a socket's path has 107 characters at most
dir=$(mktemp -d "$tmp/erasure.XXXXXX")
child='' group='' status=2

stop_servers() { # also those a test has started below the directory
    local f pid
    find "$dir" -name postmaster.pid 2>/dev/null | while read -r f; do
        pid=$(head -n 1 "$f" 2>/dev/null) || continue
        as pg_ctl -D "${f%/*}" -m fast -t 30 stop >/dev/null 2>&1 ||
            as pg_ctl -D "${f%/*}" -m immediate -t 10 stop >/dev/null 2>&1 ||
            as kill -KILL "$pid" 2>/dev/null || true
    done
}

finish() {
    trap '' INT TERM HUP
    trap - EXIT
    if [ -n "$child" ] && kill -0 "$child" 2>/dev/null; then
        kill -TERM -- "${group:+-}$child" 2>/dev/null || true
        for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$child" 2>/dev/null || break; sleep 0.3; done
        kill -KILL -- "${group:+-}$child" 2>/dev/null || true
    fi
    stop_servers
    if [ "$status" != 0 ] && [ -s "$dir/server.log" ]; then
        say "--- exit status $status; the end of the server's log:"
        tail -n "${ERASURE_LOG_LINES:-60}" "$dir/server.log" >&2
        say "---"
    fi
    if [ -n "$keep" ]; then say "cluster.sh: kept $dir"; else rm -rf "$dir"; fi
    exit "$status"
}
trap finish EXIT
trap 'status=130; finish' INT
trap 'status=143; finish' TERM HUP

mkdir -m 700 "$dir/tmp" "$dir/home" "$dir/socket"

# --- PostgreSQL's programs, and the tree with the extension built ---

if [ -n "$nested" ]; then
    work=$source_tree
else
    export ERASURE_ROOT=$dir/root
    work=$dir/tree
    mkdir "$ERASURE_ROOT" "$work"
    bindir=$("$PG_CONFIG" --bindir)
    for where in "$("$PG_CONFIG" --pkglibdir)" "$("$PG_CONFIG" --sharedir)" "$bindir"; do
        mkdir -p "$ERASURE_ROOT$where"
        # Programs are copied, since they find their home by resolving links; their files can be links.
        if [ "$where" = "$bindir" ]; then cp -a "$where/." "$ERASURE_ROOT$where/"; else cp -rs "$where/." "$ERASURE_ROOT$where/"; fi
    done
    includes=$("$PG_CONFIG" --includedir)
    mkdir -p "$(dirname "$ERASURE_ROOT$includes")"
    ln -s "$includes" "$ERASURE_ROOT$includes"
    find "$ERASURE_ROOT" -depth -name 'erasure*' -exec rm -rf {} + # what somebody has installed for real
    leave_out=()
    [[ $with == *client* ]] || leave_out=(--exclude=./test/clients/node/node_modules)
    # Objects come along, so that a tree already built costs little. Somebody may be editing: tar's 1 is for that.
    { tar -C "$source_tree" --warning=no-file-changed --exclude=./.git "${leave_out[@]}" -cf - . || [ $? = 1 ]; } | tar -C "$work" -xf -
    export PATH=$ERASURE_ROOT$bindir:$PATH PG_CONFIG=$ERASURE_ROOT$bindir/pg_config
fi
[ "$(id -u)" != 0 ] || chown -R "$user:" "$dir"
export HOME=$dir/home TMPDIR=$dir/tmp
cd "$work"

if [ -n "$build" ] && [ -z "$nested" ]; then
    say "cluster.sh: building"
    if ! { as make -j"$jobs" all && as make install; } >"$dir/build.log" 2>&1; then
        tail -n 60 "$dir/build.log" >&2
        die "the extension does not build"
    fi
fi

# --- the cluster ---

start_server() {
    export PGDATA=$dir/data PGHOST=$dir/socket PGUSER=postgres PGDATABASE=postgres
    export ERASURE_START=$dir/start
    as initdb -A trust -U postgres --locale=C.UTF-8 -E UTF8 --no-sync >"$dir/initdb.log" 2>&1 ||
        { cat "$dir/initdb.log" >&2; die "initdb failed"; }

    local attempt s
    for attempt in 1 2 3 4 5; do
        PGPORT=$((20000 + RANDOM % 12000)) # the socket's directory is ours alone, so this matters for --tcp only
        export PGPORT
        {
            echo "port = $PGPORT"
            echo "listen_addresses = '${tcp:+127.0.0.1}'"
            echo "unix_socket_directories = '$PGHOST'"
            echo "shared_preload_libraries = 'pg_cron'"
            echo "cron.database_name = 'postgres'"
            echo "cron.use_background_workers = on" # no password set-up, no connection back
            echo "max_worker_processes = 16"
            echo "log_checkpoints = off"
            echo "log_line_prefix = '%m [%p] %q%u@%d '"
            [ -n "$durable" ] || echo "fsync = off"
            for s in "${settings[@]}"; do echo "${s%%=*} = '$(printf '%s' "${s#*=}" | sed "s/'/''/g")'"; done
        } | as tee "$PGDATA/erasure.conf" >/dev/null
        [ "$attempt" -gt 1 ] || echo "include 'erasure.conf'" | as tee -a "$PGDATA/postgresql.conf" >/dev/null

        if [ -n "$clock" ]; then
            export ERASURE_CLOCK=$dir/clock
            [ -e "$dir/clock.so" ] || {
                as gcc -O1 -shared -fPIC -o "$dir/clock.so" test/clock_shim.c
                printf '\0\0\0\0\0\0\0\0' | as tee "$ERASURE_CLOCK" >/dev/null
                preload+=("$dir/clock.so")
            }
        fi
        if [ -n "$faults" ] && ! [ -e "$dir/fault.so" ]; then
            as g++ -std=c++20 -O1 -shared -fPIC -o "$dir/fault.so" test/fault_shim.cpp
            preload+=("$dir/fault.so")
        fi
        {
            echo '#!/bin/sh'
            printf 'exec env LD_PRELOAD=%q ERASURE_CLOCK=%q pg_ctl -D %q -l %q -w -t 60 start\n' \
                "${preload[*]}" "${ERASURE_CLOCK-}" "$PGDATA" "$dir/server.log"
        } | as tee "$ERASURE_START" >/dev/null
        as chmod +x "$ERASURE_START"

        as "$ERASURE_START" >"$dir/start.log" 2>&1 && return
        grep -qs 'could not bind' "$dir/server.log" || break
    done
    cat "$dir/start.log" >&2
    die "the server does not start"
}

[ -z "$server" ] || start_server

status=0
if [ -t 0 ]; then # the terminal is the command's, and so is its Ctrl-C
    trap : INT
    as "${command[@]}" || status=$?
else # a process group of its own, so that ending us ends all of it
    group=yes
    "${as_user[@]}" setsid "${command[@]}" <&0 &
    child=$!
    wait "$child" || status=$?
    child=
fi
