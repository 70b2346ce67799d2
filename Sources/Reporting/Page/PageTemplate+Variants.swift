extension PageTemplate {
  /// All variants, highest class first.
  static let variantTable = """
    {{#hasVariants}}
    <table tabindex="0">
    <caption>Variants of FOXP3, highest class first. {{cutNote}}Names are on NM_014009.4 (MANE Select); class by {{scheme}}.</caption>
    <thead><tr><th scope="col">No.</th><th scope="col">Class</th><th scope="col" class="variant-name">Variant</th><th scope="col">Zygosity</th><th scope="col">Effect</th><th scope="col">Call</th></tr></thead>
    <tbody>
    {{{variantRows}}}</tbody>
    </table>
    {{/hasVariants}}

    """

  /// The two pictures and the table of what stands behind the variants.
  static let plots = """
    <figure tabindex="0">
    {{{proteinPlot}}}
    <figcaption>The protein NP_054728.2 with its regions. Large signs with numbers: this sample. Small signs behind: the curated table. {{> key}}</figcaption>
    </figure>
    <figure tabindex="0">
    {{{genePlot}}}
    <figcaption>The gene from its 5' to its 3' end (chromosome positions fall from left to right); introns are not to scale. <span class="nowrap">✓ exon shown to be read</span> (coding part and splice sites; of exon 1 the splice donor), <span class="nowrap">~ in part</span>, <span class="nowrap">✗ not</span>, <span class="nowrap">? not known</span>, <span class="nowrap">− deleted</span>. The same is in the coverage table. {{> key}}</figcaption>
    </figure>
    <details class="marks">
    <summary>The curated table's variants drawn in the plots ({{markCount}})</summary>
    <table tabindex="0">
    <caption>Rows of the curated table</caption>
    <thead><tr><th scope="col">Row</th><th scope="col">Variant</th><th scope="col">Residue</th><th scope="col">Class</th></tr></thead>
    <tbody>
    {{{markRows}}}
    </tbody>
    </table>
    </details>

    """

  /// The key to the signs, under each plot.
  static let key = """
    <span class="nowrap">◆ pathogenic</span>, <span class="nowrap">◇ likely pathogenic</span>, \
    <span class="nowrap">▲ uncertain</span>, <span class="nowrap">□ not classified</span>, \
    <span class="nowrap">○ likely benign</span>, <span class="nowrap">● benign</span>.
    """
}
