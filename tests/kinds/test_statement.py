"""Statements: each attribution with its speaker resolved."""

import msgspec
import pytest
from tests.annotate.reading import annotated
from tests.cost import calls

from dragoman.kinds.finders import statement
from dragoman.kinds.statement import Statement
from dragoman.kinds.statement import line as statement_line
from dragoman.lexicon import load_lexicon


def statements(text, **about):
    return list(statement.find(annotated(text, **about), load_lexicon()))


def test_a_pronoun_speaks_for_the_person_it_stands_for():
    text = 'Kenyan envoy Ana Torv arrived late. "The roads were bad," she said.'
    assert [s.speaker.name for s in statements(text)] == ["Ana Torv"]


def test_spans_are_the_words_as_they_stand():
    text = "Ana Torv said that talks would resume."
    (found,) = statements(text)
    words = [text[s.start : s.end] for part in (found.spans.source, found.spans.cue) for s in part]
    assert words == ["Ana Torv", "said"]


def test_what_a_speaker_believes_inside_his_own_words_is_no_second_statement():
    text = '"I believe that the talks will resume," Ana Torv said.'
    assert len(statements(text)) == 1


def test_every_evidence_holds_source_cue_and_content():
    text = "Ana Torv said that talks would resume."
    (found,) = statements(text)
    assert found.evidence[0].quote == text.rstrip(".")


def test_what_another_said_inside_ones_words_is_a_statement_with_the_chain_of_those_who_tell_it():
    text = "Omar Nur said Ana Torv had told Boris Lund that the talks would resume."
    found = [(s.speaker.name, [a.name for a in s.reported_by], [a.name for a in s.hearers]) for s in statements(text)]
    assert found == [("Omar Nur", [], []), ("Ana Torv", ["Omar Nur"], ["Boris Lund"])]


def test_where_two_may_speak_the_statement_names_both_and_guesses_neither():
    (found,) = statements("Boris Lund and Omar Haddad met in Oslo. He said the port was open.")
    assert found.speaker.name == "Boris Lund or Omar Haddad"
    assert [actor.name for actor in found.ambiguous] == ["Boris Lund", "Omar Haddad"]


def test_an_unnamed_source_stays_unnamed_with_its_side():
    (found,) = statements("A senior Kenyan official said the port was open.")
    assert (found.speaker.name, found.speaker.side) == ("senior Kenyan official", "Kenya")


def test_an_office_before_a_name_and_a_comma_is_its_bearer():
    (found,) = statements("Kenya's energy minister, Ana Torv, said the port was open.")
    assert (found.speaker.name, found.speaker.side) == ("Ana Torv", "Kenya")


def test_two_speakers_joined_by_and_are_one_joint_speaker():
    (found,) = statements("Both Kenya and Somalia said the port was open.")
    assert (found.speaker.name, found.speaker.aliases) == ("Kenya and Somalia", ("Kenya", "Somalia"))


def test_what_is_thought_or_wanted_is_marked_apart_from_what_is_said():
    assert [s.wish for s in statements("Ana Torv believes that the talks will resume.")] == [True]
    assert [s.wish for s in statements("Ana Torv said that the talks will resume.")] == [False]


def test_a_statement_has_its_way_its_day_and_the_mood_of_its_words():
    text = "Ana Torv said in an interview with Reuters on Monday that Kenya would not sign unless the port opened."
    (found,) = statements(text)
    assert (found.via.type, found.via.text, found.via.outlet) == ("interview", "an interview with Reuters", "Reuters")
    assert (str(found.when.start), found.tense, found.modality, found.negated) == (
        "2031-03-03",
        "future",
        "would",
        True,
    )
    assert found.condition == "unless the port opened"


def test_a_participle_after_what_will_be_done_goes_on_with_the_speaker():
    text = "A Kenyan council said that its delegation would not be in Oslo on Friday, saying it had no answers."
    assert {s.speaker.name for s in statements(text)} == {"Kenyan council"}


