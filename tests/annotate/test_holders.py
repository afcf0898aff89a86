"""Who holds an office, in a text of that office too."""

import pytest
from tests.annotate.reading import annotated, referents

TITLE = "Readout of President Torv’s Call with Speaker Nur"


def test_a_spokesman_of_the_president_is_no_president():
    text = "The spokesman of the President, Ivo Torv, answered questions. He said that the President received an envoy."
    layers = annotated(text, outlet="The Kremlin")
    last = [m for m in layers.mentions if text[m.span.start : m.span.end] == "the President"][-1]
    assert [(layers.actors[i].name, layers.actors[i].side) for i in last.actors] == [("President", "Russia")]


def test_a_spokesman_with_words_of_his_own_is_not_the_unnamed_one_before():
    text = "A military spokesman left. The harbour spokesman came. The spokesman spoke."
    layers = annotated(text)
    meant = {text[m.span.start : m.span.end]: [layers.actors[i].name for i in m.actors] for m in layers.mentions}
    assert (meant["The harbour spokesman"], meant["The spokesman"]) == (["harbour spokesman"], ["harbour spokesman"])


@pytest.mark.parametrize(
    ("text", "title", "outlet", "meant"),
    [
        ("The President and Speaker Nur spoke by phone.", TITLE, "The White House", ["Torv"]),
        # The press issues no text of its own president.
        ("The President and Speaker Nur spoke by phone.", TITLE, "Harbour Gazette", ["President"]),
        # Others' presidents are called by their names; where it isn't told whose another is, it may be either.
        ("The President met President Haddad of Kenya.", "Statement by President Torv", "The White House", ["Torv"]),
        ("The President met President Haddad.", "Statement by President Torv", "The White House", ["President"]),
        ("The President of Kenya met Speaker Nur.", TITLE, "The White House", ["President of Kenya"]),
    ],
)
def test_the_president_of_his_own_text_may_be_named_in_its_title_only(text, title, outlet, meant):
    layers = annotated(text, title=title, outlet=outlet)
    first = next(m for m in layers.mentions if text[m.span.start :].startswith("The President"))
    assert [layers.actors[i].name for i in first.actors] == meant


@pytest.mark.parametrize(
    ("text", "office", "meant"),
    [
        ("Defence Minister Torv spoke. The trade minister left.", "The trade minister", "trade minister"),
        ("Defense Minister Torv spoke. The defence minister left.", "The defence minister", "Torv"),
        ("Trade Minister Torv spoke first. The minister left.", "The minister", "Torv"),
        ("Defense Secretary Torv spoke. The secretary of state left.", "The secretary of state", "secretary of state"),
        # One person of two posts.
        ("Crown Prince Prime Minister Haddad spoke. The crown prince left.", "The crown prince", "Haddad"),
    ],
)  # fmt: skip
def test_an_office_is_not_lent_to_who_holds_another(text, office, meant):
    assert referents(text)[office] == (meant,)


@pytest.mark.parametrize(
    ("title", "side"), [("Crown Prince", None), ("Emir", None), ("Vice President", "United States")]
)
def test_the_office_of_a_republic_has_no_monarch_at_home(title, side):
    layers = annotated(f"We thank the {title} for coming.", outlet="The White House")
    assert [actor.side for actor in layers.actors if actor.name == title] == [side]


def test_a_ministry_that_no_table_has_tells_ministers_apart():
    assert referents("Foreign Minister Torv spoke. The minister of peace left.")["The minister of peace"] == (
        "minister of peace",
    )


def test_the_governments_of_two_states_are_both():
    assert referents("The governments of Chad and Niger met.")["The governments of Chad"] == ("Chad", "Niger")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The President spoke with President Haddad of Kenya.", "United States"),
        ("President Haddad of Kenya arrived. The President spoke with Speaker Nur.", None),
        ("The President and President Haddad of Kenya spoke. The President laid out the terms.", "United States"),
    ],
)
def test_the_president_of_no_name_is_that_of_the_office_unless_another_was_named_before(text, side):
    layers = annotated(text, outlet="The White House")
    assert [actor.side for actor in layers.actors if actor.name == "President"] in (
        [side],
        [] if side is None else [side],
    )
