"""FHIR bundles against the base model (fhir.resources, R4B) and against the profiles and codes of the
Genomics Reporting guide STU3 (3.0.0), written out here from its FSH source, since the base model
passes any code. Each bundle is also spoilt in many ways, each of which has to be found.

usage: fhir_rules.py FILE...    prints each breach; status 1 where there is one
"""

import base64
import copy
import json
import re
import sys

from fhir.resources.R4B.bundle import Bundle

GUIDE = "http://hl7.org/fhir/uv/genomics-reporting"
LOINC = "http://loinc.org"
TBD = GUIDE + "/CodeSystem/tbd-codes-cs"
LABORATORY = ("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory")
GENETICS = ("http://terminology.hl7.org/CodeSystem/v2-0074", "GE")
UCUM = "http://unitsofmeasure.org"
HGVS = "http://varnomen.hgvs.org"
SEQUENCE = "http://sequenceontology.org"
REFSEQ = "http://www.ncbi.nlm.nih.gov/refseq"
CLINVAR_STARS = GUIDE + "/CodeSystem/clinvar-evidence-level-custom-cs"
PHENOTYPES = "http://human-phenotype-ontology.org"

# Component: code -> (type of the value, what a coding of it may be; None for text alone, how often).
ANY = object()
FINDING = {
    (LOINC, "48018-6"): ("valueCodeableConcept", {("http://www.genenames.org", "HGNC:6106")}, 9),
    (LOINC, "48001-2"): ("valueCodeableConcept", None, 9),
    (LOINC, "62374-4"): ("valueCodeableConcept", {(LOINC, "LA26806-2"), (LOINC, "LA14029-5")}, 9),
    (LOINC, "48000-4"): ("valueCodeableConcept", {(LOINC, "LA21276-3")}, 9),
}
NAMES = {
    (LOINC, "48004-6"): ("valueCodeableConcept", HGVS, 1),
    (LOINC, "48005-3"): ("valueCodeableConcept", HGVS, 1),
    (LOINC, "51958-7"): ("valueCodeableConcept", REFSEQ, 1),
    (TBD, "protein-ref-seq"): ("valueCodeableConcept", REFSEQ, 1),
    (TBD, "conclusion-string"): ("valueString", ANY, 1),
}
VARIANT = FINDING | NAMES | {
    (LOINC, "81290-9"): ("valueCodeableConcept", HGVS, 1),
    (LOINC, "48013-7"): ("valueCodeableConcept", REFSEQ, 1),
    (LOINC, "81254-5"): ("valueRange", ANY, 1),
    (LOINC, "92822-6"): ("valueCodeableConcept", {(LOINC, "LA30102-0")}, 1),
    (LOINC, "69547-8"): ("valueString", ANY, 1),
    (LOINC, "69551-0"): ("valueString", ANY, 1),
    (LOINC, "48019-4"): ("valueCodeableConcept", {(SEQUENCE, code) for code in (
        "SO:0001483", "SO:0002007", "SO:0000667", "SO:0000159", "SO:1000032", "SO:1000035",
        "SO:1000036")}, 1),
    (LOINC, "81252-9"): ("valueCodeableConcept", "http://www.ncbi.nlm.nih.gov/clinvar", 9),
    (LOINC, "48002-0"): ("valueCodeableConcept", {(LOINC, "LA6683-2")}, 1),
    (LOINC, "53034-5"): ("valueCodeableConcept",
                         {(LOINC, "LA6707-9"), (LOINC, "LA6706-1"), (LOINC, "LA6705-3")}, 1),
    (LOINC, "82155-3"): ("valueQuantity", ANY, 1),
    (LOINC, "81258-6"): ("valueQuantity", ANY, 1),
    (TBD, "variant-confidence-status"): ("valueCodeableConcept", {
        (GUIDE + "/CodeSystem/variant-confidence-status-cs", "intermediate")}, 1),
}
CONSEQUENCE = NAMES | {(TBD, "feature-consequence"): ("valueCodeableConcept", SEQUENCE, 9)}
CLASSES = {"pathogenic": "LA6668-3", "likely_pathogenic": "LA26332-9", "uncertain": "LA26333-7",
           "likely_benign": "LA26334-5", "benign": "LA6675-8"}
