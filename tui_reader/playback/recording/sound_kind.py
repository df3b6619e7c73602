"""What kind of sound file it is, by its first bytes, never by its name.

Each kind has the name of FFmpeg's demuxer. A file whose bytes are in no row is not opened at all: FFmpeg would try
demuxers of playlists and of text, and those open other files.
"""

from __future__ import annotations

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"fLaC", "flac"),
    (0, b"OggS", "ogg"),
    (0, b"\x1a\x45\xdf\xa3", "matroska"),  # also WebM
    (4, b"ftyp", "mov"),  # M4A, M4B, MP4
    (4, b"moov", "mov"),
    (4, b"mdat", "mov"),
    (4, b"wide", "mov"),
    (4, b"free", "mov"),
    (0, b"#!AMR", "amr"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "asf"),  # WMA, WMV
    (0, b"caff", "caf"),
    (0, b".snd", "au"),
    (0, b"riff\x2e\x91\xcf\x11", "w64"),
    (0, b"NIST_1A", "nist"),
    (0, b"Creative Voice File", "voc"),
    (0, b"MAC ", "ape"),
    (0, b"wvpk", "wv"),
    (0, b"TTA1", "tta"),
    (0, b"\x0b\x77", "ac3"),
    (0, b"FLV\x01", "flv"),
    (0, b"\x00\x00\x01\xba", "mpeg"),
    (1, b"dss", "dss"),  # of dictating machines
    (1, b"ds2", "dss"),
)
"""(place in bytes, what stands there, FFmpeg's demuxer)."""
_TS_PACKET = 188
"""Bytes of a packet of an MPEG transport stream, as broadcasts are; each begins with G."""
_IN_RIFF = {b"WAVE": "wav", b"AVI ": "avi"}
_IN_IFF = {b"AIFF": "aiff", b"AIFC": "aiff"}


def kind_of(head: bytes) -> str:
    """FFmpeg's name of the demuxer for a file that begins with `head`; empty for a file that is not known as sound.

    Where a tag of ID3 stands before the sound, give the bytes that follow it (see `id3_length`).
    """
    if head[:4] in {b"RIFF", b"RF64", b"RIFX"}:
        return _IN_RIFF.get(head[8:12], "")
    if head[:4] == b"FORM":
        return _IN_IFF.get(head[8:12], "")
    for place, signature, kind in _SIGNATURES:
        if head.startswith(signature, place):
            return kind
    if head[:1] == head[_TS_PACKET : _TS_PACKET + 1] == head[2 * _TS_PACKET : 2 * _TS_PACKET + 1] == b"G":
        return "mpegts"
    return _mpeg_audio(head)


def in_ogg(head: bytes) -> str:
    """The codec whose stream the first page of an Ogg file begins: "vorbis", "flac", or nothing for others."""
    return "vorbis" if head[28:35] == b"\x01vorbis" else "flac" if head[28:33] == b"\x7fFLAC" else ""


def id3_length(head: bytes) -> int:
    """The length in bytes of the ID3v2 tag at the start of `head`, with its own header; 0 without one."""
    if not head.startswith(b"ID3") or len(head) < 10 or max(head[6:10]) > 0x7F:
        return 0
    length = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
    return 10 + length + (10 if head[5] & 0x10 else 0)


def _mpeg_audio(head: bytes) -> str:
    """ "mp3" (of any layer) or "aac" where the bytes are the header of a frame, otherwise nothing."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return ""
    if head[1] & 0xF6 == 0xF0:
        return "aac"
    return "" if not head[1] & 6 or head[1] >> 3 & 3 == 1 or head[2] >> 4 == 15 or head[2] >> 2 & 3 == 3 else "mp3"
