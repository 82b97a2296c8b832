import Diagnostics
import Document
import Spec

/// The `path` of an `aws` integration that calls a function: `2015-03-31/functions/ARN/invocations`.
struct LambdaPath {
  /// What stands between `functions/` and the call.
  let function: Substring
  /// Whether the answer is passed on while it comes in.
  let isStreaming: Bool

  /// Nil for a path that calls no function.
  init?(_ text: String) {
    let calls = [("/invocations", false), ("/response-streaming-invocations", true)]
    guard let functions = text.firstRange(of: "/functions/"),
      let call = calls.first(where: { text.hasSuffix($0.0) }),
      let end = text.index(text.endIndex, offsetBy: -call.0.count, limitedBy: functions.upperBound)
    else { return nil }
    (function, isStreaming) = (text[functions.upperBound..<end], call.1)
  }
}

extension AWSBackend {
  var isLambda: Bool { service?.value == "lambda" }
}

extension Findings {
  /// A text as it is written: a literal, or what `Fn::Sub` fills in.
  func writtenText(_ value: Located<Deferrable<String>>?) -> String? {
    switch value?.value {
    case .known(let text)?: return text
    case .deferred(let node)?:
      guard let intrinsic = Intrinsic(node, in: spec.document), intrinsic.name == "Fn::Sub" else { return nil }
      let text = spec.document.items(intrinsic.argument).first ?? intrinsic.argument
      return spec.document.kind(text) == .scalar ? string(text) : nil
    case nil: return nil
    }
  }

  /// The call of a function that an `aws` integration spells out.
  func lambdaPath(of integration: Integration) -> LambdaPath? {
    guard case .aws(let aws) = integration.backend, aws.isLambda else { return nil }
    return writtenText(aws.path).flatMap(LambdaPath.init)
  }

  /// Whether a raw resource of the spec has a type.
  func hasResource(of type: String) -> Bool { spec.resourceTypes.contains(type) }
}
