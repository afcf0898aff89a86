"""To whom and by what way something is said."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.hearers import hearing_of
from dragoman.lexicon import load_lexicon


def hearing(text, at=0):
    """Hearer, channel, its words and its outlet of the first words said in `text`."""
    layers = annotated(text)
    found = hearing_of(layers, layers.speech[at])
    to, via, outlet = (text[s.start : s.end] if s else None for s in (found.to, found.via, found.outlet))
    return to, found.channel, via, outlet


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Torv told reporters on Monday that talks would resume.", ("reporters", "press", "reporters", None)),
        (
            "Ana Torv said in an interview with the Kyiv Independent on Friday that the port was open.",
            (None, "interview", "an interview with the Kyiv Independent", "Kyiv Independent"),
        ),
        ("“The port is open,” Torv wrote on X.", (None, "post", "X", "X")),
        (
            "“The port is open,” Torv wrote in a post on Truth Social on Sunday.",
            (None, "post", "a post on Truth Social", "Truth Social"),
        ),
        ("In a call with Omar Nur, Torv said the port was open.", ("Omar Nur", "call", "a call with Omar Nur", None)),
        ("Torv wrote to President Omar Nur that the port was open.", ("President Omar Nur", None, None, None)),
        (
            "Torv, speaking to reporters after a meeting in Munich, said the port was open.",
            ("reporters", "press", "reporters", None),
        ),
        ("Torv urged Kenya to leave the bridge.", ("Kenya", None, None, None)),
        ("Torv told Reuters the port was open.", ("Reuters", "press", "Reuters", "Reuters")),
        (
            "The ministry said in a statement on Telegram that the port was open.",
            (None, "statement", "a statement on Telegram", "Telegram"),
        ),
        (
            "Torv said at a news conference in Nairobi that the port was open.",
            (None, "press_conference", "a news conference", None),
        ),
        (
            "Torv told a news briefing in Moscow that the port was open.",
            (None, "press_conference", "a news briefing", None),
        ),
        ("Omar Nur was told by Torv that the port was open.", ("Omar Nur", None, None, None)),
        ("Torv, who met Nur in a meeting on Monday, said the port was open.", (None, None, None, None)),
        ("Torv said the port was open.", (None, None, None, None)),
    ],
)
def test_hearer_and_channel_stand_beside_the_cue(text, expected):
    assert hearing(text) == expected


ROWS = load_lexicon().rows("speech/channels")


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS if row.id.startswith("channel.")])
def test_a_channels_row_finds_its_example_and_leaves_its_counter_example_alone(row):
    assert hearing(row.example)[1] == row.means
    assert hearing(row.counter)[1] != row.means


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS if row.id.startswith("hearing.")])
def test_a_verb_of_telling_leads_to_its_hearer(row):
    assert hearing(row.example)[0] == "Torv"
    assert hearing(row.counter)[0] is None
