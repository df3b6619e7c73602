"""espeak-ng's library, that of espeakng-loader or else the system's, by ctypes: loaded for one engine after the other.

Constants and the layout of events: espeak-ng's speak_lib.h, version 1.52. Knows no engine.
"""

from __future__ import annotations

import ctypes
import os
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
    """`espeak_EVENT` of espeak-ng's speak_lib.h."""

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

SYSTEM = "libespeak-ng.so.1"
"""The system's own library, which knows where its data are."""
_REMEDY = "pip install --force-reinstall espeakng-loader"
_MISSING = "espeak-ng is not installed; install your system's package espeak-ng, or pip install espeakng-loader."

_loaded: tuple[ctypes.CDLL, int] | None = None
"""The library and its sample rate."""


def load(library: Path | None, data: Path | None) -> tuple[ctypes.CDLL, int]:
    """The library, initialised, and its sample rate in Hz; the same until `unload`.

    `library` and its folder `data` are found where None is given. Raises EngineError when either cannot be used.
    """
    global _loaded  # noqa: PLW0603 - the C library has one state a process
    if _loaded is not None:
        return _loaded
    opened, its_data = open_library(library)
    data = data or its_data
    if data and not (data / "phontab").is_file():
        raise EngineError(f"espeak-ng needs {data / 'phontab'}, which is missing; try {_REMEDY}")
    _declare(opened)
    folder = str(data).encode() if data else None
    rate = opened.espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MS, folder, INITIALIZE_DONT_EXIT)
    if rate <= 0:
        raise EngineError(f"espeak-ng does not start with {data or 'its data'}; try {_REMEDY}")
    _seed(opened)
    _loaded = opened, rate
    return _loaded


def _seed(opened: ctypes.CDLL) -> None:
    """Begin the noise of voices alike each time: espeak-ng 1.52 begins by the time, older ones go on with C's."""
    if hasattr(opened, "espeak_ng_SetRandSeed"):
        opened.espeak_ng_SetRandSeed(ctypes.c_long(1))
    elif os.name == "posix":
        ctypes.CDLL(None).srand(1)


def unload() -> None:
    """Drop the library, so that the next `load` gives it as it is in a new process.

    espeak_Terminate alone leaves the state of its sound generator. Nothing of the library may be used afterwards.
    """
    global _loaded  # noqa: PLW0603 - as above
    if _loaded is None or os.name != "posix":
        return
    opened, _ = _loaded
    _loaded = None
    opened.espeak_Terminate()
    ctypes.CDLL(None).dlclose(ctypes.c_void_p(opened._handle))


def open_library(library: Path | None = None) -> tuple[ctypes.CDLL, Path | None]:
    """The library, not initialised, and the folder of its data, None where it knows that itself.

    Raises EngineError when there is none.
    """
    try:
        import espeakng_loader

        library = library or Path(espeakng_loader.get_library_path())
        data = Path(espeakng_loader.get_data_path())
    except ImportError:  # it has no wheel for musl and for 32-bit machines
        data = None
    except RuntimeError as error:
        raise EngineError(f"espeak-ng cannot be used ({error}); try {_REMEDY}") from error
    try:
        return ctypes.CDLL(str(library or SYSTEM)), data
    except OSError as error:
        if not library:
            raise EngineError(_MISSING) from error
        raise EngineError(f"espeak-ng cannot be loaded from {library} ({error}); try {_REMEDY}") from error


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
