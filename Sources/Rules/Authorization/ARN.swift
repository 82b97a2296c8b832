/// An Amazon resource name, `arn:partition:service:region:account:resource`, in its parts.
struct ARN {
  let service: Substring
  let region: Substring
  let account: Substring
  /// What follows the fifth colon: `role/caller`.
  let resource: Substring

  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty else { return nil }
    (service, region, account, resource) = (parts[2], parts[3], parts[4], parts[5])
  }

  /// Whether the account is one: twelve digits.
  var hasAccount: Bool { account.utf8.count == 12 && account.utf8.allSatisfy { (48...57).contains($0) } }

  /// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
  var isRole: Bool { service == "iam" && hasAccount && resource.hasPrefix("role/") && resource.utf8.count > 5 }

  /// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
  var isUserPool: Bool {
    service == "cognito-idp" && !region.isEmpty && hasAccount && resource.hasPrefix("userpool/")
      && resource.utf8.contains(UInt8(ascii: "_"))
  }
}
