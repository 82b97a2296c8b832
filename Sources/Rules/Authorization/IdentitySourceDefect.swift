import Document
import Spec
import VTL

/// What is wrong with an identity source, sorted by the rule that says so.
enum IdentitySourceDefect {
  case empty
  /// `$request.header.X`; with the REST API's form where it is plain.
  case httpAPIForm(suggestion: String?)
  /// A context variable that has no value before authorization.
  case context(String)
  /// Not one header, where one is all that is read.
  case notAHeader
  /// No identity source; with the one that was meant where it is plain.
  case grammar(suggestion: String?)
}

extension Findings {
  /// All that is wrong with an authorizer's identity sources, at their places; nothing of one with a key or value that
  /// could not be read.
  func identitySourceDefects(of authorizer: Authorizer) -> [Located<IdentitySourceDefect>] {
    authorizer.identitySourceDefects { spec.isWhole($0.node) }
  }
}

extension Authorizer {
  fileprivate func identitySourceDefects(isWhole: (TypedIdentitySource) -> Bool) -> [Located<IdentitySourceDefect>] {
    if case .request = source {} else { return headerDefects(isWhole: isWhole) }
    return entries.flatMap { entry -> [Located<IdentitySourceDefect>] in
      switch entry.value {
      case .intrinsic: []
      case .expression(let text):
        IdentitySourceList(parsing: text).problems.map { Located(IdentitySourceDefect($0), at: entry.node) }
      case .typed(let typed): isWhole(typed) ? typed.defects(at: entry.node) : []
      }
    }
  }

  /// The identity sources that are right.
  var identitySources: [Located<IdentitySource>] {
    entries.flatMap { entry -> [Located<IdentitySource>] in
      switch entry.value {
      case .intrinsic: []
      case .expression(let text):
        IdentitySourceList(parsing: text).entries.map { Located($0.source, at: entry.node) }
      case .typed(let typed):
        typed.expressions.compactMap { text in
          (try? IdentitySource(parsing: text.value)).map { Located($0, at: text.node) }
        }
      }
    }
  }

  /// What a token or cognito authorizer has wrong: it reads one header.
  private func headerDefects(isWhole: (TypedIdentitySource) -> Bool) -> [Located<IdentitySourceDefect>] {
    guard let entry = entries.first else { return [] }
    switch entry.value {
    case .intrinsic: return []
    case .expression(let text):
      do throws(ExpressionProblem) {
        if case .header = try IdentitySource(parsing: text) { return [] }
        return [Located(.notAHeader, at: entry.node)]
      } catch {
        switch IdentitySourceDefect(error) {
        case .empty: return [Located(.empty, at: entry.node)]
        case .httpAPIForm(let suggestion): return [Located(.httpAPIForm(suggestion: suggestion), at: entry.node)]
        default: return [Located(.notAHeader, at: entry.node)]
        }
      }
    case .typed(let typed):
      guard isWhole(typed) else { return [] }
      let defects = typed.defects(at: entry.node)
      if !defects.isEmpty || typed.header != nil { return defects }
      return [Located(.notAHeader, at: entry.node)]
    }
  }

  private var entries: [Located<IdentitySourceEntry>] {
    switch source {
    case .request(let request): request.identitySources?.value ?? []
    case .token(let token): token.identitySource.map { [$0] } ?? []
    case .cognito(let cognito): cognito.identitySource.map { [$0] } ?? []
    }
  }
}

extension TypedIdentitySource {
  /// What is wrong with a source that is spelt out: it has one key, with a name that is legal there.
  fileprivate func defects(at node: NodeID) -> [Located<IdentitySourceDefect>] {
    let expressions = expressions
    guard expressions.count == 1 else { return [Located(.grammar(suggestion: nil), at: node)] }
    do throws(ExpressionProblem) {
      _ = try IdentitySource(parsing: expressions[0].value)
      return []
    } catch {
      let isEmpty = expressions[0].value.utf8.last == UInt8(ascii: ".")
      return [Located(isEmpty ? .empty : IdentitySourceDefect(error), at: expressions[0].node)]
    }
  }
}

extension IdentitySourceDefect {
  fileprivate init(_ problem: ExpressionProblem) {
    switch problem.kind {
    case .empty: self = .empty
    case .httpAPIForm, .dollarReference: self = .httpAPIForm(suggestion: problem.suggestion)
    case .unknownContextVariable(let name), .unavailableContextVariable(let name): self = .context(name)
    default: self = .grammar(suggestion: problem.suggestion)
    }
  }
}
