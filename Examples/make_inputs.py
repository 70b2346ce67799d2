#!/usr/bin/env python3
"""Makes the inputs of the worked cases that are too long to write by hand: reads of a boy whose gene is
whole, reads of one without exon 1, and a file whose X and Y contradict the declared sex. Nobody's data:
bases are the reference's, those beyond the locus are drawn.

usage: make_inputs.py (in the repository's root; needs samtools)
"""
import random
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LENGTH_OF_X = 156_040_895  # GRCh38, Reference/Assemblies.tsv
FLANK, READ, INSERT, STEP = 25_000, 150, 420, 20
# c.-6247_-4859 counted from the A of the ATG at 49,258,505, as the publication counts (PMID 17484868).
EXON_1_DELETION = (49_263_364, 49_264_752)


def locus():
    head, *lines = (ROOT / "Reference/Sequences/FOXP3_locus.GRCh38.fa").read_text().split("\n")
    place = head.split()[0].split(":")[-1]
    start, end = (int(number) for number in place.replace(",", "").split("-"))
    bases = "".join(lines)
    assert len(bases) == end - start + 1, "the header's place does not fit the sequence"
    return start, bases


def chromosome():
    """1-based start and the bases of the locus between drawn flanks."""
    generator = random.Random(7)
    start, bases = locus()
    flank = lambda: "".join(generator.choice("ACGT") for _ in range(FLANK))
    return start - FLANK, flank() + bases + flank()


def cigar(places):
    """Position, CIGAR of a read whose bases stand at `places`; the shorter side of a gap is clipped."""
    jump = next((i for i in range(1, len(places)) if places[i] != places[i - 1] + 1), None)
    if jump is None:
        return places[0], f"{len(places)}M"
    if jump >= len(places) - jump:
        return places[0], f"{jump}M{len(places) - jump}S"
    return places[jump], f"{jump}S{len(places) - jump}M"


def write_reads(path, sample, deleted=None):
    start, bases = chromosome()
    places = list(range(start, start + len(bases)))
    if deleted:
        first, last = deleted[0] - start, deleted[1] - start + 1
        bases, places = bases[:first] + bases[last:], places[:first] + places[last:]
    lines = []
    for number, left in enumerate(range(0, len(bases) - INSERT, STEP)):
        right = left + INSERT - READ
        ends = [(left, 99), (right, 147)] if number % 2 else [(left, 163), (right, 83)]
        aligned = [cigar(places[offset:offset + READ]) for offset, _ in ends]
        size = aligned[1][0] - aligned[0][0] + READ
        for index, (offset, flag) in enumerate(ends):
            position, text = aligned[index]
            lines.append((position, "\t".join([
                f"r{number}", str(flag), "chrX", str(position), "60", text, "=", str(aligned[1 - index][0]),
                str(size if index == 0 else -size), bases[offset:offset + READ], "?" * READ, "RG:Z:1"])))
    lines.sort()
    header = f"@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:chrX\tLN:{LENGTH_OF_X}\n@RG\tID:1\tSM:{sample}\n"
    sam = header + "\n".join(line for _, line in lines) + "\n"
    subprocess.run(["samtools", "view", "-b", "--no-PG", "-o", path, "-"], input=sam.encode(), check=True)
    subprocess.run(["samtools", "index", path], check=True)


def write_conflict(path):
    """Called as a boy's: every genotype on X alike, calls on Y; the declared sex is female."""
    generator = random.Random(3)
    lines = [
        "##fileformat=VCFv4.2", "##source=made for the documentation of foxp3; no person's data",
        f"##contig=<ID=chrX,length={LENGTH_OF_X},assembly=GRCh38>",
        "##contig=<ID=chrY>",
        '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
        '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Reads per allele">',
        '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Reads">',
        '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype quality">',
        "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tpatient"]
    call = lambda contig, position, reference, alternate: lines.append(
        f"{contig}\t{position}\t.\t{reference}\t{alternate}\t600\tPASS\t.\tGT:AD:DP:GQ\t1/1:0,33:33:99")
    positions = sorted(generator.sample(range(5_000_000, 150_000_000), 160))
    for position in [p for p in positions if p < 49_000_000]:
        call("chrX", position, *generator.sample("ACGT", 2))
    call("chrX", 49_251_441, "G", "A")  # c.1189C>T, ClinVar VCV000011407
    for position in [p for p in positions if p > 50_000_000]:
        call("chrX", position, *generator.sample("ACGT", 2))
    for position in sorted(generator.sample(range(7_000_000, 20_000_000), 40)):
        call("chrY", position, *generator.sample("ACGT", 2))
    Path(path).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    folder = ROOT / "Examples"
    write_reads(folder / "covered_negative/boy.bam", "boy")
    write_reads(folder / "exon_1_deletion/boy.bam", "boy", EXON_1_DELETION)
    write_conflict(folder / "sex_conflict/patient.vcf")
