"""Proves what a PDF of foxp3 has to have, by its own objects: language, tags, title, alternative text of
each figure, table headings that cells point to, embedded fonts, and the attached data.

usage: pdf_facts.py PDF LANGUAGE [JSON]     prints a line for each fault; ends with 1 where there is one
"""

import hashlib
import sys

import pikepdf

path, language = sys.argv[1:3]
attached = sys.argv[3] if len(sys.argv) > 3 else None
faults = []


def need(holds, text):
    if not holds:
        faults.append(text)


def elements(node):
    """Every structure element below one, itself first."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node and not isinstance(node.K, int):
            yield from elements(node.K)


def attributes(element):
    owner = element.get("/A")
    if owner is None:
        return []
    return list(owner) if isinstance(owner, pikepdf.Array) else [owner]


def fonts(resources, seen):
    for font in (resources.get("/Font") or {}).values():
        if font.objgen in seen:
            continue
        seen.add(font.objgen)
        yield font
    for form in (resources.get("/XObject") or {}).values():
        if form.objgen not in seen and "/Resources" in form:
            seen.add(form.objgen)
            yield from fonts(form.Resources, seen)


with pikepdf.open(path) as pdf:
    root = pdf.Root
    need(str(root.get("/Lang", "")) == language, f"Lang is {root.get('/Lang')}")
    need(bool(root.get("/MarkInfo", {}).get("/Marked", False)), "not marked as tagged")
    need(bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)), "title not shown")
    need(bool(str(pdf.docinfo.get("/Title", ""))), "no title")
    tree = list(elements(root.StructTreeRoot.K))
    kinds = [str(element.S) for element in tree]
    figures = [element for element in tree if str(element.S) == "/Figure"]
    for figure in figures:
        need(len(str(figure.get("/Alt", ""))) > 40, "a figure without alternative text")
    headings = {
        bytes(element.get("/ID")) for element in tree if str(element.S) == "/TH" and "/ID" in element}
    cells = [element for element in tree if str(element.S) == "/TD"]
    if cells:
        need(bool(headings), "no heading cell has a name")
        linked = [
            cell for cell in cells
            if any("/Headers" in entry and {bytes(name) for name in entry.Headers} <= headings
                   for entry in attributes(cell))]
        need(len(linked) == len(cells), f"{len(cells) - len(linked)} of {len(cells)} cells unlinked")
    need("/H1" in kinds and "/H2" in kinds, "no headings")
    seen, count = set(), 0
    for page in pdf.pages:
        for font in fonts(page.Resources, seen):
            count += 1
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            descriptor = inner.get("/FontDescriptor", {})
            need(any(f"/FontFile{n}" in descriptor for n in ("", "2", "3")),
                 f"font {font.get('/BaseFont')} not embedded")
    need(count > 0, "no fonts")
    with pdf.open_metadata() as metadata:
        if attached:
            need(metadata.get("pdfaid:part") == "3" and metadata.get("pdfaid:conformance") == "A",
                 "not declared as PDF/A-3a")
            need("/OutputIntents" in root, "no output intent")
        else:
            need(metadata.get("pdfuaid:part") == "1", "not declared as PDF/UA-1")
    if attached:
        # WeasyPrint names the one file twice.
        files = list({file.objgen: file for file in root.get("/AF", [])}.values())
        need(len(files) == 1, f"{len(files)} associated files")
        if files:
            need(str(files[0].AFRelationship) == "/Data", "not associated as data")
            stream = files[0].EF.F.read_bytes()
            data = open(attached, "rb").read()
            need(hashlib.sha256(stream).digest() == hashlib.sha256(data).digest(),
                 "the attached JSON is not the JSON report")

print("\n".join(faults))
print(f"{len(figures)} figures, {len(cells)} cells, {count} fonts")
sys.exit(1 if faults else 0)
