"""Brackets in a speech: directions and remarks are set apart, noises within a sentence and words put in stay."""

from __future__ import annotations

import pytest

from tui_reader.formats.editor_remarks import remarks


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Well. [Hands them over.] Good.", ["[Hands them over.]"]),
        ("The [ships] went. [The senior official], how is it?", []),
        ("I [laughs] did it [unclear] yesterday. He came [pause] late.", []),
        ("It went [inaudible 00:12:03] so. [laughs] Well. (Applause.) Yes", ["[laughs]", "(Applause.)"]),
        ("Who is there? (He opens the door.) Nobody. (Exit.)", ["(He opens the door.)", "(Exit.)"]),
        ("Did you see? (To the audience.) He did. (To Ann.) Go.", ["(To the audience.)", "(To Ann.)"]),
        ("No. (Rising.) Come. (They all kneel.) Pray.", ["(Rising.)", "(They all kneel.)"]),
        ("So (aside) he knows (sits) it all (to himself) now.", ["(aside)", "(sits)", "(to himself)"]),
        ("And _(softly)_ so.", ["(softly)"]),
        ("TOM (looking at the door). Yes", ["(looking at the door)"]),
        ("It was (I think) late. (He is my uncle.) And (of course) so. (You take it.)", []),
        ("It comes (see page 5) and goes (as he says). (The United Nations has them.)", []),
        (
            "Nein (leise, zu Anna) nie. (Er geht zur Tür.) So. (Ich gehe.) (Der Vater tritt ein.)",
            ["(leise, zu Anna)", "(Er geht zur Tür.)", "(Der Vater tritt ein.)"],
        ),
        (
            "Non (à part) non. (Il sort.) (Entre Chimène.) Oui (je crois), et (à Paris) là.",
            ["(à part)", "(Il sort.)", "(Entre Chimène.)"],
        ),
        ("No (aparte) no. (Se sienta.) (Vase.) Bien. (Yo salgo.)", ["(aparte)", "(Se sienta.)", "(Vase.)"]),
        ("Sì (tra sé) sì. (Esce.) (Silvio si siede.)", ["(tra sé)", "(Esce.)", "(Silvio si siede.)"]),
        ("Да (в сторону) да. (Уходит.) (Варя плачет.) (Я ухожу.)", ["(в сторону)", "(Уходит.)", "(Варя плачет.)"]),
        ("So. (Leonardo da Vinci.) (Lee came.) (Paul lit the fire.) (Da Vinci.) (The fallen lie here.)", []),
        ("It (via Rome) was (a German) solo (solo). (High court judges say so.) (Bike ride.)", []),
        ("A total (in dollars) of five. (Laughing stock, he was.)", []),
    ],
)
def test_what_is_set_apart(text: str, apart: list[str]) -> None:
    assert [text[span.start : span.end] for span in remarks(text, 0, len(text))] == apart


@pytest.mark.parametrize("sign", ["(", "[", "()", "(a", "[laughs", "(He opens", "(to A ", "\n(", ") ", "(A A A "])
def test_hostile_brackets_take_linear_time(sign: str) -> None:
    text = sign * (200_000 // len(sign))
    assert remarks(text, 0, len(text)) is not None
