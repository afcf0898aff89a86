"""Responses: support with conditions is conditional, never an acceptance."""

from datetime import date

import pytest
from tests.annotate.reading import annotated
from tests.records import ALAND, march, on, quote

from dragoman.kinds.finders import response
from dragoman.kinds.response import Response, handles, same
from dragoman.lexicon import load_lexicon


def responses(text):
    return list(response.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "by", "stance"),
    [
        ("Kenya accepted the plan.", ["Kenya"], "accept"),
        ("Kenya is ready to attend the talks.", ["Kenya"], "accept"),
        ("Kenya welcomed the initiative of its neighbour.", ["Kenya"], "accept"),
        ("Uganda praised a plan which Kenya agreed to last week.", ["Kenya"], "accept"),
        ("Uganda presented a plan. Kenya accepted it.", ["Kenya"], "accept"),
        ("Kenya rejected the plan.", ["Kenya"], "reject"),
        ("Kenya did not accept the plan.", ["Kenya"], "reject"),
        ("Kenya will not accept the plan or any other deal.", ["Kenya"], "reject"),
        ("Kenya refused to attend the talks.", ["Kenya"], "reject"),
        ("Kenya will stay away from the talks.", ["Kenya"], "reject"),
        ("Kenya said it will not attend the peace talks.", ["Kenya"], "reject"),
        ("Kenya has not responded to the proposal.", ["Kenya"], "stall"),
        ("Kenya is studying the proposal.", ["Kenya"], "stall"),
        ("Kenya refused to negotiate with the rebels.", ["Kenya"], "reject"),
        ("Uganda handed over a draft. It asks for a truce. Kenya rejected it.", ["Kenya"], "reject"),
        ("Uganda has drawn up a draft accord. The Kenyan government called it unacceptable.", ["Kenya"], "reject"),
        ("Kenyan President Omar Haddad said the republic had rejected direct talks.", ["Kenya"], "reject"),
        ("Kenya was sceptical about the plan.", ["Kenya"], "ambiguous"),
        ("Kenya proposed changes to the plan.", ["Kenya"], "counter"),
        ("Kenya responded with a counter-proposal.", ["Kenya"], "counter"),
        ("Kenya responded positively to the proposal.", ["Kenya"], "accept"),
        ("Kenya supports resuming the truce under a new plan.", ["Kenya"], "accept"),
        ("Kenya expressed its readiness to accept the plan.", ["Kenya"], "accept"),
        ("Kenya has agreed in principle to a truce.", ["Kenya"], "accept"),
        ("Kenya has yet to respond to the offer.", ["Kenya"], "stall"),
        ("The rebels turned down the plan.", ["rebels"], "reject"),
        ("Rebel leader Omar Haddad accepted the plan.", ["Omar Haddad"], "accept"),
        ("Hezbollah leader Omar Haddad said the group had approved a draft deal.", ["Hezbollah"], "accept"),
    ],
)
def test_an_answer_has_its_party_and_stance(text, by, stance):
    (found,) = responses(text)
    assert ([a.name for a in found.by], found.stance) == (by, stance)


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("Although Kenya expressed support for a truce, it set strict conditions.", ("strict conditions",)),
        ("Kenya accepts the plan, but there are questions about the border.", ("questions about the border",)),
        ("Kenya would attend the talks if its prisoners were freed.", ("its prisoners were freed",)),
        ("Kenya has said it is willing to accept a truce, but only if the raids stop.", ("the raids stop",)),
    ],
)
def test_support_beside_conditions_is_never_an_acceptance(text, conditions):
    (found,) = responses(text)
    assert found.stance == "accept_conditionally"
    assert tuple(c.removeprefix("if ") for c in found.conditions) == conditions


def test_conditions_told_in_another_sentence_hold_for_the_whole_article():
    text = "Kenya accepted the truce. Kenya would accept the truce if Uganda freed its prisoners."
    assert [r.stance for r in responses(text)] == ["accept_conditionally"]


def test_a_party_that_answers_through_its_president_answers_once():
    text = "Kenya backs the truce. Kenyan President Omar Haddad said he would accept the truce."
    assert [r.stance for r in responses(text)] == ["accept"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Kenya rejected the plan on Monday.", date(2031, 3, 3)),
        ("Kenya rejected the plan, the State Department said on Sunday.", None),
        ("Kenya rejected the plan, and its Feb. 6 test ended the talks.", None),
    ],
)
def test_the_day_of_the_telling_or_of_another_thing_is_not_that_of_the_answer(text, start):
    (found,) = responses(text)
    assert (found.when.start if found.when else None) == start


def test_what_is_answered_is_told_without_the_answer():
    (found,) = responses("Uganda praised the full truce that Kenya accepted last week.")
    assert found.about == "the full truce"


def test_the_words_of_an_answer_in_principle_are_what_is_answered():
    (found,) = responses("Kenya has agreed in principle to a truce.")
    assert found.about == "a truce"


