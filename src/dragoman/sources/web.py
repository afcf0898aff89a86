"""Pages by their address: one GET, polite and safe. The only module that talks to a network.

A name is resolved once, every address behind it must be public, and the connection goes to the address that was
checked; each redirect goes the same way. So no page and no feed can lead the program into a private network.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from io import BufferedReader, BytesIO

import httpx
from msgspec import Struct

from dragoman.errors import SourceError
from dragoman.sources.addresses import Resolve, checked_url, public_addresses, system_addresses
from dragoman.sources.formats import FORMATS, Format, choose_format
from dragoman.sources.http import ASKED_CODINGS, Unpacker
from dragoman.sources.stream import HEAD_BYTES, MAX_BYTES, TOO_LARGE, Known, Stream
from dragoman.types import Defaults, Failure, Page

MAX_REDIRECTS = 5
MOST_ADDRESSES = 4
"""Addresses of one name that are tried before it is given up."""
CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 10.0, 15.0, 60.0
VERSION = version("dragoman")
AGENT = f"dragoman/{VERSION} (reads single pages that a person names; follows no links)"
ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/json, text/plain;q=0.9, application/xml;q=0.9"
)
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Net(Struct, frozen=True):
    """How names are resolved, bytes are carried and servers are known; tests pass their own.

    `allowed` are hosts that may be anywhere, as `addresses.allowed_host` writes them; `seconds` is the longest that one
    GET may take, redirects and all; `tls` says whose certificates are trusted, None: those that httpx ships.
    """

    addresses: Resolve = system_addresses
    transport: httpx.AsyncBaseTransport | None = None
    allowed: frozenset[str] = frozenset()
    seconds: float = WHOLE_SECONDS
    tls: ssl.SSLContext | None = None


class Answer(Struct, frozen=True):
    """What a server sent: the address it came from after redirects, its status, headers, and its body, decompressed.

    Only an answer that was a success has a body.
    """

    url: str
    status: int
    reason: str
    headers: httpx.Headers
    body: bytes = b""

    @property
    def media_type(self) -> str:
        """The type that the server declared, empty where it declared none."""
        return str(self.headers.get("content-type", ""))

    @property
    def is_success(self) -> bool:
        """Whether the page was sent."""
        return 200 <= self.status < 300


def web_pages(url: str, defaults: Defaults, net: Net) -> Iterator[Page | Failure]:
    """The pages behind an address: one for a page, one an entry for a feed; a Failure when it can't be had."""
    try:
        answer = asyncio.run(get(url, net))
    except SourceError as error:
        yield Failure(url, f"{url}: {error}")
        return
    if fault := fault_of(answer):
        yield Failure(url, f"{url}: {fault}")
        return
    yield from answer_pages(url, answer, Known(outlet=defaults.outlet or None), defaults)


def fault_of(answer: Answer) -> str:
    """Why an answer holds no page, with the remedy; empty where it holds one."""
    if not answer.is_success:
        return f"the server answered {answer.status} {answer.reason}; check the address"
    return "" if answer.body else "the server sent nothing; check the address"


def answer_pages(name: str, answer: Answer, known: Known, defaults: Defaults) -> Iterator[Page | Failure]:
    """The pages in an answer, called `name` in errors; the address is the one that it came from."""
    yield from answer_format(answer).read(answer_stream(name, answer, known, defaults))


def answer_format(answer: Answer) -> Format:
    """The format of what was sent, by its first bytes; where these tell nothing, by the type that was declared."""
    head = answer.body[:HEAD_BYTES]
    format_ = choose_format("", head)
    if format_ is FORMATS[-1] and "html" in answer.media_type:  # HTML that begins with odd bytes
        return choose_format(".html", head)
    return format_


def answer_stream(name: str, answer: Answer, known: Known, defaults: Defaults) -> Stream:
    """The body of an answer, as the readers of formats take it."""
    known = Known(title=known.title, outlet=known.outlet, published=known.published, url=answer.url)
    body: BufferedReader = BufferedReader(BytesIO(answer.body))
    return Stream(name=name, id=name, body=body, defaults=defaults, known=known, media_type=answer.media_type)


