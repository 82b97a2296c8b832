extension MappingTemplate {
  /// A value inside the parentheses of a directive or a method.
  public struct Expression: Sendable {
    public let kind: Kind
    /// From the value's first byte to its last; parentheses around it are not part of it.
    public let range: Range<Int>

    /// What a value can be.
    public indirect enum Kind: Sendable {
      case reference(Reference)
      /// `'text'`, or `"text"` with the parts Velocity finds between double quotes.
      case string(StringLiteral)
      /// An integer or a decimal number, as written.
      case number(String)
      case boolean(Bool)
      case null
      /// `[1, 2]`.
      case list([Expression])
      /// `[1..$last]`.
      case range(from: Expression, to: Expression)
      /// `{"key": value}`.
      case map([Entry])
      case unary(UnaryOperator, Expression)
      case binary(BinaryOperator, Expression, Expression)
    }

    /// A key of a map and its value.
    public struct Entry: Sendable {
      public let key: Expression
      public let value: Expression
    }

    /// The text between quotes.
    public struct StringLiteral: Sendable {
      /// The text as written, without the quotes.
      public let text: String
      /// What Velocity evaluates inside double quotes; nothing for single quotes.
      public let nodes: [Node]?
    }
  }

  /// An operator before its operand.
  public enum UnaryOperator: String, Sendable {
    case not = "!"
    case minus = "-"
  }

  /// An operator between two operands; the words `and`, `eq` and their like are read as the signs.
  public enum BinaryOperator: String, CaseIterable, Sendable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case remainder = "%"

    /// The word that means the same, if there is one.
    var word: String? {
      switch self {
      case .or: "or"
      case .and: "and"
      case .equal: "eq"
      case .notEqual: "ne"
      case .lessOrEqual: "le"
      case .greaterOrEqual: "ge"
      case .less: "lt"
      case .greater: "gt"
      default: nil
      }
    }

    /// How tightly it binds; higher is tighter.
    var precedence: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .equal, .notEqual: 3
      case .lessOrEqual, .greaterOrEqual, .less, .greater: 4
      case .plus, .minus: 5
      case .times, .divided, .remainder: 6
      }
    }
  }
}
