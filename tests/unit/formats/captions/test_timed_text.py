"""Timed text in XML and its kin: TTML with agents, YouTube's formats, SAMI."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_text, turns_by_label
from tui_reader.document.model import Document
from tui_reader.errors import DocumentError

_HEAD = (
    '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"'
    ' xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:p="http://podcasts.apple.com/transcript-ttml-internal"'
    ' xml:lang="en" ttp:frameRate="25">'
)
_AGENTS = (
    "<head><metadata><ttm:title>Garden talk</ttm:title><ttm:copyright>Nobody</ttm:copyright>"
    '<ttm:agent type="person" xml:id="a"><ttm:name type="full">Anna Berg</ttm:name></ttm:agent>'
    '<ttm:agent type="person" xml:id="b"><ttm:name type="full">Ben Roth</ttm:name></ttm:agent></metadata></head>'
)


def _read(folder: Path, text: str, name: str = "talk.ttml") -> Document:
    document = read_text(folder, text, name)
    assert document.lost is None
    return document


def _starts(document: Document) -> list[float]:
    return [round(time.start, 2) for time in document.times]


def test_agents_of_ttml_are_speakers_by_their_names(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        f'{_HEAD}{_AGENTS}<body><div><p begin="00:00:01:05" end="00:00:03:00" ttm:agent="a"><span>What shall</span>'
        '<br/><span>we plant?</span></p><p begin="3.5s" dur="1s" ttm:agent="b">Carrots.</p><p begin="1:05.5"'
        ' ttm:agent="b">Beans.</p></div></body></tt>',
    )
    assert document.format == "ttml" and document.heading == "Garden talk"
    assert turns_by_label(document) == [("Anna Berg", "What shall we plant?"), ("Ben Roth", "Carrots.\nBeans.")]
    assert _starts(document) == [1.2, 3.5, 65.5]
    assert [rest.text for rest in document.residue if rest.why == "about the captions"] == ["Nobody"]


def test_spans_for_words_without_blanks_between_are_words_and_keep_their_times(tmp_path: Path) -> None:
    word = '<span begin="{}" end="{}" p:unit="word">{}</span>'
    words = "".join(word.format(n, n + 1, text) for n, text in enumerate(["What", "shall", "we", "plant?"], 1))
    document = _read(
        tmp_path, f'{_HEAD}<body><p begin="1" end="5" ttm:agent="SPEAKER_1"><span>{words}</span></p></body></tt>'
    )
    assert turns_by_label(document) == [("SPEAKER_1", "What shall we plant?")]
    assert _starts(document) == [1, 1, 2, 3, 4]
    bare = words.replace(' p:unit="word"', "")
    assert (
        _read(tmp_path, f'{_HEAD}<body><p begin="1" end="5">{bare}</p></body></tt>').pages[0].text
        == "What shall we plant?"
    )


def test_spans_for_syllables_are_joined_where_blanks_divide_the_words(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        f'{_HEAD}<head><metadata><ttm:agent type="person" xml:id="v1"/>'
        '<ttm:agent type="group" xml:id="v2"/></metadata></head><body>'
        '<p begin="1" end="4" ttm:agent="v1"><span begin="1" end="2">car</span><span begin="2" end="3">rots'
        '</span> <span begin="3" end="4">grow</span><span ttm:role="x-translation">croissent</span></p>'
        '<p begin="4" end="5" ttm:agent="v2"><span begin="4" end="5">well</span></p></body></tt>',
    )
    assert turns_by_label(document) == [("Speaker 1", "carrots grow"), ("Group", "well")]
    assert "croissent" in [rest.text for rest in document.residue]


def test_words_of_timed_text_are_sentences_with_the_time_of_each(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        '<?xml version="1.0" encoding="utf-8" ?><timedtext format="3"><head><ws id="0"/></head><body><w t="0" id="1"/>'
        '<p t="1000" d="2000" w="1"><s ac="0">what</s><s t="240" ac="0"> shall</s></p><p t="2100" a="1">\n</p>'
        '<p t="2110" d="900"><s>we plant</s></p><p t="2110" d="900">we plant</p></body></timedtext>',
        "talk.xml",
    )
    assert document.pages[0].text == "what shall we plant"
    assert _starts(document) == [1, 1, 1.24, 2.11, 2.11]


@pytest.mark.parametrize("root", ["transcript", "timedtext"])
def test_texts_with_times_are_resolved_twice(tmp_path: Path, root: str) -> None:
    document = _read(
        tmp_path,
        f'<?xml version="1.0"?><{root}><text start="0" dur="1.5">Anna: it&amp;#39;s &lt;i&gt;late&lt;/i&gt;</text>'
        f'<text start="1.5" dur="2">Ben: so\nit is.</text><text start="4" dur="2">Anna: Fine.</text></{root}>',
        "talk.xml",
    )
    assert turns_by_label(document) == [("Anna", "it's late"), ("Ben", "so it is."), ("Anna", "Fine.")]


_SAMI = (
    '<SAMI><HEAD><TITLE>Garden</TITLE><STYLE TYPE="text/css"><!--\nP {color: red}\n.DECC {Name:German; lang: de-DE;}\n'
    "--></STYLE></HEAD><BODY>\n<SYNC Start=100><P Class=DECC>Was pflanzen wir<br>im M&auml;rz?\n"
    "<SYNC Start=2000><P Class=DECC>&nbsp;\n<SYNC Start=2500><P Class=DECC><i>M&ouml;hren.</i><P Class=ENCC>Carrots.\n"
    "</BODY></SAMI>"
)


def test_sami_is_read_in_its_main_language(tmp_path: Path) -> None:
    document = _read(tmp_path, _SAMI, "talk.smi")
    assert (document.format, document.heading, document.language) == ("sami", "Garden", "de-DE")
    assert document.pages[0].text == "Was pflanzen wir im März? Möhren."
    assert any("another language" in warning for warning in document.warnings)
    assert "Carrots." in document.text


def test_a_source_of_sami_says_who_speaks(tmp_path: Path) -> None:
    text = "<SAMI><BODY>" + "".join(
        f"<SYNC Start={n}><P Class=ENCC ID=Source>{name}<P Class=ENCC>{words}"
        for n, (name, words) in enumerate([("Anna", "Who?"), ("Ben", "Me.")])
    )
    assert turns_by_label(_read(tmp_path, text, "talk.smi")) == [("Anna", "Who?"), ("Ben", "Me.")]


def test_sami_without_times_is_refused_and_comments_are_left_out(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="the captions hold no words"):
        _read(tmp_path, "<SAMI><BODY><P>Hello.</BODY></SAMI>", "a.smi")
    text = (
        "<SAMI><STYLE>a</STYLE ><BODY><SYNC Start=1><P>One.<!-- x --><SYNC Start=2000><P>Two <!-- three.</BODY></SAMI>"
    )
    document = read_text(tmp_path, text, "b.smi")
    assert "x" not in document.text and "three" in document.text


def test_an_agent_is_called_by_all_parts_of_the_name(tmp_path: Path) -> None:
    names = '<m:name type="alias">Annie</m:name><m:name type="given">Anna</m:name><m:name type="family">Berg</m:name>'
    text = (
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:m="http://www.w3.org/ns/ttml#metadata"><head><metadata>'
        f'<m:agent xml:id="a" type="person">{names}</m:agent></metadata></head>'
        '<body><div><p begin="1s" end="2s" m:agent="a">How so?</p></div></body></tt>'
    )
    assert turns_by_label(read_text(tmp_path, text, "talk.ttml")) == [("Anna Berg", "How so?")]


_RUBY = 'xmlns:tts="http://www.w3.org/ns/ttml#styling"'


@pytest.mark.parametrize(
    "styles, base, small",
    [
        ("", 'tts:ruby="base"', 'tts:ruby="text"'),
        ('<head><styling><style xml:id="s" tts:ruby="text"/></styling></head>', "", 'style="s"'),
    ],
)
def test_how_words_are_read_is_not_said_again(tmp_path: Path, styles: str, base: str, small: str) -> None:
    words = f"これは<span><span {base}>漢字</span><span {small}>かんじ</span></span>です"
    body = f'<body><div><p begin="1s" end="2s">{words}</p></div></body>'
    assert (
        _read(tmp_path, f'<tt xmlns="http://www.w3.org/ns/ttml" {_RUBY}>{styles}{body}</tt>').pages[0].text
        == "これは漢字です"
    )


def test_the_colon_behind_a_source_is_none_of_its_name(tmp_path: Path) -> None:
    line = "<SYNC Start={}><P Class=EN ID=Source>{}:<P Class=EN>{}\n"
    text = "<SAMI><BODY>" + line.format(1000, "ANN", "How so?") + line.format(2000, "BEN", "Thus.") + "</BODY></SAMI>"
    assert turns_by_label(read_text(tmp_path, text, "talk.smi")) == [("ANN", "How so?"), ("BEN", "Thus.")]
