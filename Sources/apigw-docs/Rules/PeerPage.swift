import Diagnostics
import Rules

extension Page {
  /// Which other tools report the defects of our rules.
  static var peers: Page {
    let rules = Catalogue.all.sorted { $0.id < $1.id }
    let ours = ["apigw-synth", "", String(rules.count)]
    let counts = Peer.all.map { peer in
      [peer.name, peer.version, String(rules.count { peer[$0.id] == .caught })]
    }
    let alone = rules.count { rule in Peer.all.allSatisfy { $0[rule.id] != .caught } }
    let head = """
      Each tool was given a template or a program with the one defect that a rule is about, and what it said was noted:
      *caught* where it reports the defect as an error or a warning, *silent* where it does not, nothing where it was not
      tried or cannot be told of the defect. \(alone) of the defects no other tool was seen to report. Rules that judge the text of a
      spec (its keys, its YAML) have their like in every tool that reads text.


      """
    let rows = rules.map { rule in
      [rule.id.description, rule.title] + Peer.all.map { word(for: $0[rule.id]) }
    }
    return Page(
      "rules/peers.md", "Who catches what", from: "the catalogue of rules and what was observed of other tools",
      head + Markdown.table(["tool", "version", "defects caught"], [ours] + counts) + "\n"
        + Markdown.table(["rule", "about"] + Peer.all.map(\.name), rows))
  }

  private static func word(for finding: Peer.Finding) -> String {
    switch finding {
    case .caught: "caught"
    case .silent: "silent"
    case .unknown: ""
    }
  }
}
