"""Contacts: one record a contact in the world, however often the article tells it."""

from datetime import date

import pytest
from tests.annotate.reading import PUBLISHED, annotated

from dragoman.annotate.annotate import annotate
from dragoman.kinds.dealt import OF_ONE
from dragoman.kinds.encounters import find_encounters
from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon
from dragoman.types import Article


def contacts(text):
    return list(contact.find(annotated(text), load_lexicon()))


@pytest.mark.parametrize(
    ("text", "mode", "participants", "status"),
    [
        ("Kenyan envoy Ana Torv met President Omar Haddad in Kampala.", "meeting", ["Ana Torv", "Omar Haddad"], "held"),
        ("President Ana Torv spoke by phone with President Omar Haddad.", "call", ["Ana Torv", "Omar Haddad"], "held"),
        ("Kenya and Uganda will hold talks in Oslo.", "talks", ["Kenya", "Uganda"], "planned"),
        ("Envoy Ana Torv briefed President Omar Haddad and Minister Eva Lund.", "briefing",
         ["Ana Torv", "Omar Haddad", "Eva Lund"], "held"),
        ("Talks between Kenya and Uganda collapsed.", "talks", ["Kenya", "Uganda"], "cancelled"),
        ("Kenyan envoy Ana Torv will sit down with President Omar Haddad in Oslo.", "meeting",
         ["Ana Torv", "Omar Haddad"], "planned"),
        ("Kenyan envoy Ana Torv and rebel leader Omar Haddad shook hands in Oslo.", "meeting",
         ["Ana Torv", "Omar Haddad"], "held"),
        ("Kenya and Uganda exchanged letters on the border.", "message", ["Kenya", "Uganda"], "held"),
        ("Kenya and Uganda are said to be holding talks in Oslo.", "talks", ["Kenya", "Uganda"], "ongoing"),
        ("Envoy Ana Torv received one of the rebels, Omar Haddad, on Monday.", "meeting",
         ["Ana Torv", "Omar Haddad"], "held"),
        ("Envoy Ana Torv and envoy Eva Lund came. The two will hold talks in Oslo.", "talks",
         ["Ana Torv", "Eva Lund"], "planned"),
        ("President Ana Torv and President Omar Haddad spoke briefly on the margins of the summit.", "meeting",
         ["Ana Torv", "Omar Haddad"], "held"),
        ("President Ana Torv was glad to meet with President Omar Haddad today.", "meeting",
         ["Ana Torv", "Omar Haddad"], "held"),
    ],
)  # fmt: skip
def test_a_contact_has_its_mode_parties_and_status(text, mode, participants, status):
    (found,) = contacts(text)
    assert (found.mode, [p.name for p in found.participants], found.status) == (mode, participants, status)


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Torv met the deadline.",
        "Norway's message to Chad's generals is clear.",
        "The leaders of Norway and Chad spoke out against the raids.",
        "President Ana Torv spoke to reporters in Oslo.",
        "President Ana Torv and President Omar Haddad spoke to reporters in Oslo.",
        "We need to negotiate with our American colleagues and partners, President Ana Torv said.",
        "President Ana Torv called for restraint.",
        "President Ana Torv called the plan a mistake.",
        "He speaks fluent Russian.",
        "Ana Torv spoke to the Spanish newspaper El Faro.",
        "President Ana Torv welcomed the release of Kenyan prisoners.",
        "Kenya and Uganda did not engage in hostile acts.",
        "President Ana Torv and President Omar Haddad agreed to urge all parties to enter negotiations.",
        "Kenyan President Ana Torv spoke to the Kenyan Foreign Ministry.",
        "Kenya praised its recent engagements with Uganda.",
        "Kenya repeated its calls from Monday for a truce with Uganda.",
        "President Ana Torv and President Omar Haddad have not discussed the port.",
        "President Ana Torv denied that she had discussed the port with President Omar Haddad.",
        "Ana Torv told Al Jazeera that it would talk to Kenya.",
        "The envoy Ana Torv praised a round of golf with President Omar Haddad.",
    ],
)
def test_what_is_no_contact_is_none(text):
    assert contacts(text) == []


