"""Whole sessions of an editor with the language server."""

import json
import os
import shutil
import subprocess

from lsprotocol import types

import editor
import project

SPEC = """\
functions:
  listOrders:
    runtime: nodejs24.x
    handler: index.list
    code: {inline: "exports.list = () => 1"}
apis:
  Shop:
    authorizers:
      Gate:
        type: token
        handler: listOrders
    paths:
      /orders:
        GET:
          authorizer: Gate
          integration: listOrders
        POST:
          authorizer: Gate
          integration:
            type: mock
            passthroughBehavior: NEVER
            response: {statusCode: 200}
outputs:
  Id: {Value: !Ref Shop}
"""


class Sessions(editor.Editor):
    async def test_a_mistake_is_typed_shown_explained_and_mended(self):
        spec = self.open("apigw.yaml", SPEC)
        self.assertEqual([each.code for each in await spec.findings() if each.severity == 1], [])
        spec.replace("passthroughBehavior", "passthruBehavior")
        found = [each for each in await spec.findings() if each.code == "SPEC101"]
        self.assertEqual(len(found), 1)
        self.assertEqual(found[0].range.start, spec.find("passthruBehavior"))
        self.assertEqual(found[0].range.end, spec.find("passthruBehavior", len("passthruBehavior")))
        self.assertIn("did you mean 'passthroughBehavior'?", found[0].message)
        hover = await spec.hover(found[0].range.start)
        self.assertIn("SPEC101", hover.contents.value)
        fixes = [each for each in await spec.actions(found[0].range) if each.title == "Write 'passthroughBehavior'"]
        self.assertEqual([each.kind for each in fixes], ["quickfix"])
        spec.apply(fixes[0].edit)
        self.assertEqual(spec.text, SPEC)
        self.assertNotIn("SPEC101", await spec.rules())
        self.assertEqual(await self.end(), 0)

    async def test_everything_that_is_certain_is_mended_at_once(self):
        broken = SPEC.replace("passthroughBehavior", "passthrough_behavior").replace("runtime:", "runtme:")
        spec = self.open("apigw.yaml", broken)
        whole = types.Range(start=spec.position(0), end=spec.position(len(broken)))
        self.assertEqual([each.kind for each in await spec.actions(whole, only=["quickfix"])][:2], ["quickfix"] * 2)
        mending, = await spec.actions(whole, only=["source.fixAll"])
        self.assertEqual((mending.kind, list(mending.edit.changes)), ("source.fixAll", [spec.uri]))
        spec.apply(mending.edit)
        self.assertEqual(spec.text, SPEC)
        self.assertEqual([each.code for each in await spec.findings() if each.severity == 1], [])
        self.assertFalse(await spec.actions(whole, only=["source.fixAll"]))

    async def test_a_method_is_written_with_completions_alone(self):
        spec = self.open("apigw.yaml", SPEC)
        spec.type("        GET:\n          authorizer: Gate\n          integration: listOrders\n", "        PUT:\n          \n")
        place = spec.find("        PUT:\n          ", len("        PUT:\n          "))
        keys = await spec.complete(place)
        self.assertIn("authorizer", keys)
        self.assertIn("integration", keys)
        documentation = keys["authorizer"].documentation
        self.assertIn("An authorizer of the API", documentation.value if self.shows_markdown else documentation)
        edit = keys["integration"].text_edit
        spec.edit(spec.offset(edit.range.start), spec.offset(edit.range.end), edit.new_text)
        place = spec.find("        PUT:\n          integration: ", len("        PUT:\n          integration: "))
        self.assertIn("listOrders", await spec.complete(place))
        spec.type("        PUT:\n          integration: ", "listOrders")
        self.assertEqual([each.code for each in await spec.findings() if each.severity == 1], [])

    async def test_parts_of_the_request_are_completed_a_dot_at_a_time(self):
        spec = self.open("apigw.yaml", SPEC.replace(
            "response: {statusCode: 200}", "requestParameters:\n              integration.request.header.x: "))
        place = "integration.request.header.x: "
        for typed, label in [("m", "method.request.header."), ("ethod.request.", "method.request.body")]:
            spec.type(place, typed)
            place += typed
            self.assertIn(label, await spec.complete(spec.find(place, len(place))))
        spec.replace(place, "integration.request.header.x: context.")
        place = "integration.request.header.x: context."
        item = (await spec.complete(spec.find(place, len(place))))["context.identity.sourceIp"]
        spec.edit(spec.offset(item.text_edit.range.start), spec.offset(item.text_edit.range.end), item.text_edit.new_text)
        self.assertIn("integration.request.header.x: context.identity.sourceIp\n", spec.text)
        self.assertNotIn("INT", "".join(each.code for each in await spec.findings() if each.severity == 1))

    async def test_words_that_stand_for_no_name_and_models_that_are_always_there_are_offered(self):
        spec = self.open("apigw.yaml", SPEC.replace("          authorizer: Gate\n          integration: listOrders\n", (
            "          authorizer: \n          integration: listOrders\n          requestModels: {application/json: }\n"), 1))
        place = "          authorizer: "
        offered = await spec.complete(spec.find(place, len(place)))
        self.assertEqual([label for label in offered if not label.startswith("!")], ["Gate", "none"])
        place = "application/json: "
        self.assertEqual(list(await spec.complete(spec.find(place, len(place)))), ["Empty", "Error"])

    async def test_paths_lead_to_files_of_the_project_alone(self):
        (self.folder / "src").mkdir()
        wanted = {name: self.write(name, "") for name in ("src/index.js", "app.js")}
        wanted["openapi.yaml"] = self.write("openapi.yaml", "{openapi: 3.0.1, info: {title: Shop, version: '1'}, paths: {}}\n")
        text = (
            "functions:\n"
            "  folder: {runtime: nodejs24.x, handler: index.list, code: ./src}\n"
            "  file: {runtime: nodejs24.x, handler: app.list, code: app.js}\n"
            "  inlined: {runtime: nodejs24.x, handler: index.list, code: {inline: !File app.js}}\n"
            "  link: {runtime: nodejs24.x, handler: index.list, code: link}\n"
            "  above: {runtime: nodejs24.x, handler: index.list, code: ../}\n"
            "apis: {Shop: {definition: openapi.yaml}}\n")
        (self.folder / "link").symlink_to("/etc/hostname")
        spec = self.open("apigw.yaml", text)
        for path, name in [
                ("./src", "src/index.js"), ("app.js}\n", "app.js"), ("!File app.js", "app.js"), ("openapi.yaml", "openapi.yaml")]:
            with self.subTest(path=path):
                found = await spec.definition(spec.find(path, 2))
                self.assertEqual([(each.uri, each.range.start) for each in found], [
                    (wanted[name].as_uri(), types.Position(line=0, character=0))])
        for path in ("code: link", "code: ../"):
            self.assertEqual(await spec.definition(spec.find(path, 7)), [])

    async def test_names_lead_to_their_places_and_back(self):
        spec = self.open("apigw.yaml", SPEC)
        for use, into, declared in [
                ("authorizer: Gate", 13, "Gate:"), ("integration: listOrders", 15, "listOrders:"),
                ("!Ref Shop", 6, "Shop:"), ("handler: listOrders", 10, "listOrders:")]:
            with self.subTest(use=use):
                found = await spec.definition(spec.find(use, into))
                self.assertEqual([(each.uri, each.range.start) for each in found], [(spec.uri, spec.find(declared))])
        uses = await spec.references(spec.find("Gate:"))
        self.assertEqual([spec.offset(each.range.start) for each in uses], [
            spec.offset(spec.find("Gate", count=count)) for count in (1, 2, 3)])

    async def test_the_outline_follows_the_spec(self):
        spec = self.open("apigw.yaml", SPEC)
        functions, apis = await spec.symbols()
        self.assertEqual((functions.name, [each.name for each in functions.children]), ("functions", ["listOrders"]))
        authorizers, paths = apis.children[0].children
        self.assertEqual([each.name for each in authorizers.children], ["Gate"])
        self.assertEqual([each.name for each in paths.children[0].children], ["GET", "POST"])

    async def test_files_that_are_included_are_read_from_the_disk_and_from_the_editor(self):
        broken = "/orders:\n  GET: {integration: {type: mok}}\n"
        path = self.write("paths.yaml", broken)
        spec = self.open("apigw.yaml", "apis: {Shop: {paths: !Include paths.yaml}}\n")
        await spec.findings()
        self.assertEqual([each.code for each in self.client.diagnostics[path.as_uri()]], ["INT201"])
        found = await spec.definition(spec.find("paths.yaml", 2))
        self.assertEqual([each.uri for each in found], [path.as_uri()])
        paths = editor.Document(self, path, broken)
        paths.replace("mok", "mock")
        self.assertNotIn("INT201", await paths.rules())
        paths.close()
        await self.told(path, ["INT201"])
        spec.close()
        await self.told(path, [])

    async def told(self, path, rules):
        """Waits until these are the findings of a file that is not open."""
        while [each.code for each in self.client.diagnostics[path.as_uri()]] != rules:
            await self.notified()

    async def test_a_warning_is_silenced_from_the_editor(self):
        spec = self.open("apigw.yaml", SPEC.replace(
            "integration:\n            type: mock\n            passthroughBehavior: NEVER\n            response: {statusCode: 200}",
            "integration:\n            type: http\n            url: http://orders.example.com"))
        warning = next(each for each in await spec.findings() if each.code == "SEC004")
        action = next(each for each in await spec.actions(warning.range) if each.title == "Ignore SEC004 here")
        spec.apply(action.edit)
        self.assertIn("            # apigw-synth: ignore SEC004\n            url:", spec.text)
        self.assertNotIn("SEC004", await spec.rules())

    async def test_what_the_command_reports_is_shown_at_the_same_places(self):
        cases = sorted(project.ROOT.glob("Tests/DiagnosticGoldens/*/apigw.yaml"))
        self.assertGreater(len(cases), 10)
        for case in cases:
            folder = self.folder / case.parent.name
            shutil.copytree(case.parent, folder)
            path = folder / "apigw.yaml"
            try:
                spec = editor.Document(self, path, path.read_bytes().decode())
            except UnicodeDecodeError:
                continue
            done = subprocess.run(
                [project.BINARY, "validate", "--diagnostics", "json", "--info", path],
                stdout=subprocess.PIPE, timeout=60, check=False)
            wanted = [
                (each["line"] - 1, each["rule"]) for each in json.loads(done.stdout)["diagnostics"]
                if each["file"] == str(path)]
            with self.subTest(case=case.parent.name):
                found = [(each.range.start.line, each.code) for each in await spec.findings()]
                self.assertEqual(sorted(found), sorted(wanted))
            spec.close()


