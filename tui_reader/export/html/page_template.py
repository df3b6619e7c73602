"""The elements of the page: front, contents, text, player. Knows nothing of how sound is coded."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib import resources

from tui_reader.export.markup.elements import Element, is_right_to_left, language_tag, make
from tui_reader.export.markup.html_renderer import HtmlRenderer
from tui_reader.export.rendering import Rendering


def html(recording: Rendering, sound: str) -> Element:
    """The page without its sound and script; the player, empty, is the last of its body.

    `sound`: where the policy lets sound come from, "data:" or a file beside the page; empty for a page without sound.
    """
    document = recording.document
    setting = HtmlRenderer(recording, words=bool(sound))
    style = own_file("page.css")
    head = make("head", make("meta", charset="utf-8"))
    policy = ["default-src 'none'", f"style-src {allowed(style)}", "base-uri 'none'", "form-action 'none'"]
    if sound:
        policy += [f"script-src {allowed(own_file('page.js'))}", f"media-src {sound}"]
    for name, content in (("viewport", "width=device-width, initial-scale=1"), ("color-scheme", "light dark"),
                          ("generator", "tui-reader")):  # fmt: skip
        head.append(make("meta", name=name, content=content))
    head.insert(1, make("meta", **{"http-equiv": "Content-Security-Policy", "content": "; ".join(policy)}))
    head.append(make("title", document.heading))
    head.append(make("style", style))

    front = make("header", *setting.front(), setting.speakers(), cls="front")
    text = make("main", id="text", data_document=document.key)
    contents = make("ol", role="list")
    for number, (part, pages) in enumerate(setting.parts(), 1):
        section = make("section", *(setting.page(page) for page in pages), id=f"p{number}", cls="part")
        text.append(section)
        if part.heading:
            contents.append(make("li", make("a", part.heading.text, href=f"#p{number}")))
    if len(contents) > 1:
        front.append(make("nav", contents, aria_label="Contents"))
    if notes := setting.notes_at_end():
        text.append(make("section", *notes, cls="notes", aria_label="Notes"))
    if source := setting.source():
        text.append(make("p", make("span", "Source: "), source, cls="source"))

    body = make("body", front, text)
    if sound:
        body.insert(0, make("a", "To the player", href="#player", cls="skip", lang="en"))
        body.append(make("section", id="player", aria_label="Player", lang="en"))
    written = "rtl" if is_right_to_left(document.language) else None
    return make("html", head, body, lang=language_tag(document.language), dir=written)


def own_file(name: str) -> str:
    """The text of a file that lies beside this module."""
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def allowed(text: str) -> str:
    """What lets a policy take a style or a script: its hash (Content Security Policy 3, section 2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
