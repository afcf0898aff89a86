"""What a robots.txt lets dragoman fetch, and what the lack of one does."""

import asyncio

import httpx
import pytest

from dragoman.sources.robots import LONGEST_DELAY, robots_of
from dragoman.sources.web import Net

RULES = """
User-agent: *
Disallow: /private
Disallow: /*.pdf$

User-agent: dragoman
Disallow: /drafts/
Allow: /drafts/open
Crawl-delay: 5
"""


def robots_for(answer, url="https://news.example/a?b#c"):
    """The rules of a server that answers so, and what it was asked for."""
    asked = []

    def serve(request):
        asked.append(request.url.path)
        return answer

    net = Net(lambda host, port: ["203.0.114.9"], httpx.MockTransport(serve))
    return asyncio.run(robots_of(httpx.URL(url), net)), asked


def sent(body, status=200):
    return httpx.Response(status, stream=httpx.ByteStream(body.encode()))


@pytest.mark.parametrize(
    ("path", "may"),
    [("/feed.xml", True), ("/drafts/1", False), ("/drafts/open/1", True), ("/private", True), ("/a.pdf", True)],
)
def test_the_rules_for_dragoman_come_before_those_for_all(path, may):
    robots, asked = robots_for(sent(RULES))
    assert (robots.bar(f"https://news.example{path}") == "") is may
    assert asked == ["/robots.txt"]
    assert robots.delay == 5


def test_where_none_are_for_dragoman_those_for_all_hold():
    robots, _ = robots_for(sent(RULES.replace("dragoman", "other")))
    assert robots.bar("https://news.example/a.pdf").startswith("its robots.txt forbids it; ask its publisher")
    assert (robots.bar("https://news.example/a.pdf?b"), robots.delay) == ("", 0)


@pytest.mark.parametrize(
    ("answer", "bar"),
    [
        (sent("", 404), ""),
        (sent("", 403), ""),
        (sent("no rules at all"), ""),
        (sent("", 503), "its robots.txt can't be had (the server answered 503 Service Unavailable; try again later)"),
        (sent("", 429), "its robots.txt can't be had (the server answered 429 Too Many Requests; try again later)"),
        (
            httpx.Response(302, headers={"location": "http://10.0.0.1/"}),
            "its robots.txt can't be had (10.0.0.1 is at 10.0.0.1, which isn't public; "
            "save the page and read the file)",
        ),
    ],
)
def test_a_server_without_rules_forbids_nothing_and_one_that_fails_everything(answer, bar):
    if answer.status_code == 302:
        net = Net(
            lambda host, port: ["10.0.0.1"] if host == "10.0.0.1" else ["203.0.114.9"],
            httpx.MockTransport(lambda request: answer),
        )
        robots = asyncio.run(robots_of(httpx.URL("https://news.example/"), net))
    else:
        robots, _ = robots_for(answer)
    assert robots.bar("https://news.example/a") == bar


def test_a_delay_without_end_is_heeded_for_a_while():
    assert robots_for(sent("User-agent: *\nCrawl-delay: 86400"))[0].delay == LONGEST_DELAY
