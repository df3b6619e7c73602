"""espeak-ng's phonemes for a text, in IPA: what it would say, without any sound, and what it does say."""

from __future__ import annotations

import ctypes
import shutil
from functools import cache
from tempfile import TemporaryDirectory

import espeakng_loader

_SYNCHRONOUS, _DONT_EXIT = 2, 0x8000
_UTF8, _IPA = 1, 2
_MNEMONICS = 0x100
_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_SILENT = _Callback(lambda wave, count, events: 0)


@cache
def _library() -> ctypes.CDLL:
    # A copy of the library has a state of its own: where the engine has spoken, asking the same one can crash.
    with TemporaryDirectory() as folder:
        library = ctypes.CDLL(shutil.copy(espeakng_loader.get_library_path(), folder))
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
    rate = library.espeak_Initialize(_SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), _DONT_EXIT)
    assert rate > 0, "espeak-ng does not start"
    return library


def clauses(text: str) -> list[str]:
    """The phonemes of each clause: espeak-ng pauses between them."""
    assert _library().espeak_SetVoiceByName(b"en-us") == 0  # tests of the engine leave another voice behind
    buffer = ctypes.create_string_buffer(text.encode())
    place = ctypes.c_void_p(ctypes.addressof(buffer))
    found: list[str] = []
    while place.value:
        said = _library().espeak_TextToPhonemes(ctypes.byref(place), _UTF8, _IPA)
        found.append(" ".join((said or b"").decode().split()))
    return [clause for clause in found if clause]


def phonemes(text: str) -> str:
    """The phonemes of all of it."""
    return " ".join(clauses(text))


def said(text: str, voice: str = "en-us") -> str:
    """The phonemes of a text in which mnemonics in double brackets are obeyed, as espeak-ng says it."""
    library, libc = _library(), ctypes.CDLL(None)
    libc.open_memstream.restype = ctypes.c_void_p
    libc.open_memstream.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.POINTER(ctypes.c_size_t)]
    libc.fclose.argtypes = libc.free.argtypes = [ctypes.c_void_p]
    library.espeak_SetPhonemeTrace.argtypes = [ctypes.c_int, ctypes.c_void_p]
    found, size = ctypes.c_void_p(), ctypes.c_size_t()
    library.espeak_SetSynthCallback(_SILENT)
    library.espeak_SetVoiceByName(voice.encode())
    file = libc.open_memstream(ctypes.byref(found), ctypes.byref(size))
    library.espeak_SetPhonemeTrace(_IPA, file)
    data = text.encode()
    library.espeak_Synth(data, ctypes.c_size_t(len(data) + 1), 0, 1, 0, _UTF8 | _MNEMONICS, None, None)
    library.espeak_SetPhonemeTrace(0, None)
    libc.fclose(file)
    printed = ctypes.string_at(found.value, size.value).decode() if found.value else ""
    libc.free(found)
    return " ".join(printed.split())
