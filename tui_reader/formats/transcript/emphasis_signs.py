"""Signs of emphasis in plain text: `~spaced~`, `=bold=`, `+larger+`, `#upright#` are made the usual `_words_`.

Only where lines begin with names or other words between such signs; the text keeps its length.
"""

from __future__ import annotations

import re

_SIGNS = "~=+#$"
_FEWEST = 3
"""Lines that must begin with words between two of a sign."""
_LONGEST = 400
"""Characters between two signs."""


def unified(text: str) -> str:
    """The text with underscores around what is emphasised."""
    for sign in _SIGNS:
        if text.count(sign) < 2 * _FEWEST:
            continue
        one = re.escape(sign)
        first = re.compile(rf"^[^\S\n]{{0,80}}{one}[^\W\d_][^{one}\n]{{0,60}}{one}(?!{one}|\w)", re.MULTILINE)
        if sum(1 for _, _ in zip(range(_FEWEST), first.finditer(text), strict=False)) == _FEWEST:
            pair = re.compile(rf"(?<![\w{one}]){one}(?=[^\s{one}])([^{one}]{{1,{_LONGEST}}}){one}(?![\w{one}])")
            text = pair.sub(r"_\1_", text)
    return text
