#!/usr/bin/env python3
"""Names of random variants beside biocommons hgvs, on both builds and both transcripts.

A difference between `c.` or `g.` names that both programs give is an error. Differences of `p.` names are
counted and some are printed: docs/vep-differences.md says which of them were decided, and how.

use: beside_biocommons.py FOXP3 REFERENCE [VARIANTS_OF_EACH_BUILD]
"""
import collections
import gzip
import logging
import random
import re
import subprocess
import sys
import tempfile
from urllib.parse import unquote

import hgvs.edit
import hgvs.location
import hgvs.normalizer
import hgvs.posedit
import hgvs.sequencevariant
import hgvs.variantmapper
from hgvs.exceptions import HGVSError

from provider import ACCESSIONS, TRANSCRIPTS, Provider

MARGIN = 100


def bases(random_, count):
    return "".join(random_.choice("ACGT") for _ in range(count))


def place(random_, exons, locus):
    """Most often near the ends of exons."""
    if random_.random() < 0.6:
        return random_.choice([end for exon in exons for end in exon]) + random_.randint(-12, 12)
    if random_.random() < 0.7:
        return random_.randint(*random_.choice(exons))
    return random_.randint(locus.first + MARGIN, locus.last - MARGIN)


def variant(random_, exons, locus):
    """POS, REF and ALT, without a common base at both ends; REF or ALT may be empty."""
    start = place(random_, exons, locus)
    length = random_.choice([1, 1, 1, 2, 3, 3, 4, 6, 9, random_.randint(10, 40)])
    reference = locus.slice(start - 1, start - 1 + length)
    kind = random_.choice(["deletion", "insertion", "duplication", "exchange", "inversion"])
    if kind == "deletion":
        return start, reference, ""
    if kind == "insertion":
        return start, "", bases(random_, length)
    if kind == "duplication":
        return start, "", reference * random_.choice([1, 1, 1, 2])
    alternate = (reference[::-1].translate(str.maketrans("ACGT", "TGCA"))
                 if kind == "inversion" else bases(random_, random_.choice([length, length, 1, 5])))
    return trimmed(start, reference, alternate)


def trimmed(start, reference, alternate):
    while reference and alternate and reference[-1] == alternate[-1]:
        reference, alternate = reference[:-1], alternate[:-1]
    while reference and alternate and reference[0] == alternate[0]:
        start, reference, alternate = start + 1, reference[1:], alternate[1:]
    return start, reference, alternate


def variants(random_, provider, accession, count):
    locus, found = provider.loci[accession], set()
    exons = provider.transcripts[TRANSCRIPTS[0]].exons[accession]
    while len(found) < count:
        start, reference, alternate = variant(random_, exons, locus)
        inside = locus.first + MARGIN < start < locus.last - MARGIN - len(reference)
        if inside and reference != alternate:
            found.add((start, reference, alternate))
    return sorted(found)


def written(path, accession, provider, variants_):
    locus = provider.loci[accession]
    with open(path, "w") as file:
        file.write(f"##fileformat=VCFv4.2\n##contig=<ID=chrX,length={locus.length}>\n"
                   "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n")
        for number, (start, reference, alternate) in enumerate(variants_):
            if not reference or not alternate:
                anchor = locus.slice(start - 2, start - 1)
                start, reference, alternate = start - 1, anchor + reference, anchor + alternate
            file.write(f"chrX\t{start}\t{number}\t{reference}\t{alternate}\t.\t.\t.\n")


def ours(binary, path, folder):
    """By the variant's number and the transcript: the names that the program gives."""
    subprocess.run([binary, "annotate", path, "-o", folder, "--formats", "vcf", "--quiet"], check=True)
    names, fields = {}, []
    with gzip.open(f"{folder}/names/names.foxp3.vcf.gz", "rt") as file:
        for line in file:
            if line.startswith("##INFO=<ID=CSQ"):
                fields = line.split("Format: ")[1].split('"')[0].split("|")
            if line.startswith("#"):
                continue
            columns = line.rstrip("\n").split("\t")
            entries = dict(e.split("=", 1) for e in columns[7].split(";") if "=" in e)
            for entry in entries.get("CSQ", "").split(","):
                values = dict(zip(fields, map(unquote, entry.split("|"))))
                names[int(columns[2]), values["Feature"]] = values
    return names


