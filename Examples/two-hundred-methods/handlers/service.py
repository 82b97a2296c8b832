"""One of the four services: says which one it is, and what it was asked."""

import json
import os


def handler(event, _):
    content = {
        "service": os.environ.get("SERVICE", "?"),
        "operation": f"{event['httpMethod']} {event['resource']}",
        "id": (event.get("pathParameters") or {}).get("id"),
    }
    return {"statusCode": 200, "headers": {"Content-Type": "application/json"}, "body": json.dumps(content)}
