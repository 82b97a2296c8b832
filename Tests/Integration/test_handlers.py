"""The examples' handlers do what the specs beside them count on."""

import importlib.util
import json
import os
import re
import unittest
import unittest.mock

import project


def handler(example, path):
    """The `handler` function of a file of an example."""
    file = project.example(example) / path
    module = importlib.util.module_from_spec(specification := importlib.util.spec_from_file_location(file.stem, file))
    specification.loader.exec_module(module)
    return module.handler


class Handlers(unittest.TestCase):
    def test_the_authorizer_reads_headers_in_any_case_and_asks_for_both(self):
        authorize = handler("request-authorizer", "handler/index.py")

        def effect(headers, query):
            event = {"headers": headers, "queryStringParameters": query, "methodArn": "arn:aws:execute-api:r:a:api/prod/GET/"}
            statement = authorize(event, None)["policyDocument"]["Statement"][0]
            self.assertEqual(statement["Resource"], event["methodArn"])
            return statement["Effect"]

        self.assertEqual(effect({"AUTHORIZATION": "allow"}, {"allow": "yes"}), "Allow")
        self.assertEqual(effect({"authorization": "allow"}, {"allow": "yes"}), "Allow")
        self.assertEqual(effect({"Authorization": "deny"}, {"allow": "yes"}), "Deny")
        self.assertEqual(effect({"Authorization": "allow"}, {"allow": "no"}), "Deny")
        self.assertEqual(effect(None, None), "Deny")

    def test_the_price_of_an_unknown_product_fails_with_the_words_that_become_a_404(self):
        price = handler("lambda-api", "handlers/prices.py")
        self.assertEqual(
            price({"product": "tea", "count": "2", "currency": "EUR"}, None), {"cents": 900, "currency": "EUR"})
        with self.assertRaises(LookupError) as raised:
            price({"product": "sand", "count": "1", "currency": "EUR"}, None)
        spec = (project.example("lambda-api") / "apigw.yaml").read_text()
        pattern = re.search(r"selectionPattern: (.*)", spec).group(1)
        self.assertRegex(str(raised.exception), f"^(?:{pattern})$")

    def test_the_orders_answer_in_the_form_of_a_proxy(self):
        orders = handler("lambda-api", "handlers/orders.py")
        listed = orders({"httpMethod": "GET", "queryStringParameters": {"page": "1"}}, None)
        taken = orders({"httpMethod": "POST", "body": '{"items": ["tea"]}'}, None)
        removed = orders({"httpMethod": "DELETE", "pathParameters": {"id": "1001"}}, None)
        self.assertEqual([each["statusCode"] for each in (listed, taken, removed)], [200, 201, 204])
        self.assertTrue(all(isinstance(each.get("body", ""), str) for each in (listed, taken, removed)))

    def test_the_pet_store_finds_by_category_and_knows_what_it_has(self):
        pets = handler("pet-store", "handlers/pets.py")
        listed = pets({"resource": "/pets", "httpMethod": "GET", "queryStringParameters": {"category": "dog", "limit": "1"}}, None)
        missing = pets({"resource": "/pets/{id}", "httpMethod": "GET", "pathParameters": {"id": "x"}}, None)
        self.assertEqual([pet["name"] for pet in json.loads(listed["body"])], ["Rex"])
        self.assertEqual(missing["statusCode"], 404)

    def test_the_catalogue_shows_the_prices_of_the_stage_variable(self):
        catalogue = handler("canary-and-cache", "handlers/catalogue.py")

        def tea(variables):
            return json.loads(catalogue({"stageVariables": variables}, None)["body"])["tea"]

        self.assertEqual((tea({"prices": "standard"}), tea({"prices": "summer"})), (450, 400))

    def test_the_profile_answers_the_pages_of_its_origins_alone(self):
        with unittest.mock.patch.dict(os.environ, ORIGINS="https://shop.example.com,https://admin.example.com"):
            profile = handler("cors-origins", "handlers/profile.py")

        def allowed(origin):
            return profile({"headers": {"origin": origin}}, None)["headers"].get("Access-Control-Allow-Origin")

        self.assertEqual(allowed("https://admin.example.com"), "https://admin.example.com")
        self.assertIsNone(allowed("https://evil.example.com"))
