"""The rules of the VCF specification (samtools hts-specs, 4.2 to 4.5) that a written file can break,
and what foxp3 promises besides: an entry of CSQ and a class for each ALT.

usage: vcf_rules.py FILE...    prints each breach; status 1 where there is one
"""

import gzip
import re
import sys

NUMBERS = re.compile(r"^(\d+|A|R|G|\.|P|LA|LR|LG)$")
TYPES = {"Integer", "Float", "Flag", "Character", "String"}
KEY = re.compile(r"^([A-Za-z_][0-9A-Za-z_.]*|1000G)$")
ALT = re.compile(
    r"^([ACGTNacgtn]+|\*|\.|<[^\s,<>]+>|[ACGTNacgtn.]*[\[\]][^\s\[\]]+:\d+[\[\]][ACGTNacgtn.]*"
    r"|\.[ACGTNacgtn]+|[ACGTNacgtn]+\.|[ACGTRYSWKMBDHVNacgtryswkmbdhvn]+)$")
RESERVED = {
    ("INFO", "END"): ("1", "Integer"), ("INFO", "DP"): ("1", "Integer"),
    ("INFO", "AF"): ("A", "Float"), ("INFO", "AC"): ("A", "Integer"),
    ("INFO", "SVTYPE"): ("1", "String"), ("INFO", "IMPRECISE"): ("0", "Flag"),
    ("FORMAT", "GT"): ("1", "String"), ("FORMAT", "AD"): ("R", "Integer"),
    ("FORMAT", "DP"): ("1", "Integer"), ("FORMAT", "GQ"): ("1", "Integer"),
    ("FORMAT", "PS"): ("1", "Integer"),
}
# As freebayes, WhatsHap, dysgu and Sniffles declare them: lines of the source are kept.
DECLARED = {
    ("FORMAT", "GQ"): ("1", "Float"), ("FORMAT", "AD"): (".", "Integer"),
    ("INFO", "AC"): (".", "Integer"),
}
CLASSES = {"pathogenic", "likely_pathogenic", "uncertain", "likely_benign", "benign",
           "not_evaluated", "."}
PLACEHOLDERS = {"<NON_REF>", "<*>", "."}


def attributes(text):
    """The members of `<...>`; values in quotes may hold anything, with \\ before quotes."""
    members, place = {}, 0
    pattern = re.compile(r'([^=,]+)=("(?:[^"\\]|\\.)*"|[^,]*)(,|$)')
    while place < len(text):
        match = pattern.match(text, place)
        if not match:
            return None
        if match[1] in members:
            return None
        members[match[1]] = match[2]
        place = match.end()
    return members


