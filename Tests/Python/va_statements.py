"""Statements of a `.va.json` by GA4GH's own package, ga4gh.va_spec: each statement and each evidence
line as the ACMG 2015 profile, and that the package refuses what is spoilt.

usage: va_statements.py FILE...    prints each breach; status 1 where there is one
"""

import copy
import json
import sys

from ga4gh.va_spec.acmg_2015 import VariantPathogenicityEvidenceLine, VariantPathogenicityStatement

DIRECTIONS = {"pathogenic": ("supports", "definitive"), "likely pathogenic": ("supports", "likely"),
              "uncertain significance": ("neutral", None), "likely benign": ("disputes", "likely"),
              "benign": ("disputes", "definitive")}


def code(concept):
    return concept["primaryCoding"]["code"] if concept else None


def breaches(statement):
    found = []
    try:
        VariantPathogenicityStatement(**statement)
        for line in statement.get("hasEvidenceLines", []):
            VariantPathogenicityEvidenceLine(**line)
    except Exception as error:  # pydantic's own list of what is wrong
        return [str(error)]
    said = (statement["direction"], code(statement.get("strength")))
    if DIRECTIONS[code(statement["classification"])] != said:
        found.append(f"{code(statement['classification'])} with {said}")
    for line in statement.get("hasEvidenceLines", []):
        criterion = line["specifiedBy"]["methodType"]
        outcome = code(line["evidenceOutcome"])
        met = not outcome.endswith("_not_met")
        direction = "neutral" if not met else "disputes" if criterion[0] == "B" else "supports"
        if line["directionOfEvidenceProvided"] != direction or not outcome.startswith(criterion):
            found.append(f"{criterion}: {outcome}, {line['directionOfEvidenceProvided']}")
    return found


def spoilt(statement):
    def changed(change):
        copied = copy.deepcopy(statement)
        change(copied)
        return copied

    yield changed(lambda s: s["classification"]["primaryCoding"].update(code="likely_pathogenic"))
    yield changed(lambda s: s["classification"]["primaryCoding"].update(system="ACMG"))
    yield changed(lambda s: s.update(direction="for"))
    yield changed(lambda s: s["proposition"].update(predicate="causes"))
    yield changed(lambda s: s["proposition"].pop("subjectVariant"))
    yield changed(lambda s: s.pop("specifiedBy"))
    yield changed(lambda s: s.update(extra="field"))
    lines = statement.get("hasEvidenceLines", [])
    for index, line in enumerate(lines):
        yield changed(lambda s: s["hasEvidenceLines"][index]["specifiedBy"].update(methodType="PX1"))
        yield changed(lambda s: s["hasEvidenceLines"][index]["evidenceOutcome"]["primaryCoding"]
                      .update(code="PVS1_very"))
        if "strengthOfEvidenceProvided" in line:
            yield changed(lambda s: s["hasEvidenceLines"][index].pop("strengthOfEvidenceProvided"))
            yield changed(lambda s: s["hasEvidenceLines"][index].update(
                directionOfEvidenceProvided="neutral"))


def main(paths):
    problems, statements, tried = [], 0, 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        for statement in document["statements"]:
            statements += 1
            problems += [f"{path}: {text}" for text in breaches(statement)]
            for changed in spoilt(statement) if statements < 20 else []:
                tried += 1
                if not breaches(changed):
                    problems.append(f"{path}: spoilt, and nothing was found")
        for omitted in document["withoutStatement"]:
            if not omitted["variant"] or not omitted["reason"]:
                problems.append(f"{path}: an omission without variant or reason")
    print(f"{len(paths)} files, {statements} statements, {tried} spoilt ones")
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
