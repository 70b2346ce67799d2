"""Checks documents against a JSON Schema (draft 2020-12), and the schema itself.

use: cohort_schema.py SCHEMA DOCUMENT...
"""
import json
import sys

import jsonschema

with open(sys.argv[1]) as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for path in sys.argv[2:]:
    with open(path) as file:
        for error in validator.iter_errors(json.load(file)):
            sys.exit(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message}")