class SessionsOfMarkdown(Sessions):
    shows_markdown = True


class Emoji:
    """Typing behind characters that count differently in each encoding."""

    async def test_places_are_counted_as_agreed(self):
        text = SPEC.replace("\n", "\r\n").replace("  Shop:", "  Shop: # 😀é\tx").replace(
            "response: {statusCode: 200}", "response: {statusCode: 200, headers: {x-😀: a, y: b}, bdy: 1}")
        spec = self.open("apigw.yaml", text)
        found = next(each for each in await spec.findings() if "'bdy'" in each.message)
        self.assertEqual((found.range.start, found.range.end), (spec.find("bdy"), spec.find("bdy", 3)))
        spec.replace("x-😀: a, ", "x-é: a, ")
        found = next(each for each in await spec.findings() if "'bdy'" in each.message)
        self.assertEqual(found.range.start, spec.find("bdy"))
        spec.replace("bdy", "body")
        self.assertEqual([each.code for each in await spec.findings() if each.severity == 1], [])


class EmojiByDefault(Emoji, editor.Editor):
    encodings = None


class EmojiInBytes(Emoji, editor.Editor):
    encodings = [types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16]


class EmojiInCodePoints(Emoji, editor.Editor):
    encodings = [types.PositionEncodingKind.Utf32, types.PositionEncodingKind.Utf16]


class Process(editor.Editor):
    async def test_the_program_ends_as_the_protocol_says(self):
        self.assertEqual(self.result.server_info.version, project.run(project.BINARY, "--version").stdout.strip())
        self.assertEqual(await self.end(), 0)

    async def test_an_editor_that_leaves_without_a_word_ends_the_program_with_a_failure(self):
        for arguments in ([], ["--stdio"]):
            done = subprocess.run(
                [project.BINARY, "lsp", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=60, check=False)
            self.assertEqual((done.returncode, done.stdout), (1, b""))

    async def test_nothing_but_messages_goes_to_standard_output(self):
        noise = b"hello\r\n\r\n" + os.urandom(5000) + b"\r\n\r\nContent-Length: 2\r\n\r\n{}"
        done = subprocess.run([project.BINARY, "lsp"], input=noise, stdout=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual(done.returncode, 1)
        rest = done.stdout
        self.assertTrue(rest)
        while rest:
            head, _, rest = rest.partition(b"\r\n\r\n")
            length = int(head.removeprefix(b"Content-Length: "))
            self.assertEqual(json.loads(rest[:length])["jsonrpc"], "2.0")
            rest = rest[length:]