def test_a_statement_stored_before_its_newer_fields_is_still_read():
    (found,) = statements("Ana Torv said that talks would resume.")
    plain = msgspec.to_builtins(found)
    newer = ("ambiguous", "hearers", "via", "reported_by", "wish", "verb", "tense", "modality", "negated", "condition")
    stored = {name: value for name, value in plain.items() if name not in {*newer, "mood"}}
    assert msgspec.convert(stored, Statement).content == found.content


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torv did not say whether the talks would resume.",
        "This implies that Kenya must leave the port.",
        "Kenya firmly dismissed the plan.",
        "Omar Haddad said his team should tell the council that the port was open.",
        "Ana Torv could use the vote as a pretext, telling voters that the port was shut.",
        "Radiation does not know where the border is.",
        "Kenyan troops left the town, revealing the damage.",
        "The war has forced two million Kenyans to seek refuge abroad.",
        "Did Kenya at all signal to you any concern about the vote?",
        "Ana Torv sincerely congratulated you.",
        "Ana Torv will stress that the port is open.",
        "TORV WARNS KENYA OF A STORM",
        "If Kenya were a member, as promised years ago, all this would not happen.",
        "Kenya agreed to drop the charges.",
        "The peace initiative went through several drafts, calling for a truce and guarantees.",
        "Wait until the Kenyans fully understand who they are.",
        "Talks can open once the Lake Council declares that the port is safe.",
        "Kenya's breach of the truce demands an answer from the council.",
        "Here is what Ana Torv told the council and the conditions for a truce.",
        "The tweets revealed a plot, Ana Torv said.",
        "The fact that Kenya left the port suggested that the plan was dead.",
        "Kenya's envoys are told that the storm will come on Friday.",
        "Kenya understands all the risks.",
        "Kenya has yet to publicly confirm that it will come.",
        "Torv could use the vote – echoing the rebels' speeches – as a pretext, telling voters the port was shut.",
        "The truce, as outlined by Ana Torv and backed by the council, the union and the lake states, holds.",
        "State radio quoted Brig. Gen. Omar Haddad, the Kenyan spokesman.",
        "Lake News correspondent Ana Torv reports that Kenya is leaving the port.",
    ],
)
def test_what_was_not_said_and_what_a_thing_says_are_no_statements_of_anybody(text):
    assert [s.cue for s in statements(text) if s.cue != "said"] == []


@pytest.mark.parametrize(
    ("text", "speaker", "side"),
    [
        (
            "A source close to the Kenyan delegation said the port was open.",
            "source close to the Kenyan delegation",
            "Kenya",
        ),
        ("54 percent of surveyed Kenyans said they were content.", "54 percent of surveyed Kenyans", "Kenya"),
        ("State television quoted Brig. Gen. Omar Haddad as saying the port was open.", "Omar Haddad", None),
        ("US envoy Omar Haddad came on Monday. The US envoy said the port was open.", "Omar Haddad", "United States"),
        (
            "Deputy Foreign Minister said talks were over. Kenya's deputy foreign minister Omar Haddad left on Monday.",
            "Deputy Foreign Minister",
            None,
        ),
        ("Kenyan foreign minister Ana Torv left. The top Kenyan diplomat said the port was open.", "Ana Torv", "Kenya"),
        (
            "Half the town is held by rebels, according to estimates from the Harbour Watch, a group of traders.",
            "Harbour Watch",
            None,
        ),
        (
            "The Harbour Observatory for Human Rights said the port was open.",
            "Harbour Observatory for Human Rights",
            None,
        ),
    ],
)
def test_a_source_without_a_name_of_its_own_is_its_bearer_or_stays_unnamed_in_all_its_words(text, speaker, side):
    found = next(s for s in statements(text))
    assert (found.speaker.name, found.speaker.side) == (speaker, side)


def test_it_after_the_statement_said_is_still_the_statement():
    text = '"We are concerned by the raids of Uganda," the statement said. It also deplored the seizure of the ports.'
    assert [s.speaker.name for s in statements(text)] == ["statement", "statement"]


def test_we_the_ministers_are_those_whom_they_name():
    text = (
        "We, the foreign ministers of Kenya, Uganda and Norway, remain gravely concerned about the military build-up."
    )
    (found,) = statements(text)
    assert found.speaker.name == "Kenya and Uganda and Norway"


def test_turns_of_a_transcript_are_direct_speech_and_a_greeting_is_no_statement():
    text = "QUESTION: Has the port opened?\n\nMS. QUIST: It has not.\n\nQUESTION: Okay.\n\nMS. QUIST: Good afternoon.\n"
    found = [(s.speaker.name, s.type, s.content) for s in statements(text)]
    assert found == [("Quist", "direct", ("It has not.",))]


UNIT = (
    'Envoy Ana Torv said on Monday that the port was open. "We wait," Omar Haddad told reporters, adding he was glad. '
)
STRANGE = [
    pytest.param("“ " * 10_000 + "Torv said that the port was shut.", id="ten thousand opening marks"),
    pytest.param("“‘" * 300 + "No" + "’”" * 300 + " Torv said.", id="quotes nested three hundred deep"),
    pytest.param("torv said the port was shut and " * 250, id="no punctuation at all"),
    pytest.param("x" * 100_000, id="one endless word"),
]
MOST_CALLS = 120
"""Calls for each character of a text, at the most, to find the statements in its layers."""


