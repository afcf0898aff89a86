"""Who said what: the shapes of attributions that the news and official readouts use."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc as Parse
from tests.cost import calls

from dragoman.annotate.speech import find_speech, is_report
from dragoman.components.takeover import Takeover
from dragoman.lexicon import load_lexicon
from dragoman.models import load_pipeline, parse_text
from dragoman.parsed import Doc
from dragoman.types import Article, Attribution

LEXICON = load_lexicon()


def speech_of(text: str) -> tuple[Attribution, ...]:
    return find_speech(Article(id="a", name="a", text=text), parse_text(text), LEXICON)


def parts(text: str, spans) -> str:
    return " … ".join(text[span.start : span.end] for span in spans)


def reports(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of the outermost reports."""
    return [
        (parts(text, one.source), parts(text, one.cue), parts(text, one.content))
        for one in speech_of(text)
        if one.depth == 0 and is_report(one)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rossi said that the port was shut.", [("Rossi", "said", "that the port was shut")]),
        ("The port was shut, Rossi said.", [("Rossi", "said", "The port was shut")]),
        ("The agency quoted Rossi as saying that the port was shut.", [("Rossi", "quoted", "that the port was shut")]),
        ("“We wait,” Rossi said.", [("Rossi", "said", "“We wait,”")]),
        ("“We wait,” said Anna Rossi, the envoy.", [("Anna Rossi, the envoy", "said", "“We wait,”")]),
        ("Rossi has not said that the port is shut.", [("Rossi", "has not said", "that the port is shut")]),
        ("Rossi told reporters that the port was shut.", [("Rossi", "told", "that the port was shut")]),
        ("According to the ministry, the port is shut.", [("the ministry", "According to", "the port is shut")]),
        ("The port is shut, according to the ministry.", [("the ministry", "according to", "The port is shut")]),
        ("The envoy urged both sides to stop.", [("The envoy", "urged", "both sides to stop")]),
        ("Rossi vowed to reopen the port.", [("Rossi", "vowed", "to reopen the port")]),
        ("Rossi called for a truce.", [("Rossi", "called for", "a truce")]),
        ("Rossi was quoted as saying that the port was shut.", [("Rossi", "saying", "that the port was shut")]),
    ],
)
def test_a_cue_has_its_source_and_its_content(text, expected):
    assert reports(text) == expected


def test_an_adjective_before_its_verb_is_a_cue_in_two_parts():
    text = "Nobody knows how confident Rossi is that the port will open again."
    (one,) = [one for one in speech_of(text) if one.rule.startswith("thought.confident")]
    assert parts(text, one.cue) == "confident … is"


def test_a_paragraph_may_announce_the_quote_of_the_next():
    text = "After the meeting Rossi made the following statement:\n\n“We shall wait until the spring.”"
    assert reports(text) == [("Rossi", "made", "“We shall wait until the spring.”")]


def test_a_transcript_that_is_quoted_as_a_whole_has_its_turns():
    text = "“ROSSI: The port is open.\n\n“NUR: It is shut.\n\n“ROSSI: We shall see.”"
    assert [source for source, _, _ in reports(text)] == ["ROSSI", "NUR", "ROSSI"]


def test_a_turn_has_its_last_stop_but_no_mark_around_the_transcript():
    text = "“ROSSI: The port is open.\n\n“It will stay so.\n\n“NUR: Until when? And for —\n\n“ROSSI: We shall see.”"
    assert [content for _, _, content in reports(text)] == [
        "The port is open. … It will stay so.", "Until when? And for", "We shall see.”"
    ]  # fmt: skip


