"""Writes seeds for the fuzzers, a folder for each target, from the repository's own cases and tables.

usage: seeds.py REPOSITORY FOLDER
"""

import gzip
import pathlib
import subprocess
import sys

root, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def write(target, number, content):
    folder = out / target
    folder.mkdir(parents=True, exist_ok=True)
    data = content if isinstance(content, bytes) else content.encode()
    (folder / f"seed{number:04}").write_bytes(data)


def records():
    for path in sorted((root / "Tests/Cases").glob("*/input.vcf")):
        lines = path.read_text().splitlines()
        yield [x for x in lines if x.startswith("#")], [x for x in lines if not x.startswith("#")]


def binary(arguments, text):
    return subprocess.run(arguments, input=text, capture_output=True, check=True).stdout


seen = 0
for number, (header, lines) in enumerate(records()):
    write("header", number, "\n".join(header) + "\n")
    write("lines", number, b"\x01\x00" + ("\n".join(lines) + "\n").encode())
    write("bgzf", number, b"\x01\x40\x00\x10\x00\x08" + "\n".join(header + lines).encode())
    for line in lines[:3]:
        write("record", seen, line)
        seen += 1
    if number % 8 == 0:
        text = ("\n".join(header + lines) + "\n").encode()
        whole = gzip.decompress(binary(["bcftools", "view", "--no-version", "-Ob"], text))
        start = 9 + int.from_bytes(whole[5:9], "little")
        write("walk", number, b"\x00\x01\x00\x40" + whole[start : start + 2000])
sam = "@SQ\tSN:a\tLN:9000\n@SQ\tSN:b\tLN:9000\n@SQ\tSN:c\tLN:9000\n" + "".join(
    f"r{i}\t0\tb\t{100 + i}\t60\t10M\t*\t0\t0\tACGTACGTAC\tFFFFFFFFFF\tNM:i:0\tXZ:Z:text\n"
    for i in range(4)
)
whole = gzip.decompress(binary(["samtools", "view", "--no-PG", "-b"], sam.encode()))
write("walk", 9000, b"\x01\x00\x00\x40" + whole[whole.index(b"r0\0") - 36 :])

table = (root / "Reference/CuratedVariants.tsv").read_text().splitlines()
for number, row in enumerate(table[1:]):
    cells = row.split("\t")
    write("hgvs", number, cells[1])
    if number % 9 == 0:
        write("table", number, row + "\n")
names = [
    "c.751_753del", "c.*876A>G", "c.-23+1G>A", "c.1117_1118delinsGC", "c.210+1G>A", "c.454+4dup",
    "NC_000023.11(NM_014009.4):c.1189C>T", "NM_014009.4(FOXP3):c.1189C>T (p.Arg397Trp)",
    "NC_000023.11:g.49251441G>A", "g.49251441_49251442insACGT", "p.(Arg397Trp)", "p.R397W",
    "c.1015_1020inv", "p.Thr108Metfs*43", "p.(Ter432ext*?)",
]
for number, name in enumerate(names):
    write("hgvs", 900 + number, name)
for number, name in enumerate(
    ["NC_000023.11:49251440:G:A", "NC_000023.10:49107892:G:A", "NC_000023.11:49251440:1:TT",
     "NC_000023.11:49251440::ACG"]):
    write("spdi", number, name)
for number, text in enumerate(
    ["F P1 0 0 1 2\n", "#x\nF\tP1\tP2\tP3\t2\t1\nF\tP2\t0\t0\t1\t1\nF\tP3\t0\t0\t2\t1\n"]):
    write("pedigree", number, text)
for number, text in enumerate(
    ["sample,input\nP1,a.vcf.gz\n", "\ufeffsample,input,sex\r\n*,a.vcf,\r\n",
     "sample,input,alignments,sex,family,father,mother,case,table\n"
     "P1,/a/b.vcf,b.bam,male,F,P2,P3,case.yaml,none;own.tsv\n"
     "P2,b.vcf,,1,F,0,.,,\nP3,c.vcf,,2,F,,,,\n",
     'sample,input\n"P ""x"", y","a\nb.vcf"\n']):
    write("sheet", number, text)
settings = [root / "Reference/AcmgRules.yaml", *sorted((root / "Pipelines/profiles").glob("*.yaml")),
            *sorted((root / "Tests/Cases").glob("*/case.yaml")), root / "Examples/case.yaml"]
for number, path in enumerate(x for x in settings if x.exists()):
    write("yaml", number, path.read_bytes())
scores = [
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="x. Format: Allele|Feature|REVEL|ALLELE_NUM">'
    "\nCSQ=A|ENST00000376207|0.93|1,T|NM_014009.4|0.2|2",
    "##INFO=<ID=ANN,Number=.,Type=String,Description=\"annotations: 'Allele | Feature_ID | REVEL'\">"
    "\nANN=A|NM_014009.4|0.5",
    "\nREVEL=0.93,0.1;SpliceAI=A|FOXP3|0.01|0.02|0.03|0.99|1|2|3|4",
]
for number, text in enumerate(scores):
    write("scores", number, text)
