"""The pet store. Its pets live in memory: a real one would keep them in a table."""

import json

PETS = {
    1: {"id": 1, "name": "Mia", "category": "cat", "cents": 4000},
    2: {"id": 2, "name": "Rex", "category": "dog", "cents": 9000},
}


def handler(event, _):
    if event["resource"] == "/pets/{id}":
        return show(event["pathParameters"]["id"])
    if event["httpMethod"] == "POST":
        # API Gateway has checked it against the model: no field is missing, none is too many.
        return answer(201, {"id": len(PETS) + 1, **json.loads(event["body"])})
    return browse(event["queryStringParameters"])


def browse(query):
    found = [pet for pet in PETS.values() if pet["category"] == query["category"]]
    limit = query.get("limit", "")
    return answer(200, found[:int(limit)] if limit.isdecimal() else found)


def show(identifier):
    pet = PETS.get(int(identifier)) if identifier.isdecimal() else None
    return answer(200, pet) if pet else answer(404, {"message": "no such pet"})


def answer(status, content):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(content)}
