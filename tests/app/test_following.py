"""Sources followed through a net that answers as each test says; the clock is the real one, the waits are none."""

from __future__ import annotations

import asyncio
import time

import httpx
import pytest

from dragoman.app.following import MOST_TRIES, How, Totals, follow
from dragoman.app.news import News
from dragoman.app.shelf import Added, Shelf
from dragoman.ledger import open_ledger, verify
from dragoman.sources.watchlist import Watch
from dragoman.sources.web import Net
from dragoman.types import Failure

FEED = "http://harbour-post.example/feed.xml"
FULL = (
    "The Kenyan envoy Sera Quill met Ugandan President Bran Okell in Kampala on Tuesday, 9 March 2021. "
    "The talks lasted two hours. They were about the towns on the border and the fishing grounds of the lake. "
) + "Nothing else was made public by either of the two delegations on that day in the capital. " * 6
ANSWER = "Uganda rejected the ceasefire that Kenya had proposed. Kenya and Uganda held talks in Nairobi on Wednesday."


def rss(*entries, end="</channel></rss>"):
    """A feed of entries (number, title, text), the newest first."""
    items = "".join(
        f"<item><title>{title}</title><link>/{number}</link><guid>{number}</guid>"
        f"<pubDate>Wed, 10 Mar 2021 10:00:00 +0000</pubDate><description>{text}</description></item>"
        for number, title, text in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>{items}{end}'


def sent(body, kind="application/rss+xml", status=200, **headers):
    return lambda: httpx.Response(
        status,
        headers={"content-type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}},
        stream=httpx.ByteStream(body.encode()),
    )


def html(text):
    return sent(f"<!doctype html><title>A page</title><article><p>{text}</p></article>", "text/html")


class Place:
    """A ledger, and a web that it is filled from: each address gives its answers in their order, the last for good."""

    def __init__(self, path):
        self.path, self.answers, self.asked, self.news = path, {}, [], []

    def serve(self, request):
        url = f"http://{request.headers['host']}{request.url.raw_path.decode()}"
        self.asked.append((url, dict(request.headers)))
        answers = self.answers.get(url, [sent("", status=404)])
        if len(answers) > 1:
            return answers.pop(0)()
        return answers[0]()

    def net(self):
        def resolve(host, port):
            if host == "nowhere.example":
                raise OSError(-2, "Name or service not known")
            return ["203.0.114.9"]

        return Net(resolve, httpx.MockTransport(self.serve))

    def poll(self, *watches):
        """The news of one round, and its totals."""
        self.news, self.asked, totals = [], [], Totals()
        several = watches or (Watch(url=FEED, pause=0),)
        asyncio.run(follow(several, self.path, self.news.append, totals, How(net=self.net(), once=True, seed=7)))
        return [told(one) for one in self.news], totals

    def paths(self):
        return [url.removeprefix("http://harbour-post.example") for url, _ in self.asked]

    def stored(self):
        with open_ledger(self.path) as ledger:
            return sorted((article.url, article.text.split()[0]) for article in ledger.articles())


def told(news: News):
    """News in short: what happened, and to what."""
    if isinstance(news.what, Added):
        return ("corrected" if news.what.is_correction else "added"), news.what.article.title
    return ("failed", news.what.message) if isinstance(news.what, Failure) else ("skipped", news.what.name)


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path / "talks.db")


def test_what_is_new_is_read_oldest_first_once_and_told_with_what_it_changed(place):
    place.answers[FEED] = [
        sent(rss((1, "Envoy sees president", FULL)), etag='"one"'),
        sent(rss((2, "Uganda answers", FULL + ANSWER), (1, "Envoy sees president", FULL)), etag='"two"'),
        sent("", status=304),
    ]
    news, totals = place.poll()
    assert news == [("added", "Envoy sees president")]
    assert {change.entry.kind for change in place.news[0].what.changes} >= {"contact"}
    assert totals.line() == "1 polls: 1 added, 0 corrected, 0 skipped, 0 failed"

    news, _ = place.poll()
    assert news == [("added", "Uganda answers")]
    assert "if-none-match" in place.asked[1][1]
    assert {change.entry.kind for change in place.news[0].what.changes} >= {"response"}

    news, totals = place.poll()
    assert (news, totals.polls, totals.failed) == ([], 1, 0)
    assert place.asked[1][1]["if-none-match"] == '"two"'
    assert len(place.stored()) == 2
    assert verify(place.path).articles == 2


def test_a_changed_entry_takes_the_place_of_what_it_was(place):
    corrected = FULL.replace("Kampala", "Entebbe")
    place.answers[FEED] = [sent(rss((1, "Envoy", FULL))), sent(rss((1, "Envoy", corrected)))]
    place.poll()
    news, totals = place.poll()
    assert news == [("corrected", "Envoy")]
    sorts = [change.sort for change in place.news[0].what.changes if change.entry.kind == "contact"]
    assert sorts == ["new", "gone"]
    assert (len(place.stored()), totals.corrected) == (1, 1)


def test_an_entry_with_a_summary_only_is_read_from_its_page(place):
    place.answers[FEED] = [sent(rss((1, "Envoy", "They met.")))]
    place.answers["http://harbour-post.example/1"] = [html(FULL)]
    assert place.poll()[0] == [("added", "A page")]
    assert place.paths() == ["/robots.txt", "/feed.xml", "/1"]
    assert place.stored() == [("http://harbour-post.example/1", "The")]


@pytest.mark.parametrize(
    ("pages", "text", "asked"),
    [("never", "They met in Kampala.", 0), ("always", FULL, 1), ("auto", FULL, 0), ("auto", "They met.", 1)],
)
def test_whether_pages_are_asked_for_is_a_setting_of_the_source(place, pages, text, asked):
    place.answers[FEED] = [sent(rss((1, "Envoy", text)))]
    place.answers["http://harbour-post.example/1"] = [html(FULL)]
    place.poll(Watch(url=FEED, pause=0, pages=pages))
    assert place.paths().count("/1") == asked


def test_a_page_that_fails_is_asked_for_again_and_in_the_end_its_summary_is_read(place):
    place.answers[FEED] = [sent(rss((1, "Envoy", ANSWER)), etag='"one"')]
    place.answers["http://harbour-post.example/1"] = [sent("", status=503)]
    said = "http://harbour-post.example/1: the server answered 503 Service Unavailable; check the address"
    rounds = [place.poll()[0] for _ in range(MOST_TRIES + 1)]
    assert rounds == [[("failed", said)], *[[]] * (MOST_TRIES - 2), [("failed", said), ("added", "Envoy")], []]
    assert "if-none-match" in place.asked[1][1]  # only now: before, it would have hidden what was still to come
    with open_ledger(place.path) as ledger:
        assert ledger.failures() == (Failure("http://harbour-post.example/1", said),)


@pytest.mark.parametrize("status", [503, 429, 404])
def test_a_page_that_fails_once_is_read_at_the_next_poll(place, status):
    place.answers[FEED] = [sent(rss((1, "Envoy", ANSWER)))]
    place.answers["http://harbour-post.example/1"] = [sent("", status=status), html(FULL)]
    assert [len(place.poll()[0]) for _ in range(3)] == [1, 1, 0]
    assert place.stored() == [("http://harbour-post.example/1", "The")]


@pytest.mark.parametrize(
    ("page", "robots", "says"),
    [
        (sent("", status=410), "", "the server answered 410 Gone; check the address"),
        (sent("x", kind="application/pdf"), "", "it is application/pdf, which isn't read; save it as HTML or text"),
        (html(FULL), "User-agent: *\nDisallow: /1", "its robots.txt forbids it; ask its publisher, or save the page"),
    ],
)
def test_where_the_page_can_t_be_had_at_all_the_summary_is_read_at_once(place, page, robots, says):
    place.answers[FEED] = [sent(rss((1, "Envoy", ANSWER)))]
    place.answers["http://harbour-post.example/1"] = [page]
    place.answers["http://harbour-post.example/robots.txt"] = [sent(robots, "text/plain")]
    (failed, added) = place.poll()[0]
    assert failed[1].startswith(f"http://harbour-post.example/1: {says}")
    assert added == ("added", "Envoy")


def test_an_entry_without_text_or_address_is_told_once(place):
    place.answers[FEED] = [sent(rss((1, "Envoy", "")).replace("<link>/1</link>", ""))]
    assert [event for event, _ in place.poll()[0]] == ["failed"]
    assert place.poll()[0] == []


def test_one_bad_source_never_stops_the_others(place):
    place.answers[FEED] = [sent(rss((1, "Envoy", FULL)))]
    place.answers["http://broken.example/feed"] = [sent(rss((1, "Half", FULL), end=""))]
    place.answers["http://failing.example/feed"] = [sent("", status=500)]
    place.answers["http://empty.example/feed"] = [sent("")]
    hosts = ("nowhere", "broken", "failing", "empty")
    watches = [Watch(url=f"http://{host}.example/feed", pause=0) for host in hosts]
    news, totals = place.poll(*watches, Watch(url=FEED, pause=0))
    assert sorted(news) == [
        ("added", "Envoy"),
        ("added", "Half"),
        ("failed", "http://broken.example/feed: broken feed, 1 entries could be read; fetch it again"),
        ("failed", "http://empty.example/feed: the server sent nothing; check the address"),
        ("failed", "http://failing.example/feed: the server answered 500 Internal Server Error; check the address"),
        (
            "failed",
            "http://nowhere.example/feed: its robots.txt can't be had (the name can't be resolved "
            "(Name or service not known); check its spelling)",
        ),
    ]
    assert totals.failed == 4
    with open_ledger(place.path) as ledger:
        assert len(ledger.failures()) == 4


def test_a_source_that_was_a_feed_and_is_none_is_not_read_as_a_page(place):
    place.answers[FEED] = [sent(rss((1, "Envoy", FULL))), html("The site is being repaired, please come back later.")]
    place.poll()
    (failed,) = place.poll()[0]
    assert failed == ("failed", f"{FEED}: it was a feed and is none now; check the address")


def test_a_page_is_followed_as_it_changes(place):
    page = "http://harbour-post.example/talks.html"
    place.answers[page] = [html(FULL), html(FULL), html(FULL.replace("two hours", "three hours"))]
    rounds = [[event for event, _ in place.poll(Watch(url=page, pause=0))[0]] for _ in range(3)]
    assert rounds == [["added"], [], ["corrected"]]


def test_a_source_that_is_gone_for_good_is_no_longer_asked(place):
    place.answers[FEED] = [sent("", status=410)]
    assert place.poll()[0] == [("failed", f"{FEED}: the server answered 410 Gone; check the address")]
    place.poll()
    assert place.asked == []


def test_a_server_that_asks_for_time_is_given_it_however_often_one_starts_anew(place):
    place.answers[FEED] = [sent("", status=503, retry_after="3600")]
    (first,) = place.poll()[0]
    assert first[0] == "failed"
    assert place.news[0].again > time.time() + 3500
    place.poll()
    assert (place.asked, place.news[0].again > time.time() + 3500) == ([], True)


def test_a_run_that_is_cancelled_has_kept_what_it_told_and_the_next_goes_on(place):
    entries = [(number, f"Dispatch {number}", f"{FULL} It was dispatch {number}.") for number in range(6)]
    place.answers[FEED] = [sent(rss(*entries))]
    seen = []

    async def stop_at_two():
        loop, task = asyncio.get_running_loop(), None

        def tell(news):
            seen.append(told(news))
            if len(seen) == 2:
                loop.call_soon_threadsafe(task.cancel)

        watches = (Watch(url=FEED, pause=0),)
        task = asyncio.ensure_future(follow(watches, place.path, tell, Totals(), How(net=place.net())))
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(stop_at_two())
    assert len(place.stored()) == len(seen) < 6
    news, _ = place.poll()
    assert sorted(seen + news) == [("added", f"Dispatch {number}") for number in range(6)]


def test_another_program_reads_and_writes_the_ledger_meanwhile(place):
    place.answers[FEED] = [sent(rss(*[(number, f"D {number}", f"{FULL} {number}.") for number in range(3)]))]
    counts = []

    def tell(news):
        with open_ledger(place.path) as other:
            counts.append(len(other.articles()))
            other.fail(Failure("x", f"x: {len(counts)}"))

    asyncio.run(follow((Watch(url=FEED, pause=0),), place.path, tell, Totals(), How(net=place.net(), once=True)))
    assert counts == [1, 2, 3]
    assert verify(place.path).articles == 3


def test_when_no_one_listens_any_more_it_ends(place):
    place.answers[FEED] = [sent(rss((1, "Envoy", FULL)))]

    def tell(news):
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        asyncio.run(follow((Watch(url=FEED, pause=0),), place.path, tell, Totals(), How(net=place.net())))


def test_the_next_poll_is_due_an_interval_after_the_last_began_however_long_reading_took(place):
    place.answers[FEED] = [sent(rss((1, "Envoy", FULL)))]
    begun = time.time()
    place.poll(Watch(url=FEED, pause=0, every=100))
    shelf = Shelf(place.path)
    assert begun + 89 < shelf.standing(FEED).due < begun + 101
    shelf.close()
