"""The pre-commit hooks do their work through the real pre-commit: those for an installed program, and those that it builds."""

import re
import shutil
import tempfile
from pathlib import Path

import project
from test_ci import Repository, examples

MANIFEST = project.ROOT / ".pre-commit-hooks.yaml"
BUILD_SECONDS = 1500


def git(folder, *arguments):
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"]
    done = project.run("git", *identity, *arguments, cwd=folder)
    assert done.returncode == 0, done.stdout
    return done.stdout


def commit(folder):
    """Makes a repository of a folder; the name of its commit."""
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Hooks"]):
        git(folder, *command)
    return git(folder, "rev-parse", "HEAD").strip()


class Hooks:
    """What the hooks owe, whoever builds the program; `self.hooks()` runs them."""

    def outcome(self):
        git(self.folder, "add", "--all")
        done = self.run_hooks()
        self.log = done.stdout
        return done.returncode, re.findall(r"\.(Passed|Failed)$", done.stdout, re.M)

    def pre_commit(self, *arguments, home):
        return project.run(
            project.tool("pre-commit"), *arguments, "--all-files", "--color", "never", cwd=self.folder,
            env=project.environment(PATH=self.path, PRE_COMMIT_HOME=str(home)), timeout=BUILD_SECONDS)

    def configure(self, repository, revision, suffix):
        config = re.sub(r"- id: (\S+)", rf"- id: \1{suffix}", examples()["pre-commit"])
        config = config.replace("ADDRESS", str(repository))
        (self.folder / ".pre-commit-config.yaml").write_text(re.sub(r"rev: \S+", f"rev: {revision}", config))
        git(self.folder, "init", "--quiet")

    def test_good_files_pass(self):
        self.assertEqual(self.outcome(), (0, ["Passed", "Passed"]), self.log)

    def test_a_bad_spec_fails_both_with_its_place(self):
        self.break_spec()
        self.assertEqual(self.outcome(), (1, ["Failed", "Failed"]), self.log)
        self.assertRegex(self.log, r"(?m)^apigw\.yaml:\d+:\d+: error: .*passthruBehavior")

    def test_a_stale_template_fails_the_second(self):
        self.make_template_stale()
        self.assertEqual(self.outcome(), (1, ["Passed", "Failed"]), self.log)
        self.assertIn("'template.yaml' is not what 'apigw.yaml' gives", self.log)

    def test_a_missing_template_fails_the_second(self):
        (self.folder / "template.yaml").unlink()
        self.assertEqual(self.outcome(), (1, ["Passed", "Failed"]), self.log)
        self.assertIn("'template.yaml' is missing", self.log)


class Installed(Hooks, Repository):
    """The hooks that run the program that the machine has, as the documents configure them."""

    def setUp(self):
        super().setUp()
        self.path = f"{self.runner.program}:/usr/bin:/bin"
        self.repository = self.scratch / "hooks"
        self.repository.mkdir()
        shutil.copy(MANIFEST, self.repository)
        self.configure(self.repository, commit(self.repository), "-system")

    def run_hooks(self):
        return self.pre_commit("run", home=self.scratch / "home")


class Tried(Installed):
    """The same by `pre-commit try-repo`, one hook after the other."""

    def run_hooks(self):
        done = [
            self.pre_commit("try-repo", self.repository, hook, "--ref", "HEAD", home=self.scratch / "home")
            for hook in ("apigw-synth-validate-system", "apigw-synth-build-system")]
        done[1].stdout = done[0].stdout + done[1].stdout
        done[1].returncode = max(each.returncode for each in done)
        return done[1]


class Built(Hooks, Repository):
    """The hooks that pre-commit builds, of what stands here.

    All these tests have one home of pre-commit's, so that it clones and builds once, which takes minutes.
    """

    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory(prefix="hooks-")
        cls.addClassCleanup(scratch.cleanup)
        cls.home, cls.repository = Path(scratch.name) / "home", Path(scratch.name) / "repository"
        names = git(project.ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0")
        for name in names:
            if (project.ROOT / name).is_file():
                (cls.repository / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(project.ROOT / name, cls.repository / name)
        cls.revision = commit(cls.repository)

    def setUp(self):
        super().setUp()
        self.path = project.environment()["PATH"]
        self.configure(self.repository, self.revision, "")

    def run_hooks(self):
        return self.pre_commit("run", home=self.home)

    def test_one_build_serves_both_hooks(self):
        self.assertEqual(self.outcome()[0], 0, self.log)
        self.assertEqual(len(list(self.home.glob("repo*/swift_env-default"))), 1)
