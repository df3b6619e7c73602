"""Names that the markup of a page sets apart: by class, cell, print and place; and what looks like one and is none."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_label
from tui_reader.document.model import Kind

page = partial(read_text, name="page.html")

WORDS = [("Ann", "Who is it?"), ("Porter", "Only me."), ("Ann", "Come in."), ("Bo", "So I do."), ("Ann", "Sit down.")]
WORDS += [("Bo", "Thank you."), ("Ann", "Well?"), ("Bo", "All is well.")]


@pytest.mark.parametrize(
    "line",
    [
        '<p><span class="who">{}</span>. {}</p>',
        '<p class="speakerName">{}</p><p>{}</p>',
        '<p><span class="smcap">{}.</span> {}</p>',
        "<p><b>{}.</b> {}</p>",
        "<p><i>{}</i>. {}</p>",
        "<p><strong>{}</strong><br>{}</p>",
        "<p><b>{}</b></p><p>{}</p>",
        "<p><b>{}</b> — {}</p>",
        "<p><b>{}:</b> {}</p>",
        "<b>{}:</b> {}<br>",
        "<b>{}:</b> {}<br><br>",
        "<li>{}: {}</li>",
        "<tr><td>{}</td><td>{}</td></tr>",
        "<tr><td>0:15</td><td><b>{}</b></td><td>{}</td></tr>",
        "<dt>{}</dt><dd>{}</dd>",
        '<p data-speaker="{}">{}</p>',
        '<div data-speaking-id="7" data-person-speaking-attribution="{}"><p>{}</p></div>',
        "<p>[9:15] &lt;{}&gt; {}<br></p>",
        "<blockquote><p><b>{}:</b> {}</p></blockquote>",
        "<tr><th>{}</th><td>{}</td></tr>",
        "<tr><td>{}</td><td>0:15</td><td>{}</td></tr>",
        '<p class="char">{}.</p><p>{}</p>',
        '<p align="center">{}</p><p>{}</p>',
        "<p><b>{}</b>&nbsp;&nbsp; {}</p>",
        "<p>[0:15] <b>{}:</b> {}</p>",
        "<p><strong>{}</strong> <em>0:15</em><br>{}</p>",
        '<div><a><span class="msg-author">{}</span></a><span class="msg-time">10:15</span><p>{}</p></div>',
        '<div class="author speaker"><h4><b class="author-name">{}</b> Mill</h4></div><p>{}</p>',
    ],
)
def test_a_name_that_markup_sets_apart_is_a_label_also_when_it_comes_once(tmp_path: Path, line: str) -> None:
    body = "".join(line.format(*one) for one in WORDS)
    body = f"<table>{body}</table>" if line.startswith("<tr") else body
    assert turns_by_label(page(tmp_path, f"<html><body><h1>The Door</h1>{body}</body></html>")) == WORDS


def test_lines_that_br_ends_are_lines_of_their_own(tmp_path: Path) -> None:
    lines = "<br>\n".join(f"{name}: {words}" for name, words in WORDS)
    assert turns_by_label(page(tmp_path, f"<html><body><p>{lines}</p></body></html>")) == WORDS


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>{}.</b> It is fast.</p><p><b>{}.</b> It costs little.</p><p><b>{}.</b> It is here.</p>",
        "<h3>{}</h3><p>It is fast.</p><h3>{}</h3><p>It costs little.</p><h3>{}</h3><p>It is here.</p>",
        "<p><b>{}</b> is fast.</p><p><b>{}</b> costs little.</p><p><b>{}</b> is here.</p>",
        "<ul><li><b>{}:</b> It is fast.</li><li><b>{}:</b> It costs little.</li><li><b>{}:</b> It is here.</li></ul>",
        "<table><tr><td>{}</td><td>It is fast.</td></tr><tr><td>{}</td><td>It is here.</td></tr><tr><td>{}</td>"
        "<td>It costs little.</td></tr></table>",
    ],
)
def test_words_in_bold_that_begin_paragraphs_of_prose_are_no_labels(tmp_path: Path, body: str) -> None:
    document = page(tmp_path, f"<html><body><h1>Why</h1>{body.format('Speed', 'Low Price', 'Place')}</body></html>")
    assert document.turns == ()


def test_a_name_in_a_sentence_is_no_label(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        '<p>We met <span class="author">Ann</span> there.</p><p><b>Ann:</b> Good day.</p><p><b>Bo:</b> Good day.</p>'
        '<p><b>Ann:</b> I asked <b>Bo:</b> no answer.</p><p><span class="author">Bo</span> laughed. I did not.</p>',
    )
    assert [label for label, _ in turns_by_label(document)] == ["Ann", "Bo", "Ann"]
    assert document.turns[2].text == "I asked Bo: no answer.\nBo laughed. I did not."


def test_a_direction_between_a_name_and_its_words_is_an_aside(tmp_path: Path) -> None:
    words = [
        '<p><span class="who">Ann</span> <i>[below]</i>. What?</p>',
        '<p><span class="who">Bo</span> (laughing): No.</p>',
        '<p><span class="who">Ann (aside):</span> Oh.</p>',
    ]
    document = page(tmp_path, "".join(words))
    assert [turn.label.text for turn in document.turns] == ["Ann", "Bo", "Ann"]
    kinds = [[(one.kind, one.text) for one in turn.passages] for turn in document.turns]
    assert kinds == [
        [(Kind.ASIDE, "[below]"), (Kind.SPEECH, "What?")],
        [(Kind.ASIDE, "(laughing)"), (Kind.SPEECH, "No.")],
        [(Kind.ASIDE, "(aside)"), (Kind.SPEECH, "Oh.")],
    ]


def test_how_a_name_speaks_may_stand_in_its_line_or_in_the_label(tmp_path: Path) -> None:
    line = '<p><span class="sc">ANN</span>, <i>riant</i>.</p><p>Oui.</p>'
    other = '<p><span class="sc">BO</span> (<i>bas</i>). Non.</p>'
    document = page(tmp_path, f"<html><body>{(line + other) * 2}</body></html>")
    assert turns_by_label(document) == [("ANN", "riant.\nOui."), ("BO", "(bas)\nNon.")] * 2
    assert document.turns[0].passages[0].kind is document.turns[1].passages[0].kind is Kind.ASIDE


def test_headings_that_are_names_are_labels_and_those_of_sections_are_none(tmp_path: Path) -> None:
    names = "".join(f"<h3>{name} Grey</h3><p>{words}</p>" for name, words in WORDS)
    assert len(page(tmp_path, f"<html><body><h1>The Door</h1>{names}</body></html>").turns) == len(WORDS)
    sections = "<h3>Parameters</h3><p>It takes a word.</p><h3>Returns</h3><p>It gives a word.</p>"
    assert page(tmp_path, f"<html><body><h1>Manual</h1>{sections * 4}</body></html>").turns == ()


def test_the_names_of_a_cast_do_not_speak(tmp_path: Path) -> None:
    cast = "<h3>Dramatis Personae</h3><p><b>Ann</b>. A miller in the hills.</p><p><b>Bo</b>. Her son, a boy.</p>"
    talk = "".join(f"<p><b>{name}</b>. {words}</p>" for name, words in WORDS)
    document = page(tmp_path, f"<html><body><h1>The Door</h1>{cast}<h2>Act I</h2>{talk}</body></html>")
    assert turns_by_label(document) == WORDS
    assert [one.text for one in document.parts[0].body] == ["Ann. A miller in the hills.", "Bo. Her son, a boy."]


def test_speech_without_blanks_is_speech(tmp_path: Path) -> None:
    words = [("李明", "今天很冷。"), ("王芳", "是的，很冷。")] * 2
    line = "<p><strong>{}：</strong>{}</p>"
    assert turns_by_label(page(tmp_path, "".join(line.format(*one) for one in words))) == words


def test_members_with_place_and_party_are_labels_and_numbers_are_not_theirs(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<p><b>3 May 1931 : Column 71</b></p>"
        "<p>1. <b>Ada Grey (North) (Lab):</b> What does the Minister know of it?</p>"
        "<p><b>The Parliamentary Under-Secretary of State for Mills, Dams and Rural Places (Carl Holm):</b> All.</p>"
        "<p><b>3 May 1931 : Column 72</b></p>"
        "<p>T2. [66] <b>Mr Ben Lane (South, East) (Lab/Co-op)</b>: Since when?</p><p><b>Carl Holm:</b> Today.</p>",
    )
    assert [turn.label.text for turn in document.turns] == [
        "Ada Grey (North) (Lab)",
        "The Parliamentary Under-Secretary of State for Mills, Dams and Rural Places (Carl Holm)",
        "Mr Ben Lane (South, East) (Lab/Co-op)",
        "Carl Holm",
    ]
    assert [rest.text for rest in document.residue] == [
        "3 May 1931 : Column 71", "1.", "3 May 1931 : Column 72", "T2. [66]",
    ]  # fmt: skip


def test_classes_of_question_and_answer_say_who_speaks(tmp_path: Path) -> None:
    words = '<p class="q">Why here?</p><p class="a">It is warm.</p><p class="q">And now?</p><p class="a">Still.</p>'
    document = page(tmp_path, f"<html><body>{words}</body></html>")
    assert [label for label, _ in turns_by_label(document)] == ["Q", "A", "Q", "A"]
    printed = page(tmp_path, words.replace('"q">', '"q"><b>Ann:</b> ').replace('"a">', '"a"><b>Bo:</b> '))
    assert [label for label, _ in turns_by_label(printed)] == ["Ann", "Bo", "Ann", "Bo"]


def test_headings_right_above_the_first_turn_and_the_language_are_the_documents(tmp_path: Path) -> None:
    turns = "<p><b>Ann:</b> One.</p><p><b>Bo:</b> Two.</p><p><b>Ann:</b> So.</p>"
    document = page(tmp_path, f'<html lang="fr"><body><h1>Talks</h1><h2>One</h2><h3>The Quay</h3>{turns}</body></html>')
    assert document.title and document.title.text == "Talks"
    assert [(part.heading and part.heading.text, part.on_demand) for part in document.parts] == [
        ("One", False),
        ("The Quay", False),
    ]
    assert document.language == "fr"
    plain = page(tmp_path, '<head><meta name="DC.language" content="de"></head><p>ANN. Ja.</p><p>BO. Gut.</p>' * 2)
    assert plain.language == "de"


def test_names_in_small_letters_that_come_again_in_one_print_are_labels(tmp_path: Path) -> None:
    line = '<p class="sp"><i>{}</i> {}</p>'
    words = [
        ("Il padre.", "Mi dispiace."),
        ("La figlia (al padre).", "Ecco!"),
        ("Il padre.", "Taci."),
        ("La figlia.", "No."),
    ]
    words += [("Il padre (irato).", "Basta."), ("La figlia.", "E poi?"), ("Il terzo attore.", "Niente.")]
    direction = '<p class="sta"><i>Il padre si alza, e la figlia piange</i></p>'
    body = direction.join(line.format(*one) for one in words)
    document = page(tmp_path, f"<html lang='it'><body><h1>La casa</h1>{body}</body></html>")
    assert [turn.label.text for turn in document.turns] == [
        "Il padre", "La figlia", "Il padre", "La figlia", "Il padre", "La figlia", "Il terzo attore",
    ]  # fmt: skip
    kinds = [one.kind for one in document.turns[1].passages]
    assert kinds == [Kind.ASIDE, Kind.SPEECH, Kind.ASIDE]


def test_an_element_for_directions_is_no_name_and_not_said_by_the_speaker(tmp_path: Path) -> None:
    line = '<p class="who">{}</p><p><span class="stagedir">{}</span> {}</p>'
    words = [("Ann", "Calling.", "Syb!"), ("Bo", "Sitting down.", "Yes?"), ("Ann", "Calling.", "Come!")]
    document = page(tmp_path, "".join(line.format(*one) for one in words))
    assert [[one.text for one in turn.passages if one.kind is Kind.ASIDE] for turn in document.turns] == [
        ["Calling."], ["Sitting down."], ["Calling."],
    ]  # fmt: skip


def test_headings_of_a_page_with_plain_labels_are_parts_and_no_labels(tmp_path: Path) -> None:
    talk = "<p>ANN. Who is it? I was asleep.</p><p>BO. Only me, and the boy.</p>" * 3
    document = page(
        tmp_path,
        f"<html><body><h1>THE DOOR</h1><h2>INTRODUCTION</h2><p>By a friend of the house.</p><h2>NIGHT</h2>{talk}"
        f"<h2>MORNING</h2>{talk}<h2>NOTES</h2><p>None.</p></body></html>",
    )
    assert {turn.label.text for turn in document.turns} == {"ANN", "BO"}
    assert [part.heading.text for part in document.parts if part.heading][-3:] == ["NIGHT", "MORNING", "NOTES"]


def test_what_a_library_prints_at_the_end_belongs_to_no_speaker(tmp_path: Path) -> None:
    talk = "<p><b>Ann:</b> One.</p><p><b>Bo:</b> Two.</p>" * 2
    end = "<pre>\nEnd of the Project Gutenberg EBook of The Door, by\nA. Miller\n\nMore of it.</pre>"
    boxed = '<section class="pg-boilerplate" id="pg-footer"><p>More of it.</p></section>'
    for edition in (end, boxed):
        document = page(tmp_path, f"<html><body><h1>The Door</h1>{talk}{edition}</body></html>")
        assert document.parts[-1].on_demand and document.turns[-1].text == "Two."


def test_a_list_of_terms_of_which_some_come_again_is_no_dialogue(tmp_path: Path) -> None:
    terms = ["New File", "Open", "Save", "Cut", "Copy", "Print", "Exit", "Cut", "Copy", "Go", "Stop", "Find", "Replace"]
    listed = "".join(f"<dt>{term}</dt><dd>Do this with it, and so on.</dd>" for term in terms)
    assert page(tmp_path, f"<html><body><h1>Menus</h1><dl>{listed}</dl></body></html>").turns == ()


def test_an_exported_page_of_few_turns_is_read_back(tmp_path: Path) -> None:
    listed = '<ul><li><span class="name who-0">ANN</span></li><li><span class="name who-1">BO</span></li></ul>'
    turn = '<article><h2 class="who"><span class="name">{}</span></h2><p><span class="s">{}</span></p></article>'
    words = [("ANN", "Good [y]."), ("BO", "Yes."), ("ANN", "No."), ("BO", "So be it.")]
    body = "".join(turn.format(*one) for one in words)
    document = page(tmp_path, f"<html><body><header><h1>The Door</h1>{listed}</header>{body}</body></html>")
    assert turns_by_label(document) == words


def test_the_heads_of_printed_pages_do_not_speak(tmp_path: Path) -> None:
    head = '<p align="center"><b>UNREVISED RECORD</b></p><p align="center"><b>LOWER HOUSE</b></p>'
    speeches = "<p>The SPEAKER: Order, please!</p><p>Ms A ROE: Speaker, I have a question about the ferry.</p>"
    found = turns_by_label(page(tmp_path, f"<body>{(head + speeches) * 3}</body>"))
    assert [label for label, _ in found] == ["The SPEAKER", "Ms A ROE"] * 3


def test_who_joins_and_leaves_a_chat_does_not_speak(tmp_path: Path) -> None:
    lines = ["* ann (ann@quay) has joined", "* bo (bo@quay) Quit (Client Quit)", "* ann (ann@quay) Quit (Client Quit)"]
    log = "<br>".join(f'[4:04] <span class="green">{line}</span>' for line in lines * 2)
    assert not page(tmp_path, f"<body><p>{log}</p></body>").turns
