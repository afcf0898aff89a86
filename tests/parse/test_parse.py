"""A page to an article; every bad input is one line with its name and the remedy."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dragoman.errors import ParseError
from dragoman.parse.parse import MAX_CHARACTERS, article_id, date_doubt, parse
from dragoman.sources import pages
from dragoman.sources.stream import FRAGMENT, FRONTED, HTML, PLAIN
from dragoman.types import Article, Defaults, Failure, Page

FETCHED = datetime(2031, 3, 5, 9, 30, tzinfo=UTC)
RUSSIAN = "Стороны встретились снова и согласились продолжить переговоры на следующей неделе."
SHARED = Path(__file__).parents[3] / "shared"
NEEDS_SHARED = pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring material ../shared is not here")


def page(body, media_type=PLAIN, **known):
    body = body if isinstance(body, bytes) else body.encode()
    return Page(name="a.txt", id="a", body=body, media_type=media_type, fetched=FETCHED, **known)


def refusal(given):
    with pytest.raises(ParseError) as caught:
        parse(given)
    return str(caught.value)


def test_a_row_becomes_an_article():
    known = {"title": "Talks", "outlet": "The Ledger", "published": "2031-03-04", "url": "https://ledger.example/1"}
    assert parse(page("OSLO (AP) - The envoys met.\n", **known, marking="GREEN")) == Article(
        id=article_id("https://ledger.example/1", "OSLO (AP) - The envoys met.\n"),
        name="a",
        text="OSLO (AP) - The envoys met.\n",
        url="https://ledger.example/1",
        title="Talks",
        outlet="The Ledger",
        origin="Associated Press",
        published=date(2031, 3, 4),
        fetched=FETCHED,
        lang="en",
        marking="GREEN",
    )


def test_front_matter_wins_over_what_the_source_knows():
    front = "---\ntitle: Own\npublished: 2031-03-01\nurl: https://own.example/\nmarking: RED\n---\nThe envoys met."
    found = parse(page(front, FRONTED, title="T", outlet="O", published="2031-03-04", url="https://o.example/"))
    assert (found.title, found.outlet, found.published) == ("Own", "O", date(2031, 3, 1))
    assert (found.url, found.marking, found.text) == ("https://own.example/", "RED", "The envoys met.")


@pytest.mark.parametrize(
    ("given", "is_opinion"),
    [
        (page("They met.", title="Editorial: They met"), True),
        (page("They met.", section="World\nOpinion"), True),
        (page("---\nsection: Letters\n---\nThey met.", FRONTED), True),
        (page("They met.", url="https://ledger.example/op-ed/1"), True),
        (page("They met.", title="They met", section="World", url="https://ledger.example/world/1"), False),
    ],
)
def test_an_opinion_piece_is_known_by_what_it_says_of_itself_or_its_source_does(given, is_opinion):
    assert parse(given).is_opinion == is_opinion


def test_a_row_has_no_front_matter():
    assert parse(page("---\ntitle: Own\n---\nMet.")).text == "---\ntitle: Own\n---\nMet."


def test_the_id_changes_with_the_text_and_with_the_url_and_with_nothing_else():
    ids = [
        parse(page("Met.", url="https://o.example/")).id,
        parse(page("Met!", url="https://o.example/")).id,
        parse(page("Met.")).id,
    ]
    assert len(set(ids)) == 3
    assert all(len(id_) == 32 for id_ in ids)
    assert parse(page("Met.", title="T", published="2031-03-04")).id == ids[2]


def test_the_origin_of_wire_copies_is_one():
    copies = [parse(page("OSLO (Reuters) - They met.", outlet=outlet)) for outlet in ("The Ledger", "Riga Post")]
    assert {copy.origin for copy in copies} == {"Reuters"}
    assert parse(page("They met.", outlet="Riga Post")).origin == "Riga Post"


def test_entities_of_mark_up_are_normalised_too():
    assert parse(page("<p>cafe&#769; &#13;a</p>", FRAGMENT)).text == "caf\u00e9 a"


def test_the_address_that_a_page_came_from_wins_over_the_one_it_states():
    words = "The two delegations met for a second day in Oslo on Tuesday and parted late in the evening. " * 4
    markup = f'<html><head><link rel="canonical" href="https://o.example/"></head><body><article><p>{words}</article>'
    assert parse(page(markup, HTML, url="https://o.example/a")).url == "https://o.example/a"
    assert parse(page(markup, HTML)).url == "https://o.example/"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (RUSSIAN, "ru"),
        ("שלום 🕊️ The envoys said that they had met, and that the talks would go on for a week. שלום", "en"),
    ],
)
def test_any_language_and_script_is_an_article(text, lang):
    found = parse(page(text))
    assert (found.text, found.lang) == (text, lang)


@pytest.mark.parametrize(
    ("published", "day"),
    [("", None), ("2031-03-04", date(2031, 3, 4)), ("Tue, 04 Mar 2031 23:30:00 -0500", date(2031, 3, 4))],
)
def test_no_date_known_is_none_and_a_date_is_the_day_where_it_was_written(published, day):
    assert parse(page("They met.", published=published)).published == day


def test_a_date_still_to_come_is_kept_and_doubted_in_one_line():
    found = parse(page("They met.", published="2044-01-02"))
    assert date_doubt(found, date(2031, 3, 5)) == "a: published 2044-01-02, which is still to come; check its date"
    assert date_doubt(found, date(2044, 1, 2)) is None
    assert date_doubt(parse(page("They met.")), date(2031, 3, 5)) is None


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (page(""), "a.txt: no words in it; give it a text or remove it"),
        (page(" \n\t. "), "a.txt: no words in it; give it a text or remove it"),
        (page("They met.", published="yesterday"), "a.txt: published 'yesterday' is no date; write it as YYYY-MM-DD"),
        (
            page("a" * (MAX_CHARACTERS + 1)),
            "a.txt: 2,000,001 characters, at most 2,000,000 are read; split it",
        ),
    ],
)
def test_a_page_without_a_readable_article_says_why_in_one_line(given, message):
    assert refusal(given) == message


BAD = {  # file name, bytes, what the one line begins and ends with
    "empty.txt": (b"", "empty.txt: it is empty; ", "or an archive"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\0\0", "binary.txt: binary, not text; ", "convert it to text or HTML first"),
    "encoding.txt": (RUSSIAN.encode("cp1251"), "encoding.txt: neither UTF-8 nor ", "save it as UTF-8"),
    "bare.html": (b"<html><body><nav>Home</nav></body></html>", "bare.html: no article in ", "or its text as .txt"),
    "feed.rss": (b"<rss><chan", "feed.rss: no RSS or Atom feed; ", "fetch it again"),
    "cut.warc": (b"WARC/1.0\r\nWARC-Ty", "cut.warc: ", "give one that holds responses"),
    "line.txt": (b"a" * 50_000_000, "line.txt: larger than 16 MB, ", "one article a file or a line"),
    "line.html": (b"a" * 50_000_000, "line.html: larger than 16 MB, ", "one article a file or a line"),
    "line.jsonl": (b'{"text": "' + b"a" * 50_000_000 + b'"}', "line.jsonl:1: larger than 16 MB, ", "or a line"),
    "line.json": (b'[{"text": "' + b"a" * 50_000_000 + b'"}]', "line.json:1: larger than 16 MB, ", "or a line"),
    "three.txt": (b"a" * 3_000_000, "three.txt: 3,000,000 characters, ", "split it"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_with_the_file_and_the_remedy(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    body, begin, end = BAD[name]
    Path(name).write_bytes(body)
    (found,) = pages(name, Defaults(fetched=FETCHED))
    line = found.message if isinstance(found, Failure) else refusal(found)
    assert line.startswith(begin)
    assert line.endswith(end)
    assert "\n" not in line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met.\0\0 They parted.\0", "They met.   They parted. "),
        ("\u201cAn open quote, he said.", "\u201cAn open quote, he said."),
        ("\u202eשלום עליכם\u202c 🕊️👩🏽\u200d🚀", "\u202eשלום עליכם\u202c 🕊️👩🏽\u200d🚀"),
    ],
)
def test_odd_characters_are_no_bad_input(tmp_path, text, expected):
    path = tmp_path / "odd.txt"
    path.write_bytes(text.encode())
    (found,) = pages(str(path), Defaults(fetched=FETCHED))
    assert parse(found).text == expected


@NEEDS_SHARED
def test_the_texts_that_offsets_are_measured_on_come_through_unchanged():
    read = [
        parse(found) for found in pages(str(SHARED / "gold" / "dev"), Defaults(fetched=FETCHED, published="2025-03-17"))
    ]
    texts = sorted((SHARED / "gold" / "dev").glob("*.txt"))
    assert [(a.name, a.text) for a in read] == [(path.stem, path.read_bytes().decode()) for path in texts]
    gold = [json.loads(path.with_suffix(".gold.json").read_bytes()) for path in texts]
    assert [(a.name, str(a.published)) for a in read] == [(g["id"], g["published"]) for g in gold]


@NEEDS_SHARED
def test_the_rows_of_the_corpus_come_through_unchanged_with_their_dates_and_languages():
    corpus = SHARED / "corpus" / "negotiation.jsonl"
    rows = [json.loads(line) for line in corpus.read_text().splitlines()]
    for row, found in zip(rows, pages(str(corpus), Defaults(fetched=FETCHED)), strict=True):
        article = parse(found)
        assert (article.name, article.text) == (row["id"], row["text"])
        assert (article.published and str(article.published), article.lang) == (row["published"], row["lang"])
