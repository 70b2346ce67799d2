#!/usr/bin/env python3
"""Whole-process times of several commands, run in turn (A B C A B C …), so that ratios hold while
other work on the machine comes and goes.

use: interleaved.py ROUNDS < SPEC     SPEC: one `NAME<tab>shell command` a line; the first is the
reference. Output is drained through a pipe: grep stops at the first match on /dev/null. Prints CPU
seconds (median), reference/row of CPU (median of the rounds), least wall time, peak memory.
"""
import os
import statistics
import sys
import time


def run(command):
    reading, writing = os.pipe()
    start = time.monotonic()
    process = os.fork()
    if process == 0:
        os.dup2(writing, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.close(reading)
        plain = not any(sign in command for sign in "|;>")
        os.execv("/bin/sh", ["sh", "-c", ("exec " if plain else "") + command])
    os.close(writing)
    while os.read(reading, 1 << 20):
        pass
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    os.close(reading)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {command}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def main():
    rows = [line.rstrip("\n").split("\t", 1) for line in sys.stdin if line.strip()]
    results = {name: [] for name, _ in rows}
    for name, command in rows:
        run(command)
    for _ in range(int(sys.argv[1])):
        for name, command in rows:
            results[name].append(run(command))
    reference = results[rows[0][0]]
    print("| command | CPU s | CPU ratio | least wall s | peak MiB |\n| --- | --- | --- | --- | --- |")
    for name, _ in rows:
        mine = results[name]
        ratio = statistics.median(a[0] / max(b[0], 1e-4) for a, b in zip(reference, mine))
        cpu = statistics.median(r[0] for r in mine)
        wall = min(r[1] for r in mine)
        print(f"| {name} | {cpu:.4f} | {ratio:.2f} | {wall:.4f} | {max(r[2] for r in mine):.1f} |")
    print(flush=True)


main()
