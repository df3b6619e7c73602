"""Tables as talks: which column is which in many dresses, what becomes of the other cells, and what is no talk."""

from __future__ import annotations

import pytest

from tui_reader.document.model import Document, Kind
from tui_reader.errors import DocumentError, UsageError
from tui_reader.formats import parse

SAID = [
    ("HOLM", "Thank you, Lena, for coming; it is cold."),
    ("VANCE", "My pleasure."),
    ("HOLM", 'Was it "the mill" where you were born?'),
    ("VANCE", "Yes. I was born there, in the winter of 1901."),
]


def turns(document: Document) -> list[tuple[str, str]]:
    """Who says what."""
    return [(turn.speaker, turn.text) for turn in document.turns]


def quoted(sign: str, *cells: str) -> str:
    """A row with each cell in quotes."""
    return sign.join('"' + cell.replace('"', '""') + '"' for cell in cells)


def table(sign: str, heads: str, *before: str) -> str:
    """The talk under heads; `before` are cells that stand before the names in each row, {} the row's number."""
    rows = [
        quoted(sign, *(cell.format(number) for cell in before), who, words)
        for number, (who, words) in enumerate(SAID, 1)
    ]
    return "\n".join([heads.replace(",", sign), *rows]) + "\n"


DRESSES = {
    "time, speaker, words": table(",", "timestamp,speaker,words", "00:00:0{}"),
    "semicolons in German": table(";", "Zeit;Sprecher:in;Text", "0:0{}"),
    "semicolons in French": table(";", "n°;Début;Locuteur;Intervention", "{}", "0:0{}"),
    "Spanish": table(",", "Hablante,Texto"),
    "tabs": "Speaker\tText\n" + "".join(f"{who}\t{words}\n" for who, words in SAID),
    "bars": "character | line\n" + "".join(f"{who} | {words}\n" for who, words in SAID),
    "quotes and blanks": '"character" "dialogue"\n'
    + "".join(
        quoted(" ", str(number), who, words.replace('"', "'")) + "\n" for number, (who, words) in enumerate(SAID)
    ),
    "no heads": "\n".join(quoted(",", f"0:0{n}", who, words) for n, (who, words) in enumerate(SAID)) + "\n",
    "a line above the heads": "Interview with Lena Vance,,\n\n" + table(",", "number,name,said", "{}"),
    "raw text beside the words": "id,raw_text,speaker,spoken_words,word_count\n"
    + "".join(quoted(",", str(n), f"{who}: {words}", who, words, "9") + "\n" for n, (who, words) in enumerate(SAID)),
}


@pytest.mark.parametrize("text", DRESSES.values(), ids=DRESSES)
def test_a_table_of_any_dress_is_the_talk(text: str) -> None:
    document = parse(text.encode(), "talk.csv")
    assert turns(document) == [(who, words.replace('"', "'") if text[1] == "c" else words) for who, words in SAID]
    assert document.lost is None
    assert all("0:0" not in turn.text for turn in document.turns)


@pytest.mark.parametrize("dress", ["time, speaker, words", "tabs", "quotes and blanks", "semicolons in German"])
def test_heads_tell_a_table_under_any_name(dress: str) -> None:
    document = parse(DRESSES[dress].encode(), "talk.txt")
    assert document.producer and document.producer.name == "table"
    assert len(document.turns) == len(SAID)


def test_times_are_kept_and_other_columns_are_told() -> None:
    text = "start_ms,end_ms,Speaker,Text,mood\n1000,2500,ANN,Good morning to you.,calm\n3000,4000,BO,And to you.,\n"
    document = parse(text.encode(), "talk.csv")
    assert [(time.start, time.end) for time in document.times] == [(1.0, 2.5), (3.0, 4.0)]
    assert "calm" in " ".join(rest.text for rest in document.residue)
    assert document.warnings == ("talk.csv: 1 column is kept and not read: mood",)
    assert document.producer and "speaker: Speaker, text: Text, start: start_ms" in document.producer.told