@pytest.mark.parametrize(
    ("text", "participants", "place"),
    [
        ("On Tuesday, teams representing Washington and Kampala met in Oslo.", ["United States", "Uganda"], "Oslo"),
        ("Rebel delegates met in Oslo for an hour with U.N. envoy Ana Torv.", ["Rebel delegates", "Ana Torv"], "Oslo"),
        ("President Ana M. Torv, Jr. will hold a secure call with President Omar Haddad of Uganda.",
         ["Ana M. Torv", "Omar Haddad"], None),
    ],
)  # fmt: skip
def test_who_took_part_is_also_told_by_what_hangs_elsewhere_in_the_clause(text, participants, place):
    (found,) = contacts(text)
    assert ([p.name for p in found.participants], found.place) == (participants, place)


def test_talks_that_are_to_go_on_are_those_told_last_before():
    text = (
        "Kenya and Uganda held talks in Oslo on Tuesday. Kenya and Rwanda will hold talks. "
        "Officials from Kenya and Uganda praised the first day of the talks between Kenya and Uganda in Oslo. "
        "The talks are expected to continue on Thursday."
    )
    last = contacts(text)[-1]
    assert ([p.name for p in last.participants], last.place) == (["Kenya", "Uganda"], "Oslo")
    assert (last.status, last.when.start.isoformat()) == ("expected", "2031-03-06")


def test_what_goes_on_somewhere_goes_on_when_the_article_comes_out():
    (found,) = contacts("Officials from Kenya and Uganda are holding talks in Oslo.")
    assert (found.status, found.when.start, found.when.approx) == ("ongoing", PUBLISHED, True)


def test_the_day_of_an_agreement_to_talk_is_not_that_of_the_talks():
    (found,) = contacts(
        "Kenya said so on Tuesday, a day after Uganda and Rwanda surprised it by agreeing to open talks."
    )
    assert (found.status, found.when) == ("planned", None)


def test_an_event_that_a_year_names_gives_no_day_to_the_contact():
    (found,) = contacts("On March 2, Kenya and Uganda held talks for the first time since the 2022 invasion.")
    assert found.when.start.isoformat() == "2031-03-02"


def test_a_state_alone_travels_nowhere():
    assert contacts("Kenya arrived in Oslo on Monday with new terms.") == []
    assert [c.mode for c in contacts("The Kenyan delegation arrived in Oslo on Monday.")] == ["visit"]


def test_those_who_gather_on_a_day_that_is_over_are_not_gathering_still():
    (found,) = contacts("Trade ministers meeting in Oslo on Monday kept to their line.")
    assert found.status == "held"


def test_who_arrived_to_meet_somebody_is_expected_to():
    assert [c.status for c in contacts("President Ana Torv arrived in Oslo to meet Omar Haddad.")] == ["expected"]
    assert [c.status for c in contacts("President Ana Torv was glad to meet Omar Haddad.")] == ["held"]


def test_all_meetings_of_a_journey_told_at_once_are_of_the_week_up_to_the_day_of_the_story():
    told = "President Ana Torv returned on Monday from Kenya. {}President Ana Torv met with Omar Haddad."
    days = [
        [(c.when.start, c.when.end) for c in contacts(told.format(words)) if c.mode == "meeting"]
        for words in ("", "During her trip, ")
    ]
    assert days == [[(date(2031, 3, 3), date(2031, 3, 3))], [(date(2031, 2, 25), date(2031, 3, 3))]]


def test_a_companion_of_the_traveller_is_no_host():
    text = (
        "President Ana Torv and a Kenyan delegation will travel to Oslo and Rome. Kenyan President Ana Torv will meet"
    )
    found = contacts(f"{text} with leaders from the lake region.")
    assert sorted(c.place or "" for c in found) == ["", "Oslo", "Rome"]


def test_two_tellings_are_one_contact_with_two_evidences():
    text = "Envoy Ana Torv met President Omar Haddad in Oslo. After her meeting with Haddad, Torv flew home."
    (found,) = contacts(text)
    assert len(found.evidence) == 2


