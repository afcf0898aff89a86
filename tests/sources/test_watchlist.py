"""What may stand in a sources.toml, and how it is told what may not."""

from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.sources.watchlist import EVERY, PAUSE, Watch, check_watches, read_watchlist

WHOLE = b"""
every = 600
pause = 2

[[source]]
url = "https://harbour-post.example/feed.xml"

[[source]]
url = "https://coast-wire.example/talks.html"
outlet = "Coast Wire"
every = 60
pause = 0
pages = "never"
marking = "GREEN"
robots = false
"""


def test_a_row_says_what_it_says_and_the_file_the_rest():
    first, second = read_watchlist(WHOLE, "sources.toml")
    assert (first.interval, first.gap, first.pages, first.marking, first.robots) == (600, 2, "auto", "CLEAR", True)
    assert (second.interval, second.gap, second.pages, second.marking, second.robots) == (
        60, 0, "never", "GREEN", False,
    )  # fmt: skip
    assert second.outlet == "Coast Wire"


def test_what_neither_says_is_as_shipped():
    (watch,) = read_watchlist(b'source = [{url = "https://a.example/"}]', "sources.toml")
    assert (watch.interval, watch.gap) == (EVERY, PAUSE)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b"", "missing required field `source`"),
        (b"source = []", "length >= 1 - at `$.source`"),
        (b"[[source]]\noutlet = 'a'", "missing required field `url` - at `$.source[0]`"),
        (b"[[source]]\nurl = 'https://a.example/'\nevry = 5", "unknown field `evry` - at `$.source[0]`"),
        (b"[[source]]\nurl = 'https://a.example/'\nevery = 'day'", "Expected `float | null`, got `str`"),
        (b"[[source]]\nurl = 'https://a.example/'\nevery = 0", "Expected `float` > 0.0 - at `$.source[0].every`"),
        (b"[[source]]\nurl = 'https://a.example/'\npause = 900", "`float` <= 60.0 - at `$.source[0].pause`"),
        (b"[[source]]\nurl = 'https://a.example/'\npages = 'often'", "Invalid enum value 'often'"),
        (b"[[source]]\nurl = 'https://a.example/'\nmarking = 'PINK'", "Invalid enum value 'PINK'"),
        (b"[[source]\n", "sources.toml: Expected"),
        (b"\xff", "sources.toml: "),
    ],
)
def test_a_broken_list_is_one_line_with_its_file_and_place(source, says):
    with pytest.raises(UsageError) as caught:
        read_watchlist(source, "sources.toml")
    message = str(caught.value)
    assert message.startswith("sources.toml: ")
    assert says in message
    assert "a row is `[[source]]` with url" in message


@pytest.mark.parametrize(
    ("watches", "says"),
    [
        ([Watch(url="file:///etc/passwd")], "file:///etc/passwd: file scheme; only http and https are fetched"),
        (
            [Watch(url="http://a.example:25/")],
            "http://a.example:25/: port 25; only 80 and 443 are asked; "
            "where it's in your own network, name its host: --allow-host a.example:25",
        ),
        ([Watch(url="http://a.example/", every=5)], "every 5 seconds is too often; ask every 30 or more"),
        ([Watch(url="http://a.example/")] * 2, "http://a.example/: it stands there twice; leave one out"),
    ],
)
def test_a_source_that_may_not_be_followed_is_told_before_anything_is_fetched(watches, says):
    with pytest.raises(UsageError, match=f"^.*{says}$"):
        check_watches(watches, ())


def test_a_host_of_one_s_own_network_may_be_asked_as_often_as_one_likes():
    check_watches([Watch(url="http://inside.example:8080/", every=0.2)], {"inside.example:8080"})


ROOT = Path(__file__).parents[2]


def test_the_example_holds_and_the_document_says_what_each_setting_means():
    watches = read_watchlist((ROOT / "examples" / "sources.toml").read_bytes(), "sources.toml")
    check_watches(watches, {"notes.internal"})
    document = (ROOT / "docs" / "following.md").read_text(encoding="utf-8")
    assert [name for name in Watch.__struct_fields__ if f"| `{name}` |" not in document] == []
