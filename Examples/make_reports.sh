#!/usr/bin/env bash
# Writes the reports of the worked cases anew: make_reports.sh FOXP3 [FOLDER]. Each case's README holds its command.
set -euo pipefail
foxp3=$(realpath "$1") here=$(cd "$(dirname "$0")" && pwd)
folder=${2:-$here}
for readme in "$here"/*/README.md; do
  name=$(basename "$(dirname "$readme")")
  rm -rf "$folder/$name/report"
  mkdir -p "$folder/$name"
  command=$(grep '^foxp3 annotate ' "$readme")
  # The commands are the READMEs' own and hold no spaces within a word.
  (cd "$here/$name" && "$foxp3" ${command#foxp3 } -o "$folder/$name/report" --formats tsv,html,family,bed \
    --run-date 2026-01-31 --quiet)
done
