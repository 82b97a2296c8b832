"""Runs the steps of a workflow of GitHub Actions in a shell, as a runner would: those that are scripts, and this project's action."""

import re
import subprocess
from pathlib import Path

from ruamel.yaml import YAML

import project

ACTION = project.ROOT / "action.yml"


def load(text):
    return YAML(typ="safe").load(text)


class Runner:
    """One job in one folder, with the program under test on the PATH."""

    def __init__(self, folder, scratch, variables=None):
        self.folder, self.scratch = Path(folder), Path(scratch)
        self.variables = variables or {}
        self.log = ""
        self.path_file, self.output_file = self.scratch / "path", self.scratch / "output"
        for file in (self.path_file, self.output_file):
            file.write_text("")

    def value(self, text, context):
        """A text with its expressions replaced. An expression is a name, or a comparison of one with a literal."""

        def replaced(match):
            comparison = re.fullmatch(r"([\w.-]+) != '(.*)'", match[1])
            if comparison:
                return str(self.look_up(comparison[1], context) != comparison[2]).lower()
            return self.look_up(match[1], context)

        return re.sub(r"\$\{\{ (.*?) \}\}", replaced, str(text))

    def look_up(self, name, context):
        if name.startswith("vars."):
            return self.variables.get(name.removeprefix("vars."), "")
        return context[name]

    def script(self, step, context):
        """The status of a step that is a script; GitHub's flags of bash."""
        if self.value(step.get("if", "true"), context) == "false":
            return 0
        values = {name: self.value(text, context) for name, text in step.get("env", {}).items()}
        assert "${{" not in step["run"], "an expression in a script is an injection"
        environment = project.environment(
            PATH=f"{self.program}:/usr/bin:/bin", RUNNER_TEMP=str(self.scratch), GITHUB_PATH=str(self.path_file),
            GITHUB_OUTPUT=str(self.output_file), GITHUB_ACTIONS="true", **values)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], cwd=self.folder, env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600, check=False)
        self.log += done.stdout
        return done.returncode

    @property
    def program(self):
        """A folder that holds the program under test alone."""
        folder = self.scratch / "program"
        folder.mkdir(exist_ok=True)
        if not (folder / "apigw-synth").exists():
            (folder / "apigw-synth").symlink_to(project.BINARY)
        return folder

    def action(self, inputs):
        """The status of this project's action: that of its first step that fails."""
        action = load(ACTION.read_text())
        assert set(inputs) <= set(action["inputs"]), inputs
        context = {f"inputs.{name}": inputs.get(name, about["default"]) for name, about in action["inputs"].items()}
        context["github.action_path"] = str(project.ROOT)
        for step in action["runs"]["steps"]:
            assert step["shell"] == "bash", step
            status = self.script(step, context)
            if status:
                return status
        return 0

    def job(self, steps):
        """The status of a job whose other actions, which GitHub has, are left out."""
        for step in steps:
            if "run" in step:
                status = self.script(step, {})
            elif step["uses"].startswith("ADDRESS"):
                status = self.action(step.get("with", {}))
            else:
                assert re.fullmatch(r"(actions/checkout|github/codeql-action/upload-sarif)@v\d", step["uses"]), step
                continue
            if status:
                return status
        return 0
