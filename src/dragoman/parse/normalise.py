"""Bytes to characters and characters to the one form that offsets count; done once, here."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup

from dragoman.errors import ParseError

BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
    (BOM_UTF8, "utf-8-sig"),
)
MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"BZh",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
)
CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1f\x7f]")
LINE_END = re.compile(r"\r\n?")
LETTER_BYTE = re.compile(rb"[A-Za-z\xc0-\xff]")
ACCENTED_BYTE = re.compile(rb"[\xc0-\xff]")  # in cp1252; in Cyrillic, Greek or Arabic sets almost every letter
SAMPLE = 1 << 16  # bytes that are looked at to tell text from what is none

MOST_NULS = 0.2  # share of the sample; a text damaged by nuls stays far below
MOST_CONTROLS = 0.02  # of other control characters
MOST_ACCENTED = 0.15  # share of the letters; French, the most accented of the languages cp1252 serves, has 5 %
MOST_REPLACED = 0.01  # share of U+FFFD; above it the text is beyond repair


def normalise(text: str) -> str:
    """`text` in NFC with `\\n` line ends; every nul becomes a blank. Nothing is stripped and nothing else changes.

    Idempotent; a text that is already so comes back as it is, so that a caller's offsets into it hold.
    """
    return unicodedata.normalize("NFC", LINE_END.sub("\n", text).replace("\0", " "))


def decode(body: bytes, charset: str, name: str) -> str:
    """The characters of `body`: by its byte-order mark, else as UTF-8, else as the declared `charset`, else as cp1252.

    ParseError when the bytes are no text or when no reading of them is likely.
    """
    refuse_binary(body, name)
    for mark, encoding in BOMS:
        if body.startswith(mark):
            return decode_marked(body, encoding, name)
    text = as_utf8(body)
    if text is None:
        text = as_declared(body, charset) if charset else as_western(body)
    if text is None:
        raise ParseError(f"{name}: neither UTF-8 nor another encoding that is declared; save it as UTF-8")
    if text.count("\ufffd") > max(3, MOST_REPLACED * len(text)):
        raise ParseError(f"{name}: wrong encoding, many characters are lost; take it anew from its source as UTF-8")
    return text


def refuse_binary(body: bytes, name: str) -> None:
    """ParseError when the bytes are those of a picture, a PDF, an archive or a program, or UTF-16 without its mark."""
    if body.startswith(MAGIC):
        raise ParseError(f"{name}: binary, not text; convert it to text or HTML first")
    if body.startswith(tuple(mark for mark, _ in BOMS)):
        return
    sample = body[:SAMPLE]
    nuls = sorted((sample[::2].count(0), sample[1::2].count(0)))
    if nuls[0] == 0 and nuls[1] > max(3, MOST_NULS * len(sample)):  # every second byte: the upper half of Latin
        raise ParseError(f"{name}: wrong encoding, it looks like UTF-16 without its mark; save it as UTF-8")
    controls = len(CONTROLS.findall(sample))
    if sum(nuls) > max(3, MOST_NULS * len(sample)) or controls > max(3, MOST_CONTROLS * len(sample)):
        raise ParseError(f"{name}: binary, not text; convert it to text or HTML first")


def decode_marked(body: bytes, encoding: str, name: str) -> str:
    """The characters after a byte-order mark; ParseError when they aren't in the encoding that it promises."""
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        said = encoding.removesuffix("-sig").upper()
        raise ParseError(f"{name}: marked as {said} but byte {error.start} is not; save it as UTF-8") from None


def as_utf8(body: bytes) -> str | None:
    """The characters of UTF-8, without a last one that was cut in two; None when it isn't UTF-8."""
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(body) - 3:
            return body[: error.start].decode()
        return None


def as_declared(body: bytes, charset: str) -> str | None:
    """The characters in the declared charset, lost ones as U+FFFD; an unknown one is taken for cp1252.

    Latin-1 and ASCII are read as cp1252, as in every browser: pages that declare them carry its quotation marks.
    """
    try:
        encoding = lookup(charset).name
    except LookupError:
        return as_western(body)
    return body.decode("cp1252" if encoding in ("iso8859-1", "ascii") else encoding, errors="replace")


def as_western(body: bytes) -> str | None:
    """The characters of cp1252; None when a byte has no meaning there or there are too many accents for the West."""
    letters = len(LETTER_BYTE.findall(body[:SAMPLE]))
    if len(ACCENTED_BYTE.findall(body[:SAMPLE])) > MOST_ACCENTED * letters:
        return None
    try:
        return body.decode("cp1252")
    except UnicodeDecodeError:
        return None
