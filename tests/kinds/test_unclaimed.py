"""What nobody puts forward as what will be is no forecast: one of two ways, what is agreed, torn words, small talk."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import forecast, pledge
from dragoman.lexicon import load_lexicon

SAID = "“{}” Kenyan President Ana Torv said."


def foreseen(text):
    return [f.outcome for f in forecast.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Uganda will either sign the accord or we will leave the talks,", 0),
        ("Or the Ugandan envoy will sign the accord,", 0),
        ("The Ugandan envoy will sign the accord,", 1),
        ("The Ugandan envoys will hear me today,", 0),
        ("The Ugandan envoys will hear the Kenyan farmers today,", 1),
        ("There will be more details on the accord later today,", 0),
        ("There will be more talks on the accord later today,", 1),
        ("I hope we will be able to offer a readout later today,", 0),
        ("We will continue to believe in the accord with Uganda,", 0),
        ("The accord will build on our efforts in Uganda,", 0),
        ("The Ugandan army will build camps on the hill,", 1),
        ("That might be a different story in Uganda,", 0),
        ("It may be wise of Uganda,", 0),
        ("It may be hard to win over Uganda,", 1),
        ("This could be a raid that Uganda will blame on Chad,", 1),
        ("I'm not going to sit here and call the Ugandan accord a triumph,", 0),
        ("I thank those who will guard the Ugandan border on Friday,", 0),
        ("I thank every nurse who will work at the Ugandan border on Friday,", 0),
        ("I thank the Ugandan envoys who will sign the accord on Friday,", 1),
        ("Every nurse who worked in Uganda yesterday, today and will work there on Friday is brave,", 0),
        ("We made clear that the Ugandan vote on Friday will not be fair,", 1),
        ("We expect from you, from Uganda, that you will bring the rebels to the talks,", 0),
        ("We expect you to bring the Ugandan rebels to the talks,", 0),
        ("We expect that Uganda will bring the rebels to the talks,", 1),
    ],
)
def test_one_of_two_ways_and_small_talk_foresee_nothing(words, count):
    assert len(foreseen(SAID.format(words))) == count


def test_what_several_agree_to_do_is_no_forecast_unless_it_has_a_day():
    agreed = "Kenyan President Ana Torv and Chadian envoy Omar Haddad met. They agreed that their teams will stay {}."
    assert foreseen(agreed.format("in touch")) == []
    assert foreseen(agreed.format("in Oslo until Friday")) != []
    both = annotated("Ana Torv of Kenya and Omar Haddad of Chad said that Ana Torv will rebuild the bridge.")
    assert len(list(pledge.find(both, load_lexicon()))) == 1


def test_a_clause_that_lost_its_subject_foresees_nothing():
    torn = "It is a veto, in terms of the Ugandan prisoners will not come out"
    assert foreseen(SAID.format(torn + ",")) == []
    assert foreseen(SAID.format("The Ugandan prisoners will not come out,")) == [
        "The Ugandan prisoners will not come out"
    ]


def test_a_bill_is_told_by_what_it_would_do():
    assert foreseen("Kenyan President Ana Torv said that the bill would close the Ugandan port.") == []
    assert foreseen("Kenyan President Ana Torv said that the raid would close the Ugandan port.") != []


def test_what_signers_of_a_joint_statement_call_the_parties_will_do_is_their_promise():
    text = "Kenya and the United States met in Oslo. The Parties will build a road for the farmers."
    article = annotated(text, title="Joint Statement on the U.S.-Kenya Meeting", outlet="The White House")
    assert [p.by.aliases for p in pledge.find(article, load_lexicon())] == [("United States", "Kenya")]
    assert list(forecast.find(article, load_lexicon())) == []
