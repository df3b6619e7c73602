"""Kills the program at random moments and looks whether anything that it had confirmed is lost, or anything left over.

    python -m tests.kill [SCENARIO...] [--times 100] [--seed N]

After each kill (SIGKILL, by chance of the process alone, its group, or all that it has started) no process of it may be
alive, and what was confirmed must be there and whole; files that a kill has left must be gone after a run that ends.
Prints a line for each scenario; status 1 where something was lost.
"""

from __future__ import annotations

import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter

from tests.kill.scenario import run
from tests.kill.scenarios import SCENARIOS


def main() -> int:
    """As the module says."""
    listed = "\n".join(f"  {scenario.name:10} {scenario.about}" for scenario in SCENARIOS)
    parser = ArgumentParser(
        prog="python -m tests.kill", description=__doc__, epilog=f"scenarios:\n{listed}",
        formatter_class=RawDescriptionHelpFormatter,
    )  # fmt: skip
    names = [scenario.name for scenario in SCENARIOS]
    parser.add_argument("names", metavar="SCENARIO", nargs="*", help="All if not given.")
    parser.add_argument("--times", metavar="N", type=int, default=100, help="Kills of each; 100 if not given.")
    parser.add_argument("--seed", metavar="N", type=int, default=int(time.time()), help="By the clock if not given.")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(names):
        parser.error(f"no scenario is called {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    failed = False
    for scenario in SCENARIOS:
        if not asked.names or scenario.name in asked.names:
            result = run(scenario, asked.times, asked.seed)
            print(result.line(scenario.name, asked.seed), flush=True)
            print("".join(f"  {line}\n" for line in result.wrong), end="", flush=True)
            failed |= bool(result.wrong)
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
