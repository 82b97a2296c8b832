"""The examples, deployed to an AWS emulator with the real AWS CLI, answer as their READMEs say.

The emulator renders no response template, calls no service but Lambda, SQS and HTTP backends, and makes nothing of a stack's
request validators: what only those decide is not asserted here.
"""

import json
import re
import unittest

import project
from emulator import answer, signed
from stacks import Refused, Stacks

NETWORK = {"VPC": "vpc-0a1b2c3d", "SUBNETS": "subnet-0a1b2c3d,subnet-4e5f6071"}
# What the emulator cannot make, and its words for it.
LACKING = {"vpc-link": "AWS::ApiGateway::VpcLink"}
BLOCK = re.compile(r"^<!-- commands -->\n```sh\n(.*?)^```$", re.M | re.S)
CALL = re.compile(r"^curl (?:.*\\\n)*.*$", re.M)
# The status of each call in an example's README. The emulator validates no body, so that the pet store takes what AWS would not.
STATUSES = {
    "canary-and-cache": [200], "cors-origins": [204], "pet-store": [200, 201], "request-authorizer": [401, 403, 200],
    "sqs-ingestion": [202], "tenants": [401], "two-hundred-methods": [200]}
# Calls that the emulator leads to their integration, and which it then cannot make.
ON_THE_WAY = {"dynamodb-crud", "response-streaming", "s3-files", "step-functions"}
# Calls to what is not at the emulator's address: a domain, an endpoint in a VPC, and an API that it does not make.
ELSEWHERE = {"custom-domain", "private-api", "vpc-link"}


