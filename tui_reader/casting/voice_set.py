"""Reading the voices: a TOML file each, those of the program and the person's own, which override them.

A file that cannot be used is an error that names the file, the line and what is wrong; nothing is guessed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tui_reader.casting.voice import (
    DIMENSIONS,
    EspeakSettings,
    MeasuredVoice,
    NaturalSettings,
    PiperSettings,
    SystemSettings,
    Voice,
)
from tui_reader.cleaning import one_line
from tui_reader.errors import ReaderError
from tui_reader.named_tuple import NamedTuple
from tui_reader.paths import bundled, config_folder
from tui_reader.small_file import read_small

VoiceSet = Mapping[str, Voice]
"""The voices by id, in the order in which they are cast."""

NOT_A_VOICE = "lexicon.toml"
LARGEST = 100_000
"""Bytes."""

GENDER = '"male", "female" or ""'
AGE = '"child", "old" or ""'
YES_OR_NO = "true or false"
TEXT = "a text in quotes"
TEXTS = "a list of texts in quotes"
POINT = f"a list of {DIMENSIONS} numbers, as tui-reader voices VOICE --measure prints it"


class Number(NamedTuple):
    """A number from `low` to `high`."""

    low: float
    high: float
    whole: bool = True


Rule = str | Number
"""GENDER, AGE, YES_OR_NO, TEXT, TEXTS, POINT or a Number."""

VOICE: Mapping[str, Rule] = {
    "name": TEXT,
    "about": TEXT,
    "gender": GENDER,
    "age": AGE,
    "crowd": YES_OR_NO,
    "people": TEXTS,
    "order": Number(0, 1000),
    "pan": Number(-1, 1, whole=False),
}
SYSTEM: Mapping[str, Rule] = {"gender": GENDER, "language": TEXT, "names": TEXTS}
SECTIONS: Mapping[str, Mapping[str, Rule]] = {
    "espeak": {
        "voice": TEXT,
        "pitch": Number(0, 99),
        "range": Number(0, 99),
        "rate": Number(80, 450),
        "gain": Number(-30, 6, whole=False),
    },
    "pyttsx3": SYSTEM,
    "sapi5": SYSTEM,
    "nsss": SYSTEM,
    "piper": {"model": TEXT, "speaker": Number(0, 100_000)},
    "natural": {
        "model": TEXT,
        "pitch": Number(50, 400, whole=False),
        "liveliness": Number(0, 3, whole=False),
        "tract": Number(0.7, 1.4, whole=False),
        "tilt": Number(-12, 6, whole=False),
        "breath": Number(-20, 30, whole=False),
        "tremor": Number(0, 0.2, whole=False),
        "tempo": Number(0.6, 1.5, whole=False),
        "gain": Number(-30, 20, whole=False),
        "point": POINT,
    },
}
"""Each engine's table in a voice file, and its keys. A table of another name belongs to another engine."""
MEASURED: Mapping[str, Rule] = {
    "pitch": Number(0, 1000, whole=False),
    "point": POINT,
    "errors": Number(0, 1000, whole=False),
    "plain_errors": Number(0, 1000, whole=False),
}
TABLES: Mapping[str, Mapping[str, Rule]] = {**SECTIONS, "measured": MEASURED}


def load_voices(folder: Path | None = None) -> VoiceSet:
    """The bundled voices and those in `folder` (by default `voices` in the configuration folder), which override them.

    Raises ReaderError for a file that cannot be used.
    """
    return _voice_set((bundled("voices"), config_folder() / "voices" if folder is None else folder))


def bundled_voices() -> VoiceSet:
    """Only the voices that come with the program."""
    return _voice_set((bundled("voices"),))


def _voice_set(folders: Iterable[Path]) -> VoiceSet:
    files = {one_line(path.stem): path for folder in folders for path in _files(folder)}
    voices = [(_program_voice if path.parent == bundled("voices") else read_voice)(path) for path in files.values()]
    if not voices:
        raise ReaderError(f"No voices were found in {bundled('voices')}; install the reader again.")
    return MappingProxyType({voice.id: voice for voice in sorted(voices, key=lambda voice: (voice.order, voice.id))})


@cache
def _program_voice(path: Path) -> Voice:
    """A voice of the program, read once."""
    return read_voice(path)