def test_a_journey_is_no_contact_beside_the_meeting_it_was_for():
    text = "Kenyan envoy Ana Torv travelled to Uganda on Monday. Torv met Ugandan President Omar Haddad in Kampala."
    assert [c.mode for c in contacts(text)] == ["meeting"]


def test_a_call_and_a_meeting_stay_two():
    text = "Envoy Ana Torv met President Omar Haddad in Oslo. Torv called Haddad by phone later."
    assert sorted(c.mode for c in contacts(text)) == ["call", "meeting"]


@pytest.mark.parametrize("row", load_lexicon().rows("kinds/contact"), ids=lambda row: row.id)
def test_a_row_finds_its_example_and_not_its_counter_example(row):
    found, countered = (
        {e.rule for e in find_encounters(annotated(text), load_lexicon()) if not e.is_echo or e.rule == OF_ONE}
        for text in (row.example, row.counter)
    )
    assert (row.id in found, row.id in countered) == (True, False)


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("The envoy Ana Torv met Somalia's foreign minister, Omar Nur, in Nairobi.", ["Ana Torv", "Omar Nur"]),
        ("Kenyan and Somali negotiators met in Oslo.", ["Kenya", "Somalia"]),
        ("President Ana Torv and President Omar Nur will speak by phone.", ["Ana Torv", "Omar Nur"]),
        ("Presidents Ana Torv and Omar Nur discussed the border by phone.", ["Ana Torv", "Omar Nur"]),
    ],
)
def test_those_who_took_part_are_found_behind_titles_and_groups(text, participants):
    assert [[p.name for p in c.participants] for c in contacts(text)] == [participants]


def test_what_they_also_discussed_is_no_contact_of_its_own():
    text = "President Ana Torv met President Omar Haddad in Oslo. Kenya and Uganda share a lake. They discussed trade."
    assert len(contacts(text)) == 1


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The ministry said on Tuesday that Anna Lund had met Boris Kral in Oslo.", "2031-03-03", "2031-03-04"),
        ("The ministry said that Anna Lund had met Boris Kral in Oslo on Tuesday.", "2031-03-04", "2031-03-04"),
        ("Anna Lund will meet Boris Kral in Oslo in the coming weeks.", "2031-03-05", "2031-04-16"),
        ("The vote was on March 2. Anna Lund met Boris Kral two days after the vote.", "2031-03-04", "2031-03-04"),
        ("The vote was on March 2. Anna Lund met Boris Kral in Oslo after the vote.", "2031-03-02", "2031-03-05"),
    ],
)
def test_a_contact_has_the_days_that_its_clause_gives_it(text, first, last):
    (found, *_) = contact.find(annotated(text), load_lexicon())
    assert (str(found.when.start), str(found.when.end)) == (first, last)


def test_the_year_of_a_programme_is_not_when_they_met():
    text = "President Ana Torv and President Omar Haddad discussed progress on the plan for 2040."
    assert [(c.status, c.when) for c in contacts(text)] == [("held", None)]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("Kenya arranged a meeting between Ana Torv and Omar Haddad.", ["Ana Torv", "Omar Haddad"]),
        ("Envoy Ana Torv attended the first round of talks with President Omar Haddad.", ["Ana Torv", "Omar Haddad"]),
    ],
)
def test_who_arranges_a_meeting_of_others_takes_no_part(text, participants):
    assert [[p.name for p in c.participants] for c in contacts(text)] == [participants]


def test_talks_in_a_place_are_no_call():
    text = "Ana Torv and Omar Haddad spoke by phone. Ana Torv and Omar Haddad held talks in Oslo."
    assert sorted((c.mode, c.place) for c in contacts(text)) == [("call", None), ("talks", "Oslo")]


def test_a_meeting_agreed_on_has_not_the_day_of_the_call_before_it():
    text = "Ana Torv and Omar Haddad spoke on 1 February and agreed to hold a summit with Uganda."
    assert [c.when for c in contacts(text) if c.mode == "summit"] == [None]


