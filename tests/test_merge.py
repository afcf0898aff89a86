"""What an entry says of its records together."""

from __future__ import annotations

import pytest

from dragoman.kinds.compare import same_actor
from dragoman.kinds.contact import Contact
from dragoman.kinds.proposal import Proposal
from dragoman.merge import merge_block, witness
from dragoman.types import Actor, Article, Dispute, Entry, Record
from tests.records import (
    ALAND,
    BORLAND,
    KRAL,
    LUND,
    MOSS,
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

WIRE = " ".join(
    f"Sentence {n} of the wire story tells of what envoy {n * 7} carried to town {n * 13}." for n in range(40)
)


def merged(records: list[Record], *articles: Article) -> tuple[Entry, ...]:
    known = {a.id: witness(a, [r for r in records if r.article == a.id]) for a in articles}
    return merge_block(records, known)


def accounts(dispute: Dispute) -> dict[str, list[str]]:
    return {account.value: [support.article for support in account.supports] for account in dispute.accounts}


def test_an_entry_counts_origins_and_not_articles() -> None:
    """A wire story in three papers, credited in two and reprinted without credit in one, is one origin."""
    papers = [
        article("a", origin="Wire", text=WIRE),
        article("b", origin="Wire", text=WIRE.replace("Sentence 3", "Line 3")),
        article("c", text="Our correspondent. " + WIRE[: len(WIRE) * 2 // 3]),
        article("d", text="An account of our own that shares nothing with the others, told at some length here."),
    ]
    (entry,) = merged([contact(p.id, on(4)) for p in papers], *papers)
    assert entry.origins == ("Paper d", "Wire")
    assert [support.article for support in entry.supports] == ["a", "b", "c", "d"]
    (without,) = merged([contact(p.id, on(4)) for p in papers[:3]], *papers[:3])
    assert without.corroboration == "same_origin"


@pytest.mark.parametrize(
    ("outlets", "expected"),
    [
        (["Daily"], "single"),
        (["Daily", "Daily"], "same_origin"),
        (["Daily", "Courier"], "multi_origin_one_side"),
        (["The Kremlin", "Daily"], "multi_origin_one_side"),
        (["The Kremlin", "White House"], "both_sides"),
        (["The Kremlin", "White House", "Daily"], "both_sides_plus_third"),
        (["The Kremlin", "White House", "Downing Street"], "both_sides_plus_third"),
        (["The Kremlin", "Downing Street"], "multi_origin_one_side"),  # London took no part
    ],
)
def test_corroboration_tells_whose_the_origins_are(outlets: list[str], expected: str) -> None:
    pair = (Actor("Vera Orlova", (), "Russia", None, "person"), Actor("Sam Hill", (), "United States", None, "person"))
    papers = [article(f"p{n}", outlet=outlet, text=f"Text number {n}.") for n, outlet in enumerate(outlets)]
    (entry,) = merged([contact(p.id, on(4), participants=pair) for p in papers], *papers)
    assert entry.corroboration == expected


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        (["PT90M", "PT1H30M"], []),
        (["PT90M", "PT100M"], []),  # "about an hour and a half", rounded
        (["PT5M/PT10M", "PT8M"], []),
        (["PT90M", "PT150M"], ["90 minutes", "2 and a half hours"]),
        (["PT90M", "PT150M", "PT90M"], ["90 minutes", "2 and a half hours"]),
    ],
)
def test_lengths_that_cannot_both_be_true_are_disputed(lengths: list[str], expected: list[str]) -> None:
    papers = [article(f"p{n}", text=f"Text number {n}.") for n in range(len(lengths))]
    records = [contact(p.id, on(4), duration=length) for p, length in zip(papers, lengths, strict=True)]
    (entry,) = merged(list(records), *papers)
    assert [account.value for dispute in entry.disputes for account in dispute.accounts] == expected


def test_a_dispute_names_who_says_what() -> None:
    papers = article("a"), article("b"), article("c")
    records = [contact("a", on(4), duration="PT1H"), contact("b", on(4), duration="PT3H"), contact("c", on(4))]
    (entry,) = merged(list(records), *papers)
    assert [accounts(dispute) for dispute in entry.disputes] == [{"1 hour": ["a"], "3 hours": ["b"]}]
    assert entry.disputes[0].accounts[0].supports[0].evidence == records[0].evidence


@pytest.mark.parametrize(
    ("one", "other", "fields"),
    [
        ({"place": "Geneva"}, {"place": "Vienna"}, ["place"]),
        ({"place": "Geneva"}, {"place": "Geneva, Switzerland"}, []),
        ({"status": "expected"}, {}, []),  # a forecast that was met is no contradiction
        ({"status": "denied"}, {}, ["status"]),
        ({"when": on(3, 9)}, {}, []),  # the week holds the day
        ({"when": on(3, 5)}, {"when": on(4, 6)}, ["when"]),
        ({"when": on(3, 5, approx=True)}, {"when": on(4, 6)}, []),
    ],
)
def test_values_that_can_both_be_true_are_no_dispute(
    one: dict[str, object], other: dict[str, object], fields: list[str]
) -> None:
    records = [contact("a", **{"when": on(4), **one}), contact("b", **{"when": on(4), **other})]  # type: ignore[arg-type]
    (entry,) = merged(list(records), article("a"), article("b"))
    assert [dispute.field for dispute in entry.disputes] == fields


def test_the_scope_and_the_figures_of_an_agreement_are_disputed() -> None:
    records: list[Record] = [
        agreement(
            "a", "a halt of strikes on energy", on(4), terms=(truce("P30D", "energy", text="free 175 prisoners"),)
        ),
        agreement(
            "b",
            "a halt of strikes on energy and infrastructure",
            on(4),
            terms=(truce("P30D", "energy", "infrastructure", text="free 150 prisoners"),),
        ),
    ]
    (entry,) = merged(records, article("a"), article("b"))
    assert {dispute.field: accounts(dispute) for dispute in entry.disputes} == {
        "scope": {"ceasefire: energy": ["a"], "ceasefire: energy, infrastructure": ["b"]},
        "count": {"ceasefire prison: 175 prisoners": ["a"], "ceasefire prison: 150 prisoners": ["b"]},
    }


RUSSIAN = Actor("Vera Orlova", (), "Russia", None, "person")
AMERICAN = Actor("Sam Hill", (), "United States", None, "person")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two spoke of a ceasefire.", {"ceasefire: agreed": ["w"], "ceasefire: only discussed": ["k"]}),
        ("The two agreed on a ceasefire.", {}),  # in a form that no record holds
        ("The two spoke of fish.", {}),  # silence is an omission, no contradiction
    ],
)
def test_what_one_sides_readout_has_as_agreed_and_the_others_as_discussed_is_disputed(
    text: str, expected: dict[str, list[str]]
) -> None:
    papers = article("k", outlet="The Kremlin", text=text), article("w", outlet="White House", text="They agreed.")
    call = {"participants": (RUSSIAN, AMERICAN)}
    given: list[Record] = [contact(p.id, on(4), **call) for p in papers]
    truce_agreed = agreement("w", "a truce", on(4), parties=(RUSSIAN, AMERICAN), terms=(truce(),))
    known = {p.id: witness(p, [truce_agreed] if p.id == "w" else []) for p in papers}
    (entry,) = merge_block(given, known)
    assert {k: v for d in entry.disputes if d.field == "outcome" for k, v in accounts(d).items()} == expected