class Check:
    def __init__(self, path):
        self.path, self.breaches = path, []
        self.declared = {"INFO": {}, "FORMAT": {}, "FILTER": {"PASS": None}, "contig": {}}
        self.columns, self.places = [], {}
        self.fields = []

    def say(self, text):
        self.breaches.append(f"{self.path}: {text}")

    def run(self, lines):
        if not lines or not re.match(r"^##fileformat=VCFv4\.[1-5]$", lines[0]):
            self.say("the first line is no ##fileformat")
        seen = set()
        for number, line in enumerate(lines, 1):
            if line.startswith("##"):
                self.meta(line, number, seen)
            elif line.startswith("#"):
                self.head(line)
            else:
                self.record(line, number)
        if not self.columns:
            self.say("no #CHROM line")

    def meta(self, line, number, seen):
        match = re.match(r"^##([^=]+)=(.*)$", line)
        if not match or self.columns:
            return self.say(f"line {number} is no header line where it stands: {line[:60]}")
        key, value = match[1], match[2]
        if key == "fileformat" and number != 1:
            self.say("##fileformat twice")
        if not value.startswith("<"):
            return None
        if not value.endswith(">"):
            return self.say(f"line {number} does not end in >")
        members = attributes(value[1:-1])
        if members is None or "ID" not in members:
            return self.say(f"line {number} can't be read, or has no ID")
        if (key, members["ID"]) in seen:
            self.say(f"##{key} {members['ID']} twice")
        seen.add((key, members["ID"]))
        if key in ("INFO", "FORMAT"):
            self.definition(key, members)
        elif key in self.declared:
            self.declared[key][members["ID"]] = members

    def definition(self, key, members):
        name = members["ID"]
        number, kind = members.get("Number", ""), members.get("Type", "")
        if not NUMBERS.match(number) or kind not in TYPES or "Description" not in members:
            self.say(f"##{key} {name}: Number, Type or Description is missing or wrong")
        if not members.get("Description", "").startswith('"'):
            self.say(f"##{key} {name}: the description is not in quotes")
        if not KEY.match(name):
            self.say(f"##{key} {name}: no valid key")
        if (kind == "Flag") != (number == "0") or (kind == "Flag" and key == "FORMAT"):
            self.say(f"##{key} {name}: a flag has Number=0, and only a flag")
        told = (number, kind)
        if told not in (RESERVED.get((key, name), told), DECLARED.get((key, name))):
            self.say(f"##{key} {name}: reserved as {RESERVED[key, name]}")
        self.declared[key][name] = (number, kind)
        if (key, name) == ("INFO", "CSQ"):
            text = members["Description"].strip('"')
            self.fields = text.rsplit("Format: ", 1)[-1].split("|")

    def head(self, line):
        self.columns = line.split("\t")
        fixed = ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"]
        if self.columns[:8] != fixed:
            self.say("the columns are not VCF's")
        names = self.columns[9:]
        if self.columns[8:9] not in ([], ["FORMAT"]) or len(set(names)) != len(names):
            self.say("FORMAT is missing, or a sample is there twice")
        if len(self.columns) == 9 or any(not name for name in names):
            self.say("no sample, or one without a name")

    def record(self, line, number):
        cells = line.split("\t")
        if len(cells) != len(self.columns):
            return self.say(f"line {number}: {len(cells)} columns of {len(self.columns)}")
        if any(not cell for cell in cells):
            self.say(f"line {number}: an empty column")
        contig, position, names, reference, alternates, quality, filters, info = cells[:8]
        if contig not in self.declared["contig"]:
            self.say(f"line {number}: contig {contig} is not declared")
        if not position.isdigit():
            return self.say(f"line {number}: POS {position}")
        if self.places and (contig != list(self.places)[-1] and contig in self.places):
            self.say(f"line {number}: {contig} in two pieces")
        if self.places.get(contig, 0) > int(position):
            self.say(f"line {number}: not sorted")
        self.places.pop(contig, None)
        self.places[contig] = int(position)
        if not re.match(r"^[ACGTNRYSWKMBDHVacgtnryswkmbdhv]+$", reference):
            self.say(f"line {number}: REF {reference[:20]}")
        alts = alternates.split(",")
        if any(not ALT.match(alt) for alt in alts) or len(set(alts)) != len(alts):
            self.say(f"line {number}: ALT {alternates[:40]}")
        if quality != "." and not re.match(r"^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$", quality):
            self.say(f"line {number}: QUAL {quality}")
        for name in [] if filters == "." else filters.split(";"):
            if name not in self.declared["FILTER"] or (name == "PASS" and filters != "PASS"):
                self.say(f"line {number}: FILTER {name} is not declared")
        if " " in contig + names + reference + alternates + filters:
            self.say(f"line {number}: a blank")
        self.information(info, alts, number)
        if len(cells) > 8:
            self.samples(cells[8], cells[9:], len(alts), number)

    def counted(self, number, alts, values, ploidy=None):
        expected = {"A": alts, "R": alts + 1}.get(number)
        if number.isdigit():
            expected = int(number)
        return expected is None or len(values) == expected

    def typed(self, kind, value):
        if value == ".":
            return True
        if kind == "Integer":
            return re.match(r"^[-+]?\d+$", value)
        if kind == "Float":
            return re.match(r"^[-+]?((\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?|inf|infinity|nan)$",
                            value, re.I)
        return len(value) == 1 if kind == "Character" else True

    def information(self, text, alts, number):
        values = {}
        for entry in [] if text == "." else text.split(";"):
            key, mark, value = entry.partition("=")
            if key in values:
                self.say(f"line {number}: INFO {key} twice")
            values[key] = value
            if key not in self.declared["INFO"]:
                self.say(f"line {number}: INFO {key} is not declared")
                continue
            count, kind = self.declared["INFO"][key]
            if (kind == "Flag") == bool(mark):
                self.say(f"line {number}: INFO {key} has a value or lacks it")
            if kind == "Flag":
                continue
            if re.search(r"[\s=\x00-\x1f]", value) or not value:
                self.say(f"line {number}: INFO {key} is empty or holds what has to be encoded")
            parts = value.split(",")
            if value != "." and not self.counted(count, len(alts), parts):
                self.say(f"line {number}: INFO {key} has {len(parts)} values, Number={count}")
            if not all(self.typed(kind, part) for part in parts):
                self.say(f"line {number}: INFO {key} is no {kind}")
        self.consequences(values, alts, number)

    def consequences(self, values, alts, number):
        """An entry for each ALT and transcript, and a class for each ALT."""
        if not self.fields:
            return
        entries = [e.split("|") for e in values.get("CSQ", "").split(",") if e]
        if any(len(entry) != len(self.fields) for entry in entries):
            self.say(f"line {number}: an entry of CSQ has other fields than its header")
            return
        place = self.fields.index("ALLELE_NUM")
        found = [entry[place] for entry in entries]
        for index, alt in enumerate(alts, 1):
            if (str(index) in found) == (alt in PLACEHOLDERS):
                self.say(f"line {number}: ALT {alt[:20]} and CSQ disagree")
        if any(n not in {str(i) for i in range(1, len(alts) + 1)} for n in found):
            self.say(f"line {number}: CSQ speaks of an ALT that is not there")
        classes = values.get("FOXP3_CLASS", "").split(",")
        for alt, name in zip(alts, classes):
            if name not in CLASSES or (name == ".") != (alt in PLACEHOLDERS):
                self.say(f"line {number}: FOXP3_CLASS {name} of {alt[:20]}")
        if set(alts) - PLACEHOLDERS and len(classes) != len(alts):
            self.say(f"line {number}: FOXP3_CLASS is missing")

    def samples(self, keys, columns, alts, number):
        keys = keys.split(":")
        if len(set(keys)) != len(keys) or ("GT" in keys and keys[0] != "GT"):
            self.say(f"line {number}: FORMAT keys twice, or GT not first")
        for column in columns:
            parts = column.split(":")
            if len(parts) > len(keys):
                self.say(f"line {number}: more values than FORMAT keys")
            for key, value in zip(keys, parts):
                if key == ".":
                    continue
                if key not in self.declared["FORMAT"]:
                    self.say(f"line {number}: FORMAT {key} is not declared")
                    continue
                count, kind = self.declared["FORMAT"][key]
                if key == "GT":
                    if not re.match(r"^[|/]?(\d+|\.)([|/](\d+|\.))*$", value) or any(
                            int(n) > alts for n in re.findall(r"\d+", value)):
                        self.say(f"line {number}: GT {value}")
                    continue
                values = value.split(",")
                if value != "." and not self.counted(count, alts, values):
                    self.say(f"line {number}: FORMAT {key} has {len(values)} values, Number={count}")
                if not all(self.typed(kind, v) for v in values):
                    self.say(f"line {number}: FORMAT {key} is no {kind}")


