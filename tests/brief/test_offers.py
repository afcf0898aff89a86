"""Offers, their versions, the answers to each, and what became of conditions."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from dragoman.brief.offers import bearing, main_issue, offers
from dragoman.brief.scene import Dossier, View, set_scene
from dragoman.brief.standpoints import offers_section
from dragoman.kinds.demand import Demand
from dragoman.kinds.proposal import Proposal
from dragoman.kinds.response import Response
from dragoman.merge import block_of, merge_block, witness
from dragoman.types import Actor, Entry, Record, Term
from tests.records import ALAND, BORLAND, agreement, article, march, quote, truce

NORLAND = Actor("Norland", (), "Norland", None, "state")
ISSUES = {"truce": "ceasefire", "prisoners": "prisoners"}
MONITORS = "neutral observers along the whole border"


def proposal(id: str, *terms: Term, by: Actor = ALAND, to: tuple[Actor, ...] = (BORLAND,)) -> Proposal:
    return Proposal(id=f"{id}-o", article=id, evidence=quote("They offered it."), by=(by,), to=to, terms=terms)


def response(id: str, stance: str, about: str, *conditions: str, by: Actor = BORLAND, vague: bool = False) -> Response:
    return Response(
        id=f"{id}-r", article=id, evidence=quote("They answered."), by=(by,), stance=stance,  # type: ignore[arg-type]
        about=about, conditions=conditions, in_principle=vague,
    )  # fmt: skip


def demand(id: str, content: str, by: Actor) -> Demand:
    return Demand(id=f"{id}-d", article=id, evidence=quote(content), by=(by,), content=content)


def scene(*told: tuple[int, Record]):
    known = {record.article: witness(article(record.article, day)) for day, record in told}
    blocks: dict[str, list[Record]] = {}
    for _, record in told:
        blocks.setdefault(block_of(record), []).append(record)
    entries: list[Entry] = [entry for block in sorted(blocks) for entry in merge_block(blocks[block], known)]
    articles = {record.article: article(record.article, day) for day, record in told}
    return set_scene(Dossier(name="x", entries=tuple(entries), verdicts={}, articles=articles), View(as_of=march(30)))


FIRST = (3, proposal("a", truce("P30D", text="a truce of 30 days")))
SECOND = (9, proposal("b", truce("P60D", text="a truce of 60 days")))


def test_versions_of_one_matter_by_one_party_are_one_offer_and_answers_go_to_the_latest_known() -> None:
    (offer,) = offers(
        scene(FIRST, (5, response("c", "reject", "the truce")), SECOND, (12, response("d", "accept", "the truce"))),
        ISSUES,
    )
    assert (offer.issue, offer.by, [version.n for version in offer.versions]) == ("ceasefire", ("Aland",), [1, 2])
    told = [[(answer.side, answer.stance) for answer in version.answers] for version in offer.versions]
    assert told == [[("Borland", "reject")], [("Borland", "accept")]]
    assert [version.pending for version in offer.versions] == [(), ()]


def test_a_later_version_leaves_those_who_were_asked_pending_again() -> None:
    (offer,) = offers(scene(FIRST, (5, response("c", "accept", "the truce")), SECOND), ISSUES)
    assert [version.pending for version in offer.versions] == [(), ("Borland",)]


def test_an_answer_about_something_else_or_before_the_offer_is_no_answer_to_it() -> None:
    told = scene((2, response("c", "reject", "the truce")), FIRST, (5, response("d", "accept", "the grain quota")))
    (offer,) = offers(told, ISSUES)
    assert offer.versions[0].answers == ()


def test_an_answer_of_years_later_is_none_to_an_offer_of_then() -> None:
    told = scene(FIRST, (5, response("c", "accept", "the truce")))
    years_ago = [
        replace(e, first_seen=OF_OLD, last_seen=OF_OLD) if e.kind == "proposal" else e for e in told.dossier.entries
    ]
    (offer,) = offers(set_scene(replace(told.dossier, entries=tuple(years_ago)), View(as_of=march(30))), ISSUES)
    assert offer.versions[0].answers == ()


OF_OLD = date(2027, 3, 1)


def test_nobody_answers_its_own_offer_and_who_is_named_as_offering_is_answered() -> None:
    kenya, uganda = (Actor(name, (), name, None, "state") for name in ("Kenya", "Uganda"))
    by_kenya = (3, proposal("a", truce(text="a truce at sea"), by=kenya, to=(uganda,)))
    by_uganda = (5, proposal("b", truce(text="a truce on land"), by=uganda, to=(kenya,)))
    cases = {
        ("the truce", "Kenya"): {"Uganda": ["Kenya"]},
        ("the truce", "Uganda"): {"Kenya": ["Uganda"]},
        ("the truce", "Borland"): {"Uganda": ["Borland"]},  # the latest one
        ("the Kenyan truce plan", "Borland"): {"Kenya": ["Borland"]},
        ("Norway's truce plan", "Borland"): {},  # which nobody has told of
    }
    for (about, side), expected in cases.items():
        answer = (7, response("c", "reject", about, by=Actor(side, (), side, None, "state")))
        several = offers(scene(by_kenya, by_uganda, answer), ISSUES)
        told = {one.by[0]: [a.side for version in one.versions for a in version.answers] for one in several}
        assert {by: sides for by, sides in told.items() if sides} == expected, about


def test_only_who_was_asked_or_answered_before_has_not_answered() -> None:
    bare = proposal("a", truce("P30D", text="a truce of 30 days"), to=())
    later = proposal("b", truce("P60D", text="a truce of 60 days"), to=())
    told = scene((3, bare), (5, response("c", "reject", "the truce")), (9, later))
    assert [version.pending for version in offers(told, ISSUES)[0].versions] == [(), ("Borland",)]
    agreed = scene((3, bare), (5, response("c", "reject", "the truce")), (9, later), (11, agreement("d", "a truce")))
    assert [version.pending for version in offers(agreed, ISSUES)[0].versions] == [(), ()]


def test_support_in_principle_is_told_as_such_and_drops_no_condition() -> None:
    answer = (5, response("c", "accept_conditionally", "the truce", MONITORS))
    (offer,) = offers(scene(FIRST, answer, (7, response("d", "accept", "the truce", vague=True))), ISSUES)
    (condition,) = [one for given in offer.versions[0].answers for one in given.conditions]
    assert condition.status == "stated"
    assert any(line.text.startswith("supports, ") for line in offers_section((offer,), 2031).lines)


def test_other_matters_and_other_parties_are_other_offers() -> None:
    swap = proposal("b", Term("prisoners", "an exchange of prisoners"))
    several = offers(scene(FIRST, (4, swap), (5, proposal("c", truce(text="a truce"), by=NORLAND))), ISSUES)
    assert [(one.issue, one.by) for one in several] == [
        ("ceasefire", ("Norland",)), ("prisoners", ("Aland",)), ("ceasefire", ("Aland",)),
    ]  # fmt: skip
    assert main_issue(proposal("d", Term("other", "a thing"))) == "other"


def test_a_condition_is_stated_discussed_met_refused_or_dropped() -> None:
    answer = (5, response("c", "accept_conditionally", "the truce", MONITORS))
    cases = {
        "stated": (),
        "discussed": ((7, demand("d", "no neutral observers along the border", ALAND)),),
        "met": ((7, agreement("d", MONITORS)),),
        "refused": ((7, response("d", "reject", MONITORS, by=ALAND)),),
        "dropped": ((7, response("d", "accept", "the truce")),),
    }
    for status, later in cases.items():
        (offer,) = [one for one in offers(scene(FIRST, answer, *later), ISSUES) if one.issue == "ceasefire"]
        (condition,) = [one for given in offer.versions[0].answers for one in given.conditions]
        assert (condition.status, condition.since) == (status, march(7) if later else march(5))
        assert (condition.by is not None) == bool(later)


def test_what_a_party_says_itself_and_what_shares_no_words_bears_on_no_condition() -> None:
    entry = scene((7, demand("d", MONITORS, BORLAND))).dossier.entries[0]
    assert bearing(entry, MONITORS, "Borland") is None
    assert bearing(entry, MONITORS, "Aland") == "discussed"
    assert bearing(entry, "the release of prisoners", "Aland") is None
    assert bearing(entry, "observers", "Aland") is None  # one word finds nothing


def test_offers_are_told_in_lines() -> None:
    told = scene(FIRST, (5, response("c", "accept_conditionally", "the truce", MONITORS)), SECOND)
    rows = [(line.label.strip(), line.text) for line in offers_section(offers(told, ISSUES), 2031).lines]
    assert [label for label, _ in rows] == ["Mon 3 Mar", "Borland", "if", "Sun 9 Mar", "no answer"]
    assert "version 1 of 2" in rows[0][1]
    assert rows[1][1].startswith("accepts on conditions, Wed 5 Mar (response-")
    assert rows[2][1] == f"“{MONITORS}”: stated, Wed 5 Mar"
    assert rows[4][1] == "Borland"
