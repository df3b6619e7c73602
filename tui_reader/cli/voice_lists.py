"""The lists of `tui-reader voices`: the voices, the voices measured, and which person has which voice."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.casting import VoiceSet, load_voices
from tui_reader.casting.voice import Voice
from tui_reader.errors import UsageError
from tui_reader.faces.printing import wrapped
from tui_reader.library import require_library
from tui_reader.startup.engine_voices import engine_voices
from tui_reader.startup.reading_options import ReadingOptions, effective_settings


def voice_lines(id: str | None, options: ReadingOptions, width: int) -> Iterator[str]:
    """Each voice in a few lines of at most `width` columns, or one voice. Raises UsageError for an unknown id."""
    engine = effective_settings(options)[0].engine
    voices = engine_voices(engine)
    listed = [voice_named(voices, id)] if id else list(voices.values())
    margin = max(len(voice.id) for voice in listed) + 2
    for voice in listed:
        about = voice.name if voice.about.startswith(voice.name) else f"{voice.name}. {voice.about}"
        lines = wrapped(f"{about}\n{_settings(voice, engine)}", width - margin).split("\n")
        yield from (f"{'' if number else voice.id:<{margin}}{line}" for number, line in enumerate(lines))


def measure_lines(id: str | None, options: ReadingOptions, width: int) -> Iterator[str]:
    """The voices measured, or one of them, by espeak-ng or the engine of the options.

    Raises UsageError for an unknown voice, EngineError.
    """
    from tui_reader.cli.voice_measurements import measured_lines
    from tui_reader.tts.open_engine import open_engine

    voices = load_voices()
    if id:
        voice_named(voices, id)
    engine = open_engine(options.engine or "espeak")
    try:
        yield from measured_lines(voices, engine, id, width)
    finally:
        engine.close()


def people_lines(options: ReadingOptions) -> Iterator[str]:
    """Each person who has the same voice in all documents, and that voice."""
    with require_library(options.library) as library:
        everybody = library.voice_registry.everybody()
    for person in everybody:
        yield f"{person.name}: {person.voice} ({'chosen' if person.chosen else 'since first heard'})"
    if not everybody:
        yield "Nobody yet. People with a full name keep the voice they are first heard in, or the one you choose."


def voice_named(voices: VoiceSet, id: str) -> Voice:
    """The voice of an id or a name. Raises UsageError for an unknown one."""
    from tui_reader.casting import voice_options

    try:
        return voice_options.voice_named(voices, id)
    except LookupError as error:
        near = str(error.args[0])
        meant = f" Did you mean {near}?" if near else ""
        raise UsageError(f"There is no voice {id!r}; the voices are {', '.join(voices)}.{meant}") from None


def _settings(voice: Voice, engine: str) -> str:
    place = "centre" if not voice.pan else f"{abs(voice.pan):.0%} {'left' if voice.pan < 0 else 'right'}"
    kind = f"{voice.kind}, " if voice.kind else ""
    return f"({kind}{place}; {_human(voice) if engine == 'natural' else _by_espeak(voice)})"


def _by_espeak(voice: Voice) -> str:
    espeak = voice.espeak
    return (
        f"espeak {espeak.voice}, pitch {espeak.pitch}, range {espeak.range}, rate {espeak.rate}, "
        f"gain {espeak.gain:+g} dB"
    )


def _human(voice: Voice) -> str:
    human = voice.natural
    pitch = f"{human.pitch:g} Hz" if human.pitch else "its own pitch"
    tract = f", vocal tract {human.tract:g} of a woman's" if human.tract else ""
    return f"natural, {pitch}{tract}, tempo {human.tempo:g}, gain {human.gain:+g} dB"
