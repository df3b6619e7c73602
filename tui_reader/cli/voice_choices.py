"""What `tui-reader people --voice GWB=henry` says: who gets which voice in this document, kept as the cast is."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from tui_reader.casting import VoiceSet
from tui_reader.document.model import NARRATOR, Document
from tui_reader.errors import UsageError
from tui_reader.library import Library

AUTO = "auto"
"""In place of a voice: the one that the rules give."""


def voice_choices(document: Document, voices: VoiceSet, typed: Sequence[str]) -> dict[str, str | None]:
    """The voice by person that options say, both as ids; None for the one that the rules give.

    Raises UsageError for words that are no such option, and for an unknown person or voice.
    """
    chosen: dict[str, str | None] = {}
    for words in typed:
        name, sign, voice = (part.strip() for part in words.partition("="))
        if not (name and sign and voice):
            raise UsageError(f"--voice {words!r}: write it as --voice GWB=henry.")
        chosen[_person(document, name)] = None if voice.casefold() == AUTO else _voice(voices, voice)
    return chosen


def keep_voices(document: Document, path: Path, library: Library, chosen: dict[str, str | None]) -> None:
    """Keep the voices in the library. Raises ReaderError where that cannot be."""
    library.keep_document(document, path)
    for id, voice in chosen.items():
        library.keep_voice(document.key, id, voice)
        person = document.person(id)
        if voice is None and person and person.name:  # whose voice was kept for all documents too
            library.voice_registry.forget(person.name)


def voice_lines(document: Document, voices: VoiceSet, library: Library, chosen: dict[str, str | None]) -> list[str]:
    """The voice of each of these people now, and which voices could be taken for each other."""
    from tui_reader.casting import cast
    from tui_reader.voice_lab.confusability import confusable

    known = library.voice_registry.voices(document.people)
    now = cast(document, voices, library.cast(document.key), *known)
    lines = [f"{document.short_name(person)}: voice {now.voice(person).name}." for person in chosen]
    return lines + confusable(now, document)


def _person(document: Document, typed: str) -> str:
    """The id of a person by id, label or name, whatever the case; or that of the narrator."""
    by_name = {NARRATOR: NARRATOR}
    for person in document.people:
        names = (person.name or "", document.short_name(person.id), *person.labels, person.id)
        by_name.update((name.casefold(), person.id) for name in names if name)
    if (name := typed.casefold()) in by_name:
        return by_name[name]
    near = get_close_matches(name, by_name, 1, 0.6)
    meant = f"did you mean {by_name[near[0]]}?" if near else f"it has {', '.join(one.id for one in document.people)}."
    raise UsageError(f"--voice: {document.name} has no speaker {typed!r}; {meant}")


def _voice(voices: VoiceSet, typed: str) -> str:
    from tui_reader.casting.voice_options import voice_named

    try:
        return voice_named(voices, typed).id
    except LookupError as error:
        near = str(error.args[0])
        meant = f"Did you mean {near}?" if near else "tui-reader voices lists them."
        raise UsageError(f"--voice: there is no voice {typed!r}. {meant}") from None
