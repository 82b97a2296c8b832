"""An editor with one folder open, as far as a language server can tell."""

import asyncio
import tempfile
import unittest
import warnings
from pathlib import Path

import pytest_lsp
from lsprotocol import types
from pygls.protocol import default_converter

import project

ENCODINGS = {
    types.PositionEncodingKind.Utf8: "utf-8", types.PositionEncodingKind.Utf16: "utf-16-le",
    types.PositionEncodingKind.Utf32: "utf-32-le"}
UNIT = {"utf-8": 1, "utf-16-le": 2, "utf-32-le": 4}


class Document:
    """What the editor holds of a file; keeps itself and the server's copy the same, a stretch at a time."""

    def __init__(self, editor, path, text):
        self.editor, self.uri, self.text, self.version = editor, path.as_uri(), text, 1
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(
            types.TextDocumentItem(uri=self.uri, language_id="yaml", version=1, text=text)))

    @property
    def identifier(self):
        return types.TextDocumentIdentifier(uri=self.uri)

    def position(self, offset):
        """The place of an offset in Python's characters."""
        line = self.text.count("\n", 0, offset)
        before = self.text[self.text.rfind("\n", 0, offset) + 1:offset]
        codec = self.editor.codec
        return types.Position(line=line, character=len(before.encode(codec)) // UNIT[codec])

    def offset(self, position):
        start = 0
        for _ in range(position.line):
            start = self.text.index("\n", start) + 1
        rest, codec = self.text[start:], self.editor.codec
        return start + len(rest.encode(codec)[:position.character * UNIT[codec]].decode(codec))

    def find(self, text, into=0, count=1):
        """The place of some text, and so many characters into it."""
        at = -1
        for _ in range(count):
            at = self.text.index(text, at + 1)
        return self.position(at + into)

    def edit(self, start, end, text):
        """Replaces a stretch between two offsets, as typing does."""
        self.version += 1
        self.editor.client.text_document_did_change(types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=self.uri, version=self.version),
            content_changes=[types.TextDocumentContentChangePartial(
                range=types.Range(start=self.position(start), end=self.position(end)), text=text)]))
        self.text = self.text[:start] + text + self.text[end:]

    def replace(self, old, new):
        at = self.text.index(old)
        self.edit(at, at + len(old), new)

    def type(self, after, text):
        """Types text, a character at a time, behind some text."""
        at = self.text.index(after) + len(after)
        for number, letter in enumerate(text):
            self.edit(at + number, at + number, letter)

    def apply(self, edit):
        """Makes the changes of an action that are for this document, the last one first."""
        changes = edit.changes[self.uri]
        for change in sorted(changes, key=lambda each: (each.range.start.line, each.range.start.character), reverse=True):
            self.edit(self.offset(change.range.start), self.offset(change.range.end), change.new_text)

    def close(self):
        self.editor.client.text_document_did_close(types.DidCloseTextDocumentParams(text_document=self.identifier))

    async def findings(self):
        """The diagnostics of the text as it now is: the server says to which version they belong."""
        while self.editor.versions.get(self.uri) != self.version:
            await self.editor.notified()
        return self.editor.client.diagnostics[self.uri]

    async def rules(self):
        return [each.code for each in await self.findings()]

    async def symbols(self):
        return await self.editor.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(text_document=self.identifier))

    async def hover(self, position):
        return await self.editor.client.text_document_hover_async(
            types.HoverParams(text_document=self.identifier, position=position))

    async def complete(self, position):
        found = await self.editor.client.text_document_completion_async(
            types.CompletionParams(text_document=self.identifier, position=position))
        return {item.label: item for item in found.items}

    async def definition(self, position):
        return await self.editor.client.text_document_definition_async(
            types.DefinitionParams(text_document=self.identifier, position=position))

    async def references(self, position):
        return await self.editor.client.text_document_references_async(types.ReferenceParams(
            text_document=self.identifier, position=position, context=types.ReferenceContext(include_declaration=True)))

    async def actions(self, range_, only=None):
        context = types.CodeActionContext(diagnostics=list(await self.findings()), only=only)
        return await self.editor.client.text_document_code_action_async(
            types.CodeActionParams(text_document=self.identifier, range=range_, context=context))


class Editor(unittest.IsolatedAsyncioTestCase):
    """A test that talks to the program through a client's library, which checks what comes against the protocol."""

    encodings = None
    shows_markdown = False

    async def asyncSetUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name).resolve()
        # What strays from the protocol is a warning of the library's.
        strict = warnings.catch_warnings()
        strict.__enter__()
        self.addCleanup(strict.__exit__, None, None, None)
        warnings.simplefilter("error", pytest_lsp.LspSpecificationWarning)
        await self.start()

    async def start(self):
        self.client = pytest_lsp.LanguageClient(converter_factory=default_converter)
        self.versions = {}
        self.watch()
        await self.client.start_io(str(project.BINARY), "lsp")
        self.addAsyncCleanup(self.leave)
        general = types.GeneralClientCapabilities(position_encodings=self.encodings)
        formats = [types.MarkupKind.Markdown] if self.shows_markdown else None
        document = types.TextDocumentClientCapabilities(
            hover=types.HoverClientCapabilities(content_format=formats),
            completion=types.CompletionClientCapabilities(
                completion_item=types.ClientCompletionItemOptions(documentation_format=formats)),
            document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True))
        result = await self.client.initialize_session(types.InitializeParams(
            capabilities=types.ClientCapabilities(general=general, text_document=document), root_uri=self.folder.as_uri()))
        self.codec = ENCODINGS[result.capabilities.position_encoding]
        self.result = result

    def watch(self):
        self.news = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params):
            self.client.diagnostics[params.uri] = params.diagnostics
            self.versions[params.uri] = params.version
            self.news.set()

        @self.client.feature(types.WINDOW_LOG_MESSAGE)
        def logged(params):
            self.client.log_messages.append(params)

    async def leave(self):
        """Ends the program, wherever the test got to."""
        if self.client._server.returncode is None:
            self.client._server.kill()
        await asyncio.wait_for(self.client.stop(), 30)

    async def asyncTearDown(self):
        self.assertEqual(self.client.log_messages, [], "the server could make nothing of a notification")

    async def notified(self):
        """Waits until the server tells of some file's findings."""
        await asyncio.wait_for(self.news.wait(), 30)
        self.news.clear()

    def open(self, name, text):
        """Opens a file that is on the disk with this text."""
        path = self.write(name, text)
        return Document(self, path, text)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text.encode())
        return path

    async def end(self):
        """Ends the session as an editor does, and gives the program's exit status."""
        await self.client.shutdown_session()
        return self.client._server.returncode
