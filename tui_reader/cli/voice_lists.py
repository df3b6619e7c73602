"""The voices as plain lines, and one of them heard: `tui-reader voices`. Knows no document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from queue import SimpleQueue

from tui_reader.casting import VoiceSet, load_voices
from tui_reader.casting.voice import Voice
from tui_reader.document.model import NARRATOR, Kind
from tui_reader.errors import UsageError
from tui_reader.faces.printing import wrapped
from tui_reader.library import open_library
from tui_reader.narration.utterance import Pause, SpokenPiece, Utterance, queued
from tui_reader.playback.events import Event, Finished, Trouble
from tui_reader.startup.player_factory import make_player
from tui_reader.startup.reading_options import ReadingOptions, effective_settings
from tui_reader.terminal.output import PROGRAM, complain
from tui_reader.terminal.signals import orderly_ending
from tui_reader.tts.render import SpeechStyle

EVERYBODY = "everybody"


def voice_lines(id: str | None, width: int) -> Iterator[str]:
    """Each voice in a few lines, or the one of that id. Raises UsageError for an id that there is not."""
    bench = load_voices()
    voices = [_named(bench, id)] if id else list(bench.values())
    margin = max(len(voice.id) for voice in voices) + 2
    for voice in voices:
        about = voice.name if voice.about.startswith(voice.name) else f"{voice.name}. {voice.about}"
        lines = wrapped(f"{about}\n{_settings(voice)}", width - margin).split("\n")
        yield from (f"{'' if number else voice.id:<{margin}}{line}" for number, line in enumerate(lines))


def measure_lines(id: str | None, options: ReadingOptions, width: int) -> Iterator[str]:
    """The voices measured, or one of them, by espeak-ng. Raises UsageError, EngineError."""
    from tui_reader.cli.voice_measurements import measured_lines
    from tui_reader.tts.open_engine import open_engine

    bench = load_voices()
    if id:
        _named(bench, id)
    engine = open_engine(options.engine or "espeak")
    try:
        yield from measured_lines(bench, engine, id, width)
    finally:
        engine.close()


def people_lines(options: ReadingOptions) -> Iterator[str]:
    """Who has which voice in every document."""
    library, forgetful = open_library(options.library)
    with library:
        everybody = library.register.everybody()
    if forgetful:
        complain(forgetful)
    for person in everybody:
        yield f"{person.name}: {person.voice} ({'chosen' if person.chosen else 'first heard so'})"
    if not everybody:
        yield "Nobody yet: who has a full name is remembered when first heard, or when you choose a voice."


def forget(name: str, options: ReadingOptions) -> str:
    """Forget which voice somebody (or EVERYBODY) has in every document. Raises UsageError for one not known."""
    library, forgetful = open_library(options.library)
    with library:
        gone = library.register.forget(None if name == EVERYBODY else name)
        trouble = library.trouble
    for line in filter(None, (forgetful, trouble)):
        complain(line)
    if not gone and name != EVERYBODY:
        raise UsageError(f"Nobody of the name {name!r} is remembered; {PROGRAM} voices --people lists who is.")
    return f"Forgotten: {gone if name == EVERYBODY else name}. What was chosen for a document stays with it."


def hear(id: str, text: str, options: ReadingOptions) -> None:
    """Play a voice on some words, on its own description where they are empty; returns at the end of the sound.

    Raises UsageError for a voice or an engine that there is not.
    """
    settings, warnings = effective_settings(options)
    voice = _named(load_voices(), id)
    words = text.strip() or voice.about or voice.name
    utterance = Utterance(0, 0, NARRATOR, Kind.PARAGRAPH, words, None, (SpokenPiece(0, len(words), words),), Pause.END)
    inbox: SimpleQueue[Event] = SimpleQueue()
    with orderly_ending():
        player = make_player(
            settings, options.sound, _Alone(voice), SpeechStyle(settings.speed, settings.stereo), inbox.put
        )
        try:
            for line in warnings:
                complain(line)
            player.volume = settings.volume
            player.play(queued([utterance]))
            while not isinstance(event := inbox.get(), Finished):
                if isinstance(event, Trouble):
                    complain(event.line)
        finally:
            player.close()


@dataclass(frozen=True, slots=True)
class _Alone:
    """A cast in which everybody has one voice."""

    only: Voice

    def voice(self, speaker: str) -> Voice:
        """That one."""
        return self.only


def _named(bench: VoiceSet, id: str) -> Voice:
    if id not in bench:
        raise UsageError(f"There is no voice {id!r}; there are {', '.join(bench)}.")
    return bench[id]


def _settings(voice: Voice) -> str:
    espeak = voice.espeak
    place = "centre" if not voice.pan else f"{abs(voice.pan):.0%} {'left' if voice.pan < 0 else 'right'}"
    gender = f"{voice.gender}, " if voice.gender else ""
    return (
        f"({gender}{place}; espeak {espeak.voice}, pitch {espeak.pitch}, range {espeak.range}, rate {espeak.rate}, "
        f"gain {espeak.gain:+g} dB)"
    )
