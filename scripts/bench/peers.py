"""Other tools on the same API: those that are installed, whole processes, by turns with apigw-synth."""

import json
import shutil
import subprocess
import tarfile
from dataclasses import dataclass, field
from pathlib import Path

import dimensions
import measure

HERE = Path(__file__).parent
SIZES = (1, 10, 100, 1000)
#: A tool that took longer than this for one size, in seconds, is not asked for the next.
PATIENCE = 30
#: Runs of each: the slower the fewer.
PAIRS = (15, 5)


@dataclass
class Comparison:
    sizes: tuple = SIZES
    #: A tool's name, and by size its time and how many times apigw-synth's it is.
    rows: list = field(default_factory=list)
    #: Name, version, command.
    commands: list = field(default_factory=list)


@dataclass(frozen=True)
class Peer:
    name: str
    version: str
    #: The command as the page shows it.
    shown: str
    #: Gives the command for a size and the spec of that size.
    command: object
    #: What apigw-synth does meanwhile.
    verb: str = "build"
    statuses: tuple = (0,)


def compare(binary, python, folder):
    """Measures all tools that are there."""
    comparison = Comparison()
    own = {}
    for peer in _peers(python, folder):
        row = {}
        for size in SIZES:
            spec = dimensions.WIDE.write(folder, size)
            template = spec.with_name("template.json")
            ours = [binary, "validate", spec] if peer.verb == "validate" else [binary, "build", "-o", template, spec]
            ours = [*ours, "--limits", "none"]
            subprocess.run([binary, "build", "--limits", "none", "-o", template, spec], check=True)
            command = peer.command(size, spec)
            try:
                once = measure.seconds(command, peer.statuses)
                mine, time, ratio = measure.paired(ours, command, PAIRS[once > 2], peer.statuses)
            except measure.Failed as problem:
                print(f"bench: {peer.name}, {size} methods: {problem}")
                break
            row[size] = (time, ratio)
            if peer.verb == "build":
                own.setdefault(size, []).append(mine)
            print(f"{peer.name}, {size} methods: {time:.3f} s, {ratio:.1f} times apigw-synth's", flush=True)
            if once > PATIENCE:
                break
        comparison.rows.append((peer.name, row))
        comparison.commands.append((peer.name, peer.version, peer.shown))
    ours = {size: (min(times), None) for size, times in own.items()}
    comparison.rows.insert(0, ("`apigw-synth build`", ours))
    return comparison


def _peers(python, folder):
    makers = (_cdk, _sam, _cfn_lint, _pyyaml)
    return [peer for maker in makers for peer in maker(python, folder)]


def _version(python, package):
    """The version of an installed Python package; nothing where it is missing."""
    code = f"import importlib.metadata; print(importlib.metadata.version('{package}'))"
    done = subprocess.run([python, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    return done.stdout.strip()


def _pyyaml(python, _):
    version = _version(python, "PyYAML")
    if version:
        yield Peer("PyYAML's C loader and `json`", version, "python yaml_to_json.py apigw.yaml", lambda size, spec: [python, HERE / "yaml_to_json.py", spec])


def _sam(python, folder):
    version = _version(python, "aws-sam-translator")

    def command(size, _):
        template = Path(folder, f"sam-{size}.json")
        template.write_text(json.dumps(_sam_template(size)), encoding="utf-8")
        return [python, HERE / "sam.py", template]
    if version:
        yield Peer("SAM's translator", version, "python sam.py template.json", command)


def _sam_template(size):
    """The API of `shapes.wide` for SAM, which knows no mock: every method calls the function."""
    events = {}
    for number in range(size):
        collection, verb = divmod(number, 5)
        path = f"/collection{collection}{'/{id}' if verb > 1 else ''}"
        method = ("get", "post", "get", "put", "delete")[verb]
        events[f"Event{number}"] = {"Type": "Api", "Properties": {
            "RestApiId": {"Ref": "Bench"}, "Path": path, "Method": method, "Auth": {"Authorizer": "AWS_IAM"}}}
    return {"Transform": "AWS::Serverless-2016-10-31", "Resources": {
        "Bench": {"Type": "AWS::Serverless::Api", "Properties": {"StageName": "prod"}},
        "Store": {"Type": "AWS::Serverless::Function", "Properties": {
            "Runtime": "python3.13", "Handler": "index.handler", "CodeUri": "s3://code/store.zip", "Events": events}}}}


def _cfn_lint(python, _):
    version = _version(python, "cfn-lint")
    # 2, 4, 8 and their sums: errors, warnings, remarks; a template of thousands of resources has one error, their number.
    if version:
        yield Peer("cfn-lint", version, "cfn-lint template.json", lambda size, spec: [
            python, "-c", "import sys; from cfnlint.runner.cli import main; sys.exit(main())", spec.with_name("template.json")],
            verb="validate", statuses=range(16))


def _cdk(python, folder):
    modules = _node_modules(python, folder)
    if modules is None:
        return
    version = json.loads((modules / "aws-cdk-lib/package.json").read_text(encoding="utf-8"))["version"]
    node = subprocess.run(["node", "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    program = Path(folder, "cdk.js")
    shutil.copy(HERE / "cdk.js", program)
    yield Peer("the CDK", f"{version}, Node.js {node}", "node cdk.js SIZE cdk.out",
               lambda size, _: ["node", program, size, Path(folder, "cdk.out")])


def _node_modules(python, folder):
    """The CDK's modules, unpacked from its Python packages, which carry them; None where they or Node.js are missing."""
    if not shutil.which("node") or not _version(python, "aws-cdk-lib"):
        return None
    code = ("import importlib.util as u, pathlib as p; "
            "print(p.Path(u.find_spec('aws_cdk').origin).parent.parent)")
    packages = subprocess.run([python, "-c", code], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    modules = Path(folder, "node_modules")
    for archive in Path(packages).rglob("*.jsii.tgz"):
        name = archive.name.split("@")[0]
        scope = "" if name in ("aws-cdk-lib", "constructs") else "@aws-cdk"
        place = modules / scope / name
        with tarfile.open(archive) as files:
            files.extractall(modules / "unpacked" / name)
        place.parent.mkdir(exist_ok=True)
        (modules / "unpacked" / name / "package").rename(place)
    return modules
