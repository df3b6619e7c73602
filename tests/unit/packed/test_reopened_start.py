"""A document that was opened before is shown without a format, a regular expression of our own, a look for garbage."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.benchmarks.texts import srt
from tests.support.pty_program import PtyProgram
from tests.support.sound import until

WATCHED = """
import gc, json, os, re, sys, threading
from pathlib import Path
import tui_reader.cli
compiled, real, write = [], re._compiler.compile, os.write
def compile(pattern, flags=0):
    frame = sys._getframe(1)
    while frame and f"{os.sep}re{os.sep}" in frame.f_code.co_filename:
        frame = frame.f_back
    compiled.append(frame.f_code.co_filename if frame else "")
    return real(pattern, flags)
re._compiler.compile = compile
def looks():
    return sum(generation["collections"] for generation in gc.get_stats())
begun = looks()
def seen():
    own = [name for name in compiled if f"{os.sep}tui_reader{os.sep}" in name]
    loaded = sorted(name for name in sys.modules if name.startswith("tui_reader.formats"))
    heavy = [name for name in ("platformdirs", "tui_reader.narration.utterance") if name in sys.modules]
    Path(os.environ["SEEN"]).write_text(json.dumps([own, loaded, heavy, looks() - begun]))
def watched(number, data):
    if number < 3 and os.environ["WORD"].encode() in bytes(data) and not Path(os.environ["SEEN"]).exists():
        seen()
    return write(number, data)
os.write = watched
if "--full" in sys.argv:
    import tui_reader.faces.tui.app as app
    start = app.ReaderApp._start
    app.ReaderApp._start = lambda self: (seen(), start(self))[1]
from tui_reader.cli.main import main
sys.exit(main())
"""
PLAY = "THE GARDEN\n\nACT I\n\nSCENE 1. A garden.\n\nANNE. Good morning.\n\nBEN. Yes.\n\nANNE. No.\n\nBEN. So.\n"
TALKS = {
    "talk.txt": "ANNE: Good morning, we are Ben’s.\n\nBEN: Yes — yes.\n\nANNE: No.\n\nBEN: So.\n",
    "play.txt": PLAY,
    "talk.srt": srt(40),
    "talk.html": "<p><b>ANNE:</b> Good.</p><p><b>BEN:</b> Yes.</p><p><b>ANNE:</b> No.</p><p><b>BEN:</b> So.</p>",
}

WORDS = {"talk.txt": "ANNE", "play.txt": "GARDEN", "talk.srt": "Ward", "talk.html": "ANNE"}
"""What is seen of each on its first page."""


@pytest.mark.parametrize("face", ["--plain", "--full"])
@pytest.mark.parametrize("name", TALKS)
def test_nothing_is_parsed_or_compiled_before_the_first_page(name: str, face: str, tmp_path: Path) -> None:
    path, found = tmp_path / name, tmp_path / "seen"
    path.write_text(TALKS[name], encoding="utf-8")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    command = [sys.executable, "-c", WATCHED, face, "--no-sound", str(path)]
    for again in (False, True):
        found.unlink(missing_ok=True)
        environment = {
            **os.environ,
            "SEEN": str(found),
            "WORD": WORDS[name],
            "TERM": "xterm-256color",
            "PYTHONPATH": str(Path.cwd()),
        }
        with PtyProgram(command, environment) as program:
            program.wait_for(WORDS[name].encode(), 30)
            until(found.exists)  # what starts behind the first page would not be begun if the reader left before
            program.press(b"q")
            assert program.wait(60) == 0
        own, loaded, heavy, looks = json.loads(found.read_text())
        assert bool(loaded) is not again
        if again:
            assert own == []
            assert face == "--full" or (heavy, looks) == ([], 0)
