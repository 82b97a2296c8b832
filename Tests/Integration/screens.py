"""A terminal of a given width, by tmux: what a command shows there, with its colours."""

import contextlib
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

HEIGHT = 400
PATIENCE_SECONDS = 60
# What decides about colours and widths.
DECIDING = ("NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "TERM", "TMUX")
SEQUENCE = re.compile(r"\x1b\[([\d;]*)m")


class Terminal:
    """Runs between `with Terminal() as terminal:` and the end of the block; a server of its own, with nobody's settings."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="terminal-")
        self.socket = Path(self.folder.name) / "socket"
        self.count = 0
        # A server without a session ends. What it is started with, all that it starts get.
        kept = {name: value for name, value in os.environ.items() if name not in DECIDING}
        self.tmux("new-session", "-d", "-s", "keeper", "sleep 3600", env=kept)
        return self

    def __exit__(self, *_):
        self.tmux("kill-server", check=False)
        self.folder.cleanup()

    def tmux(self, *arguments, check=True, env=None):
        return subprocess.run(
            ["tmux", "-u", "-S", self.socket, "-f", "/dev/null", *arguments], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, text=True, timeout=PATIENCE_SECONDS, check=check, env=env).stdout

    @contextlib.contextmanager
    def started(self, command, folder, environment):
        """A program that runs until the end of the block."""
        self.count += 1
        name = f"program{self.count}"
        self.start(name, 80, 24, folder, environment, command)
        try:
            yield Started(self, name)
        finally:
            self.tmux("kill-session", "-t", name, check=False)

    def start(self, name, columns, lines, folder, environment, command):
        more = [part for name, value in environment.items() for part in ("-e", f"{name}={value}")]
        # The search path is the client's, whatever the session is told.
        self.tmux(
            "new-session", "-d", "-s", name, "-x", str(columns), "-y", str(lines), "-c", folder, *more, command,
            env={**os.environ, **environment})

    def screen(self, script, folder, columns, environment):
        """What a terminal shows after a script of bash; its lines, and the same with those joined that it broke."""
        self.count += 1
        name = f"screen{self.count}"
        file = Path(self.folder.name) / name
        # The size that a terminal has from the start is the one that programs see.
        file.write_text(f"{script}\ntmux -S '{self.socket}' wait-for -S {name}\nsleep {PATIENCE_SECONDS}\n")
        self.start(name, columns, HEIGHT, folder, environment, f"exec bash --noprofile --norc '{file}'")
        try:
            self.tmux("wait-for", name)
            pane = ("capture-pane", "-p", "-e", "-S", "-", "-t", f"{name}:")
            return plain(self.tmux(*pane)), plain(self.tmux(*pane, "-J"))
        finally:
            self.tmux("kill-session", "-t", name)


class Started:
    """A program in a terminal, to type into."""

    def __init__(self, terminal, name):
        self.terminal, self.name = terminal, name

    def type(self, text, *keys):
        self.terminal.tmux("send-keys", "-t", f"{self.name}:", "-l", "--", text)
        if keys:
            self.terminal.tmux("send-keys", "-t", f"{self.name}:", *keys)

    def wait(self, text):
        """Returns when the text is to be seen."""
        end = time.monotonic() + PATIENCE_SECONDS
        while text not in (screen := self.terminal.tmux("capture-pane", "-p", "-t", f"{self.name}:")):
            assert time.monotonic() < end, f"'{text}' did not come:\n{screen.strip()}"
            time.sleep(0.05)


def plain(capture):
    """A capture without the blanks at its end, and with its colours spelt one way, whatever tmux's version."""
    lines, style = [], ()
    for line in capture.rstrip().split("\n"):
        text, at = "", 0
        for match in SEQUENCE.finditer(line):
            text += line[at:match.start()]
            at, changed = match.end(), style
            for code in match[1].split(";"):
                changed = changed_by(code, changed)
            if changed != style:
                text += f"\x1b[{';'.join(('0', *changed))}m" if changed else "\x1b[0m"
                style = changed
        lines.append((text + line[at:]).rstrip())
    return "\n".join(lines) + ("\x1b[0m" if style else "") + "\n"


def changed_by(code, style):
    """A style, of codes in order, after one more code."""
    if code in ("", "0"):
        return ()
    if code == "49":
        return style
    if code in ("39", "22"):
        return tuple(each for each in style if (each in ("1", "2")) != (code == "22"))
    return tuple(sorted({*style, code}, key=int))
