"""Chats in lines: WhatsApp in all locales, KakaoTalk, LINE, Pidgin."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.model import Kind
from tui_reader.formats import parse

OWN = "\u200e"
"""The invisible sign before words of WhatsApp itself."""


@pytest.mark.parametrize(
    "head",
    [
        "5/3/24, 10:0{} - ",
        "05.03.24, 10:0{} - ",
        "05/03/2024 à 10:0{} - ",
        "5.3.2024 klo 10.0{} - ",
        "2024. 03. 05. 10:0{} - ",
        "3/5/24, 10:0{}\u202fAM - ",
        "5/3/24, 10:0{} p.\u00a0m. - ",
        "2024. 3. 5. 오전 10:0{} - ",
        "2024/3/5 上午10:0{} - ",
        "\u200f٥\u200f/٣\u200f/٢٠٢٤، ١٠:٠{} ص - ",
        "\u200f۱۴۰۲/۱۲/۱۵،\u200f ۱۰:۰{} - ",
        "[05/03/2024, 10:0{}:10] ",
        "[05/03/19 10:0{}] ",
        "[5/3/24, 10:0{}:10 a.\u202fm.] ",
        "[2024-03-05, 10:0{}] ",
        "[ 5 March 2024 10:0{} ] ",
        OWN + "[2024/03/05 10:0{}:10] ",
        "05/03/24, 10:0{} पूर्वाह्न - ",
        "5.03.2024 ÖÖ 10:0{} - ",
        "5/3/24, முற்பகல் 10:0{} - ",
        "5.3.2024, 10:0{} לפנה״צ - ",
        "5.3.2024, 10:0{} p.d. - ",
        "05.03.24 um 10:0{} Uhr - ",
        "5.03.24 г., 10:0{} ч. - ",
        "2024. 03. 05. de. 10:0{} - ",
        "2024/3/5，上午10:0{} - ",
        "2024-03-05 10 h 0{} - ",
        "[2024-03-05 à 10 h 0{} min 10 s] ",
        "10:0{}, 05/03/2024 - ",
        "[05/03/2024, 10:0{}:10 SA] ",
        "5 Mar, 10:0{} - ",
        "10:0{}am, Mar 5 - ",
        "05/03/2024 10:0{}:10: ",
        "Tue, Mar 5, 2024, 10:0{}:10 AM - ",
    ],
)
def test_messages_of_all_locales(head: str) -> None:
    text = "".join(f"{head.format(number)}{name}: {words}\n" for number, (name, words) in enumerate(TALK))
    document = parse(text.encode(), "chat.txt")
    assert document.producer and document.producer.name == "whatsapp"
    assert turns_by_label(document) == TALK
    assert document.lost is None and document.title is None


TALK = [("Anna Berg", "What now?"), ("Ben", "Carrots: ten."), ("Ben", "And beans."), ("Anna Berg", "Fine.")]


def test_a_message_goes_on_below_its_line() -> None:
    document = parse(b"5/3/24, 10:01 - Anna: How?\n\n10:30 is late\n5/3/24, 10:02 - Ben: So.\n", "chat.txt")
    assert turns_by_label(document) == [("Anna", "How?\n10:30 is late"), ("Ben", "So.")]


def test_names_that_are_not_saved_have_no_signs_and_numbers_stay_whole() -> None:
    text = (
        "[05/03/2024, 10:01:10] ~\u202fCleo: How?\n[05/03/2024, 10:02:10] \u202a+44\u00a07700\u00a0900123\u202c: So.\n"
    )
    document = parse(text.encode(), "chat.txt")
    assert [document.short_name(person.id) for person in document.people] == ["Cleo", "+44 7700 900123"]


def test_what_whatsapp_says_itself_is_the_narrators() -> None:
    text = (
        f"[05.03.24, 10:00:00] Garden: {OWN}Messages and calls are end-to-end encrypted. No one else can read them.\n"
        f"[05.03.24, 10:00:01] Anna: {OWN}Anna created this group\n"
        f"{OWN}[05.03.24, 10:01:10] Anna: {OWN}<attached: 012-PHOTO.jpg>\n"
        f"[05.03.24, 10:02:00] Ben: Nice. {OWN}<This message was edited>\n"
        f"[05.03.24, 10:03:09] Ben: {OWN}You deleted this message.\n"
    )
    document = parse(text.encode(), "chat.txt")
    assert [turn.label.text for turn in document.turns] == ["Anna", "Ben", "Ben"]
    said = [passage.text for turn in document.turns for passage in turn.passages if passage.kind is Kind.SPEECH]
    assert said == ["Nice."]
    assert document.pages[0].turn is None and "created this group" in document.pages[0].text
    assert document.lost is None


def test_notices_without_a_name_belong_to_nobody() -> None:
    text = (
        "05.03.24, 10:00 - Nachrichten sind verschlüsselt.\n05.03.24, 10:01 - Anna: Was nun?\n"
        "05.03.24, 10:02 - Ben hat den Betreff von „Alt: neu“ zu „Garten“ geändert\n"
        "05.03.24, 10:03 - Ben: <Medien ausgeschlossen>\n"
    )
    document = parse(text.encode(), "chat.txt")
    assert [(turn.label.text, turn.passages[0].kind) for turn in document.turns] == [
        ("Anna", "speech"),
        ("Ben", "aside"),
    ]
    assert "Ben hat den Betreff von „Alt: neu“" in document.pages[2].text


@pytest.mark.parametrize(
    "text",
    [
        "A님과 카카오톡 대화\n저장한 날짜 : 2024-03-05\n\n--------------- 2024년 3월 5일 화요일 ---------------\n"
        "[민지] [오전 10:01] 무엇\n[철수] [오후 1:02] 당근\n둘\n철수님이 나갔습니다.\n[민지] [오후 1:04] 네\n",
        "2024년 3월 5일 오전 10:01\n2024년 3월 5일 오전 10:01, 민지 : 무엇\n"
        "2024년 3월 5일 오후 1:02, 철수 : 당근\n둘\n"
        "2024년 3월 6일 오후 1:02\n2024년 3월 6일 오후 1:02, 민지 : 네\n",
        "2024. 3. 5. 오전 10:01, 민지 : 무엇\n2024. 3. 5. 오후 1:02, 철수 : 당근\n둘\n"
        "2024. 3. 6. 오후 1:02, 민지 : 네\n",
    ],
)
def test_kakaotalk_of_computers_and_phones(text: str) -> None:
    document = parse(text.encode(), "chat.txt")
    assert turns_by_label(document) == [("민지", "무엇"), ("철수", "당근\n둘"), ("민지", "네")]
    assert document.producer and document.producer.name == "kakaotalk" and document.lost is None


def test_line_has_tabs_and_days() -> None:
    text = (
        "[LINE] Chat history with Ben\nSaved on: 2024/03/05 20:00\n\n2024/03/05(Tue)\n10:01\tAnna\tHow?\n"
        "10:02\tBen\tSo\nand so\n10:03\t\tBen left the group.\n\n2024/03/06(Wed)\n09:00\tAnna\t[Photo]\n"
    )
    document = parse(text.encode(), "chat.txt")
    assert turns_by_label(document) == [("Anna", "How?"), ("Ben", "So\nand so"), ("Anna", "[Photo]")]
    assert document.turns[2].passages[0].kind is Kind.ASIDE and document.lost is None


def test_pidgin_has_times_in_brackets() -> None:
    text = (
        "Conversation with ben at Tue 05 Mar 2024 10:00:00 AM CET\n(10:01:10 AM) anna: How?\n(10:02:10 AM) Ben: So.\n"
    )
    assert turns_by_label(parse(text.encode(), "chat.txt")) == [("anna", "How?"), ("Ben", "So.")]


def test_a_document_that_is_left_out_and_a_note_behind_words_are_remarks() -> None:
    text = (
        f"[5/3/24 9:41:10] Anna: Plan.pdf • {OWN}3 páginas {OWN}documento omitido\n"
        f"[5/3/24 9:42:10] Ben: vale{OWN} <Se editó este mensaje.>\n"
    )
    document = parse(text.encode(), "chat.txt")
    assert [[passage.kind for passage in turn.passages] for turn in document.turns] == [
        [Kind.ASIDE],
        [Kind.SPEECH, Kind.ASIDE],
    ]


def test_levels_in_the_log_of_a_program_are_nobody() -> None:
    lines = (f"2024-03-05 10:00:1{at}: {level}: worker {at}" for at, level in enumerate(("INFO", "WARN", "ERROR") * 3))
    assert parse("\n".join(lines).encode(), "run.txt").turns == ()


def test_addresses_of_matrix_are_names() -> None:
    text = "3/5/2024, 9:41:10 AM - @ada:example.org: Hi: all\n3/5/2024, 9:42:10 AM - Ben: Fine\n"
    assert turns_by_label(parse(text.encode(), "chat.txt")) == [("@ada:example.org", "Hi: all"), ("Ben", "Fine")]


@pytest.mark.parametrize(
    "words",
    [
        "null",
        "Missed voice call",
        "Verpasster Videoanruf",
        "Essa mensagem foi apagada",
        "Este mensaje fue eliminado",
        "<Media omitted>",
    ],
)
def test_what_whatsapp_prints_in_a_persons_name_is_a_remark(words: str) -> None:
    document = parse(f"3/5/24, 10:00 - Ann: How so?\n3/5/24, 10:01 - Ben: {words}\n".encode(), "chat.txt")
    assert [passage.kind for page in document.pages for passage in page.passages] == [Kind.SPEECH, Kind.ASIDE]


def test_changed_words_and_polls_of_whatsapp_are_words_with_remarks() -> None:
    text = (
        "3/5/24, 10:00 - Ann: Monday suits me <This message was edited>\n3/5/24, 10:01 - Ben: POLL:\nWhich day?\n"
        "OPTION: Monday (2 votes)\nOPTION: Friday, when there is no rain at all (0 votes)\n"
        "3/5/24, 10:02 - Ann: Video call\n"
    )
    pages = parse(text.encode(), "chat.txt").pages
    assert [[passage.kind.value for passage in page.passages] for page in pages] == [
        ["speech", "aside"],
        ["aside", "speech", "aside", "aside"],
        ["speech"],
    ]


def test_marks_around_several_lines_of_line_are_no_quotation() -> None:
    text = 'Tue, 03/05/2024\n10:00 AM\tAnn\tHow so?\n10:01 AM\tBen\t"Thus\nand so"\n10:02 AM\tAnn\t"Thus"\n'
    document = parse((text + "10:03 AM\tBen\tunsent a message.\n").encode(), "chat.txt")
    assert [page.text for page in document.pages] == ["How so?", "Thus\nand so", '"Thus"', "unsent a message."]
    assert document.pages[-1].passages[0].kind is Kind.ASIDE and document.lost is None
