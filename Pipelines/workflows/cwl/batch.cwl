cwlVersion: v1.2
class: Workflow
label: A sample sheet through foxp3 batch, one job per sample
requirements:
  ScatterFeatureRequirement: {}
  MultipleInputFeatureRequirement: {}
inputs:
  folder:
    type: Directory
    doc: Holds the sheet and everything that it names by relative paths.
  sheet:
    type: string
    doc: The sheet's name in the folder.
  samples:
    type: string[]
    doc: The samples to run as jobs of their own; any other of the sheet is run by the summary's job.
  run_date:
    type: string
    doc: The day printed on the reports, as 2026-01-31.
  options:
    type: string[]
    default: []
    doc: Further options of `foxp3 batch`; files are named by absolute paths.
steps:
  sample:
    run: sample.cwl
    scatter: sample
    in: {folder: folder, sheet: sheet, sample: samples, run_date: run_date, options: options}
    out: [reports]
  cohort:
    run: cohort.cwl
    in:
      folder: folder
      sheet: sheet
      parts: {source: sample/reports, pickValue: all_non_null}
      run_date: run_date
      options: options
    out: [results, status]
  status:
    run: status.cwl
    in: {status: cohort/status}
    out: []
outputs:
  results:
    type: Directory
    outputSource: cohort/results
