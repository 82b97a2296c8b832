import VTL

/// The places where a template puts a part of the request between the quotes of a JSON text as it came.
struct UnescapedInput {
  /// UTF-8 ranges in the template.
  private(set) var places: [Range<Int>] = []
  private var isInText: Bool
  private let template: MappingTemplate

  /// - Parameter isText: whether the whole template stands between quotes, as a value of a mapping does.
  init(in text: String, isText: Bool = false) {
    (template, isInText) = (MappingTemplate(parsing: text), isText)
    visit(template.nodes)
  }

  private mutating func visit(_ nodes: [MappingTemplate.Node]) {
    for node in nodes {
      switch node.kind {
      case .text, .unparsed: read(node.range)
      case .reference(let reference): if isInText, reference.isRawInput { places.append(reference.range) }
      case .conditional(let branches): visit(branches)
      case .foreach(_, _, let body): visit(body)
      case .comment, .set, .macro, .define, .directive: break
      }
    }
  }

  /// Every branch starts where the first does.
  private mutating func visit(_ branches: [MappingTemplate.Branch]) {
    let start = isInText
    for branch in branches {
      isInText = start
      visit(branch.body)
    }
  }

  private mutating func read(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      switch template.bytes[at] {
      case UInt8(ascii: "\\") where isInText: at += 2
      case UInt8(ascii: "\""):
        isInText.toggle()
        at += 1
      default: at += 1
      }
    }
  }
}

extension MappingTemplate.Reference {
  /// `$input.params('q')` or `$input.path('$.q')`, with nothing done to it.
  fileprivate var isRawInput: Bool {
    guard name == "input", case .method(let first, _)? = steps.first?.kind, first == "params" || first == "path" else {
      return false
    }
    return steps.dropFirst().allSatisfy { step in
      if case .method(let name, _) = step.kind { name == "get" } else { true }
    }
  }
}