def read_voice(path: Path) -> Voice:
    """The voice of one file. Raises ReaderError, with the line if it is known."""
    text, table = _parse(path)
    others = tuple(key for key in table if isinstance(table[key], dict) and key not in VOICE.keys() | TABLES.keys())
    places: list[tuple[tuple[str, ...], Iterable[str], dict[str, Any]]] = [((), {*VOICE, *TABLES, *others}, table)]
    for section in TABLES:
        if section in table:
            if not isinstance(table[section], dict):
                raise _wrong(path, text, (section,), f"{section} must be a table: [{section}]")
            places.append(((section,), TABLES[section], table[section]))
    for inside, known, values in places:
        for key in values:
            if key not in known:
                raise _wrong(path, text, (*inside, key), f"unknown key {key!r}; there are {', '.join(sorted(known))}")
    if not (SECTIONS.keys() | others) & table.keys():
        raise ReaderError(f"{path}: does not say how the voice sounds; add [espeak] with a voice.")
    said = _checked(path, text, (), VOICE, table)
    sounds = {name: _checked(path, text, (name,), rules, table.get(name, {})) for name, rules in TABLES.items()}
    system = {"gender": said.get("gender", ""), **sounds["pyttsx3"]}
    measured = sounds["measured"]
    human = sounds["natural"]
    return Voice(
        id=one_line(path.stem),
        **{"name": one_line(path.stem), **said},
        espeak=EspeakSettings(**{"voice": "en-us", **sounds["espeak"]}),
        sapi5=SystemSettings(**{**system, **sounds["sapi5"]}),
        nsss=SystemSettings(**{**system, **sounds["nsss"]}),
        piper=PiperSettings(**sounds["piper"]),
        natural=NaturalSettings(**human) if human else _human(said.get("gender", ""), measured),
        others=others,
        measured=MeasuredVoice(**measured) if {"pitch", "point"} <= measured.keys() else None,
    )


def _human(gender: str, measured: Mapping[str, Any]) -> NaturalSettings:
    """The human voice of a file that does not say it: as high as it was measured, and a man's where it is one's."""
    man = gender == "male"
    pitch = measured.get("pitch", 0) or (115 if man else 0)
    return NaturalSettings(pitch=min(280.0, max(80.0, pitch)) if pitch else 0.0, tract=1.15 if man else 1.0)


def _files(folder: Path) -> Iterable[Path]:
    try:
        return sorted(path for path in folder.glob("*.toml") if path.name != NOT_A_VOICE)
    except OSError as error:
        raise ReaderError(f"{folder}: the voices there cannot be read ({error.strerror}).") from error


def _parse(path: Path) -> tuple[str, dict[str, Any]]:
    data = read_small(path, LARGEST)
    if data is None:
        raise ReaderError(f"{path}: the voice was removed while the voices were read; try again.")
    from tui_reader.toml_file import parse_file

    return parse_file(data, str(path))


def _checked(
    path: Path, text: str, inside: tuple[str, ...], rules: Mapping[str, Rule], table: Mapping[str, Any]
) -> dict[str, Any]:
    """The values that are set, each checked by its rule. Raises ReaderError."""
    values: dict[str, Any] = {}
    for key, rule in rules.items():
        if key in table:
            values[key], must = _check(table[key], rule)
            if must:
                raise _wrong(path, text, (*inside, key), f"{key} must be {must}, not {table[key]!r:.60}")
    return values


def _check(value: object, rule: Rule) -> tuple[Any, str]:
    """The value as a voice has it, and what it must be, in words, if it breaks the rule."""
    if isinstance(rule, Number):
        kind = int if rule.whole else int | float
        fits = isinstance(value, kind) and not isinstance(value, bool) and rule.low <= value <= rule.high
        must = f"{'a whole number' if rule.whole else 'a number'} from {rule.low} to {rule.high}"
    elif rule == TEXTS:
        fits, must = (
            isinstance(value, list) and all(isinstance(text, str) and text.isprintable() for text in value),
            rule,
        )
        value = tuple(value) if isinstance(value, list) else value
    elif rule == POINT:
        fits, must = isinstance(value, list) and len(value) == DIMENSIONS and all(map(_is_finite, value)), rule
        value = tuple(value) if isinstance(value, list) else value
    elif rule == GENDER:
        fits, must = value in ("male", "female", ""), rule
    elif rule == AGE:
        fits, must = value in ("child", "old", ""), rule
    elif rule == YES_OR_NO:
        fits, must = isinstance(value, bool), rule
    else:
        fits, must = _is_text(value), rule
    return value, "" if fits else must


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable()


def _is_finite(number: object) -> bool:
    return isinstance(number, int | float) and not isinstance(number, bool) and math.isfinite(number)


def _wrong(path: Path, text: str, key: tuple[str, ...], what: str) -> ReaderError:
    from tui_reader.toml_file import lines_of

    line = lines_of(text).get(key)
    return ReaderError(f"{path}:{line}: {what}." if line else f"{path}: {what}.")
