"""The examples as stacks of an AWS emulator, each deployed once with the real AWS CLI."""

import json
import os
import re
import shutil
import tempfile
from pathlib import Path

import project
from emulator import Emulator

BUCKET = "assets"
# What deploys a folder that has no README.
COMMANDS = """apigw-synth build -o template.yaml
aws cloudformation package --template-file template.yaml --s3-bucket "$BUCKET" --output-template-file packaged.yaml
aws cloudformation deploy --template-file packaged.yaml --stack-name {name} --capabilities CAPABILITY_IAM
"""


class Refused(Exception):
    """A stack that the emulator did not make; its words are the reasons it gave."""


def documented(folder):
    """The commands by which a README deploys: those before the first call."""
    block = re.search(r"^<!-- commands -->\n```sh\n(.*?)^```$", (folder / "README.md").read_text(), re.M | re.S)[1]
    return re.split(r"^curl ", block, flags=re.M)[0]


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

    def deploy(self, name, variables=None, folder=None):
        """Deploys an example as its README says, or another folder's spec, unless it stands already; its outputs."""
        if name not in self.outputs:
            copy = shutil.copytree(folder or project.example(name), self.scratch / name)
            commands = COMMANDS.format(name=name) if folder else documented(copy)
            done = project.run("bash", "-e", "-c", commands, cwd=copy, env={
                **self.emulator.environment, **(variables or {}), "BUCKET": BUCKET,
                "PATH": f"{Path(project.BINARY).parent}:{project.tool('aws').parent}:{os.environ['PATH']}"})
            stack, = set(re.findall(r"--stack-name (\S+)", commands))
            if done.returncode:
                # Without a stack the refusal is what the deployment printed, else it is among the stack's events.
                events = self.emulator.aws("cloudformation", "describe-stack-events", "--stack-name", stack, cwd=copy)
                raise Refused(done.stdout + events.stdout)
            stacks = self.json("cloudformation", "describe-stacks", "--stack-name", stack)
            self.outputs[name] = {
                each["OutputKey"]: each["OutputValue"] for each in stacks["Stacks"][0].get("Outputs", [])}
        return self.outputs[name]

    def endpoint(self, name, output, variables=None, folder=None):
        """The address of a deployed example's API at the emulator, with a '/' at its end."""
        host, stage = self.deploy(name, variables, folder)[output].removeprefix("https://").rstrip("/").split("/")
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
