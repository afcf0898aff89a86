"""A small ledger of our own making, a desk that serves it on this machine, and a browser to look at it with."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from msgspec import Struct
from playwright.sync_api import Browser, Page, sync_playwright

from dragoman.app.desk.desk import Settings, make_desk
from dragoman.app.desk.guard import Gate, host_names
from dragoman.app.desk.readers import Roll, hashed_password, new_token
from dragoman.corrections import making
from dragoman.kinds.contact import Contact
from dragoman.kinds.demand import Demand
from dragoman.kinds.forecast import Forecast
from dragoman.ledger import open_ledger
from dragoman.types import Article, Evidence, Marking, Record
from tests.corrections.signs import by_ana
from tests.records import ALAND, BORLAND, KRAL, LUND, article, on

CALL = "Lund and Kral spoke by phone for an hour about the river crossing. "
DEMAND = "Borland demands that the crossing be opened. "
FORECAST = "Lund expects a truce within days. "
PASSWORD = "a river runs past the window"


def told(id: str, day: int, marking: Marking = "CLEAR", *, outlet: str = "", duration: str = "PT1H") -> Put:
    """An article that tells of the call of the 4th, of a demand and of a forecast, each with its own words."""
    text = f"{CALL}{DEMAND}{FORECAST}{own_words(id)}"
    made = article(id, day, text=text, marking=marking, title=f"The call, by {id}", outlet=outlet)

    def at(words: str) -> dict[str, object]:
        start = text.index(words)
        place = Evidence(start, start + len(words.strip()), words.strip())
        return {"article": id, "evidence": (place,), "rule": "test"}

    records: list[Record] = [
        Contact(id=f"{id}-c", mode="call", participants=(LUND, KRAL), when=on(4), duration=duration, **at(CALL)),
        Demand(
            id=f"{id}-d", by=(BORLAND,), of=(ALAND,), content="the crossing be opened", issue="access", **at(DEMAND)
        ),
        Forecast(id=f"{id}-f", speaker=LUND, outcome="a truce within days", window=on(6, 9), **at(FORECAST)),
    ]
    return Put(made, records)


def own_words(id: str) -> str:
    """Words that no other article has, so that it is no copy of another."""
    return f"Reporter {id} was there: " + " ".join(f"{id} saw {n} of them;" for n in range(30)) + " nothing more."


class Put(Struct, frozen=True):
    """An article and its records, ready to be put into a ledger."""

    article: Article
    records: list[Record]


def put(path: Path, *several: Put) -> None:
    """Puts articles as another process would: through a connection of its own."""
    with open_ledger(path) as ledger:
        for one in several:
            ledger.put(one.article, one.records)
        ledger.settle()


def confirm(path: Path, entry: str) -> str:
    """The id of the correction by which ana confirms an entry, made as another process would."""
    with open_ledger(path) as ledger:
        made = by_ana(making.confirm(ledger.subject(entry)))
        ledger.correct(made)
        ledger.settle()
    return made.id


@pytest.fixture
def ledger_file(tmp_path: Path) -> Path:
    """A ledger of two open articles whose accounts of one call differ."""
    path = tmp_path / "river-talks.db"
    put(path, told("one", 5), told("two", 6, outlet="Harbour Post", duration="PT2H"))
    return path


class Served(Struct, frozen=True):
    """A desk that is being served."""

    url: str
    ledger: Path
    gate: Gate

    def get(self, path: str, **headers: str) -> httpx.Response:
        """The answer to a request as a browser sends it, unless the headers say otherwise."""
        given = {"accept": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
        return httpx.get(self.url + path, headers=given, follow_redirects=False)


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Serves a ledger, to the readers of a file where one is given."""
    ends: list[Callable[[], None]] = []

    def start(ledger: Path, readers: Path | None = None) -> Served:
        listener = socket.create_server(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        gate = Gate(hosts=host_names("127.0.0.1", port), roll=Roll(readers) if readers else None)
        config = uvicorn.Config(make_desk(Settings(ledger, gate)), log_level="error", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        until(lambda: server.started)

        def end() -> None:
            server.should_exit = True
            thread.join(10)
            listener.close()

        ends.append(end)
        return Served(f"http://127.0.0.1:{port}", ledger, gate)

    yield start
    for end in ends:
        end()


@pytest.fixture
def desk(serve: Callable[..., Served], ledger_file: Path) -> Served:
    """The small ledger, served to whoever sits at the machine."""
    return serve(ledger_file)


@pytest.fixture
def readers_file(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A list of three readers, and the token of each."""
    rows, tokens = [], {}
    for name, clearance, may in (
        ("cleo", "CLEAR", ""),
        ("amy", "AMBER", '"write"'),
        ("rex", "RED", '"write", "audit"'),
    ):
        tokens[name], kept = new_token()
        rows += [f"[{name}]", f'clearance = "{clearance}"', f"may = [{may}]", f'tokens = ["{kept}"]']
        rows += [f'password = "{PASSWORDS}"', ""]
    path = tmp_path / "readers.toml"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path, tokens


PASSWORDS = hashed_password(PASSWORD)


def until(is_so: Callable[[], object], seconds: float = 10.0) -> None:
    """Waits until something is so; fails where it never is."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.02)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, for one file of tests: while it is open this thread can't run another loop."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("no Chromium here: install Debian's package `chromium`, as .ci/run does")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield started
        started.close()


class Tab(Struct, frozen=True):
    """A page of the browser, and what its console said that it should not have."""

    page: Page
    complaints: list[str]


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[Callable[..., Tab]]:
    """Opens an address in a window of its own; a complaint of the console fails the test at its end."""
    tabs: list[Tab] = []

    def open_at(url: str, width: int = 1440, **options: object) -> Tab:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        tab = Tab(context.new_page(), [])
        tab.page.on(
            "console", lambda said: tab.complaints.append(said.text) if said.type in ("error", "warning") else None
        )
        tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
        tab.page.goto(url)
        tabs.append(tab)
        return tab

    yield open_at
    complaints = [complaint for tab in tabs for complaint in tab.complaints]
    for tab in tabs:
        tab.page.context.close()
    assert complaints == []
