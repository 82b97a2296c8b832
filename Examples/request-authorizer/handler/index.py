"""A Lambda authorizer of type REQUEST: allows a call that says so twice, and denies every other."""


def handler(event, context):
    """Answers with the IAM policy that API Gateway applies to this call, and keeps for its identity sources."""
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    query = event.get("queryStringParameters") or {}
    allowed = headers.get("authorization") == "allow" and query.get("allow") == "yes"
    return {
        "principalId": "caller",
        "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Action": "execute-api:Invoke",
                    "Effect": "Allow" if allowed else "Deny",
                    "Resource": event["methodArn"],
                }
            ],
        },
    }
