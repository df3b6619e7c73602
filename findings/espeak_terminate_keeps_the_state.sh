#!/usr/bin/env bash
# espeak-ng after espeak_Terminate and espeak_Initialize is not as it is in a new process.
#
# Guess beforehand: the same text in the same voice gives the same samples in every process; and within a process after
# espeak_Terminate and espeak_Initialize, which start the library anew.
# Seen with espeakng-loader 0.2.4 (espeak-ng 1.52.0): in two processes the samples differ, because the noise of some
# voices is seeded with the time; espeak_ng_SetRandSeed, new in 1.52, makes them the same. In one process they differ by
# what was said before, also after espeak_Terminate and espeak_Initialize: the sound generator's state is static. Only
# after the library was unloaded (dlclose) are they those of a new process.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check espeakng-loader==0.2.4
cat >"$folder/try.py" <<'PYTHON'
import ctypes
import hashlib
import subprocess
import sys
import time

import espeakng_loader

SYNCHRONOUS, DONT_EXIT, UTF8, CHARACTERS = 2, 0x8000, 1, 1
Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
sound = []


@Callback
def heard(wave, count, events):
    sound.append(ctypes.string_at(wave, 2 * count) if wave and count > 0 else b"")
    return 0


def start(library):
    library.espeak_Initialize(SYNCHRONOUS, 60, espeakng_loader.get_data_path().encode(), DONT_EXIT)
    library.espeak_SetSynthCallback(heard)
    library.espeak_SetVoiceByName(b"en-gb-x-rp+f2")
    if "seed" in sys.argv:
        library.espeak_ng_SetRandSeed(ctypes.c_long(1))


def said(library):
    sound.clear()
    text = b"It seems to me that she sees the fish there."
    library.espeak_Synth(text, ctypes.c_size_t(len(text) + 1), 0, CHARACTERS, 0, UTF8, None, None)
    return hashlib.sha256(b"".join(sound)).hexdigest()


library = ctypes.CDLL(espeakng_loader.get_library_path())
start(library)
first = said(library)
if "first" in sys.argv:
    print(first)
    sys.exit()
library.espeak_Terminate()
start(library)
again = said(library)
library.espeak_Terminate()
ctypes.CDLL(None).dlclose(ctypes.c_void_p(library._handle))
library = ctypes.CDLL(espeakng_loader.get_library_path())
start(library)
unloaded = said(library)


def in_new_processes(*words):
    found = set()
    for _ in range(2):
        time.sleep(1.1)
        found.add(subprocess.run([sys.executable, __file__, "first", *words], capture_output=True, check=True).stdout)
    return len(found)


print("the same after espeak_Terminate and espeak_Initialize:", first == again)
print("the same after the library was unloaded:", first == unloaded)
unseeded, seeded = in_new_processes(), in_new_processes("seed")
print("the same in two processes:", unseeded == 1, "- with a seed:", seeded == 1)
assert first != again, "espeak_Terminate now resets the state"
assert first == unloaded, "unloading no longer resets the state"
assert unseeded == 2, "two processes now make the same samples"
assert seeded == 1, "with a seed two processes no longer make the same samples"
PYTHON
"$folder/venv/bin/python" "$folder/try.py" seed
