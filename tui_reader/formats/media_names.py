"""The names and addresses of sound files by which a file states its recording, as each format has them.

They are words of the file and nothing else: what is opened is decided where a recording is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any

from tui_reader.cleaning import clean
from tui_reader.document.media_files import is_media_name
from tui_reader.formats.source_file import SourceFile
from tui_reader.lazy_re import lazy_re

_MOST = 10
"""Names that are kept."""
_LONGEST = 1000
"""Characters of one."""
_SEARCHED = 1_000_000
"""Characters of markup in which they are looked for."""
_HEAD = 20_000
"""Characters of a text without markup."""
_ELEMENT = lazy_re(
    r"<!--[^-]*+(?:-(?!->)[^-]*+)*"  # a comment, also one that is not closed
    r"|<(?:\w{1,20}:)?([A-Za-z][\w-]{0,30})(?=\s)([^<>]{0,4000})>"
)
_ATTRIBUTE = lazy_re(r"""(?<![\w:-])([\w:-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]{0,1000})"|'([^']{0,1000})')""")
_ATTRIBUTES = {
    "media": ("url", "src"),  # TEI
    "media_descriptor": ("relative_media_url", "media_url"),  # ELAN
    "referenced-file": ("url",),  # EXMARaLDA
    "trans": ("audio_filename",),  # Transcriber
    "recording": ("path",),  # FOLKER
    "audio": ("src",),
    "video": ("src",),
    "source": ("src",),
    "enclosure": ("url",),  # feeds
}
"""By the name of an element, the attributes that name a recording, all in small letters."""
_META = ("audio_source", "og:audio", "og:video")
"""What `<meta>` elements call it in web pages."""
_WITHOUT_ENDING = ("media_descriptor", "referenced-file", "trans", "recording", "media")
"""Elements that name nothing but recordings; the others count where the name ends as that of one."""
_LINE = lazy_re(
    r"^(?:@Media:[ \t]+\"?([^\s\",]{1,1000})\"?(?=,|\s|$)"  # CHAT, a name without ending
    r"|(?:Audio|Video) (?:File|URI): ?([^\n]{1,1000})$)",  # ASS
    8,  # re.MULTILINE
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KEYS = _set("""
    audio audiofile audiofilename audiofilepath audiopath audiosrc audiouri audiourl contenturl dataname enclosure
    enclosureurl file filename filepath input inputfile media mediafile mediafilename mediapath mediasource mediasrc
    mediauri mediaurl originalfilename path recording recordingfile recordingurl source sourcefile sourcename sourceurl
    src uri url video videofile videourl
""")
"""Keys of JSON that name a recording, in small letters and without signs; the name must end as that of one."""
_AROUND = _set("asset attachments data episode header info item job meta metadata params request result")
"""Keys of objects that are about the whole, in which such keys stand."""
_DEEPEST = 3
_MOST_LOOKED_AT = 200
"""Values of JSON."""


def media_names(file: SourceFile) -> tuple[str, ...]:
    """The names and addresses of recordings that a file states, in its order, each once and in one line."""
    if file.is_json:
        found = _in_json(file.json, _DEEPEST)
    elif file.root is not None:
        found = _in_markup(file.text)
    else:
        found = _in_lines(file.text)
    names = (clean(name).strip() for name in islice(found, _MOST_LOOKED_AT) if len(name) <= _LONGEST)
    return tuple(islice(dict.fromkeys(name for name in names if name and "\n" not in name), _MOST))


def _in_lines(text: str) -> Iterator[str]:
    for match in _LINE.finditer(text, 0, _HEAD):
        if match[1] or is_media_name(match[2]):
            yield match[1] or match[2]


def _in_markup(text: str) -> Iterator[str]:
    for match in _ELEMENT.finditer(text, 0, _SEARCHED):
        element = (match[1] or "").casefold()
        wanted = _ATTRIBUTES.get(element, ("content",) if element == "meta" else ())
        if not wanted:
            continue
        values = {one[1].casefold(): unescape(one[2] or one[3] or "") for one in _ATTRIBUTE.finditer(match[2])}
        if element == "meta" and (values.get("name") or values.get("property")) not in _META:
            continue
        for attribute in wanted:
            name = values.get(attribute, "")
            if element in _WITHOUT_ENDING or is_media_name(name):
                yield name


def _in_json(value: Any, depth: int) -> Iterator[str]:
    """The names in what is about the whole transcript, not in its words."""
    if isinstance(value, list):
        for one in value[:_MOST] if depth < _DEEPEST else ():
            yield from _in_json(one, depth)
    if not isinstance(value, dict) or not depth:
        return
    for key, inside in islice(value.items(), _MOST_LOOKED_AT):
        bare = "".join(filter(str.isalnum, str(key).casefold()))
        if bare in _KEYS and isinstance(inside, str) and is_media_name(inside):
            yield inside
        elif bare in _KEYS or bare in _AROUND:
            yield from _in_json(inside, depth - 1)
