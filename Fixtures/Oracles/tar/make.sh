#!/bin/sh
# Makes small.tar with GNU tar: what a program folder of a few files looks like in the form ustar.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=$(pwd)
cd "$work"
umask 077
long=$(printf 'a%.0s' $(seq 85))
mkdir -p small/recovered
printf 'participant,enrolled_on\nP1,2026-01-05\n' > small/participants.csv
printf 'x%.0s' $(seq 512) > small/scores.csv
: > small/empty.csv
printf 'half a line' > "small/recovered/$long"
printf '{}\n' > small/program.json
tar --create --file="$here/small.tar" --format=ustar --blocking-factor=1 --no-recursion \
  --numeric-owner --owner=0 --group=0 --mtime=@1782820800 \
  small small/participants.csv small/scores.csv small/empty.csv small/recovered \
  "small/recovered/$long" small/program.json
