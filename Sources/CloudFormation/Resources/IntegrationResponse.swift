/// How one kind of the backend's answers becomes a method response.
public struct IntegrationResponse: PropertyType {
  /// `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`.
  public var contentHandling: Value?
  /// `method.response.header.…` → the expression that fills it.
  public var responseParameters: [Member]?
  /// Content type → the mapping template.
  public var responseTemplates: [Member]?
  /// The pattern that the backend's status or error message must match.
  public var selectionPattern: Value?
  /// The status of the method response, as text.
  public var statusCode: Value

  /// Takes required properties first, then the optional ones in alphabetical order.
  public init(
    statusCode: Value,
    contentHandling: Value? = nil,
    responseParameters: [Member]? = nil,
    responseTemplates: [Member]? = nil,
    selectionPattern: Value? = nil
  ) {
    self.statusCode = statusCode
    self.contentHandling = contentHandling
    self.responseParameters = responseParameters
    self.responseTemplates = responseTemplates
    self.selectionPattern = selectionPattern
  }

  public func write(to writer: inout PropertyWriter) {
    writer.add(.contentHandling, contentHandling)
    writer.add(.responseParameters, responseParameters)
    writer.add(.responseTemplates, responseTemplates)
    writer.add(.selectionPattern, selectionPattern)
    writer.add(.statusCode, statusCode)
  }
}
