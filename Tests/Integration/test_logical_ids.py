"""The logical IDs that the documentation shows are those that specs build to."""

import json
import re
import tempfile
import unittest
from pathlib import Path

import project

PAGE = project.ROOT / "docs" / "logical-ids.md"

FUNCTION = """
functions:
  orders: { runtime: python3.13, handler: index.handler, code: { inline: "handler = None" }, version: true, alias: live }
"""

# A method has one integration, an authorizer a role or none, an API stages or none: three specs hold all that there is.
SPECS = [
    FUNCTION + """
apis:
  Shop:
    cloudWatchRole: true
    authorizers: { Gate: { type: token, handler: orders } }
    models: { Order: { schema: { type: object } } }
    requestValidators: { Body: { validateRequestBody: true } }
    gatewayResponses: { DEFAULT_4XX: { statusCode: 404 } }
    paths:
      /: { ANY: { integration: { type: lambda, handler: orders, scopePermissionToMethod: false }, authorizer: Gate } }
      "/items/{id}": { GET: { integration: orders, requestValidatorOptions: { validateRequestParameters: true } } }
      "/files/{proxy+}": { GET: {} }
      /a-b/c: { GET: {} }
      /a/b-c: { GET: {} }
      /Items: { GET: {} }
      /v1/2024: { GET: {} }
apiKeys: { Partner: {} }
usagePlans: { Basic: { apiStages: [{ api: Shop }], apiKeys: [Partner] } }
domainNames:
  Web:
    domainName: shop.example.com
    certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
    mappings: [{ api: Shop, basePath: v1 }]
""",
    FUNCTION + """
apis:
  Shop:
    authorizers: { Gate: { type: token, handler: orders, assumeRole: Caller } }
    paths:
      "/items/{id}":
        GET:
          authorizer: Gate
          integration:
            type: stepFunctions
            stateMachine: arn:aws:states:eu-west-1:111122223333:stateMachine:machine
resources:
  Caller: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } }
""",
    FUNCTION + """
apis:
  Shop:
    deploy: false
    paths: { "/items/{id}": { GET: orders } }
""",
]


def without_hash(logical_id):
    return re.sub(r"(0deployment|0lambdaversion)\w+$", r"\1", logical_id)


class LogicalIDs(unittest.TestCase):
    def test_the_page_shows_what_specs_build_to(self):
        shown = {}
        for row in re.findall(r"^\| [^|]* \| `(AWS::[\w:]+)` \| [^|]* \| `(\w+)` \|$", PAGE.read_text(), re.M):
            shown[without_hash(row[1])] = row[0]
        self.assertGreaterEqual(len(shown), 30)
        built = {}
        with tempfile.TemporaryDirectory() as scratch:
            for number, spec in enumerate(SPECS):
                Path(scratch, "apigw.yaml").write_text(spec, encoding="utf-8")
                done = project.build(scratch, f"{number}.json")
                self.assertEqual(done.returncode, 0, done.stdout)
                resources = json.loads(Path(scratch, f"{number}.json").read_text())["Resources"]
                built.update({without_hash(name): resource["Type"] for name, resource in resources.items()})
        self.assertEqual({name: built.get(name) for name in shown}, shown)
