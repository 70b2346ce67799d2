#!/usr/bin/env bash
# Runs the workflows of Pipelines/workflows on small samples and compares their folders with that of
# `foxp3 batch`, byte by byte; and with failing samples: the same folder, and no success.
# use: run.sh FOXP3_BINARY [local|cwl|slurm|all]      engines are in .venv-workflows (make workflow-tools)
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
workflows=$root/Pipelines/workflows
binary=$(realpath "$1") what=${2:-all}
engines=$root/.venv-workflows/bin
date=2026-01-31
folder=$(mktemp -d)
slurm=
# The daemons are stopped however this ends.
trap '[ -z "$slurm" ] || "$root/Tests/Workflows/slurm_down.sh" "$folder/slurm"; rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/home"
ln -s "$binary" "$folder/bin/foxp3"
export PATH=$folder/bin:$engines:$PATH HOME=$folder/home PYTHONDONTWRITEBYTECODE=1
cd "$folder"

# The undisturbed batches that the workflows are compared with.
prepare() {
  python3 "$root/Tests/Workflows/make_samples.py" "$root/Reference" . "$1"
  named=$(($1 + 3))
  foxp3 batch sheet.csv -o expected --run-date $date --quiet
  local status=0
  foxp3 batch failing.csv -o expected_failing --run-date $date --quiet 2>/dev/null || status=$?
  [ $status = 75 ] || { echo "foxp3 batch with failing samples ended with $status, not 75" >&2; exit 1; }
}

# Folders are equal, every file and byte; the lock alone is left out: it is empty and no result.
same() {
  diff -r -x .foxp3-batch.lock "$1" "$2" || { echo "$3: other results than foxp3 batch" >&2; exit 1; }
  echo "$3: $(find "$2" -type f ! -name .foxp3-batch.lock | wc -l) files equal to those of foxp3 batch, $4 s"
}

# check NAME COMMAND...: the command is called with a sheet and a results folder that it has to fill.
check() {
  local name=$1 start=$SECONDS
  "$name" sheet.csv "${name}_results" >"$name.log" 2>&1 ||
    { cat "$name.log" >&2; echo "$name: failed" >&2; exit 1; }
  same expected "${name}_results" "$name" $((SECONDS - start))
  # The jobs did the named samples; else the summary's job would have done all the work unseen.
  { cat "$name.log" "${name}_results.state/cohort.log" 2>/dev/null || true; } |
    grep -F "done ($named of them by an earlier run)" >/dev/null ||
    { cat "$name.log" >&2; echo "$name: not every sample was a job of its own" >&2; exit 1; }
  start=$SECONDS
  if "$name" failing.csv "${name}_failing" >"$name.failing.log" 2>&1; then
    echo "$name: a success although samples failed" >&2; exit 1
  fi
  same expected_failing "${name}_failing" "$name, with failing samples" $((SECONDS - start))
}

with_snakemake() {
  snakemake -s "$workflows/snakemake/Snakefile" --workflow-profile "$workflows/snakemake/profiles/$1" \
    --config "sheet=$2" "results=$3" "run_date='$date'"
}
snakemake_local() { with_snakemake local "$@"; }
snakemake_slurm() { with_snakemake slurm "$@"; }

cwl() {
  local samples
  samples=$(PYTHONPATH=$workflows python3 -c 'import json, samples, sys
print(json.dumps(samples.named(sys.argv[1])))' "$1")
  echo "{\"folder\": {\"class\": \"Directory\", \"path\": \".\"}, \"sheet\": \"$1\", \"samples\": $samples, \
\"run_date\": \"$date\"}" >"$2.job.json"
  local status=0
  cwltool --no-container --parallel --outdir "$2.delivered" "$workflows/cwl/batch.cwl" "$2.job.json" ||
    status=$?
  mv "$2.delivered/results" "$2"
  return $status
}

slurm_array() {
  local job state
  job=$("$workflows/slurm/submit.sh" "$1" "$2" $date)
  for _ in $(seq 600); do
    state=$(squeue -h -t all -j "$job" -o %T)
    case $state in
      COMPLETED) return 0 ;;
      PENDING | RUNNING | CONFIGURING | COMPLETING) sleep 0.5 ;;
      *) return 1 ;;
    esac
  done
  return 1
}

if [ "$what" = local ] || [ "$what" = all ] || [ "$what" = cwl ]; then prepare 4; fi
case $what in local | all)
  snakemake -s "$workflows/snakemake/Snakefile" --lint \
    --config sheet=sheet.csv results=lint container=foxp3.sif "run_date='$date'"
  check snakemake_local ;;
esac
case $what in cwl | all)
  for tool in "$workflows"/cwl/*.cwl; do cwltool --validate "$tool" >validate.log 2>&1 ||
    { cat validate.log >&2; exit 1; }; done
  check cwl ;;
esac
case $what in slurm | all)
  rm -rf expected expected_failing
  prepare 17 # with the family: 20 jobs
  slurm=yes
  "$root/Tests/Workflows/slurm_up.sh" "$folder/slurm" && status=0 || status=$?
  # 77, as test harnesses have it: not possible here, and why was printed.
  [ $status != 77 ] || { slurm=; exit 0; }
  [ $status = 0 ] || exit $status
  check slurm_array
  check snakemake_slurm ;;
esac
