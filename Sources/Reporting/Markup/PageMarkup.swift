/// What pages repeat many times over, as markup: lists, rows, signs. The template engine looks for each
/// word of a row anew, which for these would be most of the time of a page.
///
/// Every text that comes from elsewhere is escaped.
enum PageMarkup {
  /// A list's items, one a line.
  static func items(_ texts: [String]) -> String {
    texts.map { "<li>\(PageText.escaped($0))</li>\n" }.joined()
  }

  /// Terms with their values, one pair a line.
  static func terms(_ rows: [RowView]) -> String {
    rows.map { row in
      "<div><dt>\(PageText.escaped(row.term))</dt><dd>\(PageText.escaped(row.value))</dd></div>\n"
    }.joined()
  }

  /// A class by sign and word.
  static func grade(_ view: ClassView) -> String {
    "<span class=\"grade \(PageText.escaped(view.css))\"><span aria-hidden=\"true\">"
      + "\(PageText.escaped(view.shape))</span> \(PageText.escaped(view.label))</span>"
  }

  /// The label, leading to its address where it has one.
  static func link(_ view: LinkView) -> String {
    let label = PageText.escaped(view.label)
    return view.isLink ? "<a href=\"\(PageText.escaped(view.address))\">\(label)</a>" : label
  }

  /// Links as a list's items.
  static func links(_ views: [LinkView]) -> String {
    views.map { "<li>\(link($0))</li>\n" }.joined()
  }

  /// Sentences as a list's items, each with the publication it stands on.
  static func sourced(_ views: [SourcedView]) -> String {
    views.map { view in
      let origin =
        view.hasOrigin ? " <span class=\"minor\">(\(PageText.escaped(view.origin)))</span>" : ""
      return "<li>\(PageText.escaped(view.text))\(origin)</li>\n"
    }.joined()
  }

  /// Rows of the table of coverage.
  static func coverage(_ views: [CoverageView]) -> String {
    views.map { view in
      "<tr><th scope=\"row\">\(view.exon)</th>"
        + "<td class=\"position\">\(PageText.escaped(view.interval))</td>"
        + "<td class=\"number\">\(view.bases)</td>"
        + "<td class=\"number\"><span aria-hidden=\"true\">\(PageText.escaped(view.sign))</span> "
        + "\(PageText.escaped(view.proven))</td>"
        + "<td class=\"number\">\(PageText.escaped(view.depth))</td>"
        + "<td class=\"long\">\(PageText.escaped(view.gaps))</td></tr>\n"
    }.joined()
  }

  /// A row of the curated table, without a line feed.
  static func mark(_ view: MarkView) -> String {
    "<tr><th scope=\"row\">\(PageText.escaped(view.identifier))</th>"
      + "<td>\(PageText.escaped(view.name))</td><td>\(PageText.escaped(view.residue))</td>"
      + "<td>\(grade(view.grade))</td></tr>"
  }

  /// A row of the ledger.
  static func ledgerRow(_ view: LedgerView) -> String {
    "<tr class=\"\(PageText.escaped(view.css))\">"
      + "<th scope=\"row\">\(PageText.escaped(view.identifier))</th>"
      + "<td>\(PageText.escaped(view.place))</td><td>\(PageText.escaped(view.grade))</td>"
      + "<td class=\"position\">\(PageText.escaped(view.interval))</td>"
      + "<td><span aria-hidden=\"true\">\(PageText.escaped(view.sign))</span> "
      + "\(PageText.escaped(view.state))\(PageText.escaped(view.reason))</td></tr>\n"
  }
}