def test_a_meeting_has_the_place_of_the_journey_made_for_it():
    text = "Kenyan envoy Ana Torv flew to Kampala on Monday. Torv met Ugandan President Omar Haddad."
    assert [(c.mode, c.place) for c in contacts(text)] == [("meeting", "Kampala")]


def test_what_was_discussed_has_not_the_day_of_its_subject():
    text = "President Ana Torv and President Omar Haddad discussed the vote of 12 May 2031."
    assert [c.when for c in contacts(text)] == [None]


def test_a_call_of_one_envoy_is_not_that_of_another():
    text = "Kenyan envoy Ana Torv spoke with Uganda. Kenyan President Eva Lund spoke with Uganda."
    assert [[p.name for p in c.participants] for c in contacts(text)] == [
        ["Ana Torv", "Uganda"],
        ["Eva Lund", "Uganda"],
    ]


def test_who_stays_away_takes_no_part_and_denies_nothing():
    text = "President Ana Torv will not attend talks between Kenya and Uganda."
    assert [([p.name for p in c.participants], c.status) for c in contacts(text)] == [(["Kenya", "Uganda"], "planned")]


def test_who_travels_for_talks_is_at_them():
    text = "Minister Ana Torv flew to Oslo for talks with President Omar Haddad."
    assert [[p.name for p in c.participants] for c in contacts(text)] == [["Ana Torv", "Omar Haddad"]]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("Representatives of 17 nations are meeting in Nairobi on Friday.", ["representatives of 17 nations"]),
        ("But Gulf finance ministers meeting in Nairobi on Monday kept their line.", ["Gulf finance ministers"]),
        ("The Lake Contact Group will meet in Nairobi on Friday.", ["Lake Contact Group"]),
    ],
)
def test_a_group_that_comes_together_is_a_contact_of_that_group(text, participants):
    assert [[p.name for p in c.participants] for c in contacts(text)] == [participants]


def test_officials_of_our_governments_are_those_of_the_states_whose_joint_text_it_is():
    title = "Joint Statement from Kenya and Uganda on the Lake"
    text = "Over the last two days in Oslo, senior officials from our governments engaged in intensive talks."
    article = Article(id="a", name="a", title=title, text=text, outlet="Presidency of Kenya")
    (found,) = contact.find(annotate(article, load_lexicon()), load_lexicon())
    assert ([p.name for p in found.participants], found.place) == (["Kenya", "Uganda"], "Oslo")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Kenyan envoy Ana Torv returned on Monday from travel to Uganda.", "2031-02-25", "2031-03-03"),
        ("Kenyan envoy Ana Torv made a trip to Uganda on Monday.", "2031-03-03", "2031-03-03"),
    ],
)
def test_a_journey_that_somebody_returned_from_was_in_the_week_up_to_that_day(text, first, last):
    (found,) = contacts(text)
    assert [p.name for p in found.participants] == ["Ana Torv", "Uganda"]
    assert (str(found.when.start), str(found.when.end)) == (first, last)


def test_who_is_met_during_a_trip_is_not_visited():
    text = "Kenyan envoy Ana Torv met Ugandan minister Omar Haddad during her trip."
    assert [c.mode for c in contacts(text)] == ["meeting"]


def test_so_called_talks_are_no_call():
    text = 'The so-called "proximity talks" between Kenya and Uganda went on in Oslo on Monday.'
    assert [c.mode for c in contacts(text)] == ["talks"]


def test_those_who_declare_having_met_met():
    (found,) = contacts("The presidents of Kenya and Uganda, having met in Oslo on Monday, declared a truce.")
    assert ([p.name for p in found.participants], found.place) == (["Kenya", "Uganda"], "Oslo")


def test_a_counterpart_is_whoever_of_that_side_is_named_elsewhere():
    text = (
        "US envoy Ana Torv met her Kenyan counterpart on Monday. Torv met Kenyan Foreign Minister Omar Nur on Monday."
    )
    assert [[p.name for p in c.participants] for c in contacts(text)] == [["Ana Torv", "Omar Nur"]]


def test_a_bare_title_after_a_name_is_nobody_else():
    text = "Envoy Ana Torv spoke by phone today with Dr. Omar Nur, Spokesperson of the council."
    assert [[p.name for p in c.participants] for c in contacts(text)] == [["Ana Torv", "Omar Nur"]]


