#!/usr/bin/env bash
# The whole accuracy benchmark: plans samples, simulates reads, calls them with each caller, scores.
# usage: run.sh quick|full FOLDER FOXP3_BINARY [--without-foxp3-call]
# FOLDER keeps everything (a few hundred MB for quick, some GB for full) and is resumed when it exists.
# JOBS (default 2) samples are made at a time, at low priority.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -lt 3 ]; then sed -n '2,5p' "$0" | cut -c3- >&2; exit 64; fi
size=$1 folder=$2 foxp3=$3 caller=$3
if [ "${4:-}" = --without-foxp3-call ]; then caller=-; fi
for tool in art_illumina bwa samtools bcftools freebayes python3; do
  command -v $tool >/dev/null || { echo "run.sh: $tool is missing (README.md names the packages)" >&2; exit 69; }
done
case $size in
  quick) options=(--quick --drawn 6 --unaffected 10) ;;
  full) options=() ;;
  *) echo "run.sh: the size is quick or full, not '$size'" >&2; exit 64 ;;
esac
reference=$folder/reference plan=$folder/$size
if [ ! -s "$reference/compact.fa.sa" ]; then
  python3 "$here/genome.py" "$reference"
  samtools faidx "$reference/whole.fa"
  samtools faidx "$reference/compact.fa"
  bwa index "$reference/compact.fa" 2>"$reference/bwa.log"
fi
python3 "$here/plan.py" "$foxp3" "$plan" "${options[@]}"

one() {
  here=$1 reference=$2 plan=$3 foxp3=$4 sample=$5 sex=$6 depth=$7 length=$8 seed=$9
  "$here/simulate.sh" "$reference" "$plan" "$sample" "$depth" "$length" "$seed" &&
    "$here/callers.sh" "$reference" "$plan" "$sample" "$sex" "$foxp3" ||
    { echo "run.sh: $sample failed" >&2; exit 1; }
}
export -f one
tail -n +2 "$plan/samples.tsv" | tr '\t' ' ' |
  nice -n 5 xargs -P "${JOBS:-2}" -L 1 bash -c 'one "$@"' _ "$here" "$reference" "$plan" "$caller"
while read -r sample sex _; do
  "$here/places_check.sh" "$reference" "$plan" "$sample" $([ "$sex" = male ] && echo 1 || echo 2)
done < <(sed -n '2,3p' "$plan/samples.tsv")
python3 "$here/score_check.py"
python3 "$here/score.py" "$plan" >"$plan/scores.tsv"

head_of_document() {
  echo "# Accuracy of calling from reads"
  echo
  echo "$(($(cut -f 1 "$plan/scores.tsv" | sort -u | wc -l) - 1)) simulated samples ($size plan), made, called and scored by \`Benchmarks/calling/run.sh\`;"
  echo "its README says how. $("$foxp3" --version | head -1); $(bcftools --version | head -1); freebayes $(freebayes --version | awk '{ print $2 }');"
  echo "bwa $(bwa 2>&1 | awk '/^Version/ { print $2 }'); art_illumina $(art_illumina 2>&1 | grep -o 'Version [0-9.]*' | head -1 | cut -d ' ' -f 2)."
  echo
}
{ head_of_document; python3 "$here/report.py" "$plan/scores.tsv"; } >"$plan/calling.md"
echo "$plan/calling.md"
