import CloudFormation
import Spec

/// Words that most methods have, as values that are made once.
extension Value {
  static let mock: Value = "MOCK"
  static let awsProxy: Value = "AWS_PROXY"
  static let post: Value = "POST"
}

extension AuthorizationType {
  private static let without = Value.string(none.rawValue)
  private static let asking = Value.string(custom.rawValue)

  /// The word as a value.
  var value: Value {
    switch self {
    case .none: Self.without
    case .custom: Self.asking
    case .iam, .cognito: .string(rawValue)
    }
  }
}
