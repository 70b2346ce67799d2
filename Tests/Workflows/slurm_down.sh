#!/usr/bin/env bash
# Stops, by process number, the daemons that slurm_up.sh FOLDER started, and takes its configuration away.
set -u
folder=$1
files=("$folder/slurmd.pid" "$folder/slurmctld.pid")
[ ! -e "$folder/munged" ] || files+=(/run/munge/munged.pid)
for file in "${files[@]}"; do
  [ -s "$file" ] || continue
  process=$(cat "$file")
  kill "$process" 2>/dev/null || continue
  for _ in $(seq 50); do kill -0 "$process" 2>/dev/null || break; sleep 0.2; done
done
[ ! -e "$folder/configured" ] || rm -f /etc/slurm/slurm.conf
