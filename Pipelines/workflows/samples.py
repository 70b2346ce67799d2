#!/usr/bin/env python3
"""The samples that a sheet names, for workflows: `samples.py SHEET` prints their number,
`samples.py SHEET TASK TASKS` the names of every TASKS-th one from TASK (from 1), a NUL after each.
Whole files (an empty sample or *) are left to the summary's job. The sheet is read as foxp3 reads it: capital
letters in column names, blanks around cells, empty lines and a first line "sep=," count for nothing."""
import csv
import sys


def named(sheet):
    with open(sheet, encoding="utf-8-sig", newline="") as file:
        read = csv.reader(file, skipinitialspace=True)
        rows = [[cell.strip(" \t") for cell in row] for row in read]
    rows = [row for row in rows if any(row)]
    if rows and rows[0][0].casefold() in ("sep=", "sep=,") and not any(rows[0][1:]):
        rows = rows[1:]
    header = [name.casefold() for name in rows[0]] if rows else []
    if "sample" not in header:
        raise ValueError(f"{sheet}: the first line names no column sample")
    column = header.index("sample")
    names = [row[column] for row in rows[1:] if len(row) > column]
    return [name for name in names if name not in ("", "*")]


def main(sheet, task=None, tasks=None):
    names = named(sheet)
    if task is None:
        print(len(names))
    else:
        sys.stdout.write("".join(name + "\0" for name in names[int(task) - 1 :: int(tasks)]))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except ValueError as problem:
        sys.exit(str(problem))
