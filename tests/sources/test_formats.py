"""The table of formats: a suffix wins over the look of the bytes, the look decides among equals."""

import pytest

from dragoman.sources.formats import FORMATS, choose_format, is_known


@pytest.mark.parametrize(
    ("file_name", "head", "name"),
    [
        ("a.txt", b"<html>", "text"),
        ("A.HTML", b"odd bytes", "HTML"),
        ("a.jsonl", b"odd bytes", "JSON rows"),
        ("a.json", b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "JSON Feed"),
        ("a.json", b'{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}', "JSON Feed"),
        ("a.json", b'[{"text": "x"}]', "JSON rows"),
        ("a.json", b"odd bytes", "JSON rows"),
        ("a.xml", b"odd bytes", "RSS or Atom"),
        ("a.warc.gz", b"\x1f\x8b", "web archive"),
        ("", b'<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0">', "RSS or Atom"),
        ("", b'<feed xmlns="http://www.w3.org/2005/Atom">', "RSS or Atom"),
        ("", b"\n<!-- a --><!-- b -->\n<!DOCTYPE html>", "HTML"),
        ("", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "HTML"),
        ("", b'\xef\xbb\xbf {"id": 1}', "JSON rows"),
        ("", b"WARC/1.0\r\n", "web archive"),
        ("", b"[Editor's note: this story was updated]", "text"),
        ("", b"A <feed> of words", "text"),
        ("", b"", "text"),
    ],
)
def test_a_format_is_chosen_by_suffix_and_then_by_look(file_name, head, name):
    assert choose_format(file_name, head).name == name


def test_many_comments_are_looked_at_once():
    assert choose_format("", b"<!---->" * 580 + b"x").name == "text"


def test_every_suffix_is_lower_case_and_known():
    for format_ in FORMATS:
        for suffix in format_.suffixes:
            assert suffix == suffix.lower()
            assert is_known("a" + suffix)
    assert not is_known("dossier.toml")
    assert not is_known("dragoman.db")
