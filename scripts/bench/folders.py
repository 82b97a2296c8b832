"""The dimensions that take several files. Each function gives the lines of the files by their names."""

from shapes import API, PATH


def includes(count):
    """Files, each of which includes the next."""
    files = {f"part{number}.yaml": [f"inner: !Include part{number + 1}.yaml"] for number in range(count - 1)}
    return {"spec.yaml": ["x-parts: !Include part0.yaml", *API], f"part{count - 1}.yaml": ["inner: end"], **files}


def inclusions(count):
    """Methods that include one file each time."""
    lines = ["apis:", "  Bench:", "    paths:"]
    for number in range(count):
        lines += [f"      /things{number}:", "        GET: !Include method.yaml"]
    return {"spec.yaml": lines, "method.yaml": ["authorizationType: AWS_IAM"]}


def schema_files(count):
    """Models that take their schema from one file as text."""
    lines = ["apis:", "  Bench:", "    models:"]
    for number in range(count):
        lines += [f"      Model{number}: {{schema: !File schema.json}}"]
    return {"spec.yaml": [*lines, *PATH], "schema.json": ['{"type": "object"}']}
