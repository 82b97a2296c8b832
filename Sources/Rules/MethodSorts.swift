import Spec

/// The methods of an API by what they have: most are of a few sorts, and what is asked about a sort is sorted out once.
///
/// Holds integrations without counting who holds them, which their methods do: each is handed to some dozen checks, and to
/// count that for methods and integrations took an eighth of all that the rules do.
struct MethodSorts {
  struct Sort {
    let traits: Traits
    fileprivate(set) var operations: [Operation] = []
    fileprivate(set) var integrations: [(integration: Unmanaged<Integration>, operation: Operation)] = []
  }

  /// In the order in which they come first.
  private(set) var sorts: [Sort] = []
  private var indexes: [Traits: Int] = [:]

  /// - Parameters:
  ///   - operations: methods that live longer than this.
  ///   - traits: in step with them, what each has.
  init(_ operations: [Operation], _ traits: [Traits]) {
    for (operation, traits) in zip(operations, traits) {
      let sort = index(of: traits)
      sorts[sort].operations.append(operation)
      if let integration = operation.integration {
        sorts[sort].integrations.append((.passUnretained(integration), operation))
      }
    }
  }

  /// Nearly all APIs have few sorts, which are found without a hash.
  private mutating func index(of traits: Traits) -> Int {
    if let known = sorts.prefix(8).firstIndex(where: { $0.traits == traits }) ?? indexes[traits] { return known }
    indexes[traits] = sorts.count
    sorts.append(Sort(traits: traits))
    return sorts.count - 1
  }
}
