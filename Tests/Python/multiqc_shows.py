"""Runs MultiQC on a folder and prints, as JSON, the samples it shows: those of its tables' data, the
columns, and whether its page holds a text that must not be there.

use: multiqc_shows.py FOLDER OUTPUT [FORBIDDEN...]
"""
import json
import os
import subprocess
import sys

folder, output, forbidden = sys.argv[1], sys.argv[2], sys.argv[3:]
run = subprocess.run(
    [os.path.join(os.path.dirname(sys.executable), "multiqc"), folder, "-o", output, "--no-ansi",
     "--no-version-check", "--force"],
    capture_output=True, text=True, env={**os.environ, "MULTIQC_NO_VERSION_CHECK": "true"})
if run.returncode != 0:
    sys.exit(run.stderr)
with open(f"{output}/multiqc_data/multiqc_data.json") as file:
    data = json.load(file)
general = data["report_general_stats_data"]
groups = general.values() if isinstance(general, dict) else general
statistics = {}
for group in groups:
    for sample, columns in group.items():
        rows = columns if isinstance(columns, list) else [{"data": columns}]
        for row in rows:
            statistics.setdefault(sample, {}).update(row.get("data", row))
with open(f"{output}/multiqc_report.html") as file:
    page = file.read()
print(json.dumps({
    "sections": sorted(data["report_saved_raw_data"]),
    "raw": data["report_saved_raw_data"],
    "statistics": statistics,
    "forbidden": [text for text in forbidden if text in page],
}))
