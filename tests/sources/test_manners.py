"""How servers are asked: one at a time, with a pause, and nothing that robots.txt forbids."""

import asyncio
import time

import httpx
import pytest

from dragoman.errors import SourceError
from dragoman.sources.manners import Manners
from dragoman.sources.watchlist import Watch
from dragoman.sources.web import Net

FEED = Watch(url="http://news.example/feed", pause=0.05)
INSIDE = Watch(url="http://inside.example:8080/feed", pause=0)


def asking(calls, rules=b"User-agent: *\nDisallow: /no", allowed=()):
    """What several calls of the manners of one net give, and each request's path with its begin and end."""
    asked = []

    async def serve(request):
        begun = time.monotonic()
        await asyncio.sleep(0.02)
        asked.append((request.headers["host"], request.url.path, begun, time.monotonic()))
        body = rules if request.url.path == "/robots.txt" else b"<p>The envoys met."
        return httpx.Response(200, stream=httpx.ByteStream(body))

    net = Net(
        lambda host, port: ["10.0.0.5"] if host == "inside.example" else ["203.0.114.9"],
        httpx.MockTransport(serve),
        allowed=frozenset(allowed),
    )

    async def run():
        manners = Manners(net)
        return await asyncio.gather(*(call(manners) for call in calls), return_exceptions=True)

    return asyncio.run(run()), asked


def test_one_host_is_asked_one_thing_at_a_time_and_others_meanwhile():
    urls = ["http://news.example/1", "http://news.example/2", "http://other.example/3"]
    answers, asked = asking([lambda manners, url=url: manners.get(url, FEED) for url in urls])
    assert [answer.status for answer in answers] == [200, 200, 200]
    first, second = [row for row in asked if row[0] == "news.example"]
    (other,) = [row for row in asked if row[0] == "other.example"]
    assert second[2] - first[3] >= 0.045
    assert other[2] < first[3]


def test_rules_are_asked_for_once_and_heeded():
    paths = ["/yes", "/no", "/no/more"]
    bars, asked = asking([lambda manners, path=path: manners.bar(f"http://news.example{path}", FEED) for path in paths])
    assert [bool(bar) for bar in bars] == [False, True, True]
    assert [path for _, path, _, _ in asked] == ["/robots.txt"]


def test_a_source_whose_publisher_allows_it_is_not_asked_for_rules():
    free = Watch(url=FEED.url, robots=False)
    assert asking([lambda manners: manners.bar("http://news.example/no", free)]) == ([""], [])


@pytest.mark.parametrize(
    ("watch", "url", "may"),
    [
        (INSIDE, "http://inside.example:8080/a", True),
        (INSIDE, "http://inside.example:9090/a", False),
        (INSIDE, "http://news.example/a", True),
        (FEED, "http://inside.example:8080/a", False),  # a feed from outside may not lead inside
    ],
)
def test_a_host_of_one_s_own_network_is_open_only_to_the_source_that_stands_on_it(watch, url, may):
    (got,), asked = asking([lambda manners: manners.get(url, watch)], allowed={"inside.example"})
    assert isinstance(got, SourceError) is not may
    assert bool(asked) is may
