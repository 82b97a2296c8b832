import Document
import Testing

@testable import Spec

/// Recognising intrinsics and reading their arguments.
@Suite struct IntrinsicTests {
  /// Each function's argument, and the references in it.
  static let functions: [(name: String, argument: String, references: [String])] = [
    ("Ref", "X", ["ref X"]), ("Fn::GetAtt", "X.Arn", ["attribute X Arn"]),
    ("Fn::GetAtt", "[X, Arn]", ["attribute X Arn"]),
    ("Fn::GetAtt", "X.Outputs.Url", ["attribute X Outputs.Url"]),
    ("Fn::Sub", "\"${X}-${X.Arn}-${AWS::Region}-${!X}-$X\"", ["ref X", "attribute X Arn", "ref AWS::Region"]),
    ("Fn::Sub", "[\"${Own}-${X}\", { Own: !Ref Y }]", ["ref Y", "ref X"]),
    ("Fn::Join", "[\"-\", [a, !Ref X]]", ["ref X"]), ("Fn::Select", "[1, !Ref X]", ["ref X"]),
    ("Fn::Split", "[\",\", !Ref X]", ["ref X"]), ("Fn::ImportValue", "shared", []),
    ("Fn::FindInMap", "[Sizes, !Ref X, small]", ["mapping Sizes", "ref X"]),
    ("Fn::FindInMap", "[Sizes, a, b, { DefaultValue: !Ref X }]", ["mapping Sizes", "ref X"]),
    ("Fn::If", "[IsProd, !Ref X, { Fn::GetAtt: [Y, Arn] }]", ["condition IsProd", "ref X", "attribute Y Arn"]),
    ("Fn::Equals", "[a, !Ref X]", ["ref X"]),
    ("Fn::And", "[!Condition A, { Condition: B }]", ["condition A", "condition B"]),
    ("Fn::Or", "[!Condition A, !Equals [a, b]]", ["condition A"]), ("Fn::Not", "[!Condition A]", ["condition A"]),
    ("Fn::Not", "[{ Condition: A }]", ["condition A"]),
    ("Condition", "A", ["condition A"]), ("Fn::Base64", "text", []), ("Fn::Cidr", "[10.0.0.0/16, 2, 8]", []),
    ("Fn::GetAZs", "us-east-1", []), ("Fn::Transform", "{ Name: M, Parameters: { P: 1 } }", []),
    ("Fn::Length", "[a, b]", []), ("Fn::ToJsonString", "{ a: !Ref X }", ["ref X"]),
    ("Fn::GetStackOutput", "{ StackName: a }", []),
  ]

  @Test("both spellings are read alike", arguments: functions)
  func spellings(name: String, argument: String, references: [String]) {
    let short = Decoding("!\(name.replacing("Fn::", with: "")) \(argument)", as: Self.kind)
    #expect(short.findings == [] && short.value?.isDeferred == true)
    #expect(short.referenceWords == references)
    guard name != "Condition" else { return }
    let long = Decoding("{ \(name): \(argument) }", as: Self.kind)
    #expect(long.findings == [] && long.value?.isDeferred == true)
    #expect(long.referenceWords == references)
  }

  @Test(
    "a wrong number or sort of arguments is an error",
    arguments: [
      "!Ref []", "!Ref \"\"", "!Ref { a: 1 }", "!GetAtt X", "!GetAtt .Arn", "!GetAtt X.", "!GetAtt [X]",
      "!GetAtt [X, Y, Z]",
      "!GetAtt [[X], Arn]", "!GetAtt {}", "!Sub []", "!Sub [a]", "!Sub [a, b]", "!Sub [[a], {}]", "!Sub \"${X\"",
      "!Sub { a: 1 }",
      "!Join a", "!Join [a]", "!Join [a, [b], c]", "!Select [1]", "!Split [a]", "!FindInMap [a, b]", "!If [A, b]",
      "!If [A, b, c, d]", "!Equals [a]", "!And [a]", "!Or [a]", "!Not [a, b]", "!Not a", "!Cidr [a]", "!Condition []",
      "{ Ref: { Ref: X } }", "{ Ref: !Ref X }", "{ Fn::GetAtt: !Sub X.Arn }",
      "{ Fn::Sub: !Ref X }", "!Sub [!Ref X, {}]",
    ])
  func arguments(source: String) {
    let decoding = Decoding(source, as: Self.kind)
    #expect(decoding.value == nil && decoding.rules == ["SPEC103"], "\(decoding.findings)")
    #expect(decoding.reader.broken.contains(decoding.document.root))
  }