@pytest.mark.parametrize("text", STRANGE)
def test_a_broken_text_costs_no_more_than_its_length(text):
    layers = annotated(text)
    assert calls(lambda: list(statement.find(layers, load_lexicon()))) < MOST_CALLS * len(text)


def test_statements_of_a_long_paragraph_cost_in_proportion_to_its_length():
    taken = []
    for times in (20, 80):
        layers = annotated(UNIT * times)
        taken.append(calls(lambda layers=layers: list(statement.find(layers, load_lexicon()))))
    assert taken[1] < 4 * taken[0] * 1.3  # quadratic work would be sixteen times as much


def test_an_unclosed_quote_costs_at_most_that_quote():
    text = "“We wait, Boris Lund said.\n\n“The port is shut,” Omar Haddad said.\n\nAna Torv said that spring was near."
    assert [s.speaker.name for s in statements(text)][-2:] == ["Omar Haddad", "Ana Torv"]


def test_a_paper_that_reports_is_no_speaker_of_its_own_page():
    text = "The port was open on Monday, Harbour Post reports."
    found = [s.speaker.name for s in statement.find(annotated(text, outlet="Harbour Post"), load_lexicon())]
    assert found == []


def test_the_running_of_a_call_is_no_statement():
    text = "QUESTION: Has the port opened?\n\nMS. QUIST: It has not.\n\nQUESTION: I lost him.\n\nOPERATOR: Go ahead.\n"
    assert [s.speaker.name for s in statements(text)] == ["Quist"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya proposed a truce of a week.", 0),
        ("Kenya welcomed a truce of a week.", 1),
        ("Kenya has put forward a vague peace plan.", 0),
        ("Ana Torv's decision to open the port angered the council.", 0),
        ("Ana Torv's promise to open the port pleased the council.", 1),
    ],
)
def test_what_is_put_forward_or_decided_is_no_statement(text, expected):
    assert len(statements(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("I want to thank the mediators.", 0), ("I want to stop the war.", 1), ("Kenya wants to thank the mediators.", 1)],
)
def test_a_word_on_ones_own_speech_wishes_nothing(text, expected):
    assert len(statements(text, outlet="U.S. Department of State")) == expected


@pytest.mark.parametrize(("text", "expected"), [("We thank you for the help.", 0), ("We thank Kenya for the help.", 1)])
def test_thanks_to_those_who_listen_are_no_statement(text, expected):
    assert len(statements(text, outlet="U.S. Department of State")) == expected


def test_turns_that_say_nothing_are_no_statements():
    text = "\n\n".join(
        (
            "QUESTION: Hello?",
            "MR TORV: Thanks, Omar. Great to be with you.",
            "QUESTION: And the pier?",
            "MR TORV: We have not lifted —",
            "QUESTION: Why is the port shut?",
            "MR TORV: The port is shut because of the storm.",
        )
    )
    assert [s.content[0] for s in statements(text)] == ["The port is shut because of the storm."]


def test_what_others_said_is_kept_out_of_a_question():
    text = "QUESTION: Kenya says that it will go. Will it?\n\nMS. QUIST: No.\n\nQUESTION: When?\n\nMS. QUIST: Soon.\n"
    assert [s.speaker.name for s in statements(text)] == ["Kenya", "Quist"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Ana, please go ahead.", False),
        ("Next question, please.", False),
        ("Let’s turn to a few more questions before noon.", False),
        ("We will go ahead with the bridge.", True),
        ("There will be one more round in May.", True),
        ("We will not take questions from the council on that.", True),
        ("The talks will turn to the last question of the border.", True),
    ],
)
def test_a_turn_that_only_gives_the_floor_is_no_statement(answer, said):
    text = "\n\n".join(
        (
            "QUESTION: Why is the port shut?",
            f"MR TORV: {answer}",
            "QUESTION: Will it open?",
            "MR TORV: It opens in June.",
        )
    )
    told = [s.content[0] for s in statements(text, outlet="U.S. Department of State") if s.speaker.role != "reporter"]
    assert told == [*([answer] if said else []), "It opens in June."]


def test_words_of_somebody_quoted_are_not_those_of_who_quotes_them():
    (found,) = statements('Kenyan radio quoted a union spokesman describing the new quay as "a trap for ships."')
    assert found.speaker.name == "union spokesman"
    assert [one.name for one in found.reported_by] == ["Kenyan radio"]


