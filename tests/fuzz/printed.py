"""A dialogue printed as text: the conventions of transcripts, Markdown, captions, screenplays. Knows no parser."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """One turn."""

    speaker: str
    words: str
    """One paragraph on one line."""


class PrintedDialogue(NamedTuple):
    """What is printed, and what must be read back."""

    title: str
    turns: tuple[Said, ...]


class Style(NamedTuple):
    """A format: a file's name and how a dialogue is printed in it."""

    file: str
    line: str = ""
    """How a turn is printed, with {name} and {words}, and {CAPITALS} and {n} (its number)."""
    head: str = "{title}\n\n"
    foot: str = ""

    def text(self, dialogue: PrintedDialogue) -> str:
        """The whole file."""
        turns = "".join(
            self.line.format(name=name, CAPITALS=name.upper(), words=words, n=n, at=f"00:{n // 10:02}:{n % 10 * 6:02}",
                             until=f"00:{n // 10:02}:{n % 10 * 6 + 4:02}")
            for n, (name, words) in enumerate(dialogue.turns, 1)
        )  # fmt: skip
        return self.head.format(title=dialogue.title) + turns + self.foot


PRINTED = {
    "colon": Style("talk.txt", "{name}: {words}\n\n"),
    "colon, no title": Style("talk.txt", "{name}: {words}\n\n", head=""),
    "colon, line by line": Style("talk.txt", "{name}: {words}\n"),
    "colon in capitals": Style("talk.txt", "{CAPITALS}:  {words}\n\n"),
    "full-width colon": Style("talk.txt", "{name}：{words}\n\n"),
    "team": Style("talk.txt", "{name} (Team): {words}\n\n"),
    "two hyphens": Style("talk.txt", "{name}--{words}\n\n"),
    "dash": Style("talk.txt", "{name}—{words}\n\n"),
    "full stop in capitals": Style("talk.txt", "  Mr. {CAPITALS}. {words}\n\n"),
    "full stop": Style("talk.txt", "{name}.  {words}\n\n"),
    "underlined": Style("talk.txt", "_{name}._ {words}\n\n"),
    "brackets": Style("talk.txt", "[{name}] {words}\n\n"),
    "angles": Style("talk.txt", "<{name}> {words}\n\n"),
    "name and time": Style("talk.txt", "{name}: {at}\n{words}\n\n"),
    "time line": Style("talk.txt", "{at}\n{name}: {words}\n\n"),
    "Markdown, bold": Style("talk.md", "**{name}:** {words}\n\n", head="# {title}\n\n"),
    "Markdown, bold, colon outside": Style("talk.md", "**{name}**: {words}\n\n", head="# {title}\n\n"),
    "Markdown, quoted": Style("talk.md", "> *{name}:* {words}\n\n", head="---\ntitle: {title}\n---\n\n"),
    "VTT, voices": Style("talk.vtt", "{at}.000 --> {until}.000\n<v {name}>{words}\n\n", head="WEBVTT\n\n"),
    "VTT, names": Style("talk.vtt", "{n}\n{at}.000 --> {until}.000\n{name}: {words}\n\n", head="WEBVTT\n\n"),
    "SRT": Style("talk.srt", "{n}\n{at},000 --> {until},000\n{name}: {words}\n\n", head=""),
    "SRT, brackets": Style("talk.srt", "{n}\n{at},000 --> {until},000\n[{name}] {words}\n\n", head=""),
    "ASS": Style(
        "talk.ass",
        "Dialogue: 0,{at}.00,{until}.00,Default,{name},0,0,0,,{words}\n",
        head="[Script Info]\nTitle: {title}\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n",
    ),
    "Fountain": Style("talk.fountain", "{CAPITALS}\n{words}\n\n", head="Title: {title}\n\nINT. ROOM - DAY\n\n"),
    "Fountain, remarks": Style("talk.fountain", "@{name} (V.O.)\n{words}\n\n", head="Title: {title}\n\n"),
}
