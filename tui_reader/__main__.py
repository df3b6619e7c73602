"""`python -m tui_reader`: takes the current folder, which Python puts first, off the folders of modules."""

# Only modules that Python has imported already: any other, even __future__, could come from the current folder.
import os
import sys

if __name__ == "__main__":
    package = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120
    if not sys.flags.safe_path and sys.path[0] != package:
        del sys.path[0]

    from tui_reader.cli.main import main

    sys.exit(main())
