#!/usr/bin/env bash
# Keys in memory: while a call works they are in pages that no core dump has, and nowhere once it has returned. Reads the memory of the
# sessions' processes, so it takes a kernel that lets it.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh -- test/integration/key_memory.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
file=$PGDATA/erasure.key
psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE people (id text PRIMARY KEY, name text NOT NULL);
INSERT INTO people SELECT i || '@example.com', 'Needle' || i FROM generate_series(1, 9) i;
SELECT erasure.protect('people', '{id,name}');
SELECT erasure.soft_delete('people', ARRAY(SELECT id FROM people));
SQL

# How often each of the keys in the file, as bytes and as digits, is in the memory of a process: "N in pages that dumps have, M in others".
# The text MARKER stands for a key where there is one.
cat >"$TMPDIR/look.pl" <<'PERL'
my ($pid, $file, $marker) = @ARGV;
my @needles = ($marker) x !!$marker;
if (!$marker) {
    open(my $f, '<', $file) or die;
    while (<$f>) { push @needles, $1, pack('H*', $1) if /^erasure-\w+-1 \S+ ([0-9a-f]{64})/ }
}
open(my $smaps, '<', "/proc/$pid/smaps") or exit 77;
open(my $mem, '<:raw', "/proc/$pid/mem") or exit 77;
my ($from, $to, $mine, @areas);
while (<$smaps>) {
    if (/^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+) *(.*)/) { ($from, $to, $mine) = (hex $1, hex $2, $3 =~ /^rw/ && $5 !~ m{^/dev/(shm|zero)|deleted}) }
    push @areas, [$from, $to, /\bdd\b/ ? 1 : 0] if /^VmFlags/ && $mine;
}
my @found = (0, 0);
my $read = 0;
for my $area (@areas) {
    my ($at, $rest) = ($area->[0], '');
    while ($at < $area->[1]) {
        my $want = $area->[1] - $at < 1 << 20 ? $area->[1] - $at : 1 << 20;
        sysseek($mem, $at, 0) or last;
        my $got = sysread($mem, my $bytes, $want) or last;
        $read += $got;
        my $all = $rest . $bytes;
        for my $needle (@needles) { my $i = -1; $found[$area->[2]]++ while ($i = index($all, $needle, $i + 1)) >= 0 }
        $rest = substr($all, -63);
        $at += $got;
    }
}
exit 77 unless $read;
print "$found[0] in dumps, $found[1] in others\n";
PERL
coproc SESSION { psql -qXAt 2>&1; }
ask() { echo "$1; SELECT 'do' || 'ne';" >&"${SESSION[1]}"; while read -r -t 60 answer <&"${SESSION[0]}" && [ "$answer" != done ]; do :; done; }
echo 'SELECT pg_backend_pid();' >&"${SESSION[1]}"
read -r pid <&"${SESSION[0]}"
ask "SET erasure.actor = 'Marker0123456789'"
look() { perl "$TMPDIR/look.pl" "$pid" "$file" "${1-}"; }
marked=$(look Marker0123456789)
case $? in
    77) echo "ok - skipped: the memory of another process cannot be read here"; exit 0 ;;
esac
is "the look finds what is there" "$([[ $marked =~ ^[1-9] ]] && echo yes)" yes

ask "SELECT FROM erasure.permanently_delete('people', ARRAY['1@example.com', '2@example.com', '3@example.com'], 3)"
is "after permanently_delete, which made the keys" "$(look)" '0 in dumps, 0 in others'
is "there is a master key and one of the day" "$(grep -c '^erasure-key-1' "$file")" 2
ask "SELECT erasure.undo_permanent_delete('people', ARRAY['1@example.com'])"
is "after undo" "$(look)" '0 in dumps, 0 in others'
ask "BEGIN; SELECT erasure.undo_permanent_delete('people', ARRAY['2@example.com'])"
is "and before COMMIT" "$(look)" '0 in dumps, 0 in others'
ask "COMMIT; SELECT FROM erasure.rotate_key()"
is "after rotate_key, of old and new keys" "$(look)" '0 in dumps, 0 in others'
ask "SELECT erasure.undo_permanent_delete('people', ARRAY['4@example.com'])"
ask "SELECT FROM erasure.key_ring(); SELECT FROM erasure.doctor(); CALL erasure.erase_due()"
is "after errors, the doctor and the job" "$(look)" '0 in dumps, 0 in others'

ask "SELECT erasure.erase_now('people', ARRAY['3@example.com'], 1, 'asked')"
ask "SELECT erasure.certificate(max(request)), erasure.public_key() FROM erasure.requests WHERE erased_at IS NOT NULL"
is "after a certificate, which made what signs it" "$(grep -c '^erasure-sign-1' "$file") $(look)" '1 0 in dumps, 0 in others'
echo '\q' >&"${SESSION[1]}"
wait "$SESSION_PID" 2>/dev/null

# A program's output.
cp "$file" "$TMPDIR/ring"
coproc SESSION { psql -qXAt 2>&1; }
echo 'SELECT pg_backend_pid();' >&"${SESSION[1]}"
read -r pid <&"${SESSION[0]}"
ask "LOAD 'erasure'; SET erasure.key_command = 'cat $TMPDIR/ring'"
ask "SELECT FROM erasure.permanently_delete('people', ARRAY['5@example.com'], 1)"
ask "SELECT erasure.undo_permanent_delete('people', ARRAY['5@example.com'])"
is "after a program said them" "$(look)" '0 in dumps, 0 in others'
ask "BEGIN; SELECT FROM erasure.permanently_delete('people', ARRAY['5@example.com'], 1)"
during=$(look)
is "until the transaction ends, what it said is in pages that core dumps leave out, and nowhere else" "${during%%,*} $([[ $during =~ ,\ [1-9] ]] && echo some)" '0 in dumps some'
ask "ROLLBACK"
is "after ROLLBACK" "$(look)" '0 in dumps, 0 in others'
echo '\q' >&"${SESSION[1]}"
wait "$SESSION_PID" 2>/dev/null

[ "$failures" = 0 ]
