#!/usr/bin/env bash
# Shows for one sample that the peers write the same records from real coordinates as from the windows'.
# usage: places_check.sh REFERENCE_FOLDER PLAN_FOLDER SAMPLE PLOIDY
set -euo pipefail
reference=$1 plan=$2 sample=$3 ploidy=$4
region=chrX:49248436-49269825 fasta=$reference/whole.fa bam=$plan/bam/$sample.bam
records() { grep -v '^#' | cut -f 2,4-6,9-; }
bcftools mpileup -a FORMAT/AD,FORMAT/DP -r $region -f "$fasta" -Ou "$bam" 2>/dev/null |
  bcftools call -m -v --ploidy-file <(printf '* * * M %s\n* * * F %s\n' "$ploidy" "$ploidy") -Ov 2>/dev/null | records |
  cmp - <(records <"$plan/calls/bcftools/$sample.vcf")
freebayes -p "$ploidy" -r $region -f "$fasta" "$bam" | records | cmp - <(records <"$plan/calls/freebayes/$sample.vcf")