IMPLICATION = {
    (TBD, "conclusion-string"): ("valueString", ANY, 1),
    (LOINC, "53037-8"): ("valueCodeableConcept", {(LOINC, c) for c in CLASSES.values()}, 1),
    (LOINC, "81259-4"): ("valueCodeableConcept",
                         {("http://purl.obolibrary.org/obo/mondo.owl", "MONDO:0010580")}, 9),
    (TBD, "condition-inheritance"): (
        "valueCodeableConcept", {(PHENOTYPES, "HP:0001419")}, 1),
    (LOINC, "93044-6"): ("valueCodeableConcept", {
        (CLINVAR_STARS, n) for n in ("no-star", "1-star", "2-star", "3-star", "4-star")}, 9),
}
FORMS = {  # of codes that name something of a system
    REFSEQ: r"^(NC_000023\.1[01]|NM_\d+\.\d+|NP_\d+\.\d+)$", SEQUENCE: r"^SO:\d{7}$",
    "http://www.ncbi.nlm.nih.gov/clinvar": r"^(VCV)?\d+(\.\d+)?$",
    PHENOTYPES: r"^HP:\d{7}$",
}
# Profile of Observation: code, components, components that have to be there.
OBSERVATIONS = {
    "variant": ((LOINC, "69548-6"), VARIANT, [
        (LOINC, "48000-4"), (LOINC, "62374-4"), (LOINC, "92822-6"), (LOINC, "69547-8"),
        (LOINC, "69551-0")]),
    "molecular-consequence": ((TBD, "molecular-consequence"), CONSEQUENCE, [
        (LOINC, "51958-7"), (TBD, "feature-consequence")]),
    "diagnostic-implication": ((TBD, "diagnostic-implication"), IMPLICATION, [
        (LOINC, "53037-8"), (TBD, "condition-inheritance"), (TBD, "conclusion-string")]),
}
PRESENT, INDETERMINATE = (LOINC, "LA9633-4"), (LOINC, "LA11884-6")
# What the profiles of Procedure forbid.
FORBIDDEN = {
    "genomic-study": "partOf statusReason recorder location bodySite outcome report complication "
                     "complicationDetail followUp focalDevice usedReference usedCode",
    "genomic-study-analysis": "basedOn partOf statusReason code encounter recorder asserter "
                              "location bodySite outcome complication complicationDetail followUp "
                              "focalDevice usedReference usedCode reasonCode reasonReference report",
}
CODES = {  # of extensions of the analysis, and of their parts
    "change-type": {(SEQUENCE, code) for code in (
        "SO:0001483", "SO:0002007", "SO:1000032", "SO:0001019")},
    "genome-build": {(LOINC, "LA26806-2"), (LOINC, "LA14029-5")},
    "type": {(GUIDE + "/CodeSystem/genomic-study-data-format-cs", code)
             for code in ("vcf", "bam", "cram", "sam")},
}
ANALYSIS = {  # extension -> (type of the value, or names of the parts; at most)
    "method-type": ("valueCodeableConcept", 9), "change-type": ("valueCodeableConcept", 9),
    "genome-build": ("valueCodeableConcept", 1), "title": ("valueString", 1),
    "specimen": ("valueReference", 9),
    "regions": ({"description": 1, "studied": 9, "called": 9, "uncalled": 9}, 1),
    "device": ({"device": 1, "function": 1}, 9),
    "input": ({"file": 1, "type": 1, "generatedBy": 1}, 9),
}
NOTES = {"test-disclaimer", "test-methodology", "result-confirmation"}
SUBJECTS = {  # of the report's notes that are named by text
    "Reason", "Not looked at", "Limit", "Recommendation", "Note", "Report version",
    "Family history", "Parents related by blood", "Laboratory's address", "Laboratory's director",
}
PERSONAL = {  # what may be said of whom; the rest is the laboratory's system's
    "Patient": {"identifier", "name", "gender", "birthDate", "deceasedDateTime", "deceasedBoolean"},
    "Specimen": {"meta", "identifier", "type", "subject", "receivedTime", "collection"},
    "Organization": {"name", "address", "contact"},
}
SYSTEMS = {  # every code system that may appear anywhere
    LOINC, TBD, LABORATORY[0], GENETICS[0], HGVS, SEQUENCE, REFSEQ, CLINVAR_STARS,
    "http://www.genenames.org", "http://www.ncbi.nlm.nih.gov/clinvar",
    PHENOTYPES, "http://purl.obolibrary.org/obo/mondo.owl",
    "http://terminology.hl7.org/CodeSystem/data-absent-reason",
    "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
    GUIDE + "/CodeSystem/coded-annotation-types-cs",
    GUIDE + "/CodeSystem/variant-confidence-status-cs",
    GUIDE + "/CodeSystem/genomic-study-type-cs", GUIDE + "/CodeSystem/genomic-study-data-format-cs",
}


