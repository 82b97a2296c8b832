import CloudFormation
import Diagnostics
import FuzzSupport
import Synthesizer

/// Builds any bytes as a spec: the whole program but for its files.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = bytes(start, count)
  let first = build(input)
  first.outcome.report.demandPlaces(in: first.outcome.sources)
  demand((first.outcome.template == nil) == first.outcome.report.hasErrors, "a spec has errors or a template")
  let again = build(input)
  demand(again.lines == first.lines && again.json == first.json, "the same spec gives the same")
  demandLineEnds(input, first)
  if let template = first.outcome.template { demandWhole(template, first.json) }
  return 0
}

private struct Result {
  let outcome: Outcome
  let lines: [String]
  let json: [UInt8]
}

private func build(_ input: [UInt8]) -> Result {
  let outcome = synthesize(input, name: "spec", files: FewFiles(), options: Options())
  return Result(
    outcome: outcome, lines: outcome.report.lines(in: outcome.sources),
    json: outcome.template.map { written($0, as: .json) } ?? [])
}

private func written(_ template: Template, as format: TemplateFormat) -> [UInt8] {
  var bytes: [UInt8] = []
  template.write(as: format) { bytes.append(contentsOf: $0) }
  return bytes
}

/// Whether lines end in LF or CRLF changes nothing, where no lone CR is a line end of its own and no NUL behind a line end
/// makes UTF-16 of it.
private func demandLineEnds(_ input: [UInt8], _ expected: Result) {
  guard !input.contains(0x0D), !input.contains(0) else { return }
  let other = build(input.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
  demand(other.json == expected.json, "line ends are not part of a spec's meaning")
  demand(other.lines == expected.lines, "line ends move nothing")
}

/// Both forms of the template are well-formed and mean the same, and nothing in it names what is not there.
private func demandWhole(_ template: Template, _ json: [UInt8]) {
  guard let tree = TemplateTree(json) else {
    return demand(exceedsReader(json), "the template is well-formed JSON, each name once")
  }
  guard let other = TemplateTree(written(template, as: .yaml)) else {
    preconditionFailure("the template is well-formed YAML")
  }
  demand(tree == other, "JSON and YAML mean the same")
  guard case .object(let sections) = tree, case .object(let resources)? = sections["Resources"] else {
    preconditionFailure("a template has resources")
  }
  var parameters: [String: TemplateTree] = [:]
  if case .object(let members)? = sections["Parameters"] { parameters = members }
  for name in tree.references { demand((resources[name] ?? parameters[name]) != nil, "'\(name)' is there") }
  for case .object(let resource) in resources.values {
    demand(dependencies(of: resource).allSatisfy { resources[$0] != nil }, "dependencies are there")
  }
}

private func dependencies(of resource: [String: TemplateTree]) -> [String] {
  switch resource["DependsOn"] {
  case .list(let names):
    names.compactMap { name in
      if case .string(let text) = name { return text }
      return nil
    }
  case .string(let name): [name]
  default: []
  }
}