async def get(url: str, net: Net, headers: Mapping[str, str] | None = None) -> Answer:
    """What is at `url`, redirects followed, whatever its status; `headers` are sent with each request.

    SourceError, without the address and with the remedy, when it's refused, fails, is too large or takes too long.
    """
    try:
        async with asyncio.timeout(net.seconds):
            for _ in range(MAX_REDIRECTS + 1):
                answer = await ask(checked_url(url, net.allowed), net, headers or {})
                if isinstance(answer, Answer):
                    return answer
                url = answer
    except TimeoutError:
        raise SourceError(f"not there within {net.seconds:.0f} seconds; try again later") from None
    raise SourceError(f"more than {MAX_REDIRECTS} redirects; give the address of the page itself")


async def ask(url: httpx.URL, net: Net, headers: Mapping[str, str]) -> Answer | str:
    """What the server sends for `url`, or the address that it redirects to."""
    addresses = (await asyncio.to_thread(public_addresses, url, net.addresses, net.allowed))[:MOST_ADDRESSES]
    for address in addresses:
        try:
            # A client a connection: none is kept that was opened to another name at the same address, and no cookie.
            async with client_of(net) as client:
                request = client.build_request(
                    "GET",
                    url.copy_with(host=address),
                    headers={
                        "User-Agent": AGENT,
                        "Accept": ACCEPT,
                        **headers,
                        "Host": url.netloc.decode("ascii"),
                        "Accept-Encoding": ASKED_CODINGS,
                        "Connection": "close",
                    },
                    extensions={"sni_hostname": url.raw_host.decode("ascii")},
                )
                response = await client.send(request, stream=True)
                try:
                    return await read_answer(response, url)
                finally:
                    await response.aclose()
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            if address == addresses[-1]:
                reason = str(error) or "it took too long"
                raise SourceError(f"no connection ({reason}); check the address or try again later") from None
        except (httpx.InvalidURL, UnicodeError) as error:  # httpx looks at where an answer redirects to
            raise SourceError(f"it redirects to no address ({error}); give the address of the page itself") from None
        except (httpx.HTTPError, ssl.SSLError) as error:
            raise SourceError(f"no answer ({error or type(error).__name__}); try again later") from None
    raise SourceError("the name has no address; check its spelling")


def client_of(net: Net) -> httpx.AsyncClient:
    """A client for one request that heeds no proxy and no other setting of the machine."""
    timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    return httpx.AsyncClient(
        transport=net.transport, verify=net.tls or trusted(), trust_env=False, timeout=timeout, follow_redirects=False
    )


@cache
def trusted() -> ssl.SSLContext:
    """The certificates that httpx ships, loaded once: that takes longer than a request."""
    return httpx.create_ssl_context(trust_env=False)


async def read_answer(response: httpx.Response, url: httpx.URL) -> Answer | str:
    """The answer, or where it redirects to; SourceError when it's too large or broken."""
    if response.status_code in REDIRECTS and (target := response.headers.get("location")):
        try:
            return str(url.join(target))
        except (httpx.InvalidURL, ValueError) as error:
            raise SourceError(f"it redirects to no address ({error}); give the address of the page itself") from None
    answer = Answer(str(url), response.status_code, response.reason_phrase, response.headers)
    if not answer.is_success:
        return answer
    try:
        body = await read_body(response)
    except httpx.HTTPError as error:
        raise SourceError(f"broken off ({error or type(error).__name__}); try again later") from None
    return Answer(answer.url, answer.status, answer.reason, answer.headers, body)


async def read_body(response: httpx.Response) -> bytes:
    """The body, its coding undone piece by piece; SourceError as soon as more than MAX_BYTES are sent or come out."""
    unpacker, sent, body = Unpacker(response.headers.get("content-encoding", "")), 0, bytearray()
    async for piece in response.aiter_raw():
        sent += len(piece)
        body += unpacker.unpack(piece, MAX_BYTES + 1 - len(body))
        if max(sent, len(body)) > MAX_BYTES:
            raise SourceError(TOO_LARGE)
    if not unpacker.is_whole:
        raise SourceError("broken off (its compressed body has no end); try again later")
    return bytes(body)
