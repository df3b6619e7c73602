"""The names of sound files and of videos, as transcripts state them: by path, by address, with or without ending."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SOUND = _set("""
    .aac .ac3 .aif .aifc .aiff .amr .ape .au .caf .flac .m4a .m4b .mka .mp2 .mp3 .oga .ogg .opus .snd .spx .w64 .wav
    .wave .weba .wma .wv
""")
"""The endings of sound files."""
VIDEO = _set(".3gp .avi .flv .m2ts .m4v .mkv .mov .mp4 .mpeg .mpg .mts .ogv .webm .wmv")
"""The endings of videos, which have a sound track."""
_SCHEMES = ("http", "https", "ftp", "ftps")


def media_ending(name: str) -> str:
    """The ending of the name of a sound file or video, in small letters with its dot; empty for any other name."""
    ending = name[name.rfind(".") :].casefold() if "." in name[1:] else ""
    return ending if ending in SOUND or ending in VIDEO else ""


def is_media_name(stated: str) -> bool:
    """Whether a name, path or address is that of a sound file or video, by its ending."""
    return bool(media_ending(last_part(stated)))


def host_of(stated: str) -> str:
    """The host of an address in the web; empty for a name or path."""
    try:
        parts = urlsplit(stated.strip())
        return (parts.hostname or "") if parts.scheme.casefold() in _SCHEMES else ""
    except ValueError:  # brackets that are no address
        return ""


def is_below(stated: str) -> bool:
    """Whether a path leads to a file in the folder from which it starts, or below that; also an empty one."""
    starts = stated.startswith(("/", "\\", "~")) or ":" in stated[:2] or "://" in stated
    return not starts and "\0" not in stated and ".." not in stated.replace("\\", "/").split("/")


def last_part(stated: str) -> str:
    """The name of the file in a name, path or address, of any system; empty where there is none."""
    parts = parts_of(stated)
    return parts[-1] if parts else ""


def parts_of(stated: str) -> tuple[str, ...]:
    """The folders and the name in a name, path or address, without where it begins; none of a folder.

    Signs of addresses ("%20") are decoded in addresses alone, for a file may be called "100%20.wav".
    """
    path = stated.strip()
    scheme, colon, rest = path.partition("://")
    if colon and scheme.isalpha():
        try:
            path = unquote(urlsplit(path).path)
        except ValueError:
            path = rest
    elif scheme.casefold().startswith("file:/"):
        path = unquote(path[5:])
    parts = path.replace("\\", "/").split("/")
    name = parts[-1]
    if name in ("", ".", "..") or "\0" in path:
        return ()
    return tuple(part for part in parts if part not in ("", "."))
