"""Messages that SMS Backup & Restore writes as XML."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.collection import CollectionError
from tui_reader.document.model import Kind
from tui_reader.errors import DocumentError
from tui_reader.formats import parse


def _sms(address: str, date: int, kind: int, body: str, name: str = "Ben") -> str:
    return f'<sms address="{address}" date="{date}" type="{kind}" body="{body}" contact_name="{name}"/>'


def test_messages_of_a_number_are_a_talk_in_order_of_time() -> None:
    part = '<parts><part ct="image/jpeg" text="null"/><part ct="text/plain" text="Look."/></parts>'
    mms = f'<mms address="+1555" date="9" msg_box="1" contact_name="Ben">{part}</mms>'
    text = f"<smses>{_sms('+1555', 8, 1, 'So &amp; so.')}{mms}{_sms('+1555', 7, 2, 'How?&#10;Now?')}</smses>"
    document = parse(text.encode(), "sms.xml")
    assert turns_by_label(document) == [("Me", "How? Now?"), ("Ben", "So & so."), ("Ben", "Look.")]
    assert document.title and document.title.text == "Ben" and document.lost is None


def test_a_draft_is_not_read_and_a_picture_alone_is_a_remark() -> None:
    picture = '<parts><part ct="application/smil"/><part ct="image/jpeg" cl="cat.jpg" text="null"/></parts>'
    mms = f'<mms address="+1555" date="10" msg_box="1" contact_name="Ben">{picture}</mms>'
    messages = f"{_sms('+1555', 7, 2, 'How?')}{_sms('+1555', 8, 1, 'So.')}{_sms('+1555', 9, 3, 'Unsent draft')}"
    document = parse(f"<smses>{messages}{mms}</smses>".encode(), "sms.xml")
    assert turns_by_label(document) == [("Me", "How?"), ("Ben", "So."), ("Ben", "media")]
    last = document.turns[-1]
    assert (last.label.text, last.passages[-1].text, last.passages[-1].kind) == ("Ben", "media", Kind.ASIDE)


def test_the_address_tells_who_of_several_people_sent_a_message() -> None:
    def mms(date: int, sender: str, words: str) -> str:
        addresses = "".join(
            f'<addr address="{one}" type="{137 if one == sender else 151}"/>' for one in ("+1555", "+1666", "+1777")
        )
        return (
            f'<mms address="+1555~+1666" date="{date}" msg_box="1" contact_name="Ben, Cal"><parts>'
            f'<part ct="text/plain" text="{words}"/></parts><addrs>{addresses}</addrs></mms>'
        )

    text = f"<smses>{mms(7, '+1555', 'How?')}{mms(8, '+1666', 'So.')}{_sms('+1555', 9, 1, 'Alone.')}</smses>"
    with pytest.raises(CollectionError) as error:
        parse(text.encode(), "sms.xml")
    assert turns_by_label(error.value.read("1")) == [("Ben", "How?"), ("Cal", "So.")]


def test_several_numbers_are_a_collection_and_one_of_nobody_is_its_number() -> None:
    text = f"<smses>{_sms('+1555', 8, 1, 'How?')}{_sms('+1666', 9, 1, 'So.', '(Unknown)')}</smses>"
    with pytest.raises(CollectionError) as error:
        parse(text.encode(), "sms.xml")
    assert [one.title for one in error.value.collection.entries] == ["Ben", "+1666"]
    assert turns_by_label(error.value.read("2")) == [("+1666", "So.")]


def test_a_backup_without_messages_is_told() -> None:
    with pytest.raises(DocumentError, match="no element sms or mms"):
        parse(b"<smses count='0'/>", "sms.xml")


def test_people_of_a_group_have_the_names_that_stand_in_their_order() -> None:
    group = (
        '<mms date="{}" msg_box="1" address="+491~+492" contact_name="Anna, Ben"><parts>'
        '<part ct="text/plain" text="{}"/></parts><addrs><addr address="{}" type="137"/></addrs></mms>'
    )
    rows = group.format(1, "How high?", "+491"), group.format(2, "Too high.", "+492"), group.format(3, "Ah.", "+493")
    document = parse(f"<smses>{''.join(rows)}</smses>".encode(), "sms.xml")
    assert turns_by_label(document) == [("Anna", "How high?"), ("Ben", "Too high."), ("+493", "Ah.")]
