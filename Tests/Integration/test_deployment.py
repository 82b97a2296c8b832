"""The examples, deployed to an AWS emulator with the real AWS CLI, answer as their READMEs say.

The emulator renders no mapping template: what only a template decides is not asserted here.
"""

import json
import shutil
import tempfile
import unittest
from pathlib import Path

import project
from emulator import Emulator, answer, signed


class Deployment(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.emulator = Emulator().__enter__()
        cls.addClassCleanup(cls.emulator.__exit__)
        cls.scratch = Path(tempfile.mkdtemp(prefix="deployment-"))
        cls.addClassCleanup(shutil.rmtree, cls.scratch)
        made = cls.emulator.aws("s3", "mb", "s3://assets", cwd=cls.scratch)
        assert made.returncode == 0, made.stdout

    def test_the_request_authorizer_lets_in_whom_it_should(self):
        endpoint = self.deploy("request-authorizer", "MyRestApiEndpoint")
        credentials = {"Authorization": "allow"}
        calls = {
            "without credentials": (endpoint, {}),
            "without the header": (endpoint + "?allow=yes", {}),
            "without the query": (endpoint, credentials),
            "denied by the header": (endpoint + "?allow=yes", {"Authorization": "deny"}),
            "denied by the query": (endpoint + "?allow=no", credentials),
            "allowed": (endpoint + "?allow=yes", credentials),
        }
        seen = {name: answer(url, headers)[0] for name, (url, headers) in calls.items()}
        self.assertEqual(seen, {
            "without credentials": 401, "without the header": 401, "without the query": 401,
            "denied by the header": 403, "denied by the query": 403, "allowed": 200})

    def test_the_mocks_answer_with_their_status_and_headers(self):
        endpoint = self.deploy("mock-responses", "AnswersEndpoint")
        status, headers, body = answer(endpoint + "health")
        self.assertEqual((status, headers["Cache-Control"], json.loads(body)), (200, "no-store", {"status": "ok"}))
        status, headers, _ = answer(endpoint + "old", method="POST")
        self.assertEqual((status, headers["Location"]), (308, "https://example.com/new"))
        status, headers, _ = answer(endpoint + "robots.txt")
        self.assertEqual((status, headers["Content-Type"]), (200, "text/plain"))
        self.assertEqual(answer(endpoint + "items/7", method="DELETE")[0], 204)

    def test_the_functions_answer_signed_calls_alone(self):
        endpoint = self.deploy("lambda-api", "ShopEndpoint")
        order = endpoint + "orders/1001"
        self.assertEqual(answer(order)[0], 403)
        status, _, body = answer(order, signed(order))
        self.assertEqual((status, json.loads(body)), (200, {"id": "1001", "items": []}))
        status, _, body = answer(endpoint + "health")
        self.assertEqual((status, json.loads(body)), (200, {"status": "ok"}))

    def deploy(self, name, output):
        """Builds, packages and deploys an example; the deployed API's address at the emulator, with a '/' at its end."""
        folder = shutil.copytree(project.example(name), self.scratch / name, dirs_exist_ok=True)
        built = project.build(folder, "template.yaml")
        self.assertEqual((built.returncode, built.stdout), (0, ""))
        self.aws("cloudformation", "package", "--template-file", "template.yaml", "--s3-bucket", "assets",
                 "--output-template-file", "packaged.yaml", cwd=folder)
        self.aws("cloudformation", "deploy", "--template-file", "packaged.yaml", "--stack-name", name,
                 "--capabilities", "CAPABILITY_IAM", "--no-fail-on-empty-changeset", cwd=folder)
        stacks = json.loads(self.aws("cloudformation", "describe-stacks", "--stack-name", name, "--output", "json", cwd=folder))
        outputs = {each["OutputKey"]: each["OutputValue"] for each in stacks["Stacks"][0].get("Outputs", [])}
        self.assertIn(output, outputs)
        host, stage = outputs[output].removeprefix("https://").rstrip("/").split("/")
        self.assertRegex(host, r"^[a-z0-9]+\.execute-api\.us-east-1\.amazonaws\.com$")
        return f"{self.emulator.url}/restapis/{host.split('.')[0]}/{stage}/_user_request_/"

    def aws(self, *arguments, cwd):
        done = self.emulator.aws(*arguments, cwd=cwd)
        self.assertEqual(done.returncode, 0, f"aws {' '.join(arguments[:2])}:\n{done.stdout}")
        return done.stdout