def test_who_proposed_is_disputed_where_each_side_says_that_the_other_did() -> None:
    papers = article("k", outlet="The Kremlin"), article("w", outlet="White House")
    ways = ((ALAND, BORLAND), (BORLAND, ALAND))
    told: list[Record] = [
        Proposal(
            id=p.id, article=p.id, evidence=quote("a truce"), by=(by,), to=(to,), terms=(truce("P30D"),), when=on(4)
        )
        for p, (by, to) in zip(papers, ways, strict=True)
    ]
    (entry,) = merged(told, *papers)
    assert {d.field: accounts(d) for d in entry.disputes} == {
        "proposer": {"ceasefire: Aland": ["k"], "ceasefire: Borland": ["w"]}
    }
    assert isinstance(entry.record, Proposal)
    assert [actor.name for actor in entry.record.by] == ["Aland"]


def test_omissions_are_what_one_sides_own_text_leaves_out() -> None:
    pair = (Actor("Vera Orlova", (), "Russia", None, "person"), Actor("Sam Hill", (), "United States", None, "person"))
    papers = article("k", outlet="The Kremlin"), article("w", outlet="White House"), article("d", outlet="Daily")
    records = [
        contact("k", on(4), participants=pair, topics=("prisoners", "military aid")),
        contact("w", on(4), participants=pair, topics=("prisoners", "shipping in the gulf")),
        contact("d", on(4), participants=pair, topics=("football",)),
    ]
    (entry,) = merged(list(records), *papers)
    assert [(o.field, o.item, o.told_by, o.silent) for o in entry.omissions] == [
        ("topic", "military aid", "Russia", "United States"),
        ("topic", "shipping in the gulf", "United States", "Russia"),
    ]
    assert entry.disputes == ()


