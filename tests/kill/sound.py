"""Kills what sounds in the middle of sentences: the engine's worker, the sound server, and the program itself.

    python -m tests.kill.sound [HOW OFTEN each, 50 if not given]

The worker of pyttsx3 must be replaced and each word be heard once, in order. A sound server that dies and is started
again must be silence at the pace of speech and then sound, the words where the clock says. A program that is killed
must open again at the sentence that was being said. Nothing may hang, and no traceback may be written.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.support.corpus import MEMORANDUM
from tests.support.pty_program import PtyProgram
from tests.support.sound import FakeCast, utterance
from tests.support.sound_server import SoundServer
from tui_reader.casting import cast, load_voices
from tui_reader.formats import read
from tui_reader.library import Library
from tui_reader.narration.narration import Narration
from tui_reader.narration.utterance import Utterance, queued
from tui_reader.playback.events import Event, Finished, Trouble, WordHeard
from tui_reader.playback.open_device import open_device
from tui_reader.playback.player import Player
from tui_reader.playback.silent_device import SilentDevice
from tui_reader.playback.timeline import Timeline, render_all
from tui_reader.settings import Settings
from tui_reader.tts.engine import Engine
from tui_reader.tts.pyttsx3_engine import Pyttsx3Engine
from tui_reader.tts.render import SpeechStyle
from tui_reader.tts.tone_engine import ToneEngine

MARKED = re.compile(rb"\x1b\[(?:\d+;)*7(?:;\d+)*m([^\x1b]+)")
"""What paints a word as the one that is heard, and the word."""
PATIENCE = 60
"""Seconds after which something hangs."""


def until(what: str, come: object, seconds: float = PATIENCE) -> None:
    """Wait until `come()` is true."""
    end = time.monotonic() + seconds
    while not come():  # type: ignore[operator]
        if time.monotonic() > end:
            raise AssertionError(f"hangs: {what}")
        time.sleep(0.005)


def worker(times: int, chance: Random) -> None:
    """Kill pyttsx3's worker at any moment of making four sentences, at times its successor too."""
    engines: list[Pyttsx3Engine] = []

    def opened() -> Pyttsx3Engine:
        engines.append(Pyttsx3Engine())
        return engines[-1]

    said = [utterance(f"{number} we may lay all money away on many lanes", number) for number in range(4)]
    events: list[Event] = []
    player: Player | None = None
    for _ in range(times):
        if player is None:
            makers: list[Callable[[], Engine]] = [opened, ToneEngine]
            player = Player(
                makers, lambda rate: (SilentDevice(rate), None), FakeCast(), SpeechStyle(speed=4.0), events.append
            )
            assert player.wait_ready(30)
        events.clear()
        player.play(queued(said))
        time.sleep(chance.random() * 0.3)
        with suppress(ProcessLookupError):  # the last one's, not yet replaced
            os.kill(engines[-1]._worker._process.pid, signal.SIGKILL)
        until("the worker is dead", lambda: any(isinstance(event, Finished) for event in events))
        heard = [(e.utterance.number, e.start) for e in events if isinstance(e, WordHeard)]
        assert heard == sorted(set(heard)), heard
        assert {number for number, _ in heard} == {0, 1, 2, 3}
        lines = [event.line for event in events if isinstance(event, Trouble)]
        if lines:  # one that was dead already was replaced, and its successor was killed: the next engine has gone on
            assert len(lines) == 1 and "twice" in lines[0] and lines[0].endswith("Going on with tone.")
            player.close()
            player = None
    if player:
        player.close()


def server(times: int, chance: Random) -> None:
    """Kill the sound server in one long reading, start it again, and look where the reading is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        running = SoundServer(folder)
        os.environ.update(running.environment)
        events: list[Event] = []
        player = Player([ToneEngine], open_device, FakeCast(), SpeechStyle(), events.append)
        assert player.wait_ready()
        words = 40
        endless = (utterance(" ".join(["many"] * words), number) for number in range(10**6))
        began = time.monotonic()
        player.play(queued(endless))
        for number in range(times):
            time.sleep(chance.random())
            running.kill()
            events.clear()
            until("the loss is told", lambda: any(isinstance(event, Trouble) for event in events))
            (folder / "sound").unlink(missing_ok=True)
            (folder / str(number)).mkdir()
            running = SoundServer(folder / str(number), socket=folder / "sound")
            until("sound comes back", lambda: player.device_name != "none")
            events.clear()
            until("words are told", lambda: any(isinstance(event, WordHeard) for event in events))
            word = next(event for event in events if isinstance(event, WordHeard))
            said = word.utterance.number * words * 4 + word.start // 5 * 4  # letters before it
            behind = time.monotonic() - began - said * 1500 / 22_050
            assert -3 * (number + 1) < behind < 5 * (number + 1), (number, behind)
        player.close()
        running.close()


def program(times: int, chance: Random) -> None:
    """Kill the whole program while it reads aloud, and look at the place that it kept."""
    document = read(MEMORANDUM)
    utterances = list(Narration(document))
    engine = ToneEngine()
    style = SpeechStyle(2.0, True, Settings().pauses)
    timeline = render_all(utterances, engine, cast(document, load_voices()), style, len)
    for number in range(times):
        with tempfile.TemporaryDirectory() as name:
            home = {"HOME": name, "TERM": "xterm-256color", "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": name}
            library = Path(name) / "library.db"
            command = [sys.executable, "-m", "tui_reader", "--full", "--engine", "tone", "--speed", "2", "--no-sound"]
            reader = PtyProgram([*command, "--library", str(library)], home)
            reader.wait_for(b"wonder")
            reader.rest()
            reader.press(b" ")
            until("a word is marked", lambda reader=reader: _marked(reader))
            time.sleep(1 + chance.random() * 5)
            reader.signal(signal.SIGKILL)
            reader.wait()
            reader.close()
            assert b"Traceback" not in reader.output
            with Library(library) as kept:
                place = kept.place(document.key)
            assert place is not None
            reached = _reached(timeline, _marked(reader))
            near = [_place(utterances[i]) for i in range(max(0, reached - 1), reached + 2)]
            assert tuple(place) in near, (number, place, near)


def _marked(reader: PtyProgram) -> list[str]:
    """The words that were marked as heard, in order."""
    return [word.decode() for word in MARKED.findall(reader.output)]


def _reached(timeline: Timeline, marked: Sequence[str]) -> int:
    """The index of the utterance with the last of the marked words; a busy machine leaves some of them out."""
    said = [
        (index, timed.utterance.printed[word.start : word.end])
        for index, timed in enumerate(timeline.entries)
        for word in timed.words
    ]
    at = 0
    for word in marked:
        at = next(i for i in range(at, len(said)) if said[i][1] == word)
    return said[at][0]


def _place(said: Utterance) -> tuple[int, int]:
    return said.page, said.offset or 0


def main() -> int:
    """As the module says."""
    parser = ArgumentParser(
        prog="python -m tests.kill.sound",
        description="Kills the engine's worker, the sound server and the program while it reads aloud.",
    )
    parser.add_argument("times", metavar="TIMES", nargs="?", type=int, default=50, help="50 of each if not given.")
    times = parser.parse_args().times
    for kill in (worker, server, program):
        began = time.monotonic()
        kill(times, Random(1962))
        took = time.monotonic() - began
        print(f"{kill.__name__} killed {times} times in {took:.0f} s: nothing hung, each place right", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
