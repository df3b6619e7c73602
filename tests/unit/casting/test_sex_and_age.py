"""Who is a man or a woman, a child, old or a crowd, and what says so."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from tui_reader.casting.sex_and_age import is_narrator, sexes_and_ages
from tui_reader.document.model import Document, LanguageEvidence, Person
from tui_reader.document.people.sex_and_age import SexAndAge, stated


def told_of_all(people: Sequence[Person], language: str = "en", source: str = "guessed") -> dict[str, str]:
    """What is told of people of one document, by id, in words: "female", "male old", "crowd"."""
    evidence = LanguageEvidence(source, 1.0)
    document = Document(
        "d", "k", "transcript", "x", people=tuple(people), language=language, language_evidence=evidence
    )
    every = {id: told.is_what for id, told in sexes_and_ages(document).items()}
    return {
        id: " ".join(filter(None, (is_what.sex, is_what.age.replace("adult", ""), "crowd" if is_what.crowd else "")))
        for id, is_what in every.items()
    }


def told(person: Person, language: str = "en", source: str = "guessed") -> str:
    """What is told of one person."""
    return told_of_all([person], language, source)[person.id]


def of_label(label: str, language: str = "en") -> str:
    return told(Person(label, label, None, (label,)), language)


@pytest.fixture
def first_names() -> None:
    if not os.environ.get("CI"):
        pytest.importorskip("gender_guesser")


@pytest.mark.parametrize(
    ("name", "role", "labels", "gender"),
    [
        ("Mrs. Alving", None, ["MRS. ALVING"], "female"),
        (None, None, ["Mr. GREGG"], "male"),
        (None, None, ["LADY MACBETH"], "female"),
        (None, None, ["SECOND LADY"], "female"),
        (None, None, ["OLD MAN"], "male"),
        (None, None, ["KING LEAR"], "male"),
        ("Zyx King", None, ["ZK"], ""),
        ("Mr. and Mrs. Smith", None, ["BOTH"], ""),
        ("Portia", "wife to Brutus", ["PORTIA"], "female"),
        ("Zyx", "servant to Lady Capulet", ["ZYX"], ""),
        ("Dr. Stockmann", None, ["Mr. STOCKMANN", "Mrs. STOCKMANN"], ""),
        (None, "Under Secretary of State", ["GWB", "GB"], ""),
        (None, None, ["1"], ""),
        (None, None, ["THE KING"], "male"),
        (None, None, ["FIRST SISTER"], "female"),
        (None, None, ["Señor ROJAS"], "male"),
        (None, None, ["THE OLD KING"], "male"),
        (None, None, ["OLD"], ""),
    ],
)
def test_titles_and_roles_tell_the_sex(name: str | None, role: str | None, labels: list[str], gender: str) -> None:
    assert told(Person(labels[0], name, role, tuple(labels))).partition(" ")[0].removeprefix("crowd") == gender


LABELS = {
    "MOM": "female",
    "DAD": "male",
    "MAMA": "female",
    "GRANDMA": "female old",
    "GRANDPA JOE": "male old",
    "UNIDENTIFIED FEMALE": "female",
    "UNIDENTIFIED MALE": "male",
    "UNIDENTIFIED SPEAKER": "",
    "MALE VOICE": "male",
    "WOMAN'S VOICE": "female",
    "A MAN'S VOICE": "male",
    "VOICE OF A WOMAN": "female",
    "VOICE": "",
    "WAITRESS": "female",
    "WAITER": "male",
    "CHAIRWOMAN REED": "female",
    "CHAIRMAN": "",
    "The CHAIRMAN": "",
    "CHAIRMAN COLLINS": "",
    "CONGRESSWOMAN WATERS": "female",
    "OLD MAN": "male old",
    "OLD WOMAN": "female old",
    "BOY": "male child",
    "GIRL 2": "female child",
    "LITTLE GIRL": "female child",
    "YOUNG MAN": "male",
    "YOUNG WOMAN": "female",
    "CROWD": "crowd",
    "ALL": "crowd",
    "BOTH": "crowd",
    "CHORUS": "crowd",
    "SEVERAL VOICES": "crowd",
    "WOMEN": "female crowd",
    "THE SENATORS": "crowd",
    "FIRST SENATOR": "",
    "TOM'S MOTHER": "female",
    "MOTHER OF TOM": "female",
    "THE QUEEN'S PAGE": "male",
    "QUEEN'S COUNSEL": "",
    "LADY'S MAID": "female",
    "MAN ON PHONE": "male",
    "WOMAN IN RED": "female",
    "Interviewer (male)": "male",
    "Speaker 2 (female)": "female",
    "Participant 3 (female, 72)": "female old",
    "Witness (2)": "",
    "MISS PRISM": "female",
    "LADY BRACKNELL": "female",
    "SIR TOBY BELCH": "male",
    "Mme DUPONT": "female",
    "Mlle. Durand": "female",
    "HERR KELLER": "male",
    "FRAU WOLF": "female",
    "Frau Dr. Weber": "female",
    "SR. GARCÍA": "male",
    "SRA. LÓPEZ": "female",
    "DON QUIJOTE": "male",
    "DOÑA ANA": "female",
    "DONNA ELVIRA": "female",
    "SIGNOR ROSSI": "male",
    "SIGNORA BIANCHI": "female",
    "THE BUTLER": "male",
    "NURSE": "female",
    "POLICEMAN": "male",
    "POLICE OFFICER": "",
    "SOLDIER": "",
    "FIRST SOLDIER": "",
    "SECOND MURDERER": "",
    "BRIDE": "female",
    "GROOM": "male",
    "SISTER MARY": "female",
    "FATHER BROWN": "male",
    "Rev. Mother": "female",
    "MADAM SECRETARY": "female",
    "Mr. SPEAKER": "male",
    "The SPEAKER": "",
    "Mr. and Mrs. Smith": "crowd",
    "TOM and ANNA": "crowd",
    "Q": "",
    "A": "",
    "THE COURT": "",
    "THE WITNESS": "",
    "MODERATOR": "",
    "INTERVIEWER": "",
    "HOST": "",
    "GUEST": "",
    "HOSTESS": "female",
    "STEWARDESS": "female",
    "ACTRESS": "female",
    "PRINCESS LEIA": "female",
    "KING": "male",
    "QUEEN ELIZABETH": "female",
    "DUKE": "male",
    "COUNTESS": "female",
    "LUBOV ANDREYEVNA": "female",
    "Madame RANEVSKY": "female",
    "IVAN PETROVICH VOYNITSKY": "male",
    "АННА ПЕТРОВНА": "female",
    "MA JOAD": "",
    "PA JOAD": "male",
    "OLD CAPULET": "old",
    "FLOWER GIRL": "female",
    "COWBOY": "male",
    "SCHOOLBOY": "male child",
    "BABY": "child",
    "CHILD": "child",
    "CHILDREN": "child crowd",
    "GOD": "male",
    "WITCH": "female",
    "FIRST WITCH": "female",
    "THREE WITCHES": "female crowd",
    "MAN A": "male",
    "WOMAN ONE": "female",
    "WOMAN DOCTOR": "female",
    "LADY IN THE BACK ROW": "female",
    "HUSBAND": "male",
    "WIFE": "female",
    "BOYFRIEND": "male",
    "HIS WIFE": "female",
    "SALESMAN": "male",
    "BARMAID": "female",
    "LANDLADY": "female",
    "LANDLORD": "male",
    "HEADMISTRESS": "female",
    "GENTLEMAN CALLER": "male",
    "GHOST OF HAMLET'S FATHER": "",
    "TOM'S BROTHER": "male",
    "STEPMOTHER": "female",
    "GOD MOTHER": "female",
    "MOTHER-IN-LAW": "female",
    "MAN-SERVANT": "male",
    "ELDERLY LADY": "female old",
    "MAID MARIAN": "female",
    "AUNT POLLY": "female",
    "UNCLE VANYA": "male",
    "MASTER FORD": "male",
    "MISTRESS QUICKLY": "female",
    "WIDOW TWANKEY": "female",
    "NARRATOR": "",
    "REPORTER": "",
    "FEMALE REPORTER": "female",
    "MALE STUDENT 3": "male",
    "OPERATOR": "",
    "DISPATCHER": "",
    "ANTONIUS": "male",
    "CAMPUS": "",
}
"""What labels tell without anybody's first name."""


