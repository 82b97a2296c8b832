import Document
import Spec

/// Gathers the templates of an API that a rule may have something to say about, each once.
///
/// Most templates are a line of plain JSON: those are known to be right after one look at their bytes.
struct TemplateCollector {
  private struct Key: Hashable {
    let node: NodeID
    let side: BodyTemplate.Side
    let isJSON: Bool
    let isMock: Bool
  }

  private let document: Document
  private(set) var candidates: [TemplateCandidate] = []
  private var indexes: [Key: Int] = [:]
  /// Long templates that need no closer look.
  private var plain: Set<NodeID> = []
  private var last: (integration: Integration, candidates: [Int])?
  /// The last template that needed no closer look: many methods have the very same, word for word.
  private var lastPlain: (template: Named<TemplateText>, isMock: Bool)?

  init(_ document: Document) { self.document = document }

  mutating func add(_ response: GatewayResponse) {
    for template in response.templates?.value ?? [] where needsLook(template, isMock: false) {
      candidates.append(TemplateCandidate(side: .gateway, template: template, integration: nil))
    }
  }

  /// Templates of proxy integrations are never run, which other rules say.
  mutating func add(_ operation: Operation, _ integration: Integration) {
    guard !integration.isProxy else { return }
    if let last, last.integration === integration {
      for index in last.candidates { candidates[index].uses.append(operation) }
      return
    }
    var found: [Int] = []
    for template in integration.options.requestTemplates?.value ?? [] {
      add(template, .request, integration, operation, &found)
    }
    for response in integration.options.integrationResponses?.value ?? [] {
      for template in response.value.responseTemplates?.value ?? [] {
        add(template, .response, integration, operation, &found)
      }
    }
    if let body = integration.mockResponse?.value.body {
      let template = Named(integration.mockResponse?.value.bodyType ?? "", body.value, at: body.node)
      add(template, .response, integration, operation, &found)
    }
    last = (integration, found)
  }

  private mutating func add(
    _ template: Named<TemplateText>, _ side: BodyTemplate.Side, _ integration: Integration, _ operation: Operation,
    _ found: inout [Int]
  ) {
    guard needsLook(template, isMock: integration.isMock && side == .request) else { return }
    let key = Key(
      node: document.target(template.node), side: side, isJSON: template.name.namesJSON, isMock: integration.isMock)
    let index = indexes[key] ?? candidates.count
    if index == candidates.count {
      candidates.append(TemplateCandidate(side: side, template: template, integration: integration))
      indexes[key] = index
    }
    candidates[index].uses.append(operation)
    found.append(index)
  }

  /// Whether a template may have a fault: it has `$` or `#` or braces of another language, or is no JSON although it begins
  /// like it.
  private mutating func needsLook(_ template: Named<TemplateText>, isMock: Bool) -> Bool {
    let node = document.target(template.node)
    switch template.value {
    case .intrinsic: return false
    case .json: return document.hasVelocity(in: node)
    case .text:
      if plain.contains(node) { return false }
      if let lastPlain, lastPlain.isMock == isMock, lastPlain.template.name == template.name,
        lastPlain.template.value == template.value
      {
        return false
      }
      let length = document.length(of: document[node])
      let isPlain = document.bytes(node) { text in
        !text.hasVelocity && (!template.name.namesJSON || SampleJSON.isJSON(text, isLenient: isMock))
      }
      if isPlain, length > 256 { plain.insert(node) }
      if isPlain { lastPlain = (template, isMock) }
      return !isPlain
    }
  }
}

extension MockResponse {
  /// The media type under which the body stands.
  fileprivate var bodyType: String {
    for header in headers?.value ?? [] where header.name.lowercased() == "content-type" {
      return header.value.known ?? ""
    }
    return "application/json"
  }
}

extension Document {
  /// Whether a scalar inside a collection has a sign of Velocity, or stands elsewhere.
  fileprivate func hasVelocity(in node: NodeID) -> Bool {
    let end = self[node].content
    guard self[node].kind != .scalar, !self[node].hasMerge, end > node.index else { return true }
    return (node.index..<end).contains { index in
      nodes[Int(index)].kind == .alias || bytes(NodeID(index)) { $0.hasVelocity }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a `$`, a `#` or a `{{` occurs.
  fileprivate var hasVelocity: Bool {
    var before: UInt8 = 0
    for byte in self {
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "#") { return true }
      if byte == UInt8(ascii: "{"), before == byte { return true }
      before = byte
    }
    return false
  }
}
