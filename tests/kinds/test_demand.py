"""Demands: what a party asks, of whom, and what it is about."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


def demands(text):
    return list(demand.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "by", "of", "content", "issue"),
    [
        ("Kenya urged Uganda to release its prisoners.", ["Kenya"], ["Uganda"], "release its prisoners", "prisoners"),
        ("Kenya demands that Uganda withdraw its troops.", ["Kenya"], ["Uganda"], "Uganda withdraw its troops",
         "withdrawal"),
        ("Kenya called for an end to the blockade.", ["Kenya"], [], "an end to the blockade", "humanitarian"),
        ("Kenya wants Uganda to hold elections.", ["Kenya"], ["Uganda"], "hold elections", "elections"),
        ("Uganda must hold elections, Kenyan President Ana Torv said.", ["Ana Torv"], ["Uganda"],
         "Uganda must hold elections", "elections"),
        ("Kenyan President Ana Torv stressed the need for a truce.", ["Ana Torv"], [], "a truce", "ceasefire"),
        ("Kenya opposed the lifting of sanctions.", ["Kenya"], [], "opposed the lifting of sanctions", "sanctions"),
        ("“Who will monitor the border?” Kenyan President Ana Torv asked.", ["Ana Torv"], [],
         "Who will monitor the border", "monitoring"),
    ],
)  # fmt: skip
def test_a_demand_has_its_party_addressee_content_and_issue(text, by, of, content, issue):
    (found,) = demands(text)
    assert ([a.name for a in found.by], [a.name for a in found.of], found.content, found.issue) == (
        by, of, content, issue,
    )  # fmt: skip


def test_joined_contents_of_different_issues_are_demands_of_their_own():
    found = demands("Kenya demanded free elections, a truce and new talks.")
    assert [d.issue for d in found] == ["elections", "ceasefire", "process"]


def test_joined_contents_of_one_issue_stay_one_demand():
    (found,) = demands("Kenya demanded an end to shelling and bombing.")
    assert found.issue == "ceasefire"


def test_the_condition_of_an_acceptance_is_a_demand():
    (found,) = demands("Kenya would attend the talks if Uganda freed its prisoners.")
    assert (found.content.removeprefix("if "), found.issue) == ("Uganda freed its prisoners", "prisoners")


def test_the_same_words_told_twice_are_one_demand_with_both_places():
    (found,) = demands("Kenya called for a truce. On Monday Kenya called for a truce.")
    assert len(found.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Kenya did not demand a truce.",
        "If Kenya demands a truce, Uganda will listen.",
        "Kenya wants to hold elections.",
        "“We must release our prisoners,” Kenyan President Ana Torv said.",
        "Kenya met the growing demand for grain.",
        "The minister asked whether the road was open.",
        "Asked on Friday to comment on the plan, Kenyan minister Ana Torv laughed.",
        "There has yet to be a truce, Kenyan minister Ana Torv said.",
        "President Ana Torv wants a deal.",
        "Minister Ana Torv noted that more work would need to be done.",
        "Envoys work to set the conditions for a lasting peace, Kenyan minister Ana Torv said.",
        "Kenyan minister Ana Torv will underscore the importance of a truce.",
        "MR LUND: You know, again, we are urging states to stop the flow of arms to the valley.",
    ],
)
def test_what_asks_nothing_of_anybody_is_no_demand(text):
    assert demands(text) == []


def test_what_depends_on_how_things_go_asks_nothing():
    assert demands("Minister Ana Torv of Kenya said that peace would depend on how the talks proceed.") == []
    (found,) = demands("Minister Ana Torv of Kenya said that peace would depend on a withdrawal.")
    assert found.content == "a withdrawal"


def test_should_before_its_subject_is_a_condition():
    text = '"Should Kenya invade Uganda, the costs would be heavy," envoy Ana Torv said.'
    assert list(demand.find(annotated(text), load_lexicon())) == []


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Kenya demanded a truce.", None),
        ("Kenya demanded guarantees of a truce from Uganda.", "guarantee"),
        ("Kenya demanded the monitoring of the truce.", "verification"),
        ("Kenya would attend the talks if Uganda freed its prisoners.", "suspensive"),
    ],
)
def test_a_demand_tells_what_sort_of_condition_it_is(text, condition):
    assert [d.condition for d in demands(text)][:1] == [condition]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kenya called on Monday for the Lake Group, which has eight members, to open the border.", "open the border"),
        ("Uganda has to go and is arming rebels, Kenyan President Ana Torv said.", "Uganda has to go"),
        ("Kenya urged Uganda to press Sudan to free the prisoners.", "press Sudan to free the prisoners"),
        ("Norway saw Kenyan leaders calling for an end to the war.", "an end to the war"),
        ("Kenya wants troops deployed but has denied plans of its own.", "troops deployed"),
        ("Kenya pressed for peace talks to take place in Oslo.", "peace talks to take place in Oslo"),
    ],
)
def test_a_demand_holds_what_is_asked_and_no_more(text, content):
    assert [d.content for d in demands(text)] == [content]


def official(text, title="Statement on the Situation in Uganda"):
    return list(demand.find(annotated(text, outlet="The White House", title=title), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "title", "by"),
    [
        ("The parties must agree to a truce at once.", "Statement on the Situation in Uganda", "United States"),
        ("Uganda must free its prisoners.", "Statement by President Ana Torv on Uganda", "Ana Torv"),
    ],
)
def test_an_official_text_demands_in_its_own_voice(text, title, by):
    (found,) = official(text, title)
    assert [a.name for a in found.by] == [by]


def test_a_newspaper_demands_nothing_by_its_own_words():
    assert demands("Uganda must free its prisoners before the talks can begin.") == []


def test_what_two_agree_that_a_third_must_do_is_their_demand():
    (found,) = demands("Kenyan President Ana Torv and Ethiopian Prime Minister Abiy Ahmed agreed that Uganda must"
                       " free the ships.")  # fmt: skip
    assert ([a.name for a in found.by], [a.name for a in found.of]) == (["Ana Torv", "Abiy Ahmed"], ["Uganda"])


@pytest.mark.parametrize("text", ["You need to update the app.", "Uganda will have to learn this again."])
def test_an_official_text_asks_nothing_of_its_readers_or_of_the_future(text):
    assert official(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya welcomed the truce to ease the suffering and set conditions for wider de-escalation.",
        "“It is important that the envoy visited the town,” Kenyan President Ana Torv said.",
    ],
)
def test_what_is_to_be_brought_about_or_has_been_done_is_no_demand(text):
    assert demands(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ana Torv of Kenya ordered the navy to guard the port.", []),
        ("President Ana Torv of Kenya ordered Uganda to leave the port.", ["leave the port"]),
    ],
)
def test_an_order_to_ones_own_is_no_demand(text, expected):
    assert [found.content for found in demands(text)] == expected


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("If Uganda wants peace, it must free the prisoners, Kenyan envoy Ana Torv said.",
         ["it must free the prisoners"]),
        ("Kenya wants the barriers to come down by noon.", ["the barriers to come down by noon"]),
        ("Kenya urged more dialogue to settle the border dispute.", ["more dialogue to settle the border dispute"]),
        ("“We need Uganda to free the prisoners,” Kenyan envoy Ana Torv said.", ["free the prisoners"]),
        ("Kenyan envoy Ana Torv said that Uganda had to free the prisoners.", ["Uganda had to free the prisoners"]),
        ("Kenya urged all actors to spare the camps.", ["spare the camps"]),
        ("Kenyan envoy Ana Torv said the truce, if it is to last, needs to cover the north.",
         ["the truce, if it is to last, needs to cover the north"]),
        ("Kenya wants that bridge to be open to aid.", ["that bridge to be open to aid"]),
        ("Kenya is demanding new elections – a wish that Norway shares.", ["new elections"]),
        ("Envoy Ana Torv of Kenya said the pact must include a vote, the release of all prisoners and a ceasefire.",
         ["a vote", "the release of all prisoners and a ceasefire"]),
    ],
)  # fmt: skip
def test_a_content_is_whole_and_begins_where_its_own_clause_does(text, contents):
    assert [found.content for found in demands(text)] == contents


@pytest.mark.parametrize(
    "text",
    [
        "People need to understand the danger of the truce, Kenyan envoy Ana Torv said.",
        "“You would have to ask Uganda about the truce,” Kenyan envoy Ana Torv said.",
        "Uganda may have to leave the port, Kenyan envoy Ana Torv said.",
        "What Uganda needs to do for a truce is known, Kenyan envoy Ana Torv said.",
        "“It is important that people understand the danger of the truce,” Kenyan envoy Ana Torv said.",
        "“The only path that works is the shared one,” Kenyan envoy Ana Torv said.",
        "Kenya and Uganda affirmed the importance of free elections.",
        "Kenya affirmed the importance of free elections.",
        "Kenya stressed the importance of close cooperation at the border.",
        "Kenya promised to press Uganda to free the prisoners.",
        "“I don't think Uganda should free the prisoners,” Kenyan envoy Ana Torv said.",
        "“It should be clear that Uganda freed the prisoners,” Kenyan envoy Ana Torv said.",
        "“Uganda had to free the prisoners,” Kenyan envoy Ana Torv said.",
        "Kenya wants the war to continue.",
        "Kenya called on Uganda to do so.",
        "Kenya will muster its friends to oppose the sanctions.",
        "Kenya issued a summary of the call of its minister.",
        "“Our prosperity rests on hard work at home,” Kenyan envoy Ana Torv said.",
        "“Uganda needs to have its port restored to it,” Kenyan envoy Ana Torv said.",
        "“I want you to know that the truce holds,” Kenyan envoy Ana Torv said.",
    ],
)
def test_what_is_to_be_known_valued_or_still_to_be_asked_is_no_demand(text):
    assert demands(text) == []


def test_a_demand_cut_before_what_is_asked_is_none():
    text = (
        "Ana Torv broke off the first round and urged countries in the Lake Support Group (LSG), "
        "led by Kenya and Norway, to do more preparatory work."
    )
    assert [one.content for one in demands(text) if "(" in one.content] == []


def test_a_label_without_a_name_is_of_the_state_that_issues_the_transcript():
    text = (
        "THE PRESIDENT: Good afternoon. Uganda must hold back its boats.\n\nQ When?\n\nTHE PRESIDENT: Soon.\n\n"
        "Q Why?\n\nTHE PRESIDENT: For the peace of the lake.\n"
    )
    found = demand.find(annotated(text, outlet="The White House"), load_lexicon())
    assert [actor.side for one in found for actor in one.by] == ["United States"]


def test_they_who_ask_are_both_whom_the_text_tells_to_have_met():
    text = (
        "Deputy Secretary Wendy Sherman met with Republic of Korea (ROK) Foreign Minister Park Jin. Deputy Secretary "
        "Sherman and Foreign Minister Park praised the boats. They also called on Uganda to hold back its boats."
    )
    (found,) = demands(text)
    assert [(actor.name, actor.side) for actor in found.by] == [
        ("Wendy Sherman", "United States"),
        ("Park Jin", "South Korea"),
    ]


def test_whoever_is_heard_to_demand_it_asks():
    text = "The rebels went on claiming the town and demanding a share of the port."
    assert [[actor.name for actor in one.by] for one in demands(text)] == [["rebels"]]


def test_what_a_reporter_puts_as_a_question_is_no_demand():
    text = (
        "MR. OBI: Thank you all.\n\nQUESTION: So Kenya called for an end to the siege, right? They called for a vote."
        "\n\nMR. OBI: Kenya called for a truce."
    )
    assert [found.content for found in demands(text)] == ["a truce"]


def test_what_a_speaker_tells_the_reporter_to_do_is_no_demand_and_a_label_is_no_president_of_the_text():
    turns = "QUESTION: Will you go?\n\nTHE PRESIDENT: You should not report that.\n\n" * 2
    text = f"THE PRESIDENT: Uganda must free the prisoners. President Omar Nur of Chad agrees.\n\n{turns}"
    assert [[a.name for a in found.by] for found in demands(text)] == [["the president"]]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“Immediate sanctions against Kenya are needed,” the Ugandan president said.", ["Immediate sanctions"]),
        ("“Sanctions against Kenya were needed,” the Ugandan president said.", []),
        ("“More ideas are needed,” the Ugandan president said.", []),
        ("Sanctions against Kenya are needed to reach a deal.", []),
    ],
)
def test_what_somebody_calls_needed_is_demanded(text, contents):
    assert [found.content[: len("Immediate sanctions")] for found in demands(text)] == contents


@pytest.mark.parametrize(
    ("text", "by", "content"),
    [
        ("A resolution passed by the African Union called on Uganda to leave the port.", ["African Union"],
         "leave the port"),
        ("Kenya's letter demanded the release of the prisoners.", ["Kenya"], "the release of the prisoners"),
        ("The Kenyan statement urged Uganda to free the prisoners.", ["Kenya"], "free the prisoners"),
    ],
)  # fmt: skip
def test_those_ask_whose_paper_does(text, by, content):
    (found,) = demands(text)
    assert ([a.name for a in found.by], found.content) == (by, content)


@pytest.mark.parametrize(
    "text",
    ["A draft resolution by Kenya calls for a truce in Uganda.", "The letter demanded the release of the prisoners."],
)
def test_a_draft_and_a_paper_of_nobody_ask_nothing(text):
    assert demands(text) == []


def test_whoever_insists_on_a_day_insists_on_what_follows():
    (found,) = demands("The Kenyan envoy insisted on Monday that Kenya wanted talks with the rebels to begin.")
    assert ([a.name for a in found.by], found.content) == (["Kenya"], "talks with the rebels to begin")


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The raid must be looked into, the Kenyan president said.", "justice"),
        ("The raids must be stopped, the Kenyan president said.", "ceasefire"),
        ("The Kenyan president said the outstanding questions must be resolved.", "process"),
        ("Kenya wants Uganda to return to a list of points left open in May.", "process"),
    ],
)
def test_what_is_to_be_done_to_it_tells_the_issue_first(text, issue):
    assert [found.issue for found in demands(text)] == [issue]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Western powers said Uganda must hold elections.", ["Western powers"]),
        ("The Western poets said Uganda must hold elections.", []),
    ],
)
def test_states_that_act_together_ask_by_no_name(text, by):
    assert [a.name for found in demands(text) for a in found.by] == by
