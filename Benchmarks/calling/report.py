#!/usr/bin/env python3
"""Turns score.py's lines into the Markdown tables of docs/calling.md, to stdout.

usage: report.py SCORES.tsv
"""
import csv
import sys
from collections import Counter

from intervals import poisson, sign_test, wilson

PEERS = ["bcftools", "bcftools QUAL>=20", "freebayes", "freebayes QUAL>=20"]
CALLERS = ["foxp3", "foxp3 any FILTER", *PEERS]
KINDS = ["SNV", "deletion", "insertion", "indel in homopolymer", "MNV or delins"]
HITS = ("found", "exact")


def share(hits, total):
    if not total:
        return "."
    low, high = wilson(hits, total)
    return f"{100 * hits / total:.1f} ({100 * low:.1f}-{100 * high:.1f})"


def rate(count, samples):
    """False calls per 50 samples with their interval."""
    low, high = poisson(count)
    return f"{50 * count / samples:.2f} ({50 * low / samples:.2f}-{50 * high / samples:.2f})" if samples else "."


def copies_depth(sex, depth):
    return f"{depth / 2:g}x" if sex == "male" else f"{depth}x"


class Scores:
    def __init__(self, path):
        with open(path) as lines:
            self.rows = list(csv.DictReader(lines, delimiter="\t"))
        for row in self.rows:
            row["depth"], row["length"], row["count"] = int(row["depth"]), int(row["length"]), int(row["count"])
        present = {row["caller"] for row in self.rows}
        self.callers = [caller for caller in CALLERS if caller in present]

    def select(self, **wanted):
        return [row for row in self.rows if all(row[key] == value for key, value in wanted.items())]

    def values(self, key, **wanted):
        return sorted({row[key] for row in self.select(**wanted)})

    def outcomes(self, **wanted):
        counts = Counter()
        for row in self.select(**wanted):
            if row["kind"] != "false":
                counts[row["outcome"]] += row["count"]
        return counts


def found(counts):
    return sum(counts[outcome] for outcome in HITS)


def cell_counts(scores, cell):
    """(outcomes of the table's variants, false calls, samples, alleles found with the background)."""
    every = [row for row in scores.select(**cell) if row["set"] != "large" and ".DEL_" not in row["sample"] and ".DUP_" not in row["sample"]]
    wrong = [row["count"] for row in every if row["kind"] == "false"]
    right = sum(row["count"] for row in every if row["outcome"] in HITS)
    return scores.outcomes(set="table", **cell), sum(wrong), len(wrong), right


