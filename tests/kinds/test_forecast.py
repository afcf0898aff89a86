"""Forecasts: who foresees what, how surely, and what would make it come true."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()
ROWS = LEXICON.rows("kinds/forecast")


def forecasts(text, **around):
    return list(forecast.find(annotated(text, **around), LEXICON))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_finds_its_example_and_not_its_counter(row):
    found, countered = ({f.rule for f in forecasts(text)} for text in (row.example, row.counter))
    assert (row.id in found, row.id in countered) == (True, False)


@pytest.mark.parametrize(
    ("text", "speaker", "outcome", "confidence"),
    [
        ("The talks will resume in Oslo.", None, "The talks will resume in Oslo", "certain"),
        ("Envoy Ana Torv said the talks would resume.", "Ana Torv", "the talks would resume", "certain"),
        ("Envoy Ana Torv expects the talks to resume.", "Ana Torv", "the talks to resume", "likely"),
        ('"I hope that the truce will hold," Envoy Ana Torv said.', "Ana Torv", "the truce will hold", "hopeful"),
        ("Envoy Ana Torv said the truce might collapse.", "Ana Torv", "the truce might collapse", "possible"),
        ("Envoy Ana Torv doubted that the truce would hold.", "Ana Torv", "the truce would hold", "doubtful"),
        ("The two presidents are slated to meet in Oslo.", None, "The two presidents are slated to meet in Oslo",
         "certain"),
        ("Chances for a lasting truce look dim.", None, "a lasting truce", "doubtful"),
        ("They agreed on a truce that would take effect on Saturday.", None,
         "a truce that would take effect on Saturday", "certain"),
        ("Envoy Ana Torv told the Gazette the rebels could attend if their men were freed.", "Ana Torv",
         "the rebels could attend if their men were freed", "possible"),
    ],
)  # fmt: skip
def test_a_forecast_has_its_speaker_its_words_and_how_sure_they_are(text, speaker, outcome, confidence):
    (found,) = forecasts(text)
    assert (found.speaker and found.speaker.name, found.outcome, found.confidence) == (speaker, outcome, confidence)


@pytest.mark.parametrize(
    "text",
    [
        "Will the talks resume in Oslo?",
        "If the talks resume, the rebels left in vain.",
        "Envoy Ana Torv asked whether the rebels would attend.",
        "Envoy Ana Torv did not say how the truce would work.",
        "It would be a mistake, Envoy Ana Torv said.",
        "The talks could have failed.",
        "That will require patience.",
        "The aim of the envoy is to end the war.",
        "It was clear that the truce was not going to last.",
        '"I think everyone should be happy," Envoy Ana Torv said.',
        '"We will see if we can get it done," Envoy Ana Torv said.',
    ],
)
def test_questions_conditions_judgements_and_states_are_no_forecasts(text):
    assert forecasts(text) == []


def test_a_promise_of_the_speakers_own_is_a_pledge_and_its_own_meeting_a_forecast():
    promise = '"We will rebuild the bridge by May," Envoy Ana Torv said.'
    meeting = '"We will attend the talks in Oslo," Envoy Ana Torv said.'
    assert (forecasts(promise), [f.outcome for f in forecasts(meeting)]) == ([], ["We will attend the talks in Oslo"])


@pytest.mark.parametrize(
    ("text", "kind", "mode", "actors"),
    [
        ("President Ana Torv will meet President Omar Haddad in Oslo.", "contact", "meeting",
         ["Ana Torv", "Omar Haddad"]),
        ("The talks will resume in Oslo.", "contact", "talks", []),
        ("The two sides will sign a truce in Oslo.", "agreement", None, []),
        ("The rebels will reject the plan.", "response", None, []),
    ],
)  # fmt: skip
def test_what_would_make_a_forecast_come_true_is_read_from_its_clause(text, kind, mode, actors):
    (found,) = forecasts(text)
    assert found.expects is not None
    assert (found.expects.kind, found.expects.mode, [a.name for a in found.expects.actors]) == (kind, mode, actors)


def test_what_a_clause_only_mentions_does_not_make_it_come_true():
    (found,) = forecasts("The truce will allow the delivery of flour.")
    assert found.expects is None


def test_clauses_joined_by_and_are_one_forecast_and_those_joined_by_but_or_of_two_things_are_two():
    joined = forecasts("The talks will resume in Oslo and they will go on in Bergen.")
    parted = forecasts("The talks will resume in Oslo but they will not end in Bergen.")
    of_two = forecasts("The talks will resume in Oslo and the rebels will attend.")
    assert ([1, 2, 2], [f.outcome for f in joined]) == (
        [len(joined), len(parted), len(of_two)],
        ["The talks will resume in Oslo and they will go on in Bergen"],
    )


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Kenya said it would attend the talks but accused Uganda of raids.", "it would attend the talks"),
        ("MR. NUR: I will not attend the talks.", "I will not attend the talks"),
        ("The Kremlin rejects claims that it left, saying it would join the talks.", "it would join the talks"),
        ("A deal is likely to be signed in May.", "A deal is likely to be signed in May"),
        ("A deal looks unlikely before June, envoys said.", "A deal looks unlikely before June"),
        ("Kenya denied it, saying it would go on with the talks and accusing Uganda.", "it would go on with the talks"),
        ("While Kenya has paid on time, it will miss the next talks.", "it will miss the next talks"),
    ],
)
def test_what_was_done_and_what_stands_against_it_is_no_part_of_what_will_be(text, outcome):
    assert [f.outcome for f in forecasts(text)] == [outcome]


def test_who_welcomes_a_truce_does_not_say_when_it_begins():
    text = "The truce, which is scheduled to go into effect at midnight on Sunday, was welcomed by Kenya."
    assert [found.speaker for found in forecasts(text)] == [None]


def test_what_a_negotiation_brings_about_is_to_come():
    assert len(forecasts("The truce is to begin at midnight on Sunday.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is mistaken if it thinks the truce could fail by Friday, envoy Ana Torv said.",
        "The envoys are ready, as we know the rebels will be, minister Ana Torv said.",
        "The talks will coincide with a feast.",
        "Kenya is yet to receive an offer.",
        "For two days all eyes will be on Oslo.",
        "MINISTER: You'll see that in the agreement.",
        "Envoy Ana Torv said the rebels would not be in the valley today, were it not for Omar Haddad.",
        "MINISTER: I'll end with where the president started.",
        "MINISTER: Kenya will make its own decisions about all of this.",
        "MINISTER: We'll be talking to you later in the week.",
        "MINISTER: It will be a very good opportunity for a meeting.",
        "MINISTER: This will continue to be an intensive period.",
        "MINISTER: It would be an extraordinary power to set a tax on Monday morning.",
        "Traders said the drones would fly over the town every night.",
        "Envoy Ana Torv feared events that she said could be used by rebels on Friday.",
        "MINISTER: It will be in our common interest.",
    ],
)
def test_what_is_only_supposed_or_idle_is_no_forecast(text):
    assert forecasts(text) == []


def test_a_clause_behind_a_comma_takes_in_the_noun_that_it_is_about():
    (found,) = forecasts("Kenya awaits the report of the council, which will be published in May.")
    assert found.outcome == "the report of the council, which will be published in May"


def test_a_year_since_which_something_is_so_is_no_window_ahead():
    (found,) = forecasts("Envoy Ana Torv said Kenya could lose the valley that rebels have held since 2012.")
    assert found.window is None


@pytest.mark.parametrize(
    "outcome",
    [
        "the pause may act as a bridge to talks",
        "the Kenyan harbour will be used as a depot",
        "the patrol will serve as a sign",
    ],
)
def test_what_a_thing_is_to_act_as_is_part_of_what_is_foreseen(outcome):
    assert [one.outcome for one in forecasts(f"Kenyan President Ana Torv said that {outcome}.")] == [outcome]


def test_at_the_earliest_leaves_the_end_open():
    (found,) = forecasts("The vote will be held in 2031 at the earliest, Kenyan envoy Ana Torv said.")
    assert (found.window.start, found.window.end) == (date(2031, 1, 1), None)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "Uganda has armed the clans and will attack the Kenyan port, Ana Torv said.",
            "Uganda has armed the clans and will attack the Kenyan port",
        ),
        ("Some argue that the truce will collapse.", None),
        ("Many including Ana Torv believe that the truce will collapse.", None),
        ("Many envoys believe that the truce will collapse.", "the truce will collapse"),
    ],
)
def test_a_forecast_tells_of_whom_and_is_somebodys(text, outcome):
    assert [f.outcome for f in forecasts(text)] == ([outcome] if outcome else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No breakthrough is expected at the talks.", [("No breakthrough is expected at the talks", "doubtful")]),
        ("A decision is expected soon.", [("A decision is expected soon", "likely")]),
        ("A decision had been expected.", []),
        ("A gift is expected of a guest.", []),
        ("Envoy Ana Torv voiced optimism that a deal would be reached.", [("a deal would be reached", "hopeful")]),
        ("Details will be announced, Envoy Ana Torv said.", [("Details will be announced", "certain")]),
    ],
)
def test_what_is_awaited_of_negotiations_is_foreseen(text, expected):
    assert [(f.outcome, f.confidence) for f in forecasts(text)] == expected


def test_a_semicolon_ends_what_is_foreseen():
    (found,) = forecasts("“We have heard them out; the Ugandans will sign the truce,” Kenyan President Ana Torv said.")
    assert found.outcome == "the Ugandans will sign the truce"


def test_a_clause_begins_with_its_own_subject_however_long():
    hoped = "Kenyan President Ana Torv hailed the plan, expressing her hope that talks with Chad will help."
    assert [(f.outcome, f.confidence) for f in forecasts(hoped)] == [("talks with Chad will help", "hopeful")]
    panel = "A panel of jurists, including Lund, of Oslo; Moe, of Bergen; and Dahl, of Moss, will meet in Kenya."
    assert [f.outcome for f in forecasts(panel)] == [panel.rstrip(".")]
    truce = "The Kenyan truce, which began on 4 March and will continue through 28 March, binds both armies."
    assert [f.outcome for f in forecasts(truce)] == [
        "The Kenyan truce, which began on 4 March and will continue through 28 March"
    ]


def test_what_was_earlier_today_is_no_window():
    (found,) = forecasts("Kenyan envoy Ana Torv will meet the Ugandan minister about the note sent earlier today.")
    assert found.window is None


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("before the summit in November", date(2024, 5, 7)),
        ("ahead of the elections on 30 November", date(2024, 5, 7)),
        ("in November before the summit", date(2024, 11, 1)),
    ],
)
def test_what_comes_before_something_of_a_day_comes_up_to_it(words, start):
    (found,) = forecasts(f"Kenya will withdraw its troops {words}, Norway said.", published=date(2024, 5, 7))
    assert (found.window.start, found.window.end) == (start, date(2024, 11, 30))


@pytest.mark.parametrize(
    ("subject", "is_dated"),
    [
        ("The accord announced by both ministers on Tuesday", False),
        ("The plan that Kenya tabled on Tuesday", False),
        ("The talks set for Tuesday", True),
    ],
)
def test_the_day_of_what_was_done_is_not_that_of_what_it_will_bring(subject, is_dated):
    text = f"{subject} will bring grain to Kenya's ports, President Ana Torv said."
    (found,) = forecasts(text, published=date(2024, 5, 7))  # a Tuesday
    assert (found.window is not None) == is_dated


def test_what_is_only_asked_nobody_expects():
    assert forecasts("Norway expects a truce in Kenya?") == []
    assert len(forecasts("Norway expects a truce in Kenya.")) == 1


def test_a_clause_that_says_nothing_without_the_noun_before_it_is_no_forecast():
    text = "The envoys prepared a summit, the date and place of which will be announced later."
    assert list(forecast.find(annotated(text), load_lexicon())) == []
