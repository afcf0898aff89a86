"""Who is logged in, and how often a login may be tried."""

from __future__ import annotations

import secrets
from collections import deque
from hashlib import sha256
from hmac import compare_digest
from time import monotonic

from msgspec import Struct

COOKIE = "desk"
IDLE = 8 * 3600.0
LONGEST = 24 * 3600.0
"""Seconds after which a session ends: unused, and at all."""
WINDOW = 900.0
"""Seconds for which a failed login is remembered."""
LIMITS = {"name and address": 5, "address": 20, "name": 50}
"""Failed logins within the window before the next try has to wait. The name's own limit is high, so that a stranger
cannot lock a reader out by trying from elsewhere."""
MOST_KEYS = 10_000


class Session(Struct):
    """Somebody who is logged in: the reader's name, the token that forms must carry, and two times in seconds."""

    reader: str
    form_token: str
    began: float
    used: float


class Sessions:
    """The sessions of this process. What a browser holds is random; what is kept here is its hash."""

    def __init__(self) -> None:
        self._held: dict[str, Session] = {}

    def begin(self, reader: str) -> str:
        """A new session; what the cookie holds."""
        now = monotonic()
        self._held = {key: session for key, session in self._held.items() if _is_live(session, now)}
        token = secrets.token_urlsafe(32)
        self._held[_key(token)] = Session(reader, secrets.token_urlsafe(32), now, now)
        return token

    def find(self, token: str) -> Session | None:
        """The session of a cookie, while it lasts."""
        session = self._held.get(_key(token))
        now = monotonic()
        if session is None or not _is_live(session, now):
            return None
        session.used = now
        return session

    def end(self, token: str) -> None:
        """Ends a session."""
        self._held.pop(_key(token), None)


def _key(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _is_live(session: Session, now: float) -> bool:
    return now - session.used < IDLE and now - session.began < LONGEST


def is_same(given: str, token: str) -> bool:
    """Whether two tokens are one, in a time that tells nothing."""
    return compare_digest(given.encode(), token.encode())


class Throttle:
    """Failed logins of the last quarter of an hour, by name, by address and by both."""

    def __init__(self) -> None:
        self._failed: dict[tuple[str, str], deque[float]] = {}

    def wait(self, name: str, address: str) -> float:
        """Seconds until the next try may be made; 0 for now."""
        now = monotonic()
        waits = [0.0]
        for key, limit in _limits(name, address):
            failed = self._failed.get(key)
            while failed and now - failed[0] > WINDOW:
                failed.popleft()
            if failed and len(failed) >= limit:
                waits.append(failed[-limit] + WINDOW - now)
        return max(waits)

    def failed(self, name: str, address: str) -> None:
        """Remembers a failed login."""
        if len(self._failed) > MOST_KEYS:
            now = monotonic()
            self._failed = {key: times for key, times in self._failed.items() if times and now - times[-1] < WINDOW}
        for key, limit in _limits(name, address):
            self._failed.setdefault(key, deque(maxlen=limit)).append(monotonic())

    def passed(self, name: str, address: str) -> None:
        """Forgets what failed before by this name from this address."""
        self._failed.pop(("name and address", f"{name}\n{address}"), None)


def _limits(name: str, address: str) -> tuple[tuple[tuple[str, str], int], ...]:
    values = {"name and address": f"{name}\n{address}", "address": address, "name": name}
    return tuple(((what, values[what]), limit) for what, limit in LIMITS.items())
