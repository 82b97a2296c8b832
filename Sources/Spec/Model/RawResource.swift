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
    return RawResource(type: reader.document.string(type), body: body)
  }
}
