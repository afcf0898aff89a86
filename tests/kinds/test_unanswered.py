"""Words of answering that answer nothing: reported, urged, weighed long ago, or of one's own offer."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import response
from dragoman.lexicon import load_lexicon


def responses(text, published=date(2031, 3, 18)):
    return list(response.find(annotated(text, published=published), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The minister said that Kenya had secretly agreed to the peace plan.", 1),
        ("The minister spoke of a newspaper's report that Kenya secretly agreed to the peace plan.", 0),
        ("The minister said that Kenya agreed to the truce.", 1),
        ("The minister urged that Kenya agree to the truce.", 0),
        ("Kenya did not endorse the plan.", 1),
        ("Kenya did not publicly endorse the plan.", 0),
        ("Kenya firmly rejects policies that split the region, such as the plan.", 0),
        ("Kenya welcomed the initiative.", 1),
        ("Kenya welcomed progress on the initiative.", 0),
        ("Kenya welcomed the mediators' ideas and proposals.", 0),
        ("Kenya welcomed the mediators' proposals.", 1),
        ("Kenya rejects that logic.", 0),
        ("Kenya has pledged to keep its ports open, including by supporting the peace plan.", 0),
        ("Kenya is weighing the plan.", 1),
        ("Kenya weighed the plan for years.", 0),
        ("Uganda's proposal was accepted by Kenya.", 1),
        ("Kenya's proposal was accepted by Kenya.", 0),
        ("Kenya supports the plan.", 1),
        ("They spoke about how Kenya can support the plan.", 0),
        ("Kenya supports the dairy farmers in the long term.", 0),
        ("Kenya cannot support the plan.", 1),
        ("All Kenyans have rejected the plan.", 0),
        ("Kenya rejects the premise of that question.", 0),
    ],
)
def test_what_only_sounds_like_an_answer_is_none(text, count):
    assert len(responses(text)) == count


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They spoke about the 4 March 2031 roadmap drafted by Chad and endorsed by the Kenyan government.", None),
        ("They spoke about the roadmap endorsed by the Kenyan government on 4 March 2031.", date(2031, 3, 4)),
    ],
)
def test_the_day_in_the_name_of_a_plan_is_not_that_of_the_answer(text, when):
    (found,) = responses(text)
    assert (found.when and found.when.start) == when


def test_why_a_plan_is_rejected_is_no_part_of_the_plan():
    (found,) = responses("Kenya rejected a plan to end the war because it spared the smugglers.")
    assert found.about == "a plan to end the war"


def test_them_are_several_offers_and_not_one():
    assert responses("The farmers met under this truce. That is why Kenya backs them.") == []
    assert len(responses("The farmers sent two proposals. Kenya backs them.")) == 1
