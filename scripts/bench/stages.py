"""The stages of a build, each a function that the compiler cannot inline, as it is called across modules."""

import re

#: What a stage is called, and the symbols of its functions.
STAGES = {
    "document": r"\$s8DocumentAAV4read_",
    "decode": r"\$s4Spec08ResolvedA0V_4into.*fC$",
    "rules": r"\$s5Rules9CatalogueO5check_",
    "synthesis": r"\$s9Synthesis10synthesize_",
    "write": r"\$s11apigw_synth6OutputO5write_",
}
#: What comes with it: the start of the process, the command line, the file, the diagnostics.
REST = "rest"


def split(total, costs):
    """A total by stages, from the costs of all functions."""
    parts = {name: sum(cost for symbol, cost in costs.items() if re.match(pattern, symbol)) for name, pattern in STAGES.items()}
    return {**parts, REST: total - sum(parts.values())}
