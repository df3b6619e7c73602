"""Sound files and the sound of videos, in all forms that FFmpeg reads, by PyAV.

FFmpeg's seeks end at or before the wanted place, by what the container knows; the times of frames are exact, so that
sound before the place is left out by them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import av

from tui_reader.errors import ReaderError
from tui_reader.playback.recording.sound_source import whole
from tui_reader.tts import samples
from tui_reader.tts.samples import CHANNELS, FRAME_BYTES

_BEFORE = (0.1, 2.0, 20.0, float("inf"))
"""Seconds before the wanted place to which it seeks, one after the other, until sound begins early enough.

Decoders need up to 80 ms (Opus) until their sound is right; WebM and raw AAC may begin after the place sought.
"""
_JITTER = 0.02
"""Seconds by which a frame may be off the end of the frame before: containers round the times of frames to 1 ms."""
_WITHOUT_LENGTH = {"aac", "ac3", "amr", "amrnb", "dss", "mp3"}
"""Forms without a length of the whole, which FFmpeg guesses by the bit rate."""
_DAMAGED = 500
"""Packets one after the other that cannot be decoded, after which it is given up."""


class AvSource:
    """A `SoundSource` by PyAV: the first sound stream of a file."""

    def __init__(self, file: BinaryIO, path: Path, kind: str) -> None:
        """`kind` is the name of FFmpeg's demuxer. Raises ReaderError."""
        self._path, self._file = path, file
        try:
            self._container: Any = av.open(file, format=kind, metadata_errors="replace")
        except (av.FFmpegError, ValueError) as error:
            raise _unreadable(path, error) from None
        try:
            self._open_stream()
        except (av.FFmpegError, ValueError) as error:
            self.close()
            raise _unreadable(path, error) from None
        except ReaderError:
            self.close()
            raise
        self._place = -1
        self._sound: Iterator[tuple[int, bytes]] = iter(())
        self._rest = b""

    def _open_stream(self) -> None:
        streams = self._container.streams.audio
        if not streams:
            raise ReaderError(f"{self._path.name} has no sound.")
        self._stream = streams[0]
        if self._stream.codec_context is None:
            raise ReaderError(f"The sound of {self._path.name} is of a kind that cannot be decoded.")
        for other in self._container.streams:
            if other is not self._stream:
                other.discard = av.stream.Discard.all
        self.sample_rate: int = self._stream.codec_context.sample_rate
        if not self.sample_rate:
            raise ReaderError(f"{self._path.name} does not tell its sample rate: is it whole?")
        self._start = (self._container.start_time or 0) / av.time_base
        self._resampler: Any = None
        self._resampled: tuple[Any, ...] = ()
        self.frames = round(self._seconds() * self.sample_rate)

    def _seconds(self) -> float:
        """The length; where the container only guesses it, or does not tell, all packets are counted."""
        stream, container = self._stream, self._container
        if container.format.name not in _WITHOUT_LENGTH:
            if stream.duration:
                return float((stream.duration + (stream.start_time or 0)) * stream.time_base) - self._start
            if container.duration:
                return float(container.duration / av.time_base)
        end = 0.0
        for packet in container.demux(stream):
            if packet.pts is not None:
                end = max(end, float((packet.pts + (packet.duration or 0)) * packet.time_base))
        return end - self._start

    def read(self, frame: int, frames: int) -> bytes:
        """As `SoundSource.read`."""
        frames = min(frames, self.frames - frame)
        if frames <= 0:
            return b""
        try:
            if frame != self._place:
                self._seek(frame)
            sound = self._taken(frames)
            self._place = frame + len(sound) // FRAME_BYTES
        except (av.FFmpegError, OSError, ValueError):
            sound, self._place = b"", -1
        return whole(sound, self, frame, self._path)

    def _seek(self, frame: int) -> None:
        found = None
        for before in _BEFORE:
            seconds = max(0.0, frame / self.sample_rate - before)
            self._container.seek(int((seconds + self._start) / self._stream.time_base), stream=self._stream)
            self._sound = self._decoded()
            found = next(self._sound, None)
            if (found and found[0] <= frame) or not seconds:
                break
        place, self._rest = found or (frame, b"")
        if place > frame:  # the stream begins later, beside a video
            self._sound = chain(self._silence(frame, place), [(place, self._rest)], self._sound)
            place, self._rest = frame, b""
        while place < frame and (sound := self._taken(min(frame - place, self.sample_rate))):
            place += len(sound) // FRAME_BYTES

    def _taken(self, frames: int) -> bytes:
        """The next frames, up to the end of the sound."""
        parts, wanted = [self._rest], frames * FRAME_BYTES - len(self._rest)
        while wanted > 0 and (more := next(self._sound, None)):
            parts.append(more[1])
            wanted -= len(more[1])
        sound = b"".join(parts)
        taken, self._rest = sound[: frames * FRAME_BYTES], sound[frames * FRAME_BYTES :]
        return taken

    def _decoded(self) -> Iterator[tuple[int, bytes]]:
        """Places in frames and sound from where the container is, without gaps: those are silence."""
        expected = None
        for decoded in self._frames():
            place = round((float(decoded.pts * decoded.time_base) - self._start) * self.sample_rate)
            pcm = self._stereo(decoded)
            if expected is not None:
                off = place - expected
                if abs(off) <= _JITTER * self.sample_rate:
                    place = expected
                elif off > 0:
                    yield from self._silence(expected, place)
                else:
                    pcm, place = pcm[-off * FRAME_BYTES :], expected
            expected = place + len(pcm) // FRAME_BYTES
            yield place, pcm

    def _silence(self, begin: int, end: int) -> Iterator[tuple[int, bytes]]:
        """Silence between two places, a second at once."""
        for at in range(begin, end, self.sample_rate):
            yield at, bytes(min(self.sample_rate, end - at) * FRAME_BYTES)

    def _frames(self) -> Iterator[Any]:
        """FFmpeg's frames; packets that are damaged are left out."""
        damaged = 0
        for packet in self._container.demux(self._stream):
            try:
                frames = packet.decode()
            except av.InvalidDataError:
                damaged += 1
                if damaged > _DAMAGED:
                    raise
                continue
            damaged = 0
            yield from (one for one in frames if one.pts is not None)

    def _stereo(self, frame: Any) -> bytes:
        """A frame of FFmpeg as 16-bit stereo: mono in both channels as loud as it is, more than two channels mixed."""
        form = frame.format.name, frame.layout.name, frame.sample_rate
        mono = frame.layout.nb_channels == 1
        if form != self._resampled:
            self._resampler = av.AudioResampler("s16", "mono" if mono else "stereo", self.sample_rate)
            self._resampled = form
        width = FRAME_BYTES // CHANNELS if mono else FRAME_BYTES
        pcm = b"".join(bytes(one.planes[0])[: one.samples * width] for one in self._resampler.resample(frame))
        return samples.in_both_channels(pcm) if mono else pcm

    def close(self) -> None:
        """Let go of the file."""
        self._container.close()
        self._file.close()


def _unreadable(path: Path, error: Exception) -> ReaderError:
    reason = getattr(error, "strerror", None) or error
    return ReaderError(f"{path.name} cannot be read as sound ({reason}): is it whole?")
