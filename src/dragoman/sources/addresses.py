"""Which addresses may be fetched: http and https on their own ports, and nothing that isn't out on the internet.

A host is allowed otherwise only where the caller names it, for feeds inside one's own network: see `Net.allowed`.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Collection, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

import httpx

from dragoman.errors import SourceError

Resolve = Callable[[str, int], Sequence[str]]
"""The addresses behind a host for a port, in the order in which they are tried; OSError when there are none."""

PORTS = {"http": 80, "https": 443}
LONGEST = 4096
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: its last 32 bits are an IPv4 address
REFUSED = tuple(
    ip_network(block)
    for block in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"),
        *("192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24"),
        *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        *("::/96", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16"),
        *("3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
    )
)
"""IANA's registries of special-purpose addresses, multicast, and IPv6 forms of IPv4 that no one needs any more (mapped,
compatible, 6to4, Teredo). In full, because what the standard library calls global differs from one Python to the next.
"""
UNPRINTED = re.compile(r"[\x00-\x20\x7f\\]")
NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?")
NUMBER = re.compile(r"(.*\.)?(\d+|0x[0-9a-f]*)\.?")
"""A host that ends in a number is an IPv4 address in some notation (WHATWG URL, section 3.5)."""
REMEDY = "save the page and read the file"


def system_addresses(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's resolver gives for a host, in its order; OSError when there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_url(url: str, allowed: Collection[str] = ()) -> httpx.URL:
    """The address, without its fragment; SourceError, saying why, when it may not be fetched whatever it resolves to.

    `allowed` are hosts as `allowed_host` writes them; on these any port and any form of the host will do.
    """
    if len(url) > LONGEST or UNPRINTED.search(url.strip()):
        raise SourceError("blanks, backslashes or control characters in the address; write it as https://host/path")
    try:
        parsed = httpx.URL(url.strip())
        port = parsed.port
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError(f"no address ({error}); write it as https://host/path") from None
    if parsed.scheme not in PORTS or not parsed.host:
        raise SourceError(f"{parsed.scheme or 'no'} scheme; only http and https are fetched")
    if parsed.userinfo:
        raise SourceError(f"a name or password in the address; {REMEDY}")
    if not is_allowed(parsed, allowed):
        check_host(parsed.raw_host.decode("ascii"))
        if port not in (None, *PORTS.values()):
            raise SourceError(f"port {port}; only 80 and 443 are asked")
    return parsed.copy_with(fragment=None)


def check_host(host: str) -> None:
    """SourceError for a host whose writing hides where it leads."""
    if ":" in host:
        if "%" in host:
            raise SourceError(f"{host}: an IPv6 address with a zone; zones are of one's own network only")
        if carries_ipv4(IPv6Address(host)):
            raise SourceError(f"{host}: an IPv6 address that carries an IPv4 one; {REMEDY}")
    elif NUMBER.fullmatch(host):
        if not is_plain_ipv4(host):
            raise SourceError(f"{host}: a number in place of a name; write an address as four numbers from 0 to 255")
    elif not NAME.fullmatch(host):
        raise SourceError(f"{host}: no name of a host; check the address")


def is_plain_ipv4(host: str) -> bool:
    """Whether a host is an IPv4 address as everybody reads it: four decimal numbers without leading zeros."""
    try:
        return str(IPv4Address(host)) == host
    except ValueError:
        return False


def allowed_host(words: str) -> str:
    """A host that a person names, as `checked_url` takes it: "host", or "host:port" for one port of it alone.

    SourceError when the words are none.
    """
    try:
        parsed = httpx.URL(f"http://{words}")
        host, port = parsed.raw_host.decode("ascii"), parsed.port
    except (httpx.InvalidURL, ValueError):
        host, port = "", None
    if not host or parsed.userinfo or parsed.raw_path != b"/":
        raise SourceError(f"{words}: this is no host; write it as feeds.example or feeds.example:8080")
    return f"{host}:{port}" if port else host


def is_allowed(url: httpx.URL, allowed: Collection[str]) -> bool:
    """Whether the caller has named the host of an address, or this port of it."""
    host = url.raw_host.decode("ascii")
    return bool(allowed) and (host in allowed or f"{host}:{port_of(url)}" in allowed)


def port_of(url: httpx.URL) -> int:
    """The port of an address, by its scheme where none is given."""
    return url.port or PORTS[url.scheme]


def public_addresses(url: httpx.URL, resolve: Resolve, allowed: Collection[str] = ()) -> Sequence[str]:
    """The addresses behind the URL's host; SourceError when there is none, or one of them isn't public.

    One private address among them refuses them all: what answers next to it can't be trusted to lead elsewhere.
    """
    host = url.raw_host.decode("ascii")
    try:
        addresses = resolve(host, port_of(url))
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"the name can't be resolved ({reason}); check its spelling") from None
    if not addresses:
        raise SourceError("the name has no address; check its spelling")
    if is_allowed(url, allowed):
        return addresses
    for address in addresses:
        if not is_public(address):
            raise SourceError(f"{host} is at {address}, which isn't public; {REMEDY}")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address is out on the internet: not private, loopback, link-local, shared, reserved or multicast.

    A NAT64 address is judged by the IPv4 one in it: where a network has IPv6 alone, the resolver gives such addresses
    for every host that has none of its own.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    inner = IPv4Address(int(parsed) & 0xFFFFFFFF) if parsed in NAT64 else parsed
    return inner.is_global and parsed.is_global and not any(inner in block for block in REFUSED)


def carries_ipv4(address: IPv6Address) -> bool:
    """Whether an IPv6 address is one of IPv4 in another form; nobody writes one by hand who wants a page."""
    within = address.ipv4_mapped or address.sixtofour or address.teredo
    return bool(within) or address in NAT64 or (int(address) >> 32 == 0 and int(address) > 1)
