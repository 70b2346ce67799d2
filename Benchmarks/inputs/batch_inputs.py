#!/usr/bin/env python3
"""Inputs of the batch benchmark: small files of one sample each, one file of many samples, a sample
sheet for both, and what `bcftools csq` needs (a FASTA of chromosome X with the locus' own bases, a
GFF3 of the two transcripts). The same bytes each time.

use: batch_inputs.py REFERENCE_FOLDER OUTPUT_FOLDER [SAMPLES] [SAMPLES_OF_THE_LARGE_FILE]
"""
import os
import random
import subprocess
import sys

START, LENGTH = 49248436, 156040895
HEADER = (
    "##fileformat=VCFv4.2\n"
    "##FILTER=<ID=PASS,Description=\"All filters passed\">\n"
    f"##contig=<ID=chrX,length={LENGTH}>\n"
    "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
    "##FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">\n"
    "##FORMAT=<ID=GQ,Number=1,Type=Integer,Description=\"Genotype quality\">\n"
)
COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT"


def locus(reference):
    with open(f"{reference}/Sequences/FOXP3_locus.GRCh38.fa") as file:
        return "".join(line.strip() for line in file if not line.startswith(">"))


def alternate(random_, base):
    return random_.choice([other for other in "ACGT" if other != base])


def small(folder, bases, count):
    """A call set of the locus and its surroundings: a few variants inside, some beside it."""
    for number in range(count):
        random_ = random.Random(number)
        inside = random_.sample(range(START, START + len(bases)), random_.randint(2, 12))
        outside = random_.sample(range(48_000_000, START - 1), 150)
        outside += random_.sample(range(START + len(bases) + 1, 50_500_000), 150)
        genotypes = ["0/1", "1/1"] if number % 2 else ["1"]
        lines = []
        for position in sorted(inside + outside):
            index = position - START
            base = bases[index] if 0 <= index < len(bases) else "A"
            lines.append(
                f"chrX\t{position}\t.\t{base}\t{alternate(random_, base)}\t50\tPASS\t.\tGT:DP:GQ\t"
                f"{random_.choice(genotypes)}:{random_.randint(8, 60)}:{random_.randint(20, 99)}\n")
        path = f"{folder}/S{number:04}.vcf.gz"
        text = HEADER + f"{COLUMNS}\tS{number:04}\n" + "".join(lines)
        with open(path, "wb") as file:
            subprocess.run(["bgzip", "-c"], input=text.encode(), stdout=file, check=True)
        subprocess.run(["tabix", "-p", "vcf", path], check=True)


def large(folder, bases, count):
    random_ = random.Random(7)
    names = [f"L{number:04}" for number in range(count)]
    lines = []
    for position in sorted(random_.sample(range(START, START + len(bases)), 300)):
        base = bases[position - START]
        rate = random_.choice([0.0005, 0.002, 0.05])
        calls = [
            ("1" if random_.random() < rate else "0") if index % 2
            else ("0/1" if random_.random() < rate else "0/0")
            for index in range(count)]
        lines.append(
            f"chrX\t{position}\t.\t{base}\t{alternate(random_, base)}\t50\tPASS\t.\tGT\t"
            + "\t".join(calls) + "\n")
    text = HEADER + "\t".join([COLUMNS] + names) + "\n" + "".join(lines)
    path = f"{folder}/large.vcf.gz"
    with open(path, "wb") as file:
        subprocess.run(["bgzip", "-c"], input=text.encode(), stdout=file, check=True)
    subprocess.run(["tabix", "-p", "vcf", path], check=True)


def sheets(folder, count):
    with open(f"{folder}/sheet.csv", "w") as file:
        file.write("sample,input,sex\n")
        for number in range(count):
            sex = "female" if number % 2 else "male"
            file.write(f"S{number:04},S{number:04}.vcf.gz,{sex}\n")
    with open(f"{folder}/large.csv", "w") as file:
        file.write("sample,input\n*,large.vcf.gz\n")


def fasta(folder, bases):
    """Chromosome X, unknown outside the locus."""
    sequence = "N" * (START - 1) + bases
    sequence += "N" * (50_600_000 - len(sequence))
    path = f"{folder}/chrX.fa"
    with open(path, "w") as file:
        file.write(">chrX\n")
        for start in range(0, len(sequence), 60_000):
            file.write(sequence[start:start + 60_000] + "\n")
    subprocess.run(["samtools", "faidx", path], check=True)


def gff(folder, reference):
    rows = ["##gff-version 3"]

    def row(kind, start, end, phase, attributes):
        rows.append(f"chrX\tfoxp3\t{kind}\t{start}\t{end}\t.\t-\t{phase}\t{attributes}")

    names = [("NM_014009.4", "ENST00000376207"), ("NM_001114377.2", "ENST00000376199")]
    for accession, transcript in names:
        exons, coding = [], None
        with open(f"{reference}/Transcripts/{accession}.tsv") as file:
            for line in file:
                feature, _, _, _, start, end = line.rstrip("\n").split("\t")
                if feature == "exon":
                    exons.append((int(start), int(end)))
                if feature == "coding":
                    coding = int(start), int(end)
        if accession == names[0][0]:
            row("gene", min(exons)[0], max(exons)[1], ".",
                "ID=gene:ENSG00000049768;Name=FOXP3;biotype=protein_coding")
        row("mRNA", min(exons)[0], max(exons)[1], ".",
            f"ID=transcript:{transcript};Parent=gene:ENSG00000049768;biotype=protein_coding")
        read = 0
        for start, end in sorted(exons, reverse=True):
            row("exon", start, end, ".", f"Parent=transcript:{transcript}")
            first, last = max(start, coding[0]), min(end, coding[1])
            if first <= last:
                row("CDS", first, last, -read % 3, f"Parent=transcript:{transcript}")
                read += last - first + 1
    with open(f"{folder}/foxp3.gff3", "w") as file:
        file.write("\n".join(rows) + "\n")


def main():
    reference, folder = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    many = int(sys.argv[4]) if len(sys.argv) > 4 else 2504
    os.makedirs(folder, exist_ok=True)
    bases = locus(reference)
    small(folder, bases, count)
    large(folder, bases, many)
    sheets(folder, count)
    fasta(folder, bases)
    gff(folder, reference)


main()
