"""What `make` installs and packs is whole: it is installed, run and removed, all in folders of its own."""

import hashlib
import os
import platform
import re
import shutil
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

import project
from screens import Terminal

INSTALLED = [
    "bin/apigw-synth", "share/bash-completion/completions/apigw-synth", "share/fish/vendor_completions.d/apigw-synth.fish",
    "share/man/man1/apigw-synth.1", "share/zsh/site-functions/_apigw-synth"]
SPEC = "apis:\n  A:\n    paths:\n      /x:\n        GET: {authorizationType: NONE, integration: {type: mock, response: {statusCode: 200}}}\n"
VERSION = project.run(project.ROOT / "scripts/version").stdout.strip()


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def make(verb, *variables):
    """Runs a verb with the program under test, which is not built again."""
    return project.run("make", "--no-print-directory", "-o", "build", verb, f"BINARY={project.BINARY}", *variables)


class Packaging(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="packaging-"))
        self.addCleanup(shutil.rmtree, self.scratch)

    def made(self, verb, *variables):
        done = make(verb, *variables)
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout.strip()

    def apart(self, root, *command):
        """Runs a program with a folder as all there is, as a container does."""
        # Swift's runtime asks /proc for the program's path and arguments, so that is there, as in every container.
        (root / "proc").mkdir(exist_ok=True)
        apart = ["unshare", "--mount", "--pid", "--fork", *([] if os.geteuid() == 0 else ["--map-root-user"])]
        done = project.run(*apart, "sh", "-c", 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"', root, *command)
        if done.stdout.startswith(("unshare:", "mount:")):
            self.skipTest("this user may not mount /proc")
        return done


class Version(unittest.TestCase):
    def test_it_stands_in_one_place_and_everything_agrees(self):
        self.assertRegex(VERSION, r"^\d+\.\d+\.\d+$")
        self.assertEqual(project.run(project.BINARY, "--version").stdout.strip(), VERSION)
        newest = re.search(r"^## (\S+)", (project.ROOT / "CHANGELOG.md").read_text(), re.M)[1]
        self.assertEqual(newest, VERSION)
        self.assertIn(f'"apigw-synth {VERSION}"', (project.ROOT / "packaging/apigw-synth.1").read_text())


class Manual(unittest.TestCase):
    def test_it_is_what_the_program_says_of_its_options(self):
        page = project.run(sys.executable, project.ROOT / "scripts/manual.py", project.BINARY)
        self.assertEqual(page.stdout, (project.ROOT / "packaging/apigw-synth.1").read_text(), "`make docs` rewrites it")

    def test_those_who_set_it_find_nothing_wrong(self):
        page = project.ROOT / "packaging/apigw-synth.1"
        # The page has no date, so that the same source makes the same page on every day.
        done = project.run("mandoc", "-T", "lint", "-W", "warning", page)
        self.assertEqual([line for line in done.stdout.splitlines() if "missing date" not in line], [])
        shown = project.run("mandoc", "-T", "utf8", "-O", "width=78", page).stdout
        self.assertGreater(shown.count("\n"), 50)
        self.assertLessEqual(max(map(len, re.sub(".\b", "", shown).splitlines())), 80)


class Install(Packaging):
    def test_all_is_installed_runs_and_is_removed(self):
        prefix = self.scratch / "a prefix"
        self.made("install", f"PREFIX={prefix}")
        self.assertEqual(files(prefix), INSTALLED)
        self.assertEqual(project.run(prefix / "bin/apigw-synth", "--version").stdout.strip(), VERSION)
        self.made("uninstall", f"PREFIX={prefix}")
        self.assertEqual(files(prefix), [])

    def test_a_package_is_staged_under_destdir(self):
        self.made("install", f"DESTDIR={self.scratch}", "PREFIX=/usr")
        self.assertEqual(files(self.scratch), [f"usr/{name}" for name in INSTALLED])

    def test_bash_completes_commands_and_options(self):
        self.made("install", f"PREFIX={self.scratch}")
        script = self.scratch / "share/bash-completion/completions/apigw-synth"
        for words, expected in (("apigw-synth v", "validate"), ("apigw-synth build --wa", "--watch")):
            parts = words.split()
            done = project.run(
                "bash", "-c",
                f'source "$0"; COMP_WORDS=({words}); COMP_CWORD={len(parts) - 1}; COMP_LINE="{words}"; COMP_POINT={len(words)}; '
                f'$(complete -p apigw-synth | sed "s/.*-F \\([^ ]*\\).*/\\1/") apigw-synth {parts[-1]} {parts[-2]}; '
                'printf "%s\\n" "${COMPREPLY[@]}"', script)
            self.assertIn(expected, done.stdout.split(), done.stdout)

    def test_fish_completes_commands_options_and_values(self):
        self.made("install", f"PREFIX={self.scratch}")
        # Where fish looks for what packages bring.
        environment = project.environment(
            XDG_DATA_DIRS=str(self.scratch / "share"), HOME=str(self.scratch), PATH=f"{self.scratch}/bin:{os.environ['PATH']}")
        for words, expected in (("v", "validate"), ("build --wa", "--watch"), ("build --format ", "json")):
            done = project.run("fish", "-c", f"complete --do-complete 'apigw-synth {words}'", env=environment)
            self.assertIn(expected, [line.split("\t")[0] for line in done.stdout.splitlines()], done.stdout)

    def test_zsh_completes_commands_and_options_while_they_are_typed(self):
        self.made("install", f"PREFIX={self.scratch}")
        (self.scratch / ".zshrc").write_text(
            f"PS1='ready> '\nfpath=({self.scratch}/share/zsh/site-functions $fpath)\nautoload -Uz compinit && compinit -u\n")
        environment = {"ZDOTDIR": str(self.scratch), "PATH": f"{self.scratch}/bin:{os.environ['PATH']}"}
        with Terminal() as terminal, terminal.started("zsh", self.scratch, environment) as zsh:
            zsh.wait("ready>")
            for typed, completed in (("apigw-synth val", "apigw-synth validate"), ("--stri", "validate --strict")):
                zsh.type(typed, "Tab")
                zsh.wait(completed)


@unittest.skipUnless(platform.system() == "Linux", "only Linux has programs that need nothing of the system")
class Static(Packaging):
    def test_the_program_runs_where_nothing_else_is(self):
        program = Path(self.made("static", f"DIST={self.scratch}/dist"))
        self.assertEqual(program.name, f"apigw-synth-{VERSION}-linux-{platform.machine()}")
        root = self.scratch / "root"
        (root / "project").mkdir(parents=True)
        shutil.copy(program, root / "apigw-synth")
        (root / "project/apigw.yaml").write_text(SPEC)

        def run(*arguments):
            return self.apart(root, "/apigw-synth", *arguments)

        done = run("validate", "--strict", "/project/apigw.yaml")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        done = run("build", "/project/apigw.yaml", "-o", "/project/template.yaml")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        outside = project.run(project.BINARY, "build", root / "project/apigw.yaml")
        self.assertEqual((root / "project/template.yaml").read_text(), outside.stdout)
        self.assertEqual(run("init", "/new").returncode, 0)
        self.assertEqual(run("validate", "--strict", "/new/apigw.yaml").returncode, 0)

    def test_a_program_that_loads_libraries_is_refused(self):
        done = project.run("make", "--no-print-directory", "-o", "build", "static", "BINARY=/bin/bash", f"DIST={self.scratch}")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("loads libraries at start", done.stdout)
        self.assertEqual(files(self.scratch), [])


@unittest.skipUnless(shutil.which("dpkg-deb"), "there is no dpkg-deb here")
class Debian(Packaging):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="deb-")
        cls.addClassCleanup(scratch.cleanup)
        cls.deb = make("deb", f"DIST={scratch.name}")

    @property
    def package(self):
        self.assertEqual(self.deb.returncode, 0, self.deb.stdout)
        return self.deb.stdout.strip()

    def test_the_package_is_installed_runs_and_is_removed(self):
        package = self.package
        self.assertRegex(Path(package).name, rf"^apigw-synth_{re.escape(VERSION)}_\w+\.deb$")
        root = self.scratch / "root"
        for folder in ("var/lib/dpkg/updates", "var/lib/dpkg/info", "var/log"):
            (root / folder).mkdir(parents=True)
        for file in ("status", "available"):
            (root / "var/lib/dpkg" / file).touch()
        before = files(root / "usr") if (root / "usr").exists() else []
        dpkg = ["dpkg", f"--root={root}", "--force-not-root", "--force-script-chrootless", "--log=/dev/null"]
        done = project.run(*dpkg, "--force-depends", "--install", package)
        self.assertEqual(done.returncode, 0, done.stdout)
        installed = files(root / "usr")
        self.assertEqual(installed, sorted(
            ["share/doc/apigw-synth/changelog.gz", "share/doc/apigw-synth/copyright"]
            + [name + ".gz" if name.endswith(".1") else name for name in INSTALLED]))
        self.assertEqual(project.run(root / "usr/bin/apigw-synth", "--version").stdout.strip(), VERSION)
        done = project.run(*dpkg, "--purge", "apigw-synth")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(files(root / "usr") if (root / "usr").exists() else [], before)

    def test_it_owns_nothing_but_as_root_and_tells_of_itself(self):
        package = self.package
        listing = project.run("dpkg-deb", "--contents", package).stdout.splitlines()
        self.assertEqual({line.split()[1] for line in listing}, {"root/root"})
        fields = project.run("dpkg-deb", "--field", package).stdout
        self.assertIn("Package: apigw-synth\n", fields)
        self.assertIn(f"Version: {VERSION}\n", fields)
        self.assertIn("Maintainer: ", fields)

    def test_the_same_program_makes_the_same_package(self):
        again = self.made("deb", f"DIST={self.scratch}")
        self.assertEqual(Path(again).read_bytes(), Path(self.package).read_bytes())


