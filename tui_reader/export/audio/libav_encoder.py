"""FFmpeg's libraries through PyAV: encoding with chapters, tags and cover, and audio filters. Knows no one format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from operator import attrgetter
from typing import Any, BinaryIO

from tui_reader.errors import ReaderError
from tui_reader.export import cover
from tui_reader.export.audio.audio_tags import chapter_comments, container_chapters, tags
from tui_reader.export.chapters import Chapter
from tui_reader.export.rendering import Rendering
from tui_reader.named_tuple import NamedTuple
from tui_reader.playback.pyav import pyav
from tui_reader.tts.samples import FRAME_BYTES

_SAME_BYTES = {"fflags": "bitexact"}
"""For every container: no random serial number (Ogg) and no version of FFmpeg, so that two exports are the same."""


class Encoding(NamedTuple):
    """How FFmpeg is to encode a format."""

    container: str
    """FFmpeg's name of the muxer: "mp4"."""
    codec: str
    """FFmpeg's name of the encoder: "aac"."""
    options: dict[str, str] = {}  # noqa: RUF012  # of a NamedTuple: never changed
    """Of the encoder."""
    container_options: dict[str, str] = {}  # noqa: RUF012
    bit_rate: int = 0
    """Bits per second for one voice at a time; twice as many where two channels are recorded. 0 leaves it to the
    encoder."""
    sample_rate: int = 0
    """Hz; 0 for that of the rendering."""
    cover: bool = True
    """Whether a picture is attached; FFmpeg cannot attach one to Ogg."""
    chapters: Callable[[Rendering], Iterable[Chapter]] = attrgetter("chapters")
    """The chapters as they are written into this format."""
    chapter_comments: bool = False
    """Whether chapters are Vorbis comments: FFmpeg writes no chapters into FLAC, and into Ogg it writes each chapter
    whose milliseconds are 500 or more one second late."""


def encode(file: BinaryIO, rendering: Rendering, encoding: Encoding) -> None:
    """Encode a rendering into `file`, with chapters, tags and cover. Raises as `open_container` does."""
    with open_container(file, rendering, encoding) as (container, stream):
        context = stream.codec_context
        layout, length = _layout(rendering), context.frame_size or None
        resampler = pyav().AudioResampler(context.format, layout, context.sample_rate, length)
        for frame in _resampled(resampler, frames(rendering)):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


@contextmanager
def open_container(file: BinaryIO, rendering: Rendering, encoding: Encoding) -> Iterator[tuple[Any, Any]]:
    """PyAV's container and audio stream, open for packets; chapters, tags and cover are written already.

    Raises ReaderError where PyAV is missing or FFmpeg refuses, OSError where `file` cannot be written.
    """
    av = pyav()
    rate = encoding.sample_rate or _rate(encoding.codec, rendering.timeline.sample_rate)
    try:
        options = _SAME_BYTES | encoding.container_options
        with av.open(file, "w", format=encoding.container, options=options) as container:
            layout, coding = _layout(rendering), dict(encoding.options)
            stream = container.add_stream(encoding.codec, rate=rate, layout=layout, options=coding)
            if encoding.bit_rate:
                stream.bit_rate = encoding.bit_rate * (2 if rendering.recorded and layout == "stereo" else 1)
            told = tags(rendering)
            metadata = stream.metadata if encoding.container == "ogg" else container.metadata
            metadata.update(told)
            if "language" in told:  # MP4 has a language of the stream alone
                stream.metadata["language"] = told["language"]
            if encoding.chapter_comments:
                metadata.update(chapter_comments(rendering))
            else:
                container.set_chapters(container_chapters(rendering, encoding.chapters(rendering)))
            stream.codec_context.open()
            if encoding.cover and (picture := cover.png(rendering.document)):
                _attach(container, picture)
            yield container, stream
    except av.FFmpegError as error:
        if isinstance(error, OSError) and error.errno and error.strerror:
            raise OSError(error.errno, error.strerror) from None
        raise ReaderError(f"FFmpeg cannot write {encoding.container}: {error}.") from None


def _layout(rendering: Rendering) -> str:
    """FFmpeg's name of the channels that are written."""
    return "mono" if rendering.channels == 1 else "stereo"


def _rate(codec: str, wanted: int) -> int:
    """The sample rate in Hz, of those that an encoder has, which loses nothing of `wanted` Hz, or the highest."""
    rates: list[int] = pyav().Codec(codec, "w").audio_rates or [wanted]
    return min((rate for rate in rates if rate >= wanted), default=max(rates))


def _attach(container: Any, picture: bytes) -> None:
    """Put a PNG into a container as its cover."""
    av = pyav()
    stream = container.add_stream("png", width=cover.SIZE, height=cover.SIZE, pix_fmt="rgb24")
    stream.disposition = av.stream.Disposition.attached_pic
    stream.metadata.update({"title": "Cover", "comment": "Cover (front)"})
    packet = av.Packet(picture)
    packet.stream, packet.pts, packet.dts = stream, 0, 0
    container.mux(packet)


def frames(rendering: Rendering) -> Iterator[Any]:
    """The sound as PyAV's audio frames of one second each, 16-bit stereo."""
    av, rate = pyav(), rendering.timeline.sample_rate
    at = 0
    for pcm in rendering.pcm(rate):
        frame = av.AudioFrame("s16", "stereo", len(pcm) // FRAME_BYTES)
        frame.planes[0].update(pcm)
        frame.sample_rate, frame.pts, frame.time_base = rate, at, Fraction(1, rate)
        at += frame.samples
        yield frame


def filtered(rendering: Rendering, filters: Iterable[tuple[str, str]]) -> Iterator[Any]:
    """The sound after a chain of FFmpeg's filters, each (name, arguments), as PyAV's frames."""
    graph = pyav().filter.Graph()
    source = graph.add_abuffer(sample_rate=rendering.timeline.sample_rate, format="s16", layout="stereo")
    return _through(graph, source, filters, frames(rendering))


def decoded(file: BinaryIO, filters: Iterable[tuple[str, str]]) -> Iterator[Any]:
    """The sound of an encoded file after a chain of FFmpeg's filters, as PyAV's frames."""
    file.seek(0)
    with pyav().open(file) as container:
        graph, stream = pyav().filter.Graph(), container.streams.audio[0]
        yield from _through(graph, graph.add_abuffer(template=stream), filters, container.decode(stream))


def _through(graph: Any, source: Any, filters: Iterable[tuple[str, str]], frames: Iterable[Any]) -> Iterator[Any]:
    chain = [source, *(graph.add(name, arguments) for name, arguments in filters), graph.add("abuffersink")]
    graph.link_nodes(*chain).configure()
    for frame in _ended(frames):
        graph.push(frame)
        while True:
            try:
                yield graph.pull()
            except (BlockingIOError, EOFError):
                break


def _ended(frames: Iterable[Any]) -> Iterator[Any]:
    """The frames, and then None, which ends FFmpeg's input."""
    yield from frames
    yield None


def _resampled(resampler: Any, frames: Iterable[Any]) -> Iterator[Any]:
    for frame in _ended(frames):
        yield from resampler.resample(frame)
