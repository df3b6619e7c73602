#!/usr/bin/env bash
# espeak-ng: its German voice says years as amounts, days as plain numbers and spells "Dr." and "Nr.".
#
# Guess beforehand: a voice of a language reads what stands in every letter of that language, so that German text needs
# no preparing: 1962 as "neunzehnhundertzweiundsechzig", "am 3. Mai" as "am dritten Mai", "Dr." as "Doktor", as the
# Spanish voice of the same library says "Sr." as "señor".
# Seen with espeakng-loader 0.2.4 (espeak-ng 1.52.0): 1962 is "ein tausend neunhundert zweiundsechzig", the day is
# "drei", "Dr." and "Nr." are two letters each. The French voice says "Louis XIV" as "Louis quatorze romain".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check espeakng-loader==0.2.4
cat >"$folder/try.py" <<'PYTHON'
import ctypes
import espeakng_loader

SYNCHRONOUS, DONT_EXIT, UTF8, IPA = 2, 0x8000, 1, 2
library = ctypes.CDLL(espeakng_loader.get_library_path())
library.espeak_TextToPhonemes.restype = ctypes.c_char_p
library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
library.espeak_Initialize(SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), DONT_EXIT)


def sounds(voice, text):
    library.espeak_SetVoiceByName(voice.encode())
    buffer = ctypes.create_string_buffer(text.encode())
    place, found = ctypes.c_void_p(ctypes.addressof(buffer)), ""
    while place.value:
        found += (library.espeak_TextToPhonemes(ctypes.byref(place), UTF8, IPA) or b"").decode()
    return "".join(sign for sign in found if sign.isalpha())


def same(voice, printed, words):
    print(f"{voice}: {printed!r} is said {sounds(voice, printed)}, {words!r} {sounds(voice, words)}")
    return sounds(voice, printed) == sounds(voice, words)


assert not same("de", "Es war 1962 so", "Es war neunzehnhundertzweiundsechzig so"), "years are said as years now"
assert not same("de", "am 3. Mai", "am dritten Mai"), "days are ordinals now"
assert not same("de", "Dr. Weber", "Doktor Weber"), "Dr. is a word now"
assert not same("fr", "Louis XIV", "Louis quatorze"), "kings are plain numbers now"
assert same("es", "El Sr. Ruiz", "El señor Ruiz"), "the Spanish voice no longer reads Sr."
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
