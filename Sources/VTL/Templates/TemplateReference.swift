extension MappingTemplate {
  /// `$name`, `$!{name.property.method(1)[0]}`: a variable and the way into it.
  public struct Reference: Sendable {
    /// From the dollar to the last byte of the last step or to the closing brace.
    public let range: Range<Int>
    /// The variable's name, without the dollar: `input`, `context`, `util`, `stageVariables` or one of the template.
    public let name: String
    /// The name alone.
    public let nameRange: Range<Int>
    /// Whether it prints nothing when it has no value, `$!name`.
    public let isQuiet: Bool
    /// Whether it is written `${name}`.
    public let isBraced: Bool
    /// The way from the variable to the value.
    public let steps: [Step]

    /// The names of the properties that follow the variable directly: `["identity", "sourceIp"]`.
    public var properties: [String] {
      var names: [String] = []
      for step in steps {
        guard case .property(let name) = step.kind else { break }
        names.append(name)
      }
      return names
    }
  }

  /// One step into a value.
  public struct Step: Sendable {
    public let kind: Kind
    /// From the dot or the bracket to the step's end.
    public let range: Range<Int>

    /// The forms of a step.
    public enum Kind: Sendable {
      /// `.name`.
      case property(String)
      /// `.name(arguments)`.
      case method(String, arguments: [Expression])
      /// `[value]`.
      case index(Expression)
    }
  }
}