@pytest.mark.parametrize(
    "text",
    [
        "Despite calls from Kenya and its allies for Uganda to stop, the raids went on.",
        "Kenya and Uganda held a joint news conference in Oslo on Monday.",
        "Kenya will attend no talks with Uganda in Oslo or any other city.",
    ],
)
def test_appeals_the_press_and_any_talks_whatever_are_no_contacts(text):
    assert contacts(text) == []


def test_their_delegations_are_those_of_the_states_that_agreed():
    text = "Kenyan President Ana Torv met Ugandan President Omar Nur. "
    text += "They agreed that their delegations will meet in Arusha."
    assert [[p.name for p in c.participants] for c in contacts(text)][1:] == [["Kenya", "Uganda"]]


def test_their_talks_are_of_all_who_are_listed():
    text = "Kenyan President Ana Torv, Ugandan President Omar Haddad and Chadian President Eva Lund "
    text += "spoke to reporters after their talks in Oslo."
    assert [[p.name for p in c.participants] for c in contacts(text)] == [["Ana Torv", "Omar Haddad", "Eva Lund"]]


def test_who_hosts_a_group_of_people_meets_them():
    (found,) = contacts("Kenyan President Ana Torv is to host a group of Asian leaders on Friday.")
    assert [p.name for p in found.participants] == ["Ana Torv", "Asian leaders"]


def test_what_was_not_discussed_denies_no_contact():
    text = "Kenyan President Ana Torv denied that she had discussed the port with Ugandan President Omar Haddad."
    assert contacts(text) == []


def test_lines_of_communication_are_no_message():
    text = "President Ana Torv and President Omar Haddad welcomed efforts to keep lines of communication open."
    assert contacts(text) == []


def test_a_topic_ends_before_those_with_whom_it_was_discussed():
    (found,) = contacts("Kenyan President Ana Torv discussed details with Ugandan President Omar Haddad.")
    assert found.topics == ("details",)


def test_talks_years_ago_are_not_the_meeting_in_the_news():
    text = (
        "President Ana Torv arrived on Monday. She met President Omar Haddad. "
        "President Ana Torv and President Omar Haddad met in 2019."
    )
    assert len(contacts(text)) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya is due to meet Uganda in Oslo.", "planned"),
        ("Kenya is likely to meet Uganda in Oslo.", "expected"),
        ("At the April talks between Kenya and Uganda, minister Ana Torv wants to rally support.", "planned"),
        ("Before leaving to meet President Omar Haddad, President Ana Torv maintained that all was well.", "held"),
    ],
)
def test_a_status_is_read_past_what_only_stands_beside_the_event(text, status):
    assert [c.status for c in contacts(text)] == [status]


def test_meetings_in_two_places_are_two():
    text = "The envoy Ana Torv met President Omar Haddad in Oslo. Torv also met Haddad in Cairo."
    assert [c.place for c in contacts(text)] == ["Oslo", "Cairo"]


def test_whom_they_are_taken_for_adds_nobody_to_a_call():
    text = (
        "President Ana Torv spoke with President Omar Haddad on Monday. Torv praised the late Eva Lund. "
        "They also spoke of trade."
    )
    assert [[p.name for p in c.participants] for c in contacts(text)] == [["Ana Torv", "Omar Haddad"]]


def test_in_a_transcript_the_talks_are_those_told_a_few_sentences_before():
    turns = "QUESTION: What of trade?\n\nMR. NUR: Trade is good. It grew.\n\n" * 3
    text = f"MR. NUR: Kenya held talks with Uganda on Monday.\n\n{turns}QUESTION: So the talks were long."
    assert [len(c.evidence) for c in contacts(text)] == [1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ana Torv met today with President Omar Haddad to discuss trade.", [("held", True)]),
        ("On Sunday, President Ana Torv said that she would meet President Omar Haddad.", [("planned", False)]),
        ("Kenya and Uganda talked and look forward to the vote in Oslo on 3 June 2031.", [("held", False)]),
    ],
)
def test_a_contact_has_the_day_that_is_said_of_it(text, expected):
    assert [(c.status, c.when is not None) for c in contacts(text)] == expected


