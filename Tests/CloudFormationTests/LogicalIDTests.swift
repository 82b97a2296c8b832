import Testing

@testable import CloudFormation

@Suite struct LogicalIDTests {
  @Test(arguments: [
    (LogicalID.Role.itself, "Shop"),
    (.resource(path: ["items"]), "Shop0Items"),
    (.resource(path: ["items", "{id}"]), "Shop0Items0vid"),
    (.resource(path: ["files", "{proxy+}"]), "Shop0Files0gproxy"),
    (.resource(path: ["Items"]), "Shop0uItems"),
    (.resource(path: ["gET"]), "Shop0ugET"),
    (.resource(path: ["get"]), "Shop0Get"),
    (.resource(path: ["v1.0"]), "Shop0V10x2e00"),
    (.resource(path: ["10"]), "Shop0u100"),
    (.resource(path: []), "Shop0root"),
    (.method(path: [], verb: "ANY"), "Shop0ANY"),
    (.method(path: ["items", "{id}"], verb: "GET"), "Shop0Items0vid0GET"),
    (.permission(path: ["items"], verb: "GET", stage: "prod"), "Shop0Items0GET0permissionprod"),
    (.permission(path: ["items"], verb: "GET", stage: nil), "Shop0Items0GET0anystage"),
    (.testPermission(path: ["items"], verb: "GET"), "Shop0Items0GET0test"),
    (.methodValidator(path: ["items"], verb: "GET"), "Shop0Items0GET0requestvalidator"),
    (.methodRole(path: ["items"], verb: "GET"), "Shop0Items0GET0role"),
    (.methodPolicy(path: ["items"], verb: "GET"), "Shop0Items0GET0policy"),
    (.functionPermission("listItems"), "Shop0invokelistItems"),
    (.authorizer("MyAuthorizer"), "Shop0authorizerMyAuthorizer"),
    (.authorizerPermission("MyAuthorizer"), "Shop0authorizerMyAuthorizer0permission"),
    (.authorizerPolicy("MyAuthorizer"), "Shop0authorizerMyAuthorizer0policy"),
    (.stage("prod"), "Shop0stageprod"),
    (.deployment(hash: "1f2e"), "Shop0deployment1f2e"),
    (.model("Item"), "Shop0modelItem"),
    (.requestValidator("Body"), "Shop0requestvalidatorBody"),
    (.gatewayResponse("DEFAULT_4XX"), "Shop0responseDEFAULT0x5f4XX"),
    (.account, "Shop0account"),
    (.cloudWatchRole, "Shop0cloudwatchrole"),
    (.role, "Shop0role"),
    (.version(hash: "ab"), "Shop0lambdaversionab"),
    (.alias("live"), "Shop0aliaslive"),
    (.mapping(api: "Two", basePath: "two/v1"), "Shop0mappingTwo0basepathtwo0x2fv1"),
    (.planKey("Partner"), "Shop0keyPartner"),
  ])
  func `Each role of an owner has its readable name`(role: LogicalID.Role, text: String) {
    #expect(LogicalID(role, of: "Shop").text == text)
    #expect(LogicalIDDecoder.decode(text) == .init(role: role, owner: "Shop"))
  }

  @Test func `An owner with a zero stays verbatim at the start and is told by its length`() {
    #expect(LogicalID(.itself, of: "Shop0Items").text == "Shop0Items")
    #expect(LogicalID(.resource(path: ["a"]), of: "Shop0Items").text == "Shop0Items0A0n10")
    #expect(LogicalID(.resource(path: ["items", "a"]), of: "Shop").text == "Shop0Items0A")
  }

  @Test func `A given name stands as it is`() {
    #expect(LogicalID(given: "LegacyApi0").text == "LegacyApi0")
  }

