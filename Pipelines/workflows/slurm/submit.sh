#!/usr/bin/env bash
# A sample sheet as a SLURM job array, and a job that writes the summary when the array has ended.
# use: submit.sh SHEET RESULTS RUN_DATE [OPTION OF foxp3 batch]...
# FOXP3: the program. TASKS: tasks of the array at most (1000). SBATCH_…: as sbatch reads them.
# Prints the summary's job number; its exit status is that of `foxp3 batch`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
sheet=$(realpath "$1") results=$(realpath -m "$2") date=$3
shift 3
export FOXP3=${FOXP3:-foxp3} FOXP3_WORKFLOW=$here
mkdir -p "$results.state"
samples=$(python3 "$here/../samples.py" "$sheet")
tasks=$((samples < ${TASKS:-1000} ? samples : ${TASKS:-1000}))
after=()
if [ "$tasks" -gt 0 ]; then
  array=$(sbatch --parsable --array="1-$tasks" --output="$results.state/task_%a.log" \
    "$here/task.sbatch" "$sheet" "$results" "$date" "$tasks" "$@")
  after=(--dependency="afterany:${array%%;*}")
fi
cohort=$(sbatch --parsable "${after[@]}" --output="$results.state/cohort.log" \
  "$here/cohort.sbatch" "$sheet" "$results" "$date" "$@")
echo "${cohort%%;*}"
