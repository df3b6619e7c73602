"""Starts the program; for `python -m` without the current folder, which Python puts first among those of modules."""

# Only modules that Python has imported already: any other, even __future__, could come from the current folder.
import os
import sys


def run() -> int:
    """The program; returns its exit status. Until it is imported, Ctrl+C ends it in silence."""
    import signal

    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from tui_reader.cli.main import main

    signal.signal(signal.SIGINT, handler)
    return main()


if __name__ == "__main__":
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    if not sys.flags.safe_path and sys.path[0] != package:
        del sys.path[0]

    sys.exit(run())
