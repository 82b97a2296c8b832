"""A caller's profile. By proxy the answer goes out as it is, so that the function sets the headers of CORS itself."""

import json
import os

ORIGINS = os.environ.get("ORIGINS", "").split(",")


def handler(event, _):
    sent = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    headers = {"Content-Type": "application/json", "Vary": "Origin"}
    if sent.get("origin") in ORIGINS:
        headers["Access-Control-Allow-Origin"] = sent["origin"]
        headers["Access-Control-Allow-Credentials"] = "true"
    return {"statusCode": 200, "headers": headers, "body": json.dumps({"name": "Ada"})}
