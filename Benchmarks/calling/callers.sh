#!/usr/bin/env bash
# Calls one sample over the locus with each caller: PLAN_FOLDER/calls/CALLER/SAMPLE.vcf, in real coordinates.
# usage: callers.sh REFERENCE_FOLDER PLAN_FOLDER SAMPLE SEX FOXP3_OR_DASH
# The peers are told the sample's sex as foxp3 is: ploidy 1 for a male's X, 2 for a female's. They are given the
# BAM in the windows' coordinates, because each would load 156 million bases of chrX for every sample, and their
# records are moved; places_check.sh shows that the real coordinates give the same records.
set -euo pipefail
reference=$1 plan=$2 sample=$3 sex=$4 foxp3=$5
fasta=$reference/compact.fa
bam=$plan/bam/$sample.bam small=$plan/bam/$sample.small.bam
offset=$(awk '$1 == "chrX" { print $2 }' "$reference/offsets.tsv")
region=chrX:$((49248436 - offset))-$((49269825 - offset))
if [ "$sex" = male ]; then ploidy=1; else ploidy=2; fi
mkdir -p "$plan"/calls/{bcftools,freebayes,foxp3} "$plan/depth"

finished() { [ -s "$plan/calls/$1/$sample.vcf" ]; }
moved() { awk -v offset="$offset" 'BEGIN { FS = OFS = "\t" } !/^#/ { $2 += offset } 1' >"$plan/calls/$1/$sample.part"; }
keep() { mv "$plan/calls/$1/$sample.part" "$plan/calls/$1/$sample.vcf"; }

# The depth of good bases (base quality 10, mapping quality 20) at each planted place, mates' overlap counted once.
if ! [ -s "$plan/depth/$sample.tsv" ]; then
  awk -F'\t' -v sample="$sample" -v offset="$offset" '$1 == sample { print "chrX\t" $4 - offset "\t" $4 - offset + 1 }' "$plan/truth.tsv" |
    samtools depth -s -J -a -q 10 -Q 20 -b - "$small" | awk -v offset="$offset" '{ print $1, $2 + offset, $3 }' >"$plan/depth/$sample.part"
  mv "$plan/depth/$sample.part" "$plan/depth/$sample.tsv"
fi
if ! finished bcftools; then
  bcftools mpileup -a FORMAT/AD,FORMAT/DP -r "$region" -f "$fasta" -Ou "$small" 2>/dev/null |
    bcftools call -m -v --ploidy-file <(printf '* * * M %s\n* * * F %s\n' $ploidy $ploidy) -Ov 2>/dev/null |
    moved bcftools
  keep bcftools
fi
if ! finished freebayes; then
  freebayes -p $ploidy -r "$region" -f "$fasta" "$small" | moved freebayes
  keep freebayes
fi
if [ "$foxp3" != - ] && ! finished foxp3; then
  "$foxp3" call "$bam" --sex "$sex" -O v -o "$plan/calls/foxp3/$sample.part" 2>"$plan/calls/foxp3/$sample.log"
  keep foxp3
fi
