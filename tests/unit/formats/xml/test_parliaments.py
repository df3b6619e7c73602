"""Records of parliaments in XML: who speaks, who goes on behind an interjection, and what nobody says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.documents import read_whole, turns_by_label, write_file
from tui_reader.document.model import Document, Kind

BUNDESTAG = """<dbtplenarprotokoll><vorspann><sitzungstitel>1. Sitzung</sitzungstitel></vorspann><sitzungsverlauf>
<sitzungsbeginn><name>Präsidentin Quill:</name><p klasse="J_1">Guten Morgen!</p></sitzungsbeginn>
<tagesordnungspunkt top-id="Punkt 1"><p klasse="J">Ich rufe auf:</p><p klasse="T_NaS">Die Fähren</p>
<rede id="1"><p klasse="redner"><redner id="11"><name><titel>Dr.</titel><vorname>Ada</vorname>
<nachname>Merrow</nachname><fraktion>SPD</fraktion></name></redner>Dr. Ada Merrow (SPD):</p>
<p klasse="J_1">Sie sind alt.</p>
<kommentar>(Beifall)</kommentar><p klasse="O">Zu alt.</p><name>Präsidentin Quill:</name><p klasse="J">Danke.</p></rede>
<rede id="2"><p klasse="redner"><redner id="12"><name><vorname>Bo</vorname><nachname>Tarn</nachname><rolle>
<rolle_lang>Minister für Boote</rolle_lang></rolle></name></redner>Bo Tarn, Minister für Boote:</p><p>Ja.</p></rede>
<p klasse="J">Wir stimmen ab.</p></tagesordnungspunkt></sitzungsverlauf></dbtplenarprotokoll>"""

CANADA = """<Hansard xml:lang="EN"><DocumentTitle>Debates</DocumentTitle><ExtractedInformation><ExtractedItem>1 May
</ExtractedItem></ExtractedInformation><HansardBody><Intro><ParaText>The House met at 10.</ParaText></Intro>
<SubjectOfBusinessTitle>Ferries</SubjectOfBusinessTitle><Intervention><PersonSpeaking>
<Affiliation DbId="3">Hon. Bo Quill (Minister of Boats, Lib.)</Affiliation></PersonSpeaking><Content>
<FloorLanguage>[English]</FloorLanguage>
<ParaText>I move <B>that</B> it be read.</ParaText></Content></Intervention><ProceduralText>(Motion agreed to)
</ProceduralText></HansardBody></Hansard>"""

TALKER = """<talk.start><talker><page.no>4</page.no><name role="metadata">{0}, MP</name><name role="display">{1}</name>
<name.id>{2}</name.id><electorate>Alder</electorate></talker><para>—{3}</para></talk.start>"""
AUSTRALIA = f"""<hansard version="2.1"><session.header><date>2004-02-10</date></session.header><chamber.xscript>
<debate><debateinfo><title>QUESTIONS</title><page.no>4</page.no></debateinfo><answer>
{TALKER.format("Quill, Bo", "Mr QUILL", "8O7", "It is.")}<para>Deep.</para>
<interjection>{TALKER.format("SPEAKER, The", "The SPEAKER", "10000", "Order!")}</interjection>
<para>Question agreed to.</para><continue>{TALKER.format("Quill, Bo", "Mr QUILL", "8O7", "Very deep.")}</continue>
</answer>
</debate></chamber.xscript></hansard>"""

IN_LINE = """<hansard version="2.2"><chamber.xscript><debate><debateinfo><title>BILLS</title></debateinfo><speech>
<talk.text><body><p class="HPS-Normal"><span><a href="83P"><span class="HPS-MemberSpeech">Ms MERROW</span></a>
(<span>Alder</span>) (10:00):  I rise.</span></p><p class="HPS-Normal"><span><span class="HPS-OfficeInterjecting">The
SPEAKER:</span> Order!</span></p><p class="HPS-Normal">Mr Quill interjecting—</p></body></talk.text></speech></debate>
</chamber.xscript></hansard>"""

CONGRESS = """<CRDoc><volume>12</volume><document_title>HARBOR BILL</document_title><speaker>Mr. POE of Texas</speaker>
<speaking>The harbor is full.</speaking><speaking>I yield.</speaking><recorder>It was agreed to.</recorder>
<speaker>The SPEAKER</speaker><speaking>Without objection.</speaking></CRDoc>"""


def whole(tmp_path: Path, text: str) -> Document:
    return read_whole(write_file(tmp_path, text, "file.xml"))


@pytest.mark.parametrize(
    ("text", "producer", "turns"),
    [
        (
            BUNDESTAG,
            "bundestag-xml",
            [
                ("Präsidentin Quill", "Guten Morgen!"),
                ("Präsidentin Quill", "Ich rufe auf:\nDie Fähren"),
                ("Dr. Ada Merrow (SPD)", "Sie sind alt.\n(Beifall)\nZu alt."),
                ("Präsidentin Quill", "Danke."),
                ("Bo Tarn, Minister für Boote", "Ja."),
                ("Präsidentin Quill", "Wir stimmen ab."),
            ],
        ),
        (
            CANADA,
            "hansard-canada",
            [("Hon. Bo Quill (Minister of Boats, Lib.)", "I move that it be read.")],
        ),
        (
            AUSTRALIA,
            "hansard-australia",
            [("Mr QUILL", "It is.\nDeep."), ("The SPEAKER", "Order!"), ("Mr QUILL", "Very deep.")],
        ),
        (
            IN_LINE,
            "hansard-australia",
            [("Ms MERROW", "I rise."), ("The SPEAKER", "Order!\nMr Quill interjecting—")],
        ),
        (
            CONGRESS,
            "congressional-record",
            [
                ("Mr. POE of Texas", "The harbor is full.\nI yield.\nIt was agreed to."),
                ("The SPEAKER", "Without objection."),
            ],
        ),
    ],
)
def test_who_is_named_speaks_until_the_next_is(
    tmp_path: Path, text: str, producer: str, turns: list[tuple[str, str]]
) -> None:
    document = whole(tmp_path, text)
    assert turns_by_label(document) == turns
    assert document.producer and document.producer.name == producer


def test_names_and_offices_are_those_of_the_markup(tmp_path: Path) -> None:
    assert [(one.name, one.role) for one in whole(tmp_path, BUNDESTAG).people] == [
        ("Dr. Ada Merrow", "SPD"), ("Bo Tarn", "Minister für Boote"), ("Präsidentin Quill", None)
    ]  # fmt: skip
    assert [(one.name, one.role) for one in whole(tmp_path, CANADA).people] == [
        ("Hon. Bo Quill", "Minister of Boats, Lib.")
    ]
    assert [(one.name, one.role) for one in whole(tmp_path, AUSTRALIA).people] == [
        ("Bo Quill", "Alder"), ("The SPEAKER", None)
    ]  # fmt: skip


def test_what_nobody_says_is_the_narrators(tmp_path: Path) -> None:
    german = whole(tmp_path, BUNDESTAG)
    kinds = [passage.kind for passage in german.turns[2].passages]
    assert kinds == [Kind.SPEECH, Kind.ASIDE, Kind.SPEECH]
    assert [part.heading.text for part in german.parts if part.heading] == ["Punkt 1"]
    assert german.language == "de"
    canadian = whole(tmp_path, CANADA)
    body = [block.text for part in canadian.parts for block in part.body]
    assert canadian.heading == "Debates" and body == ["1 May", "The House met at 10.", "(Motion agreed to)"]
    assert "[English]" in [rest.text for rest in canadian.residue]
    australian = whole(tmp_path, AUSTRALIA)
    assert "Question agreed to." in [block.text for part in australian.parts for block in part.body]
