"""The dependencies of an installation: those in pyproject.toml, without what has no package for this machine.

Environment markers cannot say it all: they know neither the C library nor a 32-bit Python on a 64-bit machine. Where
espeakng-loader is left out, the reader uses the system's espeak-ng or speech-dispatcher.
"""

from __future__ import annotations

import platform
import struct
import sys
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

LOADER = "espeakng-loader"
"""Has wheels for glibc, macOS and Windows, for 64 bits alone, and cannot be built from source."""


class Dependencies(MetadataHookInterface):
    """Gives the dependencies to pip."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put them into the metadata of the package."""
        wheels = struct.calcsize("P") == 8 and (sys.platform != "linux" or platform.libc_ver()[0] == "glibc")
        metadata["dependencies"] = [one for one in self.config["dependencies"] if wheels or not one.startswith(LOADER)]
