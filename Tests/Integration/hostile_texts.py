"""Texts of the languages inside a spec, and JSON Schemas, that are made to cost much."""

MANY = 300_000


def lines(count, line):
    return "".join(line.format(n=number) for number in range(count))


def nested(depth, opening, inner, closing):
    return opening * depth + inner + closing * depth


REGULAR_EXPRESSIONS = {
    "groups": lambda: nested(MANY, "(", "a", ")"),
    "open-groups": lambda: "(" * MANY,
    "open-classes": lambda: "[" * MANY,
    "classes": lambda: nested(MANY, "[a&&", "b", "]"),
    "choices": lambda: "a|" * MANY,
    "ahead": lambda: "(?=" * MANY,
    "counts": lambda: "(a{1,9999})" * 40_000,
    "repeated-repeats": lambda: "(a+)+" * 100_000,
    "nested-repeats": lambda: nested(80, "(", "a", "+)+"),
    "possessive": lambda: "a*+" * MANY,
    "back-references": lambda: "(a)" * 500 + "\\1" * MANY,
    "named-groups": lambda: lines(40_000, "(?<n{n}>a)"),
    "unicode": lambda: "\\p{{L}}" * 100_000,
    "quoted": lambda: "\\Q(" * MANY,
    "comments": lambda: "(?x)#" + "a " * MANY,
    "octal": lambda: "\\0" * MANY,
}

# A template of more than 300 KB is refused unread.
TEMPLATES = {
    "ifs": lambda: "#if($a)" * 30_000,
    "closed-ifs": lambda: "#if($a)" * 25_000 + "#end" * 25_000,
    "sets": lambda: "#set($a=1)" * 28_000,
    "parentheses": lambda: "#set($a = " + nested(140_000, "(", "1", ")") + ")",
    "lists": lambda: "#set($a = " + nested(140_000, "[", "1", "]") + ")",
    "maps": lambda: "#set($a = " + nested(40_000, '{"a":', "1", "}") + ")",
    "negations": lambda: "#if(" + "!" * 290_000 + "$a)x#end",
    "calls": lambda: nested(20_000, "$input.path(", "1", ")"),
    "indices": lambda: "$a" + "[0]" * 90_000,
    "open-indices": lambda: "$a[" * 90_000,
    "properties": lambda: "$a" + ".b" * 140_000,
    "references": lambda: "$a.b " * 55_000,
    "unknown-methods": lambda: "$input.foo() " * 22_000,
    "strings": lambda: '#set($a = "' + '$b.c("' * 45_000,
    "json-paths": lambda: "$input.json('$" + "[?(@." * 50_000 + "')",
    "sums": lambda: "#set($a = " + "1 + " * 70_000 + "1)",
    "choices": lambda: "#if(" + "$a || " * 40_000 + "$b)x#end",
    "macros": lambda: lines(10_000, "#macro(m{n})#m{n}()#end"),
    "comments": lambda: "#*" * 140_000,
    "unparsed": lambda: "#[[" * 95_000,
    "loops": lambda: "#foreach($a in [1..999])" * 12_000,
    "escapes": lambda: "\\" * 290_000 + "$a",
    "names": lambda: "$" + "a" * 290_000,
    "else-ifs": lambda: "#if($a)" + "#elseif($b)" * 25_000 + "#end",
    "braces": lambda: "${" * 140_000,
    "dollars": lambda: "$" * 290_000,
}

MAPPINGS = {
    "quotes": lambda: "'" * MANY,
    "dots": lambda: "method.request." + "a." * MANY,
    "body-paths": lambda: "method.request.body.$" + "[0]" * MANY,
    "placeholders": lambda: "'" + "${stageVariables.a}" * 60_000 + "'",
    "contexts": lambda: "context." * 80_000,
}

SCHEMAS = {
    "properties": lambda: {"type": "object", "properties": {f"p{n}": {"type": "string"} for n in range(50_000)}},
    "required": lambda: {
        "type": "object",
        "required": [f"p{n}" for n in range(90_000)],
        "properties": {f"q{n}": {} for n in range(50_000)},
    },
    "equal-required": lambda: {"type": "object", "required": ["a"] * 200_000},
    "values": lambda: {"enum": [f"p{n}" for n in range(200_000)]},
    "equal-objects": lambda: {"enum": [{"a": [1]}] * 60_000},
    "patterns": lambda: {"pattern": "(a+)+" * 100_000},
    "choices": lambda: {"anyOf": [{"type": "string"}] * 100_000},
    "keywords": lambda: {f"keyword{n}": 1 for n in range(120_000)},
    "ring": lambda: {
        "definitions": {
            f"d{n}": {"allOf": [{"$ref": f"#/definitions/d{(n + step) % 9000}"} for step in (1, 7, 77)]}
            for n in range(9_000)
        },
        "$ref": "#/definitions/d0",
    },
    "dependencies": lambda: {"dependencies": {f"d{n}": ["a"] for n in range(60_000)}},
    "same-names": lambda: {
        "properties": {f"p{n}": {"required": ["a", "b"], "properties": {"b": {}}} for n in range(30_000)}
    },
}
