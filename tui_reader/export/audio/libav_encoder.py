"""FFmpeg's libraries through PyAV: encoding with chapters and tags, and filters. Knows no one format.

PyAV is in the extra `export`, for it is 100 MB; without it one line says how to get it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from typing import Any, BinaryIO, NamedTuple

from tui_reader.document.model import Document
from tui_reader.errors import ReaderError
from tui_reader.export import cover
from tui_reader.export.rendering import Chapter, Rendering
from tui_reader.tts.samples import FRAME_BYTES


class Encoding(NamedTuple):
    """How FFmpeg is asked for a form."""

    container: str
    codec: str
    options: dict[str, str] = {}  # noqa: RUF012  # of a NamedTuple: never changed
    """Of the codec."""
    container_options: dict[str, str] = {}  # noqa: RUF012
    bit_rate: int = 0
    """Bits a second; 0 leaves it to the codec."""
    sample_rate: int = 0
    """Hz, 0 for that of the recording."""
    cover: bool = True
    """Whether a picture is attached; FFmpeg writes none into Ogg."""
    chapter_comments: bool = False
    """Whether chapters are Vorbis comments (https://wiki.xiph.org/Chapter_Extension): FFmpeg writes none into FLAC, and
    into Ogg each whose milliseconds are 500 or more a second late."""


def library() -> Any:
    """PyAV. Raises ReaderError where it is missing."""
    try:
        import av
    except ImportError:
        raise ReaderError("This needs PyAV: pip install 'tui-reader[export]' (or pip install av).") from None
    return av


def encode(file: BinaryIO, recording: Rendering, encoding: Encoding) -> None:
    """Write the recording as `encoding` says, with its chapters and its document's tags. Raises as `written` does."""
    with written(file, recording, encoding) as (container, stream):
        context = stream.codec_context
        resampler = library().AudioResampler(context.format, "stereo", context.sample_rate, context.frame_size or None)
        for frame in _resampled(resampler, frames(recording)):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


@contextmanager
def written(file: BinaryIO, recording: Rendering, encoding: Encoding) -> Iterator[tuple[Any, Any]]:
    """PyAV's container and its stream of sound, open for packets; chapters, tags and cover are in it already.

    Raises ReaderError where FFmpeg refuses, and OSError.
    """
    av = library()
    rate = encoding.sample_rate or recording.timeline.sample_rate
    try:
        with av.open(file, "w", format=encoding.container, options=dict(encoding.container_options)) as container:
            stream = container.add_stream(encoding.codec, rate=rate, layout="stereo", options=dict(encoding.options))
            if encoding.bit_rate:
                stream.bit_rate = encoding.bit_rate
            told = stream.metadata if encoding.container == "ogg" else container.metadata
            told.update(tags(recording))
            if encoding.chapter_comments:
                told.update(_comments(recording))
            else:
                container.set_chapters(
                    [_chapter(number, chapter, recording) for number, chapter in enumerate(recording.chapters)]
                )
            stream.codec_context.open()
            if encoding.cover and (picture := cover.png(recording.document)):
                _attach(container, picture)
            yield container, stream
    except av.FFmpegError as error:
        if isinstance(error, OSError) and error.errno and error.strerror:
            raise OSError(error.errno, error.strerror) from None
        raise ReaderError(f"FFmpeg cannot write {encoding.container}: {error}.") from None


def _attach(container: Any, picture: bytes) -> None:
    """Put a PNG into a container as its cover."""
    av = library()
    stream = container.add_stream("png", width=cover.SIZE, height=cover.SIZE, pix_fmt="rgb24")
    stream.disposition = av.stream.Disposition.attached_pic
    stream.metadata.update({"title": "Cover", "comment": "Cover (front)"})
    packet = av.Packet(picture)
    packet.stream, packet.pts, packet.dts = stream, 0, 0
    container.mux(packet)


def frames(recording: Rendering) -> Iterator[Any]:
    """The sound as PyAV's frames of a second."""
    av, rate = library(), recording.timeline.sample_rate
    at = 0
    for pcm in recording.pcm(rate):
        frame = av.AudioFrame("s16", "stereo", len(pcm) // FRAME_BYTES)
        frame.planes[0].update(pcm)
        frame.sample_rate, frame.pts, frame.time_base = rate, at, Fraction(1, rate)
        at += frame.samples
        yield frame


def filtered(recording: Rendering, filters: Iterable[tuple[str, str]]) -> Iterator[Any]:
    """The sound after a chain of FFmpeg's filters, (name, arguments) each, as frames of 16-bit stereo."""
    av = library()
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=recording.timeline.sample_rate, format="s16", layout="stereo")
    chain = [source, *(graph.add(name, words) for name, words in filters), graph.add("abuffersink")]
    graph.link_nodes(*chain).configure()
    for frame in _ended(frames(recording)):
        graph.push(frame)
        while True:
            try:
                yield graph.pull()
            except (BlockingIOError, EOFError):
                break


def _ended(found: Iterable[Any]) -> Iterator[Any]:
    """All of them, and None: there is no more."""
    yield from found
    yield None


def _resampled(resampler: Any, found: Iterable[Any]) -> Iterator[Any]:
    for frame in _ended(found):
        yield from resampler.resample(frame)


def tags(recording: Rendering) -> dict[str, str]:
    """What is told of the whole, under the names that FFmpeg gives to tags; each a line."""
    document = recording.document
    told = {
        "title": document.heading,
        "artist": "; ".join(person.name or person.id for person in document.people),
        "album": document.collection.text if document.collection else "",
        "date": (document.date.iso or document.date.passage.text) if document.date else "",
        "comment": _source(document),
        "copyright": recording.recital.order.licence,
        "language": document.language,
        "genre": "Speech",
    }
    return {name: " ".join(text.replace("\0", "").split()) for name, text in told.items() if text}


def _source(document: Document) -> str:
    return f"Source: {document.source.text}" if document.source and document.source.text else ""


def _comments(recording: Rendering) -> Iterator[tuple[str, str]]:
    for number, chapter in enumerate(recording.chapters):
        minutes, seconds = divmod(recording.seconds(chapter.start), 60)
        hours, minutes = divmod(int(minutes), 60)
        yield f"CHAPTER{number:03}", f"{hours:02}:{minutes:02}:{seconds:06.3f}"
        yield f"CHAPTER{number:03}NAME", chapter.title


def _chapter(number: int, chapter: Chapter, recording: Rendering) -> dict[str, Any]:
    return {
        "id": number,
        "start": chapter.start,
        "end": chapter.end,
        "time_base": Fraction(1, recording.timeline.sample_rate),
        "metadata": {"title": chapter.title},
    }
