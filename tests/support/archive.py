"""A small archive: two volumes and a plain transcript in which the same people speak."""

from __future__ import annotations

from pathlib import Path

from tests.support.volumes import KENNEDY, write_volume

PERSONS = {
    **KENNEDY,
    "p_KRF1": ("Kennedy, Robert F.", "Attorney General"),
    "p_DC1": ("de Gaulle, Charles", "President of France"),
}
FIRST = [
    ("p_KJF1", "We should wait."), ("p_BGW1", 'And <persName corresp="#p_DC1">de Gaulle</persName>?'),
    ("p_KJF1", "Good."), ("p_BGW1", "Yes, sir."), ("p_KRF1", "I agree."), ("p_KJF1", "Then call him."),
]  # fmt: skip
SECOND = [("p_KJF1", "An earlier day."), ("p_BGW1", "Yes."), ("p_KJF1", "And its end."), ("p_BGW1", "Yes.")]
CALL = """Telephone Conversation Between Jack Kennedy and George Ball

JACK KENNEDY: Well.

BALL: Yes.

JACK KENNEDY: Well then.

BALL: Yes, Robert F. Kennedy.
"""


def write_archive(folder: Path) -> None:
    """Write the volumes v5.xml (November 9, 1962 and February 3, 1961) and v6.xml (1963), and call.txt."""
    write_volume(folder, "v5", PERSONS, [("1962-11-09", FIRST), ("1961-02-03", SECOND)])
    write_volume(folder, "v6", PERSONS, [("1963-01-09", FIRST), ("1963-02-09", [("p_KRF1", "Well."), *SECOND[1:]] * 2)])
    (folder / "call.txt").write_text(CALL)
