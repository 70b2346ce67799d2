#!/usr/bin/env python3
"""Compares calls with what was planted: one line per planted allele, sample and caller, to stdout.

usage: score.py PLAN_FOLDER
Alleles are compared by the sequence they give, never by their spelling. Outcomes: `found` (one record's
allele gives the planted sequence, genotype right), `split` (several records together give it, genotypes
right), `genotype` (sequence right, genotype wrong), `missed`. What a caller reports in the locus and no
planted allele explains is a false call, counted on a line of its own per sample.
"""
import csv
import sys
from itertools import combinations
from pathlib import Path

import calls
from edit import Edit, applied

NEAR = 10
MOST_PARTS = 5
RULES = {                              # how a caller's records are taken: (its files, which of them)
    "bcftools": ("bcftools", lambda allele: True),
    "bcftools QUAL>=20": ("bcftools", lambda allele: allele.quality >= 20),
    "freebayes": ("freebayes", lambda allele: True),
    "freebayes QUAL>=20": ("freebayes", lambda allele: allele.quality >= 20),
    "foxp3": ("foxp3", lambda allele: allele.passed),
    "foxp3 any FILTER": ("foxp3", lambda allele: True),
}


def candidates(truth, alleles):
    first, last = truth.shift_interval()
    return [each for each in alleles if each.edit.start <= last + NEAR and first - NEAR <= each.edit.end]


def same(truth, edits):
    """Whether the edits together give the sequence that the planted allele gives."""
    window = min(edit.start for edit in [truth, *edits]), max(edit.end for edit in [truth, *edits])
    return applied([truth], window) == applied(edits, window)


def match(truth, copies, sex, alleles):
    """(outcome, the alleles that explain it); the better outcome wins, then the fewer records."""
    near = candidates(truth, alleles)[:12]
    wrong = None
    for count in range(1, min(MOST_PARTS, len(near)) + 1):
        for parts in combinations(near, count):
            if not same(truth, [part.edit for part in parts]):
                continue
            if all(part.has_genotype(sex, copies) for part in parts):
                return ("found" if count == 1 else "split"), parts
            wrong = wrong or ("genotype", parts)
    return wrong or ("missed", ())


def overlap(one, other):
    """Reciprocal overlap: shared bases by the longer of the two spans."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(one.end - one.start, other.end - other.start, 1)


def match_large(truth, kind, sex, alleles):
    """As match, for a DEL or DUP: half of the longer span shared; `exact` says that the sequence is right."""
    def is_kind(each):
        return each.symbolic == kind or (kind == "DEL" and not each.symbolic and len(each.edit.replacement) <= 1)
    fitting = [each for each in alleles if is_kind(each) and overlap(truth, each.edit) >= 0.5]
    if not fitting:
        return ("missed", ()), False
    best = max(fitting, key=lambda each: (each.has_genotype(sex, 1), overlap(truth, each.edit)))
    outcome = "found" if best.has_genotype(sex, 1) else "genotype"
    return (outcome, (best,)), same(truth.trimmed(), [best.edit.trimmed()])


def site_depths(path):
    """{0-based place: depth} as callers.sh measured it."""
    with open(path) as lines:
        return {int(place) - 1: int(depth) for _, place, depth in (line.split() for line in lines)}


def rows_of(sample, truths, alleles, depths):
    """(set, kind, outcome, count, copies, depth at its start) for each planted allele, then for the false calls."""
    sex, used = sample["sex"], set()
    for truth in truths:
        edit = Edit(int(truth["start"]), int(truth["end"]), truth["replacement"])
        if truth["set"] == "large":
            (outcome, parts), exact = match_large(edit, truth["kind"], sex, alleles)
            if exact and outcome == "found":
                outcome = "exact"
        else:
            outcome, parts = match(edit, len(truth["haplotypes"]), sex, alleles)
        used.update(map(id, parts))
        yield truth["set"], truth["kind"], outcome, 1, len(truth["haplotypes"]), depths.get(edit.start, ".")
    planted = next((truth["set"] for truth in truths if truth["set"] != "background"), "unaffected")
    yield planted, "false", "false", sum(1 for each in alleles if id(each) not in used), ".", "."


def table(path):
    with open(path) as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def main():
    folder = Path(sys.argv[1])
    truths = {}
    for row in table(folder / "truth.tsv"):
        truths.setdefault(row["sample"], []).append(row)
    print("sample", "sex", "depth", "length", "caller", "set", "kind", "outcome", "count", "copies", "site_depth", sep="\t")
    for sample in table(folder / "samples.tsv"):
        measured = folder / "depth" / (sample["sample"] + ".tsv")
        depths = site_depths(measured) if measured.exists() else {}
        for caller, (files, taken) in RULES.items():
            path = folder / "calls" / files / (sample["sample"] + ".vcf")
            if not path.exists():
                continue
            alleles = [allele for allele in calls.read(path) if taken(allele)]
            for row in rows_of(sample, truths[sample["sample"]], alleles, depths):
                print(sample["sample"], sample["sex"], sample["depth"], sample["length"], caller, *row, sep="\t")


if __name__ == "__main__":
    main()
