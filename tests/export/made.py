"""Holdings of our own making: Aland and Borland talk, March 2031."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.export.holdings import Holdings, in_order, one_record
from dragoman.kinds.demand import Demand
from dragoman.kinds.non_answer import NonAnswer
from dragoman.kinds.pledge import Pledge
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.types import Article, Evidence, Record, Verdict
from tests.records import (
    ALAND,
    BORLAND,
    KRAL,
    action,
    agreement,
    article,
    contact,
    forecast,
    march,
    on,
    quote,
    statement,
    truce,
)

TEXT = (
    "Anna Lund phoned Boris Kral on Tuesday. “We're ready, more or less”, she said. Lund expects a call this week. "
    "Aland offered a truce of 30 days; Borland refused it. Both agreed to a truce on the grid, monitored by Corland. "
    "Borland shelled the harbour. Kral vowed to open the port by Friday. He would not say more. Aland demands its "
    "prisoners back."
)


def told(words: str) -> tuple[Evidence, ...]:
    """The evidence of some words of `TEXT`, at their place."""
    return quote(words, TEXT.index(words))


def placed(record: Record) -> Record:
    """The record with its words at their place in `TEXT`."""
    return replace(record, evidence=told(record.evidence[0].quote))


def records() -> tuple[Record, ...]:
    """One record of each kind."""
    return (
        contact("a1", on(4), evidence=told("Anna Lund phoned Boris Kral"), place="Tessaly", duration="PT40M"),
        placed(statement("a1", "We're ready, more or less")),
        placed(forecast("a1", "a call this week", on(3, 9))),
        Proposal(id="a1-p", article="a1", evidence=told("Aland offered a truce"), by=(ALAND,), terms=(truce("P30D"),)),
        Response(
            id="a1-r", article="a1", evidence=told("Borland refused it"), by=(BORLAND,), stance="reject", about="it"
        ),
        placed(agreement("a1", "a truce on the grid", on(4), terms=(truce("P30D", "energy"),))),
        placed(action("a1", "Borland shelled the harbour", on(3), actor=(BORLAND,), target=(ALAND,))),
        Pledge(
            id="a1-v", article="a1", evidence=told("Kral vowed to open the port"), by=KRAL, content="to open the port"
        ),
        NonAnswer(id="a1-n", article="a1", evidence=told("would not say more"), by=KRAL, about="more"),
        Demand(
            id="a1-d",
            article="a1",
            evidence=told("Aland demands"),
            by=(ALAND,),
            of=(BORLAND,),
            content="its prisoners",
            issue="prisoners",
        ),
    )


def paper() -> Article:
    """The article of all of them."""
    return article("a1", 5, outlet="Harbour Post", text=TEXT, title="A call", url="https://harbourpost.example/call")


def holdings(several: Iterable[Record] | None = None, verdicts: Iterable[Verdict] = ()) -> Holdings:
    """Some records, by default one of each kind, each an entry of its own under its record's id."""
    kept = records() if several is None else several
    return Holdings(
        name="Grid talks",
        as_of=march(6),
        entries=in_order(one_record(record, paper()) for record in kept),
        verdicts={verdict.entry: verdict for verdict in verdicts},
        articles={"a1": paper()},
    )


def due(entry: str, day: int | None, outcome: str = "open", *, soft: bool = False) -> Verdict:
    """A verdict on an entry that is due on a day of March."""
    return Verdict(
        entry=entry, outcome=outcome, rule="r", reason="nothing found yet", due=march(day) if day else None, soft=soft
    )  # type: ignore[arg-type]