def breaches(path, lines):
    check = Check(path)
    check.run(lines)
    return check.breaches


def read(path):
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as file:
        text = file.read()
    return text.removesuffix("\n").split("\n")


def spoilt(lines):
    """Each file spoilt in one way, and what is wrong with it."""
    head = next(i for i, line in enumerate(lines) if line.startswith("#CHROM"))
    first = next((i for i, l in enumerate(lines) if "FOXP3_CLASS=" in l and i > head), None)
    if first is None:
        return

    def changed(index, old, new):
        copy = list(lines)
        copy[index] = copy[index].replace(old, new, 1)
        assert copy != lines, (old, lines[index][:80])
        return copy

    csq = next(i for i, l in enumerate(lines) if l.startswith("##INFO=<ID=CSQ"))
    yield "header line twice", lines[:csq] + [lines[csq]] + lines[csq:]
    yield "a flag with a number", changed(csq, "Number=.,Type=String", "Number=.,Type=Flag")
    yield "a field more than the entries", changed(csq, "Format: ", "Format: Extra|")
    yield "contig not declared", [l for l in lines if not l.startswith("##contig")]
    yield "INFO not declared", [l for l in lines if not l.startswith("##INFO=<ID=FOXP3_CLASS")]
    yield "FILTER not declared", changed(first, "\tPASS\t", "\tODD\t") \
        if "\tPASS\t" in lines[first] else changed(first, "FOXP3_CLASS", "FOXP4_CLASS")
    yield "a class too many", changed(first, "FOXP3_CLASS=", "FOXP3_CLASS=benign,")
    yield "no class", changed(first, "FOXP3_CLASS=", "ANOTHER_CLASS=")
    yield "no CSQ", changed(first, "CSQ=", "CSQ2=")
    yield "a blank in INFO", changed(first, "CSQ=", "CSQ= ")
    yield "a column too many", changed(first, lines[first], lines[first] + "\tx")


def main(paths):
    problems, tried = [], 0
    for path in paths:
        lines = read(path)
        problems += breaches(path, lines)
        for what, copy in spoilt(lines):
            tried += 1
            if not breaches(path, copy):
                problems.append(f"{path}: spoilt ({what}), and nothing was found")
    print(f"{len(paths)} files, {tried} spoilt ones")
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