def codings(concept):
    return [(c.get("system"), c.get("code")) for c in (concept or {}).get("coding", [])]


def profile(resource):
    names = resource.get("meta", {}).get("profile", [])
    return names[0].rsplit("/", 1)[-1] if names else None


def walk(value, path=""):
    yield path, value
    if isinstance(value, dict):
        for key, child in value.items():
            yield from walk(child, f"{path}.{key}")
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from walk(child, f"{path}[{index}]")


class Rules:
    def __init__(self, bundle):
        self.found, self.bundle = [], bundle
        self.byUrl = {e["fullUrl"]: e["resource"] for e in bundle["entry"]}
        self.resources = [e["resource"] for e in bundle["entry"]]

    def need(self, condition, text):
        if not condition:
            self.found.append(text)

    def kinds(self, name):
        return [r for r in self.resources if profile(r) == name]

    def target(self, reference, kind, name=None):
        """Whether the reference leads to a resource of the bundle of that kind and profile."""
        resource = self.byUrl.get((reference or {}).get("reference"))
        return (resource is not None and resource["resourceType"] == kind
                and (name is None or profile(resource) == name))

    def run(self):
        self.need(self.bundle["type"] == "collection", "the bundle is no collection")
        self.need(len(self.byUrl) == len(self.resources), "a fullUrl twice")
        for entry in self.bundle["entry"]:
            identity = entry["resource"].get("id")
            self.need(entry["fullUrl"] == f"urn:uuid:{identity}", "fullUrl and id differ")
            self.need(re.match(r"^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-"
                               r"[0-9a-f]{12}$", identity or ""), "no UUID")
        for path, value in walk(self.bundle):
            if path.endswith(".reference"):
                self.need(value in self.byUrl, f"{path} leads nowhere")
            if path.endswith(".system") and isinstance(value, str):
                self.need(value in SYSTEMS or "Quantity" in path, f"{path}: {value}")
            if path.endswith(".status"):
                self.need(value != "final", f"{path} is final")
            self.need(value not in ("", [], {}), f"{path} is empty")
        self.report()
        for name in OBSERVATIONS:
            for resource in self.kinds(name):
                self.observation(name, resource)
        self.person()
        self.study()
        self.made()
        return self.found

    def report(self):
        reports = self.kinds("genomic-report")
        self.need(len(reports) == 1, "not one genomic-report")
        for report in reports:
            self.need(report["resourceType"] == "DiagnosticReport", "the report's type")
            self.need(report["status"] == "preliminary", "the report is not preliminary")
            self.need(codings(report["code"]) == [(LOINC, "51969-4")], "the report's code")
            self.need(sum(codings(c) == [GENETICS] for c in report["category"]) == 1,
                      "the report's category")
            self.need(report.get("conclusion"), "no conclusion")
            observations = {e["fullUrl"] for e in self.bundle["entry"]
                            if e["resource"]["resourceType"] == "Observation"}
            results = [r["reference"] for r in report.get("result", [])]
            self.need(set(results) == observations and len(results) == len(observations),
                      "the report's results are not the observations")
            for code in report.get("conclusionCode", []):
                self.need(set(codings(code)) <= {(LOINC, "LA6576-8")}, "conclusion code")
            self.extensions(report)
            self.need(not self.kinds("genomic-study") or any(
                self.target(e.get("valueReference"), "Procedure", "genomic-study")
                for e in report["extension"]), "the report leads to no study")

    def extensions(self, report):
        known = {"genomic-study-reference", "genomic-report-note", "recommended-action"}
        codes = set()
        for extension in report.get("extension", []):
            name = extension["url"].removeprefix(GUIDE + "/StructureDefinition/")
            self.need(name in known, f"extension {name} of the report")
            if name == "genomic-report-note":
                codes |= set(self.note(extension.get("valueAnnotation", {})))
                self.subject(extension.get("valueAnnotation", {}))
            elif name == "genomic-study-reference":
                self.need(self.target(extension.get("valueReference"), "Procedure",
                                      "genomic-study"), "genomic-study-reference")
        self.need({code for _, code in codes} == NOTES, "the report's coded notes")

    def subject(self, annotation):
        for part in annotation.get("extension", []):
            concept = part.get("valueCodeableConcept", {})
            self.need(concept.get("coding") or concept.get("text") in SUBJECTS,
                      f"a note about {concept.get('text')}")

    def note(self, annotation):
        codes = [e.get("valueCodeableConcept") for e in annotation.get("extension", [])
                 if e["url"] == GUIDE + "/StructureDefinition/annotation-code"]
        self.need(len(codes) == 1 and codes[0] and annotation.get("text"), "a note without a code")
        found = [c for code in codes for c in codings(code)]
        self.need(all(system == GUIDE + "/CodeSystem/coded-annotation-types-cs" and code in NOTES
                      for system, code in found), "code of a note")
        return found

    def observation(self, name, resource):
        code, components, needed = OBSERVATIONS[name]
        self.need(resource["resourceType"] == "Observation", f"{name}: type")
        self.need(resource["status"] == "preliminary", f"{name}: status")
        self.need(codings(resource["code"]) == [code], f"{name}: code")
        categories = [c for category in resource["category"] for c in codings(category)]
        self.need(sorted(categories) == sorted([LABORATORY, GENETICS]), f"{name}: category")
        for note in resource.get("note", []):
            self.note(note)
        counts = {}
        for component in resource.get("component", []):
            key = (codings(component["code"]) or [None])[0]
            if key is None:  # named by text: read depth, genotype quality
                self.need(component["code"].get("text"), f"{name}: component without a code")
                continue
            self.need(key in components, f"{name}: component {key}")
            counts[key] = counts.get(key, 0) + 1
            self.value(name, key, component, components.get(key))
        for key in needed:
            self.need(key in counts, f"{name}: no component {key[1]}")
        for key, count in counts.items():
            self.need(count <= components.get(key, (0, 0, 0))[2], f"{name}: {key} {count} times")
        if name == "variant":
            self.presence(resource, counts)
        else:
            self.need(not any(k.startswith("value") for k in resource), f"{name}: has a value")
            sources = resource.get("derivedFrom", [])
            self.need(sources and all(self.target(r, "Observation", "variant") for r in sources),
                      f"{name}: derived from no variant")

    def value(self, name, key, component, rule):
        if rule is None:
            return
        kind, allowed, _ = rule
        self.need(kind in component and len(component) == 2, f"{name} {key[1]}: no {kind}")
        if kind == "valueQuantity":
            quantity = component.get(kind, {})
            self.need(quantity.get("code") == "1" and quantity.get("system") == UCUM
                      and quantity.get("value", -1) >= 0, f"{name} {key[1]}: {quantity}")
        if kind != "valueCodeableConcept" or kind not in component:
            return
        concept = component[kind]
        self.need(concept.get("coding") or concept.get("text"), f"{name} {key[1]}: nothing said")
        for coding in codings(concept):
            fits = (allowed is not None and allowed is not ANY
                    and (coding[0] == allowed if isinstance(allowed, str) else coding in allowed))
            self.need(fits, f"{name} {key[1]}: {coding}")
            if allowed == HGVS:
                letter = {"48004-6": "c|n", "48005-3": "p", "81290-9": "g"}[key[1]]
                self.need(re.match(rf"^[A-Z]{{2}}_\d+\.\d+(\([A-Z]{{2}}_\d+\.\d+\))?:({letter})\.",
                                   coding[1]), f"{name} {key[1]}: {coding[1]}")
            if coding[0] in FORMS:
                self.need(re.match(FORMS[coding[0]], coding[1]), f"{name}: {coding[1]}")

    def presence(self, resource, counts):
        value = codings(resource.get("valueCodeableConcept"))
        absent = codings(resource.get("dataAbsentReason"))
        if not self.kinds("genomic-study"):
            reason = ("http://terminology.hl7.org/CodeSystem/data-absent-reason", "not-performed")
            self.need(not value and absent == [reason], "variant of a file without samples has a value")
            self.need((LOINC, "53034-5") not in counts, "allelic state without a sample")
            return
        self.need(value in ([PRESENT], [INDETERMINATE]) and not absent, "variant: value")
        words = [c.get("text") for r in self.kinds("genomic-report")
                 for c in r.get("conclusionCode", [])]
        self.need(not ({"Not assessable", "Failed"} & set(words) and value == [PRESENT]),
                  "a variant is Present in a sample that can't be assessed")
        unsure = (TBD, "variant-confidence-status") in counts
        self.need(not (unsure and value == [PRESENT]), "an unconfirmed call is Present")
        self.need((LOINC, "53034-5") in counts, "no allelic state")

    def person(self):
        patients = [r for r in self.resources if r["resourceType"] == "Patient"]
        expected = 1 if self.kinds("genomic-study") else 0
        self.need(len(patients) == expected and len(self.kinds("specimen")) == expected,
                  "patient and specimen")
        for resource in self.resources:
            if resource["resourceType"] in ("Observation", "Specimen", "Procedure",
                                            "DiagnosticReport") and expected:
                self.need(self.target(resource.get("subject"), "Patient"),
                          f"{profile(resource)}: subject")
            if resource["resourceType"] in ("Observation",) and expected:
                self.need(self.target(resource.get("specimen"), "Specimen"), "specimen")

        for resource in self.resources:
            allowed = PERSONAL.get(resource["resourceType"])
            self.need(allowed is None or set(resource) <= allowed | {"resourceType", "id"},
                      f"{resource['resourceType']}: more than was given")
        self.laboratory()

    def laboratory(self):
        """Named once, and then who performed the report and all that was observed."""
        named = [r for r in self.resources if r["resourceType"] == "Organization"]
        self.need(len(named) <= 1, "more than one laboratory")
        for resource in named:
            self.need(resource.get("name"), "a laboratory without a name")
            for contact in resource.get("contact", []):
                self.need(contact.get("purpose", {}).get("text") == "Director"
                          and contact.get("name", {}).get("text"), "contact of the laboratory")
        for resource in self.resources:
            if resource["resourceType"] in ("Observation", "DiagnosticReport"):
                performers = resource.get("performer", [])
                self.need(len(performers) == len(named) and all(
                    self.target(p, "Organization") for p in performers),
                    f"{profile(resource)}: performer")

    def study(self):
        for name, forbidden in FORBIDDEN.items():
            for resource in self.kinds(name):
                self.need(resource["resourceType"] == "Procedure", f"{name}: type")
                self.need(not set(forbidden.split()) & set(resource), f"{name}: forbidden element")
                self.need(codings(resource["category"]) == [LABORATORY], f"{name}: category")
                self.need("performedDateTime" in resource, f"{name}: no day")
                self.need(resource["status"] == "completed", f"{name}: status")
        for study in self.kinds("genomic-study"):
            self.need(codings(study["code"]) == [
                (GUIDE + "/CodeSystem/genomic-study-type-cs", "func-var")], "type of study")
            self.need(any(self.target(e.get("valueReference"), "Procedure",
                                      "genomic-study-analysis")
                          for e in study.get("extension", [])
                          if e["url"].endswith("/genomic-study-analysis-ext")), "no analysis")
            for reason in study.get("reasonCode", []):
                self.reason(reason)
        for analysis in self.kinds("genomic-study-analysis"):
            self.analysis(analysis)

    def reason(self, concept):
        """The indication is text; a sign is text too, and where it has a term, one of the Human
        Phenotype Ontology."""
        self.need(concept.get("text"), "reason of the study: no text")
        self.need(len(concept.get("coding", [])) <= 1, "reason of the study: several codes")
        for system, code in codings(concept):
            self.need(system == PHENOTYPES and re.fullmatch(FORMS[PHENOTYPES], code or ""),
                      f"reason of the study: {system} {code}")

    def analysis(self, resource):
        counts = {}
        for extension in resource["extension"]:
            name = extension["url"].removeprefix(
                GUIDE + "/StructureDefinition/genomic-study-analysis-")
            counts[name] = counts.get(name, 0) + 1
            kind, most = ANALYSIS.get(name, (None, 0))
            self.need(counts[name] <= most, f"analysis: extension {name}")
            for part in [extension | {"url": name}] + extension.get("extension", []):
                if part["url"] in CODES:
                    self.need(len(codings(part.get("valueCodeableConcept"))) == 1 and set(codings(
                        part["valueCodeableConcept"])) <= CODES[part["url"]],
                        f"analysis: code of {part['url']}")
            if isinstance(kind, str):
                self.need(kind in extension, f"analysis: {name} has no {kind}")
            elif kind:
                parts = [part["url"] for part in extension.get("extension", [])]
                self.need(all(parts.count(p) <= kind.get(p, 0) for p in parts),
                          f"analysis: parts of {name}")
                if name == "regions":
                    self.regions(extension["extension"])
        for name in ("genome-build", "specimen", "regions", "device", "input"):
            self.need(name in counts, f"analysis: no {name}")

    def regions(self, parts):
        gene = ("http://www.genenames.org", "HGNC:6106")
        self.need(any(gene in codings(p.get("valueCodeableConcept")) for p in parts
                      if p["url"] == "studied"), "the gene is not studied")
        stretches = {"studied": set(), "called": set(), "uncalled": set()}
        for part in parts:
            if "valueReference" not in part:
                continue
            self.need(self.target(part["valueReference"], "DocumentReference",
                                  "genomic-data-file"), f"regions: {part['url']}")
            file = self.byUrl.get(part["valueReference"]["reference"])
            attachment = file["content"][0]["attachment"] if file else {}
            self.need(attachment.get("title") == f"{part['url']}.bed", "regions: another's file")
            text = base64.b64decode(attachment.get("data", "")).decode()
            for line in text.splitlines():
                cells = line.split("\t")
                self.need(len(cells) == 4 and int(cells[1]) < int(cells[2]), f"BED: {line}")
                stretches[part["url"]] |= set(range(int(cells[1]), int(cells[2])))
        self.need(stretches["studied"] and stretches["studied"] ==
                  stretches["called"] | stretches["uncalled"],
                  "what was studied is not what was called and uncalled together")

    def made(self):
        devices = [r for r in self.resources if r["resourceType"] == "Device"]
        provenance = [r for r in self.resources if r["resourceType"] == "Provenance"]
        self.need(len(devices) == 1 and len(provenance) == 1, "device and provenance")
        for resource in provenance:
            self.need(all(self.target(t, "DiagnosticReport") for t in resource["target"]),
                      "provenance of something else")
            self.need(codings(resource["agent"][0]["type"]) == [
                ("http://terminology.hl7.org/CodeSystem/provenance-participant-type",
                 "assembler")], "type of agent")
            self.need(self.target(resource["agent"][0]["who"], "Device"), "no device as agent")
            self.need(self.target(resource["entity"][0]["what"], "DocumentReference"), "no source")


