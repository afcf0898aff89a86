"""Fetching: public addresses only, at every step; limits of size and time; every refusal is one line."""

import httpx
import pytest

from dragoman.sources import web
from dragoman.sources.stream import FRONTED, MAX_BYTES
from dragoman.sources.web import Net, is_public, web_pages
from dragoman.types import Failure

ADDRESSES = {
    "ledger.example": ["203.0.114.9"],
    "six.example": ["2a00:1450::1"],
    "inside.example": ["203.0.114.9", "10.0.0.5"],
    "dead.example": ["203.0.114.66", "203.0.114.9"],
}
ARTICLE = b"<!doctype html><p>The envoys met again.</p>"


def addresses(host, port):
    if host not in ADDRESSES and host[:1].isdigit():
        return [host]
    if host not in ADDRESSES:
        raise OSError(-2, "Name or service not known")
    return ADDRESSES[host]


def serve(answers):
    """A transport that answers by path and keeps what it was asked."""
    asked = []

    def answer(request):
        asked.append(request)
        if request.url.host == "203.0.114.66":
            raise httpx.ConnectError("refused")
        return answers[request.url.path]

    return Net(addresses, httpx.MockTransport(answer)), asked


def html(body=ARTICLE):
    return httpx.Response(200, headers={"content-type": "text/html; charset=utf-8"}, content=body)


def moved(to):
    return httpx.Response(302, headers={"location": to})


def test_a_page_is_fetched_from_the_address_that_was_checked(defaults):
    net, (asked) = serve({"/a": html()})
    (page,) = web_pages("https://ledger.example/a#part", defaults, net)
    assert (page.name, page.url) == ("https://ledger.example/a#part", "https://ledger.example/a")
    assert (page.body, page.media_type) == (ARTICLE, "text/html; charset=utf-8")
    (request,) = asked
    assert request.url.host == "203.0.114.9"
    assert request.headers["host"] == "ledger.example"
    assert request.extensions["sni_hostname"] == "ledger.example"
    assert request.headers["user-agent"].startswith("dragoman/")


def test_redirects_are_followed_and_the_last_address_is_the_page_s(defaults):
    net, _ = serve({"/a": moved("/b"), "/b": moved("https://six.example/c"), "/c": html()})
    (page,) = web_pages("http://ledger.example/a", defaults, net)
    assert page.url == "https://six.example/c"


def test_the_next_address_serves_when_the_first_is_dead(defaults):
    net, asked = serve({"/a": html()})
    (page,) = web_pages("https://dead.example/a", defaults, net)
    assert page.body == ARTICLE
    assert [request.url.host for request in asked] == ["203.0.114.66", "203.0.114.9"]


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://127.0.0.1/a", "127.0.0.1 is at 127.0.0.1, which isn't public; save the page and read the file"),
        (
            "http://inside.example/a",
            "inside.example is at 10.0.0.5, which isn't public; save the page and read the file",
        ),
        ("http://ledger.example/in", "10.0.0.5 is at 10.0.0.5, which isn't public; save the page and read the file"),
        ("http://ledger.example/file", "file scheme; only http and https are fetched"),
        ("http://me:pw@ledger.example/a", "a name or password in the address; save the page and read the file"),
        ("http://unknown.example/a", "the name can't be resolved (Name or service not known); check its spelling"),
        ("http://ledger.example/loop", "more than 5 redirects; give the address of the page itself"),
        ("http://ledger.example/gone", "the server answered 404 Not Found; check the address"),
        ("http://ledger.example/large", "larger than 16 MB, no article is; split it into one article a file or a line"),
        ("http://ledger.example/empty", "the server sent nothing; check the address"),
        ("http://ledger.example:99999/", "port 99999 is none; write the address as https://host/path"),
    ],
)
def test_what_is_refused_or_fails_is_one_line(defaults, url, says):
    net, asked = serve(
        {
            "/a": html(),
            "/in": moved("http://10.0.0.5/a"),
            "/file": moved("file:///etc/passwd"),
            "/loop": moved("/loop"),
            "/gone": httpx.Response(404),
            "/large": html(b"a" * (MAX_BYTES + 1)),
            "/empty": html(b""),
        }
    )
    assert list(web_pages(url, defaults, net)) == [Failure(url, f"{url}: {says}")]
    assert all(request.url.host == "203.0.114.9" for request in asked)


def test_a_server_that_dawdles_is_left(defaults, monkeypatch):
    clock = iter(range(0, 1000, 50))
    monkeypatch.setattr(web, "monotonic", lambda: next(clock))
    net, _ = serve({"/a": httpx.Response(200, content=iter([b"a"] * 9))})
    (failure,) = web_pages("http://ledger.example/a", defaults, net)
    assert failure.message == "http://ledger.example/a: not there within 60 seconds; try again later"


@pytest.mark.parametrize(
    ("body", "kind", "media_type"),
    [
        (b"odd bytes <p>The envoys met.</p>", "text/html", "text/html"),
        (b"The envoys met.", "text/plain", FRONTED),
        (
            b"<rss version='2.0'><channel><item><description>Met.</description></item></channel></rss>",
            "text/html",
            "text/html; charset=utf-8; part=entry",
        ),
    ],
)
def test_what_was_sent_is_told_by_its_bytes_before_its_declared_type(defaults, body, kind, media_type):
    net, _ = serve({"/a": httpx.Response(200, headers={"content-type": kind}, content=body)})
    (page,) = web_pages("http://ledger.example/a", defaults, net)
    assert page.media_type == media_type


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("2a00:1450::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff0e::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:0a00:0001::", False),  # 6to4 of 10.0.0.1
        ("64:ff9b::7f00:1", False),  # NAT64 of 127.0.0.1
        ("64:ff9b::808:808", True),
    ],
)
def test_an_address_is_public_only_when_all_within_it_is(address, expected):
    assert is_public(address) is expected