class Theirs:
    def __init__(self, provider):
        self.provider = provider
        self.mapper = hgvs.variantmapper.VariantMapper(provider, prevalidation_level=None)
        self.normalizer = hgvs.normalizer.Normalizer(
            provider, shuffle_direction=3, cross_boundaries=True)

    def genomic(self, accession, start, reference, alternate):
        first, last = (start, start + len(reference) - 1) if reference else (start - 1, start)
        interval = hgvs.location.Interval(
            hgvs.location.SimplePosition(first), hgvs.location.SimplePosition(last))
        edit = hgvs.edit.NARefAlt(reference or None, alternate or None)
        whole = hgvs.sequencevariant.SequenceVariant(
            ac=accession, type="g", posedit=hgvs.posedit.PosEdit(interval, edit))
        return self.normalizer.normalize(whole)

    def mirrored(self, accession, start, reference, alternate):
        """The same on the reverse complement, where 3' is the transcript's own."""
        length = self.provider.loci[accession].length
        flip = str.maketrans("ACGT", "TGCA")
        return self.genomic(
            accession + "r", length + 2 - start - len(reference), reference[::-1].translate(flip),
            alternate[::-1].translate(flip))

    def coding(self, mirrored, transcript):
        return self.mapper.g_to_c(mirrored, transcript, alt_aln_method="splign")


def without_chromosome(name):
    """`NC_000023.11(NM_014009.4):c.…`, as names within introns need it, by the transcript alone."""
    return re.sub(r"^[^(:]*\(([^)]*)\)", r"\1", name)


def as_hgvs_has_it(name):
    """Residues behind a stop are not listed (protein, deletion-insertion); a lost start is `p.?`."""
    name = re.sub(r"((?:ins|delins)(?:[A-Z][a-z]{2})*?Ter)(?:[A-Z][a-z]{2})+", r"\1", name)
    return name.replace("p.Met1?", "p.?")


def attempt(body):
    """`None` where the program refuses."""
    try:
        return body()
    except (HGVSError, NotImplementedError, IndexError, AssertionError, AttributeError, ValueError):
        return None


def compare(binary, provider, accession, count, counts, wrong):
    theirs = Theirs(provider)
    chosen = variants(random.Random(accession), provider, accession, count)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/names.vcf"
        written(path, accession, provider, chosen)
        names = ours(binary, path, folder)
    for number, change in enumerate(chosen):
        whole = attempt(lambda: str(theirs.genomic(accession, *change)))
        mirrored = attempt(lambda: theirs.mirrored(accession, *change))
        for transcript in TRANSCRIPTS:
            own = names[number, transcript]
            coding = mirrored and attempt(lambda: theirs.coding(mirrored, transcript))
            protein = coding and attempt(lambda: str(theirs.mapper.c_to_p(coding)))
            for kind, mine, other in (
                    ("g.", own["FOXP3_HGVSg"], whole),
                    ("c.", without_chromosome(own["HGVSc"]), coding and str(coding)),
                    ("p.", own["HGVSp"], protein and as_hgvs_has_it(protein))):
                note(kind, transcript, accession, mine, other, counts, wrong)


def note(kind, transcript, accession, mine, other, counts, wrong):
    key = kind, transcript, accession
    if not mine or not other:
        counts[key]["not named by both"] += 1
    elif other.endswith(":p.?") and not mine.endswith(":p.?"):
        counts[key]["unknown there"] += 1
    elif mine == other:
        counts[key]["equal"] += 1
    else:
        counts[key]["different"] += 1
        wrong[kind].append(f"{mine}\t{other}")


def main():
    logging.disable(logging.CRITICAL)
    binary, reference = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 2000
    provider = Provider(reference)
    counts = collections.defaultdict(collections.Counter)
    wrong = collections.defaultdict(list)
    for accession in ACCESSIONS.values():
        compare(binary, provider, accession, count, counts, wrong)
    print("| names | chromosome | transcript | equal | different | `p.?` there | not named by both |")
    print("| --- | --- | --- | ---: | ---: | ---: | ---: |")
    for (kind, transcript, accession), row in sorted(counts.items()):
        print(f"| {kind} | {accession} | {transcript} | {row['equal']:,} | {row['different']:,} | "
              f"{row['unknown there']:,} | {row['not named by both']:,} |")
    for difference in random.Random(1).sample(wrong["p."], min(20, len(wrong["p."]))):
        print(f"p. here and there: {difference}")
    for kind in ("g.", "c."):
        for difference in wrong[kind][:20]:
            print(f"{kind} here and there: {difference}")
    return 1 if wrong["g."] or wrong["c."] else 0


if __name__ == "__main__":
    sys.exit(main())