def test_a_verb_that_takes_a_quote_alone_says_nothing_of_what_stands_behind_its_preposition():
    assert reports("Rossi went on the record with the harbour crews.") == []
    assert reports("“It is shut,” Rossi went on.") == [("Rossi", "went on", "“It is shut,”")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We shall wait.” — Anna Rossi", [("Anna Rossi", "—", "“We shall wait.”")]),
        ("“We shall wait.”― Anna Rossi\n“Not I.” -- Omar Nur.", [
            ("Anna Rossi", "―", "“We shall wait.”"), ("Omar Nur", "--", "“Not I.”")
        ]),
        ("“Harbour Dawn” — The operation began on Monday.", []),
    ],
)  # fmt: skip
def test_a_quote_may_be_signed(text, expected):
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We wait,” Rossi said. “Not for long.”", [("Rossi", "said", "“We wait,” … “Not for long.”")]),
        ("“We wait,” Rossi said, “but not for long.”", [("Rossi", "said", "“We wait,” … “but not for long.”")]),
        ("The port, Rossi said, is shut.", [("Rossi", "said", "The port … is shut")]),
        ("Rossi said: “One.\n\n“Two.\n\n“Three.”", [("Rossi", "said", "“One.\n\n“Two.\n\n“Three.”")]),
        ("“One,” Rossi said.\n\n“Two.”", [("Rossi", "said", "“One,” … “Two.”")]),
    ],
)
def test_a_quote_that_goes_on_is_one_attribution(text, expected):
    assert reports(text) == expected


def test_a_quoted_paragraph_after_other_words_is_a_statement_without_a_cue():
    text = "Rossi said that the port was shut.\n\n“We shall wait for the spring.”"
    assert reports(text) == [
        ("Rossi", "said", "that the port was shut"),
        ("Rossi", "", "“We shall wait for the spring.”"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rossi said he waited, adding that spring was near.", ["he waited", "that spring was near"]),
        ("“We wait,” Rossi said, adding that spring was near.", ["“We wait,”", "that spring was near"]),
    ],
)
def test_each_cue_starts_a_statement_of_its_own(text, expected):
    assert [content for _, _, content in reports(text)] == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We wait,” Rossi said.", "direct"),
        ("Rossi said that the port was shut.", "indirect"),
        ("Rossi said that the port was “shut for good”.", "mixed"),
        ("''We wait,'' Rossi said.", "direct"),
        ("'We wait for spring,' Rossi said.", "direct"),
    ],
)
def test_marks_decide_the_form(text, form):
    assert [one.form for one in speech_of(text) if one.depth == 0] == [form]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Rossi told reporters that the port was shut.", "reporters"),
        ("Rossi said in an interview with Radio Alba that the port was shut.", "an interview with Radio Alba"),
        ("Rossi wrote on Telegram that the port was shut.", "Telegram"),
        ("Rossi said in May that the port was shut.", None),
        ("Rossi said that the port was shut.", None),
    ],
)
def test_the_hearer_or_the_outlet_is_kept(text, to):
    found = next(one for one in speech_of(text) if one.depth == 0)
    assert (text[found.to.start : found.to.end] if found.to else None) == to


def test_speech_in_speech_has_a_depth():
    text = "Rossi said that Moreau had told him that the port was shut."
    assert [(parts(text, one.source), one.depth) for one in speech_of(text)] == [("Rossi", 0), ("Moreau", 1)]


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("The generals believe that the winter will be hard.", True),
        ("Rossi hopes that the port will open.", True),
        ("Rossi wants to leave the pact.", True),
        ("Rossi said that the port will open.", False),
    ],
)
def test_what_is_thought_or_wanted_is_told_from_what_is_said(text, wish):
    assert [one.wish for one in speech_of(text) if one.depth == 0] == [wish]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The President reaffirmed his support for the truce.",
            [("The President", "reaffirmed", "his support for the truce")],
        ),
        (
            "The two ministers underscored the need for a truce.",
            [("The two ministers", "underscored", "the need for a truce")],
        ),
        (
            "The United States welcomes the release of the crew.",
            [("The United States", "welcomes", "the release of the crew")],
        ),
        ("The leaders discussed the harvest.", []),
        ("The leaders met in Rome.", []),
    ],
)
def test_an_official_readout_reports_what_was_underlined_but_not_what_was_discussed(text, expected):
    assert reports(text) == expected


def test_the_turns_of_a_briefing_hold_all_their_paragraphs():
    text = "MR. ROSSI:  Good morning.\n\nThe port is shut.\n\nQ    Since when?\n\nMR. ROSSI:  Since May.\n"
    assert reports(text) == [
        ("MR. ROSSI", ":", "Good morning. … The port is shut."),
        ("Q", "", "Since when?"),
        ("MR. ROSSI", ":", "Since May."),
    ]


