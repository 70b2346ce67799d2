#!/usr/bin/env bash
# The scan beside its peers and its limits, each table in one interleaved run. A peer that is not
# installed is left out.
# use: scan.sh BINARY FOLDER-OF-INPUTS ROUNDS
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
binary=$(realpath "$1")
rounds=$3
"$here/make_inputs.sh" "$2"
cd "$2"
isal=()
if echo '#include <isa-l/igzip_lib.h>' | cc -E - >/dev/null 2>&1; then isal=(-DWITH_ISAL -lisal); fi
cc -O2 -o limits "$here/limits.c" "${isal[@]}" -lhts -ldeflate
printf 'int main(void) { return 0; }\n' | cc -O2 -static -x c -o start -
printf 'chrX\t49248435\t49269825\n' >locus.bed
region="chrX 49248436 49269825"
target="chrX:49248436-49269825"
pattern='^chrX\t(4924(843[6-9]|84[4-9][0-9]|8[5-9][0-9][0-9]|9[0-9][0-9][0-9])|49(25[0-9][0-9][0-9][0-9]|26[0-8][0-9][0-9][0-9]|269[0-7][0-9][0-9]|2698[01][0-9]|26982[0-5]))\t'

row() { printf '%s\t%s\n' "$1" "$2"; }

# Tables of the compressed VCF files.
for file in wgs.vcf.gz multi.vcf.gz gvcf.vcf.gz; do
  echo "### $file, no index"
  {
    row "bcftools view -t, 2 threads" "bcftools view -H --threads 2 -t $target $file"
    row "bgzip -dc -@2, grep -P" "bgzip -dc -@2 $file | LC_ALL=C grep -P '$pattern'"
    row "htslib hts_getline, 2 threads" "./limits getline $file $region"
    if command -v rg >/dev/null; then
      row "bgzip -dc -@2, ripgrep" "bgzip -dc -@2 $file | rg '$pattern'"
    fi
    row "foxp3 scan" "$binary scan --quiet $file"
    row "foxp3 scan, one processor" "taskset -c 0 $binary scan --quiet $file"
    row "foxp3 scan --profile research" "$binary scan --quiet --profile research $file"
    row "limit: inflate and checksum" "./limits inflate $file"
    [ ${#isal[@]} -eq 0 ] || row "limit: the same by ISA-L" "./limits isal $file"
  } | "$here/interleaved.py" "$rounds"
done

for file in wgs.bcf multi.bcf; do
  echo "### $file, no index"
  {
    row "bcftools view -t, 2 threads" "bcftools view -H --threads 2 -t $target $file"
    row "foxp3 scan" "$binary scan --quiet $file"
    row "foxp3 scan --profile research" "$binary scan --quiet --profile research $file"
    row "limit: inflate and checksum" "./limits inflate $file"
    [ ${#isal[@]} -eq 0 ] || row "limit: the same by ISA-L" "./limits isal $file"
  } | "$here/interleaved.py" "$rounds"
done

echo "### reads.bam, no index"
{
  row "samtools view -L, 2 threads" "samtools view -@2 -b -L locus.bed reads.bam"
  row "bgzip -dc -@2" "bgzip -dc -@2 reads.bam"
  row "foxp3 scan" "$binary scan --quiet reads.bam"
  row "foxp3 scan, one processor" "taskset -c 0 $binary scan --quiet reads.bam"
  row "foxp3 scan --profile research" "$binary scan --quiet --profile research reads.bam"
  row "limit: inflate and checksum" "./limits inflate reads.bam"
} | "$here/interleaved.py" "$rounds"

echo "### reads.indexed.bam, with its index"
{
  row "samtools view" "samtools view -b reads.indexed.bam $target"
  row "foxp3 scan" "$binary scan --quiet reads.indexed.bam"
} | "$here/interleaved.py" "$rounds"

echo "### wgs.vcf"
{
  row "bcftools view -t" "bcftools view -H -t $target wgs.vcf"
  row "grep -P" "env LC_ALL=C grep -P '$pattern' wgs.vcf"
  if command -v rg >/dev/null; then
    row "ripgrep --no-mmap" "rg --no-mmap '$pattern' wgs.vcf"
    row "ripgrep, mapped" "rg --mmap '$pattern' wgs.vcf"
    row "ripgrep --no-mmap, a prefix" "rg --no-mmap '^chrX\t4925' wgs.vcf"
    row "ripgrep mapped, a prefix" "rg --mmap '^chrX\t4925' wgs.vcf"
  fi
  row "foxp3 scan" "$binary scan --quiet wgs.vcf"
  row "foxp3 scan, scalar kernel" "env FOXP3_SCAN_KERNEL=scalar $binary scan --quiet wgs.vcf"
  row "limit: read" "./limits read wgs.vcf"
} | "$here/interleaved.py" "$rounds"

echo "### wgs.indexed.vcf.gz, with its index"
{
  row "bcftools view -r" "bcftools view -H -r $target wgs.indexed.vcf.gz"
  row "foxp3 scan" "$binary scan --quiet wgs.indexed.vcf.gz"
  row "foxp3 scan, no index, --profile research" "$binary scan --quiet --profile research wgs.vcf.gz"
  row "foxp3 --version" "$binary --version"
  row "a static C program" "./start"
} | "$here/interleaved.py" "$rounds"

echo "### the whole program on wgs.vcf.gz, no index"
{
  row "bcftools view -t, 2 threads" "bcftools view -H --threads 2 -t $target wgs.vcf.gz"
  row "foxp3 annotate" "$binary annotate --quiet --formats tsv -o results wgs.vcf.gz"
  row "foxp3 annotate --profile research" \
    "$binary annotate --quiet --profile research --formats tsv -o results wgs.vcf.gz"
} | "$here/interleaved.py" "$rounds"
