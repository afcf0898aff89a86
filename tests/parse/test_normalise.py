"""Bytes to characters, and characters to the one form that offsets count."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ParseError
from dragoman.parse.normalise import decode, normalise

PROSE = "The envoy said: \u201cwe agree\u201d \u2013 a na\u00efve hope in the caf\u00e9s of Oslo, most would say."
RUSSIAN = "Стороны встретились снова и согласились продолжить переговоры."


@given(st.text())
def test_normalising_twice_is_normalising_once(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_a_normal_text_is_nfc_and_holds_neither_carriage_return_nor_nul(text):
    found = normalise(text)
    assert unicodedata.is_normalized("NFC", found)
    assert not {"\r", "\0"} & set(found)


@given(st.text(st.characters(exclude_characters="\r\0", codec="utf-8")))
def test_a_text_that_is_normal_already_comes_back_as_it_is(text):
    already = unicodedata.normalize("NFC", text)
    assert normalise(already) == already


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("  led by blanks \n\n", "  led by blanks \n\n"),
        ("cafe\u0301", "caf\u00e9"),
        ("a\0b\0", "a b "),  # a blank for a nul, so that nothing moves
        ("a\u00a0b\u200bc\u202ed\u2028e", "a\u00a0b\u200bc\u202ed\u2028e"),
        ("שלום עליכם 🕊️👩🏽\u200d🚀", "שלום עליכם 🕊️👩🏽\u200d🚀"),
    ],
)
def test_only_composition_line_ends_and_nuls_change(given_text, expected):
    assert normalise(given_text) == expected


@pytest.mark.parametrize(
    ("body", "charset", "expected"),
    [
        (PROSE.encode(), "", PROSE),
        (PROSE.encode("utf-8-sig"), "", PROSE),
        (PROSE.encode("utf-16"), "", PROSE),
        (b"\xfe\xff" + PROSE.encode("utf-16-be"), "", PROSE),
        (PROSE.encode("utf-32"), "", PROSE),
        (PROSE.encode("cp1252"), "", PROSE),
        (PROSE.encode("cp1252"), "iso-8859-1", PROSE),  # what pages call Latin-1
        (PROSE.encode("cp1252"), "no-such-charset", PROSE),
        (PROSE.encode(), "iso-8859-1", PROSE),  # a declared charset that the bytes belie
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN),
        (PROSE.encode()[: PROSE.encode().index(b"\xc3\xa9") + 1], "", PROSE[: PROSE.index("\u00e9")]),  # cut in two
        (b"", "", ""),
        (b"a\0b", "", "a\0b"),
    ],
)
def test_text_is_decoded_by_mark_then_utf_8_then_declaration_then_cp1252(body, charset, expected):
    assert decode(body, charset, "a.txt") == expected


@pytest.mark.parametrize(
    ("body", "charset", "message"),
    [
        (b"%PDF-1.7 stream", "", "a.txt: binary, not text; convert it to text or HTML first"),
        (b"\x89PNG\r\n\x1a\n", "", "a.txt: binary, not text; convert it to text or HTML first"),
        (b"\0" * 999, "", "a.txt: binary, not text; convert it to text or HTML first"),
        (bytes(range(1, 32)) * 9, "", "a.txt: binary, not text; convert it to text or HTML first"),
        (
            PROSE.encode("utf-16-le"),
            "",
            "a.txt: wrong encoding, it looks like UTF-16 without its mark; save it as UTF-8",
        ),
        (b"\xff\xfe" + b"abc", "", "a.txt: marked as UTF-16 but byte 4 is not; save it as UTF-8"),
        (b"\xef\xbb\xbf" + PROSE.encode("cp1252"), "", "a.txt: marked as UTF-8 but byte 16 is not; save it as UTF-8"),
        (RUSSIAN.encode("cp1251"), "", "a.txt: neither UTF-8 nor another encoding that is declared; save it as UTF-8"),
        (b"an odd \x81 byte", "", "a.txt: neither UTF-8 nor another encoding that is declared; save it as UTF-8"),
        (
            RUSSIAN.encode("cp1251"),
            "utf-8",
            "a.txt: wrong encoding, many characters are lost; take it anew from its source as UTF-8",
        ),
        (
            "ab\ufffdcd\ufffd".encode() * 9,
            "",
            "a.txt: wrong encoding, many characters are lost; take it anew from its source as UTF-8",
        ),
    ],
)
def test_bytes_that_are_no_text_or_in_an_unlikely_encoding_are_refused_in_one_line(body, charset, message):
    with pytest.raises(ParseError) as caught:
        decode(body, charset, "a.txt")
    assert str(caught.value) == message


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "cp1251", "nonsense"]))
def test_any_bytes_give_a_text_or_one_line(body, charset):
    try:
        decode(body, charset, "a.txt")
        return
    except ParseError as error:
        line = str(error)
    assert line.startswith("a.txt: ")
    assert "\n" not in line
