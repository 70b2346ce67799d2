#!/usr/bin/env bash
# Makes one sample's sorted, indexed BAM with reads at their real GRCh38 places (bam/SAMPLE.bam), and the same
# in the windows' own coordinates (bam/SAMPLE.small.bam) for callers that would load all of chrX first.
# usage: simulate.sh REFERENCE_FOLDER PLAN_FOLDER SAMPLE DEPTH READ_LENGTH SEED
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
reference=$1 plan=$2 sample=$3 depth=$4 length=$5 seed=$6
bam=$plan/bam/$sample.bam
mkdir -p "$plan/bam"
recipe=$(echo "$depth $length $seed"; grep "^$sample"$'\t' "$plan/truth.tsv")
if [ -s "$bam.bai" ] && [ "$(cat "$bam.recipe" 2>/dev/null)" = "$recipe" ]; then exit 0; fi
rm -f "$bam" "$bam.bai" "$bam.recipe" "$plan"/calls/*/"$sample.vcf" "$plan/depth/$sample.tsv"
case $length in
  150) machine=HS25 fragment=350 ;;
  100) machine=HS20 fragment=300 ;;
  *) echo "simulate.sh: no quality profile for reads of $length bases: 100 or 150" >&2; exit 64 ;;
esac
work=$(mktemp -d "$plan/$sample.XXXXXX")
trap 'rm -rf "$work"' EXIT
python3 "$here/haplotypes.py" "$plan" "$sample" >"$work/genomes.fa"
half=$(awk "BEGIN { print $depth / 2 }")
art_illumina -q -ss $machine -i "$work/genomes.fa" -p -l "$length" -f "$half" -m $fragment -s 50 \
  -rs "$seed" -na -o "$work/reads" >"$work/art.log" 2>&1
bwa mem -t 1 -K 100000000 -R "@RG\tID:$sample\tSM:$sample\tPL:ILLUMINA\tLB:$sample" "$reference/compact.fa" \
  "$work/reads1.fq" "$work/reads2.fq" 2>"$work/bwa.log" |
  samtools sort --no-PG -l 1 -o "$work/small.bam" - 2>"$work/sort.log"
samtools view -h "$work/small.bam" | awk -f "$here/to_real_places.awk" "$reference/offsets.tsv" - |
  samtools view --no-PG -1 -o "$work/real.bam" -
for made in small real; do
  samtools quickcheck "$work/$made.bam"
  samtools index "$work/$made.bam"
done
mv "$work/small.bam" "${bam%.bam}.small.bam"
mv "$work/small.bam.bai" "${bam%.bam}.small.bam.bai"
mv "$work/real.bam" "$bam"
mv "$work/real.bam.bai" "$bam.bai"
echo "$recipe" >"$bam.recipe"
