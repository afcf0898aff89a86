"""Pledges: who promises what, and what the text says became of it."""

from datetime import date

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import pledge
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


def pledges(text, **around):
    return list(pledge.find(annotated(text, **around), LEXICON))


@pytest.mark.parametrize("row", LEXICON.rows("kinds/pledge"), ids=lambda row: row.id)
def test_a_row_finds_its_example_and_not_its_counter(row):
    found, countered = ({p.rule for p in pledges(text)} for text in (row.example, row.counter))
    assert (row.id in found, row.id in countered) == (True, False)


@pytest.mark.parametrize(
    ("text", "by", "content"),
    [
        ("President Ana Torv vowed to end the war.", "Ana Torv", "to end the war"),
        ("President Ana Torv promised that she would end the war.", "Ana Torv", "she would end the war"),
        ("President Ana Torv pledged support for the rebels.", "Ana Torv", "support for the rebels"),
        ("Kenya is committed to rebuilding the towns.", "Kenya", "rebuilding the towns"),
        ("Kenya and Uganda have committed to a lasting truce.", "Kenya and Uganda", "a lasting truce"),
        ("President Ana Torv repeated her commitment to rebuild the towns.", "Ana Torv", "to rebuild the towns"),
        ("Kenya underlined its commitment vis-à-vis Uganda to pursue dialogue on trade.", "Kenya",
         "to pursue dialogue on trade"),
        ('"We will rebuild the border towns," President Ana Torv said.', "Ana Torv",
         "We will rebuild the border towns"),
        ("Kenya said it would hand over the bodies of ten soldiers.", "Kenya",
         "it would hand over the bodies of ten soldiers"),
        ("Kenya said it would return the soldiers.", "Kenya", "it would return the soldiers"),
        ('"We will treat the rebels as friends," President Ana Torv said.', "Ana Torv",
         "We will treat the rebels as friends"),
    ],
)  # fmt: skip
def test_a_pledge_has_its_promiser_and_its_words(text, by, content):
    (found,) = pledges(text)
    assert (found.by and found.by.name, found.content) == (by, content)


def test_what_a_state_says_in_its_own_text_that_it_will_do_is_its_pledge():
    text = "The United States will continue to support the mediators."
    found = pledges(text, outlet="U.S. Department of State")
    assert ([p.by.name for p in found], pledges(text)) == (["United States"], [])


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Torv vowed to attack the harbour.",  # a threat
        "President Ana Torv urged the rebels to commit to a truce.",
        "Kenya must guarantee the truce.",
        "Kenya and Uganda agreed to halt the raids.",  # an agreement
        "President Ana Torv agreed to hold talks.",
        '"We will win," President Ana Torv said.',
        "MODERATOR: We will take two more questions from the room.",
        "The rebels committed crimes in the towns.",
        "Norway will see to it that the Kenyans keep their word, as they agreed to do.",
        "Kenya remains committed to the sovereignty of Uganda.",
        "The presidents of both countries agreed to halt the raids.",
        '"We will keep fighting until they leave," President Ana Torv said.',  # a threat
        '"We will never accept the plan," President Ana Torv said.',  # an answer
        "President Ana Torv said she would reiterate her thanks.",
        "Kenya said it would only withdraw if Uganda freed the crews.",  # a demand
    ],
)
def test_threats_demands_agreements_and_hopes_are_no_pledges(text):
    assert pledges(text) == []


@pytest.mark.parametrize(
    ("text", "status", "pieces"),
    [
        ("President Ana Torv vowed to end the war.", "open", 1),
        ("President Ana Torv vowed to end the war in a day. A peace deal remains elusive.", "broken", 2),
        ("President Ana Torv vowed to end the war and made good on her word.", "kept", 1),
        ("President Ana Torv vowed to end the war. She has been unable to fulfil this promise.", "broken", 2),
    ],
)
def test_what_became_of_a_pledge_is_read_from_its_sentence_and_the_next(text, status, pieces):
    (found,) = pledges(text)
    assert (found.status_in_text, len(found.evidence)) == (status, pieces)


def test_promises_that_follow_each_other_have_each_its_own_words():
    found = pledges("“We will rebuild the pier, we will pay the crews,” Kenyan President Ana Torv said.")
    assert [pledge.content for pledge in found] == ["We will rebuild the pier", "we will pay the crews"]


