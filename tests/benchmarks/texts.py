"""Long dialogues made up for measuring, one function a format, and lines that are bait for patterns.

A turn has about 180 characters; the same number of turns gives the same text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random

_NAMES = ("MR. LORD", "MS. PSAKI", "THE CHAIRMAN", "AES", "GWB", "Senator Hill", "JFK", "Mrs. Ward")
_TEXT = """
    the missiles would not be sent back before a week has gone by and nobody here has asked for more than what was
    agreed in June with their ambassador who said that he could not promise anything about bombers until he had
    heard from Moscow on the telephone or read it in print, did he? I have 24 of them; we’ll see, General—or not."""
_WORDS = _TEXT.split()


def spoken(turns: int) -> Iterator[tuple[str, str]]:
    """Name and words of each turn; never the same name twice in a row."""
    chance = Random(turns)
    name = ""
    for number in range(turns):
        name = chance.choice([one for one in _NAMES if one != name])
        words = chance.choices(_WORDS, k=chance.randint(10, 50))
        if number % 50 == 7:
            words.insert(5, "[Reads from the paper.]")
        if number % 10 == 3:
            words.insert(7, "(and I said so) at the [White] House")
        yield name, f"{' '.join(words).capitalize()}."


def transcript(turns: int) -> str:
    """A plain text with a title, a date, asides, paragraphs without a label, and twenty notes."""
    paragraphs = [
        "Memorandum of a Conversation Between Adlai E. Stevenson and George W. Ball",
        "Washington, November 9, 1962, 4:15 p.m.",
    ]
    for number, (name, words) in enumerate(spoken(turns)):
        mark = f" ({number // 400 + 1})" if number < 8000 and number % 400 == 3 else ""
        paragraphs.append(f"{name}: {words[:-1]}{mark}.")
        if number % 100 == 50:
            paragraphs.append("(The telephone rings.)")
        if number % 40 == 20:
            paragraphs.append("And that was not all that he said to us, as far as anybody here remembers it.")
    paragraphs += [f"{number} The letter is not printed here." for number in range(1, 21)]
    return "\n\n".join(paragraphs) + "\n"


MEGABYTE = 1_000_000


def monsters() -> dict[str, str]:
    """Dialogues with a turn of a megabyte in one line, in several scripts; and one of 3,000 speakers."""
    hebrew = ["הטילים", "לא", "יוחזרו", "לפני", "שיעבור", "שבוע", "ואיש", "לא", "ביקש", "יותר"]
    scripts = {
        "a turn of 1 MB": _WORDS,
        "a turn of 1 MB from right to left": hebrew,
        "a turn of 1 MB of combining characters": ["".join(sign + "\u0301\u0323" for sign in one) for one in _WORDS],
        "a turn of 1 MB of ideographs": ["导弹在一周之前不会送回这里。"],
    }
    found = {}
    for name, words in scripts.items():
        chance, turn, length = Random(1), list[str](), 0
        while length < MEGABYTE:
            turn.append(chance.choice(words) + ("." if len(turn) % 17 == 16 else ""))
            length += len(turn[-1]) + 1
        found[name] = f"AES: One.\n\nGWB: {(' ' if len(words) > 1 else '').join(turn)}\n\nAES: Three.\n"
    said = (f"SPEAKER {number}: That is the word of number {number}." for number in range(1, 3001))
    found["3,000 speakers"] = "\n\n".join(said) + "\n"
    return found


def _clock(seconds: int, sign: str) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{sign}000"


def vtt(turns: int) -> str:
    """WebVTT with a voice for each cue."""
    cues = [
        f"{_clock(2 * i, '.')} --> {_clock(2 * i + 1, '.')}\n<v {name}>{words}</v>"
        for i, (name, words) in enumerate(spoken(turns))
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def srt(turns: int) -> str:
    """SRT with the name at the start of each cue."""
    cues = [
        f"{i + 1}\n{_clock(2 * i, ',')} --> {_clock(2 * i + 1, ',')}\n{name}: {words}"
        for i, (name, words) in enumerate(spoken(turns))
    ]
    return "\n\n".join(cues) + "\n"


def ass(turns: int) -> str:
    """ASS with names in their column."""
    head = "[Script Info]\nTitle: A talk\n\n[Events]\nFormat: Layer, Start, End, Style, Name, Text\n"
    return head + "\n".join(
        f"Dialogue: 0,{_clock(2 * i, '.')[:-1]},{_clock(2 * i + 1, '.')[:-1]},Default,{name},{words}"
        for i, (name, words) in enumerate(spoken(turns))
    )


def tei(turns: int) -> str:
    """A document of FRUS: paragraphs with labels."""
    body = "\n".join(f"<p><hi rend='strong'>{name}</hi>: {words}</p>" for name, words in spoken(turns))
    head = "<teiHeader><fileDesc><titleStmt><title>A volume</title></titleStmt></fileDesc></teiHeader>"
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{head}<text><body><div type="document" xml:id="d1">'
        f"<head>1. Memorandum of Conversation</head>\n{body}</div></body></text></TEI>"
    )


def drama(turns: int) -> str:
    """A play in TEI."""
    body = "\n".join(
        f"<sp who='#{name.split()[-1]}'><speaker>{name}</speaker><p>{words}</p></sp>" for name, words in spoken(turns)
    )
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="act">{body}</div></body></text></TEI>'


def bosak(turns: int) -> str:
    """A play in the XML of Bosak."""
    body = "\n".join(f"<SPEECH><SPEAKER>{name}</SPEAKER><LINE>{words}</LINE></SPEECH>" for name, words in spoken(turns))
    return f"<PLAY><TITLE>A play</TITLE><ACT><TITLE>ACT I</TITLE><SCENE><TITLE>One</TITLE>{body}</SCENE></ACT></PLAY>"


def html(turns: int) -> str:
    """A page with its labels in bold."""
    body = "\n".join(f"<p><strong>{name}:</strong> {words}</p>" for name, words in spoken(turns))
    return f"<html><head><title>A talk</title></head><body>{body}</body></html>"


def markdown(turns: int) -> str:
    """Markdown with its labels in bold."""
    return "# A talk\n\n" + "\n\n".join(f"**{name}:** {words}" for name, words in spoken(turns)) + "\n"


def segments(turns: int) -> str:
    """JSON of segments with speakers and times."""
    made = [
        {"speaker": name, "startTime": 2 * i, "endTime": 2 * i + 1, "body": words}
        for i, (name, words) in enumerate(spoken(turns))
    ]
    return json.dumps({"version": "1.0.0", "segments": made})


def fountain(turns: int) -> str:
    """A screenplay."""
    speeches = (f"{name.upper()}\n{words}" for name, words in spoken(turns))
    return "Title: A talk\n\nINT. OFFICE - DAY\n\n" + "\n\n".join(speeches) + "\n"


def fdx(turns: int) -> str:
    """A screenplay of Final Draft."""
    body = "\n".join(
        f'<Paragraph Type="Character"><Text>{name}</Text></Paragraph>'
        f'<Paragraph Type="Dialogue"><Text>{words}</Text></Paragraph>'
        for name, words in spoken(turns)
    )
    return f'<FinalDraft DocumentType="Script" Version="1"><Content>{body}</Content></FinalDraft>'


FORMATS = {
    "plain text": ("talk.txt", transcript), "WebVTT": ("talk.vtt", vtt),
    "SRT": ("talk.srt", srt), "ASS": ("talk.ass", ass),
    "TEI, a document of FRUS": ("talk.xml", tei), "TEI, a play": ("play.xml", drama),
    "Bosak's plays": ("play.xml", bosak), "HTML": ("talk.html", html),
    "Markdown": ("talk.md", markdown), "JSON": ("talk.json", segments),
    "Fountain": ("talk.fountain", fountain), "FDX": ("talk.fdx", fdx),
}  # fmt: skip
"""The name of a file of each format, and what makes its text of so many turns."""
