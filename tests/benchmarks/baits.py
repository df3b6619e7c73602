"""Texts of one megabyte on which a careless pattern takes minutes: one line without blanks, and signs repeated.

Each is put where a format has its words.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

SIZE = 1_000_000
"""Characters of a bait."""

_PIECES = (
    "a", "A", "0", ".", ":", "-", "—", " ", "\t", "\n", "\u00a0", "(", ")", "[", "]", "{", "<", ">", "&", "*", "_",
    "#", "/", "=", "~", "'", '"', ",", ";", "A:", "A: ", "A:A:A:\n", "A. ", "Mr. ", "1. ", "(1)", "[1]", "[^1]",
    "[a", "(a ", "()", "[]", "[[", "]]", "/*", "**a", "__a", "**A:** ", "> ", "- ", "A\n", "A\n\n", "A B ", "A b\n",
    "a\n ", " \n", "\t\n", "\n\n", "--", "...", "1:", "00:00 ", "00:00:00 ", "-->", "00:00 --> ", "1\n", "[00:00] ",
    "<v A>", "<a", "<b>", "{\\", "{\\p1}", "\\N", "&#", "&amp;", "&a", "INT. ", "INT. A\n\n", "@A\n", "A (",
    "A (b) ", "A^\n", "(A\n", "NOTE\n\n", "WEBVTT", "---\n", "title: ", "January 1, ", "1962-11-09 ", "4 p.m. ",
    "from ", "the ", "the Secretary of ", "www.", "http://", "a@", "P.O. Box 1 ", "page 1 ", "© ", "*** ", "clerk ",
    "[Laughs] ", "(laughter) ", "Back ", " Back", ". Back", "A, B and ", "A & B: ", "é", "e\u0301", "日", "：", "“",
    "\u2028", "\u200b", "\x1b[", "\x1b]", "\x9d", "Q ", "Q. ", "Q  ", "A  ", "THE ", "AB  c\n", "   A\n",
    "       a\n", "+1 ", "0 ", "A [b] ", "A [", "[A\n[", "(\n", "[\n",
    "<!--", "<style>",
)  # fmt: skip
BAITS = {repr(piece): piece * (SIZE // len(piece)) for piece in _PIECES}
"""By what is repeated."""
BAITS["line without blanks"] = "".join(chr(97 + number * number % 26) for number in range(SIZE))
BAITS["brackets inside each other"] = "(" * (SIZE // 2) + ")" * (SIZE // 2)
BAITS["square brackets inside each other"] = "[a" * (SIZE // 4) + "]" * (SIZE // 2)
BAITS["blanks between two words"] = "A:" + " " * SIZE + "b"
BAITS["lines of blanks between two words"] = "A:" + " \n" * (SIZE // 2) + "b"

PLACES: dict[str, tuple[str, Callable[[str], str]]] = {
    "plain text": ("bait.txt", lambda bait: bait),
    "a turn": ("bait.txt", lambda bait: f"AES: One.\n\nGWB: Two.\n\nAES: {bait}\n\nGWB: Three."),
    "WebVTT": ("bait.vtt", lambda bait: "WEBVTT\n\n00:00.000 --> 00:01.000\nA: one\n\n"
               f"00:01.000 --> 00:02.000\n{bait}\n"),
    "WebVTT, between cues": ("bait.vtt", lambda bait: f"WEBVTT\n\n{bait}\n\n00:00.000 --> 00:01.000\nA: one\n"),
    "SRT": ("bait.srt", lambda bait: "1\n00:00:00,000 --> 00:00:01,000\nA: one\n\n"
            f"2\n00:00:01,000 --> 00:00:02,000\n{bait}\n"),
    "ASS": ("bait.ass", lambda bait: f"[Script Info]\n\n[Events]\nFormat: Start, End, Name, Text\n"
                                     f"Dialogue: 0:00:00.00,0:00:01.00,A,{bait}\n"),
    "TEI, a document of FRUS": ("bait.xml", lambda bait: '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
                                f"<div type='document'><head>A</head><p>AES: one</p><p>{escape(bait)}</p></div>"
                                "</body></text></TEI>"),
    "TEI, a play": ("bait.xml", lambda bait: '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><sp><speaker>A</speaker>'
                    f"<p>{escape(bait)}</p></sp></body></text></TEI>"),
    "Bosak's plays": ("bait.xml", lambda bait: "<PLAY><ACT><SCENE><SPEECH><SPEAKER>A</SPEAKER>"
                      f"<LINE>{escape(bait)}</LINE></SPEECH></SCENE></ACT></PLAY>"),
    "HTML": ("bait.html", lambda bait: "<html><body><p><b>A:</b> one</p>"
             f"<p><b>B:</b> {escape(bait)}</p></body></html>"),
    "HTML, set by the page": ("bait.html", lambda bait: f"<html><body><pre>{escape(bait)}</pre></body></html>"),
    "HTML, its markup": ("bait.html", lambda bait: f"<html><body><p>A: {bait}"),
    "Markdown": ("bait.md", lambda bait: f"# A\n\n**A:** one\n\n**B:** {bait}\n"),
    "Markdown, its front": ("bait.md", lambda bait: f"---\n{bait}\n---\n\n**A:** one\n\n**B:** two\n"),
    "JSON": ("bait.json", lambda bait: json.dumps({"segments": [
        {"speaker": "A", "startTime": 0, "endTime": 1, "body": bait},
        {"speaker": bait[:500], "startTime": 1, "body": "two"}]})),
    "SAMI": ("bait.smi", lambda bait: "<SAMI><BODY><SYNC Start=1000><P>A: one"
             f"<SYNC Start=2000><P>{bait}</BODY></SAMI>"),
    "CHAT": ("bait.cha", lambda bait: f"@Begin\n@Participants:\tA Ann Adult\n*A:\tone .\n*A:\t{bait}\n@End\n"),
    "IRC, a page": ("bait.html", lambda bait: "<html><body><h1>irc</h1><p>[5:10] &lt;a&gt; one<br>\n[5:11] &lt;b&gt; "
                    f"two<br>\n[5:12] &lt;a&gt; three<br>\n{bait}"),
    "Fountain": ("bait.fountain", lambda bait: f"INT. A - DAY\n\nA\none\n\n{bait}\n"),
    "Fountain, its title page": ("bait.fountain", lambda bait: f"Title: {bait}\n\nINT. A - DAY\n\nA\none\n"),
    "FDX": ("bait.fdx", lambda bait: '<FinalDraft><Content><Paragraph Type="Character"><Text>A</Text></Paragraph>'
            f'<Paragraph Type="Dialogue"><Text>{escape(bait)}</Text></Paragraph></Content></FinalDraft>'),
}  # fmt: skip
"""By format: the file's name, and what puts a bait where the words are."""
