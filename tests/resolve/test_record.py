"""How well speakers foresee, in counts, rates and scores."""

from __future__ import annotations

from datetime import date

import pytest
from tests.records import LUND, article, forecast, march, witnesses

from dragoman.merge import merge_block
from dragoman.resolve.record import Score, bands, phrases, probability_of, score, standings, wilson
from dragoman.types import Actor, Entry, Outcome, Verdict, When

SHORT = Actor("Lund", (), "Aland", None, "person")


def entry(id: str, outcome: str, window: When | None = None, day: int = 4, **fields: object) -> Entry:
    (made,) = merge_block([forecast(id, outcome, window, **fields)], witnesses(article(id, day)))
    return made


def verdict(of: Entry, outcome: Outcome, on: date | None = None) -> Verdict:
    return Verdict(entry=of.id, outcome=outcome, rule="r", reason="", decided_on=on)


def judged(*outcomes: Outcome, words: str = "a truce comes") -> tuple[list[Entry], dict[str, Verdict]]:
    entries = [entry(f"a{n}", f"{words} {n}") for n in range(len(outcomes))]
    return entries, {e.id: verdict(e, outcome) for e, outcome in zip(entries, outcomes, strict=True)}


@pytest.mark.parametrize(
    ("words", "probability"),
    [
        ("there is a 70 per cent chance of a truce", 0.7),
        ("a truce by May, with 55% probability", 0.55),
        ("the chances of a truce are 20 percent", 0.2),
        ("a 12.5 percent likelihood that they meet", 0.125),
        ("tariffs of 25 per cent will come", None),
        ("a 70 per cent chance, or a 40 per cent chance", None),
        ("a 150 per cent chance of a truce", None),
        ("they will very likely meet", None),
    ],
)
def test_a_probability_is_a_number_that_the_speaker_gave(words: str, probability: float | None) -> None:
    assert probability_of(entry("a", words)) == probability


def test_a_rate_is_given_from_five_decided_cases_on() -> None:
    few, enough = ("came_true", "late", "partly", "failed"), ("came_true", "late", "partly", "failed", "overdue")
    for outcomes, rate in ((few, None), (enough, 0.6), ((*few, "open"), None)):
        (one,) = standings(*judged(*outcomes))
        assert (one.speaker, one.rate) == ("Anna Lund", rate)
    assert one.outcomes == {"came_true": 1, "failed": 1, "late": 1, "open": 1, "partly": 1}


def test_a_speaker_is_one_under_all_names_and_the_narrator_is_none() -> None:
    entries = [entry("a", "one"), entry("b", "two", speaker=SHORT), entry("c", "three", speaker=None)]
    (one,) = standings(entries, {e.id: verdict(e, "open") for e in entries})
    assert (one.speaker, len(one.entries), one.decided) == ("Anna Lund", 2, 0)
    assert LUND.name == one.speaker


def test_the_brier_score_is_the_mean_square_of_what_was_missed_from_five_cases_on() -> None:
    entries, verdicts = judged(*["came_true"] * 4, "failed", words="a 70 per cent chance of a truce")
    assert score(entries, verdicts) == Score(5, round((4 * 0.3**2 + 0.7**2) / 5, 4))
    assert score(entries[:4], verdicts) == Score(4, None)
    assert score(*judged("came_true")) == Score(0, None)


def test_phrases_of_time_are_told_with_the_days_that_they_took() -> None:
    weeks = When("in the coming weeks", march(4), date(2031, 4, 15), approx=True, vagueness=3)
    other = When("In the coming weeks", march(5), date(2031, 4, 16), approx=True, vagueness=3)
    entries = [entry("a", "a truce", weeks), entry("b", "a swap", other, 5), entry("c", "a visit", weeks)]
    entries.append(entry("d", "a call", When("on 9 March", march(9), march(9))))
    outcomes: list[tuple[Outcome, date | None]] = [
        ("came_true", march(14)), ("late", march(25)), ("overdue", None), ("came_true", march(9)),
    ]  # fmt: skip
    known = {e.id: verdict(e, *one) for e, one in zip(entries, outcomes, strict=True)}
    (found,) = phrases(entries, known)
    assert (found.phrase, found.used, found.done, found.waiting) == ("in the coming weeks", 3, 2, 1)
    assert found.days == (10, 15, 20)


def test_forecasts_are_counted_by_how_sure_they_were_and_by_the_probability_given():
    made = [
        entry(f"c{n}", f"there is a {likely} per cent chance of truce {n}", confidence=sure)
        for n, (sure, likely) in enumerate([("certain", 100), ("certain", 70), ("likely", 60), ("hopeful", 59)])
    ]
    known = {one.id: verdict(one, "came_true") for one in made}
    assert [(band.sure, band.used, band.true, band.rate) for band in bands(made, known)] == [
        ("certain", 2, 2, None),
        ("likely", 1, 1, None),
        ("hopeful", 1, 1, None),
        ("40-60 %", 1, 1, None),
        ("60-80 %", 2, 2, None),
        ("80-100 %", 1, 1, None),
    ]


def test_a_share_and_its_interval_are_given_from_five_decided_forecasts_on():
    for outcomes, rate in ((("late",) * 4, None), (("late", "partly", "came_true", "failed", "overdue"), 0.6)):
        (band,) = bands(*judged(*outcomes, "open"))
        assert (band.sure, band.used, band.decided, band.rate) == ("certain", len(outcomes) + 1, len(outcomes), rate)
        assert (band.between is None) == (rate is None)


def test_who_doubts_a_thing_gets_no_credit_for_it():
    doubted = entry("a", "the truce will hold", confidence="doubtful")
    known = {doubted.id: verdict(doubted, "came_true")}
    assert standings([doubted], known) == ()
    assert [(band.sure, band.true) for band in bands([doubted], known)] == [("doubtful", 1)]


def test_what_lapsed_counts_against_no_speaker_but_in_what_sure_words_came_to():
    outcomes = ("came_true", "came_true", "came_true", "lapsed", "lapsed")
    made, known = judged(*outcomes, words="a 50 per cent chance of a truce")
    (speaker,), band = standings(made, known), bands(made, known)[0]
    assert (speaker.decided, speaker.rate) == (3, None)
    assert (band.decided, band.true, band.rate) == (5, 3, 0.6)
    assert score(made, known) == Score(5, 0.25)


@pytest.mark.parametrize(
    ("true", "cases", "low", "high"), [(0, 5, 0.0, 0.434), (5, 5, 0.566, 1.0), (50, 100, 0.404, 0.596)]
)
def test_the_interval_of_a_share_is_wilsons(true, cases, low, high):
    assert [round(end, 3) for end in wilson(true, cases)] == [low, high]


def test_a_speaker_whom_a_ledger_of_before_left_without_a_name_stops_nothing() -> None:
    told = entry("a", "one", speaker=Actor("", (), None, None, "group"))
    (one,) = standings([told], {told.id: verdict(told, "open")})
    assert (one.speaker, len(one.entries)) == ("", 1)
