#!/usr/bin/env python3
"""Shows that the scorer tells right from wrong: planted alleles spelled well, split, with a wrong genotype, not at all.

usage: score_check.py     (nothing is needed but Reference/; exits 1 at the first wrong outcome)
"""
from calls import Allele, edit_of
from edit import BASES, START, Edit
from score import match, match_large
from variants import drawn_small, large


def called(edit, copies=1, ploidy=1, reference=0, symbolic=""):
    return Allele(edit, copies, ploidy, reference, symbolic, 99, True)


def spelled(edit, before, after):
    """The allele as a VCF record with more bases around it than needed, read back."""
    first, last = edit.start - before, edit.end + after
    text = BASES[first - START:last - START]
    alternate = BASES[first - START:edit.start - START] + edit.replacement + BASES[edit.end - START:last - START]
    return edit_of(first + 1, text, alternate, "")[0]


def moved_right(edit):
    """The trimmed edit at the other end of what it can slide over."""
    edit = edit.trimmed()
    if edit.reference and edit.replacement:
        return edit
    last = edit.shift_interval()[1]
    by = last - edit.end
    bases = edit.replacement
    return Edit(edit.start + by, edit.end + by, bases[by % len(bases):] + bases[:by % len(bases)] if bases else "")


def parts_of(edit):
    """An edit of several bases on either side as a deletion and an insertion, the way a caller splits it."""
    edit = edit.trimmed()
    return [Edit(edit.start, edit.start, edit.replacement), Edit(edit.start, edit.end, "")]


def expect(outcome, wanted, what):
    if outcome != wanted:
        raise SystemExit(f"score_check: {what} is {outcome}, not {wanted}")


def check_small(name, edit):
    for form in (edit, spelled(edit, 1, 0), spelled(edit, 7, 5), moved_right(edit)):
        expect(match(edit, 1, "male", [called(form)])[0], "found", f"{name}, male 1")
        expect(match(edit, 1, "male", [called(form, 2, 2)])[0], "found", f"{name}, male 1/1")
        expect(match(edit, 1, "male", [called(form, 1, 2, 1)])[0], "genotype", f"{name}, male 0/1")
        expect(match(edit, 1, "female", [called(form, 1, 2, 1)])[0], "found", f"{name}, carrier 0/1")
        expect(match(edit, 1, "female", [called(form, 2, 2)])[0], "genotype", f"{name}, carrier 1/1")
        expect(match(edit, 2, "female", [called(form, 2, 2)])[0], "found", f"{name}, both copies 1/1")
    longer = Edit(edit.start, edit.end, edit.replacement + "ACGTT")
    expect(match(edit, 1, "male", [called(longer.trimmed())])[0], "missed", f"{name}, another allele there")
    expect(match(edit, 1, "male", [])[0], "missed", f"{name}, no call")
    if edit.kind() == "MNV or delins":
        expect(match(edit, 1, "male", [called(part) for part in parts_of(edit)])[0], "split", f"{name}, in parts")


def check_large(name, kind, edit):
    span = Edit(edit.start, edit.end, "" if kind == "DEL" else edit.replacement)
    near = Edit(edit.start + 20, edit.end - 15, "")
    expect(match_large(edit, kind, "male", [called(span, symbolic=kind)])[0][0], "found", name)
    expect(match_large(edit, kind, "male", [called(span, symbolic=kind)])[1], True, f"{name}, exact")
    expect(match_large(edit, kind, "male", [called(near, symbolic=kind)])[1], False, f"{name}, ends 20 bases off")
    expect(match_large(edit, kind, "female", [called(span, 2, 2, 0, kind)])[0][0], "genotype", f"{name}, 1/1 in a carrier")
    expect(match_large(edit, kind, "male", [called(span, symbolic="INV")])[0][0], "missed", f"{name}, called INV")


def main():
    small, copy_number = drawn_small(60), large()
    for name, edit in small:
        check_small(name, edit)
    for name, kind, edit in copy_number:
        check_large(name, kind, edit)
    print(f"the scorer is right about {len(small)} small and {len(copy_number)} large alleles")


if __name__ == "__main__":
    main()
