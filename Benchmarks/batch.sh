#!/usr/bin/env bash
# One batch of many small files, and one file of many samples, beside a shell loop of
# `bcftools view -r | bcftools csq` on the same files. Wall seconds, samples per second and peak
# memory; the loop and the batch run in turn, so that the ratio holds on a busy machine. Results go to
# memory where there is /dev/shm: a disk that just lost thousands of files is slow to make new ones.
# use: batch.sh BINARY FOLDER [ROUNDS]     inputs are made in FOLDER on first use (2 minutes)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "${1:-.build/release/foxp3}")
folder=$2
rounds=${3:-3}
[ -f "$folder/foxp3.gff3" ] ||
  python3 "$here/inputs/batch_inputs.py" "$here/../Reference" "$folder"
cd "$folder"

cat >loop.sh <<'SH'
for file in S*.vcf.gz; do
  bcftools view -r chrX:49248436-49269825 -Ou "$file" 2>/dev/null |
    bcftools csq -f chrX.fa -g foxp3.gff3 -Oz -o "$1/${file%.vcf.gz}.vcf.gz" - >/dev/null 2>&1
done
SH
work=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -rf "$work"' EXIT
samples=$(ls S*.vcf.gz | wc -l)

python3 - "$binary" "$samples" "$rounds" "$work" <<'PY'
import os, shutil, statistics, sys, time

binary, samples, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
out = sys.argv[4] + "/out"


def run(command):
    shutil.rmtree(out, ignore_errors=True)
    os.mkdir(out)
    start = time.monotonic()
    process = os.fork()
    if process == 0:
        os.execvp(command[0], command)
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    assert os.waitstatus_to_exitcode(status) == 0, command
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def batch(*options, sheet="sheet.csv"):
    return [binary, "batch", sheet, "-o", out, "--quiet", *options]


rows = [
    ("bcftools view \\| bcftools csq, a loop", samples, ["bash", "loop.sh", out]),
    ("foxp3 batch, four formats", samples, batch()),
    ("foxp3 batch, four formats, --jobs 1", samples, batch("--jobs", "1")),
    ("foxp3 batch, VCF alone", samples, batch("--formats", "vcf")),
]
large = open("large.csv").read() and os.popen(
    "bcftools query -l large.vcf.gz | wc -l").read().strip()
rows.append((f"foxp3 batch, one file of {large} samples, four formats", int(large),
             batch(sheet="large.csv")))
results = {name: [] for name, _, _ in rows}
for _ in range(rounds):
    for name, _, command in rows:
        results[name].append(run(command))
reference = results[rows[0][0]]
print("| | wall s | CPU s | samples/s | ratio of rates | peak MiB |")
print("| --- | --- | --- | --- | --- | --- |")
for name, count, _ in rows:
    mine = results[name]
    wall = statistics.median(r[0] for r in mine)
    ratio = statistics.median(
        (count / b[0]) / (samples / a[0]) for a, b in zip(reference, mine))
    cpu = statistics.median(r[1] for r in mine)
    print(f"| {name} | {wall:.2f} | {cpu:.2f} | {count / wall:.0f} | {ratio:.1f} | "
          f"{max(r[2] for r in mine):.0f} |")
run(batch())
start = time.monotonic()
os.system(f"{binary} batch sheet.csv -o {out} --quiet --resume")
print(f"\n--resume where all is done: {time.monotonic() - start:.2f} s for {samples} samples")
PY
