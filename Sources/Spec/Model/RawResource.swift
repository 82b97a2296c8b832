import Document

/// A resource of CloudFormation's own, as it stands under `resources`.
public struct RawResource: Sendable {
  /// `AWS::SQS::Queue`; empty where the type is not a text.
  public let type: String
  public let body: FreeJSON
}

extension Kind where Value == RawResource {
  /// An object with a `Type`.
  public static let rawResource = Kind(.object(["Type"])) { node, reader in
    guard let body = Kind<FreeJSON>.freeObject.read(node, &reader) else { return nil }
    guard let type = reader.document.value("Type", in: node) else {
      reader.missingKey("Type", of: "a resource", in: node)
      return nil
    }
    reader.readAttributes(of: node)
    return RawResource(type: reader.document.string(type), body: body)
  }
}

extension Reader {
  /// Notes the names in a resource's attributes beside its properties: `Condition` and `DependsOn`.
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-product-attribute-reference.html
  fileprivate mutating func readAttributes(of resource: NodeID) {
    if let name = document.value("Condition", in: resource), isLiteral(name) {
      references.append(IntrinsicReference(name: document.string(name), form: .condition, node: name))
    }
    guard let others = document.value("DependsOn", in: resource) else { return }
    for name in document.items(others) + [others] where isLiteral(name) {
      references.append(IntrinsicReference(name: document.string(name), form: .dependency, node: name))
    }
  }
}
