#!/usr/bin/env bash
# espeak-ng: a second espeak_Initialize in the same process changes the sound buffer of whoever started it first.
#
# Guess beforehand: the library is running already, so the second call is refused, or returns the rate and leaves the
# buffer as it is; each user of the library in a process can rely on the buffer length that it asked for.
# Seen with espeakng-loader 0.2.4 (espeak-ng 1.52.0): the second call succeeds, returns the same sample rate, and from
# then on the first user's callback is given chunks of the second user's length. Code that works out times inside a
# chunk from the length it asked for is then wrong, without any error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check espeakng-loader==0.2.4
cat >"$folder/try.py" <<'PYTHON'
import ctypes
import espeakng_loader

SYNCHRONOUS, DONT_EXIT, UTF8, CHARACTERS = 2, 0x8000, 1, 1
library = ctypes.CDLL(espeakng_loader.get_library_path())
data = espeakng_loader.get_data_path().encode()
chunks = []
Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


@Callback
def heard(wave, count, events):
    chunks.append(count)
    return 0


def longest_chunk():
    chunks.clear()
    text = "One sentence that is long enough for several chunks of sound.".encode()
    library.espeak_Synth(text, ctypes.c_size_t(len(text) + 1), 0, CHARACTERS, 0, UTF8, None, None)
    return max(chunks)


rate = library.espeak_Initialize(SYNCHRONOUS, 60, data, DONT_EXIT)
library.espeak_SetSynthCallback(heard)
library.espeak_SetVoiceByName(b"en-us")
first = longest_chunk()
again = library.espeak_Initialize(SYNCHRONOUS, 200, data, DONT_EXIT)
library.espeak_SetVoiceByName(b"en-us")
second = longest_chunk()
print(f"first start: {rate} Hz, chunks of {1000 * first / rate:.0f} ms")
print(f"after a second start with 200 ms: {again} Hz, chunks of {1000 * second / rate:.0f} ms")
assert rate == again == 22050, "the second start was refused, or the rate changed"
assert abs(1000 * first / rate - 60) < 2, "the first length is not as asked for"
assert abs(1000 * second / rate - 200) < 2, "the second start no longer changes the first user's chunks"
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