def main_table(scores):
    print("| sex | genome depth | depth of X | reads | caller | found, right genotype % (95%) | of | split | wrong genotype | missed "
          "| false calls per 50 samples (95%) | precision % (95%) |")
    print("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for sex in ("male", "female"):
        for depth in scores.values("depth", set="table"):
            for length in scores.values("length", set="table"):
                for caller in scores.callers:
                    counts, wrong, samples, right = cell_counts(scores, {"sex": sex, "depth": depth, "length": length, "caller": caller})
                    print(f"| {sex} | {depth}x | {copies_depth(sex, depth)} | 2x{length} | {caller} | {share(found(counts), counts.total())} | {counts.total()} "
                          f"| {counts['split']} | {counts['genotype']} | {counts['missed']} | {rate(wrong, samples)} | {share(right, right + wrong)} |")


def kind_table(scores, group, kinds):
    depths = scores.values("depth", set=group)
    print("| kind | sex | caller | " + " | ".join(f"{depth}x" for depth in depths) + " | split | wrong genotype |")
    print("|---|---|---|" + "---|" * (len(depths) + 2))
    for kind in kinds:
        for sex in ("male", "female"):
            for caller in scores.callers:
                cell = {"set": group, "kind": kind, "sex": sex, "caller": caller}
                by_depth = [scores.outcomes(depth=depth, **cell) for depth in depths]
                texts = [f"{share(found(counts), counts.total())} of {counts.total()}" for counts in by_depth]
                print(f"| {kind} | {sex} | {caller} | " + " | ".join(texts) +
                      f" | {sum(counts['split'] for counts in by_depth)} | {sum(counts['genotype'] for counts in by_depth)} |")


def large_table(scores):
    print("| kind | sex | genome depth | caller | found, right genotype % (95%) | of | with exact ends | wrong genotype | missed | other calls per sample |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for kind in ("DEL", "DUP"):
        for sex in ("male", "female"):
            for depth in scores.values("depth", set="large"):
                for caller in scores.callers:
                    cell = {"sex": sex, "depth": depth, "caller": caller}
                    counts = scores.outcomes(set="large", kind=kind, **cell)
                    others = [row["count"] for row in scores.select(set="large", kind="false", **cell) if f".{kind}_" in row["sample"]]
                    print(f"| {kind} | {sex} | {depth}x | {caller} | {share(found(counts), counts.total())} | {counts.total()} | {counts['exact']} "
                          f"| {counts['genotype']} | {counts['missed']} | {sum(others) / max(len(others), 1):.2f} |")


def depth_table(scores):
    """What the ledger's thresholds follow from: small alleles on one copy, by the depth measured at their place."""
    edges = [0, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 1000]
    columns = [(sex, caller) for sex in ("male", "female") for caller in scores.callers if "QUAL" not in caller]
    print("| depth | " + " | ".join(f"{sex}, {caller}" for sex, caller in columns) + " |")
    print("|---|" + "---|" * len(columns))
    small = [row for row in scores.select(copies="1") if row["set"] != "large" and row["site_depth"] != "."]
    for low, high in zip(edges, edges[1:]):
        cells = [[row["outcome"] in HITS for row in small if (row["sex"], row["caller"]) == column and low <= int(row["site_depth"]) < high]
                 for column in columns]
        if any(cells):
            label = f"{low}+" if high == edges[-1] else str(low) if high == low + 1 else f"{low}-{high - 1}"
            print(f"| {label} | " + " | ".join(f"{share(sum(cell), len(cell))} of {len(cell)}" for cell in cells) + " |")


def missed_large(scores):
    for row in scores.select(caller="foxp3", set="large"):
        if row["kind"] != "false" and row["outcome"] not in HITS:
            print(f"- {row['sample']}: {row['outcome']}")


def pairs():
    """(foxp3's rule, a peer's): as written beside as written, PASS beside both."""
    for ours in ("foxp3", "foxp3 any FILTER"):
        for peer in PEERS:
            if ours == "foxp3" or "QUAL" not in peer:
                yield ours, peer


def lead(scores, ours, peer, cell):
    """(samples in which the peer finds more, samples in which foxp3 does)."""
    hits = Counter()
    for caller, sign in ((ours, -1), (peer, 1)):
        for row in scores.select(caller=caller, **cell):
            hits[row["sample"]] += sign * (row["count"] if row["outcome"] in HITS else 0)
    return sum(value > 0 for value in hits.values()), sum(value < 0 for value in hits.values())


def worse_than_a_peer(scores):
    """Cells in which a peer finds more of what is planted than foxp3, with both callers' false calls there, and how likely
    as large a lead is by chance."""
    lines = []
    for group, kinds in (("table", KINDS), ("drawn", KINDS), ("background", ["background SNV"])):
        cells = sorted({(row["kind"], row["sex"], row["depth"], row["length"]) for row in scores.select(set=group, caller="foxp3")})
        for kind, sex, depth, length in cells:
            counts = {caller: scores.outcomes(caller=caller, set=group, kind=kind, sex=sex, depth=depth, length=length) for caller in scores.callers}
            for ours, peer in pairs():
                if kind in kinds and found(counts[peer]) > found(counts[ours]):
                    cell = {"sex": sex, "depth": depth, "length": length}
                    false = [cell_counts(scores, {"caller": caller, **cell})[1:3] for caller in (ours, peer)]
                    chance = sign_test(*lead(scores, ours, peer, {"set": group, "kind": kind, **cell}))
                    lines.append(f"| {group} | {kind} | {sex} | {depth}x | 2x{length} | {ours} | {found(counts[ours])} | {50 * false[0][0] / false[0][1]:.2f} "
                                 f"| {peer} | {found(counts[peer])} | {50 * false[1][0] / false[1][1]:.2f} | {counts[ours].total()} | {chance:.2g} |")
    return lines


def main():
    scores = Scores(sys.argv[1])
    print("## The curated table's small variants, one per sample\n")
    main_table(scores)
    print("\n## The same by kind, found with the right genotype % (95%), by genome depth\n")
    kind_table(scores, "table", KINDS)
    print("\n## Drawn indels of 1-50 bases, MNV and delins\n")
    kind_table(scores, "drawn", KINDS[1:])
    print("\n## Neutral SNVs beside them\n")
    kind_table(scores, "background", ["background SNV"])
    print("\n## By the depth at the place: table's, drawn and neutral alleles on one copy, found % (95%)\n")
    depth_table(scores)
    print("\n## Deletions and duplications of exons and of the gene\n")
    large_table(scores)
    if "foxp3" in scores.callers:
        print("\nNot found by foxp3:\n")
        missed_large(scores)
        print("\n## Where a peer finds more than foxp3\n")
        lines = worse_than_a_peer(scores)
        print("| set | kind | sex | genome depth | reads | foxp3 | found | false per 50 | peer | found | false per 50 | of | p (sign test by sample) |"
              "\n|---|---|---|---|---|---|---|---|---|---|---|---|---|")
        print("\n".join(lines) if lines else "| nowhere | | | | | | | | | | | | |")


if __name__ == "__main__":
    main()
