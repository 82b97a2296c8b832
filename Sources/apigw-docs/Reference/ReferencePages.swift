import Spec

/// A page of the reference: a section of the spec.
struct ReferencePage {
  let file: String
  let title: String
  let about: String
  let sections: [ReferenceSection]
}

extension Page {
  /// The index of the reference and its pages.
  static var reference: [Page] {
    let pages = ReferencePage.all
    var addresses: [String: String] = [:]
    for page in pages {
      for section in page.sections { addresses[section.name] = "\(page.file)#\(Markdown.anchor(section.heading))" }
    }
    let text = ReferenceText(addresses: addresses)
    return [index(of: pages)]
      + pages.map { page in
        let sections = page.sections.map { text.text(of: $0) }.joined(separator: "\n")
        return Page(
          "reference/\(page.file)", page.title, from: source, "\(page.about) [All pages](README.md)\n\n\(sections)")
      }
  }

  private static let source = "the tables that read a spec"

  private static func index(of pages: [ReferencePage]) -> Page {
    let rows = pages.map { page in
      ["[\(page.title)](\(page.file))", page.sections.map(\.heading).joined(separator: ", ")]
    }
    let values = ["[Values](values.md)", "durations, sizes, intrinsics, references, files, free JSON"]
    let text = """
      Every key of a spec: what it takes, what holds without it, and what it becomes. Keys in bold are required. Where `⨍`
      stands after a value, a [CloudFormation intrinsic](values.md#intrinsics) may stand in its place.


      """
    return Page(
      "reference/README.md", "Reference", from: source,
      text + Markdown.table(["page", "records"], rows + [values]) + editors)
  }

  private static let editors = """

    ## In an editor

    `apigw-synth schema` prints all of this as a [JSON Schema](https://json-schema.org/draft-07/json-schema-release-notes), with
    which editors complete keys and mark wrong ones; `apigw-synth lsp` is a language server, which shows these tables beside the
    text. How to tell an editor of them: [In an editor](../editors.md).

    """
}
