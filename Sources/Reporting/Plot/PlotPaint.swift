/// The light colours of the plots as attributes of each mark. A page's style overrides them; readers
/// that don't lay a page's style over its pictures, as those that make PDF, draw by them.
enum PlotPaint {
  /// The class, and what it looks like.
  static func attributes(_ css: String) -> String {
    let names = css.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    let paint = table[css] ?? names.compactMap { table[$0] }.last ?? ""
    return "class=\"\(names.joined(separator: " "))\"" + (paint.isEmpty ? "" : " " + paint)
  }

  private static let ink = "#1b1f24"
  private static let minor = "#4f5863"
  private static let letters = "font-family=\"Arial, 'DejaVu Sans', sans-serif\""

  /// By one class, or by several in the order in which a mark has them.
  private static let table: [String: String] = [
    "label": "\(letters) font-size=\"13\" fill=\"\(ink)\"",
    "small": "\(letters) font-size=\"11\" fill=\"\(minor)\"",
    "family-name": "\(letters) font-size=\"34\" fill=\"\(ink)\"",
    "family-state": "\(letters) font-size=\"28\" fill=\"\(ink)\"",
    "axis": "stroke=\"\(minor)\" stroke-width=\"2\"",
    "stem": "stroke=\"\(minor)\" stroke-width=\"1\"",
    "region": "fill=\"#c9dcef\" stroke=\"\(minor)\" stroke-width=\"1\"",
    "sign-pathogenic": sign("#a30f33", "#a30f33"),
    "sign-likely_pathogenic": sign("#ffffff", "#9c3d06"),
    "sign-uncertain": sign("#6a5300", "#6a5300"),
    "sign-not_evaluated": sign("#ffffff", "#454d57"),
    "sign-likely_benign": sign("#ffffff", "#17643a"),
    "sign-benign": sign("#17643a", "#17643a"),
    "exon-full": box("#2d7a4f", "stroke-width=\"1.4\""),
    "exon-none": box("#ffffff", "stroke-width=\"1.4\" stroke-dasharray=\"4 3\""),
    "exon-untranslated": box("#f3f5f7", "stroke-width=\"1.4\""),
    "exon-deleted": box("#ffffff", "stroke-width=\"1.4\""),
    "exon-gap": box("#ffffff", "stroke-width=\"1\" stroke-dasharray=\"3 2\""),
    "deletion": "stroke=\"#a30f33\" stroke-width=\"2\"",
    "person": box("#ffffff", "stroke-width=\"2\""),
    "person affected": box(ink, "stroke-width=\"2\""),
    "person unread": box("#ffffff", "stroke-width=\"2\" stroke-dasharray=\"5 4\""),
    "person affected unread": box(ink, "stroke-width=\"2\" stroke-dasharray=\"5 4\""),
    "kin": "stroke=\"\(minor)\" stroke-width=\"2\"",
    "dot": "fill=\"\(ink)\"",
    "light": "fill=\"#ffffff\"",
    "person-changed": box("#0b4f9e", "stroke-width=\"2\""),
    "person-half": "fill=\"#0b4f9e\"",
    "descent": "fill=\"none\" stroke=\"\(ink)\" stroke-width=\"2\"",
  ]

  private static func sign(_ fill: String, _ stroke: String) -> String {
    "fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"1.6\""
  }

  private static func box(_ fill: String, _ rest: String) -> String {
    "fill=\"\(fill)\" stroke=\"\(ink)\" \(rest)"
  }
}
