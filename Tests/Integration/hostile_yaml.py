"""YAML that is made to cost much, and mistakes in masses."""

from hostile_frame import aliases, api, method
from hostile_texts import lines, nested

SPECS = {
    "long-key": lambda: "? " + "k" * 4_000_000 + "\n: 1\n" + api(),
    "long-name-of-a-path": lambda: api(
        "      ? /" + "a" * 4_000_000 + "\n      : {GET: {integration: {type: mock}}}\n"
    ),
    "long-paths": lambda: api(
        lines(1_500, "      " + "/a" * 1_000 + "/{n}: {{GET: {{integration: {{type: mock}}}}}}\n")
    ),
    "many-paths": lambda: api(lines(30_000, "      /a{n}/{{x{n}}}/b: {{GET: {{integration: {{type: mock}}}}}}\n")),
    "sibling-variables": lambda: api(lines(15_000, "      /{{x{n}}}: {{GET: {{integration: {{type: mock}}}}}}\n")),
    "defaults-down-a-path": lambda: api(
        "".join(
            "      "
            + "/a" * level
            + ": {defaultMethodOptions: {apiKeyRequired: true, authorizationScopes: [s]}, GET: {}}\n"
            for level in range(1, 1_300)
        )
    ),
    "misspelt-keys": lambda: method(more=lines(80_000, "          apiKeyRequire{n}: 1\n")),
    "misspelt-names": lambda: api(lines(30_000, "      /a{n}: {{GET: Orders{n}x}}\n"))
    + "functions:\n"
    + lines(8_000, "  Orders{n}: {{runtime: python3.13, handler: a.b, code: {{inline: pass}}}}\n"),
    "long-misspelt-names": lambda: api(lines(900, "      /a{n}: {{GET: " + "O" * 2_000 + "{n}}}\n"))
    + "functions:\n"
    + lines(900, "  " + "O" * 2_000 + "x{n}: {{runtime: python3.13, handler: a.b, code: {{inline: pass}}}}\n"),
    "wrong-types": lambda: api(lines(40_000, "      /a{n}: []\n")),
    "unknown-tags": lambda: api(lines(60_000, "      /a{n}: !A{n} x\n")),
    "equal-comments": lambda: "# apigw-synth: ignore INT223\n" * 140_000 + api(),
    "comments-of-many-rules": lambda: "# apigw-synth: ignore " + ", ".join(["INT223"] * 500_000) + "\n" + api(),
    "comments-of-unknown-rules": lambda: lines(100_000, "# apigw-synth: ignore ABC{n}\n") + api(),
    "comments-at-lines": lambda: api(
        lines(
            18_000, "      # apigw-synth: ignore METH401 -- a\n      /a{n}: {{GET: {{integration: {{type: mock}}}}}}\n"
        )
    ),
    "comments-that-are-none": lambda: "# apigw-synth: ignor INT223\n" * 140_000 + api(),
    "block-text": lambda: "description: |\n" + "  text of a line\n" * 240_000 + api(),
    "folded-text": lambda: "description: >-\n" + "  a\n\n" * 800_000 + api(),
    "deep-block-text": lambda: "description: |9\n" + " " * 9 + "a\n" + (" " * 100 + "\n") * 38_000 + api(),
    "quoted-lines": lambda: 'description: "' + "\\\n" * 1_900_000 + '"\n' + api(),
    "combining-characters": lambda: "description: e" + "\u0301" * 1_900_000 + "\n" + api(),
    "combining-keys": lambda: "x-a:\n" + lines(60_000, "  e\u0301\u0300{n}: 1\n") + api(),
    "keys-that-differ-at-the-end": lambda: "x-a:\n" + lines(1_900, "  " + "e\u0301" * 500 + "{n}: 1\n") + api(),
    "hangul-keys": lambda: "x-a:\n" + lines(60_000, "  \u1100\u1161\u11a8{n}: 1\n") + api(),
    "pictures": lambda: "description: "
    + "\U0001f468\u200d\U0001f469\u200d\U0001f467".encode("unicode_escape").decode().join(['"', '"'])
    + "\n"
    + api(),
    "direction-escapes": lambda: 'x"a": "' + "\\u202e" * 600_000 + '"\n' + api(),
    "merges": lambda: "x-0: &m0 {a: 1}\n" + lines(40_000, "x-a{n}: {{<<: *m0, b: 1}}\n") + api(),
    "merge-chain": lambda: "x-0: &m0 {a: 1}\n"
    + "".join(f"x-{n}: &m{n} {{<<: *m{n - 1}, a{n}: 1}}\n" for n in range(1, 4_000))
    + api(),
    "merge-lists": lambda: "x-0: &m0 {"
    + ", ".join(f"k{n}: 1" for n in range(300))
    + "}\nx-1: {<<: ["
    + "*m0, " * 90_000
    + "*m0]}\n"
    + api(),
    "anchors": lambda: lines(100_000, "x-{n}: &a{n} 1\n") + api(),
    "anchors-again": lambda: lines(90_000, "x-{n}: &a 1\n") + "x-u: [" + "*a, " * 90_000 + "*a]\n" + api(),
    "aliases-as-methods": lambda: aliases(30_000, "      /a{n}: {{GET: *v}}\n", "{integration: {type: mock}}"),
    "aliases-of-a-wrong-value": lambda: aliases(
        30_000, "      /a{n}: {{GET: *v}}\n", "{integration: {type: mocc}, apiKeyRequierd: 1}"
    ),
    "aliases-of-many-keys": lambda: aliases(
        300,
        "      /a{n}: {{GET: *v}}\n",
        "{integration: {type: mock}, requestParameters: {"
        + ", ".join(f"method.request.header.h{n}: true" for n in range(300))
        + "}}",
    ),
    "values-at-the-limit": lambda: "x-a: [" + "a, " * 249_000 + "a]\n",
    "mappings-at-the-limit": lambda: "x-a: [" + "{}, " * 249_000 + "a]\n",
    "pairs-at-the-limit": lambda: "x-a: {" + ", ".join(f"{n}: 1" for n in range(120_000)) + "}\n" + api(),
    "nesting-at-the-limit": lambda: "x-a: ["
    + ", ".join(nested(95, "[", "", "]") for _ in range(2_500))
    + "]\n"
    + api(),
    "includes-of-what-is-not-there": lambda: "x-a: ["
    + ", ".join(f"!Include a{n}" for n in range(80_000))
    + "]\n"
    + api(),
    "files-that-are-not-there": lambda: "x-a: [" + ", ".join(f"!File a{n}" for n in range(80_000)) + "]\n" + api(),
    "code-that-is-not-there": lambda: api()
    + "functions:\n"
    + lines(20_000, "  F{n}: {{runtime: python3.13, handler: a.b, code: ./{n}}}\n"),
}
