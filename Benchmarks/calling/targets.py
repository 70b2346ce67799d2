#!/usr/bin/env python3
"""Prints the captured pieces of one planned sample's two X haplotypes as FASTA: each exon and 200 bases around it.

usage: targets.py PLAN_FOLDER SAMPLE
"""
import sys

from edit import applied
from genome import wrapped
from haplotypes import planted
from variants import exons

AROUND = 200


def main():
    folder, sample = sys.argv[1], sys.argv[2]
    for haplotype in "AB":
        edits = planted(folder, sample, haplotype)
        for number, (first, last) in exons().items():
            window = first - AROUND, last + AROUND
            inside = [edit for edit in edits if window[0] <= edit.start and edit.end <= window[1]]
            print(f">{haplotype}_exon{number}\n{wrapped(applied(inside, window))}", end="")


if __name__ == "__main__":
    main()
