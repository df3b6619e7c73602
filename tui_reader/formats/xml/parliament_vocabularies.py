"""The vocabularies in which parliaments publish their records, as data: which elements name speakers, head and remark.

Names of elements are in small letters and without namespaces.
"""

from __future__ import annotations

import re

from tui_reader.named_tuple import NamedTuple


class Vocabulary(NamedTuple):
    """What the elements of one parliament's XML are."""

    name: str
    """The producer's, for `--as`."""
    title: str
    """For people."""
    labels: frozenset[str]
    """Elements that hold no more than who speaks next."""
    speeches: frozenset[str]
    """Elements around one speech: behind its end the narrator goes on, or where it is `chaired` who spoke before it."""
    headings: frozenset[str]
    asides: frozenset[str]
    """What the clerk remarks, and what nobody speaks, such as the names in a division."""
    about: frozenset[str]
    """Elements that are about the record, such as its contents: there on demand."""
    furniture: frozenset[str]
    """Page numbers, times and the like, which are never spoken."""
    titles: frozenset[str] = frozenset()
    """Elements with the title of the whole."""
    language: str = "en"
    chaired: bool = False
    clerks: re.Pattern[str] | None = None
    """What a whole paragraph in a speech is where it is the clerk's."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CLERKS = re.compile(
    r"Question (?:put|agreed|negatived|resolved|so resolved)\b.{0,80}|Leave (?:not )?granted\."
    r"|Debate (?:adjourned|interrupted)\.|(?:House|Senate|Sitting) (?:adjourned|suspended)\b.{0,80}"
    r"|(?:Bills?|Amendments?|Motion) (?:as amended )?(?:presented|read|agreed|negatived|returned)\b.{0,80}"
    r"|.{2,60} interjecting[—–-]+"
)
BUNDESTAG = Vocabulary(
    "bundestag-xml",
    "Record of the German Bundestag",
    labels=_set("name"),
    speeches=_set("rede"),
    headings=frozenset(),
    asides=_set("kommentar fussnote"),
    about=_set("vorspann rednerliste"),
    furniture=frozenset(),
    language="de",
    chaired=True,
)
CANADA = Vocabulary(
    "hansard-canada",
    "Hansard of Canada",
    labels=_set("personspeaking"),
    speeches=_set("intervention"),
    headings=_set("orderofbusinesstitle subjectofbusinesstitle catchline"),
    asides=_set("proceduraltext subjectofbusinessqualifier"),
    about=_set("extractedinformation"),
    furniture=_set("timestamp floorlanguage"),
    titles=_set("documenttitle"),
)
AUSTRALIA = Vocabulary(
    "hansard-australia",
    "Hansard of Australia",
    labels=_set("talker"),
    speeches=_set("speech question answer interjection continue"),
    headings=_set("title"),
    asides=_set("division"),
    about=_set("session.header"),
    furniture=_set("page.no type id.no cognate day.start"),
    clerks=_CLERKS,
)
CONGRESS = Vocabulary(
    "congressional-record",
    "Congressional Record",
    labels=_set("speaker"),
    speeches=frozenset(),
    headings=_set("title"),
    asides=_set("recorder"),
    about=_set("volume number weekday month day year chamber pages congress session"),
    furniture=_set("linebreak bullet"),
    titles=_set("document_title"),
)
VOCABULARIES = (BUNDESTAG, CANADA, AUSTRALIA, CONGRESS)
_BY_ROOT = {"dbtplenarprotokoll": BUNDESTAG, "rede": BUNDESTAG, "hansard": AUSTRALIA, "crdoc": CONGRESS}


def vocabulary_of(root: str, start: str) -> Vocabulary | None:
    """The vocabulary of a file with this root element that begins so; None where it is no parliament's."""
    found = _BY_ROOT.get(root.casefold())
    if found is AUSTRALIA and not ("chamber.xscript" in start or "session.header" in start):
        return CANADA if "HansardBody" in start or "ExtractedInformation" in start else None
    return found
