"""Specs with one change each, made of valid ones: something dropped, renamed, or replaced by a value of another sort."""

import copy

VALUES = (None, 7, -1, 1.5, "word", "", [], {}, True, ["word"], [{}], {"a": "b"}, "true", "5", {"Ref": "AWS::Region"}, "10s", "200")


# Of each sort one, for the mutants of every place.
SORTS = (None, 7, "word", [], {}, {"Ref": []})
# Sections whose content is CloudFormation's, and sections whose keys are names.
FOREIGN = {"resources", "outputs", "parameters", "mappings", "conditions"}
NAMED = {
    "functions", "vpcLinks", "apis", "apiKeys", "usagePlans", "domainNames", "authorizers", "models", "requestValidators",
    "gatewayResponses", "stages", "paths", "tags", "environment"}


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


def kind(path):
    """A place without the names of things and the numbers of items: places of one kind are judged alike."""
    return tuple("*" if isinstance(key, int) or at and path[at - 1] in NAMED else key for at, key in enumerate(path))


def every(specs):
    """A mutant for every kind of place and every sort of value, and for every kind of mapping one with an unknown key."""
    seen = set()
    for spec in specs:
        for path in places(spec):
            if path[0] in FOREIGN or str(path[0]).startswith("x-"):
                continue
            for number, value in enumerate(SORTS):
                if (kind(path), number) not in seen:
                    seen.add((kind(path), number))
                    yield path, changed(spec, path, lambda holder, key: holder.__setitem__(key, value))
            if isinstance(at(spec, path), dict) and (kind(path), "") not in seen:
                seen.add((kind(path), ""))
                yield path, changed(spec, path, lambda holder, key: holder[key].update(surplusKey="word"))


def at(spec, path):
    for key in path:
        spec = spec[key]
    return spec


def changed(spec, path, change):
    spec = copy.deepcopy(spec)
    change(at(spec, path[:-1]), path[-1])
    return spec
