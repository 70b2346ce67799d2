#!/usr/bin/env bash
# Makes the inputs of the scan benchmark in a folder (about 3 GB, some minutes): generated files of
# a genome's size, the same bytes each time. Those that are there already are left alone.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
sequence="$here/../Reference/Sequences/FOXP3_locus.GRCh38.fa"
mkdir -p "$folder"
cd "$folder"
cc -O2 -o vcfgen "$here/inputs/vcfgen.c" -lm
generate() { ./vcfgen "$@" | awk -f "$here/inputs/locus_reference.awk" "$sequence" -; }
[ -f wgs.vcf ] || { generate wgs >making && mv making wgs.vcf; }
[ -f wgs.vcf.gz ] || { bgzip -@2 -c wgs.vcf >making && mv making wgs.vcf.gz; }
[ -f multi.vcf.gz ] || { generate multi records=150000 | bgzip -@2 -c >making && mv making multi.vcf.gz; }
[ -f gvcf.vcf.gz ] || { generate gvcf records=6e6 | bgzip -@2 -c >making && mv making gvcf.vcf.gz; }
[ -f wgs.bcf ] || { bcftools view --no-version --threads 2 -Ob -o making wgs.vcf.gz && mv making wgs.bcf; }
[ -f multi.bcf ] || { bcftools view --no-version --threads 2 -Ob -o making multi.vcf.gz && mv making multi.bcf; }
cc -O2 -o samgen "$here/inputs/samgen.c" -lm
[ -f reads.bam ] || { ./samgen pairs=3e6 | samtools view -@2 -b -o making - && mv making reads.bam; }
# The same bytes under another name, so that runs with and without an index never mix.
ln -f wgs.vcf.gz wgs.indexed.vcf.gz
ln -f reads.bam reads.indexed.bam
[ -f reads.indexed.bam.bai ] || samtools index -@2 reads.indexed.bam
touch reads.indexed.bam.bai
[ -f wgs.indexed.vcf.gz.tbi ] || tabix -p vcf wgs.indexed.vcf.gz
touch wgs.indexed.vcf.gz.tbi
