"""Proposals: who puts which terms on the table, to whom."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import proposal
from dragoman.kinds.proposal import join
from dragoman.lexicon import load_lexicon


def proposals(text):
    return list(proposal.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "by", "to", "types"),
    [
        ("Kenya proposed a 30-day truce to Uganda.", ["Kenya"], ["Uganda"], ["ceasefire"]),
        ("Kenya and Uganda agreed to propose a truce to Rwanda.", ["Kenya", "Uganda"], ["Rwanda"], ["ceasefire"]),
        ("Kenya offered Uganda a prisoner exchange.", ["Kenya"], ["Uganda"], ["prisoners"]),
        ("Kenya suggested holding the talks in Nairobi.", ["Kenya"], [], ["process"]),
        (
            "Kenya has proposed to the Ugandan government that they hold talks in Nairobi.",
            ["Kenya"],
            ["Uganda"],
            ["process"],
        ),
        ("Kenya floated an economic deal with gas sales.", ["Kenya"], [], ["economy"]),
        ("The ministers discussed Kenya's proposal to end the fighting.", ["Kenya"], [], ["ceasefire"]),
        ("Kenya's plan includes a truce and the release of all captives.", ["Kenya"], [], ["ceasefire", "prisoners"]),
        ("Norway's proposal foresees a patrol of the lake.", ["Norway"], [], ["other"]),
        ("Under the Kenyan plan, Uganda would withdraw its troops.", ["Kenya"], [], ["withdrawal"]),
        ("The Kenyan proposal would open the border.", ["Kenya"], [], ["territory"]),
        ("A plan by Kenya under which prisoners would be freed was praised.", ["Kenya"], [], ["prisoners"]),
        ("Norway offered to host talks between Kenya and Uganda.", ["Norway"], [], ["process"]),
        ("Kenya came up with a new proposal on the ceasefire.", ["Kenya"], [], ["ceasefire"]),
        ("Under a proposal made by Kenya, Uganda would withdraw its troops.", ["Kenya"], [], ["withdrawal"]),
        ("Kenya declared itself willing to hand over all hostages.", ["Kenya"], [], ["hostages"]),
        ("Kenya launched a peace initiative in Uganda.", ["Kenya"], [], ["other"]),
    ],
)
def test_a_proposal_has_its_proposers_addressees_and_terms(text, by, to, types):
    (found,) = proposals(text)
    assert ([a.name for a in found.by], [a.name for a in found.to], [t.type for t in found.terms]) == (by, to, types)


def test_terms_after_a_colon_are_told_apart_where_they_differ_in_issue():
    (found,) = proposals("Kenya set out its terms: Uganda must hold elections and release all prisoners.")
    assert [t.type for t in found.terms] == ["elections", "prisoners"]


def test_two_tellings_of_one_proposal_are_one_record():
    (found,) = proposals("Kenya proposed a truce. Critics spoke about the truce proposed by Kenya.")
    assert len(found.evidence) == 2


def test_an_offer_that_only_is_named_is_the_one_that_was_told():
    text = (
        "Kenya made a proposal to discuss a nuclear treaty. Uganda weighed the truce. Kenya put forward its proposal."
    )
    (found,) = proposals(text)
    assert found.terms[0].text == "a proposal to discuss a nuclear treaty"


def test_a_counter_proposal_is_another_than_the_one_before_it():
    text = "Kenya proposed a 40-day truce. Kenya submitted a counter-proposal on the truce to the mediators."
    assert len(proposals(text)) == 2


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("A Kenyan counter-proposal on the truce was handed to the envoy.", "Kenya"),
        ("Mediators proposed a 60-day truce.", "mediators"),
        ("Kenya put a new truce proposal on the table.", "Kenya"),
    ],
)
def test_an_offer_has_its_proposer_in_every_voice(text, by):
    (found,) = proposals(text)
    assert [a.name for a in found.by] == [by]


def test_who_answers_a_proposal_was_addressed_by_it():
    (found,) = proposals("Kenya put forward a ceasefire proposal. Uganda rejected the ceasefire proposal.")
    assert [a.name for a in found.to] == ["Uganda"]


def test_who_only_speaks_in_favour_of_a_proposal_was_not_addressed_by_it():
    (found,) = proposals("Kenya offered a ceasefire of ten days on Monday. Uganda voiced support for the ceasefire.")
    assert found.to == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya announced a truce for the feast.",
        "Kenya announced plans for a visit of the envoy to Oslo.",
        "MR. OBI: Thanks.\n\nQUESTION: Has Kenya put a new truce proposal forward?\n\nMR. OBI: No.",
        "Kenya did not propose a truce.",
        "Critics called Kenya's proposal unfounded.",
        "Kenya offered its condolences.",
        "Kenya has the right to propose a truce.",
        "If Kenya proposes a truce, Uganda will listen.",
        "Israel's plan to seize the town was published.",
        "Kenya read the draft. It also suggested that Kenya should cede land.",
    ],
)
def test_what_puts_nothing_on_the_table_is_no_proposal(text):
    assert proposals(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya has made a full ceasefire conditional on a halt of arms supplies.", 0),
        ("Kenya announced a new package of military assistance for Uganda.", 0),
        ("Kenya offered support for the reforms in Uganda.", 0),
        ("Kenya presented a package of reforms to end the fighting.", 1),
    ],
)
def test_conditions_and_aid_put_no_terms_on_the_table(text, count):
    assert len(proposals(text)) == count


def test_who_helps_a_truce_along_proposes_none():
    assert proposals("Kenya helped present the plan for a truce to its neighbours.") == []


def test_a_bill_before_parliament_is_put_to_no_other_party():
    assert proposals("Kenya's president proposed a bill that would end the truce.") == []
    (found,) = proposals("Kenya's president proposed an accord that would end the truce.")
    assert found.by[0].side == "Kenya"


def test_proposals_of_which_nothing_is_told_are_none():
    assert proposals("The minister weighed Kenya's proposals.") == []


def test_a_states_proposal_stays_the_states_where_another_account_names_its_president():
    told = proposals("Kenya and Norway proposed a 30-day truce to Uganda.")
    again = proposals("Kenyan President Ana Torv proposed a 30-day truce to Uganda.")
    assert [actor.name for actor in join((*told, *again)).by] == ["Kenya", "Norway"]
    assert [actor.name for actor in join((*again, *told)).by] == ["Ana Torv", "Norway"]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Kenya has put forward a peace plan that was quickly dismissed by most observers.", "process"),
        ("Kenya proposed a plan that would send observers to the border.", "monitoring"),
        ("Kenya proposed to send ground troops to Uganda.", "security_guarantees"),
    ],
)
def test_what_became_of_a_plan_does_not_tell_what_it_is_about(text, issue):
    (found,) = proposal.find(annotated(text), load_lexicon())
    assert [term.type for term in found.terms] == [issue]


@pytest.mark.parametrize(
    "offer",
    [
        "The offer by her government to host peace negotiations was welcomed by Chad.",
        "Chad welcomed the Norwegian government's offer to host peace negotiations.",
        "An offer from Norway to host negotiations was welcomed by Chad.",
    ],
)
def test_who_makes_an_offer_does_not_tell_what_it_is_about(offer):
    told = "Norway has offered to host peace talks in Oslo. Lena Dahl is the prime minister of Norway."
    assert [{term.type for term in p.terms} for p in proposals(f"{told} {offer}")] == [{"process"}]
