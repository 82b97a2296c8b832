"""The catalogue; the stage variable `prices` says which prices it shows."""

import json

PRICES = {"standard": {"tea": 450, "coffee": 600}, "summer": {"tea": 400, "coffee": 600}}


def handler(event, _):
    prices = PRICES[(event.get("stageVariables") or {}).get("prices", "standard")]
    product = (event.get("pathParameters") or {}).get("product")
    if product is None:
        return answer(200, prices)
    return answer(200, {product: 12}) if product in prices else answer(404, {"message": "no such product"})


def answer(status, content):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(content)}
