"""Plain texts of many kinds: plays, records of courts, hearings, chats and logs; and what is no dialogue."""

from __future__ import annotations

import pytest

from tui_reader.document.accounting import accounted, gaps
from tui_reader.document.model import Document, Kind
from tui_reader.formats.transcript import parse


def read(text: str) -> Document:
    document = parse(text, "talk.txt", "0" * 64)
    assert accounted(document), gaps(document)
    return document


def labels(text: str) -> list[str]:
    return [turn.label.text for turn in read(text).turns]


def asides(document: Document) -> list[str]:
    return [one.text for turn in document.turns for one in turn.passages if one.kind is Kind.ASIDE]


NAMES_ON_THEIR_OWN_LINES = """ACT I

SCENE I. A room above the harbour.

TOMAS
To sail, or not to sail, that is the thing.

IDA
My lord, I have some letters here of yours.

TOMAS (aside)
Soft you now.

Enter PIM

PIM
Will you walk out of the air?

TOMAS
Into the sea.

IDA
Good my lord!

GULL
Cry.
"""


def test_names_in_capitals_on_their_own_lines_are_speakers() -> None:
    document = read(NAMES_ON_THEIR_OWN_LINES)
    assert labels(NAMES_ON_THEIR_OWN_LINES) == ["TOMAS", "IDA", "TOMAS", "PIM", "TOMAS", "IDA", "GULL"]
    assert asides(document) == ["(aside)", "Enter PIM"]
    assert document.parts[0].id == "act-i"


def test_a_name_above_its_speech_may_stand_apart_and_in_small_letters() -> None:
    talk = "Interviewer\n\nHow many boats?\n\nHarbour Master\n\nForty.\n\n" * 3
    assert labels(f"A morning on the quay\n\n{talk}") == ["Interviewer", "Harbour Master"] * 3


def test_capitals_and_two_blanks_are_a_label() -> None:
    text = "BARN  Who is there?\n\nFRAN\nNay, answer me.\n\nBARN  Long live he!\n\nFRAN, [within]  Barn?\n\nBARN  He."
    assert labels(text) == ["BARN", "FRAN"] * 2 + ["BARN"]
    assert asides(read(text)) == ["[within]"]


def test_a_name_in_emphasis_is_a_label() -> None:
    text = "_Ann._ Good morning.\n\n_Ben_ (yawning). Is it?\n\n_The Boy (laughing)._\n\nIt is.\n\n_Ann._ So it is.\n\n"
    assert labels(text * 2) == ["Ann", "Ben", "The Boy", "Ann"] * 2
    assert asides(read(text)) == ["(yawning)", "(laughing)"]


def test_short_names_set_in_before_verse_are_labels_and_who_leaves_is_an_aside() -> None:
    text = """  Oto. Who's there?
  Pim. Nay, answer me. Stand and unfold yourself.
  Oto. Long live the Mayor!
  Pim. For this relief much thanks. 'Tis bitter wet,
    And I am sick of rain.

                    Enter the Harbour Master.

  Oto. Good night to both.                                    Exit.
  Pim. Good night."""
    assert labels(text) == ["Oto", "Pim"] * 3
    assert asides(read(text)) == ["Enter the Harbour Master.", "Exit."]


def test_names_between_dashes_are_labels() -> None:
    assert labels("- Ida -\n\nGood day.\n\n- Le page -\n\nSo.\n\n" * 3) == ["Ida", "Le page"] * 3
    assert labels("- 12 -\n\nIt rained.\n\n- 13 -\n\nStill.\n\n- 14 -\n\nThe end.") == []


def test_a_wide_blank_or_a_quotation_stands_behind_a_japanese_name() -> None:
    assert (
        labels("はな　（立って）雨だ。\n健太郎　そうか。\nはな　二本あります。\n健太郎　では行こう。")
        == ["はな", "健太郎"] * 2
    )
    assert (
        labels("ケン・木村「雨だ」\nはな「そうか」\nケン・木村「行こう」\nはな「ええ」") == ["ケン・木村", "はな"] * 2
    )
    assert labels("彼は「雨だ」と言った。\n\n彼女も「そうか」と答えた。\n\n" * 3) == []


