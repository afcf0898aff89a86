"""Who may see what: the file of readers, their passwords and tokens."""

from __future__ import annotations

import secrets
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Literal

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from msgspec import Struct

from dragoman.errors import UsageError
from dragoman.ledger import TOP
from dragoman.types import Marking

Right = Literal["write", "audit"]
LOOKED_AT_EVERY = 1.0
"""Seconds between two looks at whether the file was changed."""
_hasher = PasswordHasher()
_NOBODY = _hasher.hash(secrets.token_urlsafe())
"""What the password of a name that is none is checked against, so that it takes as long."""


class Reader(Struct, frozen=True, kw_only=True):
    """A person or program that reads: a clearance, and whether it may `write` (notes, corrections) and `audit`.

    Where nobody is listed the one who sits at the machine is "" and may do everything.
    """

    name: str
    clearance: Marking
    may: tuple[Right, ...] = ()


class Listed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reader's row in the file: `[ana]` and below it these; tokens are the SHA-256 of what was handed out, in hex."""

    clearance: Marking
    password: str = ""
    tokens: tuple[str, ...] = ()
    may: tuple[Right, ...] = ()


LOCAL = Reader(name="", clearance=TOP, may=("write", "audit"))
"""Who reads a desk without a file of readers, which only the machine itself can reach."""


class Roll:
    """The readers of a file, read again when it is changed: who is taken out of it is out within a second.

    A file that is broken lets nobody in until it is mended.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._rows: Mapping[str, Listed] = read_readers(path)
        self._by_token = _by_token(self._rows)
        self._stamp = _stamp(path)
        self._looked = monotonic()

    def named(self, name: str) -> Reader | None:
        """The reader of that name."""
        row = self._fresh().get(name)
        return Reader(name=name, clearance=row.clearance, may=row.may) if row else None

    def names(self) -> tuple[str, ...]:
        """Who is listed."""
        return tuple(sorted(self._fresh()))

    def with_token(self, token: str) -> Reader | None:
        """The reader whom a token was given to."""
        self._fresh()
        name = self._by_token.get(sha256(token.encode()).hexdigest())
        return self.named(name) if name else None

    def with_password(self, name: str, password: str) -> Reader | None:
        """The reader, where the password is the right one; a wrong one takes as long as a name that is none.

        About 50 ms of a core and 64 MiB: for a thread, few at a time.
        """
        row = self._fresh().get(name)
        hashed = row.password if row and row.password else _NOBODY
        try:
            _hasher.verify(hashed, password)
        except (Argon2Error, InvalidHashError):
            return None
        return self.named(name) if row and row.password else None

    def _fresh(self) -> Mapping[str, Listed]:
        if monotonic() - self._looked >= LOOKED_AT_EVERY:
            self._looked = monotonic()
            stamp = _stamp(self.path)
            if stamp != self._stamp:
                self._stamp = stamp
                try:
                    self._rows = read_readers(self.path)
                except UsageError:
                    self._rows = {}
                self._by_token = _by_token(self._rows)
        return self._rows


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        stat = path.stat()
    except OSError:
        return (0, 0, 0)
    return (stat.st_mtime_ns, stat.st_size, stat.st_ino)


def _by_token(rows: Mapping[str, Listed]) -> dict[str, str]:
    return {token: name for name, row in rows.items() for token in row.tokens}


def read_readers(path: Path) -> dict[str, Listed]:
    """The rows of a file of readers by name; UsageError where it can't be read, or a row is broken."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
        listed = msgspec.convert(rows, dict[str, Listed])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UsageError(f"{path}: this is no list of readers ({error}); write a row with `dragoman reader`") from error
    if not listed:
        raise UsageError(f"{path}: it lists nobody; write a row with `dragoman reader`")
    return listed


def hashed_password(password: str) -> str:
    """A password as it is kept: Argon2id with the library's parameters (RFC 9106, low memory)."""
    return _hasher.hash(password)


def new_token() -> tuple[str, str]:
    """A token to hand out, of 256 random bits, and its hash to keep."""
    token = secrets.token_urlsafe(32)
    return token, sha256(token.encode()).hexdigest()
