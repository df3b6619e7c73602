"""The checks of `tui-reader doctor`: what this computer has for reading and hearing, and what to do about it.

Each check runs on its own, so that one that fails hides no other. Textual is not imported: versions come from the
packages' metadata.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path

import tui_reader
from tui_reader.errors import EngineError, ReaderError
from tui_reader.library import Library, library_path
from tui_reader.paths import NO_LIBRARY
from tui_reader.settings import Settings, load_settings, settings_path
from tui_reader.startup.face_choice import choose_face
from tui_reader.startup.screen_reader_detection import find_screen_reader
from tui_reader.terminal.counts import count
from tui_reader.terminal.output import in_one_line

PACKAGES = ("textual", "rich", "lxml", "miniaudio", "pyttsx3", "platformdirs")
"""Packages whose versions are reported; those for espeak-ng have a check of their own."""
WORDS = "This is the voice of the doctor."
"""What the engine says to show that it makes sound."""

Check = Callable[[], Iterator[str]]
"""A check: yields the value of a fact, then lines of advice; nothing where it does not matter on this system."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What one check found."""

    name: str
    value: str
    advice: tuple[str, ...] = ()
    """What to do, line by line; empty where nothing has to be done."""


def facts(library: Path | None = None, engine: str | None = None) -> list[Fact]:
    """All facts, in the order in which they are shown. Never raises.

    `library` and `engine` as on the command line; None for what the settings say.
    """
    try:
        settings, warnings = load_settings()
    except ImportError as error:
        settings, warnings = Settings(), (str(error),)
    name = engine or settings.engine
    checks: tuple[tuple[str, Check], ...] = (
        ("tui-reader", _program),
        ("Python", _python),
        ("system", _system),
        ("terminal", _terminal),
        ("screen reader", _screen_reader),
        ("face", partial(_face, settings)),
        ("engine", partial(_engine, None if name == "auto" else name)),
        ("espeak-ng", _espeak),
        ("voices", _voices),
        ("sound device", _sound_device),
        ("recordings", _recordings),
        ("speech-dispatcher", _speech_dispatcher),
        ("media keys", _media_keys),
        ("settings", partial(_settings, warnings)),
        ("library", partial(_library, library)),
        ("cache", _cache),
        *((package, partial(_package, package)) for package in PACKAGES),
    )
    return [fact for title, check in checks for fact in _found(title, check)]


def report(library: Path | None = None, engine: str | None = None) -> str:
    """The facts as lines: "name: value", and below it what to do."""
    lines: list[str] = []
    for fact in facts(library, engine):
        lines += [f"{fact.name}: {fact.value}", *(f"    {advice}" for advice in fact.advice)]
    return "\n".join(map(in_one_line, lines))


def _found(name: str, check: Check) -> list[Fact]:
    try:
        value, *advice = [*check()] or [""]
    except ReaderError as error:
        return [Fact(name, f"cannot be used. {error}")]
    except Exception as error:  # noqa: BLE001  the other checks must still run
        return [Fact(name, f"could not be checked ({type(error).__name__}: {error}).")]
    return [Fact(name, value, tuple(advice))] if value else []


def _program() -> Iterator[str]:
    yield f"{tui_reader.__version__}, in {Path(tui_reader.__file__).parent}"


def _python() -> Iterator[str]:
    yield f"{platform.python_version()}, {sys.executable}"


def _system() -> Iterator[str]:
    yield platform.platform()


def _terminal(environ: Mapping[str, str] = os.environ) -> Iterator[str]:
    if not sys.stdout.isatty():
        yield f"none, standard output is a file or a pipe; encoding {sys.stdout.encoding}"
        return
    size = shutil.get_terminal_size()
    kind = ", ".join(f"{name} {environ.get(name) or 'not set'}" for name in ("TERM", "COLORTERM"))
    yield f"{size.columns} columns by {size.lines} lines, {kind}, encoding {sys.stdout.encoding}"
    if "utf" not in (sys.stdout.encoding or "").lower():
        yield "Without UTF-8 some characters are replaced by others. A UTF-8 locale has them all: LC_ALL=C.UTF-8."


def _screen_reader() -> Iterator[str]:
    yield find_screen_reader() or "none found"


def _face(settings: Settings) -> Iterator[str]:
    choice = choose_face(None, True, os.environ, settings, find_screen_reader)
    yield f"{choice.face} in a terminal, because {choice.why}"


def _engine(name: str | None) -> Iterator[str]:
    """Opens the engine and makes some sound with it: an engine that opens may still be silent."""
    from tui_reader.casting import load_voices
    from tui_reader.tts.engine import Chunk
    from tui_reader.tts.open_engine import LIVE, default_engine, open_engine

    if name in LIVE:
        yield f"{name}, which plays its sound by itself; sound files are made with {default_engine()}"
        return
    made = 0

    def take(chunk: Chunk) -> bool:
        nonlocal made
        made += len(chunk.pcm)
        return True

    began = time.perf_counter()
    engine = open_engine(name)
    try:
        engine.synthesise(WORDS, next(iter(load_voices().values())), 1.0, take)
    finally:
        engine.close()
    taken = time.perf_counter() - began
    seconds = made / 2 / engine.sample_rate
    yield f"{engine.name}, {seconds:.1f} seconds of speech made in {1000 * taken:.0f} milliseconds"
    if not made:
        yield "The engine opens, but makes no sound. Try another one: --engine espeak or --engine pyttsx3."


