"""Reports of a tenant, who is the client that the token was given to."""

import json


def handler(event, _):
    tenant = event["requestContext"].get("authorizer", {}).get("claims", {}).get("client_id", "unknown")
    if event["httpMethod"] == "POST":
        return answer(202, {"tenant": tenant, "report": event["requestContext"]["requestId"]})
    if event["httpMethod"] == "DELETE":
        return {"statusCode": 204}
    return answer(200, {"tenant": tenant, "reports": []})


def answer(status, content):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(content)}
