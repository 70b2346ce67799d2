cwlVersion: v1.2
class: CommandLineTool
label: The reports of one sample of a sheet
baseCommand: [foxp3, batch]
# A sample that fails stops no other: the summary tells its reason (unusable, missing or broken input, a name that it lacks).
successCodes: [0, 64, 65, 66, 69, 70, 73, 74, 75]
hints:
  ResourceRequirement: {coresMin: 1, ramMin: 500}
inputs:
  folder:
    type: Directory
    doc: Holds the sheet and everything that it names by relative paths.
  sheet:
    type: string
    doc: The sheet's name in the folder.
  sample: string
  run_date: string
  options:
    type: string[]
    default: []
    inputBinding: {position: 2}
arguments:
  - {position: 1, valueFrom: $(inputs.folder.path)/$(inputs.sheet)}
  - {position: 1, valueFrom: --sample=$(inputs.sample)}
  - {position: 1, valueFrom: --output-dir=part}
  - {position: 1, valueFrom: --run-date=$(inputs.run_date)}
  - {position: 1, valueFrom: --jobs=1}
outputs:
  reports:
    type: Directory?
    doc: The sample's folder; none where the sample failed.
    outputBinding: {glob: part/*}
