#!/usr/bin/env python3
"""Small samples and two sample sheets for the workflows' tests: make_samples.py REFERENCE FOLDER COUNT

sheet.csv: COUNT files of one sample (one of them with a name that a shell could mistake), a family of
three in one file, and a file that is taken whole. failing.csv: a sound sample, a missing and a broken input, and a name that its file lacks.
"""
import random
import sys

# Where REFERENCE/Sequences/FOXP3_locus.GRCh38.fa begins on chromosome X, from 1.
START, LENGTH = 49248436, 156040895
reference, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(f"{reference}/Sequences/FOXP3_locus.GRCh38.fa") as file:
    bases = "".join(line.strip() for line in file if not line.startswith(">"))


def write(name, samples, genotypes, seed):
    random_ = random.Random(seed)
    lines = [
        "##fileformat=VCFv4.2",
        f"##contig=<ID=chrX,length={LENGTH}>",
        '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
        "\t".join("#CHROM POS ID REF ALT QUAL FILTER INFO FORMAT".split() + samples),
    ]
    for place in sorted(random_.sample(range(len(bases)), 5)):
        base = bases[place]
        other = random_.choice([letter for letter in "ACGT" if letter != base])
        lines.append("\t".join(
            ["chrX", str(START + place), ".", base, other, ".", "PASS", ".", "GT"] + genotypes))
    with open(f"{folder}/{name}", "w") as file:
        file.write("\n".join(lines) + "\n")


# As a spreadsheet writes it.
rows = ["sep=,", "Sample , Input,sex,Family,father,mother"]
for number in range(1, count + 1):
    name = f"S{number}" if number > 1 else "S1; 'odd $(name)"
    write(f"S{number}.vcf", [name], ["1"], number)
    rows.append(f"{name},S{number}.vcf,male,,,")
write("family.vcf", ["boy", "mum", "dad"], ["1", "0/1", "0"], 1001)
rows += ["boy,family.vcf,male,F1,dad,mum", "mum,family.vcf,female,F1,,", "dad,family.vcf,male,F1,,"]
write("whole.vcf", ["W1", "W2"], ["1", "0/1"], 1002)
rows.append("*,whole.vcf,,,,")
with open(f"{folder}/sheet.csv", "w") as file:
    file.write("\n".join(rows) + "\n")
with open(f"{folder}/broken.vcf", "w") as file:
    file.write("no variant file\n")
with open(f"{folder}/failing.csv", "w") as file:
    file.write("sample,input,sex\nS2,S2.vcf,male\nmissing,missing.vcf,\nbroken,broken.vcf,\nnobody,S3.vcf,\n")
