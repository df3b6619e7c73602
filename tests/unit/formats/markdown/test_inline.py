"""The inside of a paragraph of Markdown: what is said of it, what is residue, what is a remark."""

from __future__ import annotations

import pytest

from tui_reader.formats.builder import Ref, Rest
from tui_reader.formats.markdown.inline import divided, plain, run


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("So **it** is, *he* _said_.", "So it is, he said."),
        ("我**认为**我们", "我认为我们"),
        ("***both** of them* and __one__", "both of them and one"),
        ("five * six, a snake_case_name, yield *wraps", "five * six, a snake_case_name, yield *wraps"),
        (r"\*not\* \[so\]", "*not* [so]"),
        ("[the mill](http://x.org/a_b_(c) 'Title') turns", "the mill turns"),
        ("[the **old** mill](x.html)", "the old mill"),
        ("[the mill][m], [the mill][], [the weir][w]", "the mill, the mill, [the weir][w]"),
        ("[[A page|the mill]] and [[The weir]]", "the mill and The weir"),
        ("see <https://x.org/a>", "see https://x.org/a"),
        ("[https://x.org](https://x.org)", "[https://x.org]"),
        ("`a * b` is *it*", "`a * b` is it"),
        ("![a cat](cat.png)Here <u>it</u> is{: .x}", "Here it is"),
        ("the <script async> element, a < b", "the <script async> element, a < b"),
        ("one<!-- no --> two {{< video x >}}", "one two "),
        (r"\[01:46\] Hello [00:02](http://x.org/?t=2)", r"\[01:46\] Hello 00:02"),
        ("~~gone~~ and ==there==", "gone and there"),
    ],
)
def test_words_are_said_and_signs_and_addresses_are_not(printed: str, said: str) -> None:
    pieces = run(printed, {"m", "the mill"})
    assert "".join(one for one in pieces if isinstance(one, str)) == said
    assert "".join(one.text if isinstance(one, Rest) else str(one) for one in pieces) == printed


def test_a_mark_of_a_note_refers_to_it() -> None:
    assert Ref("1", "[^1]") in run("So.[^1]")
    assert plain("So.[^1] [x](http://y.org)") == ("So.[1] x", ["](http://y.org)"])


def test_remarks_are_set_apart_whatever_signs_stand_in_them() -> None:
    stretches = divided(run(r"Well. \[laughs\] *[Applause.]* The [senior clerk], then."))
    said = [("".join(one for one in stretch if isinstance(one, str)), aside) for stretch, aside in stretches]
    assert [(words.strip(), aside) for words, aside in said if words.strip()] == [
        ("Well.", False), ("[laughs]", True), ("[Applause.]", True), ("The [senior clerk], then.", False),
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["[", "[[", "![", "**a", "`", "``", "<b ", "{%", "[a](", "\\", "_ ", "~~a ", "<!--"])
def test_hostile_signs_are_words(sign: str) -> None:
    words = sign * 20_000
    assert "".join(x.text if isinstance(x, Rest) else str(x) for x in run(words)) == words
