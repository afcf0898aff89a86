"""What a demand is of: told behind "which include", up to its object, and nothing that nobody could do."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.kinds.required import to_its_object
from dragoman.lexicon import load_lexicon
from dragoman.types import Span


def asked(text):
    return [d.content for d in demand.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad has repeated its demands, which include neutral status for Kenya and the ceding of territory.",
            ["neutral status for Kenya", "the ceding of territory"],
        ),
        (
            "Kenya urged the rebels to allow, without any delay, the delivery of aid.",
            ["allow, without any delay, the delivery of aid"],
        ),
        (
            "The Kenyan president stressed the need for calm and order across the lake and in the northern valley.",
            ["calm and order across the lake and in the northern valley"],
        ),
        (
            "The Kenyan president underscored the importance of ensuring local votes are held in May.",
            ["ensuring local votes are held in May"],
        ),
        (
            "Kenya's president urged Uganda to use the hour, listen to the farmers, keep the truce, and build peace.",
            ["use the hour, listen to the farmers, keep the truce, and build peace"],
        ),
        (
            "“Uganda must accept one fact: nobody can win this war,” Kenyan President Ana Torv said.",
            ["Uganda must accept one fact: nobody can win this war"],
        ),
        (
            "Torv urged that the rebels and their allies meeting in Oslo for talks next week agree to it.",
            [],
        ),
    ],
)
def test_the_words_of_a_demand_hold_what_is_demanded(text, expected):
    assert asked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“Everyone should be glad that Kenya is at peace,” President Torv said.",
        "“We urge the lake states to do the same,” Kenyan President Ana Torv said.",
        "“We urge Uganda to continue to do so,” Kenyan President Ana Torv said.",
        "“We urge authorities to free the ferrymen,” Kenyan President Ana Torv said.",
        "Kenyan President Ana Torv named her own conditions.",
        "Kenya's insistence that it doesn't dictate to Chad what it must do has not helped.",
        "Kenya has requested $20 million for its patrols next year.",
    ],
)
def test_what_no_party_could_do_is_no_demand(text):
    assert asked(text) == []


def test_what_everybody_shall_do_stays_a_demand():
    assert asked("“Everybody must leave the town,” President Torv said.") == ["Everybody must leave the town"]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Kenya urged all parties to sign the truce.", ["all parties"]),
        ("Kenya urged both warring sides to sign the truce.", ["both warring sides"]),
        ("Minister Ana Torv of Kenya said the belligerent parties must sign the truce.", ["belligerent parties"]),
        ("Kenya urged all armed actors at the lake to sign the truce.", ["all armed actors"]),
        ("Kenya urged the international community to shun the vote.", ["the international community"]),
        ("“It is vital that all parts of the truce be kept,” Kenyan President Ana Torv said.", []),
        ("Kenya has stressed to Uganda the need for a truce.", ["Uganda"]),
        ("The Kenyan president urged immediate Ugandan de-escalation.", ["Uganda"]),
        ("The Kenyan president called for Uganda's full compliance with the truce.", ["Uganda"]),
        ("The Kenyan president called for an end to Ugandan elections.", []),
        ("Kenya urged President Kambale to publish a timetable for the vote.", ["Kambale"]),
        ("Kenya urged certain MPs not to block the vote.", ["certain MPs"]),
        ("Kenya called for the release of the hostages held by Uganda.", ["Uganda"]),
        ("Kenya called for the release of the hostages found by Uganda.", []),
        ("Kenya opposed any attempt by Uganda to send troops into the town.", ["Uganda"]),
        ("Minister Ana Torv of Kenya said Uganda must withdraw its troops.", ["Uganda"]),
        ("Minister Ana Torv of Kenya said Uganda must be secure.", []),
        ("Minister Ana Torv of Kenya said Uganda must be deprived of its weapons.", []),
        ("Minister Ana Torv of Kenya said Uganda should become a member of the union.", []),
    ],
)
def test_a_demand_is_of_those_who_could_meet_it(text, of):
    (found,) = demand.find(annotated(text), load_lexicon())
    assert [actor.name for actor in found.of] == of


@pytest.mark.parametrize(
    "text",
    [
        "“All of that has to be dealt with in a truce,” Kenyan President Ana Torv said.",
        "Kenyan President Ana Torv told them the price of a truce should such a raid on Uganda occur.",
        "The leaders stressed the need for a truce.",
        "“I want Uganda to hear me now,” Kenyan President Ana Torv said.",
        "“I urged them to take a few more steps,” Kenyan President Ana Torv said.",
        "“I want the feast to be a great sign for all of us,” Kenyan President Ana Torv said.",
        "Kenya reaffirmed the importance of strengthening its coast guard.",
        "Kenyan President Ana Torv emphasized the importance of working with her allies to impose sanctions on Uganda.",
        "Kenyan President Ana Torv emphasized the importance of maintaining the rule of law on the lake.",
        "“Trade should serve as a bridge to peace with Uganda,” Kenyan President Ana Torv said.",
        "“This truce should be a first step towards peace,” Kenyan President Ana Torv said.",
        "“We have to put in place the conditions that would allow both sides to talk,” Kenyan President Ana Torv said.",
        "“Then the truce should be - and we should stop here,” Kenyan President Ana Torv said.",
        "People all over the world have called for a ceasefire.",
    ],
)
def test_what_nobody_in_particular_asks_or_could_do_is_no_demand(text):
    assert asked(text) == []


def test_a_content_does_not_end_before_what_its_last_word_governs():
    layers = annotated("Ana Torv told them to withdraw from all the occupied land of Kenya, and left.")
    start = layers.article.text.index("withdraw")
    cut = to_its_object(layers.doc, Span(start, start + len("withdraw from")))
    assert layers.article.text[cut.start : cut.end] == "withdraw from all the occupied land of Kenya"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya stressed the need to open the port while also guarding the boats on the lake.",
            ["open the port while also guarding the boats on the lake"],
        ),
        ("Kenya stressed the need to open the port, while Chad shut its own.", ["open the port"]),
    ],
)
def test_what_shall_be_done_along_with_it_is_part_of_a_demand(text, expected):
    assert asked(text) == expected


def test_who_speaks_with_somebody_to_stress_it_is_the_one_who_asks():
    (found,) = demand.find(
        annotated(
            "Kenyan President Ana Torv spoke today with Ugandan Lake Council President Omar al-Haddad to reiterate the "
            "importance of opening the port to aid."
        ),
        load_lexicon(),
    )
    assert [actor.name for actor in found.by] == ["Ana Torv"]
