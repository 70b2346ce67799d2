import Mustache

/// What the family page's template is filled with.
struct FamilyView: MustacheParent {
  var language: String
  var style: String
  var title: String
  var forWhom: String
  var notice: [String]
  var factsHeading: String
  var facts: [RowView]
  var sections: [FamilySectionView]

  func child(named name: String) -> Any? {
    switch name {
    case "language": language
    case "style": style
    case "title": title
    case "forWhom": forWhom
    case "notice": notice
    case "factsHeading": factsHeading
    case "facts": facts
    case "sections": sections
    default: nil
    }
  }
}

/// A heading with its paragraphs, and the picture that belongs to them.
struct FamilySectionView: MustacheParent {
  /// The fragment's name.
  var anchor: String
  var heading: String
  var paragraphs: [String]
  /// Next steps are a list.
  var isList: Bool
  var hasPicture: Bool
  /// SVG written by this room, the only text that is not escaped.
  var picture: String
  var pictureHeading: String
  var pictureInWords: String

  func child(named name: String) -> Any? {
    switch name {
    case "anchor": anchor
    case "heading": heading
    case "paragraphs": paragraphs
    case "isList": isList
    case "hasPicture": hasPicture
    case "picture": picture
    case "pictureHeading": pictureHeading
    case "pictureInWords": pictureInWords
    default: nil
    }
  }
}