def test_a_row_without_a_name_goes_on_and_one_in_brackets_is_an_aside() -> None:
    text = "speaker,words\n,(They sit down.)\nANN:,We begin.\n,And we go on.\n,(Laughter.)\nBO:,Good.\n"
    document = parse(text.encode(), "talk.csv")
    assert turns(document)[1] == ("BO", "Good.")
    assert [(one.kind, one.text) for one in document.turns[0].passages] == [
        (Kind.SPEECH, "We begin."), (Kind.SPEECH, "And we go on."), (Kind.ASIDE, "(Laughter.)"),
    ]  # fmt: skip
    assert document.parts[0].body[0].text == "(They sit down.)"
    assert document.warnings == ("talk.csv: 1 row names no speaker; read as the words of the speaker before",)


def test_cells_of_several_lines_are_paragraphs_and_numbers_are_speakers() -> None:
    text = 'speaker,text\n1,"First line\ngoes on.\n\nSecond paragraph."\n2,Fish &amp; chips.\n'
    document = parse(text.encode(), "talk.csv")
    assert [person.id for person in document.people] == ["Speaker 1", "Speaker 2"]
    assert [one.text for one in document.turns[0].passages] == ["First line goes on.", "Second paragraph."]
    assert document.turns[1].text == "Fish & chips."


def test_words_that_name_their_speakers_themselves_need_no_column() -> None:
    text = "time;text\n" + "".join(f"0:0{n};{who}: {words}\n".replace(";", "\t") for n, (who, words) in enumerate(SAID))
    document = parse(text.replace("time;", "time\t").encode(), "talk.tsv")
    assert [one for one, _ in turns(document)] == [who for who, _ in SAID]


def test_a_table_of_words_alone_is_the_narrators_with_a_warning() -> None:
    document = parse(b"date,text\n1 May,The mill is built on the river.\n2 May,The wheel does not turn yet.\n", "d.csv")
    assert not document.turns and "no column of the table says who speaks" in document.warnings[0]


NO_TALKS = {
    "numbers": "month,rain,snow\nMay,30,0\nJune,20,1\nJuly,12,0\n",
    "addresses": "Name,Street,Town\nAnn Lee,1 Mill Road,Ely\nBo Day,2 Mill Road,Ely\nCy Orr,3 Mill Road,Ely\n",
    "counts of words": "Speaker,Times Spoken,Debate\nLEE,30,first_debate.txt\nDAY,12,second_debate.txt\n",
    "kinds of things": "kind,item\nFruit,Apples from Kent\nTools,Hammers of steel\nFruit,Pears from Wye\n",
}


@pytest.mark.parametrize("text", NO_TALKS.values(), ids=NO_TALKS)
def test_a_table_that_is_no_talk_is_refused_with_its_columns(text: str) -> None:
    with pytest.raises(DocumentError, match=r"--columns speaker=1,text=2 \(columns: 1 \w+, 2"):
        parse(text.encode(), "list.csv")


@pytest.mark.parametrize("text", [*NO_TALKS.values(), "Ann, Bo\n\nANN: Text, if you will.\n\nBO: Words, words.\n"])
def test_lines_with_commas_under_another_name_are_no_table(text: str) -> None:
    producer = parse(text.encode(), "list.txt").producer
    assert producer and producer.name == "transcript"


@pytest.mark.parametrize("columns", [(("speaker", "2"), ("text", "1")), (("speaker", "PERSON"), ("text", "rede hier"))])
def test_columns_can_be_chosen_by_number_and_head(columns: tuple[tuple[str, str], ...]) -> None:
    text = "Rede hier;Person;Ort\nDas ist der Anfang.;Anna;Ulm\nDas ist das Ende.;Bert;Ulm\n"
    document = parse(text.encode(), "list.csv", columns=columns)
    assert turns(document) == [("Anna", "Das ist der Anfang."), ("Bert", "Das ist das Ende.")]
    assert document.producer and document.producer.told == "Table (CSV, TSV), chosen by --columns"


def test_a_column_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="no column 'who'; the columns are 1 speaker, 2 text"):
        parse(b"speaker,text\nANN,Hello there.\n", "talk.csv", columns=(("speaker", "who"),))