def test_an_answer_that_another_side_reports_names_the_teller():
    (found,) = responses("Ugandan President Omar Haddad said that Kenya had rejected the plan.")
    assert found.told_by is not None
    assert found.told_by.name == "Omar Haddad"


@pytest.mark.parametrize(
    "text",
    [
        "Uganda urged Kenya to accept the plan.",
        "Kenya denied that it had accepted the plan.",
        "Kenya will not accept any plan that leaves the border open.",
        "Mainstream Kenyan media were sceptical about the plan.",
        "Kenya met Uganda. Both parties accept a pause.",
        "Uganda urged Kenya to return to the talks and positively respond to offers of aid.",
        "Last month 54 percent of surveyed Kenyans rejected the plan.",
        "It was seen as a sign that Kenya could accept the plan.",
        "Uganda resettled its citizens, seeking to forcibly change the make-up of the valley.",
        "The ministers of Kenya will come to Norway for a meeting.",
        "Uganda called on Kenya to agree to a ceasefire without delay.",
        "Uganda hoped that Kenya would accept the plan.",
        "Before agreeing to talks, Kenya moved its troops.",
        "Kenya rejected the allegation.",
        "Kenya refused to negotiate a lower price.",
        "Uganda has a port. Kenya rejected it.",
        "Uganda has a plan. But Kenyan officials said it was impossible to reach the pass.",
        "Kenyan President Omar Haddad said a republic had rejected direct talks.",
        "Kenya attended the talks.",
        "Kenya must accept the plan.",
        "54 percent of surveyed Kenyans told the institute that they reject the plan.",
        "Kenya and Uganda agreed to a truce.",
    ],
)
def test_what_answers_nothing_is_no_response(text):
    assert responses(text) == []


def test_refusing_to_accept_is_no_acceptance():
    text = "Kenya refuses to accept the Ugandan plan."
    assert [r.stance for r in response.find(annotated(text), load_lexicon())] in ([], ["reject"])


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        ("Kenya rejected the plan.", "reporter"),
        ("Kenya rejected the plan, Kenyan minister Ana Torv said.", "party"),
        ("Kenya rejected the plan, Ugandan minister Omar Nur said.", "counterpart"),
        ("Kenya rejected the plan, UN envoy Eva Lund said.", "mediator"),
    ],
)
def test_an_answer_tells_who_characterises_it(text, told_as):
    found = list(response.find(annotated(text), load_lexicon()))
    assert [r.told_as for r in found] == [told_as]


def test_answers_that_may_be_one_are_found_by_each_other_and_those_of_another_stance_are_not():
    def answer(stance):
        about = "the plan for a harbour truce"
        return Response(id=stance, article="a", evidence=quote(), by=(ALAND,), stance=stance, about=about, when=on(4))

    asked, *others = (answer(stance) for stance in ("accept", "accept", "accept_conditionally", "reject"))
    found = [not handles(asked, march(4)).words.isdisjoint(handles(other, march(4)).words) for other in others]
    assert found == [same(asked, other) for other in others] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Kenya welcomed the initiative of its neighbour.", True),
        ("Kenya supports the truce plan.", True),
        ("Kenya has agreed in principle to a truce.", True),
        ("Kenya accepted the framework in principle.", True),
        ("Kenya accepted the plan.", False),
        ("Kenya rejected the plan.", False),
        ("Kenya welcomed the plan. On Friday Kenya accepted the plan.", False),
        ("Although Kenya expressed support for a truce, it set strict conditions.", False),
    ],
)
def test_who_welcomes_an_offer_or_agrees_in_principle_takes_on_no_terms(text, vague):
    assert [found.in_principle for found in responses(text)] == [vague]


def test_a_minister_of_no_known_state_is_nobody_else_who_tells_of_an_answer():
    (found,) = responses("Kenya rejects talks under pressure, Foreign Minister Ana Torv said.")
    assert found.told_by is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Kenya accepted the truce on condition that Uganda withdraws its troops.", "the truce"),
        ("Kenya has accepted the idea of a truce, provided there are guarantees.", "the idea of a truce"),
        ("Kenya accepts the plan on the condition that Uganda frees the prisoners.", "the plan"),
        ("Kenya said it would accept the proposal provided that Uganda leaves the port.", "the proposal"),
    ],
)
def test_what_is_accepted_on_a_condition_is_accepted_conditionally(text, about):
    (found,) = responses(text)
    assert (found.stance, found.about) == ("accept_conditionally", about)
    assert found.conditions[0].startswith(("Uganda ", "there are"))


def test_sides_at_war_with_one_another_agree_and_answer_nobody():
    assert [one.stance for one in responses("Kenya agreed to a 72-hour truce.")] == ["accept"]
    assert responses("Kenya's warring sides agreed to a 72-hour truce.") == []
    (refused,) = responses("Kenya's warring sides rejected the plan.")
    assert [actor.side for actor in refused.by] == [None]
