"""The program costs no more instructions than the figures kept say, and what holds it to them would notice."""

import shutil
import sys
import unittest
from pathlib import Path

import project

BENCH = project.ROOT / "scripts/bench"
sys.path.insert(0, str(BENCH))

import growth  # noqa: E402
import guard  # noqa: E402


class Guard(unittest.TestCase):
    @unittest.skipUnless(sys.platform == "linux" and shutil.which("valgrind"), "valgrind counts instructions on Linux alone")
    def test_the_program_costs_what_the_figures_say(self):
        if Path(project.BINARY).resolve().parent.name != "release":
            self.skipTest("the figures are those of a release build")
        done = project.run(sys.executable, BENCH / "guard.py", project.BINARY)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_more_than_the_margin_above_its_figure_is_exceeded(self):
        kept = {"build": 1.0, "validate": 2.0}
        self.assertEqual(guard.compare(kept, {"build": 1.04, "validate": 1.91})[1:], (False, False))
        self.assertEqual(guard.compare(kept, {"build": 1.06, "validate": 2.0})[1:], (True, False))

    def test_far_below_its_figure_could_be_kept(self):
        self.assertEqual(guard.compare({"build": 1.0}, {"build": 0.94})[1:], (False, True))

    def test_what_has_no_figure_fails(self):
        self.assertTrue(guard.compare({}, {"build": 1.0})[1])


class Growth(unittest.TestCase):
    def test_the_exponent_is_that_of_the_steepest_step(self):
        self.assertAlmostEqual(growth.exponent({100: 200, 1000: 1100, 10000: 10100}, start=100), 1.0)
        self.assertAlmostEqual(growth.exponent({100: 200, 1000: 1100, 10000: 100100}, start=100), 2.0)

    def test_the_start_of_the_process_does_not_hide_a_square(self):
        self.assertGreater(growth.exponent({100: 5_010_000, 1000: 6_000_000}, start=5_000_000), 1.9)

    def test_what_costs_less_than_a_start_has_its_own_taken_off(self):
        costs = {10: 1_010_000, 100: 2_010_000, 1000: 11_010_000, 10000: 101_010_000}
        self.assertAlmostEqual(growth.exponent(costs, start=1_900_000), 1.0)


if __name__ == "__main__":
    unittest.main()
