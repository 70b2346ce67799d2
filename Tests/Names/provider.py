"""FOXP3's transcripts and chromosome X for biocommons hgvs, from the project's own reference files.

The transcripts lie on the minus strand. To shift in the direction of the transcript, each chromosome is
there a second time as its reverse complement, by its accession with an `r` behind it.
"""
import csv

from bioutils.sequences import reverse_complement, translate_cds
from hgvs.dataproviders.interface import Interface

TRANSCRIPTS = ("NM_014009.4", "NM_001114377.2")
LENGTHS = {"NC_000023.10": 155270560, "NC_000023.11": 156040895}
ACCESSIONS = {"GRCh37": "NC_000023.10", "GRCh38": "NC_000023.11"}


class Locus:
    """Known bases of a chromosome; `N` elsewhere."""

    def __init__(self, first, bases, length):
        self.first, self.bases, self.length = first, bases, length

    @property
    def last(self):
        return self.first + len(self.bases) - 1

    def reversed(self):
        return Locus(self.length + 1 - self.last, reverse_complement(self.bases), self.length)

    def slice(self, start, end):
        """Bases of an interbase stretch."""
        before = self.first - 1
        known = self.bases[max(0, start - before):max(0, end - before)]
        left = "N" * max(0, min(end, before) - start)
        return left + known + "N" * (end - start - len(left) - len(known))


class Transcript:
    def __init__(self, path, loci):
        self.exons = {accession: [] for accession in loci}
        with open(path) as file:
            for row in csv.DictReader(file, delimiter="\t"):
                self._read(row)
        accession = ACCESSIONS["GRCh38"]
        locus = loci[accession]
        self.sequence = "".join(
            reverse_complement(locus.slice(first - 1, last)) for first, last in self.exons[accession])
        first, last = self.coding
        self.start, self.end = self._place(last) - 1, self._place(first)
        self.amino_acids = translate_cds(self.sequence[self.start:self.end])

    def _read(self, row):
        if row["feature"] == "protein":
            self.protein = row["value"]
        for build, accession in ACCESSIONS.items():
            columns = (row[f"{build.lower()}_start"], row[f"{build.lower()}_end"])
            if row["feature"] == "exon":
                self.exons[accession].append(tuple(map(int, columns)))
            if row["feature"] == "coding" and build == "GRCh38":
                self.coding = tuple(map(int, columns))

    def _place(self, position):
        before = 0
        for first, last in self.exons[ACCESSIONS["GRCh38"]]:
            if first <= position <= last:
                return before + last - position + 1
            before += last - first + 1
        raise ValueError(f"{position} is in no exon")


class Provider(Interface):
    required_version = "1.1"

    def __init__(self, reference):
        super().__init__()
        self.loci = {}
        for build, accession in ACCESSIONS.items():
            with open(f"{reference}/Sequences/FOXP3_locus.{build}.fa") as file:
                head, *lines = file.read().split("\n")
            first = int(head.split(":")[1].split("-")[0])
            locus = Locus(first, "".join(lines), LENGTHS[accession])
            self.loci[accession] = locus
            self.loci[accession + "r"] = locus.reversed()
        plain = {name: locus for name, locus in self.loci.items() if not name.endswith("r")}
        self.transcripts = {
            name: Transcript(f"{reference}/Transcripts/{name}.tsv", plain) for name in TRANSCRIPTS}
        self.proteins = {t.protein: t.amino_acids for t in self.transcripts.values()}

    @classmethod
    def interface_version(cls):
        return 5

    def data_version(self):
        return "1.1"

    def schema_version(self):
        return "1.1"

    def get_seq(self, ac, start_i=None, end_i=None):
        if ac in self.loci:
            locus = self.loci[ac]
            return locus.slice(start_i or 0, min(end_i or locus.length, locus.length))
        whole = self.transcripts[ac].sequence if ac in self.transcripts else self.proteins[ac]
        return whole[start_i:end_i]

    def get_tx_exons(self, tx_ac, alt_ac, alt_aln_method):
        reverse = alt_ac.endswith("r")
        length, exons, before = self.loci[alt_ac].length, [], 0
        for number, (first, last) in enumerate(self.transcripts[tx_ac].exons[alt_ac.rstrip("r")]):
            start, end = (length - last, length - first + 1) if reverse else (first - 1, last)
            exons.append({
                "hgnc": "FOXP3", "tx_ac": tx_ac, "alt_ac": alt_ac, "alt_aln_method": alt_aln_method,
                "alt_strand": 1 if reverse else -1, "ord": number, "tx_start_i": before,
                "tx_end_i": before + end - start, "alt_start_i": start, "alt_end_i": end,
                "cigar": f"{end - start}=", "tx_aseq": None, "alt_aseq": None, "tx_exon_set_id": 1,
                "alt_exon_set_id": 1, "tx_exon_id": number, "alt_exon_id": number,
                "exon_aln_id": number})
            before += end - start
        return sorted(exons, key=lambda exon: exon["alt_start_i"])

    def get_tx_info(self, tx_ac, alt_ac, alt_aln_method):
        transcript = self.transcripts[tx_ac]
        return {"hgnc": "FOXP3", "cds_start_i": transcript.start, "cds_end_i": transcript.end,
                "tx_ac": tx_ac, "alt_ac": alt_ac, "alt_aln_method": alt_aln_method}

    def get_tx_identity_info(self, tx_ac):
        exons = self.transcripts[tx_ac].exons[ACCESSIONS["GRCh38"]]
        return self.get_tx_info(tx_ac, tx_ac, "transcript") | {
            "lengths": [last - first + 1 for first, last in exons],
            "translation_table": "Standard"}

    def get_pro_ac_for_tx_ac(self, tx_ac):
        return self.transcripts[tx_ac].protein

    def get_acs_for_protein_seq(self, seq):
        return [name for name, whole in self.proteins.items()
                if whole.rstrip("*") == seq.rstrip("*")]

    def get_tx_mapping_options(self, tx_ac):
        return [{"tx_ac": tx_ac, "alt_ac": name, "alt_aln_method": "splign"} for name in LENGTHS]

    def get_assembly_map(self, assembly_name):
        return {ACCESSIONS[assembly_name]: "X"}

    def get_gene_info(self, gene):
        return None

    def get_similar_transcripts(self, tx_ac):
        return []

    def get_tx_for_gene(self, gene):
        return []

    def get_tx_for_region(self, alt_ac, alt_aln_method, start_i, end_i):
        return []
