"""Gzip files, unpacked as they are read."""

import io
import zlib
from typing import TYPE_CHECKING

from rashomon.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_BYTES = 2_000_000_000
"""At most so many bytes come out of one file: a small file may unpack to more than any disk holds."""
CHUNK = 1 << 18


def unpacked(name: str, data: io.BufferedReader) -> io.BufferedReader:
    """The file itself, or what is packed in it where its name ends in .gz. Reading raises InputError where it must."""
    return io.BufferedReader(_Unpacked(name, data), CHUNK) if name.lower().endswith(".gz") else data


class _Unpacked(io.RawIOBase):
    """What the members of a gzip file hold, one behind the other."""

    def __init__(self, name: str, data: io.BufferedReader) -> None:
        self._name = name
        self._data = data
        self._unzip = zlib.decompressobj(wbits=31)
        self._packed = b""
        self._given = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        out = b""
        while not out:
            if self._unzip.eof:
                self._packed = self._unzip.unused_data or self._data.read(CHUNK)
                if not self._packed:
                    return 0
                self._unzip = zlib.decompressobj(wbits=31)
            packed = self._packed or self._data.read(CHUNK)
            if not packed:
                raise InputError(self._name, "the gzip data ends early")
            try:
                out = self._unzip.decompress(packed, len(view))
            except zlib.error as error:
                raise InputError(self._name, f"it is no gzip file ({error})") from None
            self._packed = self._unzip.unconsumed_tail
        self._given += len(out)
        if self._given > MAX_BYTES:
            raise InputError(self._name, f"it unpacks to more than {MAX_BYTES:,} bytes")
        view[: len(out)] = out
        return len(out)
