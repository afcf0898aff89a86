"""Pages by their address: one GET, polite and safe. The only module that talks to a network.

A name is resolved once, every address behind it must be public, and the connection goes to the address that was
checked; each redirect goes the same way. So no page and no feed can lead the program into a private network.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from importlib.metadata import version
from io import BufferedReader, BytesIO
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from time import monotonic

import httpx
from msgspec import Struct

from dragoman.errors import SourceError
from dragoman.sources.formats import FORMATS, choose_format
from dragoman.sources.stream import HEAD_BYTES, MAX_BYTES, TOO_LARGE, Known, Stream
from dragoman.types import Defaults, Failure, Page

MAX_REDIRECTS = 5
CONNECT_SECONDS, READ_SECONDS, WHOLE_SECONDS = 10.0, 15.0, 60.0
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: its last 32 bits are an IPv4 address
AGENT = f"dragoman/{version('dragoman')} (reads single pages that a person names; follows no links)"
ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/json, text/plain;q=0.9"
)


def system_addresses(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's resolver gives for a host, in its order; OSError when there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Net(Struct, frozen=True):
    """How names are resolved and bytes are carried; tests pass their own of both."""

    addresses: Callable[[str, int], Sequence[str]] = system_addresses
    transport: httpx.BaseTransport | None = None


class Fetched(Struct, frozen=True):
    """What a server sent: the address it came from after redirects, its declared type and its body, decompressed."""

    url: str
    media_type: str
    body: bytes


def web_pages(url: str, defaults: Defaults, net: Net) -> Iterator[Page | Failure]:
    """The pages behind an address: one for a page, one an entry for a feed; a Failure when it can't be had."""
    try:
        fetched = fetch(url, net)
    except SourceError as error:
        yield Failure(url, f"{url}: {error}")
        return
    if not fetched.body:
        yield Failure(url, f"{url}: the server sent nothing; check the address")
        return
    body: BufferedReader = BufferedReader(BytesIO(fetched.body))
    known = Known(url=fetched.url, outlet=defaults.outlet or None)
    stream = Stream(name=url, id=url, body=body, defaults=defaults, known=known, media_type=fetched.media_type)
    head = fetched.body[:HEAD_BYTES]
    format_ = choose_format("", head)
    if format_ is FORMATS[-1] and "html" in fetched.media_type:  # HTML that begins with odd bytes
        format_ = choose_format(".html", head)
    yield from format_.read(stream)


def fetch(url: str, net: Net) -> Fetched:
    """The page at `url`, redirects followed.

    SourceError, without the address and with the remedy, when it's refused, fails, is too large or takes too long.
    """
    deadline = monotonic() + WHOLE_SECONDS
    timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    with httpx.Client(transport=net.transport, trust_env=False, timeout=timeout) as client:
        for _ in range(MAX_REDIRECTS + 1):
            answer = ask(client, checked_url(url), net, deadline)
            if isinstance(answer, Fetched):
                return answer
            url = answer
    raise SourceError(f"more than {MAX_REDIRECTS} redirects; give the address of the page itself")


def checked_url(url: str) -> httpx.URL:
    """The address, without its fragment; SourceError when it's no plain http or https one."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError(f"no address ({error}); write it as https://host/path") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise SourceError(f"{parsed.scheme or 'no'} scheme; only http and https are fetched")
    if parsed.port is not None and not 0 < parsed.port < 1 << 16:
        raise SourceError(f"port {parsed.port} is none; write the address as https://host/path")
    if parsed.userinfo:
        raise SourceError("a name or password in the address; save the page and read the file")
    return parsed.copy_with(fragment=None)


def ask(client: httpx.Client, url: httpx.URL, net: Net, deadline: float) -> Fetched | str:
    """What the server sends for `url`, or the address that it redirects to."""
    for address in (addresses := public_addresses(url, net)):
        request = client.build_request(
            "GET",
            url.copy_with(host=address),
            headers={"Host": url.netloc.decode("ascii"), "User-Agent": AGENT, "Accept": ACCEPT},
            extensions={"sni_hostname": url.raw_host.decode("ascii")},
        )
        try:
            response = client.send(request, stream=True)
        except httpx.ConnectError as error:
            if address == addresses[-1]:
                raise SourceError(f"no connection ({error}); check the address or try again later") from None
            continue
        except (httpx.HTTPError, ssl.SSLError) as error:
            raise SourceError(f"no answer ({error or type(error).__name__}); try again later") from None
        with closing(response):
            return read_answer(response, url, deadline)
    raise SourceError("the name has no address; check its spelling")


def public_addresses(url: httpx.URL, net: Net) -> Sequence[str]:
    """The addresses behind the URL's host; SourceError when one of them isn't public."""
    host, port = url.raw_host.decode("ascii"), url.port or (443 if url.scheme == "https" else 80)
    try:
        addresses = net.addresses(host.strip("[]"), port)
    except OSError as error:
        raise SourceError(f"the name can't be resolved ({error.strerror or error}); check its spelling") from None
    for address in addresses:
        if not is_public(address):
            raise SourceError(f"{host} is at {address}, which isn't public; save the page and read the file")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address is out on the internet: not private, loopback, link-local, shared, reserved or multicast.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64) is judged by both.
    """
    parsed = ip_address(address.partition("%")[0])
    return all(part.is_global and not part.is_multicast for part in (parsed, *carried(parsed)))


def carried(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses within an IPv6 one."""
    if isinstance(address, IPv4Address):
        return []
    within = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in NAT64:
        within.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [part for part in within if part is not None]


def read_answer(response: httpx.Response, url: httpx.URL, deadline: float) -> Fetched | str:
    """The body of an answer, or where it redirects to; SourceError when it's an error, too large or too slow."""
    if response.is_redirect:
        return str(url.join(response.headers["location"]))
    if not response.is_success:
        raise SourceError(f"the server answered {response.status_code} {response.reason_phrase}; check the address")
    body = bytearray()
    try:
        for piece in response.iter_bytes():
            body += piece
            if len(body) > MAX_BYTES:
                raise SourceError(TOO_LARGE)
            if monotonic() > deadline:
                raise SourceError(f"not there within {WHOLE_SECONDS:.0f} seconds; try again later")
    except httpx.HTTPError as error:
        raise SourceError(f"broken off ({error or type(error).__name__}); try again later") from None
    return Fetched(str(url), response.headers.get("content-type", ""), bytes(body))
