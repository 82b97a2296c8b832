import Diagnostics
import Spec

/// One known way to get an API wrong: its check, its explanation and its tests in one value.
public struct Rule: Sendable {
  public let id: RuleID
  public let severity: Severity
  /// A few words, as a heading.
  public let title: String
  /// What AWS does otherwise.
  public let why: String
  /// Where that is written: an address of AWS's documentation, or the tool that was asked.
  public let source: String
  /// Specs with the defect, each place marked with `↓`.
  public var bad: [Example] { makeBad() }
  /// Specs without it: the nearest legal twins.
  public var good: [Example] { makeGood() }
  public let check: Check

  /// Examples are made when they are asked for: a run that only checks pays nothing for them.
  private let makeBad: @Sendable () -> [Example]
  private let makeGood: @Sendable () -> [Example]

  public init(
    _ id: RuleID, _ title: String, severity: Severity = .error, why: String, source: String,
    bad: @autoclosure @escaping @Sendable () -> [Example], good: @autoclosure @escaping @Sendable () -> [Example],
    check: Check
  ) {
    (self.id, self.severity, self.title, self.why, self.source) = (id, severity, title, why, source)
    (makeBad, makeGood, self.check) = (bad, good, check)
  }
}

/// What a rule looks at. A rule for a part is asked once for every such part.
public enum Check: Sendable {
  /// Found before rules run: while the text is read or decoded, or when the template's names are known.
  case elsewhere
  case spec(@Sendable (inout Findings) -> Void)
  case function(@Sendable (Named<Function>, inout Findings) -> Void)
  case vpcLink(@Sendable (Named<VpcLink>, inout Findings) -> Void)
  case apiKey(@Sendable (Named<ApiKey>, inout Findings) -> Void)
  case usagePlan(@Sendable (Named<UsagePlan>, inout Findings) -> Void)
  case domainName(@Sendable (Named<DomainName>, inout Findings) -> Void)
  case api(@Sendable (ResolvedAPI, inout Findings) -> Void)
  case authorizer(@Sendable (Named<Authorizer>, ResolvedAPI, inout Findings) -> Void)
  case stage(@Sendable (Named<Stage>, ResolvedAPI, inout Findings) -> Void)
  /// CORS options wherever they are written.
  case cors(@Sendable (Located<CORSOptions>, ResolvedAPI, inout Findings) -> Void)
  /// Whatever stands where a model has a schema, or a schema another one.
  case schema(@Sendable (Schema, ModelSchemas, inout Findings) -> Void)
  /// Only methods with all of the traits are looked at.
  case operation(with: Traits = [], @Sendable (Operation, ResolvedAPI, inout Findings) -> Void)
  /// An integration that is written out, with the method that uses it; one of a default comes once for every method
  /// that inherits it, and what is found twice at one place is reported once. Only methods with all of the traits are
  /// looked at.
  case integration(with: Traits = [], @Sendable (Integration, Operation, ResolvedAPI, inout Findings) -> Void)
  /// A mapping template that is more than plain JSON, once with all methods that use it.
  case template(@Sendable (BodyTemplate, inout Findings) -> Void)
}

/// A piece of spec that shows a rule at work, and tests it.
public struct Example: Sendable {
  /// What it shows, in a few words.
  public let title: String
  /// A whole spec; `↓` stands just before every place where the rule must report.
  public let spec: String
  /// Where the example is written, so that a failing one is found.
  public let file: String
  public let line: Int

  public init(_ title: String, _ spec: String, file: String = #fileID, line: Int = #line) {
    (self.title, self.spec, self.file, self.line) = (title, spec, file, line)
  }
}
