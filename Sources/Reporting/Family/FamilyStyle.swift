/// The family page's style: large letters, short lines, the colours of the report.
enum FamilyStyle {
  static func text(label: String, notice: String) -> String {
    [PageStyle.palette, text, PrintStyle.margins(label: label, notice: notice), print]
      .joined(separator: "\n")
  }

  private static let text = """
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 1rem; max-width: 42rem; background: var(--paper); color: var(--ink);
      font: 1.1rem/1.6 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
    }
    h1 { font-size: 1.8rem; line-height: 1.25; margin: 1rem 0 0.5rem; }
    h2 { font-size: 1.3rem; margin: 1.8rem 0 0.4rem; }
    h3 { font-size: 1.1rem; margin: 1.2rem 0 0.3rem; }
    p, li { margin: 0.5rem 0; overflow-wrap: anywhere; }
    ul { padding-left: 1.4rem; }
    .lead { color: var(--minor); }
    .draft {
      margin: 0; padding: 0.5rem 0.8rem; border: 2px solid var(--pathogenic); font-size: 0.9rem;
      color: var(--pathogenic); background: var(--paper);
    }
    figure { margin: 0.6rem 0; }
    figcaption { font-size: 1rem; }
    svg { width: 100%; height: auto; display: block; }
    svg text { font-family: system-ui, Arial, "DejaVu Sans", sans-serif; fill: var(--ink); }
    svg .descent { fill: none; stroke: var(--ink); }
    svg .person { fill: var(--paper); stroke: var(--ink); }
    svg .person-changed { fill: var(--link); stroke: var(--ink); }
    svg .person-half { fill: var(--link); }
    dl.rows { font-size: 1rem; }
    dl.rows div { display: flex; gap: 0.8rem; padding: 0.12rem 0; }
    dl.rows dt { flex: 0 0 11rem; color: var(--minor); }
    dl.rows dd { margin: 0; flex: 1; overflow-wrap: anywhere; }
    @media (max-width: 40rem) {
      dl.rows div { display: block; }
      dl.rows dd { padding-left: 1rem; }
    }
    """

  private static let print = """
    @media print {
      html { font-size: 10pt; }
      body { max-width: none; padding: 0; font-size: 11pt; line-height: 1.4; }
      h2 { margin-top: 1.2rem; }
      h1, h2, h3 { break-after: avoid; }
      p, li, figure { break-inside: avoid; }
      figure { max-width: 10cm; }
      footer { display: none; }
    }
    """
}
