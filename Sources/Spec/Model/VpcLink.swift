import Document

/// A link to a network load balancer inside a VPC, made here or existing (`vpcLinkId`).
public struct VpcLink: TableDecodable {
  public var node = NodeID.none
  public var targets: Located<[Located<Reference>]>?
  public var vpcLinkName: Located<Deferrable<String>>?
  public var description: Located<Deferrable<String>>?
  public var vpcLinkId: Located<Deferrable<String>>?
  public var tags: Located<[Named<Deferrable<String>>]>?
  public var logicalId: Located<String>?

  public init() {}

  public static let table = Table<VpcLink>(
    "a VPC link", doc: "A link to a network load balancer inside a VPC.",
    [
      Field(
        "targets", \.targets, .list(.reference(to: "a network load balancer", .loadBalancer)),
        doc: "The load balancer: its ARN or name."),
      Field(
        "vpcLinkName", \.vpcLinkName, .orIntrinsic(.text), doc: "The link's name; by default its name in the spec."),
      Field("description", \.description, .orIntrinsic(.text), doc: "A description."),
      Field("vpcLinkId", \.vpcLinkId, .orIntrinsic(.text), doc: "An existing link's ID, instead of all else."),
      Field("tags", \.tags, .tags, doc: "Tags of the link."),
      Field("logicalId", \.logicalId, .logicalID, doc: "Fixes the link's logical ID."),
    ])
}
