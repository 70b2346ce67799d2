/// What the family page's template is filled with.
struct FamilyView: TemplateView {
  var language: String
  var style: String
  var title: String
  var forWhom: String
  var notice: [String]
  var factsHeading: String
  var facts: [RowView]
  var sections: [FamilySectionView]

  func child(named name: String) -> TemplateValue? {
    switch name {
    case "language": .text(language)
    case "style": .text(style)
    case "title": .text(title)
    case "forWhom": .text(forWhom)
    case "notice": .texts(notice)
    case "factsHeading": .text(factsHeading)
    case "facts": .views(facts)
    case "sections": .views(sections)
    default: nil
    }
  }
}

/// A heading with its paragraphs, and the picture that belongs to them.
struct FamilySectionView: TemplateView {
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

  func child(named name: String) -> TemplateValue? {
    switch name {
    case "anchor": .text(anchor)
    case "heading": .text(heading)
    case "paragraphs": .texts(paragraphs)
    case "isList": .flag(isList)
    case "hasPicture": .flag(hasPicture)
    case "picture": .text(picture)
    case "pictureHeading": .text(pictureHeading)
    case "pictureInWords": .text(pictureInWords)
    default: nil
    }
  }
}
