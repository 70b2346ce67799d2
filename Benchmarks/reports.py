#!/usr/bin/env python3
"""CPU milliseconds for one sample's report in each format, once its data are ready.

Fifty inputs of one sample are annotated with BED alone and with BED and the format; the difference, by
fifty, is the format's. The least of five rounds counts: the runs take turns, so that all meet the
same machine.

usage: reports.py BINARY VCF
"""

import os
import re
import sys
import tempfile

INPUTS, ROUNDS = 50, 5
FORMATS = ["vcf", "tsv", "json", "fhir", "va", "multiqc", "html", "family"]
ALL = ",".join(FORMATS)


def cpu(command):
    process = os.fork()
    if process == 0:
        os.execvp(command[0], command)
    _, status, usage = os.wait4(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0, command
    return (usage.ru_utime + usage.ru_stime) * 1000


def main(binary, example):
    with open(example, encoding="utf-8") as file:
        text = file.read()
    with tempfile.TemporaryDirectory() as folder:
        inputs = []
        for number in range(INPUTS):
            inputs.append(f"{folder}/{number}.vcf")
            with open(inputs[-1], "w", encoding="utf-8") as file:
                file.write(re.sub(r"(?m)^(#CHROM.*\t)[^\t\n]+$", rf"\g<1>s{number}", text))
        with open(f"{folder}/males.ped", "w", encoding="utf-8") as file:
            file.writelines(f"F{n}\ts{n}\t0\t0\t1\t2\n" for n in range(INPUTS))
        best = {}
        for _ in range(ROUNDS):
            for name in [None] + FORMATS + [ALL]:
                formats = "bed" if name is None else f"bed,{name}"
                time = cpu([binary, "annotate", *inputs, "--formats", formats, "--quiet",
                            "--ped", f"{folder}/males.ped", "-o", f"{folder}/out"])
                best[name] = min(time, best.get(name, time))
    print("| format | CPU ms for one sample |\n| --- | --- |")
    for name in FORMATS:
        print(f"| {name} | {(best[name] - best[None]) / INPUTS:.2f} |")
    print(f"| all of them in one run | {(best[ALL] - best[None]) / INPUTS:.2f} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
