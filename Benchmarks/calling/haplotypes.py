#!/usr/bin/env python3
"""Prints one sample's two haploid genomes as FASTA: A_chrX, A_chr1 and B_chrX (female) or B_chrY, B_chr1.

usage: haplotypes.py PLAN_FOLDER SAMPLE
Reads simulated from it at half the genome's depth give a male half of it on X, as in life.
"""
import csv
import sys
from pathlib import Path

from edit import BASES, END, START, Edit, applied
from genome import windows, wrapped


def planted(folder, sample, haplotype):
    with open(Path(folder) / "truth.tsv") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["sample"] == sample]
    return [Edit(int(row["start"]), int(row["end"]), row["replacement"]) for row in rows if haplotype in row["haplotypes"]]


def chromosome_x(folder, sample, haplotype):
    start, sequence = windows()["chrX"]
    edited = applied(planted(folder, sample, haplotype), (START, END))
    if edited is None:
        raise SystemExit(f"{sample}: planted alleles overlap on haplotype {haplotype}")
    return sequence[:START - start] + edited + sequence[START - start + len(BASES):]


def main():
    folder, sample = sys.argv[1], sys.argv[2]
    fixed = windows()
    second = fixed["chrY"][1] if ".male." in sample else chromosome_x(folder, sample, "B")
    label = "B_chrY" if ".male." in sample else "B_chrX"
    contigs = {"A_chrX": chromosome_x(folder, sample, "A"), "A_chr1": fixed["chr1"][1], label: second, "B_chr1": fixed["chr1"][1]}
    for name, sequence in contigs.items():
        sys.stdout.write(f">{name}\n{wrapped(sequence)}")


if __name__ == "__main__":
    main()
