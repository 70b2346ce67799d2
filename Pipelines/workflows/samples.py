#!/usr/bin/env python3
"""The samples that a sheet names, for scripts: `samples.py SHEET` prints their number,
`samples.py SHEET TASK TASKS` the names of every TASKS-th one from TASK (from 1), a NUL after each.
Whole files (an empty sample or *) are left to the summary's job."""
import csv
import sys

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    names = [row.get("sample") for row in csv.DictReader(file)]
names = [name for name in names if name and name != "*"]
if len(sys.argv) == 2:
    print(len(names))
else:
    task, tasks = int(sys.argv[2]), int(sys.argv[3])
    sys.stdout.write("".join(name + "\0" for name in names[task - 1 :: tasks]))
