import Spec

/// Writes the sections of a page; knows where the other records are described.
struct ReferenceText {
  /// Record → the address of its section.
  let addresses: [String: String]

  func text(of section: ReferenceSection) -> String {
    for key in Array(section.properties.keys) + Array(section.effects.keys) {
      precondition(section.keys.contains(key), "'\(section.heading)' speaks of '\(key)', which no row has")
    }
    let head = "## \(section.heading)\n\n"
    switch section.record {
    case .table(let table): return head + table.doc + source(section) + rows(of: table, section)
    case .union(let union): return head + union.shared.doc + source(section) + rows(of: union, section)
    }
  }

  private func source(_ section: ReferenceSection) -> String {
    guard let resource = section.resource else { return "\n\n" }
    let words = resource.split(separator: ":").dropFirst().map { $0.lowercased() }.joined(separator: "-")
    let address = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-\(words).html"
    let place = section.place.isEmpty ? "" : ", there `\(section.place)`"
    return "\n\nCloudFormation: [`\(resource)`](\(address))\(place).\n\n"
  }

  private func rows(of union: UnionDescription, _ section: ReferenceSection) -> String {
    let shared = Markdown.table(Self.head, ([union.tagRow] + union.shared.rows).map { row($0, "", section) })
    return shared
      + union.cases.map { each in
        let title = "\n### `\(union.tag): \(each.word)`\n\n\(each.table.doc)\n\n"
        let rows = each.table.rows.map { row($0, "\(each.word).", section) }
        return title + (rows.isEmpty ? "No keys of its own.\n" : Markdown.table(Self.head, rows))
      }.joined()
  }

  private func rows(of table: TableDescription, _ section: ReferenceSection) -> String {
    let rows = table.rows.map { row($0, "", section) }
    let others = table.others.map { others in
      let name = others.names.map { "`\($0)`" }.joined(separator: ", ")
      let effect = section.effects[others.names.first ?? ""] ?? "the same with a capital"
      return [name, words(others.shape), "", effect, others.ignoresCase ? "In any case." : "Taken as it stands."]
    }
    let extensions = table.takesExtensions ? "\nKeys that start with `x-` are ignored: a place for anchors.\n" : ""
    return Markdown.table(Self.head, rows + (others.map { [$0] } ?? [])) + extensions
  }

  private static let head = ["key", "value", "default", "becomes", "meaning"]

  private func row(_ row: TableDescription.Row, _ prefix: String, _ section: ReferenceSection) -> [String] {
    [
      row.required ? "**`\(row.name)`**" : "`\(row.name)`", words(row.shape),
      row.required ? "required" : row.standard.map { "`\($0)`" } ?? "",
      effect(row.name, prefix, section), row.doc,
    ]
  }

  /// What becomes of a key: a property of the resource, or what the section says.
  private func effect(_ key: String, _ prefix: String, _ section: ReferenceSection) -> String {
    let name = prefix + key
    if let words = section.effects[name] { return words }
    if key == "logicalId" { return "the resource's logical ID" }
    if let property = section.properties[name] { return "`\(property)`" }
    guard section.resource != nil else { return "" }
    return "`\(section.place.isEmpty ? "" : section.place + ".")\(key.prefix(1).uppercased())\(key.dropFirst())`"
  }
}

extension ReferenceText {
  /// A value in words, with links to where it is described.
  func words(_ shape: Shape) -> String {
    switch shape {
    case .text(let words), .name(let words, _): words
    case .integer(let range) where range == 0...(.max): "whole number"
    case .integer: shape.words.hasPrefix("a ") ? String(shape.words.dropFirst(2)) : shape.words
    case .number: "number"
    case .boolean: "`true` or `false`"
    case .duration(let range): "[duration](values.md#durations)\(Self.limits(range))"
    case .size: "[size](values.md#sizes)"
    case .statusCode: "status code"
    case .choice(let names): Markdown.choice(names)
    case .list(let item): "list: \(words(item))"
    case .map(let names, let item): "mapping: \(names.words) → \(words(item))"
    case .record(let table): link(table().name)
    case .union(let union): link(union().shared.name)
    case .either(let first, .intrinsic): "\(words(first)) [⨍](values.md#intrinsics)"
    case .either(.list, let item): "\(words(item)), or a list of such"
    case .either(.text, .free): "[template](values.md#templates)"
    case .either(let first, let second): "\(words(first)), or \(words(second))"
    case .intrinsic: "[intrinsic](values.md#intrinsics)"
    case .free: "[JSON](values.md#free-json)"
    case .object: "[JSON object](values.md#free-json)"
    }
  }

  private static func limits(_ range: ClosedRange<Int>) -> String {
    guard range.upperBound < .max else { return "" }
    return " of \(range.lowerBound / 1000)s to \(range.upperBound / 1000)s"
  }

  private func link(_ record: String) -> String {
    guard let address = addresses[record] else { preconditionFailure("no page describes '\(record)'") }
    return "[\(record)](\(address))"
  }
}
