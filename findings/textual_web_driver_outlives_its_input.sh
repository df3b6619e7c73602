#!/usr/bin/env bash
# Textual: an app that is drawn for a browser runs on when its input ends, so it outlives a server that was killed.
#
# Guess beforehand: the web driver takes its keys from a pipe of the server (textual-serve); the end of that pipe means
# that nobody is left who could type or look, so the app ends, as a program in a terminal ends by the terminal's hangup.
# Seen with textual 8.2.8: the thread that reads the input ends, and the app runs on without a sign. After a kill -9 of
# the server each open window leaves a process. A driver that posts ExitApp after `run_input_thread` ends it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check textual==8.2.8
cat >"$folder/try.py" <<'PYTHON'
import os
import subprocess
import sys

environment = {**os.environ, "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}
with subprocess.Popen(
    [sys.executable, "-c", "from textual.app import App; App().run()"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment,
) as app:
    app.stdout.readline()
    app.stdin.close()
    try:
        print(f"It ended, with status {app.wait(10)}: this is no longer so.")
        sys.exit(1)
    except subprocess.TimeoutExpired:
        print("It runs on, 10 s after its input has ended.")
    finally:
        app.kill()
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