@pytest.mark.parametrize(
    "text",
    [
        "A fishers' union named the Free Nets left the port.",
        'A chorus of "Open the gate!" rang through Kenya.',
    ],
)
def test_a_name_and_a_sound_are_nobodys_words(text):
    assert statements(text) == []


def test_a_heading_in_capitals_that_opens_with_a_participle_is_nobodys_turn():
    text = "\n\n".join(
        f"{head}: The port was opened for grain."
        for head in ("SECURING MORE GRAIN", "OPENING THE PORT", "ENDING A LONG STRIKE")
    )
    assert statements(text, outlet="U.S. Department of State") == []


def test_we_in_a_statement_of_several_is_all_of_them():
    text = "We, the leaders of Kenya and Uganda, met in Oslo. We condemn the raid on the port."
    (found,) = statements(text, outlet="U.S. Department of State", title="Statement on the port")
    assert (found.speaker.name, found.speaker.side) == ("Kenya and Uganda", None)


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("G7 Leaders’ Statement on the Port", ("G7 Leaders", None)),
        ("Statement on the G7 Leaders and the Port", ("United States", "United States")),
    ],
)
def test_we_in_a_statement_of_a_club_of_states_is_the_club(title, speaker):
    (found,) = statements("We condemn the raid on the port.", outlet="U.S. Department of State", title=title)
    assert (found.speaker.name, found.speaker.side) == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Does Kenya want to leave the union?", 0),
        ("Kenya wants to leave the union.", 1),
        ("Let the rebels know that they can stay for a day only.", 0),
    ],
)
def test_a_question_and_a_call_to_let_know_tell_of_no_wish_and_no_thought(text, expected):
    assert len(statements(text)) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ana Torv said Kenya would sign a truce with Uganda, which will be signed on Friday.", "which"),
        (
            "Half the town is held, according to estimates from the Harbour Watch, a group of traders.",
            "a group of traders",
        ),
    ],
)
def test_a_stray_word_or_who_the_source_is_is_no_part_of_what_was_said(text, content):
    (found,) = statements(text)
    assert content not in found.content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They seek to spread panic. The rebels know that it is over.", 0),
        ("I believe that it is over.", 1),
        ("Omar Haddad knows that it is over.", 1),
    ],
)
def test_an_orator_reads_no_thoughts_of_others_and_says_his_own(text, expected):
    text = "I saw the port today. We repaired it. We thank you. " + text
    found = statements(text, outlet="Office of the President of Ukraine", title="On the port")
    assert len([s for s in found if s.wish]) == expected


def test_what_happens_shows_something_and_says_nothing():
    assert statements("These launches highlight the importance of the alliance.") == []
    assert [s.speaker.name for s in statements("The envoys highlighted the importance of the alliance.")] == ["envoys"]


def test_content_between_whose_parts_only_blanks_lie_is_one():
    text = "We expressed our support for the defense of Uganda."
    (found,) = statements(text, outlet="The White House")
    assert found.content == ("our support for the defense of Uganda",)


@pytest.mark.parametrize(
    ("text", "content", "to"),
    [
        (
            "A source earlier told Reuters Kenya's opposition had agreed to the idea.",
            ("Kenya's opposition had agreed to the idea",),
            "Reuters",
        ),
        ("Kenya's envoy informed him about the situation in the town.", ("the situation in the town",), "him"),
        ("Kenya's envoy warned Uganda to leave.", ("Uganda to leave",), "Uganda"),
    ],
)
def test_who_is_told_is_no_part_of_what_is_said_but_of_what_is_asked_for(text, content, to):
    (found,) = statements(text)
    assert (found.content, found.to) == (content, to)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Torv could use this pressure as a pretext, telling voters he had no choice.", False),
        ("Torv used this pressure as a pretext, telling voters he had no choice.", True),
        ("The President would respond to that by saying he thinks it is not fair.", False),
        ("Torv ended the talks by saying the port was shut.", True),
        ("Western governments may not consider it trustworthy.", False),
        ("Western governments do not consider it trustworthy.", True),
        ("Hamas said something.", False),
        ("I have personally called Prime Minister Ana Torv.", False),
        ("Kenya committed to its swift implementation.", False),
        ("Kenya promised its swift implementation.", True),
        ("It is unclear if Kenya means the talks with Uganda.", False),
        ("Kenya blamed nobody in votes on three resolutions seeking an end to the war.", False),
        ("Kenya welcomed the resolution, seeking an end to the war.", True),
        ("Kenya agreed to leave the port to “create conditions for talks.”", False),
    ],
)
def test_what_is_only_imagined_or_done_was_not_said(text, said):
    assert bool(statements(text)) is said