class Deployment(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stacks = Stacks().__enter__()
        cls.addClassCleanup(cls.stacks.__exit__)
        zone = cls.stacks.json("route53", "create-hosted-zone", "--name", "example.com", "--caller-reference", "once")
        cls.variables = {
            "private-api": NETWORK,
            "vpc-link": NETWORK,
            "custom-domain": {"ZONE": zone["HostedZone"]["Id"].rpartition("/")[2], "VERSION": "1"},
        }

    def test_every_example_is_deployed_but_for_what_the_emulator_lacks(self):
        for folder in project.EXAMPLES:
            with self.subTest(example=folder.name):
                if folder.name in LACKING:
                    with self.assertRaisesRegex(Refused, LACKING[folder.name]):
                        self.deploy(folder.name)
                else:
                    self.deploy(folder.name)

    def test_the_calls_of_the_readmes_answer(self):
        calls = {}
        for folder in project.EXAMPLES:
            blocks = "".join(BLOCK.findall((folder / "README.md").read_text()))
            if found := CALL.findall(blocks):
                calls[folder.name] = found
        self.assertEqual(set(calls), {*STATUSES, *ON_THE_WAY, *ELSEWHERE})
        (self.stacks.scratch / ".curlrc").write_text('silent\nwrite-out = "\\n%{http_code}\\n"\n')
        for name in set(calls) - ELSEWHERE:
            with self.subTest(example=name):
                statuses = [self.status_of(call, name) for call in calls[name]]
                if name in STATUSES:
                    self.assertEqual(statuses, STATUSES[name])
                else:
                    self.assertLessEqual(set(statuses), {500, 504})

    def status_of(self, call, name):
        """What a call of an example's README says of its status, its last line."""
        folder = self.stacks.scratch / name
        output, = (key for key in self.deploy(name) if key.endswith("Endpoint"))
        endpoint = self.endpoint(name, output)
        (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
        done = project.run("bash", "-c", call, cwd=folder, timeout=60, env={
            **self.stacks.emulator.environment, "CURL_HOME": str(self.stacks.scratch), "AWS_REGION": "us-east-1",
            "ENDPOINT": endpoint.rstrip("/"), "endpoint": endpoint, "TOKEN": "none", "KEY": "none"})
        self.assertEqual(done.returncode, 0, done.stdout)
        said = re.search(r"# (\d{3})$", call)
        status = int(done.stdout.split()[-1])
        if said and (name, said[1]) != ("pet-store", "422"):
            self.assertEqual(status, int(said[1]))
        return status

    def test_the_request_authorizer_lets_in_whom_it_should(self):
        endpoint = self.stacks.endpoint("request-authorizer", "MyRestApiEndpoint")
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
        endpoint = self.stacks.endpoint("mock-responses", "AnswersEndpoint")
        status, headers, body = answer(endpoint + "health")
        self.assertEqual((status, headers["Cache-Control"], json.loads(body)), (200, "no-store", {"status": "ok"}))
        status, headers, _ = answer(endpoint + "old", method="POST")
        self.assertEqual((status, headers["Location"]), (308, "https://example.com/new"))
        status, headers, _ = answer(endpoint + "robots.txt")
        self.assertEqual((status, headers["Content-Type"]), (200, "text/plain"))
        self.assertEqual(answer(endpoint + "items/7", method="DELETE")[0], 204)

    def test_the_functions_answer_signed_calls_alone(self):
        endpoint = self.stacks.endpoint("lambda-api", "ShopEndpoint")
        order = endpoint + "orders/1001"
        self.assertEqual(answer(order)[0], 403)
        status, _, body = answer(order, signed(order))
        self.assertEqual((status, json.loads(body)), (200, {"id": "1001", "items": []}))
        status, _, body = answer(endpoint + "health")
        self.assertEqual((status, json.loads(body)), (200, {"status": "ok"}))

    def test_the_pet_store_lists_shows_and_takes_pets(self):
        pets = self.endpoint("pet-store", "PetStoreEndpoint") + "pets"
        status, _, body = answer(pets + "?category=cat")
        self.assertEqual((status, [pet["name"] for pet in json.loads(body)]), (200, ["Mia"]))
        self.assertEqual(answer(pets + "/9")[0], 404)
        kim = {"name": "Kim", "category": "cat"}
        status, _, body = answer(pets, {"X-Shop": "corner"}, "POST", kim)
        self.assertEqual((status, json.loads(body)), (201, {"id": 3, **kim}))

    def test_an_event_goes_into_the_queue_with_its_tenant(self):
        endpoint = self.endpoint("sqs-ingestion", "IngestionEndpoint")
        event = {"type": "sold", "source": "till & co", "data": {"items": 2}}
        self.assertEqual(answer(endpoint + "events/acme", method="POST", content=event)[0], 202)
        queue = self.deploy("sqs-ingestion")["QueueUrl"]
        received = self.stacks.json(
            "sqs", "receive-message", "--endpoint-url", self.stacks.emulator.url, "--queue-url", queue, "--message-attribute-names", "All")
        message, = received["Messages"]
        self.assertEqual(json.loads(message["Body"]), event)
        self.assertEqual(message["MessageAttributes"]["tenant"]["StringValue"], "acme")

    def test_the_files_are_for_signed_calls_alone(self):
        self.assertEqual(answer(self.endpoint("s3-files", "FilesEndpoint") + "files/a/b.txt")[0], 403)

    def test_the_tenants_need_a_token(self):
        endpoint = self.endpoint("tenants", "ReportsEndpoint")
        self.assertEqual(answer(endpoint + "reports")[0], 401)
        self.assertEqual(answer(endpoint + "health")[0], 200)

    def test_the_catalogue_answers(self):
        status, _, body = answer(self.endpoint("canary-and-cache", "CatalogueEndpoint") + "products")
        self.assertEqual((status, set(json.loads(body))), (200, {"tea", "coffee"}))

    def test_the_preflight_needs_no_signature_and_the_answers_carry_the_origin(self):
        endpoint = self.endpoint("cors-origins", "ProfilesEndpoint")
        page = {"Origin": "https://shop.example.com"}
        status, headers, _ = answer(endpoint + "profile", page, "OPTIONS")
        self.assertEqual((status, headers["Access-Control-Allow-Origin"], headers["Vary"]), (204, page["Origin"], "Origin"))
        status, headers, _ = answer(endpoint + "countries", page)
        self.assertEqual((status, headers["Access-Control-Allow-Origin"]), (200, page["Origin"]))
        status, headers, _ = answer(endpoint + "profile", page)
        self.assertEqual((status, headers["Access-Control-Allow-Origin"]), (403, page["Origin"]))

    def test_the_domain_has_both_apis(self):
        self.deploy("custom-domain")
        mappings = self.stacks.json("apigatewayv2", "get-api-mappings", "--domain-name", "api.example.com")["Items"]
        self.assertEqual({each["ApiMappingKey"] for each in mappings}, {"shop/v1", "billing/v1"})

    def test_each_of_the_two_hundred_methods_goes_to_its_service(self):
        endpoint = self.endpoint("two-hundred-methods", "CompanyEndpoint")
        self.assertEqual(json.loads(answer(endpoint + "billing/health")[2])["service"], "billing")
        order = endpoint + "sales/orders/7"
        self.assertEqual(answer(order)[0], 403)
        status, _, body = answer(order, signed(order))
        self.assertEqual((status, json.loads(body)), (
            200, {"service": "sales", "operation": "GET /sales/orders/{id}", "id": "7"}))

    def deploy(self, name):
        return self.stacks.deploy(name, self.variables.get(name))

    def endpoint(self, name, output):
        return self.stacks.endpoint(name, output, self.variables.get(name))
