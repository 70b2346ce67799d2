/// Rows of the tables of a batch's page as markup. There are thousands of them.
enum CohortMarkup {
  /// A sample's row.
  static func row(_ view: CohortSampleView) -> String {
    let name = text(view.sample)
    let linked = view.hasPage ? "<a href=\"\(text(view.page))\">\(name)</a>" : name
    let open =
      view.hasOpenRecords ? "<p>Open calls: \(text(view.openRecords))</p>" : ""
    return "<tr><th scope=\"row\">\(linked)</th><td>\(text(view.family))</td>"
      + "<td>\(text(view.sex))</td>"
      + "<td><span class=\"grade \(text(view.css))\">\(text(view.conclusion))</span></td>"
      + "<td>\(view.variants.map(variant).joined())\(open)</td>"
      + "<td class=\"number\">\(text(view.seen))</td>"
      + "<td class=\"number\">\(text(view.exons))</td>"
      + "<td class=\"long\">\(text(view.reason))</td></tr>\n"
  }

  /// A variant's row.
  static func row(_ view: CohortVariantView) -> String {
    "<tr><td class=\"number\">\(view.number)</td><th scope=\"row\">\(text(view.name))<br>"
      + "<span class=\"minor\">\(text(view.genomic))</span></th>"
      + "<td>\(PageMarkup.grade(view.grade))</td><td class=\"long\">\(text(view.consequence))</td>"
      + "<td class=\"long\">\(view.count): \(text(view.samples))</td></tr>\n"
  }

  private static func variant(_ view: CohortNameView) -> String {
    "<p>\(text(view.name)) \(PageMarkup.grade(view.grade)) "
      + "<span class=\"minor\">\(text(view.zygosity))</span></p>"
  }

  private static func text(_ text: String) -> String { PageText.escaped(text) }
}
