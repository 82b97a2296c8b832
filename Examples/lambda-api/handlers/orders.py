"""The orders, behind Lambda proxy integrations: the whole request comes in, the whole response goes out."""

import json


def handler(event, context):
    """Answers by the method's operation: a list, one order, a new order, or nothing after a deletion."""
    path = event.get("pathParameters") or {}
    query = event.get("queryStringParameters") or {}
    method = event["httpMethod"]
    if method == "POST":
        return answer(201, {"id": "1003", "items": json.loads(event["body"] or "{}").get("items", [])})
    if method == "DELETE":
        return {"statusCode": 204}
    if "id" in path:
        return answer(200, {"id": path["id"], "items": []})
    return answer(200, {"page": query["page"], "orders": ["1001", "1002"]})


def answer(status, body):
    """A proxy response with a JSON body."""
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}
