// One sample of a sheet. `folder` holds the sheet and what it names by relative paths.
process FOXP3_SAMPLE {
    tag "$meta.id"
    label 'process_single'

    conda "${moduleDir}/environment.yml"
    container "${params.foxp3_container ?: 'foxp3:0.2.0'}"

    input:
    tuple val(meta), path(folder, stageAs: 'input'), val(sheet)
    val run_date

    output:
    // None where the sample failed: the summary gives its reason.
    tuple val(meta), path("part/*", type: 'dir'), emit: reports, optional: true
    tuple val("${task.process}"), val('foxp3'), eval("foxp3 --version | sed -n 's/^foxp3 //p'"), emit: versions_foxp3, topic: versions

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    // A name is data: it reaches the shell in single quotes, its own quotes escaped.
    def quoted = { text -> "'" + text.toString().replace("'", "'\\''") + "'" }
    """
    status=0
    foxp3 batch input/${quoted(sheet)} --sample=${quoted(meta.id)} \\
        --output-dir part --run-date ${quoted(run_date)} --jobs ${task.cpus} ${args} || status=\$?
    case \$status in 0|65|66|70|74|75) ;; *) exit \$status ;; esac
    """

    stub:
    """
    mkdir -p part/stub
    touch part/stub/stub.foxp3.json
    """
}
