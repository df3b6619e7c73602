"""Chats as web pages, by their classes, and logs of IRC in pages."""

from __future__ import annotations

from tests.support.documents import turns_by_label
from tui_reader.formats import parse

TALK = [("Anna", "How?\nTell me."), ("Anna", "Now."), ("Ben", "So & so.")]


def test_telegram_names_the_first_of_several_messages() -> None:
    page = """<!DOCTYPE html><html><head><title>Exported Data</title></head><body>
        <div class="page_header"><div class="text bold">Garden</div></div><div class="page_body chat_page">
        <div class="message service"><div class="body details">5 March 2024</div></div>
        <div class="message default clearfix"><div class="body">
          <div class="pull_right date details" title="5">10:01</div>
          <div class="from_name">Anna </div><div class="text">How?<br>Tell me.</div></div></div>
        <div class="message default clearfix joined"><div class="body"><div class="text">Now.</div></div></div>
        <div class="message default clearfix"><div class="body"><div class="from_name">Ben</div>
          <div class="reply_to details">In reply to <a href="#1">this message</a></div>
          <div class="text">So &amp; so.</div></div></div>
        <div class="message service"><div class="body details">Ben invited Cleo</div></div>
        </div></body></html>"""
    document = parse(page.encode(), "messages.html")
    assert document.producer and document.producer.name == "telegram-page"
    assert turns_by_label(document) == TALK
    assert document.title and document.title.text == "Garden" and document.lost is None
    assert [page.text for page in document.pages if page.turn is None] == ["Ben invited Cleo"]


def test_discord_has_reactions_that_nobody_says() -> None:
    page = """<html><head><title>Club</title></head><body><div class="preamble__entry">Club</div>
        <div class="chatlog__message-container"><span class="chatlog__author" title="a">Anna</span>
          <span class="chatlog__timestamp">10:01</span>
          <div class="chatlog__content chatlog__markdown">How?<br>Tell me.</div></div>
        <div class="chatlog__message-container"><div class="chatlog__content chatlog__markdown"><span>Now.</span></div>
          <div class="chatlog__reactions">2</div></div>
        <div class="chatlog__message-container"><span class="chatlog__author">Ben</span>
          <div class="chatlog__content chatlog__markdown">So &amp; so.</div></div>
        <div class="postamble__entry">Exported 3 message(s)</div></body></html>"""
    document = parse(page.encode(), "chat.html")
    assert document.producer and document.producer.name == "discord-page"
    assert turns_by_label(document) == TALK and document.lost is None


def test_messenger_has_the_newest_first() -> None:
    page = "".join(
        f'<div class="_3-95 _a6-g"><div class="_2ph_ _a6-h _a6-i">{name}</div>'
        f'<div class="_2ph_ _a6-p"><div>{words}</div></div>'
        f'<div class="_3-94 _a6-o">Mar 05, 2024</div></div>'
        for name, words in (("Ben", "So &amp; so."), ("Anna", "Now."), ("Anna", "How?<br>Tell me."))
    )
    document = parse(f"<html><head><title>Ben</title></head><body>{page}</body></html>".encode(), "message_1.html")
    assert document.producer and document.producer.name == "messenger-page"
    assert turns_by_label(document) == TALK and document.lost is None


def test_a_log_of_irc_in_a_page() -> None:
    page = (
        "<html><head><title>IRC log</title><style>b {color: red}</style></head><body><h1>#garden</h1><p>"
        "<span class='d'>[5:10]</span> <span>* anna (n=a@x.org) has joined #garden</span><br />\n"
        "<span class='d'>[5:11]</span> &lt;<b>anna</b>&gt; How?<br />\n[5:12] &lt;ben&gt; So &amp; so.<br />\n"
        "[5:13] * anna nods<br />\n</p></body></html>"
    )
    document = parse(page.encode(), "log.html")
    assert document.producer and document.producer.name == "irc-page"
    assert turns_by_label(document) == [("anna", "How?"), ("ben", "So & so.")]
    assert document.pages[-1].text == "anna nods" and document.lost is None


def test_a_style_that_is_not_closed_is_no_line_of_a_log() -> None:
    said = "".join(f"[5:1{number}] &lt;anna&gt; How?<br />\n" for number in range(5))
    document = parse(f"<html><body><h1>#irc</h1><p>{said}<style>b {{color: red}}\ni {{x: y}}\n".encode(), "log.html")
    assert document.producer and document.producer.name == "irc-page"
    assert "color" not in document.text


def test_rocket_chat_tells_files_and_notices_apart_from_words() -> None:
    head = "<p><strong>{}</strong> (Tue, 05 Mar 2024 10:0{}:00 GMT):<br/>\n{}\n</p>"
    messages = [("ann.b", 0, "How so?\nTell me."), ("ben", 1, "<i>left the room</i>")]
    messages.append(("ann.b", 2, 'Look.<br/><a href="plan.pdf">plan.pdf</a>'))
    page = '<meta http-equiv="content-type" content="text/html">' + "\n".join(head.format(*one) for one in messages)
    document = parse(page.encode(), "room.html")
    assert turns_by_label(document) == [("ann.b", "How so?\nTell me."), ("ann.b", "Look.")]
    assert [page.text for page in document.pages if not page.turn] == ["ben: left the room"]
    assert document.lost is None
