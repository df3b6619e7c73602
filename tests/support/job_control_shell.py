"""A shell in a few lines: runs a program; when it stops, says how it left the terminal, and fetches it back."""

from __future__ import annotations

import os
import signal
import sys
import termios


def main() -> None:
    """Run the program that the arguments name."""
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.execv(sys.argv[1], sys.argv[1:])
    while True:
        _, status = os.waitpid(child, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            sys.exit(os.waitstatus_to_exitcode(status) & 0xFF)
        os.tcsetpgrp(0, os.getpid())
        on = termios.ECHO | termios.ICANON
        left = "on" if termios.tcgetattr(0)[3] & on == on else "off"
        print(f"stopped, echo and line editing {left}", flush=True)
        os.tcsetpgrp(0, child)
        os.kill(-child, signal.SIGCONT)


if __name__ == "__main__":
    main()
