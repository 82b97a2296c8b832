/// A mapping template, read into a tree: what API Gateway's subset of the Velocity Template Language says.
///
/// AWS: models-mappings and api-gateway-mapping-template-reference (Developer Guide); the grammar is that of the Apache
/// Velocity 1.7 user guide. All ranges and offsets count UTF-8 bytes from the start of the template.
public struct MappingTemplate: Sendable {
  /// The template's text.
  public let bytes: [UInt8]
  /// The parts in their order; their ranges follow each other without a gap from the first byte to the last.
  public let nodes: [Node]
  /// What Velocity would refuse or print literally, in the order of the text.
  public let problems: [Problem]

  /// The most bytes that API Gateway takes.
  public static let mostBytes = 307_200

  /// Reads `text`; what cannot be read becomes a problem, and reading goes on behind it. What API Gateway refuses for its
  /// size is taken for one text: the tree would be many times as large.
  public init(parsing text: String) {
    guard text.utf8.count <= Self.mostBytes else {
      bytes = Array(text.utf8)
      (nodes, problems) = ([Node(kind: .text, range: bytes.indices)], [])
      return
    }
    var parser = TemplateParser(Array(text.utf8))
    nodes = parser.template()
    bytes = parser.bytes
    problems = Self.sorted(parser.problems)
  }

  /// The problems by their places; what was read twice, behind another problem, is reported once.
  private static func sorted(_ problems: [Problem]) -> [Problem] {
    var seen: Set<Problem> = []
    return problems.filter { seen.insert($0).inserted }.sorted { $0.offset < $1.offset }
  }

  /// The part of the template that `range` covers.
  public func text(of range: Range<Int>) -> String { bytes[range].text }

  /// One part of a template and where it stands.
  public struct Node: Sendable {
    public let kind: Kind
    public let range: Range<Int>

    /// What a part of a template can be.
    public enum Kind: Sendable {
      /// Printed as it stands, escapes such as `\$` included.
      case text
      /// `## to the end of the line` or `#* anything *#`.
      case comment
      /// `#[[printed as it stands]]#`.
      case unparsed
      /// `$name`, printed.
      case reference(Reference)
      /// `#set($target = value)`; a part that could not be read is missing.
      case set(target: Reference?, value: Expression?)
      /// `#if`, its `#elseif`s and its `#else`, in their order.
      case conditional([Branch])
      /// `#foreach($variable in list) … #end`; a part of the head that could not be read is missing.
      case foreach(variable: Reference?, list: Expression?, body: [Node])
      /// `#macro(name $a $b) … #end`.
      case macro(name: String, parameters: [Reference], body: [Node])
      /// `#define($target) … #end`.
      case define(target: Reference?, body: [Node])
      /// Any other directive, and the call of a macro of this template.
      case directive(name: String, arguments: [Expression])
    }
  }

  /// One arm of a conditional.
  public struct Branch: Sendable {
    /// The `#if(…)`, `#elseif(…)` or `#else` that opens the arm.
    public let range: Range<Int>
    /// What has to hold; missing for `#else` and where it could not be read.
    public let condition: Expression?
    public let body: [Node]
  }
}