def test_readouts_are_compared_by_what_their_sentences_speak_of() -> None:
    """Another scope of one truce is a dispute, a truce of its own is none; an issue without a record is no silence."""
    pair = (Actor("Vera Orlova", (), "Russia", None, "person"), Actor("Sam Hill", (), "United States", None, "person"))
    russian = "They spoke. A pause of strikes on power plants was agreed. It asks for a halt to foreign military aid."
    american = "They spoke. It is a truce on power plants and bridges. A maritime truce at sea will follow."
    papers = article("k", outlet="The Kremlin", text=russian), article("w", outlet="White House", text=american)
    (entry,) = merged([contact("k", on(4), participants=pair), contact("w", on(4), participants=pair)], *papers)
    assert {dispute.field: accounts(dispute) for dispute in entry.disputes} == {
        "scope": {"ceasefire: energy": ["k"], "ceasefire: energy, infrastructure": ["w"]}
    }
    assert [(o.field, o.item, o.told_by) for o in entry.omissions] == [("issue", "military aid", "Russia")]
    assert entry.omissions[0].supports[0].evidence[0].quote == "It asks for a halt to foreign military aid."


def test_what_was_expected_and_then_held_keeps_both_states() -> None:
    records = [contact("b", on(4), duration="PT1H"), contact("a", on(3, 9), status="expected")]
    (entry,) = merged(list(records), article("a", 2), article("b", 5))
    assert isinstance(entry.record, Contact)
    assert (entry.record.status, entry.record.when) == ("held", on(4))
    assert [(state.status, state.seen) for state in entry.history] == [("expected", march(2)), ("held", march(5))]
    assert (entry.first_seen, entry.last_seen) == (march(2), march(5))


def test_the_longest_form_of_a_quotation_is_kept() -> None:
    short = statement("a", "territory, power plants and the release of prisoners")
    whole = statement("b", "We will discuss territory, power plants and the release of prisoners on Tuesday")
    (entry,) = merged([short, whole], article("a", 2), article("b", 5))
    assert entry.line == f"Anna Lund: “{whole.content[0]}”"


def test_an_entrys_id_stays_when_later_articles_join_it() -> None:
    first, later = contact("a", on(4)), contact("b", on(4), place="Geneva")
    (alone,) = merged([first], article("a", 4))
    (joined,) = merged([later, first], article("a", 4), article("b", 6))
    assert alone.id == joined.id
    assert alone.id.startswith("contact-")


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (
            contact("a", on(3, 9), status="expected"),
            "Mon 3 Mar to Sun 9 Mar  Anna Lund and Boris Kral are expected to speak by phone",
        ),
        (contact("a", on(4), mode="meeting", place="Geneva"), "Tue 4 Mar  Anna Lund and Boris Kral met in Geneva"),
        (contact("a", None, status="denied"), "Anna Lund and Boris Kral: call denied"),
        (
            contact("a", on(4), participants=(LUND, KRAL, MOSS), mode="briefing"),
            "Tue 4 Mar  Anna Lund, Boris Kral and Carla Moss held a briefing",
        ),
        (
            agreement("a", "to halt strikes on ports", on(7)),
            "Fri 7 Mar  Aland and Borland: agreed “to halt strikes on ports”",
        ),
        (forecast("a", "the talks resume", on(7)), "Anna Lund forecasts: “the talks resume” (Fri 7 Mar)"),
        (
            forecast("a", "the talks resume", confidence="hopeful", speaker=None),
            "The report forecasts as hoped for: “the talks resume”",
        ),
        (forecast("a", "a deal", confidence="possible"), "Anna Lund forecasts as possible: “a deal”"),
        (statement("a", "Nothing is decided.", None), "A source not named: “Nothing is decided.”"),
    ],
)
def test_a_line_is_one_plain_line(record: Record, line: str) -> None:
    (entry,) = merged([record], article("a"))
    assert entry.line == line


def test_an_article_that_is_not_given_is_its_own_origin() -> None:
    (entry,) = merge_block([contact("x", on(4), evidence=quote("They did."))], {})
    assert (entry.origins, entry.first_seen, entry.corroboration) == (("x",), None, "single")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Joe Torv", "Joseph R. Torv Jr.", True),
        ("Omar J. Haddad III", "Omar Haddad", True),
        ("Omar II", "Omar IV", False),
        ("Tony Torv", "Antony J. Torv", True),
        ("Kirill Torv", "Kiril Torv", True),
        ("Omar Haddad, Jr.", "Omar Nur, Jr.", False),
        ("Omar Torv", "Ana Torv", False),
    ],
)
def test_short_given_names_and_suffixes_are_of_one_person(one, other, expected):
    assert same_actor(*(Actor(name, (), "Kenya", None, "person") for name in (one, other))) is expected
