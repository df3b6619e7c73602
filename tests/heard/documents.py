"""The documents that are listened to from the first word to the last."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tests.support.corpus import MEMORANDUM
from tui_reader.formats import read

PLAY = """THE LIGHTHOUSE

ACT I

SCENE 1. The lamp room, at night.

Enter MARTHA with a lantern, and JONAH behind her.

MARTHA. Good evening. [She sits.] Then we wait, as we waited for the boat in the winter when the pier was gone.

JONAH. We do. (aside) She has counted the steps again.

MARTHA. What did you say?

JONAH. Nothing.

[A bell is heard.]

MARTHA.
The tide goes out, the tide comes in,
And nobody counts the days;
We light the lamp when nights begin
And look along the bays.

JONAH. That is a song of the other coast. Who taught you that?

SCENE 2. The kitchen below.

MARTHA [laughing]. My mother did, who had it from the keeper before us,
and he from a sailor who never came back to claim it.

Enter the INSPECTOR.

INSPECTOR. Is this the Grey Point light?

JONAH. It is.

INSPECTOR. Then I have a letter. (He reads.) "The light at Grey Point is to be put out on the first of May,
for ships no longer need it."

MARTHA. No longer need it!

JONAH. Martha.

Exit MARTHA.

ACT II

SCENE 1. The pier, in the morning.

INSPECTOR. She took it badly.

JONAH. She was born up there.

Enter MARTHA, with the song on her lips.

MARTHA. Good morning, gentlemen. I have been thinking: a light that nobody needs may still be looked at.

INSPECTOR. By whom?

MARTHA. By me.

[Exeunt.]
"""
"""Acts and scenes, directions before, within and behind speeches, verse, a letter that is read."""
NOTES = 40
"""How many notes the third document has."""


class Heard(NamedTuple):
    """A document, and the keys by which all of it is heard after its opening."""

    path: Path
    keys: tuple[str, ...]


def with_notes() -> str:
    """Twenty turns with two notes each, and forty notes of their own words."""
    said, notes = [], []
    for number in range(1, NOTES + 1, 2):
        who = "ANNE" if number % 4 == 1 else "BEN"
        said.append(f"{who}: Report {number} was read({number}) before report {number + 1} was burnt({number + 1}).")
        notes += [f"({n}) Commission {7 * n}, minutes of its meeting {3 * n}." for n in (number, number + 1)]
    return "A Talk of Reports\n\n" + "\n\n".join([*said, *notes]) + "\n"


def documents(folder: Path) -> dict[str, Heard]:
    """The three documents; those that are invented are written into the folder."""
    play, notes = folder / "play.txt", folder / "notes.txt"
    play.write_text(PLAY, encoding="utf-8")
    notes.write_text(with_notes(), encoding="utf-8")
    return {
        "the memorandum": Heard(MEMORANDUM, ("n",) * (len(read(MEMORANDUM).pages) - 1)),
        "a play": Heard(play, ("n",) * (len(read(play).pages) - 1)),
        "forty notes": Heard(notes, (*"ff", *"nff" * (NOTES // 2 - 1))),
    }
