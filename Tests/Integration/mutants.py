"""Specs with one change each, made of valid ones: something dropped, renamed, or replaced by a value of another sort."""

import copy

VALUES = (None, 7, -1, 1.5, "word", "", [], {}, True, ["word"], [{}], {"a": "b"}, "true", "5", {"Ref": "AWS::Region"}, "10s", "200")


def places(value, path=()):
    """The path of everything inside a value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield *path, key
        yield from places(inner, (*path, key))


def mutant(spec, random):
    """A copy of the spec with one change."""
    spec = copy.deepcopy(spec)
    *path, key = random.choice(list(places(spec)))
    holder = spec
    for step in path:
        holder = holder[step]
    choice = random.random()
    if choice < 0.2:
        del holder[key]
    elif choice < 0.4 and isinstance(holder, dict):
        holder[f"{key}x"] = holder.pop(key)
    else:
        holder[key] = random.choice(VALUES)
    return spec
