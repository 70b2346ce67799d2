#!/usr/bin/env bash
# CPU time of the callers in one interleaved run, on a 30x genome slice, a 200x exome slice and a 10,000x panel.
# usage: speed.sh FOLDER FOXP3_BINARY [ROUNDS]      FOLDER is run.sh's, after `run.sh quick`
# bcftools and freebayes load chrX's 156 million bases before they begin. So each input is also given to them
# in the windows' own coordinates with a FASTA of the windows alone (rows "small FASTA"): what they cost
# without it. foxp3 always reads the file with real coordinates.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 foxp3=$2 rounds=${3:-5}
reference=$folder/reference plan=$folder/quick work=$folder/speed
carrier=table.FX0117.female.30x.150
mkdir -p "$work"
read -r offset _ < <(awk '$1 == "chrX" { print $2, $3 }' "$reference/offsets.tsv")
whole=chrX:49248436-49269825
small=chrX:$((49248436 - offset))-$((49269825 - offset))
[ -s "$reference/compact.fa.fai" ] || samtools faidx "$reference/compact.fa"

# align NAME HAPLOTYPES.fa DEPTH_OF_EACH FRAGMENT DEVIATION: NAME.bam in real, NAME.small.bam in window coordinates
align() {
  [ -s "$work/$1.small.bam.bai" ] && return
  art_illumina -q -ss HS25 -i "$2" -p -l 150 -f "$3" -m "$4" -s "$5" -rs 11 -na -o "$work/$1.reads" >"$work/$1.log" 2>&1
  nice -n 5 bwa mem -t 2 -K 100000000 -R "@RG\tID:$1\tSM:$1\tPL:ILLUMINA" "$reference/compact.fa" "$work/$1.reads1.fq" "$work/$1.reads2.fq" \
    2>>"$work/$1.log" >"$work/$1.sam"
  awk -f "$here/to_real_places.awk" "$reference/offsets.tsv" "$work/$1.sam" | samtools sort -o "$work/$1.bam" - 2>>"$work/$1.log"
  samtools sort -o "$work/$1.small.bam" "$work/$1.sam" 2>>"$work/$1.log"
  samtools index "$work/$1.bam"
  samtools index "$work/$1.small.bam"
  rm "$work/$1.sam" "$work/$1".reads?.fq
}

# bcftools_call BAM FASTA REGION MOST_READS: -d is raised where its default of 250 would leave reads unread
bcftools_call() {
  echo "bcftools mpileup -d $4 -a FORMAT/AD,FORMAT/DP -r $3 -f $2 -Ou $1 | bcftools call -m -v --ploidy 2 -Ov"
}

measure() {
  local bam=$work/$1 most=$2 times=$3
  echo "### $4: $(samtools view -c "$bam.bam" $whole) reads over the locus, exons at $(samtools depth -a -d 0 -b "$work/exons.bed" "$bam.bam" | awk '{ s += $3 } END { printf "%.0f", s / NR }')x"
  echo
  {
    printf 'foxp3 call\t%s call %s --sex female --quiet\n' "$foxp3" "$bam.bam"
    printf 'bcftools\t%s\n' "$(bcftools_call "$bam.bam" "$reference/whole.fa" $whole "$most")"
    printf 'bcftools, small FASTA\t%s\n' "$(bcftools_call "$bam.small.bam" "$reference/compact.fa" "$small" "$most")"
    if [ "$most" != 250 ]; then
      printf 'bcftools -d 250, small FASTA\t%s\n' "$(bcftools_call "$bam.small.bam" "$reference/compact.fa" "$small" 250)"
    fi
    printf 'freebayes\tfreebayes -p 2 -r %s -f %s %s\n' $whole "$reference/whole.fa" "$bam.bam"
    printf 'freebayes, small FASTA\tfreebayes -p 2 -r %s -f %s %s\n' "$small" "$reference/compact.fa" "$bam.small.bam"
  } | python3 "$here/../interleaved.py" "$times"
}

python3 - "$here" >"$work/exons.bed" <<'PY'
import sys
sys.path.insert(0, sys.argv[1])
from variants import exons
for first, last in sorted(exons().values()):
    print("chrX", first, last, sep="\t")
PY
python3 "$here/haplotypes.py" "$plan" $carrier >"$work/genome.fa"
python3 "$here/targets.py" "$plan" $carrier >"$work/targets.fa"
align genome "$work/genome.fa" 15 350 50
align exome "$work/targets.fa" 100 250 30
align panel "$work/targets.fa" 5000 250 30
echo "CPU ratio is foxp3's time over the row's: at most 0.33 beside bcftools and 0.10 beside freebayes is wanted."
echo
measure genome 250 "$rounds" "30x genome slice"
measure exome 100000 "$rounds" "200x exome slice"
measure panel 100000 "${PANEL_ROUNDS:-2}" "10,000x panel"