def test_titles_and_nouns_of_a_label_tell_sex_age_and_number() -> None:
    assert told_of_all([Person(label, label, None, (label,)) for label in LABELS]) == LABELS


ROLES = {
    "a widow": "female",
    "her son": "male",
    "his wife": "female",
    "the maid": "female",
    "a policeman": "male",
    "an old man": "male old",
    "a boy of ten": "male child",
    "a girl of seventeen": "female",
    "her daughter, aged 7": "female child",
    "9": "child",
    "80": "old",
    "a retired colonel, 71": "old",
    "Manservant": "male",
    "Butler": "male",
    "Governess": "female",
    "King of Denmark": "male",
    "Queen of Denmark, and mother to Hamlet": "female",
    "son to the late, and nephew to the present king": "male",
    "servant to Lady Capulet": "",
    "wife to Brutus": "female",
    "friend of the Queen": "",
    "the Queen's page": "male",
    "his wife's lover": "",
    "Mrs. Smith's cook": "",
    "Miss Prism's pupil": "",
    "Lord Mayor's wife": "female",
    "Lady in waiting to the Queen": "female",
    "brother-in-law of Tom": "male",
    "Secretary of State for Women": "",
    "Director, Office of Women's Health": "",
    "Under Secretary of State": "",
    "First Lady of the United States": "female",
    "Chairman, Joint Chiefs of Staff": "",
    "Congresswoman from California": "female",
    "Duke of Albany, husband to Goneril": "male",
    "Earl of Gloucester": "male",
    "one of Tom's sisters": "female",
    "one of the guards": "",
    "a shepherd disguised as a girl": "",
    "a soldier, in love with Anna": "",
    "a lady novelist": "female",
    "woman doctor": "female",
    "their little daughter": "female child",
    "elderly": "old",
    "an old friend": "",
    "an old servant": "old",
    "an elderly spinster": "female old",
    "in his seventies": "old",
    "a man in her forties": "male",
    "twelve years old": "child",
    "a ten-year-old boy": "male child",
    "grandmother of Tom": "female old",
    "a young man": "male",
    "a young lady of fashion": "female",
    "the family doctor": "",
    "a waiter at the inn": "male",
    "townspeople": "",
    "a Frenchman": "male",
    "lover of Isolde": "",
    "the King's jester": "",
    "ghost of Hamlet's father": "",
    "a nun": "female",
    "a monk": "male",
    "a priest": "male",
    "an actress, forty": "female",
    "Helen's fiancé": "male",
    "Tom's fiancée": "female",
    "mother": "female",
    "Mother": "female",
    "Target_Child": "child",
    "Father": "male",
    "Investigator": "",
    "Grandmother": "female old",
    "host": "",
    "a chambermaid": "female",
    "Mayor of London": "",
    "Prime Minister of Israel": "",
    "Queen's Counsel": "",
    "Prince of Wales, afterwards King Henry V": "male",
    "a sea captain, friend to Viola": "",
    "uncle to Olivia": "male",
    "a countess": "female",
    "heroine": "female",
    "wealthy merchant of Venice": "",
    "his daughters": "female",
    "a woman of the people": "female",
    "Mrs. Alving's son": "male",
    "sister of Sebastian": "female",
    "page to Falstaff": "male",
    "nurse to Juliet": "female",
    "the old nurse": "female old",
    "servant": "",
    "headman": "",
    "male nurse": "male",
    "gatekeeper's daughter": "female",
    "maid-of-all-work": "female",
    "an orphan": "child",
    "a retired seaman": "male",
}


