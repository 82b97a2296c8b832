import Diagnostics
import Spec

extension PathRules {
  /// Segments that are one variable.
  static let segments: [Rule] = [
    Rule(
      "PATH507", "A greedy variable that is not the last segment",
      why: "CreateResource answers \"Cannot create a child of a resource with a greedy path variable\"",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html",
      bad: [Example("a child", spec("↓/{proxy+}/open"))], good: [Example("at the end", spec("/orders/{proxy+}"))],
      check: .elsewhere),
    Rule(
      "PATH508", "A variable inside a segment",
      why: "a variable is a whole path part: API Gateway matches no part of one",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      bad: [Example("an extension", spec("↓/orders/{id}.json"))],
      good: [Example("a whole segment", spec("/orders/{id}"))],
      check: .elsewhere),
    Rule(
      "PATH509", "A variable's name that API Gateway refuses",
      why: "names of variables hold letters, digits, '.', '_', '$' and '-'",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html",
      bad: [Example("a blank", spec("↓/orders/{order id}")), Example("no name", spec("↓/orders/{}"))],
      good: [Example("no blank", spec("/orders/{order_id}"))], check: .elsewhere),
    Rule(
      "PATH512", "Braces that do not match",
      why: "CreateResource takes braces at both ends of a path part, or none",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html",
      bad: [Example("an open brace", spec("↓\"/orders/{id\"")), Example("one too many", spec("↓\"/orders/{{id}}\""))],
      good: [Example("a pair", spec("/orders/{id}"))], check: .elsewhere),
    Rule(
      "PATH513", "A plus in the wrong place",
      why: "the greedy form is '{name+}'; any other place of the '+' is refused",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html",
      bad: [Example("outside", spec("↓/orders/{proxy}+")), Example("in front", spec("↓/orders/{+proxy}"))],
      good: [Example("inside, at the end", spec("/orders/{proxy+}"))], check: .elsewhere),
  ]

  /// Spellings of variables and wildcards that other tools have.
  static let characters: [Rule] = [
    Rule(
      "PATH514", "A variable with a colon", severity: .warning,
      why: "a colon is a character like others: the path matches the text ':id' alone",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html",
      bad: [Example("as in Express", spec("↓/orders/:id"))],
      good: [Example("a colon inside", spec("/orders/all:open"))],
      check: .elsewhere),
    Rule(
      "PATH515", "A star", why: "CreateResource refuses '*'; the greedy variable takes all that follows",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html",
      bad: [Example("a wildcard", spec("↓/orders/*"))], good: [Example("a greedy variable", spec("/orders/{proxy+}"))],
      check: .elsewhere),
    Rule(
      "PATH523", "A percent sign", why: "CreateResource refuses '%': paths stand there as they are, not encoded",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html",
      bad: [Example("an encoded slash", spec("↓/orders%2Fopen"))],
      good: [Example("two segments", spec("/orders/open"))],
      check: .elsewhere),
  ]
}
