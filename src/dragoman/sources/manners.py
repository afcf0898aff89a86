"""How servers are asked: one request to a host at a time, with a pause between two, and what robots.txt lets one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from time import monotonic

import httpx
from msgspec.structs import replace

from dragoman.sources.addresses import checked_url, is_allowed, port_of
from dragoman.sources.robots import AGENT, Robots, robots_of
from dragoman.sources.watchlist import Watch
from dragoman.sources.web import Answer, Net, get

AT_ONCE = 32
"""Requests that are under way at one time, to whatever hosts: so many servers that dawdle hold up no other."""
ROBOTS_SECONDS, ROBOTS_SECONDS_IN_VAIN = 86400.0, 300.0
"""How long a robots.txt is believed (RFC 9309: a day at most), and how long it isn't asked for again in vain."""


class Host:
    """One server: who asks it now, when it may be asked again, and its rules."""

    def __init__(self) -> None:
        self.turn = asyncio.Lock()
        self.free_at = 0.0
        self.robots: Robots | None = None
        self.robots_until = 0.0


class Manners:
    """The servers that are asked, each by one caller at a time. Used within one running event loop."""

    def __init__(self, net: Net) -> None:
        self._net = net
        self._hosts: dict[tuple[str, int], Host] = {}
        self._room = asyncio.Semaphore(AT_ONCE)

    async def get(self, url: str, watch: Watch, headers: Mapping[str, str] | None = None) -> Answer:
        """What is at an address, for the source `watch`; SourceError where it is refused or fails.

        Whether it may be fetched is asked of `bar` before.
        """
        net = self.net_of(watch)
        host = self._host(checked_url(url, net.allowed))
        async with host.turn:
            await asyncio.sleep(max(0.0, host.free_at - monotonic()))
            try:
                async with self._room:
                    return await get(url, net, {"User-Agent": AGENT, **(headers or {})})
            finally:
                delay = host.robots.delay if host.robots and watch.robots else 0.0
                host.free_at = monotonic() + max(watch.gap, delay)

    async def bar(self, url: str, watch: Watch) -> str:
        """Why a page may not be fetched by what its server's robots.txt says, with the remedy; empty where it may."""
        if not watch.robots:
            return ""
        net = self.net_of(watch)
        address = checked_url(url, net.allowed)
        host = self._host(address)
        async with host.turn:
            if host.robots is None or host.robots_until < monotonic():
                async with self._room:
                    host.robots = await robots_of(address, net)
                believed = ROBOTS_SECONDS_IN_VAIN if host.robots.fault else ROBOTS_SECONDS
                host.robots_until = monotonic() + believed
        return host.robots.bar(str(address))

    def net_of(self, watch: Watch) -> Net:
        """The net as a source may use it: no host of one's own network is open to it but the one that it stands on.

        So a feed from outside can't lead into the network of which another source is a part.
        """
        allowed = self._net.allowed
        if allowed:
            own = checked_url(watch.url, allowed)
            host = own.raw_host.decode("ascii")
            names = {f"{host}:{port_of(own)}"} if is_allowed(own, allowed) else set()
            return replace(self._net, allowed=frozenset(names))
        return self._net

    def _host(self, url: httpx.URL) -> Host:
        return self._hosts.setdefault((url.raw_host.decode("ascii"), port_of(url)), Host())
