"""What the W3C's checker says of a book. Needs Debian's epubcheck."""

from __future__ import annotations

import subprocess
from pathlib import Path

JAR = "/usr/share/java/epubcheck.jar"
"""Debian's own start script needs more of the system than the program does."""
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java that compiles once and in a hurry: half the processor time for what runs for seconds."""


def complaints(book: Path) -> list[str]:
    """Its errors and warnings, a line each; what it printed where it did not end well without any."""
    command = ["java", *QUICK, "-jar", JAR, "--failonwarnings", str(book)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    told = (run.stdout + run.stderr).splitlines()
    found = [line for line in told if line.startswith(("ERROR", "WARNING", "FATAL"))]
    good = run.returncode == 0 and "0 fatals / 0 errors / 0 warnings" in run.stdout
    return found if found or good else told
