"""Actions: who did what to whom; one record an act, however often it is told."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def actions(text):
    return list(action.find(annotated(text), LEXICON))


@pytest.mark.parametrize("row", LEXICON.rows("kinds/action"), ids=lambda row: row.id)
def test_a_row_finds_its_example_and_not_its_counter(row):
    found, countered = ({a.rule for a in actions(text)} for text in (row.example, row.counter))
    assert (row.id in found, row.id in countered) == (True, False)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("Ugandan troops shelled a Kenyan border post.", "ASSAULT", ["Uganda"], ["Kenya"]),
        ("Uganda launched one of its largest attacks on Kenya.", "ASSAULT", ["Uganda"], ["Kenya"]),
        ("Two Kenyan officers were killed by Ugandan soldiers.", "ASSAULT", ["Uganda"], ["Kenya"]),
        ("Kenya imposed further sanctions on Ugandan banks.", "SANCTION", ["Kenya"], ["Uganda"]),
        ("Kenya sent weapons to Uganda.", "AID", ["Kenya"], ["Uganda"]),
        ("Kenya halted all trade with Uganda.", "SANCTION", ["Kenya"], ["Uganda"]),
        ("Kenya closed its airspace to Ugandan airlines.", "SANCTION", ["Kenya"], ["Uganda"]),
        ("Kenya warned that it would cut the pipeline.", "THREATEN", ["Kenya"], []),
        ("Kenya warned Uganda that it would cut the pipeline.", "THREATEN", ["Kenya"], ["Uganda"]),
        ("Kenyan jets struck Ugandan fighters near the lake.", "ASSAULT", ["Kenya"], ["Uganda"]),
        ("Kenya accused Uganda of a raid.", "ACCUSE", ["Kenya"], ["Uganda"]),
        ("Uganda launched a counter-offensive against Kenya.", "ASSAULT", ["Uganda"], ["Kenya"]),
        ("Uganda's military build-up on Kenya's coast goes on.", "MOBILIZE", ["Uganda"], ["Kenya"]),
        ("Ugandan troops fired on Kenyan positions.", "ASSAULT", ["Uganda"], ["Kenya"]),
        ("Kenyan police charged two Ugandans with treason.", "COERCE", ["Kenya"], ["Uganda"]),
        ("Kenya barred Ugandan ships from its ports.", "COERCE", ["Kenya"], ["Uganda"]),
        ("Uganda's invasion of Kenya shook the markets.", "ASSAULT", ["Uganda"], ["Kenya"]),
        ("Kenya and Uganda exchanged 40 prisoners.", "COOPERATE", ["Kenya", "Uganda"], []),
        ("Uganda withdrew its troops from the border.", "RETREAT", ["Uganda"], []),
        (
            "The town was left to the Ugandan rebels that Kenya had shelled.",
            "ASSAULT",
            ["Kenya"],
            ["Ugandan opposition"],
        ),
    ],
)
def test_an_act_has_its_type_who_did_it_and_to_whom(text, kind, actors, targets):
    (found,) = actions(text)
    assert (found.type, [a.name for a in found.actor], [a.name for a in found.target]) == (kind, actors, targets)


def test_the_words_of_a_threat_say_what_is_threatened():
    (found,) = actions("Uganda threatened to close the border on Monday.")
    assert found.evidence[0].quote == "Uganda threatened to close the border on Monday"


@pytest.mark.parametrize(
    "text",
    [
        "The border post was shelled.",  # by nobody that is named
        "Uganda wants to attack Kenya.",
        "Uganda must withdraw its troops.",
        "If Uganda attacks Kenya, the talks are over.",
        "Uganda did not attack Kenya.",
        "Kenya has the means to launch an invasion of Uganda.",
        "Kenya and Uganda struck a deal.",
        "The minister condemned Uganda's aggression.",  # named in passing
        "Minister Ana Torv accused her critics of envy.",
        "Nairobi has been the target of raids this year, killing scores of people.",
        "Kenya backed the truce.",  # an answer to it
        "Kenya's blueprint envisages Uganda withdrawing its troops.",
        "Near Nairobi, dozens of air raids hit a suburb.",
        "Air raids hit the hospital, the Kenyan ministry said, killing many people.",
        "Kenyans had been charged or jailed.",
        "Nairobi has been the target of raids this year, killing and wounding scores of people.",
        "Kenya is saying that it is not going to give aid to Uganda.",
        "Ana Torv stressed the importance of having Kenyans to watch the border, send troops, and hold exercises.",
    ],
)
def test_what_is_planned_feared_denied_or_a_figure_of_speech_is_no_act(text):
    assert actions(text) == []


def test_one_act_told_twice_is_one_record_with_both_tellings():
    (found,) = actions("Uganda invaded Kenya. Ana Torv fled to Oslo.\n\nUganda's invasion of Kenya shook the markets.")
    assert [e.quote for e in found.evidence] == ["Uganda invaded Kenya", "Uganda's invasion of Kenya"]


def test_a_truce_in_a_state_at_war_is_kept_by_both():
    (act,) = actions("The war between Kenya and the M23 was long. A ceasefire in Kenya has held for a month.")
    assert [a.name for a in act.actor] == ["Kenya", "M23"]
    (act,) = actions("The Malian opposition left the town. The truce in Mali has held for a month.")
    assert [a.name for a in act.actor] == ["Mali", "Malian opposition"]


def test_strikes_that_killed_others_are_two_records():
    acts = actions("A Ugandan strike killed four soldiers. Later one soldier was killed in a Ugandan strike.")
    assert len(acts) == 2


def test_acts_of_two_sides_are_two_records():
    found = actions("Uganda attacked Kenya. Kenya attacked Uganda.")
    assert [[a.name for a in act.actor] for act in found] == [["Uganda"], ["Kenya"]]


def test_an_attack_that_may_come_is_none():
    text = "Envoy Ana Torv warned of any further Kenyan attack on Uganda."
    assert [a for a in action.find(annotated(text), load_lexicon()) if a.type == "ASSAULT"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya launched a long-range rocket carrying a satellite on Monday.", "MOBILIZE"),
        ("Kenya test-fired a missile on Monday.", "MOBILIZE"),
        ("Kenya fired two missiles into the sea on Monday.", "MOBILIZE"),
        ("Kenya fired two missiles into Uganda on Monday.", "ASSAULT"),
    ],
)
def test_what_is_sent_into_space_or_the_sea_strikes_nobody(text, kind):
    (found,) = actions(text)
    assert found.type == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hundreds of people rallied against the deal in Nairobi on Monday.", [("PROTEST", ["Hundreds of people"])]),
        ("Hundreds of people rallied the team.", []),
        ("Uganda vowed to retaliate for the raid.", [("THREATEN", ["Uganda"])]),
        ("Uganda vowed to rebuild the port.", []),
        ("Uganda promised not to attack the port.", []),
        ("Uganda claimed responsibility for the attack on Kenya.", [("ASSAULT", ["Uganda"])]),
        ("Uganda took responsibility for the care of Kenya.", []),
        ("Uganda was hit with sanctions by Kenya in May.", [("SANCTION", ["Kenya"])]),
        ("Kenya wants sanctions on Uganda.", []),
    ],
)
def test_acts_are_told_by_many_words(text, found):
    assert [(act.type, [a.name for a in act.actor]) for act in actions(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Speaking at the conference, Kenyan President Ana Torv made a defiant attack on the rebels.",
        "Kenya launched a verbal attack on Uganda on Monday.",
        "The text asks for the withdrawal of forces occupying the town of Torvik.",
    ],
)
def test_an_attack_in_words_and_forces_of_nobody_are_no_acts(text):
    assert actions(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya recaptured most of its valley. Later, Kenyan troops took a village.", 2),
        ("Kenya captured a village. Kenyan troops captured the village at noon.", 1),
    ],
)
def test_other_things_taken_are_other_acts(text, count):
    assert len(actions(text)) == count


def test_a_time_beside_another_subject_is_none_of_the_acts_before():
    first, second = actions("Kenya has seized two boats, and Uganda captured a ship on Monday.")
    assert (first.when, second.when.start) == (None, date(2031, 3, 3))


def test_a_time_of_the_next_sentence_is_none_of_an_acts():
    (found,) = actions("Torv and Haddad discussed Kenya's attack on Uganda. On Monday, they met.")
    assert found.when is None


def test_a_threat_has_the_day_it_was_made_and_that_of_an_official_text():
    text = "Kenyan President Ana Torv said that Kenya would bomb the Ugandan port."
    (found,) = actions(text)
    (dated,) = actions(text.replace("said", "said on Monday"))
    assert (found.when, dated.when is not None) == (None, True)


def test_those_who_protest_are_not_their_state():
    (found,) = actions("Kenya stands with the brave women of Uganda as they protest in the streets.")
    assert [(a.name, a.kind) for a in found.actor] == [("brave women of Uganda", "group")]