def breaches(bundle):
    try:
        return Rules(bundle).run()
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        return [f"not to be read: {error!r}"]


def spoilt(bundle, tried):
    """The bundle, each time spoilt in one way that is not among those tried."""
    places = {}
    for index, entry in enumerate(bundle["entry"]):
        places.setdefault(profile(entry["resource"]) or entry["resource"]["resourceType"], index)

    def with_change(name, change):
        if name not in places:
            return None
        changed = copy.deepcopy(bundle)
        change(changed["entry"][places[name]]["resource"])
        return changed if changed != bundle else None

    def each():
        for name in places:
            resource = bundle["entry"][places[name]]["resource"]
            for path, value in walk(resource):
                if path.endswith(".code") and isinstance(value, str) and ".code" in path:
                    yield f"{name}{path} wrong", name, path, "wrong-code"
                if path.endswith(".system") and "Quantity" not in path:
                    yield f"{name}{path} wrong", name, path, "http://example.org/other"
                if path.endswith(".reference"):
                    yield f"{name}{path} wrong", name, path, "urn:uuid:" + "0" * 36
            if "status" in resource and resource["resourceType"] != "DocumentReference":
                yield f"{name} final", name, ".status", "final"
            if "performer" in resource and resource["resourceType"] != "Procedure":
                yield f"{name} by nobody", name, ".performer", []
        for name, (_, _, needed) in OBSERVATIONS.items():
            for key in needed:
                yield f"{name} without {key[1]}", name, key, None

    def put(resource, path, value):
        steps = [s for s in re.split(r"\.|\[(\d+)\]", path) if s]
        for step in steps[:-1]:
            resource = resource[int(step) if step.isdigit() else step]
        resource[steps[-1]] = value

    def drop(resource, key):
        resource["component"] = [c for c in resource["component"]
                                 if key not in codings(c["code"])]

    for what, name, path, value in each():
        if what in tried:
            continue
        tried.add(what)
        changed = with_change(name, (lambda r: drop(r, path)) if isinstance(path, tuple)
                              else (lambda r: put(r, path, value)))
        if changed:
            yield what, changed
    swapped = copy.deepcopy(bundle)
    for entry in swapped["entry"]:
        if profile(entry["resource"]) in ("molecular-consequence", "diagnostic-implication"):
            entry["resource"]["derivedFrom"] = [{"reference": swapped["entry"][0]["fullUrl"]}]
            yield "derived from the report", swapped
            break


def main(paths):
    problems, tried = [], set()
    for path in paths:
        with open(path, encoding="utf-8") as file:
            bundle = json.load(file)
        try:
            Bundle.model_validate(bundle)
        except Exception as error:  # the model's own error lists what is wrong
            problems.append(f"{path}: {error}")
        problems += [f"{path}: {text}" for text in breaches(bundle)]
        for what, changed in spoilt(bundle, tried):
            if not breaches(changed):
                problems.append(f"{path}: spoilt ({what}), and nothing was found")
    print(f"{len(paths)} bundles, {len(tried)} ways to spoil one")
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
