import Document
import Spec

/// The request validator that a method comes out with.
enum AppliedValidator {
  case none
  /// What it is called where it has a name, its checks, and where the method chose it.
  case known(name: String?, RequestValidator, NodeID)
  /// A raw resource, or a name that is reported elsewhere.
  case unknown

  init(_ operation: Operation, _ api: ResolvedAPI) {
    if let own = operation.options.requestValidatorOptions {
      self = operation.options.requestValidator == nil ? .known(name: nil, own.value, own.node) : .unknown
    } else if let name = operation.options.requestValidator {
      self = api.requestValidator(name.value).map { .known(name: name.value, $0.value, name.node) } ?? .unknown
    } else {
      self = .none
    }
  }

  /// Whether nothing checks bodies.
  var leavesBodies: Bool {
    switch self {
    case .none: true
    case .known(_, let validator, _): validator.validateRequestBody.isOff
    case .unknown: false
    }
  }

  /// Whether nothing checks parameters.
  var leavesParameters: Bool {
    switch self {
    case .none: true
    case .known(_, let validator, _): validator.validateRequestParameters.isOff
    case .unknown: false
    }
  }
}

extension MethodOptions {
  /// Whether a parameter is required, or may turn out to be.
  var mayRequireParameters: Bool {
    requestParameters?.value.contains { $0.value.known != false } ?? false
  }

  var hasModels: Bool { !(requestModels?.value.isEmpty ?? true) }
}
