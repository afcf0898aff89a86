"""Fetching: public addresses only, at every step; limits of size and time; every refusal is one line."""

import contextlib
import gzip
import socket
import ssl
import threading
import time
import zlib
from pathlib import Path

import httpx
import pytest

from dragoman.sources.stream import FRONTED, MAX_BYTES
from dragoman.sources.web import Net, web_pages
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
    return httpx.Response(200, headers={"content-type": "text/html; charset=utf-8"}, stream=httpx.ByteStream(body))


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
        ("http://ledger.example/secret", "the server answered 401 Unauthorized; check the address"),
        (
            "http://ledger.example/nowhere",
            "no answer (Invalid URL in location header: Invalid non-printable ASCII character in URL, "
            "'\\x00' at position 7..); try again later",
        ),
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
            "/secret": httpx.Response(401),
            "/nowhere": moved("http://\x00/"),
            "/large": html(b"a" * (MAX_BYTES + 1)),
            "/empty": html(b""),
        }
    )
    assert list(web_pages(url, defaults, net)) == [Failure(url, f"{url}: {says}")]
    assert all(request.url.host == "203.0.114.9" for request in asked)


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
    net, _ = serve({"/a": httpx.Response(200, headers={"content-type": kind}, stream=httpx.ByteStream(body))})
    (page,) = web_pages("http://ledger.example/a", defaults, net)
    assert page.media_type == media_type


class Loopback:
    """A server that sends some bytes for any request, `pause` seconds between two pieces, and keeps the requests."""

    def __init__(self, *pieces, pause=0.0, tls=None):
        self.pieces, self.pause, self.tls, self.asked = pieces, pause, tls, []

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.socket.close()

    def serve(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.socket.accept()
                with contextlib.suppress(OSError), connection:
                    self.answer(self.tls.wrap_socket(connection, server_side=True) if self.tls else connection)

    def answer(self, connection):
        self.asked.append(connection.recv(65536))
        for piece in self.pieces:
            connection.sendall(piece)
            time.sleep(self.pause)
        connection.close()

    def net(self, host, **others):
        """A net in which `host` and no other is allowed, and is here."""
        return Net(lambda host, port: ["127.0.0.1"], allowed=frozenset({f"{host}:{self.port}"}), **others)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "pieces",
    [
        [HEAD + b"\r\n", *[b"a"] * 50],  # a body that never ends
        [HEAD, *[b"X-More: a\r\n"] * 50],  # nor do the headers
        [],
    ],
)
def test_a_server_that_dawdles_is_left_whatever_it_sends_meanwhile(defaults, pieces):
    begun = time.monotonic()
    with Loopback(*pieces, pause=0.1) as server:
        (failure,) = web_pages(f"http://slow.example:{server.port}/", defaults, server.net("slow.example", seconds=0.4))
    assert failure.message.startswith(f"http://slow.example:{server.port}/: no")
    assert time.monotonic() - begun < 3


def bomb(coding):
    """Bytes that a coding makes of more than is read; the two that aren't asked for need not be real."""
    body = b"a" * (2 * MAX_BYTES)
    packed = {"gzip": lambda: gzip.compress(body, 9), "deflate": lambda: zlib.compress(body, 9)}
    return packed.get(coding, lambda: b"\x28\xb5\x2f\xfd" + b"\x00" * 64)()


@pytest.mark.parametrize(
    ("coding", "says"),
    [
        ("gzip", "larger than 16 MB"),
        ("deflate", "larger than 16 MB"),
        ("br", "compressed as 'br', which isn't read"),
        ("zstd", "compressed as 'zstd', which isn't read"),
        ("gzip, gzip", "compressed as 'gzip, gzip', which isn't read"),
    ],
)
def test_a_body_that_grows_when_it_is_opened_is_cut_off(defaults, coding, says):
    answer = httpx.Response(200, headers={"content-encoding": coding}, stream=httpx.ByteStream(bomb(coding)))
    net, asked = serve({"/a": answer})
    (failure,) = web_pages("http://ledger.example/a", defaults, net)
    assert says in failure.message
    assert asked[0].headers["accept-encoding"] == "gzip, deflate"


def test_a_compressed_body_that_is_cut_off_is_no_page(defaults):
    cut = gzip.compress(ARTICLE)[:-12]
    answer = httpx.Response(200, headers={"content-encoding": "gzip"}, stream=httpx.ByteStream(cut))
    net, _ = serve({"/a": answer})
    (failure,) = web_pages("http://ledger.example/a", defaults, net)
    assert "broken off" in failure.message


@pytest.mark.parametrize(
    ("host", "says"),
    [("desk.example", None), ("other.example", "Hostname mismatch, certificate is not valid for 'other")],
)
def test_the_certificate_must_be_of_the_name_though_the_connection_goes_to_the_address(defaults, host, says):
    here = Path(__file__).parent / "tls"
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(here / "desk.example.pem")
    trust = ssl.create_default_context(cafile=here / "desk.example.pem")
    with Loopback(HEAD + b"Content-Length: 11\r\n\r\n<p>They met", tls=tls) as server:
        (got,) = web_pages(f"https://{host}:{server.port}/", defaults, server.net(host, tls=trust))
    assert (says in got.message) if says else (got.body == b"<p>They met")


def test_the_host_that_is_asked_for_stands_in_the_request(defaults):
    with Loopback(HEAD + b"Content-Length: 11\r\n\r\n<p>They met") as server:
        (page,) = web_pages(f"http://desk.example:{server.port}/a?b", defaults, server.net("desk.example"))
    assert page.url == f"http://desk.example:{server.port}/a?b"
    assert server.asked[0].startswith(b"GET /a?b HTTP/1.1\r\n")
    assert f"\r\nhost: desk.example:{server.port}\r\n".encode() in server.asked[0].lower()
