# Gives the generated records of the FOXP3 locus (GRCh38) the reference's own bases, without which
# foxp3 refuses the file as one of another build.
# use: awk -f locus_reference.awk FOXP3_locus.GRCh38.fa in.vcf > out.vcf
BEGIN { FS = OFS = "\t"; start = 49248436; end = 49269825 }
FNR == NR { if ($0 !~ /^>/) locus = locus $0; next }
$1 == "chrX" && $2 >= start && $2 + length($4) - 1 <= end {
  length_ref = length($4)
  $4 = substr(locus, $2 - start + 1, length_ref)
  first = substr($4, 1, 1)
  if ($5 ~ /^[ACGT]+$/ && length($5) + length_ref > 2) $5 = first substr($5, 2)
  else if ($5 ~ /^[ACGT]$/) $5 = other(first, 1)
  else if ($5 ~ /^[ACGT],[ACGT]$/) $5 = other(first, 1) "," other(first, 2)
}
{ print }
function other(base, turn) { return substr("ACGTACGT", index("ACGT", base) + turn, 1) }