def test_a_circle_stands_before_a_speaker_of_a_record() -> None:
    record = "○議長（山田太郎君）　開きます。\n○木村花子君　水は。\n○議長（山田太郎君）　川です。\n○木村花子君　はい。"
    assert labels(record) == ["議長（山田太郎君）", "木村花子君"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zed: did you see the boat?\namy_b: which one\nzed: the red one.\ncarl-7: it left\namy_b: no\nzed: ok",
         ["zed", "amy_b", "zed", "carl-7", "amy_b", "zed"]),
        ("zed: did you see it?\namy: which boat do you mean\nzed: the red one here\namy: no", ["zed", "amy"] * 2),
        ("name: Ida\nage: 3\nname: Otto\nage: 4", []),
        ("a rule: one is enough.\nanother rule: two are more.\na rule: three.\nanother rule: four.", []),
    ],
)  # fmt: skip
def test_handles_in_small_letters_are_labels_where_each_line_has_one(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


def test_lines_with_a_wide_blank_are_speeches_also_where_they_are_nearly_full() -> None:
    talk = (
        "はるえ　（笑って）雨が降ってきましたよ。\n健太郎　そうか。傘はあるかい、はるえ。\n"
        "はるえ　玄関に二本、傘があります。\n健太郎　では行こう。"
    )
    assert labels(talk + "\nはるえ　どこへですか。\n健太郎　駅までだよ。") == ["はるえ", "健太郎"] * 3


def test_several_speeches_in_a_line_of_verse_are_several_turns() -> None:
    verse = "BAL. Quid novi? TIB. Nihil.\nBAL. Nihil semper est. TIB. Semper. BAL. Dic\nplura. TIB. Dixi.\nBAL. Ubi?"
    assert labels(verse) == ["BAL", "TIB"] * 3 + ["BAL"]
    assert read(verse).turns[4].text.split() == ["Dic", "plura."]
    assert labels("ANN: One. BEN: Two. ANN: Three.\nBEN: Four. ANN: Five.\nBEN: Six.") == ["ANN", "BEN"] * 3
    assert labels("BAL. I saw the TIB. It rained.\n\nELM. So.\n\nBAL. Yes.\n\nELM. No.") == ["BAL", "ELM"] * 2


DEPOSITION = """                                                           12
 1                    EXAMINATION
 2   BY MS. OAK:
 3        Q.   Please state your name for the record.
 4        A.   Peter Plummer.
 5        Q.   And where do you work, Mr. Plummer, and for how
 6   long have you worked there?
 7        A.   At Acme.
 8             MR. BIRCH:  Objection, form.
 9             THE WITNESS:  May I answer?
10   BY MS. OAK:
11        Q.   When you say Acme, do you mean the yard where you
12   are now, or do you mean the one where you were in those
13   days?
14        A.   The old one.
15             (Discussion off the record.)
16        Q.   Was the ladder sold?
17        A.   It was sold to a man from Hastings, who took it
18   home on a cart.
19        Q.   When?
20        A.   In May.
21
22
"""


def test_numbers_of_lines_are_no_speech_and_wrapped_lines_are_joined() -> None:
    document = read(DEPOSITION)
    assert labels(DEPOSITION) == ["Q", "A"] * 2 + ["MR. BIRCH", "THE WITNESS"] + ["Q", "A"] * 3
    assert document.turns[2].text == "And where do you work, Mr. Plummer, and for how long have you worked there?"
    assert asides(document) == ["BY MS. OAK:", "(Discussion off the record.)"]
    assert {rest.why for rest in document.residue} == {"the number of a line", "a page number"}


def test_a_hearing_has_its_chairman_and_those_who_go_on() -> None:
    text = """    The Chairman. This hearing will come to order. The harbours of
this country have had a hard year, and we are here to learn why.
    Mr. Birch. I thank the chairman for this important hearing, and
ask how fast they sink.
    Dr. Elm. They are sinking, as you know, and it is----
    Mr. Birch. How fast?
    Dr. Elm [continuing]. Slow. Two inches in a year, as all of our
tables show.
    [The statement of Dr. Elm follows:]
    The Chairman. We are adjourned."""
    assert labels(text) == ["The Chairman", "Mr. Birch", "Dr. Elm", "Mr. Birch", "Dr. Elm", "The Chairman"]
    assert asides(read(text)) == ["[continuing]", "[The statement of Dr. Elm follows:]"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[12:30] <zed> hi\n[12:31] <|amy|> it is: red\n[12:32] * zed waves\n[12:33] <zed> so",
         ["zed", "|amy|", "zed"]),
        ("12:30 <@zed> hi\n12:31 <amy> hello\n12:32 <@zed> so", ["@zed", "amy", "@zed"]),
        ("12/31/20, 10:15 - Ann: Hi\n12/31/20, 10:16 AM - +44 20 7946 0958: Who?\n12/31/20, 10:17 - Carl left",
         ["Ann", "+44 20 7946 0958"]),
        ("[10:15 AM] ann: Did it?\n[10:16 AM] carl: It did.\n[10:17 AM] ann: ok\n[10:18 AM] carl: yes",
         ["ann", "carl"] * 2),
        ("ann — Today at 10:15 AM\nDid it?\ncarl — Today at 10:16 AM\nIt did.\nann — Today at 10:17 AM\nok",
         ["ann", "carl", "ann"]),
        ("00:00:01 Ann Bee: Welcome.\n\n00:00:10 Ben Dee: Thanks.\n\n00:00:12 Ann Bee: So.",
         ["Ann Bee", "Ben Dee", "Ann Bee"]),
        ("04 06 45 52      CC      We copy.\n\n04 06 45 57      CDR     Here.\n\n04 06 46 06      CC      Roger.\n\n"
         "04 06 46 16      LMP     Thanks.", ["CC", "CDR", "CC", "LMP"]),
    ],
)  # fmt: skip
def test_times_before_the_names_of_a_chat_or_a_log_are_not_said(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
    assert not any(char.isdigit() for turn in read(text).turns for one in turn.passages for char in one.text)


@pytest.mark.parametrize(
    "text",
    [
        "Pea Soup\n\nINGREDIENTS\n2 cups peas\n\nMETHOD\nBoil the peas: gently.\n\n" * 3,
        "Anchor: a hook.\n\nBollard: a post.\n\nCleat: a fitting.\n\nDraft: a depth.\n\nEbb: a tide.",
        "2021-01-01 12:00:00 INFO: Started\n2021-01-01 12:00:01 ERROR: Failed\n2021-01-01 12:00:02 INFO: Done",
        "CHAP. I.\n\nOf boats.\n\nCHAP. II.\n\nOf ropes.\n\nCHAP. III.\n\nOf knots.\n\nCHAP. IV.\n\nOf the sea.",
        "TO THE RIVER\n\nO river, run,\n\nTO THE SEA\n\nO sea, stay.\n\nTO THE RIVER\n\nAgain I call.",
        "INT. KITCHEN\n\nA kettle.\n\nEXT. QUAY\n\nA gull.\n\nINT. KITCHEN\n\nSteam.",
        "NAME\n       quay - moors a boat\n\nSYNOPSIS\n       quay BOAT\n\nDESCRIPTION\n       Moors BOAT.",
    ],
)
def test_recipes_glossaries_logs_chapters_and_poems_have_no_speakers(text: str) -> None:
    assert labels(text) == []


def test_the_capitals_of_a_licence_are_no_speakers() -> None:
    play = "ANN\n\nGood day.\n\nBEN\n\nGood night.\n\n" * 6
    licence = "DAMAGE\n\nNone.\n\nANN\n\nWe warrant nothing."
    assert labels(f"{play}*** END OF THE BOOK ***\n\n{licence}") == ["ANN", "BEN"] * 6


def test_the_time_beside_a_date_is_part_of_it() -> None:
    document = read("DATE: November 9, 1971\nTIME: 4:15 p.m.\n\nOAK: One.\n\nELM: Two.\n\nOAK: Three.")
    assert document.date is not None and document.date.iso == "1971-11-09T16:15"


def test_the_short_form_of_a_name_is_suggested_and_not_merged() -> None:
    text = "Pisc. One.\n\nViat. Two.\n\n" * 4 + "Piscator. Three.\n\nViat. Four.\n\nPiscator. Five.\n\nPiscator. Six."
    assert [hint.labels for hint in read(text).suggestions] == [("Piscator", "Pisc")]


def test_what_is_in_doubt_is_said_and_left_to_the_person() -> None:
    once = read("ANN: One.\n\nBEN: Two.\n\nCARL: Three.").warnings
    assert len(once) == 1 and 'possibly not speakers: "ANN", "BEN", "CARL"' in once[0] and "--unmark" in once[0]
    odd = read("ANN: One.\n\nBEN: Two.\n\n" * 6 + "Slides: Three.\n\nANN: Four.").warnings
    assert len(odd) == 1 and '"Slides"' in odd[0]
    prose = "Words of a long report about quays.\n\n" * 9
    left = read(f"{prose}Matt Oak: a word.\n\n{prose}Ida Elm: another.\n\n" * 3).warnings
    assert len(left) == 1 and left[0].startswith('no speakers were found, though "Matt Oak", "Ida Elm"')
    assert read("ANN: One.\n\nBEN: Two.\n\nANN: Three.").warnings == ()


def test_names_on_lines_of_their_own_need_no_empty_lines_where_they_come_again() -> None:
    talk = "ANNA\nWe should go.\nBEN\nWhy?\nANNA\nBecause it rains.\nBEN\nWait!\nCARLA\n(calls) Now!\nANNA\nThanks."
    assert labels(talk) == ["ANNA", "BEN", "ANNA", "BEN", "CARLA", "ANNA"]
    assert labels("BREAD\nWe bake it.\nBUTTER\nWe churn it.\nCHEESE\nWe age it.\nMILK\nWe sell it.") == []


def test_a_number_right_before_a_name_is_part_of_it_and_sections_are_nobody() -> None:
    murder = "1.Murth. Wait you heere.\n2.Murth. I heare a horse.\nBanq. It will be Rayne to Night.\n"
    assert labels(murder * 3) == ["1.Murth", "2.Murth", "Banq"] * 3
    assert labels("1.Boats. They float.\n\n2.Ropes. They bind.\n\n3.Sails. They pull.\n") == []
