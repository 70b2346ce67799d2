#!/usr/bin/env bash
# Calls one sample over the locus with each caller: PLAN_FOLDER/calls/CALLER/SAMPLE.vcf
# usage: callers.sh REFERENCE_FOLDER PLAN_FOLDER SAMPLE SEX FOXP3_OR_DASH
# The peers are told the sample's sex as foxp3 is: ploidy 1 for a male's X, 2 for a female's.
set -euo pipefail
reference=$1 plan=$2 sample=$3 sex=$4 foxp3=$5
fasta=$reference/whole.fa region=chrX:49248436-49269825
bam=$plan/bam/$sample.bam
if [ "$sex" = male ]; then ploidy=1 letter=M; else ploidy=2 letter=F; fi
mkdir -p "$plan"/calls/{bcftools,freebayes,foxp3}

finished() { [ -s "$plan/calls/$1/$sample.vcf" ]; }
keep() { mv "$plan/calls/$1/$sample.part" "$plan/calls/$1/$sample.vcf"; }

if ! finished bcftools; then
  bcftools mpileup -a FORMAT/AD,FORMAT/DP -r $region -f "$fasta" -Ou "$bam" 2>/dev/null |
    bcftools call -m -v --ploidy-file <(printf 'chrX 1 156040895 M 1\n* * * F 2\n* * * M 2\n') \
      -S <(printf '%s %s\n' "$sample" $letter) -Ov -o "$plan/calls/bcftools/$sample.part" 2>/dev/null
  keep bcftools
fi
if ! finished freebayes; then
  freebayes -p $ploidy -r $region -f "$fasta" "$bam" >"$plan/calls/freebayes/$sample.part"
  keep freebayes
fi
if [ "$foxp3" != - ] && ! finished foxp3; then
  "$foxp3" call "$bam" --sex "$sex" -O v -o "$plan/calls/foxp3/$sample.part" 2>"$plan/calls/foxp3/$sample.log"
  keep foxp3
fi
