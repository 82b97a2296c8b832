/// The names that a resource refers to: what CloudFormation makes before it.
public struct ResourceReferences {
  /// In the order written, with repetitions; parameters and pseudo parameters among them.
  public private(set) var names: [String] = []

  /// Goes over all that stands in the template for a resource.
  public init(of resource: TemplateResource) {
    let place = resource.place
    resource.form.read { reader in
      var reader = reader.part(place.body(in: reader), place.attributes)
      add(dependenciesOf: reader)
      while !reader.isAtEnd { addNext(of: &reader) }
    }
    resource.form.read(from: place.attributes, to: place.end) { add(dependencies: $0) }
  }

  /// The attribute of a resource as the user wrote it.
  private mutating func add(dependenciesOf resource: FormReader) {
    var reader = resource
    if reader.enters("DependsOn") { addTexts(&reader) }
  }

  private mutating func add(dependencies attributes: FormReader) {
    var reader = attributes
    while !reader.isAtEnd {
      let isList = reader.text().word == "DependsOn"
      if isList { addTexts(&reader) } else { reader.skipToken() }
    }
  }

  /// A text, or a list of them.
  private mutating func addTexts(_ reader: inout FormReader) {
    guard reader.tag == .list else {
      if reader.tag == .text { names.append(reader.text().word) }
      return
    }
    reader.skip()
    while reader.tag == .text { names.append(reader.text().word) }
    reader.skipToken()
  }

  /// Goes over a token, or over a whole reference.
  private mutating func addNext(of reader: inout FormReader) {
    guard reader.note != .plain else { return reader.skipToken() }
    switch reader.tag {
    case .ref: names.append(reader.text().word)
    case .attribute: names.append(reader.attribute().name.word)
    case .sub, .subOfFunctionUri, .subOfExecuteArn:
      add(placeholdersOf: String(decoding: reader.subText(), as: UTF8.self), but: [])
    case .object where reader.note == .function: addFunction(&reader)
    default: reader.skipToken()
    }
  }

  /// Goes over the beginning of a function as the user wrote it, as far as that is not like any other value.
  private mutating func addFunction(_ reader: inout FormReader) {
    reader.skip()
    switch (reader.text().word, reader.tag) {
    case ("Fn::GetAtt", .text): names.append(String(reader.text().word.prefix { $0 != "." }))
    case ("Fn::GetAtt", .list):
      reader.skip()
      if reader.tag == .text { names.append(reader.text().word) }
    case ("Fn::Sub", .list): addSub(&reader)
    default: break
    }
  }

  /// A text and the values that it has of its own.
  private mutating func addSub(_ reader: inout FormReader) {
    reader.skip()
    guard reader.tag == .text else { return }
    let text = reader.text().word
    add(placeholdersOf: text, but: Set(reader.tag == .object ? reader.memberNames : []))
  }

  /// `${Name}` and `${Name.Attribute}` in a substitution.
  private mutating func add(placeholdersOf text: String, but own: Set<String>) {
    for part in text.split(separator: "${", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: "}"), part.first != "!", !own.contains(String(part[..<end])) else { continue }
      names.append(String(part[..<end].prefix { $0 != "." }))
    }
  }
}