  @Test func theMessageSaysWhatTheFunctionTakes() {
    #expect(
      Decoding("!GetAtt X", as: Self.kind).findings == [
        "SPEC103 'Fn::GetAtt' takes a resource and its attribute, as in X.Arn"
      ])
    #expect(Decoding("!If [A, b]", as: Self.kind).findings == ["SPEC103 'Fn::If' takes a list of 3"])
    #expect(Decoding("!Cidr [a]", as: Self.kind).findings == ["SPEC103 'Fn::Cidr' takes a list of 2 to 3"])
    #expect(
      Decoding("!Sub \"a ${X\"", as: Self.kind).findings == [
        "SPEC103 '${' in a substitution is never closed (write '}' after the name, or '${!' for the text '${')"
      ])
  }

  @Test func mistakesInsideOfArgumentsAreFound() {
    let decoding = Decoding("!Join [\"-\", [!GetAtt X, { Fn::If: [A] }]]", as: Self.kind)
    #expect(
      decoding.value == nil && decoding.rules == ["SPEC103", "SPEC103"] && decoding.places == ["!GetAtt X", "[A]"])
  }

  @Test func aWarningInsideOfAnArgumentDropsNothing() {
    let decoding = Decoding("!Join [\"-\", [on, a]]", as: Self.kind)
    #expect(decoding.rules == ["SPEC143"] && decoding.value?.isDeferred == true)
  }

  @Test func anUnknownFunctionPassesWithAWarning() {
    let decoding = Decoding("{ Fn::GetAttr: [X, !Ref Y] }", as: Self.kind)
    #expect(decoding.value?.isDeferred == true && decoding.referenceWords == ["ref Y"])
    #expect(
      decoding.findings == [
        "SPEC142 'Fn::GetAttr' is no function that CloudFormation documents "
          + "(it goes into the template as it stands; check its spelling)"
      ])
    #expect(!decoding.hasErrors && decoding.places == ["Fn::GetAttr"])
  }

  @Test(
    "other mappings are no intrinsics",
    arguments: [
      "{ Ref: X, Also: Y }", "{}", "{ ref: X }", "{ FnGetAtt: X }", "{ Condition: A }", "{ A: { Ref: X } }",
    ])
  func mappings(source: String) {
    #expect(Decoding(source, as: Self.kind).rules == ["SPEC103"])
  }

  @Test func intrinsicsInFreeJSONAreFoundAtAnyDepth() {
    let decoding = Decoding(
      """
      Statement:
        - Resource: [!Sub "${X}/*", { Fn::GetAtt: [Y, Arn] }]
          Condition: { Bool: { a: true } }
      Ref: plain
      """, as: Kind<FreeJSON>.free)
    #expect(decoding.findings == [] && decoding.referenceWords == ["ref X", "attribute Y Arn"])
  }

  @Test func anIntrinsicMayGiveAWholeListOfValuesThatAreNotRead() {
    let kind = Kind.list(Kind<Deferrable<String>>.orIntrinsic(.text))
    let decoding = Decoding("!Split [\",\", !Ref X]", as: kind)
    #expect(decoding.findings == [] && decoding.referenceWords == ["ref X"])
    #expect(decoding.value?.count == 1 && decoding.value?.first?.node == decoding.node)
    #expect(Decoding("{ Ref: X }", as: Kind.list(Kind<Reference>.reference(to: "a thing", .function))).findings == [])
    #expect(
      Decoding("!Ref X", as: Kind.list(Kind<Int>.integer())).rules == ["SPEC103"])
    #expect(Decoding("!Split [a]", as: kind).rules == ["SPEC103"])
    #expect(Decoding("text", as: kind).findings == ["SPEC103 'key' must be a list, got 'text'"])
  }

  @Test func aReferenceIsANameAnARNOrAnIntrinsic() {
    let kind = Kind<Reference>.reference(to: "a function", .function)
    #expect(Decoding("Fn.version", as: kind).value == .name("Fn.version"))
    #expect(Decoding("arn:aws:lambda:eu-west-1:012345678901:function:f", as: kind).value?.name == nil)
    #expect(Decoding("!Ref F", as: kind).referenceWords == ["ref F"])
    #expect(Decoding("[]", as: kind).findings == ["SPEC103 'key' must be a function's name or ARN, got a list"])
    #expect(Decoding("", as: kind).rules == ["SPEC113"])
  }

  private static let kind = Kind<Deferrable<Int>>.orIntrinsic(.integer())
}

extension Deferrable {
  var isDeferred: Bool { known == nil }
}

extension Decoding {
  /// The names in intrinsics, in the order met.
  var referenceWords: [String] {
    reader.references.map { reference in
      switch reference.form {
      case .ref: "ref \(reference.name)"
      case .attribute(let attribute): "attribute \(reference.name) \(attribute ?? "?")"
      case .condition: "condition \(reference.name)"
      case .mapping: "mapping \(reference.name)"
      case .dependency: "dependency \(reference.name)"
      }
    }
  }
}
