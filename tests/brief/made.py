"""A small negotiation of our own making, as entries: Arvonia and Belmark at war, Corria between them, March 2031."""

from __future__ import annotations

from datetime import date

from dragoman.brief.scene import Dossier
from dragoman.kinds.action import Action
from dragoman.kinds.agreement import Agreement
from dragoman.kinds.contact import Contact
from dragoman.kinds.demand import Demand
from dragoman.kinds.forecast import Forecast
from dragoman.kinds.non_answer import NonAnswer
from dragoman.kinds.pledge import Pledge
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.types import (
    Account,
    Actor,
    Article,
    Dispute,
    Entry,
    Evidence,
    Omission,
    Record,
    State,
    Support,
    Term,
    Verdict,
    When,
)

OUTLETS = {
    "arv": "Arvonian Presidency",
    "bel": "Belmark Foreign Ministry",
    "post": "Harbour Post",
    "wire": "Coast Wire",
}
SIDES = {"arv": "Arvonia", "bel": "Belmark"}

ILVA = Actor("Ilva Torn", ("Torn",), "Arvonia", "president", "person")
BRAN = Actor("Bran Okell", ("Okell",), "Belmark", "president", "person")
ENVOY = Actor("Sera Quill", ("Quill",), "Corria", "envoy", "person")
PREMIER = Actor("Odo Marsh", (), "Corria", "prime minister", "person")
ARVONIA = Actor("Arvonia", (), "Arvonia", None, "state")
BELMARK = Actor("Belmark", (), "Belmark", None, "state")
CORRIA = Actor("Corria", (), "Corria", None, "state")


def day(text: str) -> date:
    """A day of March 2031 by its number, or any day in full."""
    return date.fromisoformat(text if "-" in text else f"2031-03-{int(text):02}")


def when(start: str, end: str | None = None, *, approx: bool = False) -> When:
    """A window of days."""
    return When(start, day(start), day(end or start), approx)


def article(name: str, published: str) -> Article:
    """An article of one of `OUTLETS`; its name is outlet and day, as "post-12"."""
    outlet = OUTLETS[name.partition("-")[0]]
    return Article(id=name, name=name, text="", outlet=outlet, origin=outlet, published=day(published))


def support(record: str, place: str, quote: str) -> Support:
    """One record of the article `place`; its words start at a place that depends on the record's name alone."""
    start = sum(map(ord, record)) * 10
    outlet, _, published = place.partition("-")
    words = Evidence(start, start + len(quote), quote)
    return Support(record, place, OUTLETS[outlet], SIDES.get(outlet), day(published), (words,))


def entry(name: str, record: Record, line: str, *supports: Support, **more: object) -> Entry:
    """An entry whose origins and days are those of its supports."""
    seen = sorted(s.seen for s in supports if s.seen)
    return Entry(
        id=name,
        kind=str(record.__struct_config__.tag),
        record=record,
        line=line,
        supports=supports,
        origins=tuple(sorted({s.origin for s in supports})),
        corroboration="single",
        first_seen=seen[0],
        last_seen=seen[-1],
        **more,  # type: ignore[arg-type]
    )


def common(words: Support) -> dict[str, object]:
    """What every record has: its article and its evidence."""
    return {"article": words.article, "evidence": words.evidence}