def test_what_is_discussed_lends_a_call_no_place():
    text = (
        "President Ana Torv spoke with President Omar Haddad on Monday. "
        "President Ana Torv and President Omar Haddad discussed her visit to Oslo."
    )
    assert (contacts(text)[0].mode, contacts(text)[0].place, len(contacts(text)[0].evidence)) == ("call", None, 2)


def test_a_crowd_of_no_side_meets_among_itself_but_sides_and_parties_are_somebody_else():
    assert [[p.name for p in c.participants] for c in contacts("Ministers at Thursday's talks quarrelled.")] == [
        ["ministers"]
    ]
    assert contacts("The envoy urged all sides to attend the talks on Thursday.") == []


JOURNEY = (
    "Envoy Ana Torv of Kenya will visit Baku on March 15 and 16, where she will meet Omar Haddad and other officials."
    " Torv will also meet with Musa Otieno and other officials in Tbilisi."
    " She will then travel to Yerevan on March 18, where she will meet Amos Odera and other officials."
)


def test_each_stop_of_a_journey_has_its_own_meeting_place_and_days():
    met = [c for c in contacts(JOURNEY) if c.mode == "meeting"]
    assert [(c.participants[1].name, c.place, c.when and c.when.start.day) for c in met] == [
        ("Omar Haddad", "Baku", 15), ("Musa Otieno", "Tbilisi", None), ("Amos Odera", "Yerevan", 18),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Before the meeting Kenya sent troops to Uganda.",
        "Hours before the meeting Uganda launched 30 drones at Kenya, the Kenyan defence ministry said.",
    ],
)
def test_what_is_done_before_a_meeting_makes_nobody_meet(text):
    assert contacts(text) == []


def test_nobody_meets_the_own_state():
    (found,) = contacts("Kenyan President Ana Torv, Ugandan President Musa Otieno and Uganda held talks on Monday.")
    assert [p.name for p in found.participants] == ["Ana Torv", "Musa Otieno"]


def test_whom_a_caption_shows_speaking_is_not_on_the_telephone():
    (found,) = contacts("Kenyan President Ana Torv, second from left, speaks with Ugandan President Musa Otieno.")
    assert found.mode == "talks"


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("Monday's meeting in Oslo was long.", ["Oslo"]),
        ("Monday's meeting in Oslo was cancelled.", [None]),
        ("Saturday's meeting in Oslo was long.", [None]),
    ],
)
def test_the_meeting_of_that_day_is_the_talks_told_of_it_before(told, places):
    found = contacts(f"Major powers began a new round of talks on Monday. {told}")
    assert [contact.place for contact in found if contact.participants] == places


def test_who_met_and_spoke_was_in_one_room():
    text = "Kenyan envoy Ana Torv had an opportunity to meet and to speak with Chad's minister Omar Nur."
    assert {one.mode for one in contact.find(annotated(text), load_lexicon())} == {"meeting"}


def test_i_in_an_offices_own_text_is_the_holder_of_the_office():
    text = "Today I held a meeting with the heads of the Kenyan regions."
    (found,) = contact.find(annotated(text, outlet="Office of the President of Kenya"), load_lexicon())
    assert found.participants[0].name == "President of Kenya"


def test_the_office_that_says_i_and_we_met_no_more_than_its_holder():
    text = "On Monday I spoke with Chadian President Omar Nur. We talked with him about the pier."
    (found,) = contact.find(annotated(text, outlet="Office of the President of Kenya"), load_lexicon())
    assert [party.name for party in found.participants] == ["President of Kenya", "Omar Nur"]


def test_the_first_of_a_list_is_who_holds_the_office_before_the_name():
    text = "Director of the Harbour Council Jane Miller, Deputy Minister Peter Stone, and Envoy for Trade Mary Lee"
    (found,) = contacts(f"{text} met with President Omar Haddad of Kenya on Monday.")
    assert {"Jane Miller", "Omar Haddad"} <= {actor.name for actor in found.participants}
