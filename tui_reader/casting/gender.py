"""Whether a person is a man or a woman, where a title says so: "Mrs.", "King", "First Lady". Names are not used."""

from __future__ import annotations

import re

from tui_reader.document.model import Person

# fmt: off
_TITLES = {
    "male": """mr mister sir lord king prince duke earl count baron marquis marquess viscount emperor tsar czar father
        brother friar monsieur herr señor senor signor don dom master uncle grandfather congressman councilman""",
    "female": """mrs miss ms lady queen princess duchess countess baroness marchioness viscountess empress tsarina
        mother sister madam madame mme mademoiselle mlle dame frau fräulein fraulein señora senora señorita senorita
        signora signorina donna doña aunt grandmother congresswoman councilwoman""",
}
_PEOPLE = {
    "male": "man gentleman boy husband son widower spokesman policeman",
    "female": "woman gentlewoman lady girl wife daughter widow spokeswoman policewoman",
}
"""Words that a label may end in: "SECOND OLD WOMAN". Not those that are usual surnames, as "King" is."""
_ORDINARY = "the a an first second third fourth old young little poor another"
_BEFORE = frozenset(_ORDINARY.split())
"""Words that may come before a title: "THE KING", "SECOND LADY"."""
# fmt: on
_BY_TITLE = {word: gender for gender, words in _TITLES.items() for word in words.split()}
_BY_NOUN = {word: gender for gender, words in _PEOPLE.items() for word in words.split()}


def gender_of(person: Person) -> str:
    """ "male", "female", or empty if no title says it or titles disagree."""
    names = (person.name or "", person.id, *person.labels)
    said = {_of_name(name) for name in names} | {_of_role(person.role or "")}
    said.discard("")
    return said.pop() if len(said) == 1 else ""


def _of_name(name: str) -> str:
    words = _words(name)
    while len(words) > 1 and words[0] in _BEFORE:
        del words[0]
    if not words or "and" in words or "&" in name:
        return ""
    return _BY_TITLE.get(words[0]) or _BY_NOUN.get(words[-1], "")


def _of_role(role: str) -> str:
    """The gender that a role gives: "wife to Brutus" does, "servant to Lady Capulet" does not."""
    words = _words(re.split(r"\b(?:to|of|in|from|at)\b|[,;(]", role)[0])
    return _BY_NOUN.get(words[-1], "") if words else ""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())