def test_a_description_tells_sex_and_age_of_whom_it_describes() -> None:
    assert told_of_all([Person(role, None, role, ("ZYX",)) for role in ROLES]) == ROLES


NAMES = {
    "Judith BUTLER": "female",
    "JOHN SMITH": "male",
    "Smith, John": "male",
    "SMITH": "",
    "NIXON": "",
    "KISSINGER": "",
    "KENNEDY": "",
    "Pat": "",
    "ALEX": "",
    "ROBIN": "",
    "LESLIE": "",
    "SAM": "",
    "CHRIS": "",
    "JORDAN": "",
    "TAYLOR": "",
    "KIM": "",
    "MARY": "female",
    "GEORGE": "male",
    "ELIZABETH": "female",
    "JACK": "male",
    "GWENDOLEN": "female",
    "CECILY": "female",
    "TOM": "male",
    "ANN": "female",
    "JEAN-PIERRE": "male",
    "JOSÉ": "male",
    "JOSE": "male",
    "INES": "female",
    "ANDRÉ": "male",
    "FRANÇOISE": "female",
    "FRANCOISE": "female",
    "MARÍA": "female",
    "JÜRGEN": "male",
    "GÜNTER": "male",
    "OLGA": "female",
    "BORIS": "male",
    "TROFIMOV": "",
    "Senator Susan COLLINS": "female",
    "Senator COLLINS": "",
    "SENATOR NELSON": "",
    "Judge Judy Sheindlin": "female",
    "President Barack Obama": "male",
    "PRESIDENT NIXON": "",
    "President REAGAN": "",
    "George W. Ball": "male",
    "J. Edgar Hoover": "male",
    "OLD FRIEND": "",
    "SANTA CLAUS": "",
    "LA GUARDIA": "",
    "GPT-4": "",
    "User": "",
    "Assistant": "",
    "Alexa": "female",
    "MISSION CONTROL": "",
    "CC": "",
    "ED": "",
    "AL": "",
    "SEN": "",
    "GEN": "",
    "COL": "",
    "HAK": "",
    "LBJ": "",
    "BILL": "male",
    "ROSE": "female",
    "GRACE": "female",
    "HOPE": "female",
    "APRIL": "female",
    "WILL": "male",
    "MARK": "male",
    "DREW": "",
    "GUY": "male",
}


