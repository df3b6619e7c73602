"""`python -m tui_reader`."""

from __future__ import annotations

import sys

from tui_reader.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
