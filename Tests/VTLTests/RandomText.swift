/// Texts no person would write: pieces of the grammars between random bytes, the same ones in every run.
struct RandomText {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let pieces = [
    "method.request.", "integration.response.", "header.", "multivalueheader.", "querystring.", "path.", "body",
    "stageVariables.", "context.", "identity.sourceIp", "'", "\"", "$", "${", "{", "}", "$!", ".", ",", " ", "\t", "/",
    ";", "=", "\\", "é", "😀", "application", "json", "X", "-", "+", "#", "#set", "#if", "#end", "#foreach", "(", ")",
    "[", "]", "$x", "in", "==", "&&", "|", "#*", "*#", "##", "\n", "..", "1", "true", ":", "\u{0}", "@", "#{else}",
    "#[[", "]]#", "!", "<", "#macro", "$input.path('$.a')",
    "method.request.header.X", "integration.response.body", "context.stage", "'text'", "text/plain",
  ]

  mutating func next() -> String {
    var bytes: [UInt8] = []
    for _ in 0...number(below: 9) {
      if number(below: 5) == 0 {
        bytes.append(UInt8(truncatingIfNeeded: number(below: 256)))
      } else {
        bytes += Self.pieces[number(below: Self.pieces.count)].utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
