/// The page's style: light and dark on a screen, light on paper, with the draft notice and page
/// numbers in the margin of each printed page.
enum PageStyle {
  /// - Parameter label: stands in the margin of each printed page.
  static func text(label: String) -> String {
    [palette, text, PrintStyle.margins(label: label, notice: notice), PrintStyle.text]
      .joined(separator: "\n")
  }

  private static let notice = ReportText.disclaimer.joined(separator: " ")

  /// Colours of text stand at 4.5:1 or better against `--paper` and `--panel` (WCAG AA).
  static let palette = """
    :root {
      --paper: #ffffff; --panel: #f3f5f7; --ink: #1b1f24; --minor: #4f5863; --line: #b4bcc6;
      --link: #0b4f9e; --pathogenic: #a30f33; --likely: #9c3d06; --uncertain: #6a5300;
      --benign: #17643a; --neutral: #454d57; --region: #c9dcef; --covered: #2d7a4f;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #14181c; --panel: #1f252b; --ink: #e9edf1; --minor: #b3bdc8; --line: #55606c;
        --link: #8fc1ff; --pathogenic: #ff96ab; --likely: #ffb078; --uncertain: #ecd45c;
        --benign: #83d9a6; --neutral: #c3cbd4; --region: #31506d; --covered: #5fbf8b;
      }
    }
    """

  static let text = """
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 1rem; max-width: 68rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
    }
    h1 { font-size: 1.6rem; margin: 0.8rem 0 0.2rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.25rem; margin: 1.8rem 0 0.5rem; }
    h3 { font-size: 1.05rem; margin: 1.3rem 0 0.4rem; }
    a { color: var(--link); }
    .draft {
      margin: 0; padding: 0.5rem 0.8rem; border: 2px solid var(--pathogenic);
      color: var(--pathogenic); background: var(--paper); font-size: 0.9rem;
    }
    .conclusion { border-left: 0.6rem solid var(--neutral); background: var(--panel); }
    .conclusion { padding: 0.6rem 1.2rem; }
    .conclusion h2 { margin-top: 0.2rem; }
    .tone-alert { border-color: var(--pathogenic); }
    .tone-caution { border-color: var(--uncertain); }
    .tone-calm { border-color: var(--benign); }
    h2, h3, p, li, summary, caption, figcaption { overflow-wrap: anywhere; }
    .statement { font-size: 1.15rem; font-weight: 600; margin: 0.4rem 0; }
    .letterhead { margin: 0.15rem 0; color: var(--minor); }
    .draft + .letterhead { margin-top: 0.8rem; }
    .minor { color: var(--minor); font-size: 0.9em; font-weight: normal; }
    .nowrap { white-space: nowrap; }
    .warning { border-left: 0.3rem solid var(--uncertain); padding-left: 0.6rem; }
    .grade { font-weight: 600; color: var(--neutral); }
    .grade-pathogenic { color: var(--pathogenic); }
    .grade-likely_pathogenic { color: var(--likely); }
    .grade-uncertain { color: var(--uncertain); }
    .grade-benign, .grade-likely_benign { color: var(--benign); }
    table { border-collapse: collapse; width: 100%; margin: 0.8rem 0; font-size: 0.92rem; }
    caption { text-align: left; color: var(--minor); padding: 0.2rem 0; }
    th, td { border: 1px solid var(--line); padding: 0.3rem 0.5rem; text-align: left; }
    th, td { vertical-align: top; overflow-wrap: break-word; }
    tbody th { overflow-wrap: anywhere; min-width: 9rem; }
    .ledger tbody th, .coverage tbody th { min-width: 0; white-space: nowrap; }
    .ledger th:last-child { width: 48%; }
    .position { white-space: nowrap; }
    td.long { overflow-wrap: anywhere; min-width: 8rem; }
    thead th { background: var(--panel); }
    tbody th { font-weight: 600; }
    td p { margin: 0 0 0.3rem; }
    td p .grade, td p .minor { overflow-wrap: break-word; }
    .variant-name { width: 30%; }
    .number { text-align: right; white-space: nowrap; }
    .open-place { background: var(--panel); }
    dl.rows { margin: 0.4rem 0; }
    dl.rows div { display: flex; gap: 0.8rem; padding: 0.12rem 0; }
    dl.rows dt { flex: 0 0 12rem; min-width: 0; overflow-wrap: anywhere; color: var(--minor); }
    dl.rows dd { margin: 0; flex: 1; overflow-wrap: anywhere; }
    dl.signature div { display: flex; gap: 0.8rem; margin: 0.9rem 0; }
    dl.signature dt { flex: 0 0 12rem; color: var(--minor); }
    dl.signature dd { margin: 0; flex: 1; border-bottom: 1px solid var(--ink); min-height: 1.4rem; }
    summary { cursor: pointer; font-weight: 600; margin: 0.6rem 0; }
    figure { margin: 1.2rem 0; }
    figcaption { color: var(--minor); font-size: 0.9rem; }
    svg { width: 100%; height: auto; display: block; }
    svg text { font: 13px system-ui, Arial, "DejaVu Sans", sans-serif; fill: var(--ink); }
    svg text { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
    svg .small { font-size: 11px; fill: var(--minor); }
    svg .axis { stroke: var(--minor); stroke-width: 2; }
    svg .region { fill: var(--region); stroke: var(--minor); stroke-width: 1; }
    svg .stem { stroke: var(--minor); stroke-width: 1; }
    svg .sign { fill: var(--neutral); stroke: var(--neutral); stroke-width: 1.6; }
    svg .sign-pathogenic { fill: var(--pathogenic); stroke: var(--pathogenic); }
    svg .sign-likely_pathogenic { fill: var(--paper); stroke: var(--likely); }
    svg .sign-uncertain { fill: var(--uncertain); stroke: var(--uncertain); }
    svg .sign-not_evaluated { fill: var(--paper); stroke: var(--neutral); }
    svg .sign-likely_benign { fill: var(--paper); stroke: var(--benign); }
    svg .sign-benign { fill: var(--benign); stroke: var(--benign); }
    svg .exon { stroke: var(--ink); stroke-width: 1.4; fill: var(--paper); }
    svg .exon-full { fill: var(--covered); }
    svg .exon-untranslated { fill: var(--panel); }
    svg .exon-none { stroke-dasharray: 4 3; }
    svg .exon-gap { fill: var(--paper); stroke: var(--ink); stroke-dasharray: 3 2; }
    svg .deletion { stroke: var(--pathogenic); stroke-width: 2; }
    @media screen and (max-width: 40rem) {
      dl.rows div, dl.signature div { display: block; }
      dl.rows dd { padding-left: 1rem; }
      table, figure { overflow-x: auto; }
      table, caption { display: block; }
      td.long { min-width: 14rem; }
      tbody th { min-width: 6rem; }
      figure svg { min-width: 44rem; }
      figcaption { position: sticky; left: 0; max-width: calc(100vw - 2rem); }
    }
    """
}
