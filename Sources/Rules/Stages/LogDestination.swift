import Document
import Spec

/// Where an access log goes, as far as it is known before deployment.
enum LogDestination: Equatable {
  case logGroup
  /// A Firehose stream; the name as far as it is known from its start.
  case firehose(nameStart: Substring, isWhole: Bool)
  /// Something else, in words.
  case other(String)
}

extension ResolvedSpec {
  /// Where an access log goes; nil where that is not known, or where nothing has that name.
  func logDestination(_ reference: Reference) -> LogDestination? {
    switch reference {
    case .arn(let text): return LogDestination(arn: text)
    case .name(let name):
      guard case .resource(let index)? = names[name], target(named: name, as: .logDestination) != nil else {
        return nil
      }
      return logDestination(declarations.resources[index].value)
    case .intrinsic(let node): return Intrinsic(node, in: document).flatMap { logDestination($0) }
    }
  }

  private func logDestination(_ intrinsic: Intrinsic) -> LogDestination? {
    if let text = intrinsic.substitutedText(in: document) {
      let known = document.string(text)
      return known.hasPrefix("arn:") ? LogDestination(arn: known.withoutSubstitutions) : nil
    }
    guard intrinsic.name == "Ref" || intrinsic.name == "Fn::GetAtt",
      let owner = resourceName(of: intrinsic), let thing = names[owner]
    else { return nil }
    guard case .resource(let index) = thing else { return .other("the \(thing.words) '\(owner)'") }
    let resource = declarations.resources[index].value
    guard let destination = logDestination(resource) else { return .other("'\(owner)', of type '\(resource.type)'") }
    return intrinsic.name == "Ref" ? .other("the name of one, not its ARN") : destination
  }

  private func logDestination(_ resource: RawResource) -> LogDestination? {
    switch resource.type {
    case "AWS::Logs::LogGroup": return .logGroup
    case "AWS::KinesisFirehose::DeliveryStream":
      let name = document.property("DeliveryStreamName", of: resource).flatMap { document.literal($0) }
      return .firehose(nameStart: Substring(name ?? ""), isWhole: name != nil)
    default: return nil
    }
  }

  /// The resource that `Ref` or `Fn::GetAtt` names.
  private func resourceName(of intrinsic: Intrinsic) -> String? {
    let argument = intrinsic.argument
    if document.kind(argument) == .sequence { return document.items(argument).first.map { document.string($0) } }
    guard document.kind(argument) == .scalar else { return nil }
    let text = document.string(argument)
    return intrinsic.name == "Ref" ? text : text.split(separator: ".").first.map(String.init)
  }
}

extension LogDestination {
  /// `*` stands for what is not known.
  fileprivate init?(arn text: String) {
    guard let arn = ARN(text) else {
      self = .other("no ARN")
      return
    }
    if arn.service.contains("*") || arn.resource.hasPrefix("*") { return nil }
    if arn.service == "logs", arn.resource.hasPrefix("log-group:") {
      self = .logGroup
    } else if arn.service == "firehose", arn.resource.hasPrefix("deliverystream/") {
      let name = arn.resource.dropFirst("deliverystream/".count)
      self = .firehose(nameStart: name.prefix { $0 != "*" }, isWhole: !name.contains("*"))
    } else {
      self = .other("the ARN of something else")
    }
  }
}

extension String {
  /// The text with `*` in place of each `${…}`.
  fileprivate var withoutSubstitutions: String {
    split(separator: "$", omittingEmptySubsequences: false).enumerated().map { index, part in
      guard index > 0, part.hasPrefix("{"), let end = part.firstIndex(of: "}") else { return String(part) }
      return "*" + part[part.index(after: end)...]
    }.joined()
  }
}

extension Document {
  /// The value of a raw resource's property.
  func property(_ name: String, of resource: RawResource) -> NodeID? {
    value("Properties", in: resource.body.node).flatMap { value(name, in: $0) }
  }

  /// A scalar's text; nil for an intrinsic, and for what is no scalar.
  func literal(_ node: NodeID) -> String? {
    kind(node) == .scalar && Intrinsic(node, in: self) == nil ? string(node) : nil
  }
}
