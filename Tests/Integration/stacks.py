"""The examples as stacks of an AWS emulator, each deployed once with the real AWS CLI."""

import json
import shutil
import tempfile
from pathlib import Path

import project
from emulator import Emulator

BUCKET = "assets"


class Refused(Exception):
    """A stack that the emulator did not make; its words are the reasons it gave."""


class Stacks:
    """Runs between `with Stacks() as stacks:` and the end of the block; leaves nothing behind."""

    def __enter__(self):
        self.outputs = {}
        self.scratch = Path(tempfile.mkdtemp(prefix="stacks-"))
        try:
            self.emulator = Emulator().__enter__()
        except BaseException:
            shutil.rmtree(self.scratch)
            raise
        self.aws("s3", "mb", f"s3://{BUCKET}")
        return self

    def __exit__(self, *_):
        self.emulator.__exit__()
        shutil.rmtree(self.scratch)

    def deploy(self, name, parameters=(), folder=None):
        """Builds, packages and deploys an example, or another folder's spec, unless it stands already; its outputs."""
        if name not in self.outputs:
            folder = shutil.copytree(folder or project.example(name), self.scratch / name)
            built = project.build(folder, "template.yaml")
            assert (built.returncode, built.stdout) == (0, ""), built.stdout
            self.aws("cloudformation", "package", "--template-file", "template.yaml", "--s3-bucket", BUCKET,
                     "--output-template-file", "packaged.yaml", cwd=folder)
            overrides = ["--parameter-overrides", *parameters] if parameters else []
            done = self.emulator.aws(
                "cloudformation", "deploy", "--template-file", "packaged.yaml", "--stack-name", name,
                "--s3-bucket", BUCKET, "--capabilities", "CAPABILITY_IAM", *overrides, cwd=folder)
            if done.returncode:
                # Without a stack the refusal is what the deployment printed, else it is among the stack's events.
                events = self.emulator.aws("cloudformation", "describe-stack-events", "--stack-name", name, cwd=folder)
                raise Refused(done.stdout + events.stdout)
            stacks = self.json("cloudformation", "describe-stacks", "--stack-name", name)
            self.outputs[name] = {
                each["OutputKey"]: each["OutputValue"] for each in stacks["Stacks"][0].get("Outputs", [])}
        return self.outputs[name]

    def endpoint(self, name, output, parameters=(), folder=None):
        """The address of a deployed example's API at the emulator, with a '/' at its end."""
        host, stage = self.deploy(name, parameters, folder)[output].removeprefix("https://").rstrip("/").split("/")
        assert host.endswith(".execute-api.us-east-1.amazonaws.com"), host
        return f"{self.emulator.url}/restapis/{host.split('.')[0]}/{stage}/_user_request_/"

    def json(self, *arguments):
        """What a command of the AWS CLI prints as JSON."""
        return json.loads(self.aws(*arguments, "--output", "json"))

    def aws(self, *arguments, cwd=None):
        """What a command of the AWS CLI prints."""
        done = self.emulator.aws(*arguments, cwd=cwd or self.scratch)
        assert done.returncode == 0, f"aws {' '.join(arguments[:2])}:\n{done.stdout}"
        return done.stdout
