"""The members of a packed file (ZIP) read within limits: no more than its text can need, nothing written or fetched.

The directory of a ZIP can lie, so what is read is counted as well.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from tui_reader.cleaning import one_line
from tui_reader.errors import DocumentError

_MEMBERS = 10_000
"""Files in the archive: the largest real books have some thousands of pictures and pages."""
_TOTAL = 200_000_000
"""Bytes that all members may unfold to: an illustrated book; what is read here is only its text."""
_MEMBER = 20_000_000
"""Bytes of one page: ten times the text of a long novel."""
_READ = 60_000_000
"""Bytes of all pages that are read; as trees they take several times that."""
_RATIO = 100
"""How often its packed size a member may unfold to: text reaches 20."""
_SMALL = 100_000
"""Bytes below which the ratio does not matter."""


class PackedMembers:
    """One open archive; `name` is the file's, for messages."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        """Raises DocumentError where it would be larger than any book."""
        self._archive, self._name = archive, name
        self._left = _READ
        infos = archive.infolist()
        if len(infos) > _MEMBERS or sum(info.file_size for info in infos) > _TOTAL:
            raise DocumentError(f"{name}: unpacked, it would be larger than any book; it is not read")
        self._infos = {info.filename: info for info in infos}

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def __contains__(self, path: str) -> bool:
        return path in self._infos

    def xml(self, path: str) -> Any:
        """A member as a tree of lxml, without entities, DTD and network. Raises DocumentError."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(self.data(path), parser)
        except etree.XMLSyntaxError as error:
            raise DocumentError(f"{self._name}: {one_line(path, 80)}: not well-formed: {one_line(error.msg)}") from None

    def data(self, path: str) -> bytes:
        """A member's bytes, no more than a page may have, whatever the archive says of it. Raises DocumentError."""
        info = self._infos[path]
        where = one_line(path, 80)
        if info.flag_bits & 1:
            raise DocumentError(f"{self._name}: {where} needs a password; pack it again without one")
        large = info.file_size > _SMALL and info.file_size > _RATIO * max(1, info.compress_size)
        if large or info.file_size > _MEMBER:
            raise DocumentError(f"{self._name}: {where} would be larger than any page when unpacked; it is not read")
        with self._archive.open(info) as file:
            data = file.read(min(_MEMBER, self._left) + 1)
        self._left -= len(data)
        if len(data) > _MEMBER or self._left < 0:
            raise DocumentError(f"{self._name}: {where} would be larger than any page when unpacked; it is not read")
        return data
