"""A caller's VCF as alleles of the locus with the copies its genotype gives each."""
from dataclasses import dataclass

from edit import BASES, END, START, Edit


@dataclass(frozen=True)
class Allele:
    edit: Edit          # trimmed
    copies: int         # of this allele in the genotype
    ploidy: int         # alleles in the genotype
    reference: int      # copies of the reference allele in the genotype
    symbolic: str       # DEL, DUP, another symbolic type, or "" for an allele spelled out
    quality: float      # phred, -1 when the file gives none
    passed: bool        # FILTER is PASS or empty

    def has_genotype(self, sex, copies):
        """Whether the genotype is the planted one: nothing but the allele in a male, else 0/1 or 1/1."""
        if sex == "male":
            return self.copies == self.ploidy
        return self.ploidy == 2 and self.copies == copies and self.reference == 2 - copies


def information(text):
    return dict(part.split("=", 1) for part in text.split(";") if "=" in part)


def edit_of(position, reference, alternate, info):
    """(Edit, symbolic type) of one ALT, or None where it isn't a change of the locus' sequence."""
    if alternate in (".", "*", "<*>", "<NON_REF>"):
        return None
    if alternate.startswith("<"):
        kind = alternate[1:-1].split(":")[0]
        start, end = position, int(information(info).get("END", position))
        inside = max(start, START), min(end, END)
        bases = BASES[inside[0] - START:inside[1] - START]
        return Edit(*inside, bases * 2 if kind == "DUP" else ""), kind
    if any(base not in "ACGTN" for base in alternate.upper()):
        return None
    start = position - 1
    if start < START or start + len(reference) > END:
        return None
    return Edit(start, start + len(reference), alternate.upper()).trimmed(), ""


def read(path):
    """All alleles of the file that its one sample carries."""
    found = []
    with open(path) as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            _, position, _, reference, alternates, quality, filters, info, names, values = line.rstrip("\n").split("\t")[:10]
            genotype = dict(zip(names.split(":"), values.split(":"))).get("GT", ".").replace("|", "/").split("/")
            for number, alternate in enumerate(alternates.split(","), 1):
                copies = genotype.count(str(number))
                spelled = edit_of(int(position), reference, alternate, info) if copies else None
                if spelled is None:
                    continue
                found.append(Allele(spelled[0], copies, len(genotype), genotype.count("0"), spelled[1],
                                    -1 if quality == "." else float(quality), filters in ("PASS", ".")))
    return found