def test_let_us_say_is_said_by_nobody():
    assert reports("So let's say both crews stay at the port; the ferries will wait.") == []


def test_a_transcript_may_write_names_as_names():
    text = "Rossi: Is it shut?\n\nMoreau: It is.\n\nRossi: Since when?\n\nMoreau: Since May.\n\nIt rained."
    assert reports(text)[-1] == ("Moreau", ":", "Since May. … It rained.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KYIV (AFP) - Rossi said that the port was shut.", [("Rossi", "said", "that the port was shut")]),
        ("KYIV, Ukraine (AP) — The crews left, Rossi said.", [("Rossi", "said", "The crews left")]),
        ("OSLO, 3 March (AP) – The crews left, Rossi said.", [("Rossi", "said", "The crews left")]),
        ("KAMPALA Moreau's port union said it would strike.", [("Moreau's port union", "said", "it would strike")]),
    ],
)
def test_a_dateline_is_neither_source_nor_content(text, expected):
    assert reports(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rossi: The port stays shut", [("Rossi", ":", "The port stays shut")]),
        ("Update: The port stays shut", []),
    ],
)
def test_a_name_before_a_colon_speaks(text, expected):
    assert reports(text) == expected


def test_an_unclosed_quote_costs_at_most_that_quote():
    text = "“We wait, Rossi said.\n\n“The port is shut,” Moreau said.\n\nBauer said that spring was near."
    assert [source for source, _, _ in reports(text)][-2:] == ["Moreau", "Bauer"]


def test_spans_lie_in_the_text_and_come_in_order():
    text = "“We wait,” Rossi said. “Not long.” Moreau, who said he agreed, told reporters: “Let's go.”"
    for one in speech_of(text):
        for spans in (one.source, one.cue, one.content):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert list(spans) == sorted(spans, key=lambda span: span.start)


def hand_parsed(words: int, *, sentence: int) -> Doc:
    """A long text of '“It rained,” Rossi said.', parsed by hand; a new sentence every `sentence` words."""
    unit = (
        ("“", "PUNCT", "``", "punct", 6, "“", False),
        ("It", "PRON", "PRP", "nsubj", 1, "it", True),
        ("rained", "VERB", "VBD", "ccomp", 4, "rain", False),
        (",", "PUNCT", ",", "punct", 3, ",", False),
        ("”", "PUNCT", "''", "punct", 2, "”", True),
        ("Rossi", "PROPN", "NNP", "nsubj", 1, "Rossi", True),
        ("said", "VERB", "VBD", "ROOT", 0, "say", False),
        (".", "PUNCT", ".", "punct", -1, ".", True),
    )
    tokens = unit * (words // len(unit))
    parse = Parse(
        load_pipeline().vocab,
        words=[token[0] for token in tokens],
        spaces=[token[6] for token in tokens],
        pos=[token[1] for token in tokens],
        tags=[token[2] for token in tokens],
        deps=[token[3] if token[3] != "ROOT" or at % sentence == 6 else "conj" for at, token in enumerate(tokens)],
        heads=[
            at + token[4] if token[3] != "ROOT" else at // sentence * sentence + 6 for at, token in enumerate(tokens)
        ],
        lemmas=[token[5] for token in tokens],
    )
    return Takeover(parse.vocab)(parse.text, parse)


@pytest.mark.parametrize("sentence", [8, 160])
def test_a_long_paragraph_costs_in_proportion(sentence):
    taken = []
    for words in (4_000, 16_000):
        doc = hand_parsed(words, sentence=sentence)
        article = Article(id="a", name="a", text=doc.text)
        taken.append(calls(lambda article=article, doc=doc: find_speech(article, doc, LEXICON)))
    assert taken[1] < 4 * taken[0] * 1.5  # quadratic work would be sixteen times as much


def test_ten_thousand_marks_do_no_harm():
    text = "“" * 10_000 + " Rossi said that the port was shut."
    begins = [True] + [False] * (len(text) - 1)
    parse = Parse(load_pipeline().vocab, words=list(text), spaces=[False] * len(text), sent_starts=begins)
    doc = Takeover(parse.vocab)(parse.text, parse)
    article = Article(id="a", name="a", text=text)
    assert calls(lambda: find_speech(article, doc, LEXICON)) < 200 * len(text)