def test_signs_within_words_that_are_not_quoted_are_kept() -> None:
    text = "speaker,text\nANN,Well, yes, and no.\nBO,So be it.\nANN,Good.\n"
    assert turns(parse(text.encode(), "talk.csv"))[0] == ("ANN", "Well, yes, and no.")


def test_begin_and_end_beside_words_tell_a_table_without_heads() -> None:
    document = parse(b'"Well, how high is it?",0.38,2.76\n"Too high, I fear.",2.8,4.5\n', "talk.csv")
    assert document.turns == () and document.pages[0].text.split("\n") == ["Well, how high is it?", "Too high, I fear."]
    assert "the narrator reads column 1;" in document.warnings[0]


def test_heads_that_name_no_speaker_are_no_row_of_a_talk() -> None:
    rows = "".join(f"{at},{kind},Please tell me number {at} again\n" for at, kind in enumerate(["Bank", "Phone"] * 4))
    with pytest.raises(DocumentError, match="without a column of speakers"):
        parse(f"ID,Sector,Agent_Response\n{rows}".encode(), "calls.csv")


@pytest.mark.parametrize("sign", [",", "\t"])
def test_ids_of_speakers_that_come_again_are_no_heads(sign: str) -> None:
    rows = [(f"SPEAKER_0{at % 2}", f"Good morning to you, number {at}.") for at in range(6)]
    document = parse("".join(f"{who}{sign}{words}\n" for who, words in rows).replace(", ", " ").encode(), "talk.csv")
    assert len(turns(document)) == 6


def test_a_column_that_is_read_is_called_one() -> None:
    text = "Content;Number\nWell how is it today?;1\nToo high I fear it is.;2\n"
    assert "the narrator reads column Content;" in parse(text.encode(), "talk.csv").warnings[0]


def test_addresses_are_no_names() -> None:
    rows = "".join(f"https://example.org/{name},{name},{words!r}\n" for name, words in SAID if "," not in words)
    document = parse(f"SENDER PROFILE URL,FROM,CONTENT\n{rows}{rows}".encode(), "messages.csv")
    assert {turn.speaker for turn in document.turns} <= {"HOLM", "VANCE"} and document.turns


def test_rows_from_the_newest_to_the_oldest_are_told_the_other_way_round() -> None:
    rows = "Time,Author,Message\n2024-03-05T10:02:00,AI,Too high I fear.\n2024-03-05T10:01:00,Human,How high is it?\n"
    document = parse(rows.encode(), "activity.csv")
    assert [(turn.label.text, turn.text) for turn in document.turns] == [
        ("Human", "How high is it?"), ("AI", "Too high I fear."),
    ]  # fmt: skip


def test_a_column_of_names_beside_numbers_of_telephones_says_who_speaks() -> None:
    rows = "".join(
        f"05/03/2024,10:0{at}:00,{('Anna', 'Ben')[at % 2]},+49151123{at % 2},How high is the water {at}?\n"
        for at in range(6)
    )
    document = parse(rows.encode(), "chat.csv")
    assert [turn.label.text for turn in document.turns] == ["Anna", "Ben"] * 3


@pytest.mark.parametrize(
    "text, name", [('0.0,5.0,Ann Lee,"How so, then?"\n', "a.csv"), ("0\t5\tANN\tHow so then?\n", "a.tsv")]
)
def test_times_tell_a_row_without_heads_or_others(text: str, name: str) -> None:
    document = parse(text.encode(), name)
    assert [label.casefold()[:3] for label, _ in turns(document)] == ["ann"] and len(document.times) == 1


def test_times_tell_the_names_of_few_rows() -> None:
    document = parse(b"0.0,5.0,Ann,How so then?\n5.0,6.0,Ben,Thus it is.\n6.5,8.0,Ann,I see it now.\n", "a.csv")
    assert [label for label, _ in turns(document)] == ["Ann", "Ben", "Ann"]
    with pytest.raises(DocumentError, match="without a column of speakers"):
        parse(b"Paris,France,The town on the river\n", "a.csv")
