"""Finds the recording of a document: a sound file or video beside its file, by what the file states or by its name.

Nothing is fetched, and nothing outside the document's own folder is looked at: what a file states is data. A document
without times has no use for a recording, and finds none.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from tui_reader.cleaning import one_line
from tui_reader.document.collection import is_standard_input, split_id
from tui_reader.document.media_files import VIDEO, host_of, is_below, is_media_name, media_ending, parts_of
from tui_reader.document.model import Document
from tui_reader.document.passage_times import last_time
from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple
from tui_reader.startup.input_files import folded_name
from tui_reader.terminal.output import PROGRAM

_LANGUAGE = r"[a-z]{2,3}(?:-[a-z0-9_-]{2,20})?"
_MADE = (
    r"transcript(?:ion)?|transcribed|subtitles?|closed[ _-]captions?|captions?|diari[sz](?:ed|ation)|otter[ _.]ai"
    r"|corrected|edited"
)
_MADE_BY = (
    rf"{_MADE}|subs?|speakers?|auto|asr|cc|sdh|forced|words?|segments?|aligned|whisperx?(?:[-_][a-z0-9-]{{2,12}})?"
    r"|final|clean|(?:large|medium|small|base|tiny|turbo)(?:-v\d)?(?:-turbo)?"
)
_ADDED = lazy_re(
    rf"(?:\.(?:{_LANGUAGE}|{_MADE_BY})|[ _-]{{1,3}}(?:{_MADE})|[ _-]?\[(?:{_LANGUAGE}|{_MADE_BY})\]"
    r"| \((?:transcribed|translated) on [^()]{1,40}\))$"
)
"""What recognisers and downloaders add to the name of a recording for its transcript, in small letters."""
_OF_SOUND = lazy_re(
    r"(?:\.f\d{1,4}(?:-\d{1,2})?|(?:_(?:avo|gvo|as|gallery|speaker))?_\d{3,4}x\d{3,4}|[._](?:16k|16khz|mono))$"
)
"""What is added to the name of a sound file: by yt-dlp for a format, by Zoom for a view, for a recogniser."""
_MOST_ADDED = 4
_MUSIC = 60.0
"""Seconds for which a recording may go on after the last words, or a tenth of it, and still fit best."""
_EARLY = 3.0
"""Seconds for which it may end before the last words are over."""
_TAGS_AT_START, _TAGS_AT_END = 1 << 20, 1 << 18
"""Bytes of a sound file in which its tags stand."""
_EXACT = 1.5
"""Seconds that sound may go on after the last of the captions that were written with it."""

Length = Callable[[Path], float | None]
"""Gives the length of a sound file in seconds; None where it cannot be read."""


class FoundRecording(NamedTuple):
    """The recording of a document, or why there is none."""

    path: Path | None = None
    told: str = ""
    """A line for the person: which of several was taken, or where the recording is said to be. Often empty."""


def find_recording(
    document: Document, path: Path, chosen: Path | None = None, length: Length | None = None
) -> FoundRecording:
    """The recording of the document at `path`, `FILE#id` for one of many.

    The file that the person has `chosen` for it is taken while it is there and is sound. Otherwise names that the
    document's file states come first, then those like its own. Of several files the one whose length fits the times is
    taken, sound before video. `length` measures them; None opens them.
    """
    lost = ""
    if chosen and not _is_file(chosen):
        lost = f"{_shown(chosen)}, which you chose as the recording, is no longer there. "
    elif chosen:
        from tui_reader.playback.recording.open_sound import is_sound

        if is_sound(chosen):
            return FoundRecording(chosen)
        lost = f"{_shown(chosen)}, which you chose as the recording, is no sound file that can be read. "
    found = _beside(document, path, length or sound_length)
    return found._replace(told=f"{lost}{found.told}".strip())


def _beside(document: Document, path: Path, length: Length) -> FoundRecording:
    """The recording in the folder of a document."""
    if is_standard_input(path):
        return FoundRecording()
    file, id = split_id(path)
    there = _sound_files(file.parent)
    found = list(dict.fromkeys(one for stated in document.media for one in _stated(stated, file.parent, there)))
    own = ""
    if not found:
        alike = next(filter(None, (_named_alike(name, there) for name in _names(file, id))), [])
        found = [one for one in alike if not _is_own_export(one, document, length)]
        if alike and not found:
            own = f"{_shown(alike[0])} was made by this program; --audio uses it."
    if not document.times:
        told = f"{_shown(found[0])} is beside it, but {document.name} has no times to follow it by." if found else ""
        return FoundRecording(None, told)
    if len(found) < 2:
        return FoundRecording(found[0]) if found else FoundRecording(None, own or _elsewhere(document.media))
    best = _best(found, document, length)
    return FoundRecording(best, f"The recording is {_shown(best)}, one of {len(found)} beside the transcript.")


def _is_own_export(path: Path, document: Document, length: Length) -> bool:
    """Whether this program wrote a sound file as it read the document, with times of its own.

    Captions that it wrote at the same time end with the sound, and have it as their recording.
    """
    try:
        with path.open("rb") as file:
            ends = file.read(_TAGS_AT_START)
            file.seek(max(0, path.stat().st_size - _TAGS_AT_END))
            ends += file.read(_TAGS_AT_END)
    except OSError:
        return False
    if PROGRAM.encode() not in ends:
        return False
    seconds = length(path)
    return seconds is None or abs(seconds - last_time(document.times)) > _EXACT


def _sound_files(folder: Path) -> dict[str, list[Path]]:
    """The sound files and videos in a folder, by their names without regard to case and composition."""
    found: dict[str, list[Path]] = {}
    try:
        names = os.listdir(folder)  # noqa: PTH208  names alone: there may be 100,000
    except OSError:
        return found
    for name in sorted(names):
        if media_ending(name):
            found.setdefault(folded_name(name), []).append(folder / name)
    return found


def _stated(stated: str, folder: Path, there: dict[str, list[Path]]) -> Iterator[Path]:
    """The files that a name, path or address may mean: below the folder, or of that name in it."""
    parts = parts_of(stated)
    if not parts:
        return
    if len(parts) > 1 and is_below(stated) and is_media_name(parts[-1]) and _is_file(folder.joinpath(*parts)):
        yield folder.joinpath(*parts)
    for name in dict.fromkeys(map(folded_name, (parts[-1], unquote(parts[-1])))):
        # CHAT and Transcriber state no ending
        same = [name] if media_ending(name) else [media for media in there if name in (media, _stem(media))]
        yield from (file for media in same for file in there.get(media, ()) if _is_file(file))


def _names(file: Path, id: str | None) -> Iterator[str]:
    """The names like which the recording of a document may be called; a running number says too little alone."""
    if id is None:
        yield file.name
    elif id.isdecimal():
        yield from (f"{file.stem}{sign}{id}{file.suffix}" for sign in "#-")
    else:
        yield f"{id}{file.suffix}"


def _named_alike(name: str, there: dict[str, list[Path]]) -> list[Path]:
    """The files that are called as the document is; of several likenesses those of the closest."""
    if not there:  # the patterns are compiled only where there is something to compare
        return []
    called: dict[str, list[Path]] = {}
    for media, files in there.items():
        for known in {media, _stem(media), _OF_SOUND.sub("", _stem(media))}:
            called.setdefault(known, []).extend(filter(_is_file, files))
    return next((called[stem] for stem in _stems(folded_name(name)) if called.get(stem)), [])


def _stems(name: str) -> Iterator[str]:
    """What a recording of a document may be called, without its ending: "talk.en", "talk", the likeliest first."""
    stem = _stem(name)
    for _ in range(_MOST_ADDED):
        yield stem
        shorter = _stem(stem) if media_ending(stem) else _ADDED.sub("", stem)
        if not shorter or shorter == stem:
            return
        stem = shorter


def _stem(name: str) -> str:
    """A name without its last ending."""
    return name[: name.rindex(".")] if "." in name[1:] else name


def _best(found: Sequence[Path], document: Document, length: Length) -> Path:
    """The file whose length fits the times best; of as good ones the first that is no video."""
    last = last_time(document.times)

    def misfit(path: Path) -> tuple[float, bool]:
        seconds = length(path)
        if seconds is None:
            return float("inf"), True
        over = seconds - last
        fits = -_EARLY <= over <= max(_MUSIC, seconds / 10)
        return 0.0 if fits else abs(over), media_ending(path.name) in VIDEO

    return min(found, key=misfit)


def sound_length(path: Path) -> float | None:
    """The length of a sound file in seconds; None where it cannot be read."""
    from tui_reader.errors import ReaderError
    from tui_reader.playback.recording.open_sound import open_sound

    try:
        source = open_sound(path)
    except ReaderError:
        return None
    try:
        return source.frames / source.sample_rate
    finally:
        source.close()


def _elsewhere(media: Sequence[str]) -> str:
    """Where the recording is said to be, as a line for the person; empty where nothing is said."""
    for stated in media:
        if host := host_of(stated):
            return f"The recording is at {one_line(host)}; download it into this folder to hear it."
    for stated in media:
        if parts := parts_of(stated):
            return f"The recording, {one_line(parts[-1])}, is not in this folder; --audio FILE names it."
    return ""


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _shown(path: Path) -> str:
    return one_line(path.name)
