"""WebVTT: cues with voices, their settings, comments, style and region blocks, and captions that roll up.

Knows what W3C's WebVTT prints (https://www.w3.org/TR/webvtt1/); a name before a colon is for `labels`.
"""

from __future__ import annotations

import re

from tui_reader.formats.builder import Builder
from tui_reader.formats.captions.scanner import READING, TIMES, CaptionCue, CuePiece, WordTime
from tui_reader.formats.labels.clock_times import seconds
from tui_reader.formats.xml.character_references import resolved

_LANGUAGE = re.compile(r"^Language:[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[ \t]*$", re.MULTILINE)
_TAG = re.compile(
    r"<(/?)((?:[cibuv]|ruby|rt|lang|em|strong|font|span|br|s)(?=[\s.>/])[\w.]*+|[\d:.]++|(?=>))([^<>]{0,500})>"
)
"""A tag of WebVTT, or of HTML as captions have it; others, such as `<laughs>`, are words."""
_READING = re.compile(r"<rt(?:\.[^<>]{0,50})?>([^<>]{0,200})(?:</rt>|(?=</?ruby|<rt))")
"""How a word is read, which stands in small print above it."""
_STRAY = "not part of a cue"
_VOICE = re.compile(r"v(?:\.|$)")
_NAMED = re.compile(r'\d{1,9}[ \t]+"([^"\n]{1,80})"[ \t]+\(\d{1,20}\)')
"""The identifier of a cue as Webex writes it: its number, who speaks, and the key of that person."""
_DASH = re.compile(r"\s*[-–—]+\s*")
_TIME = re.compile(r"(?:\d{2,4}:)?\d\d:\d\d\.\d{3}")


def cues(text: str, builder: Builder) -> list[CaptionCue]:
    """The cues of a WebVTT file in order, comments between them; sets the language that the header names."""
    blocks = re.split(r"\n[ \t]*\n", text.strip("\n"))
    found: list[CaptionCue] = []
    language = _LANGUAGE.search(blocks[0])
    if language:
        builder.language = language[1]
    for number, block in enumerate(blocks):
        line = TIMES.search(block)
        if not line:
            what = _what(block, number == 0) if block.strip() else ""
            if what == _STRAY and found and found[-1].start is not None and not found[-1].pieces:
                found[-1] = found[-1]._replace(pieces=_pieces(block))  # a blank line stands above its words
            elif what:
                found.append(CaptionCue(block.strip(), None, None, (), what))
            continue
        head = block[: line.start()].strip()
        if number == 0 and head:
            found.append(CaptionCue(head, None, None, (), "header of the captions"))
            head = ""
        printed = "\n".join(words for words in (head, line[0].strip()) if words)
        found += _cues(block, line, printed)
    return found


def _cues(block: str, line: re.Match[str], printed: str) -> list[CaptionCue]:
    """The cue of a block, or cues where the blank line between them is missing."""
    found = []
    following = TIMES.search(block, line.end())
    while True:
        payload = block[line.end() : following.start() if following else len(block)]
        readings = _READING.findall(payload) if "<rt" in payload else []
        payload = _READING.sub("", payload) if readings else payload
        found.append(_named(CaptionCue(printed, seconds(line[1]), seconds(line[2]), _pieces(payload))))
        if readings:
            found.append(CaptionCue(" ".join(readings), None, None, (), READING))
        if not following:
            return found
        line, printed = following, following[0].strip()
        following = TIMES.search(block, line.end())


def _named(cue: CaptionCue) -> CaptionCue:
    """The cue with the speaker whom its identifier names."""
    name = _NAMED.match(cue.printed)
    if not name:
        return cue
    speaker = " ".join(name[1].split())
    return cue._replace(pieces=tuple(piece._replace(speaker=piece.speaker or speaker) for piece in cue.pieces))


def _what(block: str, first: bool) -> str:
    if first:
        return "header of the captions"
    word = block.split(None, 1)[0]
    return {"NOTE": "comment", "STYLE": "style of the captions", "REGION": "place of the captions"}.get(word, _STRAY)


def _pieces(payload: str) -> tuple[CuePiece, ...]:
    """The words of a cue by voice, with the times inside the cue; other tags (classes, emphasis) are no words."""
    pieces: list[CuePiece] = []
    speaker: str | None = None
    words: list[str] = []
    times: list[WordTime] = []
    at = 0
    for tag in _TAG.finditer(payload):
        words.append(resolved(payload[at : tag.start()], markup=False))
        at = tag.end()
        if _TIME.fullmatch(tag[2]):
            times.append(WordTime(sum(map(len, words)), seconds(tag[2])))
        if not _VOICE.match(tag[2]):
            continue
        _put(pieces, words, speaker, times)
        words, times = [], []
        speaker = None if tag[1] else " ".join(resolved(tag[3], markup=False).split()) or None
    words.append(resolved(payload[at:], markup=False))
    _put(pieces, words, speaker, times)
    return tuple(pieces)


def _put(pieces: list[CuePiece], words: list[str], speaker: str | None, times: list[WordTime]) -> None:
    text = "".join(words)
    if speaker and pieces and pieces[-1].speaker is None and _DASH.fullmatch(pieces[-1].text):
        speaker_printed = f"{pieces.pop().text.strip()} {speaker}"
        pieces.append(CuePiece(text, speaker, speaker_printed, tuple(times)))
    elif text.strip():
        pieces.append(CuePiece(text, speaker, speaker or "", tuple(times)))
