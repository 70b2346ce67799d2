#!/usr/bin/env python3
"""Writes the benchmark's samples and their truth: FOLDER/samples.tsv and FOLDER/truth.tsv.

One variant is planted per sample; four neutral SNVs stand beside it, at least 100 bases from it and from
each other. Everything follows from the names: the same plan gives the same reads.
"""
import argparse
import random
import zlib
from pathlib import Path

import variants

APART = 100


def far(edit, others):
    first, last = edit.shift_interval()
    return all(last + APART <= other.start or other.end + APART <= first for other in others)


def background(source, planted, known):
    """Two alleles of the population, as far as there are any away from what is planted, and drawn ones."""
    made = []
    while len(made) < 4:
        away = [edit for _, edit in known if far(edit, made + planted)] if len(made) < 2 else []
        edit = source.choice(away) if away else variants.drawn_snv(source)
        if far(edit, made + planted):
            made.append(edit)
    return made


def truth_rows(name, sex, planted, known):
    """(role, kind, Edit, haplotypes): a male has haplotype A alone, a carrier the planted allele on one."""
    source = random.Random(zlib.crc32(name.encode()))
    both = "A" if sex == "male" else "AB"
    if planted:
        yield planted[0], planted[1], planted[2], source.choice(both)
    for edit in background(source, [planted[2]] if planted else [], known):
        homozygous = sex == "female" and source.random() < 1 / 3
        yield "background", "background SNV", edit, "AB" if homozygous else source.choice(both)


def chosen(options):
    """[(set, kind, name, Edit)] to plant; None stands for an unaffected sample."""
    table = [("table", edit.kind(), name, edit) for name, edit in variants.curated(options.foxp3)]
    if options.quick:
        few = [row for row in table if row[1] == "SNV"][::8]
        table = [row for row in table if row[1] != "SNV"] + few
    small = [("drawn", edit.kind(), name, edit) for name, edit in variants.drawn_small(options.drawn)]
    large = [("large", kind, name, edit) for name, kind, edit in variants.large()]
    return table + small + large


def depths(options, kind):
    if options.quick:
        return [30] if kind in ("large", "drawn") else [10, 30]
    return {"large": [20, 30, 60], "drawn": [20, 30]}.get(kind, [10, 20, 30, 60])


def samples(options):
    """(name, sex, depth, read length, planted) for each cell of the design; 30x first, its figures are the goal."""
    return sorted(cells(options), key=lambda cell: cell[2] != 30)


def cells(options):
    lengths = [150] if options.quick else [150, 100]
    planted = chosen(options) + [("unaffected", ".", f"none{number:02d}", None) for number in range(options.unaffected)]
    for group, kind, name, edit in planted:
        for length in lengths if group != "drawn" else lengths[:1]:
            for depth in depths(options, group):
                for sex in ("male", "female"):
                    label = f"{group}.{name}.{sex}.{depth}x.{length}"
                    yield label, sex, depth, length, (group, kind, edit) if edit else None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("foxp3", help="the foxp3 binary that spells the table's rows")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true", help="30x and 10x, 2x150, every eighth SNV of the table")
    parser.add_argument("--drawn", type=int, default=40, help="drawn small variants of each kind")
    parser.add_argument("--unaffected", type=int, default=25, help="samples of each sex, depth and length without a planted variant")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    known = [pair for pair in variants.neutral(options.foxp3) if pair[1].kind() == "SNV"]
    count = 0
    with open(options.folder / "samples.tsv", "w") as sheet, open(options.folder / "truth.tsv", "w") as truth:
        print("sample", "sex", "depth", "length", "seed", sep="\t", file=sheet)
        print("sample", "set", "kind", "start", "end", "replacement", "haplotypes", sep="\t", file=truth)
        for name, sex, depth, length, planted in samples(options):
            print(name, sex, depth, length, zlib.crc32(name.encode()) % 2_000_000_000 + 1, sep="\t", file=sheet)
            for group, kind, edit, haplotypes in truth_rows(name, sex, planted, known):
                print(name, group, kind, edit.start, edit.end, edit.replacement, haplotypes, sep="\t", file=truth)
            count += 1
    print(f"{count} samples planned in {options.folder}")


if __name__ == "__main__":
    main()
