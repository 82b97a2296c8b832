"""The reference says truly what CloudFormation has: every property that it names is in AWS's schema of the resource."""

import re
import unittest

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

import project

PAGES = sorted((project.ROOT / "docs" / "reference").glob("*.md"))
SECTION = re.compile(r"^## (.+?)$(.*?)(?=^## |\Z)", re.M | re.S)
# A row's fourth cell where it is a property and nothing else.
PROPERTY = re.compile(r"^\|(?: [^|]* \|){3} `([A-Z][A-Za-z0-9.]*)` \|", re.M)


def named(page):
    """The section, resource type and property of every row of a page that names one."""
    for heading, body in SECTION.findall(page.read_text(encoding="utf-8")):
        resource = re.search(r"^CloudFormation: \[`([\w:]+)`\]", body, re.M)
        if resource:
            for path in PROPERTY.findall(body):
                yield heading, resource[1], path


def has(schema, node, path):
    """Whether a schema's node has a property at a path, through references and the items of lists and maps."""
    while "$ref" in node or "items" in node or "patternProperties" in node:
        if "$ref" in node:
            node = schema["definitions"][node["$ref"].rsplit("/", 1)[1]]
        elif "items" in node:
            node = node["items"]
        else:
            node = next(iter(node["patternProperties"].values()))
    if not path:
        return True
    inner = node.get("properties", {}).get(path[0])
    return inner is not None and has(schema, inner, path[1:])


def exists(resource, path):
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", resource).schema
    return has(schema, {"properties": schema["properties"]}, path.split("."))


class Reference(unittest.TestCase):
    def test_the_pages_name_many_properties(self):
        self.assertGreaterEqual(sum(1 for page in PAGES for _ in named(page)), 150)

    def test_every_property_that_a_page_names_exists(self):
        for page in PAGES:
            for heading, resource, path in named(page):
                with self.subTest(page=page.name, section=heading, property=f"{resource}.{path}"):
                    self.assertTrue(exists(resource, path))

    def test_a_property_that_is_not_there_is_found(self):
        self.assertTrue(exists("AWS::ApiGateway::Method", "Integration.IntegrationResponses.StatusCode"))
        self.assertFalse(exists("AWS::ApiGateway::Method", "Integration.IntegrationResponses.Status"))
        self.assertFalse(exists("AWS::ApiGateway::Method", "Integrations"))
