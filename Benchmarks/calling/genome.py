"""The simulated genome: three contigs of GRCh38's length, bases only in one window of each.

Coordinates here are 0-based and half open unless a name ends in `_position` (1-based, as in VCF).
The X window is the FOXP3 locus of Reference/ between drawn flanks, so that reads of the flanks and the
sample's own X baseline exist; chr1 stands for the autosomes, chrY tells male from female.
"""
import random
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LENGTHS = {"chr1": 248_956_422, "chrX": 156_040_895, "chrY": 57_227_415}
FLANK = 30_000
WINDOWS_AUTOSOME, WINDOW_START = 40_000, 20_000_000
SEED = 20_170_817


def read_fasta(path):
    """Returns (description, sequence) of the file's first record."""
    lines = Path(path).read_text().splitlines()
    return lines[0][1:], "".join(lines[1:]).upper()


def locus():
    """Returns (start, sequence) of the locus on GRCh38's chrX, from the project's own reference."""
    description, sequence = read_fasta(ROOT / "Reference/Sequences/FOXP3_locus.GRCh38.fa")
    first, last = description.split()[0].split(":")[1].split("-")
    start = int(first) - 1
    assert int(last) - start == len(sequence), "the locus header and its sequence disagree"
    return start, sequence


def drawn(source, length):
    return "".join(source.choice("ACGT") for _ in range(length))


def windows():
    """Returns {contig: (start, sequence)}; the same in every run."""
    source = random.Random(SEED)
    start, sequence = locus()
    chromosome_x = drawn(source, FLANK) + sequence + drawn(source, FLANK)
    return {
        "chr1": (WINDOW_START, drawn(source, WINDOWS_AUTOSOME)),
        "chrX": (start - FLANK, chromosome_x),
        "chrY": (WINDOW_START, drawn(source, WINDOWS_AUTOSOME)),
    }


def wrapped(sequence, width=60):
    return "\n".join(sequence[at:at + width] for at in range(0, len(sequence), width)) + "\n"


def write_compact(path):
    """The windows alone, under their contigs' names: what the aligner indexes."""
    with open(path, "w") as out:
        for contig, (_, sequence) in windows().items():
            out.write(f">{contig}\n{wrapped(sequence)}")


def write_whole(path):
    """Every contig at its real length, N outside its window: what the callers are given."""
    line = "N" * 60 + "\n"
    with open(path, "w") as out:
        for contig, (start, sequence) in windows().items():
            lead, after = start % 60, LENGTHS[contig] - start - len(sequence)
            out.write(f">{contig}\n" + line * (start // 60))
            middle = "N" * lead + sequence
            fill = min((60 - len(middle) % 60) % 60, after)
            out.write(wrapped(middle + "N" * fill))
            after -= fill
            out.write(line * (after // 60) + ("N" * (after % 60) + "\n" if after % 60 else ""))


def write_offsets(path):
    """contig, window start (0-based), contig length: what moves an alignment to its real place."""
    with open(path, "w") as out:
        for contig, (start, _) in windows().items():
            out.write(f"{contig}\t{start}\t{LENGTHS[contig]}\n")


if __name__ == "__main__":
    import sys
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    write_compact(folder / "compact.fa")
    write_whole(folder / "whole.fa")
    write_offsets(folder / "offsets.tsv")
