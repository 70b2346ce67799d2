# Moves a SAM of the compact reference (windows only) to the contigs' real coordinates: header lengths,
# POS, PNEXT, and the places in SA and XA. Insert lengths don't change: mates of one contig move together.
# usage: awk -f to_real_places.awk offsets.tsv compact.sam
BEGIN { FS = OFS = "\t" }
FNR == NR { offset[$1] = $2; size[$1] = $3; next }
/^@SQ/ { contig = substr($2, 4); print $1, $2, "LN:" size[contig]; next }
/^@/ { print; next }
function moved(tag, count, parts, fields, index_, sign, place, text) {
    count = split(substr(tag, 6), parts, ";")
    text = substr(tag, 1, 5)
    for (index_ = 1; index_ <= count; index_++) {
        if (parts[index_] == "") continue
        split(parts[index_], fields, ",")
        place = fields[2]; sign = ""
        if (place ~ /^[+-]/) { sign = substr(place, 1, 1); place = substr(place, 2) }
        text = text fields[1] "," sign (place + offset[fields[1]]) substr(parts[index_], length(fields[1] "," fields[2]) + 1) ";"
    }
    return text
}
{
    mate = ($7 == "=") ? $3 : $7
    if ($3 != "*") $4 += offset[$3]
    if (mate != "*") $8 += offset[mate]
    for (field = 12; field <= NF; field++) if ($field ~ /^(SA|XA):Z:/) $field = moved($field)
    print
}
