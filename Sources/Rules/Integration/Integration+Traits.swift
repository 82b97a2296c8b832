import Spec

extension Integration {
  var isHTTP: Bool {
    if case .http = backend { true } else { false }
  }

  /// Whether the answer is passed on while it comes in.
  var isStreamed: Bool { options.responseTransferMode?.known() == .stream }

  /// Whether the backend is reached through a VPC link.
  var usesLink: Bool {
    options.vpcLink != nil || options.connectionType?.value == .vpcLink
  }

  /// The whole answer of a mock in one entry, where it is written so.
  var mockResponse: Located<MockResponse>? {
    if case .mock(let mock) = backend { mock.response } else { nil }
  }
}

extension ResolvedAPI {
  /// The endpoint type; nil where only AWS knows it.
  var endpointType: EndpointType? {
    guard let types = api.endpointTypes else { return isImported ? nil : .edge }
    return types.value.first?.known()
  }
}

extension Duration {
  /// The duration as a spec writes it.
  var words: String { milliseconds % 1000 == 0 ? "\(seconds)s" : "\(milliseconds)ms" }
}
