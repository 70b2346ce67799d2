"""An allele as an edit of the locus: bases [start, end) of GRCh38's chrX replaced by a sequence.

0-based and half open. Two spellings are the same allele when the edited sequences are equal.
"""
from dataclasses import dataclass

from genome import locus

START, BASES = locus()
END = START + len(BASES)


@dataclass(frozen=True)
class Edit:
    start: int
    end: int
    replacement: str

    @property
    def reference(self):
        return BASES[self.start - START:self.end - START]

    def trimmed(self):
        """The same edit without the bases both sides share: first at the end, then at the start."""
        reference, alternate, start = self.reference, self.replacement, self.start
        while reference and alternate and reference[-1] == alternate[-1]:
            reference, alternate = reference[:-1], alternate[:-1]
        while reference and alternate and reference[0] == alternate[0]:
            reference, alternate, start = reference[1:], alternate[1:], start + 1
        return Edit(start, start + len(reference), alternate)

    def shift_interval(self):
        """[start, end) of the reference that the trimmed edit can slide over, itself included."""
        edit = self.trimmed()
        moved = edit.reference or edit.replacement
        if len(edit.reference) and len(edit.replacement):
            return edit.start, edit.end
        first, last = edit.start, edit.end
        size = len(moved)
        while last < END and BASES[last - START] == moved[(last - edit.end) % size]:
            last += 1
        while first > START and BASES[first - 1 - START] == moved[(first - edit.start - 1) % size]:
            first -= 1
        return first, last

    def kind(self):
        """The row of the tables: SNV, MNV or delins, insertion, deletion, indel in homopolymer."""
        edit = self.trimmed()
        if not edit.reference and not edit.replacement:
            return "none"
        if edit.reference and edit.replacement:
            return "SNV" if len(edit.reference) == len(edit.replacement) == 1 else "MNV or delins"
        first, last = self.shift_interval()
        if last - first >= 4 and len(set(BASES[first - START:last - START])) == 1:
            return "indel in homopolymer"
        return "deletion" if edit.reference else "insertion"


def applied(edits, window):
    """The bases of window = (start, end) with the edits made, or None when they overlap.

    Edits that touch at a point are made in the order of their starts.
    """
    start, end = window
    made, at = [], start
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start < at or edit.end > end:
            return None
        made += [BASES[at - START:edit.start - START], edit.replacement]
        at = edit.end
    return "".join(made) + BASES[at - START:end - START]
