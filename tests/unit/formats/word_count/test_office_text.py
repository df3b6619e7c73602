"""The words of documents of word processors, counted by patterns."""

from __future__ import annotations

import pytest

from tui_reader.formats.word_count.office_text import office_text


@pytest.mark.parametrize(
    ("format", "xml"),
    [
        (
            "docx",
            "<w:document><w:p><w:r><w:t><![CDATA[One <w:del >]]></w:t><w:t>two</w:t></w:r></w:p><w:del/>"
            "<w:p><w:r><w:t>three</w:t></w:r></w:p><w:del w:id='1'><w:r><w:t>four</w:t></w:r></w:del></w:document>",
        ),
        (
            "odt",
            "<o:document><o:body><text:p>One <![CDATA[<text:title >]]> two three</text:p>"
            "<text:annotation a='b'><text:p>four</text:p></text:annotation></o:body></o:document>",
        ),
    ],
)
def test_what_looks_like_a_tag_in_words_is_none(format: str, xml: str) -> None:
    words = office_text(xml, format)
    assert "two" in words and "three" in words and "four" not in words
