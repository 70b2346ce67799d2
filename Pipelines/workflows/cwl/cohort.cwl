cwlVersion: v1.2
class: CommandLineTool
label: The samples' folders put together, and the cohort's summary
baseCommand: [sh, -ec]
# Failed samples are in the summary; status.cwl then ends the workflow with the status.
successCodes: [0, 64, 65, 66, 69, 70, 73, 74, 75]
hints:
  ResourceRequirement: {coresMin: 1, ramMin: 500}
inputs:
  folder: Directory
  sheet: string
  parts:
    type: Directory[]
    inputBinding: {position: 2}
  run_date: string
  options:
    type: string[]
    default: []
    inputBinding: {position: 4}
arguments:
  # -L: an engine may stage a folder as a link to it.
  - position: 1
    valueFrom: |
      mkdir results
      while [ "$1" != -- ]; do cp -RLp "$1" results/; shift; done
      shift
      exec foxp3 batch "$@"
  - {position: 1, valueFrom: cohort}
  - {position: 3, valueFrom: --}
  - {position: 3, valueFrom: $(inputs.folder.path)/$(inputs.sheet)}
  - {position: 3, valueFrom: --output-dir=results}
  - {position: 3, valueFrom: --run-date=$(inputs.run_date)}
  - {position: 3, valueFrom: --resume}
outputs:
  results:
    type: Directory
    outputBinding: {glob: results}
  summary:
    type: File
    doc: Missing, and so the job failed, where the sheet itself can't be used.
    outputBinding: {glob: results/cohort.json}
  status:
    type: int
    outputBinding: {outputEval: $(runtime.exitCode)}
