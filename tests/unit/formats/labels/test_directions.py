"""A name with a direction behind it: how long it may be, and that nothing behind a bracket belongs to the name."""

from __future__ import annotations

import pytest

from tests.unit.formats.labels.test_conventions import asides, labels, read
from tui_reader.formats.labels.choice import choose
from tui_reader.formats.labels.directions import unsigned
from tui_reader.formats.paragraphs import split


@pytest.mark.parametrize(
    ("text", "names", "said"),
    [
        ("OAK. Is it on?\n\nMS. ELM [severely] It is.\n\nOAK [sitting down] Good. I see.\n\nMS. ELM. So?",
         ["OAK", "MS. ELM", "OAK", "MS. ELM"], ["[severely]", "[sitting down]"]),
        ("Ida. Who?\n\nOtto (goes to the window, looks out for a while, and then draws the curtain there). I.\n\n"
         "Ida (sits down.) Please do.\n\nOtto.--No.\n\nIda. Yes.\n\nBoy (at the door). A cart!\n\n"
         "Otto. Go.\n\nIda. So.\n\nOtto. Yes.",
         ["Ida", "Otto", "Ida", "Otto", "Ida", "Boy", "Otto", "Ida", "Otto"],
         ["(goes to the window, looks out for a while, and then draws the curtain there)", "(sits down.)",
          "(at the door)"]),
        ("IDA:\n  Good day.\n\nOTTO (putting his\n  coat on a chair):\n  So.\n\nIDA (low):\n  Ah.\n\nOTTO:\n  Yes.",
         ["IDA", "OTTO", "IDA", "OTTO"], ["(putting his coat on a chair)", "(low)"]),
        ("IDA, laughing. No!\n\nLE DUC, bas, à M. Elm. Oui.\n\nIDA. So.\n\nLE DUC. Bon.",
         ["IDA", "LE DUC", "IDA", "LE DUC"], ["laughing", "bas, à M. Elm"]),
        ("Ida (Sits down): No.\n\nOtto (Laughing.): Yes.\n\nIda: So.\n\nOtto: Well.",
         ["Ida", "Otto", "Ida", "Otto"], ["(Sits down)", "(Laughing.)"]),
        ("_Ida (going far over to the other side of the room, where\nshe sits down)._ No.\n\n_The boy._ Yes.\n\n"
         "_To Ida:_\n\nSo.\n\n_Ida._--Well.\n\n_The boy (yawning)._\nA bad day.\n\n_The boy._ Good.",
         ["Ida", "The boy", "Ida", "The boy", "The boy"],
         ["(going far over to the other side of the room, where she sits down)", "_To Ida:_", "(yawning)"]),
        ("IDA.- No.\n\nOTTO.—Yes.\n\nIDA.-So.\n\nOTTO.- Well.", ["IDA", "OTTO"] * 2, []),
        ("OAK [within] What ho!\n\nIDA. Who?\n\nOAK [going to her]. I.\n\nBOY [out of breath] A ship!\n\n"
         "IDA (coldly).—So.",
         ["OAK", "IDA", "OAK", "BOY", "IDA"], ["[within]", "[going to her]", "[out of breath]", "(coldly)"]),
        ("花子（笑って）：雨だ。\n\n太郎：そうか。\n\n花子：はい。\n\n太郎（立って）：行こう。", ["花子", "太郎"] * 2,
         ["（笑って）", "（立って）"]),
    ],
)  # fmt: skip
def test_a_direction_is_an_aside_and_the_words_behind_it_are_said(text: str, names: list[str], said: list[str]) -> None:
    assert labels(text) == names
    assert asides(read(text)) == said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dr. Ida Elm (SPD): No.\n\nOtto Oak (CDU/CSU): Yes.\n\nDr. Ida Elm (SPD): So.\n\nOtto Oak (CDU/CSU): Ah.",
         ["Dr. Ida Elm (SPD)", "Otto Oak (CDU/CSU)"] * 2),
        ("The PRESIDING OFFICER (Mr. Oak). No.\n\nMr. ELM. Yes.\n\nThe PRESIDING OFFICER (Mr. Oak). So.\n\n"
         "Mr. ELM. Ah.",
         ["The PRESIDING OFFICER (Mr. Oak)", "Mr. ELM"] * 2),
        ("PLT (HAWK): Up.\n\nCAP: Good.\n\nPLT/CAP: We see you.\n\nCAP: So.\n\nPLT: Yes.",
         ["PLT (HAWK)", "CAP", "PLT/CAP", "CAP", "PLT"]),
        ("Ida Elm, Minister for Water: No.\n\nOtto: Yes.\n\nIda Elm, Minister for Water: So.\n\nOtto: Ah.",
         ["Ida Elm, Minister for Water", "Otto"] * 2),
    ],
)  # fmt: skip
def test_a_party_a_place_and_an_office_are_part_of_the_label(text: str, names: list[str]) -> None:
    assert labels(text) == names


def test_members_of_a_parliament_speak_though_most_come_once() -> None:
    record = (
        "Beginn: 9 Uhr\n\nPräsidentin Dr. Ida Elm:\n  Guten Tag.\n\nOtto Oak (XY):\n  Hier steht das Wasser.\n"
        "(Zuruf: Hört!)\n  So war es.\n\nLena Ash, Minister für Wasser:\n  Nein.\n\nPräsidentin Dr. Ida Elm:\n  Danke."
    )
    assert labels(record) == [
        "Präsidentin Dr. Ida Elm", "Otto Oak (XY)", "Lena Ash, Minister für Wasser", "Präsidentin Dr. Ida Elm",
    ]  # fmt: skip
    assert asides(read(record)) == ["(Zuruf: Hört!)"]


def test_a_direction_in_small_letters_at_the_start_of_a_speech_is_an_aside() -> None:
    text = "Ida: (sits down) Good day.\n\nOtto: (so to say) it is.\n\nIda: (Good) day.\n\nOtto: Well."
    assert labels(text) == ["Ida", "Otto"] * 2
    assert asides(read(text)) == ["(sits down)"]


def test_prose_with_brackets_and_abbreviations_has_no_labels() -> None:
    prose = "Elm (who had waited) went out. He came back.\n\nThe U.S. Navy had ships. So it was.\n\n"
    assert labels(prose * 4) == []
    paragraphs = split(talk := f"Elm: No.\n\nOak: Yes.\n\n{prose}" * 3)
    assert {found.text for found in choose(talk, paragraphs).at.values()} == {"Elm", "Oak"}


def test_a_stop_before_a_remark_is_not_the_names() -> None:
    line = "BERTA. [Taking it.] Yes."
    found = unsigned(line, 0, len(line))
    assert found is not None
    assert (found.text, line[found.speech :].strip()) == ("BERTA", "Yes.")


@pytest.mark.parametrize("time", ["[0:22]", "(00:01:22)", "[01:22.5]", "(12:04 PM)"])
def test_a_time_between_a_name_and_its_colon_is_not_the_names(time: str) -> None:
    document = read(f"Anna Holm {time}: Good day.\n\nBo Lind {time}: Good day.\n\n" * 2)
    assert [turn.label.text for turn in document.turns] == ["Anna Holm", "Bo Lind"] * 2
    assert not document.warnings
    assert {turn.text for turn in document.turns} == {"Good day."}
