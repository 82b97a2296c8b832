import Document
import Testing

@testable import Spec

/// The loop that reads records by their tables.
@Suite struct EngineTests {
  @Test func aRecordThatNestsInItselfIsReadAndDescribed() {
    let decoding = Decoding(
      """
      label: root
      branches: [{ label: first, branches: [{ label: deep }] }]
      children:
        oak: { label: second, children: { twig: { label: third } } }
      """, as: Kind<Tree>.record)
    #expect(decoding.findings == [])
    #expect(decoding.value?.branches?.value.first?.value.branches?.value.first?.value.label?.value == "deep")
    #expect(decoding.value?.children.first?.value.children.first?.value.label?.value == "third")
    #expect(Kind<Tree>.record.shape.words == "a mapping (a tree)")
  }

  @Test func valuesKnowWhereTheyStandAndDefaultsStandNowhere() {
    let decoding = Decoding("{ label: here }", as: Kind<Tree>.record)
    let label = decoding.value?.label
    #expect(label.map { decoding.document.string(decoding.document.owner($0.node)) } == "label")
    #expect(decoding.value?.weight == Located(1, at: .none))
    #expect(decoding.value?.node == decoding.node)
  }

  @Test func nothingAtAllIsAnEmptyRecordWithItsKeysMissing() {
    #expect(Decoding("", as: Kind<Shade>.record).findings == [])
    #expect(Decoding("~", as: Kind<Shade>.record).value?.color == nil)
    let tree = Decoding("", as: Kind<Tree>.record)
    #expect(tree.findings == ["SPEC102 a tree needs 'label' (add 'label')"])
    #expect(tree.value != nil && tree.places == ["key"])
  }

  @Test("a value that is no mapping is refused where a record is wanted", arguments: ["7", "[]", "!Ref X", "{Ref: X}"])
  func noMapping(text: String) {
    let decoding = Decoding(text, as: Kind<Tree>.record)
    #expect(decoding.value == nil && decoding.rules == ["SPEC103"] && decoding.places == [text])
  }

  @Test(
    "an unknown key is reported with the nearest one",
    arguments: [
      ("lable", "label"), ("Label", "label"), ("LABEL", "label"), ("shade_color", "shadeColor"),
      ("ShadeColor", "shadeColor"),
      ("mork", "MARK"),
    ])
  func unknownKey(name: String, near: String) {
    let decoding = Decoding("{ label: x, \(name): 1 }", as: Kind<Tree>.record)
    #expect(
      decoding.findings == [
        "SPEC101 unknown key '\(name)' in a tree (did you mean '\(near)'?)"
      ])
    #expect(decoding.places == [name])
  }

  @Test func aRequiredKeyThatIsMisspeltIsNotMissingAsWell() {
    let decoding = Decoding("{ lable: x }", as: Kind<Tree>.record)
    #expect(decoding.rules == ["SPEC101"] && decoding.reader.broken.contains(decoding.node))
    #expect(Decoding("{ form: circle, radus: 3 }", as: Shape2D.kind).rules == ["SPEC101"])
    #expect(Decoding("{ zebra: x }", as: Kind<Tree>.record).rules == ["SPEC102", "SPEC101"])
  }

  @Test func anUnknownKeyThatIsNearNothingIsReportedWithAllThatThereAre() {
    let decoding = Decoding("{ radius: 1, zebra: 2 }", as: Kind<Circle>.record)
    #expect(decoding.findings == ["SPEC101 unknown key 'zebra' in a circle (allowed: radius)"])
  }

  @Test func extensionsAreIgnoredWhereTheyAreAllowed() {
    #expect(Decoding("{ label: x, x-anchors: [1], x-: 1 }", as: Kind<Tree>.record).rules == ["SPEC101"])
    #expect(Decoding("{ label: x, x-anchors: !Ref Nothing }", as: Kind<Tree>.record).findings == [])
    #expect(Decoding("{ x-anchors: 1 }", as: Kind<Shade>.record).rules == ["SPEC101"])
    let map = Kind.map("a name", Kind<Int>.integer(), extensions: true)
    #expect(Decoding("{ x-a: text, b: 1 }", as: map).value?.map(\.name) == ["b"])
    #expect(Decoding("{ x-a: text }", as: Kind.map("a name", Kind<Int>.integer())).rules == ["SPEC103"])
  }

  @Test func decodingGoesOnAfterEveryError() {
    let decoding = Decoding(
      """
      wieght: 3
      weight: heavy
      branches: [1, { label: kept }, { label: [] }]
      children:
        a: no
        b: { label: b, isDeep: yes }
      shadeColor: green
      """, as: Kind<Tree>.record)
    #expect(
      decoding.rules == [
        "SPEC102", "SPEC101", "SPEC103", "SPEC103", "SPEC103", "SPEC103", "SPEC103", "TEST1",
      ])
    #expect(decoding.places == ["key", "wieght", "heavy", "1", "[]", "no", "yes", "green"])
    #expect(decoding.value?.branches?.value.map(\.value.label?.value) == ["kept", nil])
    #expect(decoding.value?.children.map(\.name) == ["b"])
  }

  @Test func keysOfNoRowAreTakenUnderTheirNormalisedName() {
    let decoding = Decoding("{ label: x, mark: true }", as: Kind<Tree>.record)
    #expect(decoding.value?.marks.map(\.name) == ["MARK"] && decoding.findings == [])
  }

  @Test func whatCouldNotBeReadIsMarkedAsFarAsItsRecord() {
    let decoding = Decoding(
      """
      label: root
      branches: [{ label: bad, weight: x }, { label: good }]
      """, as: Kind<Tree>.record)
    let branches = decoding.value?.branches?.value ?? []
    #expect(branches.map { decoding.reader.broken.contains($0.value.node) } == [true, false])
    #expect(!decoding.reader.broken.contains(decoding.node))
  }

  @Test(
    "each sort of mistake marks its record",
    arguments: [
      "{ label: x, zebra: 1 }", "{ weight: 1 }", "{ label: [] }", "{ label: x, branches: [1] }",
      "{ label: x, isDeep: !Sub [a] }", "{ label: x, shadeColor: red }",
    ])
  func brokenMarks(text: String) {
    let decoding = Decoding(text, as: Kind<Tree>.record)
    #expect(decoding.reader.report.count(.error) == 1)
    #expect(decoding.reader.broken.contains(decoding.node))
  }

  @Test func aRecordReachedTwiceThroughAnAnchorIsReportedOnce() {
    let decoding = Decoding(
      """
      label: root
      branches: [&bad { label: x, weight: heavy }, *bad]
      """, as: Kind<Tree>.record)
    #expect(decoding.places == ["heavy"])
  }

  @Test func whatTheDocumentRefusedIsPassedOverInSilence() {
    let decoding = Decoding("{ label: !Unknown x, weight: !!int \"3\" }", as: Kind<Tree>.record)
    #expect(decoding.rules == ["SPEC107", "SPEC107"])
    #expect(decoding.reader.broken.contains(decoding.node))
  }
}

