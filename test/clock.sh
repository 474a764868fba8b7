#!/usr/bin/env bash
# Moves the clock of a server started with `test/cluster.sh --clock`: test/clock.sh 31 days | -2 hours | real
# Prints the offset in seconds that is now in force.

set -euo pipefail
: "${ERASURE_CLOCK:?no clock to move: start the cluster with test/cluster.sh --clock}"

case ${2-seconds} in
    second*) unit=1 ;; minute*) unit=60 ;; hour*) unit=3600 ;; day*) unit=86400 ;;
    *) echo "usage: clock.sh N [seconds|minutes|hours|days] | real" >&2; exit 2 ;;
esac

# In place and in one write: the servers have the file mapped.
perl -e '
    my ($file, $by, $unit) = @ARGV;
    open(my $f, "+<:raw", $file) or die "$file: $!\n";
    read($f, my $old, 8) == 8 or die "$file: not a clock\n";
    my $new = $by eq "real" ? 0 : unpack("q", $old) + $by * $unit;
    sysseek($f, 0, 0);
    syswrite($f, pack("q", $new)) == 8 or die "$file: $!\n";
    print "$new\n";
' "$ERASURE_CLOCK" "${1:?how far?}" "$unit"
