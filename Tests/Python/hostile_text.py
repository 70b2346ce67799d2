"""A name made to break documents, read back from one with that format's own reader.

usage: hostile_text.py FORMAT FILE NAME_FILE SENTENCE
  NAME_FILE holds the sample's name as the input has it; SENTENCE is a text of the case file.
"""

import csv
import html.parser
import json
import re
import subprocess
import sys
import urllib.parse


def fail(text):
    sys.exit(text[:400])


def need(condition, text):
    if not condition:
        fail(text)


class Page(html.parser.HTMLParser):
    """Text, and what could run or load."""

    def __init__(self):
        super().__init__()
        self.text, self.tags, self.handlers = "", set(), []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.handlers += [name for name, value in attributes
                          if name.startswith("on") or (value or "").startswith("javascript:")]

    def handle_data(self, data):
        self.text += data


def vcf(path, name, _):
    run = subprocess.run(["bcftools", "query", "-l", path], capture_output=True, check=True)
    need(run.stdout.decode() == name + "\n", "another sample name")
    run = subprocess.run(["bcftools", "view", path], capture_output=True, check=True)
    need(run.stderr == b"", f"bcftools view: {run.stderr.decode()}")


def tsv(path, name, _):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    need(len(rows) > 1 and all(len(row) == len(rows[0]) for row in rows), "no table")
    for row in rows[1:]:
        need(urllib.parse.unquote(row[0]) == name, f"another name: {row[0]}")
    need(not any(re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", c) for r in rows for c in r),
         "a control character")


def read(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    need(not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", text), "a character is not escaped")
    return json.loads(text)


def document(path, name, sentence):
    value = read(path)
    need(value["subject"]["sample"] == name, "another name")
    need(value["patientCase"]["findings"][0]["name"] == sentence, "another sentence")


def page(path, name, sentence):
    parser = Page()
    with open(path, encoding="utf-8", newline="") as file:
        parser.feed(file.read())
    need("script" not in parser.tags, "a script")
    need(not parser.handlers, f"attributes that run: {parser.handlers}")
    # Hidden characters stand as their numbers, and of a run that no line holds only the ends.
    need(visible(name)[:40] in parser.text, "the name is not there")
    need(visible(sentence) in parser.text, "the sentence is not there")
    need(not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", parser.text), "a hidden character")


def visible(text):
    return re.sub("[\x00-\x08\x0b-\x1f\u202a-\u202e]", lambda m: f"[U+{ord(m[0]):04X}]", text)


def bed(path, _, __):
    with open(path, encoding="utf-8", newline="") as file:
        lines = file.read().splitlines()
    need(lines, "nothing")
    last = 0
    for line in lines:
        need(re.match(r"^[A-Za-z0-9_.]{1,255}\t\d+\t\d+\t[\x21-\x7e]{1,255}$", line), line)
        start, end = map(int, line.split("\t")[1:3])
        need(last <= start < end, line)
        last = start


def fhir(path, name, sentence):
    from fhir.resources.R4B.bundle import Bundle

    value = read(path)
    Bundle.model_validate(value)
    resources = [entry["resource"] for entry in value["entry"]]
    specimen = next(r for r in resources if r["resourceType"] == "Specimen")

    def plain(text):  # FHIR's strings hold no control characters
        return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text)

    need(specimen["identifier"][0]["value"] == plain(name), "another name")
    need(any(r.get("reasonCode", [{}])[0].get("text") == plain(sentence) for r in resources),
         "another sentence")


def va(path, name, _):
    value = read(path)
    need(value["sample"] == name, "another name")
    need(value["statements"], "no statement")


FORMATS = {"vcf": vcf, "tsv": tsv, "json": document, "html": page, "bed": bed, "fhir": fhir,
           "va": va}

if __name__ == "__main__":
    with open(sys.argv[3], encoding="utf-8", newline="") as opened:
        FORMATS[sys.argv[1]](sys.argv[2], opened.read(), sys.argv[4])
    print("read back")
