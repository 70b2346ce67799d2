#!/usr/bin/env bash
# Start-up and a small indexed file: CPU milliseconds and peak memory, the least of 20 runs, beside
# bcftools doing less on the same file. Ratios count, not the times of one machine.
set -euo pipefail
binary=${1:-.build/release/foxp3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bgzip -c Examples/affected_male/boy.vcf >"$work/small.vcf.gz"
tabix "$work/small.vcf.gz"

row() {
  python3 - "$@" <<'PY'
import os, sys
name, command = sys.argv[1], sys.argv[2:]
best, peak = None, 0
for _ in range(20):
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1); os.dup2(null, 2)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0, command
    cpu = (usage.ru_utime + usage.ru_stime) * 1000
    best = cpu if best is None else min(best, cpu)
    peak = max(peak, usage.ru_maxrss / 1024)
print(f"| {name} | {best:.1f} | {peak:.1f} |")
PY
}

echo "| command | CPU ms | peak MiB |"
echo "| --- | --- | --- |"
row "foxp3 --version" "$binary" --version
row "bcftools --version" bcftools --version
row "foxp3 annotate, small indexed VCF, four formats" \
  "$binary" annotate "$work/small.vcf.gz" --sex male -o "$work/out" --quiet
row "foxp3 annotate, TSV only" \
  "$binary" annotate "$work/small.vcf.gz" --sex male -o "$work/out" --quiet --formats tsv
row "bcftools view -r (same file)" \
  bcftools view -r chrX:49248436-49269825 "$work/small.vcf.gz"

# Files of a genome's size: FOXP3_BENCH_INPUTS names a folder for them, made on first use (3 GB).
if [ -n "${FOXP3_BENCH_INPUTS:-}" ]; then
  echo
  "$(dirname "$0")/scan.sh" "$binary" "$FOXP3_BENCH_INPUTS" "${FOXP3_BENCH_ROUNDS:-5}"
fi
