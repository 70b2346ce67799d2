#!/usr/bin/env bash
# Shows for one sample that foxp3 calls the same records from its BAM, the BAM without an index, SAM and CRAM.
# usage: formats_check.sh REFERENCE_FOLDER PLAN_FOLDER SAMPLE SEX FOXP3_BINARY
set -euo pipefail
reference=$1 plan=$2 sample=$3 sex=$4 foxp3=$5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bam=$plan/bam/$sample.bam
cp "$bam" "$work/unindexed.bam"
samtools view -h -o "$work/plain.sam" "$bam"
samtools view -C -T "$reference/whole.fa" -o "$work/reads.cram" "$bam"
cp "$work/reads.cram" "$work/indexed.cram"
samtools index "$work/indexed.cram"
records() { "$foxp3" call "$1" --sex "$sex" --fasta "$reference/whole.fa" --quiet | grep -v '^##' ; }
records "$bam" >"$work/expected"
[ "$(wc -l <"$work/expected")" -gt 1 ] || { echo "formats_check.sh: no record in $bam" >&2; exit 1; }
for file in unindexed.bam plain.sam reads.cram indexed.cram; do
  records "$work/$file" | cmp - "$work/expected"
  echo "$file: the same $(($(wc -l <"$work/expected") - 1)) records"
done
