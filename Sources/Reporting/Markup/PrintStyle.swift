/// How pages print, on whatever paper is chosen.
enum PrintStyle {
  /// What each printed page repeats: whose it is, the notice, and which page of how many.
  static func margins(label: String, notice: String) -> String {
    """
    @page {
      margin: 18mm 14mm 24mm;
      @top-right { content: \(StyleText.quoted(label)); font: 8pt Arial, "DejaVu Sans", sans-serif; }
      @bottom-left {
        content: \(StyleText.quoted(notice));
        font: 7.5pt Arial, "DejaVu Sans", sans-serif; width: 80%; text-align: left;
      }
      @bottom-right {
        content: "Page " counter(page) " of " counter(pages);
        font: 8pt Arial, "DejaVu Sans", sans-serif;
      }
    }
    """
  }

  /// A folded part is shown: paper can't be unfolded. What is for the screen alone is left out.
  static let text = """
    @media print {
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; line-height: 1.35; }
      table { font-size: 8pt; }
      th, td { padding: 0.15rem 0.35rem; }
      h2 { margin: 1.2rem 0 0.3rem; }
      section, article, figure { break-inside: auto; }
      h1, h2, h3, caption, thead, summary { break-after: avoid; }
      figure, .conclusion, .release, .ledger tr, .criteria tr { break-inside: avoid; }
      a { color: inherit; text-decoration: none; }
      .settings { columns: 2; }
      .references a::after { content: ": " attr(href); }
      details::details-content { content-visibility: visible; display: block; }
      .marks, footer { display: none; }
    }
    """
}