  @Test func `Paths that look alike have different names`() {
    let paths = [
      ["a-b", "c"], ["a", "b-c"], ["a", "b", "c"], ["{id}"], ["id"], ["Id"], ["{id+}"], ["{Id}"], ["foo_bar"],
      ["fooBar"], ["foo", "bar"], ["foobar"], ["foo", "Bar"], ["\u{e9}"], ["e\u{301}"], ["vid"], ["uid"], ["gid"],
      ["0x2d"], ["-"], ["0"], ["00"], ["u0"], [""], ["", ""], ["{}"], ["{+}"], ["{++}"], ["{"], ["}"], ["GET"],
      ["gET"], ["get"], ["uGET"], ["stageprod"], ["root"], ["roleX"], ["authorizer", "A"], ["authorizerA"],
      ["n4"], ["h"], ["x2d"], [String(repeating: "a", count: 300)], [String(repeating: "a", count: 301)],
    ]
    var names = Set<String>()
    for path in paths {
      for role in [LogicalID.Role.resource(path: path), .method(path: path, verb: "GET")] {
        let name = LogicalID(role, of: "Shop").text
        #expect(names.insert(name).inserted, "\(path)")
        #expect(name.utf8.count <= 255)
        #expect(name.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) })
      }
    }
  }

  @Test func `Every name of hostile words is read back as the role, words and owner it was made of`() {
    var words = HostileWords(seed: 0x5eed)
    var seen: [String: LogicalIDDecoder.Decoded] = [:]
    for _ in 0..<30_000 {
      let owner = words.owner()
      let role = words.role()
      let name = LogicalID(role, of: owner).text
      words.remember(name)
      guard !name.contains("cut0h") else { continue }
      let made = LogicalIDDecoder.Decoded(role: role, owner: owner)
      let read = LogicalIDDecoder.decode(name)
      #expect(read.map(Exact.init) == Exact(made), "\(name)")
      if let other = seen.updateValue(made, forKey: name) { #expect(Exact(other) == Exact(made)) }
    }
    #expect(seen.count > 20_000)
  }

  @Test func `Role words are free of each other as prefixes and of the marks of segments`() {
    let words = LogicalIDBuilder.Word.allCases.map(\.rawValue)
    for word in words {
      #expect(!"ghnuvx".utf8.contains(word.utf8.first ?? 0))
      #expect(word.utf8.allSatisfy { (97...122).contains($0) })
      #expect(words.filter { $0.hasPrefix(word) } == [word])
    }
  }
}

@Suite struct LongLogicalIDTests {
  @Test func `Exactly 255 characters stay`() {
    let name = LogicalID(.resource(path: ["a" + String(repeating: "b", count: 249)]), of: "Shop").text
    #expect(name == "Shop0A" + String(repeating: "b", count: 249))
    #expect(name.utf8.count == 255)
  }

  @Test func `What is longer is cut and tells itself by the hash of the whole`() {
    let long = String(repeating: "b", count: 250)
    let first = LogicalID(.resource(path: ["a" + long]), of: "Shop").text
    let second = LogicalID(.resource(path: ["a" + long + "b"]), of: "Shop").text
    var hash = MurmurHash3()
    Array(("Shop0A" + long).utf8).withUnsafeBytes { hash.update($0) }
    #expect(first == "Shop0A" + String(repeating: "b", count: 194) + "cut0h" + MurmurHash3.hexadecimal(hash.finished()))
    #expect(first != second)
    #expect(first.utf8.count == 237)
  }

  @Test func `No word can imitate a cut name, wherever the cut falls`() {
    for shift in 0..<6 {
      let word = "a" + String(repeating: "b", count: 180 + shift) + "000--0-" + String(repeating: "c", count: 99)
      let cut = LogicalID(.resource(path: [word]), of: "Shop").text
      #expect(cut.contains("cut0h"))
      #expect(LogicalIDDecoder.decode(cut) == nil)
    }
  }

  @Test func `A short name cannot end as a cut one does`() {
    let name = LogicalID(.resource(path: ["cut0h" + String(repeating: "a", count: 40)]), of: "Shop").text
    #expect(name == "Shop0Cut00h" + String(repeating: "a", count: 40))
  }
}

/// Swift holds composed and decomposed letters for equal; names do not.
private struct Exact: Hashable {
  private let text: [Unicode.Scalar]

  init(_ decoded: LogicalIDDecoder.Decoded) {
    text = Array("\(decoded)".unicodeScalars)
  }
}
