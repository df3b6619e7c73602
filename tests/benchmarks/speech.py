"""Speech beside other programs: from the call to the first sound, the memorandum into a file, and memory.

    python -m tests.benchmarks.speech

Needs Debian's espeak-ng, flite, speech-dispatcher (spd-say), pulseaudio and pulseaudio-utils. What a program cannot do
is left empty. "One process a paragraph" is what scripts do that call espeak-ng for each piece of text.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.support.corpus import MEMORANDUM
from tests.support.script_help import only_help
from tests.support.sound_server import Recorder, SoundServer
from tui_reader.casting import cast, load_voices
from tui_reader.formats import read
from tui_reader.narration.narration import Narration
from tui_reader.narration.utterance import queued
from tui_reader.playback.open_device import open_device
from tui_reader.playback.player import Player
from tui_reader.settings import Settings
from tui_reader.tts.espeak_engine import EspeakEngine
from tui_reader.tts.render import SpeechStyle

RUNS = 5
PROGRAM = str(Path(sys.executable).with_name("tui-reader"))
SENTENCE = "I wonder if you would care to submit this afternoon a suggestion."
NEEDED = ("espeak-ng", "flite", "spd-say", "pulseaudio")
_PYTTSX3 = """
import sys
from tui_reader.tts.pyttsx3_worker import Speaker
Speaker().save(open(sys.argv[2]).read(), sys.argv[1], {})
"""
"""Its own runAndWait returns before the file is there; our worker waits for it. It plays by aplay, if there is one."""


class Row(NamedTuple):
    """One program."""

    name: str
    sound: float | None
    """Seconds from the call (or key) to the first sample at the sink."""
    file: float | None
    """Seconds for the whole memorandum into a WAV file."""
    memory: float | None
    """Megabytes at the most while it does that."""


def to_sound(server: SoundServer, call: Callable[[], Callable[[], None]]) -> float:
    """Median seconds from the call to the first sample at the sink; `call` gives what ends it."""
    taken = []
    for _ in range(RUNS):
        recorder = Recorder(server)
        before = recorder.frames
        began = time.monotonic()
        end = call()
        taken.append(recorder.time_of(recorder.wait_for_sound(20)) - began)
        end()
        time.sleep(0.5)
        recorder.close()
        assert recorder.frames > before
    return median(taken)


def started(*command: str) -> Callable[[], Callable[[], None]]:
    """A program that speaks by itself."""

    def call() -> Callable[[], None]:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def end() -> None:
            process.terminate()
            process.wait(10)

        return end

    return call


def to_file(out: Path, *commands: list[str]) -> tuple[float, float]:
    """Median seconds of commands that write `out` one after the other, and the megabytes of the largest at the most."""
    seconds, memory = [], []
    for _ in range(RUNS):
        began, most = time.monotonic(), 0.0
        for command in commands:
            out.unlink(missing_ok=True)
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while process.poll() is None:
                most = max(most, _peak(process.pid))
                time.sleep(0.002)
            assert process.returncode == 0 and out.stat().st_size > 1000, command
        seconds.append(time.monotonic() - began)
        memory.append(most)
    return median(seconds), median(memory)


def _peak(process: int) -> float:
    """Megabytes that a process had at the most so far; what wait4 tells begins with those of its parent."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(line.split()[1]) / 1024


def reader_to_sound(server: SoundServer) -> float:
    """From a key to the sink: the engine is open, as it is after the first page."""
    document, settings = read(MEMORANDUM), Settings()
    voices = cast(document, load_voices())
    style = SpeechStyle(1.0, True, settings.pauses)
    player = Player([EspeakEngine], lambda rate: open_device(rate, settings.buffer), voices, style, lambda _: None)
    assert player.wait_ready() and player.device_name != "none"

    def call() -> Callable[[], None]:
        player.play(queued(Narration(document)))
        return player.stop

    taken = to_sound(server, call)
    player.close()
    return taken


def rows() -> list[Row]:
    """All programs."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    assert not missing, f"missing: apt-get install {' '.join(missing)}"
    paragraphs = [line for line in MEMORANDUM.read_text().splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = SoundServer(folder)
        os.environ.update(server.environment)
        place, text = folder / "out.wav", str(MEMORANDUM)
        out = str(place)
        pyttsx3 = [sys.executable, "-c", _PYTTSX3]

        def heard(*command: str) -> float | None:
            """None for one that stays silent here, such as for want of ALSA's programs."""
            try:
                return to_sound(server, started(*command))
            except AssertionError:
                return None

        try:
            return [
                Row("tui-reader", reader_to_sound(server), *to_file(place, [PROGRAM, "export", text, "-o", out])),
                Row("espeak-ng", heard("espeak-ng", SENTENCE), *to_file(place, ["espeak-ng", "-f", text, "-w", out])),
                Row("flite", heard("flite", "-t", SENTENCE), *to_file(place, ["flite", text, out])),
                Row("spd-say (speech-dispatcher)", heard("spd-say", "-w", SENTENCE), None, None),
                Row("pyttsx3", None, *to_file(place, [*pyttsx3, out, text])),
                Row(
                    f"espeak-ng, one process a paragraph ({len(paragraphs)})",
                    None,
                    *to_file(place, *(["espeak-ng", "-w", out, "--", paragraph] for paragraph in paragraphs)),
                ),
            ]
        finally:
            server.close()


def main() -> None:
    """Print the table as Markdown."""
    only_help(
        "tests.benchmarks.speech",
        "Measures speech beside other programs. "
        "Needs Debian's espeak-ng, flite, speech-dispatcher, pulseaudio and pulseaudio-utils.",
    )
    print("| program | call to sound | memorandum to WAV | memory |\n|---|---|---|---|")
    for row in rows():
        sound = f"{1000 * row.sound:.0f} ms" if row.sound is not None else ""
        file = f"{1000 * row.file:.0f} ms" if row.file is not None else ""
        memory = f"{row.memory:.0f} MB" if row.memory is not None else ""
        print(f"| {row.name} | {sound} | {file} | {memory} |")


if __name__ == "__main__":
    main()
