#!/usr/bin/env python3
"""Long reads with errors of their own: what `foxp3 call` finds and what it makes up.

usage: long_reads.py REFERENCE_FOLDER FOXP3_BINARY WORK_FOLDER [VARIANTS]

REFERENCE_FOLDER is that of run.sh. Reads of 8,000 bases are placed by their true alignment, without an
aligner, with an error in a hundred bases: substitutions, insertions and deletions alike, base quality
20. `homopolymer` has more of them in runs of equal bases: twice in a run of four, and as much more for
each further base. Each of VARIANTS (40) is one substitution, or an insertion or deletion of 1 to 8 bases,
planted in a boy at 15x of X and a carrier at 30x. Prints a table.
"""
import random
import subprocess
import sys
from collections import Counter

ERROR = 0.01
LENGTH = 8_000
GENE = (49_250_000, 49_268_000)


def read_reference(folder):
    sequences, name = {}, None
    for line in open(f"{folder}/compact.fa"):
        if line[0] == ">":
            name = line[1:].split()[0]
            sequences[name] = []
        else:
            sequences[name].append(line.strip().upper())
    offsets = {fields[0]: int(fields[1])
               for fields in map(str.split, open(f"{folder}/offsets.tsv"))}
    lengths = {fields[0]: int(fields[1])
               for fields in map(str.split, open(f"{folder}/whole.fa.fai"))}
    return "".join(sequences["chrX"]), offsets["chrX"], lengths


def runs(sequence):
    """The length of the run of one base that each base lies in."""
    lengths, start = [], 0
    while start < len(sequence):
        end = start
        while end < len(sequence) and sequence[end] == sequence[start]:
            end += 1
        lengths += [end - start] * (end - start)
        start = end
    return lengths


class Read:
    def __init__(self):
        self.bases, self.operations = [], []

    def add(self, operation, bases=""):
        if self.operations and self.operations[-1][0] == operation:
            self.operations[-1][1] += max(1, len(bases))
        else:
            self.operations.append([operation, max(1, len(bases))])
        self.bases.append(bases)

    def line(self, name, position):
        bases = "".join(self.bases)
        cigar = "".join(f"{count}{operation}" for operation, count in self.operations)
        return (f"{name}\t{16 if name % 2 else 0}\tchrX\t{position}\t60\t{cigar}\t*\t0\t0\t{bases}\t"
                f"{'5' * len(bases)}\tRG:Z:a\n")


def simulate(start, sequence, lengths, grows, edit, draw):
    """One read from `start` (0-based) on; `edit`: place, deleted bases, bases in their stead."""
    read, index = Read(), start
    while index < min(len(sequence), start + LENGTH):
        if edit and index == edit[0] and read.bases:
            if edit[2] and edit[1]:
                read.add("M", edit[2])
                index += 1
                continue
            if edit[2]:
                read.add("I", edit[2])
            for _ in range(edit[1]):
                read.add("D")
            index += edit[1]
        run = lengths[index]
        error = ERROR * (run - 2) if grows and run >= 4 else ERROR
        value = draw.random()
        if value < error / 3 and read.bases:
            read.add("D")
            index += 1
            continue
        if value < 2 * error / 3 and read.bases:
            read.add("I", sequence[index] if grows else draw.choice("ACGT"))
        base = sequence[index]
        if 2 * error / 3 <= value < error:
            base = draw.choice([other for other in "ACGT" if other != base])
        read.add("M", base)
        index += 1
    return read


def write(path, reference, grows, edit, share, depth, seed):
    sequence, offset, contigs = reference
    lengths, draw = runs(sequence), random.Random(seed)
    reads = []
    for number in range(int(depth * len(sequence) / LENGTH)):
        start = draw.randrange(len(sequence) - LENGTH)
        carries = draw.random() < share
        reads.append((start, simulate(
            start, sequence, lengths, grows, edit if carries else None, draw)))
    with open(path + ".sam", "w") as file:
        file.write("@HD\tVN:1.6\tSO:coordinate\n")
        file.writelines(f"@SQ\tSN:{name}\tLN:{length}\n" for name, length in contigs.items())
        file.write("@RG\tID:a\tSM:S\n")
        for number, (start, read) in enumerate(sorted(reads, key=lambda item: item[0])):
            file.write(read.line(number, start + offset + 1))
    subprocess.run(["samtools", "view", "-b", "-o", path + ".bam", path + ".sam"], check=True)
    subprocess.run(["samtools", "index", path + ".bam"], check=True)


def calls(binary, path, sex):
    text = subprocess.run([binary, "call", path + ".bam", "--sex", sex, "-O", "v", "-o", "-"],
                          capture_output=True, text=True, check=True).stdout
    for line in text.splitlines():
        fields = line.split("\t")
        if line[0] != "#" and fields[4] not in (".", "<*>") and fields[9].split(":")[0] not in ("0", "0/0"):
            yield fields


def drawn(number, sequence, offset):
    draw = random.Random(1_000 + number)
    place = draw.randrange(GENE[0] - offset - 1, GENE[1] - offset - 1)
    kind = ("substitution", "deletion", "insertion", "deletion")[number % 4]
    if kind == "substitution":
        return kind, (place, 1, draw.choice([o for o in "ACGT" if o != sequence[place]]))
    if kind == "insertion":
        return kind, (place, 0, draw.choice("ACGT"))
    return kind, (place, 1 if number % 4 == 1 else draw.choice((2, 3, 4, 8)), "")


def main():
    folder, binary, work = sys.argv[1:4]
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 40
    reference = read_reference(folder)
    sequence, offset, _ = reference
    print("| reads | person | planted | found, PASS | wrong genotype | missed | false calls, PASS | "
          "with another FILTER |")
    print("|---|---|---|---|---|---|---|---|")
    for grows in (False, True):
        for person, sex, share, depth, genotype in (
                ("boy, 15x of X", "male", 1, 15, "1"), ("carrier, 30x", "female", 0.5, 30, "0/1")):
            tally = Counter()
            for number in range(count):
                _, edit = drawn(number, sequence, offset)
                wanted = sequence[:edit[0]] + edit[2] + sequence[edit[0] + edit[1]:]
                write(f"{work}/long", reference, grows, edit, share, depth, number)
                found = None
                for fields in calls(binary, f"{work}/long", sex):
                    start = int(fields[1]) - offset - 1
                    if any(alternate[0] != "<" and sequence[:start] + alternate
                           + sequence[start + len(fields[3]):] == wanted
                           for alternate in fields[4].split(",")):
                        found = (fields[6], fields[9].split(":")[0])
                    else:
                        tally["false" if fields[6] == "PASS" else "filtered"] += 1
                tally["missed" if not found else "found" if found == ("PASS", genotype)
                      else "genotype"] += 1
            print(f"| {'homopolymer' if grows else 'even'} | {person} | {count} | {tally['found']} | "
                  f"{tally['genotype']} | {tally['missed']} | {tally['false']} | {tally['filtered']} |",
                  flush=True)


if __name__ == "__main__":
    main()