@pytest.mark.usefixtures("first_names")
def test_first_names_of_one_sex_tell_it_and_others_do_not() -> None:
    assert told_of_all([Person(name, name, None, (name,)) for name in NAMES]) == NAMES


@pytest.mark.usefixtures("first_names")
def test_a_name_tells_what_it_tells_in_the_language_of_the_document() -> None:
    assert [of_label("Andrea Rossi", language) for language in ("it", "de")] == ["male", "female"]
    assert [of_label("Jean Dupont", language) for language in ("fr", "en")] == ["male", ""]


@pytest.mark.parametrize(
    ("label", "language", "is_what"),
    [
        ("LE ROI", "fr", "male"), ("LA MARQUISE", "fr", "female"), ("LA SUIVANTE", "fr", "female"),
        ("LE VIEILLARD", "fr", "male old"), ("TOUS", "fr", "crowd"), ("M. JOURDAIN", "fr", "male"),
        ("M. THATCHER", "en", ""), ("DIE GRÄFIN", "de", "female"), ("EIN KNABE", "de", "male child"),
        ("ALTE FRAU", "de", "female old"), ("ALLE", "de", "crowd"), ("EL CRIADO", "es", "male"),
        ("LA DUEÑA", "es", "female"), ("TODOS", "es", "crowd"), ("IL CONTE", "it", "male"),
        ("UNA SERVA", "it", "female"), ("LA GUARDIA", "it", "female"), ("CORO", "it", "crowd"),
    ],
)  # fmt: skip
def test_nouns_and_articles_hold_in_documents_of_their_language(label: str, language: str, is_what: str) -> None:
    assert of_label(label, language) == is_what


def test_nouns_of_all_languages_hold_where_the_language_is_only_assumed() -> None:
    assert told(Person("LE ROI", "LE ROI", None, ("LE ROI",)), "en", "default") == "male"


def test_what_is_stated_goes_before_a_title_that_before_a_description_that_before_a_noun_that_before_a_name() -> None:
    everything = Person("Mrs. Tom, waiter", "Mrs. Tom", "a man", ("Mrs. Tom",), stated=SexAndAge("male", "old"))
    assert told(everything) == "male old"
    assert told(everything._replace(stated=SexAndAge())) == "female"
    assert told(Person("x", "WAITER TOM", "a woman", ("WAITER TOM",))) == "female"
    assert told(Person("x", "WAITRESS TOM", None, ("WAITRESS TOM",))) == "female"


def test_what_says_it_is_told() -> None:
    document = Document("d", "k", "transcript", "x", people=(Person("A", "Mrs. Alving", None, ("MRS. ALVING",)),))
    assert sexes_and_ages(document)["A"].because == 'the title "mrs"'


@pytest.mark.parametrize(
    ("values", "is_what"),
    [
        (("FEMALE",), ("female", "")), (("F",), ("female", "")), (("2",), ("female", "")), (("1",), ("male", "")),
        (("M", "71"), ("male", "old")), (("m", "3;02.14"), ("male", "child")), (("UNKNOWN",), ("", "")),
        (("0",), ("", "")), ((None, "40-50"), ("", "")), (("weiblich", "child"), ("female", "child")),
    ],
)  # fmt: skip
def test_values_of_files_are_understood(values: tuple[str | None, ...], is_what: tuple[str, str]) -> None:
    assert stated(*values)[:2] == is_what


def test_the_narrator_is_known_by_label() -> None:
    for label, narrates in (("NARRATOR", True), ("Narrator (V.O.)", True), ("ERZÄHLER", True), ("NARRATOR 2", False)):
        assert is_narrator(Person(label, label, None, (label,))) == narrates