class Release(Packaging):
    def test_the_formula_is_of_the_archive_beside_it(self):
        if not (project.ROOT / ".git").exists():
            self.skipTest("the archive is that of a commit")
        formula = Path(self.made("formula", f"DIST={self.scratch}", "ADDRESS=https://example.com/releases/"))
        text = formula.read_text()
        self.assertNotIn("@", text)
        address, = re.findall(r'^  url "(.*)"$', text, re.M)
        archive = self.scratch / address.removeprefix("https://example.com/releases/")
        self.assertEqual(re.findall(r'sha256 "(.*)"', text), [hashlib.sha256(archive.read_bytes()).hexdigest()])
        with tarfile.open(archive) as inside:
            self.assertIn(f"apigw-synth-{VERSION}/Package.swift", inside.getnames())
        self.assertEqual(project.run("ruby", "-w", "-c", formula).stdout, "Syntax OK\n")

    def test_a_formula_without_an_address_is_refused(self):
        done = make("formula", f"DIST={self.scratch}")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("say where the archive will be found", done.stdout)

    def test_the_image_is_made_of_what_there_is(self):
        text = (project.ROOT / "Dockerfile").read_text()
        verbs = re.findall(r"make -C \S+ (\w+)", text)
        self.assertEqual(verbs, ["static"])
        self.assertEqual(re.findall(r"(?m)^ENTRYPOINT (.*)$", text), ['["/usr/bin/apigw-synth"]'])
        self.assertIn(" /usr/bin/apigw-synth\n", text)
        ignored = (project.ROOT / ".dockerignore").read_text().split()
        self.assertIn(".build*", ignored)
