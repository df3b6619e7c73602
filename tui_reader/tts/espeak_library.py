"""espeak-ng's library, as espeakng-loader carries it, by ctypes: loaded and initialised once a process.

Constants and the layout of events: espeak-ng's speak_lib.h, version 1.52. Knows no engine.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui_reader.errors import EngineError

AUDIO_OUTPUT_SYNCHRONOUS = 2
INITIALIZE_DONT_EXIT = 0x8000
"""Without this flag espeak-ng ends the whole process when its data folder is missing."""
CHARS_UTF8 = 1
PHONEMES = 0x100
"""Mnemonics in double brackets are pronounced."""
EVENT_LIST_TERMINATED = 0
EVENT_WORD = 1
RATE, VOLUME, PITCH, RANGE = 1, 2, 3, 4
BUFFER_MS = 60
"""Milliseconds of sound in one callback. 60 is the least that espeak-ng accepts; 200 saves nothing that can be measured
and doubles the time to the first chunk."""


class Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(Event))

_REMEDY = "pip install --force-reinstall espeakng-loader"

_loaded: tuple[ctypes.CDLL, int] | None = None
"""The library and its sample rate. It is never terminated: espeak-ng cannot be initialised twice."""


def load(library: Path | None, data: Path | None) -> tuple[ctypes.CDLL, int]:
    """The library, initialised, and its sample rate in Hz; the same for the whole life of the process.

    `library` and its folder `data` are those of espeakng-loader where None is given. Raises EngineError when either
    cannot be used.
    """
    global _loaded  # noqa: PLW0603 - the C library has one state a process
    library_path, data_path = _bundled(library, data)
    if _loaded is not None:
        return _loaded
    try:
        opened = ctypes.CDLL(str(library_path))
    except OSError as error:
        raise EngineError(f"espeak-ng cannot be loaded from {library_path} ({error}); try {_REMEDY}") from error
    _declare(opened)
    rate = opened.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MS, str(data_path).encode(), INITIALIZE_DONT_EXIT)
    if rate <= 0:
        raise EngineError(f"espeak-ng does not start with the data in {data_path}; try {_REMEDY}")
    _loaded = opened, rate
    return _loaded


def _bundled(library: Path | None, data: Path | None) -> tuple[Path, Path]:
    """The paths of the library and its data. Raises EngineError when one of them is missing."""
    try:
        import espeakng_loader

        library = library or Path(espeakng_loader.get_library_path())
        data = data or Path(espeakng_loader.get_data_path())
    except (ImportError, RuntimeError) as error:
        raise EngineError(f"espeak-ng is not installed ({error}); try {_REMEDY}") from error
    for path in (library, data / "phontab"):
        if not path.is_file():
            raise EngineError(f"espeak-ng needs {path}, which is missing; try {_REMEDY}")
    return library, data


def _declare(library: ctypes.CDLL) -> None:
    """Declare the types of the functions that are used."""
    number, text, pointer = ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p
    unsigned: type[Any] = ctypes.c_uint
    signatures: tuple[tuple[Callable[..., Any], type[Any] | None, tuple[Any, ...]], ...] = (
        (library.espeak_Initialize, number, (number, number, text, number)),
        (library.espeak_SetSynthCallback, None, (Callback,)),
        (library.espeak_SetVoiceByName, number, (text,)),
        (library.espeak_SetParameter, number, (number, number, number)),
        (
            library.espeak_Synth,
            number,
            (text, ctypes.c_size_t, unsigned, number, unsigned, unsigned, pointer, pointer),
        ),
    )
    for function, result, arguments in signatures:
        function.restype = result  # type: ignore[attr-defined]
        function.argtypes = arguments  # type: ignore[attr-defined]
