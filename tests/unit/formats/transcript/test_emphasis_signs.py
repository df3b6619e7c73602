"""Names between signs of emphasis other than `_`, and directions in emphasis behind names on lines of their own."""

from __future__ import annotations

import pytest

from tui_reader.document.accounting import accounted, gaps
from tui_reader.document.model import Document, Kind
from tui_reader.formats.transcript import parse

SPACED = """~Franz.~ Nun also, wenn ihr dieses ~Sohnes~ euch entäussertet?

~D. a. Hof~ (_auffahrend._) Franz! Franz! was sagst du?

~Franz.~ Ist es nicht diese Liebe zu ihm?

~D. a. Hof.~ Du willst, ich soll ihn verfluchen?

~Franz.~ Nicht doch! Nicht doch!
"""


def read(text: str) -> Document:
    document = parse(text, "talk.txt", "0" * 64)
    assert accounted(document), gaps(document)
    return document


def labels(document: Document) -> list[str]:
    return [turn.label.text for turn in document.turns]


@pytest.mark.parametrize("sign", "~=+#_")
def test_names_between_any_signs_of_emphasis_speak(sign: str) -> None:
    document = read(SPACED.replace("~", sign))
    assert labels(document) == ["Franz", "D. a. Hof", "Franz", "D. a. Hof", "Franz"]
    assert document.turns[0].passages[0].text == "Nun also, wenn ihr dieses _Sohnes_ euch entäussertet?"
    assert document.turns[1].passages[0].kind is Kind.ASIDE


def test_signs_that_are_no_emphasis_stay() -> None:
    text = "ANN: It is ~5 km, or a=b and c=d.\n\nBEN: ~Ten~, I say.\n\nANN: #1 and #2.\n\nBEN: Good.\n"
    assert [turn.passages[0].text for turn in read(text).turns][:2] == ["It is ~5 km, or a=b and c=d.", "~Ten~, I say."]


OWN_LINES = """SCÈNE PREMIÈRE.

COLAS, LISE.

COLAS.

Dix-neuf pieds sur vingt-six.

LISE.

Tiens, Colas, voilà mon petit chapeau.

COLAS, _lui prenant les mains_.

Sans comparaison, ma charmante.

LISE _se retire_.

Que mesures-tu donc là?

_SCÈNE II._

COLAS, LA MARQUISE, LISE.

LISE, _haut_.

Madame!

LA MARQUISE.

Que voulez-vous?

COLAS.

Rien.
"""


def test_directions_in_emphasis_behind_names_on_their_own_lines_are_asides() -> None:
    document = read(OWN_LINES)
    assert labels(document) == ["COLAS", "LISE", "COLAS", "LISE", "LISE", "LA MARQUISE", "COLAS"]
    asides = [one.text for turn in document.turns for one in turn.passages if one.kind is Kind.ASIDE]
    assert asides[:2] == ["_lui prenant les mains_", "_se retire_"]
