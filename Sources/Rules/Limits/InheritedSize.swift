import Diagnostics
import Document
import Spec

/// What stands in the template once for each method, path or answer that has it: defaults, and the options of CORS.
///
/// So a spec of some KiB can ask for a template of gigabytes.
private struct InheritedSize {
  private let document: Document
  /// Bytes of compact JSON.
  private(set) var total = 0
  /// What is the longest of all.
  private(set) var longest = NodeID.none
  private var most = 0
  private var sizes: [NodeID: Int] = [:]
  private var last = (node: NodeID.none, size: 0)

  init(_ document: Document) { self.document = document }

  /// Counts a value once more.
  mutating func add(_ node: NodeID, times: Int = 1) {
    if node != last.node { last = (node, size(of: node)) }
    total += last.size * times
    if last.size > most { (most, longest) = (last.size, node) }
  }

  mutating func size(of node: NodeID) -> Int {
    if let size = sizes[node] { return size }
    let size = document.jsonSize(node)
    sizes[node] = size
    return size
  }
}

extension Findings {
  /// Four times what CloudFormation takes: of less, the finished template tells the size.
  private static let mostBytes = 4_000_000

  /// Reports a spec whose template would be larger than what is worth making, or looking at method by method.
  /// - Returns: whether it is one.
  mutating func refusesInheritedSize() -> Bool {
    var size = InheritedSize(spec.document)
    addFunctions(to: &size)
    for api in spec.apis {
      addIDs(of: api, to: &size)
      addDefaults(of: api, to: &size)
      if !api.corsOptions.isEmpty { addCORS(of: api, to: &size) }
    }
    guard size.total > Self.mostBytes else { return false }
    report(.inheritedSize(Self.mostBytes), atKeyOf: size.longest)
    return true
  }

  /// An existing function's ARN stands in each method that calls it; ordinary ones are not counted.
  private func addFunctions(to size: inout InheritedSize) {
    for function in spec.declarations.functions {
      guard let node = function.value.arn?.node, size.size(of: node) > 2_000 else { continue }
      size.add(node, times: spec.apis.reduce(0) { $0 + $1.operations.count })
    }
  }

  /// The IDs of an existing API stand in each of its paths and methods.
  private func addIDs(of api: ResolvedAPI, to size: inout InheritedSize) {
    let times = api.paths.nodes.count + api.operations.count
    if let node = api.api.restApiId?.node { size.add(node, times: times) }
    if let node = api.api.rootResourceId?.node { size.add(node, times: api.paths.nodes.count) }
  }

  private func addDefaults(of api: ResolvedAPI, to size: inout InheritedSize) {
    for operation in api.operations {
      if let node = operation.integration?.node, !isWritten(node, in: operation) { size.add(node) }
      let options = operation.options
      if let node = options.methodResponses?.node, !isWritten(node, in: operation) { size.add(node) }
      if let node = options.requestParameters?.node, !isWritten(node, in: operation) { size.add(node) }
      if let node = options.requestModels?.node, !isWritten(node, in: operation) { size.add(node) }
      if let node = options.authorizationScopes?.node, !isWritten(node, in: operation) { size.add(node) }
      if let node = options.operationName?.node, !isWritten(node, in: operation) { size.add(node) }
    }
  }

  private func addCORS(of api: ResolvedAPI, to size: inout InheritedSize) {
    let most = api.corsOptions.reduce(0) { max($0, size.size(of: $1.node)) }
    if most * api.paths.nodes.count > Self.mostBytes {
      for index in api.paths.nodes.indices {
        if let options = api.preflight(at: index) { size.add(options.node) }
      }
    }
    guard let options = api.api.cors else { return }
    var last: (integration: Integration, answers: Int)?
    for case let integration? in api.operations.lazy.map(\.integration) {
      let known = last.flatMap { $0.integration === integration ? $0.answers : nil }
      let answers = known ?? integration.answersWithOrigins
      last = (integration, answers)
      size.add(options.node, times: answers)
    }
  }
}

extension Integration {
  /// How many templates of answers pick the caller's origin.
  fileprivate var answersWithOrigins: Int {
    if isProxy { return 0 }
    return (options.integrationResponses?.value ?? []).reduce(0) {
      $0 + max(1, $1.value.responseTemplates?.value.count ?? 1)
    }
  }
}

extension Message {
  fileprivate static func inheritedSize(_ limit: Int) -> Message {
    Message(
      "LIM906",
      "with this in each place that has it the template has more than \(limit) bytes, CloudFormation takes 1000000",
      help: "move templates out of it, or split the API over stacks")
  }
}
