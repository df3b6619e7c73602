"""The elements of the web page: front, contents, text, player. Knows nothing of how sound is encoded."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib import resources

from tui_reader.export.markup.html_renderer import HtmlRenderer
from tui_reader.export.markup.xhtml_elements import Element, is_right_to_left, language_tag, make
from tui_reader.export.pictures.shape_picture import shape_picture
from tui_reader.export.rendering import Rendering


def page(rendering: Rendering, sound: str) -> Element:
    """The page without its sound and script; the last element of its body is the empty player.

    `sound`: where the content security policy lets sound come from, such as "data:"; empty for a page without sound.
    Raises UsageError for an unknown turn number.
    """
    document = rendering.document
    renderer = HtmlRenderer(rendering, words=bool(sound))
    style = own_file("page.css")
    head = make("head", make("meta", charset="utf-8"))
    policy = ["default-src 'none'", f"style-src {hash_source(style)}", "base-uri 'none'", "form-action 'none'"]
    if sound:
        policy += [f"script-src {hash_source(own_file('page.js'))}", f"media-src {sound}"]
    for name, content in (("viewport", "width=device-width, initial-scale=1"), ("color-scheme", "light dark"),
                          ("generator", "tui-reader")):  # fmt: skip
        head.append(make("meta", name=name, content=content))
    head.insert(1, make("meta", **{"http-equiv": "Content-Security-Policy", "content": "; ".join(policy)}))
    head.append(make("title", document.heading))
    head.append(make("style", style))

    shape = shape_picture(document) if len(renderer.pages) == len(document.pages) else None
    if shape is not None:
        shape.set("class", "shape")
    front = make("header", *renderer.front(), renderer.speakers(), shape, cls="front")
    text = make("main", id="text", data_document=document.key)
    contents = make("ol", role="list")
    for number, (part, pages) in enumerate(renderer.parts, 1):
        section = make("section", *map(renderer.page, pages), id=f"p{number}", cls="part")
        text.append(section)
        if part.heading:
            contents.append(make("li", make("a", part.heading.text, href=f"#p{number}")))
    if len(contents) > 1:
        front.append(make("nav", contents, aria_label="Contents"))
    if notes := renderer.notes_at_end():
        text.append(make("section", *notes, cls="notes", aria_label="Notes"))
    if source := renderer.source():
        text.append(make("p", make("span", "Source: "), source, cls="source"))

    body = make("body", front, text)
    if sound:
        body.insert(0, make("a", "To the player", href="#player", cls="skip", lang="en"))
        body.append(make("section", id="player", aria_label="Player", lang="en"))
    written = "rtl" if is_right_to_left(document.language) else None
    return make("html", head, body, lang=language_tag(document.language), dir=written)


def own_file(name: str) -> str:
    """The text of a file beside this module, such as page.css."""
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def hash_source(text: str) -> str:
    """The source expression that allows one inline style or script: its hash (Content Security Policy 3, 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