/// Unions by a tag, and values that are a scalar or a mapping.
@Suite struct UnionTests {
  @Test func theTagDecidesWhichKeysThereAre() {
    let decoding = Decoding("{ radius: 3, form: circle, name: sun }", as: Shape2D.kind)
    #expect(decoding.findings == [] && decoding.value?.options.name?.value == "sun")
    guard case .circle(let circle)? = decoding.value?.form else {
      Issue.record("the tag says circle")
      return
    }
    #expect(circle.radius.value == 3 && circle.node == decoding.node)
  }

  @Test func aKeyOfAnotherCaseSaysWhereItBelongs() {
    let one = Decoding("{ form: square, radius: 3 }", as: Shape2D.kind)
    #expect(
      one.findings == [
        "SPEC101 'radius' belongs to shapes of type circle, this one is square (delete it, or write another 'type')"
      ])
    #expect(one.places == ["radius"] && one.reader.broken.contains(one.node) && one.value != nil)
    let two = Decoding("{ form: circle, radius: 3, length: 3 }", as: Shape2D.kind)
    #expect(two.findings.first?.contains("belongs to shapes of type square or line, this one is circle") == true)
  }

  @Test func anUnknownKeyIsComparedWithOwnAndSharedKeys() {
    #expect(
      Decoding("{ form: circle, radius: 3, nam: x }", as: Shape2D.kind).findings == [
        "SPEC101 unknown key 'nam' in a circle (did you mean 'name'?)"
      ])
  }

  @Test func aMissingKeyOfTheCaseIsReportedAtTheOwner() {
    let decoding = Decoding("{ form: circle }", as: Shape2D.kind)
    #expect(decoding.findings == ["SPEC102 a circle needs 'radius' (add 'radius')"] && decoding.places == ["key"])
  }

  @Test func theTagMustBeThere() {
    #expect(Decoding("{ radius: 3 }", as: Shape2D.kind).findings == ["SPEC102 a shape needs 'form' (add 'form')"])
    #expect(Decoding("{}", as: Shape2D.kind).rules == ["SPEC102"])
    #expect(Decoding("", as: Shape2D.kind).rules == ["SPEC113"])
    #expect(Decoding("text", as: Shape2D.kind).rules == ["SPEC103"])
    #expect(Decoding("!Ref circle", as: Shape2D.kind).rules == ["SPEC103"])
  }

  @Test("the tag must be one of the words", arguments: ["circel", "[]", "!Ref circle", "{ Ref: circle }", "~"])
  func unknownTag(text: String) {
    let decoding = Decoding("{ form: \(text), radius: 3, zebra: 1 }", as: Shape2D.kind)
    #expect(decoding.value == nil && decoding.reader.report.count(.error) == 1 && decoding.places == [text])
  }

  @Test func aTagThatTheDocumentRefusedIsNotReportedAgain() {
    #expect(Decoding("{ form: !Unknown circle }", as: Shape2D.kind).rules == ["SPEC107"])
  }

  @Test func aScalarOrAMapping() {
    guard case .name("sun")? = Decoding("sun", as: Sketch.kind).value else {
      Issue.record("a scalar is a name")
      return
    }
    guard case .circle? = Decoding("{ radius: 2 }", as: Sketch.kind).value else {
      Issue.record("a mapping is a circle")
      return
    }
    #expect(Decoding("[]", as: Sketch.kind).findings == ["SPEC103 'key' must be a name, got a list"])
    #expect(
      Decoding("!Ref sun", as: Sketch.kind).findings == [
        "SPEC103 'key' must be a name, got an intrinsic "
          + "(the value must be known when the template is made: write it out)"
      ])
  }
}
