#!/usr/bin/env bash
# asyncio: a signal with a handler by `loop.add_signal_handler` is lost while another thread posts much to the loop.
#
# Guess beforehand: the handler is called late where the loop is busy, but it is called.
# Seen with Python 3.7 to 3.13 on Linux: the number of the signal goes to the loop through the same socket that
# `call_soon_threadsafe` writes a byte into. It holds some 280 of them; while it is full the number is dropped, "Exception
# ignored when trying to write to the signal wakeup fd" is printed, and the handler is never called: SIGTERM is
# ignored. A handler by `signal.signal` that calls `loop.call_soon_threadsafe` is always called.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/try.py" <<'PYTHON'
import asyncio
import os
import signal
import sys


async def main():
    loop, told = asyncio.get_running_loop(), []
    loop.add_signal_handler(signal.SIGTERM, told.append, "SIGTERM")
    for _ in range(1000):
        loop.call_soon_threadsafe(int)
    os.kill(os.getpid(), signal.SIGTERM)
    await asyncio.sleep(1)
    return told


if asyncio.run(main()):
    sys.exit("The signal was handled: this is no longer so.")
print("The signal was lost.")
PYTHON
python3 "$folder/try.py"
