"""Agreements: two parties or more, something that commits them, and how far it got."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds import BY_NAME
from dragoman.kinds.finders import agreement
from dragoman.lexicon import load_lexicon


def agreements(text):
    return list(agreement.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        ("Kenya and Uganda signed a peace agreement.", ["Kenya", "Uganda"], "reached"),
        ("Kenya agreed with Uganda on a border.", ["Kenya", "Uganda"], "reached"),
        ("Kenya and Uganda agreed to exchange prisoners.", ["Kenya", "Uganda"], "reached"),
        ("A truce was reached between Kenya and Uganda.", ["Kenya", "Uganda"], "reached"),
        ("Norway brokered a truce between Kenya and Uganda.", ["Kenya", "Uganda"], "reached"),
        ("Kenya and Uganda did not reach an agreement.", ["Kenya", "Uganda"], "denied"),
        ("Kenya and Uganda failed to reach an agreement.", ["Kenya", "Uganda"], "denied"),
        ("Kenya is close to signing an accord with Uganda.", ["Kenya", "Uganda"], "near"),
        ("Kenya and Uganda expect to sign an agreement.", ["Kenya", "Uganda"], "expected"),
        ("Kenya and Uganda are close to a deal.", ["Kenya", "Uganda"], "near"),
        ("A deal between Kenya and Uganda is close.", ["Kenya", "Uganda"], "near"),
        ("The truce between Kenya and Uganda collapsed.", ["Kenya", "Uganda"], "broken"),
        ("Kenya's warring sides agreed to a 72-hour truce.", ["Kenya's warring sides"], "reached"),
        ("Kenya's rivals reached a deal on the port.", ["Kenya's rivals"], "reached"),
    ],
)
def test_an_agreement_has_its_parties_and_status(text, parties, status):
    (found,) = agreements(text)
    assert ([a.name for a in found.parties], found.status) == (parties, status)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda agreed that peace is important.",
        "Kenya and Uganda agreed on the need for peace.",
        "Kenya and Uganda agreed to remain in touch.",
        "Kenya and Uganda agreed that more raids will jeopardize the truce.",
        "The ministers of Kenya and Uganda discussed efforts to sign a truce.",
        "Kenya proposed a truce to Uganda.",
        "Kenya and Uganda should sign a truce.",
        "Kenyan farmers agreed to plant trees.",
        "The leaders of Kenya and Uganda expressed support for efforts to end the war and reach a ceasefire deal.",
        "Norway will help Kenya and Uganda reach a truce.",
        "Both parties agreed to build a bridge.",
        "Kenya and Uganda are no closer to a deal.",
        "If Kenya fails to sign the accord with Uganda, the road stays shut.",
        "Kenya and Uganda are nowhere near a deal.",
        "Kenya and Uganda could be close to a deal.",
        "Kenya denied withdrawing from the accord with Uganda.",
    ],
)
def test_what_commits_nobody_is_no_agreement(text):
    assert agreements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda will discuss aid, signing a truce and trade.",
        "Kenya and Uganda will discuss aid, opening the border, signing a truce and trade.",
        "That is what Kenya and Uganda agreed on their last call.",
    ],
)
def test_a_topic_and_the_setting_of_a_talk_are_no_agreement(text):
    assert agreements(text) == []


def test_what_a_deal_is_on_belongs_to_it():
    (found,) = agreements("Kenya and the Lake Fund reached a deal on a loan review that will unlock money.")
    assert (found.content, found.evidence[0].quote.endswith(found.content)) == ("a deal on a loan review", True)


def test_both_sides_named_before_agree_as_who_they_are():
    (found,) = agreements("Kenya and Uganda held talks on Monday. Both sides agreed to a 30-day ceasefire.")
    assert [actor.name for actor in found.parties] == ["Kenya", "Uganda"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said that it had agreed with Uganda to reopen the border.",
        "The agreement between Kenya and Uganda to reopen the border was announced by Norway.",
        "An agreement on the border was reached in Oslo between Kenya and Uganda.",
        "Kenya signed a memorandum of understanding with Uganda.",
        "Kenya and Uganda initialled the text of an accord on the border.",
    ],
)
def test_the_parties_are_those_between_whom_it_is_wherever_they_stand(text):
    (found,) = agreements(text)
    assert [a.name for a in found.parties] == ["Kenya", "Uganda"]


def test_a_government_and_rebels_that_the_parser_takes_for_one_are_two():
    (found,) = agreements("Kenya's government and Ugandan rebels struck a deal to share power.")
    assert [a.name for a in found.parties] == ["Kenya", "Ugandan rebels"]


def test_a_bracket_that_is_opened_is_closed():
    (found,) = agreements("Norway welcomed the announcement of a truce in the Democratic Republic of the Congo (DRC).")
    assert found.content.endswith("(DRC)")


def test_who_is_taken_out_of_a_deal_has_broken_it():
    (found,) = agreements("Torv withdrew Norway from Kenya's fishing deal with Chad in May.")
    assert ([actor.name for actor in found.parties], found.status) == (["Norway", "Kenya", "Chad"], "broken")


def test_who_broke_a_truce_with_another_stands_first_of_its_parties():
    (found,) = agreements("Norway said that Uganda had broken the truce with Kenya.")
    assert ([actor.name for actor in found.parties], found.status) == (["Uganda", "Kenya"], "broken")


def test_the_day_of_signing_is_no_part_of_what_was_signed():
    (found,) = agreements("Kenya and Uganda signed the accord on Thursday.")
    assert found.content == "the accord"


def test_truces_of_nobody_named_are_one_only_when_they_are_of_one_day():
    monday, tuesday, other = (
        agreements(text)[0]
        for text in ("A truce was declared in Kenya on Monday.", "A truce was declared in Kenya on Tuesday.",
                     "The truce was welcomed. A truce was declared in Kenya on Monday.")
    )  # fmt: skip
    blocks = [BY_NAME["agreement"].block(found) for found in (monday, tuesday, other)]
    assert (blocks[0] == blocks[1], blocks[0] == blocks[2]) == (False, True)
    assert BY_NAME["agreement"].same(monday, other)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Kenya and the rebels agreed to a three-day ceasefire after two weeks of fighting.", "P3D"),
        ("Kenya and the rebels agreed to a ceasefire after two weeks of fighting.", None),
    ],
)
def test_a_truce_is_as_long_as_is_said_of_it_and_not_as_what_went_before(text, length):
    (found,) = agreements(text)
    assert [term.duration for term in found.terms] == [length]
