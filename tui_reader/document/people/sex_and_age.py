"""What a file states of somebody's sex and age, in the values that formats have for it. Knows no names."""

from __future__ import annotations

from tui_reader.lazy_re import lazy_re
from tui_reader.named_tuple import NamedTuple

_MALE = "m h male man masc masculine männlich homme masculin hombre masculino maschio"
_FEMALE = "f w female woman fem feminine weiblich femme féminin mujer femenino femmina"
_SEXES = {**dict.fromkeys(_MALE.split(), "male"), **dict.fromkeys(_FEMALE.split(), "female")}
_ISO_5218 = {"1": "male", "2": "female"}
_YEARS = lazy_re(r"(\d{1,3})(?![\d/-])")
LAST_CHILD, FIRST_OLD = 12, 65
"""Years of age: a child up to the first, old from the second."""


class SexAndAge(NamedTuple):
    """What is known of somebody's sex and age."""

    sex: str = ""
    """"male", "female", or empty where it is not known."""
    age: str = ""
    """"child", "adult", "old", or empty where it is not known."""
    crowd: bool = False
    """Whether these are several people who speak at once."""


NOTHING = SexAndAge()
KINDS = {
    "man": SexAndAge("male", "adult"),
    "woman": SexAndAge("female", "adult"),
    "old man": SexAndAge("male", "old"),
    "old woman": SexAndAge("female", "old"),
    "boy": SexAndAge("male", "child"),
    "girl": SexAndAge("female", "child"),
    "child": SexAndAge("", "child"),
    "crowd": SexAndAge(crowd=True),
}
"""What a person may say that somebody is."""


def stated(sex: object, age: object = None, crowd: bool = False) -> SexAndAge:
    """What values of a file say: "F", "FEMALE", "2" (ISO 5218, as TEI has it); an age in years, or as CHAT has it."""
    word = str(sex or "").strip().casefold()
    return SexAndAge(_SEXES.get(word) or _ISO_5218.get(word, ""), age_of(str(age or "")), crowd)


def age_of(words: str) -> str:
    """The `SexAndAge.age` of an age: "71", "3;02.14", "child"; empty where it says none."""
    words = words.strip().casefold()
    years = _YEARS.match(words)
    if years:
        return age_in_years(int(years[1]))
    return words if words in ("child", "adult", "old") else ""


def age_in_years(years: int) -> str:
    """The `SexAndAge.age` of so many years."""
    return "child" if years <= LAST_CHILD else "old" if years >= FIRST_OLD else "adult"


def with_article(kind: str) -> str:
    """A kind as a sentence has it: "an old man"."""
    return f"an {kind}" if kind.startswith("old") else f"a {kind}"
