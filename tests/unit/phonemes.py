"""espeak-ng's phonemes for a text, in IPA: what it would say, without any sound."""

from __future__ import annotations

import ctypes
from functools import cache

import espeakng_loader

_SYNCHRONOUS, _DONT_EXIT = 2, 0x8000
_UTF8, _IPA = 1, 2


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
    rate = library.espeak_Initialize(_SYNCHRONOUS, 100, espeakng_loader.get_data_path().encode(), _DONT_EXIT)
    assert rate > 0, "espeak-ng does not start"
    assert library.espeak_SetVoiceByName(b"en-us") == 0
    return library


def clauses(text: str) -> list[str]:
    """The phonemes of each clause: espeak-ng pauses between them."""
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
