"""`python -m tests.exported FILE...`: each document exported to each format, read back by others, and what was wrong.

Sound by FFmpeg (PyAV), captions by webvtt-py and pysubs2, books by epubcheck, TEI and pages by lxml; each by
`tui-reader verify` too. Of a file of many the first document is taken.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from argparse import ArgumentParser
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import pysubs2
import webvtt
from lxml import etree

from tests.support.epubcheck import complaints
from tests.support.sound_files import chapter_starts
from tui_reader.document.collection import CollectionError
from tui_reader.errors import ReaderError
from tui_reader.export.export_document import export_document
from tui_reader.export.export_ledger import LedgerJson
from tui_reader.export.export_options import ExportOptions
from tui_reader.export.readback import words
from tui_reader.export.verification import verify
from tui_reader.formats import read
from tui_reader.startup.reading_options import ReadingOptions

SOUND = ("wav", "flac", "opus", "mp3", "m4b")
FORMATS = (*SOUND, "vtt", "srt", "ass", "json", "chapters", "epub", "html", "md", "txt", "tei")
NEAR = 0.010
"""Seconds that sound may be off the timeline."""
_TEI = {"t": "http://www.tei-c.org/ns/1.0"}
_GUARDS = str.maketrans({"\u200c": None, "｛": "{", "｝": "}"})


def check(path: Path, options: ReadingOptions, last: int | None = None) -> list[str]:
    """Export a document, to its turn `last`, in each format, and read all of them back; what is wrong, a line each."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        out = Path(name, "out")
        done = export_document(
            path, ExportOptions(out, FORMATS, last=last, ledger=True, licence="Public domain"), options
        )
        ledger: LedgerJson = json.loads(out.with_name("out.ledger.json").read_bytes())
        for file in done.paths:
            if ".ledger." not in file.name:
                wrong += [f"{file.suffix}: {finding.line}" for finding in verify(file) if not finding.good]
        for format in SOUND:
            wrong += [f".{format}: {line}" for line in sound(out.with_name(f"out.{format}"), ledger)]
        wrong += captions(out, ledger)
        wrong += [f".epub: {line}" for line in complaints(out.with_name("out.epub"))]
        wrong += [f".xml: {line}" for line in tei(out.with_name("out.xml"), ledger)]
        wrong += [f".html: {line}" for line in page(out.with_name("out.html"), ledger)]
    return wrong


def sound(path: Path, ledger: LedgerJson) -> Iterator[str]:
    """Length, chapters, tags, and whether each utterance is heard where the ledger says, and nothing between."""
    with av.open(str(path)) as file:
        stream = file.streams.audio[0]
        told = {key.lower(): value for key, value in (*file.metadata.items(), *stream.metadata.items())}
        chapters = chapter_starts(file)
        resampler = av.AudioResampler("flt", "mono", stream.rate)
        pcm, rate = array("f"), stream.rate
        for frame in file.decode(stream):
            for part in resampler.resample(frame):
                pcm.frombytes(bytes(part.planes[0])[: 4 * part.samples])
    if abs(len(pcm) / rate - ledger["seconds"]) > 0.1:
        yield f"{len(pcm) / rate:.3f} s long, not {ledger['seconds']:.3f}"
    if path.suffix != ".wav":
        title = " ".join(ledger["document"]["title"].split())
        if (told.get("title"), told.get("copyright")) != (title, "Public domain"):
            yield f"tags are {told}"
        wanted = json.loads(path.with_name("out.chapters.json").read_bytes())["chapters"]
        if [title for title, _ in chapters] != [one["title"] for one in wanted] or any(
            abs(start - one["startTime"]) > 0.002 for (_, start), one in zip(chapters, wanted, strict=True)
        ):
            yield f"chapters are {chapters}"
    yield from _heard(pcm, rate, ledger, quiet=0.0 if path.suffix in (".wav", ".flac") else 0.04)


def _heard(pcm: array[float], rate: int, ledger: LedgerJson, quiet: float) -> Iterator[str]:
    """`quiet`: what codecs may leave in silence, of full scale; Opus was seen to leave 0.031."""
    end_before = 0.0
    for number, one in enumerate(ledger["utterances"], 1):
        before = pcm[round((end_before + NEAR) * rate) : max(0, round((one["start"] - NEAR) * rate))]
        inside = pcm[round(one["start"] * rate) : round(one["end"] * rate)]
        if _peak(before) > quiet:
            yield f"something is heard before utterance {number}: {_peak(before):.4f}"
        if one["end"] > one["start"] and _peak(inside) < 0.02:
            yield f"utterance {number} is not heard"
        end_before = one["end"]
    rest = pcm[round((end_before + NEAR) * rate) :]
    if _peak(rest) > quiet:
        yield "something is heard after the end"