def test_what_a_party_will_not_do_is_its_pledge():
    (found,) = pledges("Kenya confirmed that it will not impose new tariffs.")
    assert found.content == "it will not impose new tariffs"


def test_a_joint_statement_binds_all_who_make_it():
    (found,) = pledges("The United States and Kenya will rebuild the bridge.", outlet="The White House")
    assert [found.by and found.by.name] == ["United States and Kenya"]


def test_what_two_say_that_they_will_do_is_a_pledge_of_both():
    (found,) = pledges("Kenya and Uganda said they would rebuild the bridge.")
    assert [found.by and found.by.name] == ["Kenya and Uganda"]


def test_years_gone_by_are_no_deadline():
    (found,) = pledges("Kenya promised to protect the gains of the last two decades.")
    assert found.deadline is None


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Minister Ana Torv recalled the promise that Uganda, together with its partners, will repair the bridge.",
            ["Uganda"],
        ),
        ("Minister Ana Torv repeated the promise to pay for the bridge.", ["Ana Torv"]),
        ("Minister Ana Torv is undertaking this trip.", []),
        ("MINISTER: We will mention just two of the bridges.", []),
        ("Kenya said it would accept the plan for two weeks.", []),
    ],
)
def test_a_promise_is_of_those_of_whom_it_says_that_they_will_act(text, by):
    assert [found.by and found.by.name for found in pledges(text)] == by


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kenya and Uganda agreed on Monday to seek a truce within a week.", 1),
        ("Kenya and Uganda agreed on Monday to seek a truce.", 0),
    ],
)
def test_what_several_agree_on_by_a_day_is_their_pledge_too(text, count):
    assert [p.by.name for p in pledges(text)] == ["Kenya and Uganda"] * count


@pytest.mark.parametrize(
    ("when", "has_day"),
    [("where it is dry today and where it is dry tomorrow", False), ("tomorrow", True), ("today or tomorrow", True)],
)
def test_tomorrow_set_against_today_is_no_day(when, has_day):
    text = f"“We will send water to every village {when},” Kenyan President Ana Torv said."
    (found,) = pledges(text, published=date(2031, 3, 18))
    assert (found.deadline is not None) == has_day


def test_the_day_of_an_order_gone_by_is_no_deadline_of_what_will_be_done():
    text = "Kenya promised: “We will lift the fees of the decree of January 5, 2031.”"
    (found,) = pledges(text, published=date(2031, 8, 12))
    assert found.deadline is None


def test_the_day_from_which_is_no_deadline():
    (found,) = pledges(
        "“We will suspend the duty for 90 days starting on 12 August 2031,” Kenyan President Ana Torv said."
    )
    assert found.deadline is None or found.deadline.start.isoformat() != "2031-08-12"


def test_the_day_of_what_a_promise_names_is_no_deadline():
    text = "Kenya and Uganda reaffirmed their commitment to keep the compact that they signed in May 2024."
    assert [one.deadline for one in pledges(text, published=date(2025, 3, 18))] == [None]


def test_the_day_by_which_a_promise_is_to_be_kept_is_its_deadline():
    (found,) = pledges("Kenya promised to free the prisoners by 20 April.", published=date(2025, 3, 18))
    assert found.deadline.end == date(2025, 4, 20)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("Kenya pledged on March 3 to free the sailors within two weeks.", date(2031, 3, 17)),
        ("Kenya vowed on March 3 that it would free the sailors within ten days.", date(2031, 3, 13)),
        ("Kenya pledged on March 3 to keep the truce for two weeks.", None),
    ],
)
def test_a_length_counts_from_the_day_of_the_promise(words, end):
    (found,) = pledges(words, published=date(2031, 3, 6))
    assert (found.deadline.end if found.deadline else None) == end


def test_what_another_is_reminded_of_is_not_promised_now():
    words = "{} its commitment to free the sailors."
    told = [
        len(list(pledge.find(annotated(words.format(w)), LEXICON))) for w in ("Kenya renewed", "Chad reminded Kenya of")
    ]
    assert told == [1, 0]


def test_what_a_promise_needs_goes_on_behind_an_aside():
    text = "Kenyan President Ana Torv promised that she would bring the lake's longest war since 1945 to a swift end."
    assert [p.content for p in pledges(text)] == ["she would bring the lake's longest war since 1945 to a swift end"]
