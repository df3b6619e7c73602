"""Prints how well a speech recogniser understands the bundled voices, and writes what is measured of them.

    python -m tests.measure_voices [--engine NAME] [--sentences N] [--write] [VOICE ...]

The table says for each voice the word errors beside those of the plain voice of its accent, by espeak-ng and by each
other engine that is named. --write puts them into the voice files, after loudness and sound of all voices. It needs
pocketsphinx, whose wheel has its model.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, RawDescriptionHelpFormatter


def main() -> None:
    """As the module says."""
    parser = ArgumentParser(
        prog="python -m tests.measure_voices", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("voices", metavar="VOICE", nargs="*", help="Only these voices; default: all.")
    parser.add_argument(
        "--engine", metavar="NAME", action="append", help="An engine whose voices are measured; default: espeak."
    )
    parser.add_argument("--sentences", metavar="N", type=int, help="How many sentences of the 200; default: all.")
    parser.add_argument("--jobs", metavar="N", type=int, default=os.cpu_count(), help="Processes; default: one a core.")
    parser.add_argument("--write", action="store_true", help="Write what is measured into the files in voices/.")
    arguments = parser.parse_args()

    from tests.measure_voices import measured_files, table
    from tui_reader.casting import bundled_voices

    voices = bundled_voices()
    unknown = [id for id in arguments.voices if id not in voices]
    if unknown:
        parser.error(f"there is no voice {unknown[0]!r}; there are {', '.join(voices)}")
    if arguments.write:
        for engine in arguments.engine or ["espeak"]:
            measured_files.write_human_sound() if engine == "natural" else measured_files.write_sound()
        voices = bundled_voices()
    chosen = [voices[id] for id in arguments.voices or voices]
    print(table.HEAD)
    for engine in arguments.engine or ["espeak"]:
        for row in table.rows(chosen, engine, arguments.sentences, arguments.jobs):
            print(row, flush=True)
            if arguments.write and engine == "espeak" and row.voice.id in voices:
                measured_files.write_errors(row.voice.id, row.how, row.plain)


if __name__ == "__main__":
    main()