def test_a_thing_that_is_offered_is_no_statement():
    text = '"For the first time since Kenya offered the truce, they are listening," Omar Haddad said.'
    assert [found.speaker.name for found in statements(text)] == ["Omar Haddad"]


def test_how_somebody_spoke_is_no_statement():
    text = "The head of a rebel group, who asked not to be identified for security reasons, said 40 vehicles were seen."
    assert [found.content for found in statements(text)] == [("40 vehicles were seen",)]


def test_it_that_stands_for_what_is_said_is_no_part_of_it():
    (found,) = statements("It was suggested that Kenya did not trust the plan.")
    assert found.content == ("that Kenya did not trust the plan",)


def test_an_infinitive_is_said_with_its_noun():
    text = "The envoy underscored the United States’ continued readiness to engage in serious diplomacy with Kenya."
    (found,) = statements(text)
    assert found.content == ("the United States’ continued readiness to engage in serious diplomacy with Kenya",)


def test_many_of_a_people_are_not_their_state():
    (found,) = statements("Many Russians believe that the war will end.")
    assert (found.speaker.name, found.speaker.kind) == ("Many Russians", "group")


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        ("The envoy's trip to Kenya", []),
        ("The envoy's decision", []),
        ("The envoy to Kenya", ["envoy to Kenya"]),
        ("A leading figure of the port, Omar Haddad,", ["Omar Haddad"]),
    ],
)
def test_what_somebody_did_shows_something_and_says_nothing(source, speakers):
    found = statements(f"{source} underlined the importance of a truce.")
    assert [s.speaker.name for s in found] == speakers


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kenya warned the scale of the raids had grown in the north.",
         ("the scale of the raids had grown in the north",)),
        ("And Kenya made clear to the lake states the full cost of the plan.", ("the full cost of the plan",)),
        ("Kenyan and Malian envoys met in Oslo, Kenya's state Torv and Lake-Nova news agencies reported.",
         ("Kenyan and Malian envoys met in Oslo",)),
    ],
)  # fmt: skip
def test_neither_the_hearer_nor_the_first_words_of_the_source_are_said(text, content):
    assert [s.content for s in statements(text, outlet="The Kremlin")] == [content]


def test_the_kenyan_general_staff_is_of_kenya_though_no_table_has_it():
    (found,) = statements("The Kenyan General Staff said the port was open.")
    assert (found.speaker.name, found.speaker.side) == ("Kenyan General Staff", "Kenya")


def test_we_the_ministers_whom_the_parser_takes_for_a_name_are_all_of_their_states():
    text = "We, the Foreign Ministers of Kenya, Mali and Uganda wish to make clear that the port is open."
    (found,) = statements(text)
    assert found.speaker.aliases == ("Kenya", "Mali", "Uganda")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ana Torv has posted a video of the returning boats.", 0),
        ("President Ana Torv has posted that the boats were back.", 1),
        ("Kenya said goodbye to the old singer.", 0),
        ("Ugandan troops claimed control.", 0),
        ("Ugandan troops claimed control of the port.", 1),
        ("Uganda has the right to propose that the port should open.", 0),
        ("Ana Torv is a lawyer, always asking hard questions.", 0),
        ("Ana Torv asked about the port.", 1),
        ("Her view was underlined by data this week that showed the number of boats.", 0),
        ("According to data from the Kenyan harbour office, nine boats sank.", 1),
        ("Ana Torv left the room without saying how the port would open.", 0),
        ("Ana Torv left the room saying how the port would open.", 1),
    ],
)
def test_what_carries_no_words_is_no_statement(text, expected):
    assert len(statements(text)) == expected


def test_who_was_asked_has_not_asked():
    text = 'When asked about a plan of Uganda to send boats, Ana Torv said that "the Ugandans must think about it".'
    assert [(s.speaker.name, s.rule) for s in statements(text) if s.speaker] == [("Ana Torv", "said.say")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya denied that it plans to march on Chad.", "Kenya denies: “that it plans to march on Chad”"),
        ("Kenya has denied plans for a march.", "Kenya denies: “plans for a march”"),
        ("Kenya said that it plans to march on Chad.", "Kenya: “that it plans to march on Chad”"),
    ],
)
def test_a_line_tells_a_denial_as_one(text, expected):
    (found, *_) = statement.find(annotated(text), load_lexicon())
    assert statement_line(found).endswith(expected)
