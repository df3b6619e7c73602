"""Names before a wide blank, as records in Chinese, Japanese and Korean print them.

Knows the print of one paragraph; not which names are speakers.
"""

from __future__ import annotations

from tui_reader.document.model import Span
from tui_reader.formats.labels.candidates import LabelCandidate
from tui_reader.formats.labels.directions import BRACKET, found_at
from tui_reader.lazy_re import lazy_re

_CIRCLES = "○◯●◎◇◆□■"
SIGNS = f"\u3000「『{_CIRCLES}"
"""Each such label has one of them."""
_WIDE = lazy_re(
    rf"[{_CIRCLES}]?(?P<label>([\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3Ａ-Ｚ０-９・]{{1,14}}+){BRACKET}?)"
    r"(?:\u3000++(?=\S)|(?=[「『]))"
)
_WORD = r"[^\W\d_][^\s:：.,]{0,15}"
_CIRCLED = lazy_re(rf"[{_CIRCLES}][^\S\n]?(?P<label>{_WORD}(?: {_WORD}){{0,3}})[^\S\n]{{2,}}+(?=\S)")
_POSTPOSITIONS = "はがもとにをのでてへや"
"""The last signs of Japanese words before a quotation in prose."""


def match(text: str, start: int, end: int) -> LabelCandidate | None:
    """`名前　words`, `○名前　words`, `○위원장 김영수   words`; `名前「words」`, a quotation behind the name."""
    found = _WIDE.match(text, start, end)
    if not found:
        circled = _CIRCLED.match(text, start, end)
        return LabelCandidate(circled["label"], Span(start, circled.end()), None, circled.end()) if circled else None
    quoted = found.end() == found.end("label")
    if quoted and (found[1][-1] in _POSTPOSITIONS or text[end - 1] not in "」』"):
        return None
    label = found_at(text, found.start("label"), found.end("label"), found.end())
    return label._replace(span=Span(start, label.span.end)) if label else None
