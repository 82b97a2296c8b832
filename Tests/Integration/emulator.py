"""An AWS emulator (ministack) on a free port of the loopback interface, and the AWS CLI pointed at it."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

import project

START_SECONDS = 60


class Emulator:
    """Runs between `with Emulator() as emulator:` and the end of the block; leaves nothing behind."""

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="emulator-"))
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = open(self.folder / "log", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [str(project.tool("ministack"))], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=self.log,
            stderr=subprocess.STDOUT,
            env=project.environment(BIND_HOST="127.0.0.1", MINISTACK_HOST="127.0.0.1", GATEWAY_PORT=str(self.port)))
        try:
            self.wait_until_it_answers()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder)

    def wait_until_it_answers(self):
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            try:
                answer(f"{self.url}/_ministack/health")
                return
            except OSError:
                time.sleep(0.2)
        self.log.seek(0)
        raise RuntimeError("the emulator did not start:\n" + self.log.read()[-2000:])

    @property
    def environment(self):
        """One in which the AWS CLI reaches the emulator, with made-up credentials and with no file of the user's in sight."""
        config = self.folder / "aws-config"
        # Buckets in the path: a name such as bucket.127.0.0.1 does not resolve.
        config.write_text("[default]\nregion = us-east-1\ns3 =\n  addressing_style = path\n")
        clean = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        clean.update(
            AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing", AWS_DEFAULT_REGION="us-east-1",
            AWS_ENDPOINT_URL=self.url, AWS_CONFIG_FILE=str(config), AWS_PAGER="",
            AWS_SHARED_CREDENTIALS_FILE=str(self.folder / "none"), AWS_EC2_METADATA_DISABLED="true")
        return clean

    def aws(self, *arguments, cwd):
        """Runs the AWS CLI in `cwd`."""
        return project.run(project.tool("aws"), *arguments, cwd=cwd, env=self.environment)


def signed(url):
    """The headers of a GET of `url`, signed as a caller with AWS credentials signs it."""
    request = AWSRequest(method="GET", url=url)
    SigV4Auth(Credentials("testing", "testing"), "execute-api", "us-east-1").add_auth(request)
    return dict(request.headers.items())


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answer(url, headers=None, method="GET", content=None):
    """Status, headers and body of a call, with `content` as its JSON body; a redirection is an answer like any other."""
    body = None if content is None else json.dumps(content).encode()
    typed = {} if body is None else {"Content-Type": "application/json"}
    request = urllib.request.Request(url, body, {**typed, **(headers or {})}, method=method)
    try:
        with urllib.request.build_opener(NoProxy, NoRedirection).open(request, timeout=30) as reply:
            return reply.status, reply.headers, reply.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read().decode()


class NoRedirection(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


# The emulator is on this machine, whatever the environment says of proxies.
NoProxy = urllib.request.ProxyHandler({})
