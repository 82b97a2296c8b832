"""The Dockerfile and Homebrew's formula do what they say, step by step, where there is neither Docker nor Homebrew.

Both build the program. Here `swift build` gives them the one under test, and everything else is done as it is written.
"""

import os
import platform
import re
import shlex
import shutil
import unittest

import project
from test_packaging import INSTALLED, SPEC, Packaging, files

FORMULA = """
# The part of Homebrew that the formula uses.
class Formula
  class << self
    def facts; @facts ||= {}; end
    %w[desc homepage url sha256 license].each { |name| define_method(name) { |value| facts[name] = value } }
    def depends_on(name); (facts["depends_on"] ||= []) << name; end
    def uses_from_macos(name); depends_on(name); end
    def test(&block); facts["test"] = block; end
  end
  def prefix; Pathname.new(ENV.fetch("PREFIX")); end
  def bin; prefix/"bin"; end
  def system(*words); Kernel.system(*words.map(&:to_s)) or raise "failed: #{words.join(" ")}"; end
  def shell_output(line); text = `#{line}`; $?.success? ? text : raise("failed: #{line}"); end
  def assert_match(wanted, text); text.include?(wanted) or raise "no '#{wanted}' in: #{text}"; end
end

require "pathname"
load ARGV[0]
formula = ApigwSynth.new
Dir.chdir(ARGV[1]) { formula.install }
Dir.chdir(ARGV[2]) { formula.instance_eval(&ApigwSynth.facts.fetch("test")) }
"""


class Recipes(Packaging):
    def setUp(self):
        super().setUp()
        self.tools = self.scratch / "tools"
        self.tools.mkdir()
        self.environment = project.environment(PATH=f"{self.tools}:{os.environ['PATH']}", PREFIX=str(self.scratch / "prefix"))
        # The build's own folder is the current one, or that of `--scratch-path`.
        self.tool("swift", f"""
            if [ "$1" != build ]; then exec {shlex.quote(shutil.which("swift"))} "$@"; fi
            echo "swift $*" >> {self.scratch}/builds
            mkdir -p .build/release && cp {shlex.quote(project.BINARY)} .build/release/apigw-synth""")

    def tool(self, name, script):
        """A program that commands find before the system's."""
        (self.tools / name).write_text(f"#!/usr/bin/env bash\nset -e\n{script}\n")
        (self.tools / name).chmod(0o755)

    def run_tools(self, *command, cwd):
        done = project.run(*command, cwd=cwd, env=self.environment)
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def source(self):
        """What stands here, as someone gets it who clones it."""
        folder = self.scratch / "source"
        names = project.run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z").stdout.split("\0")
        for name in names:
            if (project.ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(project.ROOT / name, folder / name)
        return folder


@unittest.skipUnless((project.ROOT / ".git").exists(), "the sources are those of a repository")
class Formula(Recipes):
    def test_it_installs_all_and_its_own_test_passes(self):
        formula = self.scratch / "apigw-synth.rb"
        formula.write_text((project.ROOT / "packaging/apigw-synth.rb.in").read_text())
        program, work = self.scratch / "homebrew.rb", self.scratch / "work"
        program.write_text(FORMULA)
        work.mkdir()
        self.run_tools("ruby", "-w", program, formula, self.source(), work, cwd=self.scratch)
        self.assertEqual(files(self.scratch / "prefix"), INSTALLED)
        self.assertIn("apigw.yaml", files(work))
        build, = (self.scratch / "builds").read_text().splitlines()
        product = re.search(r"--product (\S+)", build)[1]
        self.assertIn(f'.executable(name: "{product}"', (project.ROOT / "Package.swift").read_text())


@unittest.skipUnless(platform.system() == "Linux" and shutil.which("apt-get"), "the image is made on Debian")
@unittest.skipUnless((project.ROOT / ".git").exists(), "the sources are those of a repository")
class Image(Recipes):
    def test_its_steps_lead_to_a_program_that_runs_alone(self):
        self.tool("apt-get", """
            if [ "$1" = update ]; then exit; fi
            exec /usr/bin/apt-get --simulate "$@" """)
        stages, stage, entry = {}, None, None
        for instruction, words in self.steps():
            if instruction == "FROM":
                stage = stages[words.rpartition(" ")[2]] = self.scratch / f"stage{len(stages)}"
                stage.mkdir()
            elif instruction == "COPY" and not words.startswith("--from="):
                self.assertEqual(words, ". /source")
                shutil.copytree(self.source(), stage / "source")
            elif instruction == "COPY":
                origin, source, target = words.removeprefix("--from=").split()
                (stage / target[1:]).parent.mkdir(parents=True)
                shutil.copy(stages[origin] / source[1:], stage / target[1:])
            elif instruction == "RUN":
                # Absolute paths are the stage's own.
                self.run_tools("bash", "-ec", re.sub(r"(?<=[ =])/(?=\w)", f"{stage}/", words), cwd=stage)
            elif instruction == "WORKDIR":
                (stage / words[1:]).mkdir()
                (stage / words[1:] / "apigw.yaml").write_text(SPEC)
            else:
                entry = (instruction, words)
        self.assertEqual(entry, ("ENTRYPOINT", '["/usr/bin/apigw-synth"]'))
        self.assertEqual(files(stage), ["project/apigw.yaml", "usr/bin/apigw-synth"])
        done = self.apart(stage, "/usr/bin/apigw-synth", "validate", "--strict", "/project/apigw.yaml")
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def steps(self):
        """The instructions, each with what follows it."""
        text = (project.ROOT / "Dockerfile").read_text().replace("\\\n", " ")
        return [line.split(" ", 1) for line in text.splitlines() if line and not line.startswith("#")]
