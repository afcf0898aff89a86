"""What a paper proposes, and whose it is."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import proposal
from dragoman.kinds.papers import givers, paper_as_it, paper_behind, writers
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def verb_in(read, lemma):
    return next(token for token in read.doc if token.lemma_ == lemma)


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("The draft offers a truce.", "draft"),
        ("Kenya has a plan, which offers a truce.", "plan"),
        ("The proposal to Kenya, which offers a truce, was leaked.", "proposal"),
        ("The plan names the towns. It offers a truce.", "plan"),
        ("Kenya tabled a plan. It offers a truce.", "plan"),
        ("Kenya tabled a plan. It offered a truce.", None),  # Kenya did
        ("Kenya offers a truce.", None),
    ],
)
def test_the_subject_of_a_verb_may_be_a_paper(text, paper):
    found = paper_behind(verb_in(annotated(text), "offer"), LEXICON)
    assert (found and found.text) == paper


def test_only_it_is_taken_for_the_paper_before():
    texts = ("Kenya tabled a plan. It offers a truce.", "Kenya tabled a plan. Uganda offers a truce.")
    assert [paper_as_it(verb_in(annotated(text), "offer"), LEXICON) is not None for text in texts] == [True, False]


@pytest.mark.parametrize(
    ("text", "written", "given"),
    [
        ("Kenya rejected the draft prepared by Norway.", ["Norway"], []),
        ("Norway tabled a draft.", ["Norway"], []),
        ("Kenya received a draft from Norway.", [], ["Norway"]),
        ("Kenya rejected the draft.", [], []),
    ],
)
def test_a_paper_is_of_who_wrote_tabled_or_gave_it(text, written, given):
    read = annotated(text)
    paper = verb_in(read, "draft")
    assert [a.name for a in writers(read, paper, LEXICON)] == written
    assert [a.name for a in givers(read, paper)] == given


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Norwegian draft proposes a truce of 60 days.", ["Norway"]),
        ("Kenya rejected the draft prepared by Norway. It proposes a joint patrol of the strait.", ["Norway"]),
        ("Kenya received the proposal from Uganda. It offers a truce for the port.", ["Uganda"]),
        ("Kenya rejected the draft. It proposes a joint patrol of the strait.", []),
        ("Kenya has studied the plan. It proposed two changes to the text.", ["Kenya"]),
    ],
)
def test_what_a_paper_proposes_is_proposed_by_whose_it_is(text, by):
    assert [actor.name for one in proposal.find(annotated(text), LEXICON) for actor in one.by] == by
