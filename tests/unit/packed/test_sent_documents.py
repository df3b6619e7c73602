"""A packed document is sent to another process, as an export does, whatever was asked of it before."""

from __future__ import annotations

import pickle

import pytest

from tests.support.corpus import MEMORANDUM
from tui_reader.document.columnar import to_columns
from tui_reader.document.model import Document
from tui_reader.formats import read
from tui_reader.packed.packed_document import pack, unpack
from tui_reader.packed.packed_file import columns_of, packed_bytes


@pytest.mark.parametrize("asked", [False, True])
def test_it_is_the_same_there(asked: bool) -> None:
    columns = pack(read(MEMORANDUM))
    assert columns
    packed: Document = unpack(*columns_of(b"".join(packed_bytes(columns))))
    if asked:
        assert packed.pages[3].turn and packed.short_name("GWB") == "Ball"
    sent: Document = pickle.loads(pickle.dumps(packed, 5))
    assert list(sent.parts[0].turns) == list(packed.parts[0].turns) and str(sent.text) == str(packed.text)
    assert list(sent.notes) == list(packed.notes) and list(sent.residue) == list(packed.residue)
    assert [page.text for page in sent.pages] == [page.text for page in packed.pages]


def test_pages_are_not_sent() -> None:
    document = to_columns(read(MEMORANDUM), 1)
    assert document.pages[2].text
    sent = pickle.loads(pickle.dumps(document, 5))
    assert vars(document) and not vars(sent)
    assert list(sent.parts[0].turns) == list(document.parts[0].turns)
