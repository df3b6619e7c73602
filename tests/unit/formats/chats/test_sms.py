"""Messages that SMS Backup & Restore writes as XML."""

from __future__ import annotations

import pytest

from tests.support.documents import turns_by_label
from tui_reader.document.collection import CollectionError
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


def test_several_numbers_are_a_collection_and_one_of_nobody_is_its_number() -> None:
    text = f"<smses>{_sms('+1555', 8, 1, 'How?')}{_sms('+1666', 9, 1, 'So.', '(Unknown)')}</smses>"
    with pytest.raises(CollectionError) as error:
        parse(text.encode(), "sms.xml")
    assert [one.title for one in error.value.collection.entries] == ["Ben", "+1666"]
    assert turns_by_label(error.value.read("2")) == [("+1666", "So.")]


def test_a_backup_without_messages_is_told() -> None:
    with pytest.raises(DocumentError, match="no element sms or mms"):
        parse(b"<smses count='0'/>", "sms.xml")