def entries() -> tuple[Entry, ...]:
    """The whole story, one entry of each sort."""
    met = support("met", "post-12", "Quill met Okell in Tessaly on Tuesday")
    met_bel = support("met2", "bel-12", "President Okell received the envoy of Corria, Sera Quill")
    told = support("told", "post-12", "she called the prime minister ten minutes later")
    call = support("call", "wire-14", "Torn and Okell will speak by phone next week")
    held_a = support("held1", "arv-08", "The presidents spoke for 40 minutes")
    held_b = support("held2", "bel-08", "The conversation lasted one hour and a half")
    offer = support("offer", "wire-10", "Arvonia and Corria offered a 20-day ceasefire")
    yes_if = support("yes", "bel-13", "Belmark accepts the ceasefire once arms deliveries stop")
    truce = support("truce", "post-11", "Arvonia and Corria agreed to offer a 20-day ceasefire")
    demand = support("demand", "bel-13", "arms deliveries must stop")
    vow = support("vow", "post-02", "I will open the port by the end of February")
    hope = support("hope", "wire-14", "a deal is possible in the coming weeks")
    right = support("right", "wire-05", "the presidents will talk this week")
    silent = support("silent", "post-14", "Quill would not say who would hold the river towns")
    raid = support("raid", "post-09", "Belmark shelled the harbour")
    length = Dispute("duration", (Account("PT40M", (held_a,)), Account("PT90M", (held_b,))))
    left_out = Omission("topic", "the river towns", "Arvonia", "Belmark", (held_a,))
    return (
        entry(
            "e-met",
            Contact(**common(met), mode="meeting", participants=(ENVOY, BRAN), place="Tessaly", when=when("11")),
            "meeting of Sera Quill and Bran Okell in Tessaly, 11 Mar",
            met,
            met_bel,
        ),
        entry(
            "e-told",
            Contact(**common(told), mode="briefing", participants=(ENVOY, PREMIER), latency="PT10M", when=when("11")),
            "briefing of Odo Marsh by Sera Quill",
            told,
        ),
        entry(
            "e-call",
            Contact(**common(call), mode="call", participants=(ILVA, BRAN), when=when("17", "23"), status="expected"),
            "call of Ilva Torn and Bran Okell, expected 17-23 Mar",
            call,
        ),
        entry(
            "e-held",
            Contact(**common(held_a), mode="call", participants=(ILVA, BRAN), when=when("07"), duration="PT40M/PT90M"),
            "call of Ilva Torn and Bran Okell, 7 Mar",
            held_a,
            held_b,
            disputes=(length,),
            omissions=(left_out,),
            history=(State("expected", day("05"), "right"), State("held", day("08"), "held1")),
        ),
        entry(
            "e-offer",
            Proposal(
                **common(offer),
                by=(ARVONIA, CORRIA),
                to=(BELMARK,),
                terms=(Term("ceasefire", "a 20-day ceasefire", "P20D"),),
                when=when("10"),
            ),
            "Arvonia and Corria offer a 20-day ceasefire",
            offer,
        ),
        entry(
            "e-yes",
            Response(
                **common(yes_if),
                by=(BELMARK,),
                stance="accept_conditionally",
                about="the ceasefire",
                conditions=("once arms deliveries stop",),
                when=when("13"),
            ),
            "Belmark accepts the ceasefire on conditions",
            yes_if,
        ),
        entry(
            "e-truce",
            Agreement(
                **common(truce),
                parties=(ARVONIA, CORRIA),
                content="to offer a 20-day ceasefire",
                terms=(Term("ceasefire", "a 20-day ceasefire", "P20D"),),
                when=when("11"),
            ),
            "Arvonia and Corria agreed to offer a 20-day ceasefire",
            truce,
        ),
        entry(
            "e-demand",
            Demand(**common(demand), by=(BELMARK,), content="arms deliveries must stop", issue="military_aid"),
            "Belmark demands that arms deliveries stop",
            demand,
        ),
        entry(
            "e-vow",
            Pledge(
                **common(vow), by=BRAN, content="open the port", deadline=when("2031-02-01", "2031-02-28")
            ),
            "Bran Okell promised to open the port",
            vow,
        ),
        entry(
            "e-hope",
            Forecast(**common(hope), speaker=ENVOY, outcome="a deal", window=when("14", "2031-04-25", approx=True)),
            "Sera Quill: a deal is possible in the coming weeks",
            hope,
        ),
        entry(
            "e-right",
            Forecast(**common(right), speaker=ENVOY, outcome="the presidents will talk", window=when("03", "09")),
            "Sera Quill: the presidents will talk this week",
            right,
        ),
        entry(
            "e-silent",
            NonAnswer(**common(silent), by=ENVOY, about="who would hold the river towns"),
            "Sera Quill would not say who would hold the river towns",
            silent,
        ),
        entry(
            "e-raid",
            Action(**common(raid), actor=(BELMARK,), target=(ARVONIA,), type="ASSAULT", when=when("09")),
            "Belmark shelled the harbour",
            raid,
        ),
    )  # fmt: skip


def verdicts() -> dict[str, Verdict]:
    """What became of the forecasts, the pledge and the planned call by 14 March 2031."""
    found = (
        Verdict(entry="e-vow", outcome="overdue", rule="overdue", reason="the port is closed", due=day("2031-02-28")),
        Verdict(entry="e-call", outcome="open", rule="open", reason="still to come", due=day("23")),
        Verdict(entry="e-hope", outcome="open", rule="open", reason="still open", due=day("2031-04-25"), soft=True),
        Verdict(
            entry="e-right",
            outcome="came_true",
            rule="met",
            reason="they talked on 7 Mar",
            due=day("09"),
            decided_by="e-held",
            decided_on=day("07"),
        ),
    )
    return {verdict.entry: verdict for verdict in found}


def dossier() -> Dossier:
    """The story with its articles."""
    places = sorted({s.article for item in entries() for s in item.supports})
    articles = {place: article(place, place.partition("-")[2]) for place in places}
    return Dossier(name="river war", entries=entries(), verdicts=verdicts(), articles=articles, head="7f3ac1d2e4b5a697")
