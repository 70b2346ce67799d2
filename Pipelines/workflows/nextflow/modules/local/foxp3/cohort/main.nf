// The samples' folders put together, what is missing done, and the cohort's summary.
process FOXP3_COHORT {
    tag "$meta.id"
    label 'process_single'

    conda "${moduleDir}/environment.yml"
    container "${params.foxp3_container ?: 'foxp3:0.2.0'}"

    input:
    tuple val(meta), path(folder, stageAs: 'input'), val(sheet)
    path parts, stageAs: 'parts/*'
    val run_date

    output:
    tuple val(meta), path("results"), emit: results
    // 0, or the status of a batch with failed samples: the workflow that uses this has to look at it.
    tuple val(meta), env('status'), emit: status
    tuple val("${task.process}"), val('foxp3'), eval("foxp3 --version | sed -n 's/^foxp3 //p'"), emit: versions_foxp3, topic: versions

    when:
    task.ext.when == null || task.ext.when

    script:
    def args = task.ext.args ?: ''
    def quoted = { text -> "'" + text.toString().replace("'", "'\\''") + "'" }
    """
    mkdir results
    for part in parts/*; do
        [ ! -e "\$part" ] || cp -RLp "\$part" results/
    done
    status=0
    foxp3 batch input/${quoted(sheet)} --output-dir results --run-date ${quoted(run_date)} \\
        --resume --jobs ${task.cpus} ${args} || status=\$?
    [ -s results/cohort.json ] || exit \$status
    """

    stub:
    """
    status=0
    mkdir results
    touch results/cohort.tsv results/cohort.json results/cohort.html
    """
}
