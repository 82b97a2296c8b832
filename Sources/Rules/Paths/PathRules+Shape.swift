import Diagnostics
import Spec

extension PathRules {
  private static let createResource = "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html"

  /// The slashes of a path, and what is no path at all.
  static let shape: [Rule] = [
    Rule(
      "PATH501", "Characters that a path cannot have",
      why: "CreateResource answers \"Resource's path part only allow a-zA-Z0-9._-: …\"", source: createResource,
      bad: [Example("an at sign", spec("↓/orders@home"))], good: [Example("all that is taken", spec("/v1.2/_all:x-Y"))],
      // A path has one diagnostic: this check finds the defects of all the rules on single paths.
      check: .api { api, findings in
        for index in api.api.paths.indices {
          guard let defect = PathDefect(of: api.api.paths[index].name) else { continue }
          let path = api.api.paths[index]
          findings.report(.defect(defect, path.name), atKeyOf: path.node)
        }
        if let first = api.paths.cut.first(where: { !PathTree.isTooDeep(api.api.paths[$0].name) }) {
          findings.report(.tooManySegments, atKeyOf: api.api.paths[first].node)
        }
      }),
    Rule(
      "PATH502", "An empty segment", why: "CreateResource refuses an empty path part", source: createResource,
      bad: [Example("two slashes", spec("↓/orders//open"))], good: [Example("one slash", spec("/orders/open"))],
      check: .elsewhere),
    Rule(
      "PATH503", "A slash at the end", why: "a resource has no empty path part, so such a path cannot be made",
      source: createResource,
      bad: [Example("a trailing slash", spec("↓/orders/"))], good: [Example("the root", spec("/"))], check: .elsewhere),
    Rule(
      "PATH504", "A path without its first slash", why: "paths of a spec are absolute: the root is '/'",
      source: "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_apigateway.Resource.html",
      bad: [Example("a relative path", spec("↓orders"))], good: [Example("absolute", spec("/orders"))],
      check: .elsewhere),
    Rule(
      "PATH516", "A query string in a path",
      why: "CreateResource refuses '?' and '&'; methods declare query parameters",
      source: createResource,
      bad: [Example("a parameter", spec("↓/orders?page=1"))], good: [Example("the path alone", spec("/orders"))],
      check: .elsewhere),
    Rule(
      "PATH520", "A route of an HTTP API", why: "REST APIs have paths with methods below them, and no default route",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html",
      bad: [Example("method and path in one", spec("↓GET /orders")), Example("the default route", spec("↓$default"))],
      good: [Example("the path alone", spec("/orders"))], check: .elsewhere),
  ]

  /// A spec with one path.
  static func spec(_ path: String) -> String {
    """
    apis:
      Shop:
        paths:
          \(path):
            GET: {}
    """
  }
}

extension Message {
  fileprivate static let tooManySegments = Message(
    "LIM901", "the paths up to here have more segments than can be held", help: "shorten them, or split the API")

  /// A path's defect, in the words of its rule.
  fileprivate static func defect(_ defect: PathDefect, _ path: String) -> Message {
    switch defect {
    case .tooDeep: Message("LIM901", "this path has more than 300 segments", help: "shorten it")
    case .routeKey:
      Message("PATH520", "'\(path)' is a route of an HTTP API", help: "write the path alone, and methods below it")
    case .noLeadingSlash:
      Message("PATH504", "'\(path)' does not start with '/'", help: "write '/\(path)'", correction: .text("/" + path))
    case .query:
      Message("PATH516", "'\(path)' has a query string", help: "declare query parameters in 'requestParameters'")
    case .emptySegment:
      Message("PATH502", "'\(path)' has an empty segment", help: "write one '/' between segments")
    case .trailingSlash:
      Message(
        "PATH503", "'\(path)' ends with '/'", help: "write '\(path.dropLast())'",
        correction: .text(String(path.dropLast())))
    case .greedyInside(let segment):
      Message("PATH507", "'\(segment)' takes all that follows, so it must be the last segment", help: "drop the rest")
    default: segmentDefect(defect)
    }
  }

  private static func segmentDefect(_ defect: PathDefect) -> Message {
    switch defect {
    case .wildcard(let segment):
      Message("PATH515", "'*' in '\(segment)' is no wildcard", help: "write '{proxy+}' for all that follows")
    case .percent(let segment):
      Message("PATH523", "'%' in '\(segment)' is not allowed: paths are not percent-encoded", help: "write plain text")
    case .unbalanced(let segment):
      Message("PATH512", "the braces in '\(segment)' do not match", help: "write '{name}' for a variable")
    case .emptyVariable: Message("PATH509", "a variable without a name", help: "write '{name}'")
    case .plusOutside(let segment):
      Message("PATH513", "the '+' in '\(segment)' is misplaced", help: "write '{name+}' for all that follows")
    case .partialVariable(let segment):
      Message(
        "PATH508", "a variable is a whole segment, not a part of '\(segment)'",
        help: "write '{name}' and take the value apart in the backend")
    case .variableName(let name):
      Message(
        "PATH509", "the variable's name '\(name)' has characters that API Gateway refuses",
        help: "use letters, digits, '.', '_', '$' and '-'")
    case .disputed(let segment):
      Message(
        "PATH501", .warning, "segment '\(segment)' has '$' or ',', which not every part of API Gateway takes",
        help: "use letters, digits, '.', '_', '-' and ':'")
    case .expressStyle(let segment):
      Message(
        "PATH514", .warning, "'\(segment)' is plain text here", help: "write '{\(segment.dropFirst())}' for a variable")
    case .characters(let segment):
      Message(
        "PATH501", "segment '\(segment)' has characters that API Gateway refuses",
        help: "use letters, digits, '.', '_', '-' and ':'")
    case .tooDeep, .routeKey, .noLeadingSlash, .query, .emptySegment, .trailingSlash, .greedyInside:
      preconditionFailure("a defect of the whole path is told by 'defect'")
    }
  }
}
