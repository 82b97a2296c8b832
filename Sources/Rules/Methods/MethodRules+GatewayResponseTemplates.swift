import Diagnostics
import Document
import Spec
import VTL

extension MethodRules {
  /// Bodies of gateway responses.
  static let gatewayResponseTemplates: [Rule] = [
    Rule(
      "METH465", "Logic in a gateway response's template", severity: .warning,
      why:
        "these templates only fill in $context, $stageVariables and method.request: all else is printed as it stands",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-gateway-responses.responseTemplates.html",
      bad: [
        Example("a directive", spec(response: "THROTTLED: {templates: {text/plain: \"↓#if(true)later#end\"}}")),
        Example(
          "a function, in a mapping",
          spec(
            response:
              "THROTTLED: {templates: {application/json: {sent: ↓$input.body, type: $context.error.responseType}}}")),
      ],
      good: [
        Example(
          "values and plain text",
          spec(response: "THROTTLED: {templates: {text/html: \"<p style='color: #fff'>$context.requestId</p>\"}}"))
      ],
      check: .api { api, findings in
        for response in api.api.gatewayResponses {
          for text in findings.templateTexts(of: response.value) {
            if let range = MappingTemplate(parsing: text.value).firstLogic {
              let words = String(decoding: Array(text.value.utf8)[range], as: UTF8.self)
              findings.report(.printed(words), at: range, of: text.node)
            }
          }
        }
      }),
    Rule(
      "METH469", "An error's message that may break the JSON", severity: .warning,
      why:
        "$context.error.message comes as it is, and quotes in it end the text around it; messageString brings its own",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html",
      bad: [
        Example(
          "in quotes",
          spec(response: "THROTTLED: {templates: {application/json: '{\"message\": \"↓$context.error.message\"}'}}")),
        Example(
          "in a mapping",
          spec(response: "THROTTLED: {templates: {application/json: {message: ↓$context.error.message}}}")),
      ],
      good: [
        Example(
          "with quotes of its own",
          spec(response: "THROTTLED: {templates: {application/json: '{\"message\": $context.error.messageString}'}}")),
        Example("in a text", spec(response: "THROTTLED: {templates: {text/plain: '\"$context.error.message\"'}}")),
      ],
      check: .api { api, findings in
        for response in api.api.gatewayResponses {
          for text in findings.templateTexts(of: response.value) where text.isJSON {
            if let range = text.quotedMessage { findings.report(.unescaped(text.isValue), at: range, of: text.node) }
          }
        }
      }),
  ]
}

/// A text of a gateway response's template: all of it, or one value of a mapping.
private struct GatewayText {
  let value: String
  let node: NodeID
  let isJSON: Bool
  /// Whether it comes to stand in quotes.
  let isValue: Bool

  /// The first `$context.error.message` inside quotes.
  var quotedMessage: Range<Int>? {
    let bytes = Array(value.utf8)
    var (isQuoted, at) = (isValue, 0)
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "\""): if !isValue { isQuoted.toggle() }
      case UInt8(ascii: "$"):
        if isQuoted, let end = Self.messageEnd(bytes[at...]) { return at..<end }
      default: break
      }
      at += 1
    }
    return nil
  }

  private static func messageEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    for spelling in ["$context.error.message", "$!context.error.message", "${context.error.message}"] {
      guard bytes.starts(with: spelling.utf8) else { continue }
      let end = bytes.startIndex + spelling.utf8.count
      // A longer word, such as messageString, is another variable.
      if spelling.hasSuffix("}") || end == bytes.endIndex || !isParameterByte(bytes[end]) || bytes[end] == 46 {
        return end
      }
    }
    return nil
  }
}

extension Findings {
  /// The texts of a response's templates that hold a variable or a directive.
  fileprivate func templateTexts(of response: GatewayResponse) -> [GatewayText] {
    (response.templates?.value ?? []).flatMap { template -> [GatewayText] in
      let isJSON = template.name.contains("json") || template.name == "$default"
      switch template.value {
      case .intrinsic: return []
      case .text(let text):
        return [GatewayText(value: text, node: template.node, isJSON: isJSON, isValue: false)].filter(\.isAlive)
      case .json(let node):
        return scalars(of: node).map { GatewayText(value: string($0), node: $0, isJSON: isJSON, isValue: true) }
          .filter(\.isAlive)
      }
    }
  }

  private func scalars(of node: NodeID) -> [NodeID] {
    if Intrinsic(node, in: spec.document) != nil { return [] }
    if spec.document.kind(node) == .scalar { return [node] }
    return spec.document.entries(node).flatMap { scalars(of: $0.value) }
      + spec.document.items(node).flatMap { scalars(of: $0) }
  }
}

extension GatewayText {
  fileprivate var isAlive: Bool { value.utf8.contains { "$#".utf8.contains($0) } }
}

extension MappingTemplate {
  /// The first directive, or variable that gateway responses do not have.
  fileprivate var firstLogic: Range<Int>? {
    var first: Range<Int>?
    forEach { element in
      guard first == nil else { return }
      switch element {
      case .node(let node): first = directive(node)
      case .reference(let reference):
        if ["input", "util"].contains(reference.name) { first = reference.range }
      case .expression: break
      }
    }
    return first
  }

  /// The word of a directive, `#if`.
  private func directive(_ node: Node) -> Range<Int>? {
    switch node.kind {
    case .set, .conditional, .foreach, .macro, .define, .directive:
      let start = node.range.lowerBound
      let length = bytes[start...].dropFirst().prefix { (97...122).contains($0) || $0 == UInt8(ascii: "{") }.count
      return start..<(start + 1 + length)
    case .text, .comment, .unparsed, .reference: return nil
    }
  }
}

extension Message {
  fileprivate static func printed(_ words: String) -> Message {
    Message(
      "METH465", .warning, "gateway responses print '\(words)' as it stands",
      help: "fill in $context and $stageVariables alone")
  }

  fileprivate static func unescaped(_ isValue: Bool) -> Message {
    Message(
      "METH469", .warning, "quotes in the error's message break this JSON",
      help: isValue
        ? "write the template as a text, with $context.error.messageString, which brings its own quotes"
        : "write $context.error.messageString without quotes around it: it brings its own")
  }
}
