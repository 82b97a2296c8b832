import Document

/// What the paths below inherit: on an API and on every path.
public struct Defaults: TableDecodable {
  public var node = NodeID.none
  public var integration: Located<Integration>?
  public var methodOptions: Located<Shared<MethodOptions>>?
  public var corsPreflight: Located<CORSOptions>?

  public init() {}

  public static let table = Table<Defaults>(
    "defaults", doc: "What the paths below inherit.",
    [
      Field(
        "defaultIntegration", \.integration, .integration,
        doc: "The integration of methods that have none; replaced whole."),
      Field(
        "defaultMethodOptions", \.methodOptions, Kind<MethodOptions>.record.map(Shared.init),
        doc: "Options of methods, inherited key by key from the nearest level."),
      Field(
        "defaultCorsPreflightOptions", \.corsPreflight, .record,
        doc: "The preflight of every path from here down that has no `OPTIONS` of its own; replaced whole."),
    ])
}
