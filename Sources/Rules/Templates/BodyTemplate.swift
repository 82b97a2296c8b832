import Document
import Spec
import VTL

/// A mapping template of a body, read once however many methods use it.
public final class BodyTemplate: Sendable {
  /// Which body it makes.
  enum Side: Hashable, Sendable {
    case request, response
    /// The answer of a gateway response, where variables are replaced and no directive runs.
    case gateway
  }

  let side: Side
  /// Whether it stands under a media type of JSON.
  let isJSON: Bool
  let source: TemplateSource
  /// Empty where a comment hides a part of it: what is left is not what was meant.
  let parsed: MappingTemplate
  let parts: TemplateParts
  /// Nil for a gateway response.
  let integration: Integration?
  /// The methods that use it, own and inherited; none for a gateway response.
  let uses: [Operation]
  let api: ResolvedAPI
  /// A `##` that takes more of the template away than its writer sees.
  let hidingComment: Range<Int>?

  init(_ candidate: TemplateCandidate, _ source: TemplateSource, in api: ResolvedAPI, _ document: Document) {
    (side, integration, self.api) = (candidate.side, candidate.integration, api)
    isJSON = candidate.template.name.namesJSON
    self.source = source
    uses = candidate.uses
    let whole = MappingTemplate(parsing: source.text)
    let allParts = TemplateParts(whole)
    hidingComment = side == .gateway ? nil : allParts.hidingComment(whole, candidate.template, document)
    parsed = hidingComment == nil ? whole : MappingTemplate(parsing: "")
    parts = hidingComment == nil ? allParts : TemplateParts()
  }

  var references: [MappingTemplate.Reference] { parts.references }

  var isMock: Bool { integration?.isMock == true }
}

/// A template that has to be looked at more closely.
struct TemplateCandidate {
  let side: BodyTemplate.Side
  let template: Named<TemplateText>
  let integration: Integration?
  var uses: [Operation] = []
}

extension String {
  /// Whether a media type's bodies are JSON.
  var namesJSON: Bool {
    if self == "application/json" { return true }
    guard let type = try? MediaType(parsing: self) else { return false }
    return type.essence == "application/json" || type.subtype.lowercased().hasSuffix("+json")
  }
}

extension TemplateParts {
  /// The first `##` that runs over a line end of the spec, which folding took out of the text, or to the end of JSON that
  /// was made of YAML.
  fileprivate func hidingComment(
    _ parsed: MappingTemplate, _ template: Named<TemplateText>, _ document: Document
  ) -> Range<Int>? {
    guard let first = lineComments.first else { return nil }
    if case .json = template.value { return first }
    guard document[template.node].style != .literal else { return nil }
    let places = ScalarPlaces(of: template.node, in: document)
    return lineComments.first { range in
      let written = parsed.bytes[range].lastIndex { $0 > 0x20 } ?? range.lowerBound
      let span = places.span(of: range.lowerBound..<written + 1)
      return document.sources.bytes[Int(span.start)..<Int(span.end)].contains { $0 == 0x0A || $0 == 0x0D }
    }
  }
}
