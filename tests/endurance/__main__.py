"""Reads for hours: whether memory, open files and threads stay as they are, and each sentence is told.

    python -m tests.endurance [--hours 8] [--engine tone|espeak]    at a stand-in for the device, as fast as it goes
    python -m tests.endurance --minutes 60                          the program, while another uses the same library

Prints a line for each hour of sound, or minute, and ends with status 1 where a bound is broken.
"""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter


def main() -> int:
    """As the module says."""
    parser = ArgumentParser(
        prog="python -m tests.endurance", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--hours", metavar="N", type=int, default=8, help="Hours of sound; 8 if not given.")
    parser.add_argument("--minutes", metavar="N", type=int, help="Minutes by the clock, on a private sound server.")
    parser.add_argument("--engine", choices=("tone", "espeak"), help="Both if not given; with --minutes espeak.")
    asked = parser.parse_args()
    if asked.minutes:
        from tests.endurance.program import run as read_by_the_clock

        return min(1, read_by_the_clock(asked.minutes, asked.engine or "espeak"))
    from tests.endurance.fast import run as read_fast

    return min(
        1, sum(read_fast(engine, asked.hours) for engine in ([asked.engine] if asked.engine else ["tone", "espeak"]))
    )


if __name__ == "__main__":
    raise SystemExit(main())
