"""What is planted: the curated table's alleles, drawn small ones, and copy-number changes of exons.

Genomic spellings of the table come from `foxp3 explain`, which turns each row's c. name into GRCh38;
exons from Reference/Transcripts. Nothing is typed in a second time.
"""
import csv
import random
import subprocess

from edit import BASES, END, START, Edit
from genome import ROOT, drawn

TRANSCRIPT = ROOT / "Reference/Transcripts/NM_014009.4.tsv"


def table(path):
    with open(path) as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def exons():
    """{number: (start, end)}, 0-based and half open; 1 is the highest, the gene is on the minus strand."""
    rows = (row for row in table(TRANSCRIPT) if row["feature"] == "exon")
    return {int(row["value"]): (int(row["grch38_start"]) - 1, int(row["grch38_end"])) for row in rows}


def spelled(binary, names):
    """[(name, Edit)] by the program's own mapping of each name onto GRCh38."""
    found = []
    for name in names:
        answer = subprocess.run([binary, "explain", name, "--format", "tsv"], capture_output=True, text=True)
        if answer.returncode:
            raise SystemExit(f"foxp3 explain {name}: {answer.stderr.strip()}")
        row = next(csv.DictReader(answer.stdout.splitlines(), delimiter="\t"))
        start = int(row["pos"]) - 1
        edit = Edit(start, start + len(row["ref"]), row["alt"])
        if row["assembly"] != "GRCh38" or edit.reference != row["ref"]:
            raise SystemExit(f"{name}: {row['assembly']} {row['pos']} {row['ref']} is not the locus' sequence")
        found.append((name, edit))
    return found


def curated(binary):
    rows = table(ROOT / "Reference/CuratedVariants.tsv")
    return spelled(binary, [row["id"] for row in rows if row["scope"] == "allele"])


def neutral(binary):
    """Alleles seen in the population, without those of the curated table."""
    taken = {row["hgvs_c"] for row in table(ROOT / "Reference/CuratedVariants.tsv")}
    rows = table(ROOT / "Reference/PopulationFrequencies.tsv")
    return spelled(binary, [row["hgvs_c"] for row in rows if row["hgvs_c"] not in taken])


def drawn_snv(source):
    start = source.randrange(START + 600, END - 600)
    return Edit(start, start + 1, source.choice([base for base in "ACGT" if base != BASES[start - START]]))


def homopolymers(shortest=5):
    runs, at = [], 0
    while at < len(BASES):
        end = at
        while end < len(BASES) and BASES[end] == BASES[at]:
            end += 1
        if end - at >= shortest:
            runs.append((START + at, START + end))
        at = end
    return [run for run in runs if START + 600 < run[0] < END - 600]


def drawn_small(count, seed=4):
    """[(name, Edit)]: `count` of each kind, indels of 1-50 bases, half of them in or beside an exon."""
    source, made, runs, coding = random.Random(seed), [], homopolymers(), list(exons().values())

    def place():
        if source.random() < 0.5:
            first, last = source.choice(coding)
            return source.randrange(first - 20, last + 20)
        return source.randrange(START + 600, END - 600)

    def size():
        return source.choice([1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 20, 25, 30, 35, 40, 45, 50])

    def deletion():
        start = place()
        return Edit(start, start + size(), "")

    def insertion():
        start, length = place(), size()
        twice = BASES[start - START:start - START + length]
        return Edit(start, start, twice if source.random() < 0.5 else drawn(source, length))

    def joined():
        start, length = place(), source.choice([2, 2, 3, 3, 4, 6, 10])
        return Edit(start, start + length, drawn(source, source.choice([length, length, 1, 2, 5])))

    def homopolymer():
        first, last = source.choice(runs)
        change = source.choice([-2, -1, -1, 1, 1, 2])
        return Edit(first, first - min(change, 0), BASES[first - START] * max(change, 0))

    makers = {"deletion": deletion, "insertion": insertion, "MNV or delins": joined, "indel in homopolymer": homopolymer}
    for kind, maker in makers.items():
        of_kind = []
        while len(of_kind) < count:
            edit = maker()
            if edit.kind() == kind:
                of_kind.append((f"{kind.split()[0]}{len(of_kind):03d}", edit))
        made += of_kind
    return made


def large():
    """[(name, kind, Edit)]: kind is DEL or DUP; the exon 1 deletion as published, exons, the gene."""
    parts = exons()
    atg = int(next(row for row in table(TRANSCRIPT) if row["feature"] == "coding")["grch38_end"])
    made = [("exon1_published", "DEL", Edit(atg + 4859 - 1, atg + 6247, ""))]
    for number, (first, last) in parts.items():
        above = parts[number - 1][0] if number > 1 else last + 1000
        below = parts[number + 1][1] if number + 1 in parts else first - 1000
        edge = (first - min(150, (first - below) // 2), last + min(150, (above - last) // 2))
        made.append((f"exon{number}", "DEL", Edit(*edge, "")))
    lowest, highest = parts[max(parts)][0], parts[1][1]
    made.append(("gene", "DEL", Edit(lowest - 500, highest + 500, "")))
    for name, low, high in [("gene", lowest - 500, highest + 500), ("exons2_3", parts[3][0] - 120, parts[2][1] + 700),
                            ("exons4_7", parts[7][0] - 120, parts[4][1] + 40), ("exons10_12", parts[12][0] - 400, parts[10][1] + 200)]:
        made.append((name, "DUP", Edit(low, high, BASES[low - START:high - START] * 2)))
    return [(f"{kind}_{name}", kind, edit) for name, kind, edit in made]