def _espeak() -> Iterator[str]:
    import ctypes

    from tui_reader.tts.espeak_library import open_library

    library, data = open_library()
    library.espeak_Info.restype = ctypes.c_char_p
    library.espeak_Info.argtypes = (ctypes.c_void_p,)
    own = "" if data else ", the system's own"
    yield f"{library.espeak_Info(None).decode(errors='replace')}, {library._name}{own}"


def _voices() -> Iterator[str]:
    from tui_reader.casting import load_voices
    from tui_reader.paths import config_folder

    voices = load_voices()
    yield f"{len(voices)} ({', '.join(voices)})"
    for id, voice in voices.items():
        if voice.others:
            yield f"{id}.toml has tables that no engine uses: {', '.join(voice.others)}."
    own = config_folder() / "voices"
    if own.is_dir():
        yield f"Your own voices are read from {own}."


def _sound_device(environ: Mapping[str, str] = os.environ) -> Iterator[str]:
    from tui_reader.playback.miniaudio_device import device_names
    from tui_reader.playback.open_device import open_device

    device, silence = open_device(22_050)
    device.close()
    if silence is None:
        yield f"{device.name}, the system's default device"
        yield f"Devices for --device: {', '.join(device_names())}."
    else:
        yield "none"
        yield silence
        if "SSH_CONNECTION" in environ:
            yield (
                "Over ssh, it is heard on the computer you sit at: "
                "ssh HOST tui-reader play FILE --to - | mpv --no-terminal -"
            )


def _recordings() -> Iterator[str]:
    """Which sound files can be heard as recordings of documents."""
    from importlib.util import find_spec

    by_miniaudio = ["WAV, FLAC, MP3 and Ogg Vorbis"] if find_spec("miniaudio") else []
    others = ["M4A, Opus, WebM, videos and the rest"] if find_spec("av") else []
    yield ", ".join([*by_miniaudio, *others]) or "none can be read"
    if not others:
        yield "For M4A, Opus, WebM, videos and the rest: pip install 'tui-reader[recording]'"


def _speech_dispatcher(environ: Mapping[str, str] = os.environ) -> Iterator[str]:
    if not sys.platform.startswith("linux"):
        return
    from tui_reader.tts import ssip

    where = ssip.address(environ)
    try:
        connection = ssip.Connection(where, lambda notice: None)
        try:
            module = " ".join(connection.ask("GET OUTPUT_MODULE").lines)
        finally:
            connection.close()
    except EngineError as error:
        yield f"does not answer. {error} The program's own voices are used instead."
    else:
        yield f"answers at {ssip.named(where)}, and speaks by {module}"


def _media_keys(environ: Mapping[str, str] = os.environ) -> Iterator[str]:
    if not sys.platform.startswith("linux"):
        return
    from importlib.util import find_spec

    from tui_reader.terminal.session_bus import sockets

    if not find_spec("jeepney"):
        yield "cannot be used"
        yield "pip install jeepney"
    elif not any(sockets(environ)):
        yield "cannot be used: there is no desktop (no session bus)"
    else:
        yield "by the desktop's session bus"


def _settings(warnings: tuple[str, ...]) -> Iterator[str]:
    path = settings_path()
    wrong = f", {len(warnings)} wrong {'line' if len(warnings) == 1 else 'lines'}" if warnings else ""
    yield f"{path}{wrong}" if path.exists() else f"{path} does not exist: the defaults apply"
    yield from warnings


def _library(given: Path | None) -> Iterator[str]:
    path = given or library_path()
    if path == NO_LIBRARY:
        yield "none (--no-library): nothing is stored"
        return
    if not path.exists():
        yield f"{path} does not exist yet: it is created when a document is first opened"
        return
    from tui_reader.library.health import faults
    from tui_reader.library.library_files import last_put_aside, repair_command
    from tui_reader.library.word_index import index_size

    if found := faults(path):
        yield f"{path} is damaged: {'; '.join(found)}"
        yield f"To save what can be saved: {repair_command(path)}."
        return
    with Library(path) as library:
        size = f"{path.stat().st_size / 1e6:.1f} MB"
        if indexed := index_size(library):
            size += f", of which the search index takes {indexed / 1e6:.1f} MB"
        yield f"{path}, {count(len(library.recent(-1)), 'document')}, {size}"
        yield from library.troubles
    if aside := last_put_aside(path):
        yield f"A damaged one was put aside as {aside}. To save what can be saved: {repair_command(path)}."


def _cache() -> Iterator[str]:
    from tui_reader.packed.cache_folder import MOST_BYTES, find_folder, sizes_in
    from tui_reader.paths import cache_folder

    folder = find_folder()
    if folder is None:
        there = cache_folder().exists()
        yield f"{cache_folder()} {'is not used: it is not yours alone' if there else 'does not exist yet'}"
        return
    sizes = sizes_in(folder)
    yield f"{folder}, {count(len(sizes), 'document')}, {sum(sizes) / 1e6:.0f} of at most {MOST_BYTES / 1e6:.0f} MB"


def _package(name: str) -> Iterator[str]:
    try:
        yield metadata.version(name)
    except metadata.PackageNotFoundError:
        yield "not installed"
        yield f"pip install {name}"