def _peak(pcm: array[float]) -> float:
    least, most = min(pcm, default=0.0), max(pcm, default=0.0)
    return max(-least, most)


def _name_and_text(cue: str) -> tuple[str, str]:
    name, _, text = cue.partition(":")
    return name, text


def captions(out: Path, ledger: LedgerJson) -> Iterator[str]:
    """Speakers, words and times of captions, as others read them."""
    said = [(one["name"], word) for one in ledger["utterances"] for word in words(one["shown"])]
    cues: dict[str, list[tuple[float, float, str, str]]] = {}
    vtt = webvtt.read(str(out.with_name("out.vtt"))).captions
    cues["vtt"] = [
        (one.start_in_seconds, one.end_in_seconds, one.voice or "", re.sub(r"&(lt|gt|amp);", _unescaped, one.text))
        for one in vtt
    ]
    for format in ("srt", "ass"):
        found = pysubs2.load(str(out.with_name(f"out.{format}")), keep_unknown_html_tags=False)
        cues[format] = [(one.start / 1000, one.end / 1000, one.name, one.plaintext.translate(_GUARDS)) for one in found]
    cues["srt"] = [(start, end, *_name_and_text(text)) for start, end, _, text in cues["srt"]]
    for format, all_cues in cues.items():
        got = [(name, word) for _, _, name, text in all_cues for word in words(text)]
        if got != said:
            pairs = zip(got, said, strict=False)
            at = next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(got), len(said)))
            yield f".{format}: word {at + 1} is {got[at : at + 3]}, not {said[at : at + 3]}"
        times = [time for start, end, _, _ in all_cues for time in (start, end)]
        if times != sorted(times):
            yield f".{format}: times go back"
    segments = json.loads(out.with_name("out.json").read_bytes())["segments"]
    if [(one["speaker"], word) for one in segments for word in words(one["body"])] != said:
        yield ".json: words or speakers differ"
    starts = [one["startTime"] for one in segments]
    if starts != sorted(starts):
        yield ".json: times go back"


def _unescaped(found: re.Match[str]) -> str:
    return {"lt": "<", "gt": ">", "amp": "&"}[found[1]]


def tei(path: Path, ledger: LedgerJson) -> Iterator[str]:
    """That the order of elements is TEI's, and that everybody who speaks is a person."""
    root = etree.parse(str(path)).getroot()
    ids = {one.get("{http://www.w3.org/XML/1998/namespace}id") for one in root.iterfind(".//t:person", _TEI)}
    speeches = root.findall(".//t:sp", _TEI)
    if any(one.get("who", "#").removeprefix("#") not in ids for one in speeches):
        yield "somebody speaks who is no person"
    for one in (*speeches, *root.iterfind(".//t:div", _TEI)):
        names = [etree.QName(child).localname for child in one if isinstance(child.tag, str)]
        allowed = {"speaker", "p", "lg", "stage"} if one in speeches else {
            "head", "dateline", "p", "lg", "stage", "sp", "closer"}  # fmt: skip
        if not names or not set(names) <= allowed or "head" in names[1:] or "closer" in names[:-1]:
            yield f"{etree.QName(one).localname} holds {names[:8]}"


def page(path: Path, ledger: LedgerJson) -> Iterator[str]:
    """That a page holds its sound, and a heading for the document."""
    root = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    if len(root.findall(".//h1")) != 1:
        yield "it has no heading of its own"
    if not root.xpath("//audio | //source | //script[contains(., 'audio')]"):
        yield "it has no sound"
    if root.xpath("//*[starts-with(@src, 'http') or starts-with(@href, 'http')]"):
        yield "it points to the network"


def first_of(path: Path) -> Path:
    """The document to take: of a file of many, the first in which several speak."""
    try:
        read(path)
    except CollectionError as error:
        talks = [entry for entry in error.collection.entries if entry.turns] or list(error.collection.entries)
        return path.with_name(f"{path.name}#{talks[0].id}")
    return path


def main(names: list[str]) -> int:
    """Check them all, and print what was wrong."""
    status = 0
    options: dict[str, Any] = {"engine": "espeak", "speed": 2.0}
    for name in names:
        try:
            wrong = check(first_of(Path(name)), ReadingOptions(**options), last=_last(first_of(Path(name))))
        except ReaderError as error:
            wrong = [str(error)]
        print(f"{Path(name).name}: {'good' if not wrong else ''}")
        for line in wrong:
            status = 1
            print(f"    {line[:300]}")
    return status


def _last(path: Path) -> int | None:
    """So many turns are enough."""
    turns = len(read(path).turns)
    return 12 if turns > 12 else None


if __name__ == "__main__":
    parser = ArgumentParser(
        prog="python -m tests.exported", description="Exports documents in every format and has others read them back."
    )
    parser.add_argument("files", metavar="FILE", nargs="+", help="A document.")
    sys.exit(main(parser.parse_args().files))
