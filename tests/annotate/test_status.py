"""Whether it happened: by tense, by the verbs above, by the words beside."""

import pytest

from dragoman.annotate.status import event_status
from dragoman.lexicon import load_lexicon
from dragoman.models import parse_text


def status_of(text, lemma):
    return event_status(next(t for t in parse_text(text) if t.lemma_ == lemma)).value


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The ministers met in Oslo.", "meet", "held"),
        ("The ministers will meet in Oslo.", "meet", "planned"),
        ("Kenya and Uganda to hold talks in Oslo", "talk", "planned"),
        ("Kenya and Uganda agreed to hold talks in Oslo", "agree", "held"),
        ("The ministers are to meet in Oslo.", "meet", "planned"),
        ("At no point did the ministers meet in Oslo.", "meet", "denied"),
        ("At that point the ministers met in Oslo.", "meet", "held"),
        ("The talks fell through.", "talk", "cancelled"),
        ("The talks are deadlocked.", "talk", "ongoing"),
        ("Next, we thank the ministers, as they meet in Oslo.", "meet", "held"),
        ("Next month the ministers meet in Oslo.", "meet", "held"),
        ("He’s meeting the envoy in Oslo, so could you tell us more?", "meet", "ongoing"),
        ("The ministers are going to meet in Oslo.", "meet", "planned"),
        ("The minister directed her envoys to meet the rebels in Oslo.", "meet", "planned"),
        ("The minister instructed her envoys to hold talks in Oslo.", "talk", "planned"),
        ("The minister tasked her envoys to speak after the talks in Oslo.", "talk", "held"),
        ("The minister went to Oslo to meet the rebels.", "meet", "held"),
        ("The minister is pushing for a truce ahead of a meeting in Oslo.", "meeting", "planned"),
        ("The minister pushed for a truce ahead of a meeting in Oslo.", "meeting", "held"),
        ("The ministers went to meet the envoy.", "meet", "held"),
        ("I’d meet the envoy.", "meet", "planned"),
        ("He’d met the envoy.", "meet", "held"),
        ("I am going to let them meet.", "meet", "planned"),
        ("I thought I’d first let them meet.", "meet", "planned"),
        ("The minister let them meet in Oslo.", "meet", "held"),
        ("The ministers are slated to have talks in Oslo.", "talk", "planned"),
        ("The minister promised to end it, and the envoys have had talks in Oslo.", "talk", "held"),
        ("The ministers are expected to meet in Oslo.", "meet", "expected"),
        ("The ministers are meeting in Oslo.", "meet", "ongoing"),
        ("The ministers could meet in Oslo.", "meet", "proposed"),
        ("The ministers did not meet in Oslo.", "meet", "denied"),
        ("The minister denied that the talks took place.", "talk", "denied"),
        ("The ministers held talks in Oslo.", "talk", "held"),
        ("The minister was very glad to meet his rival in Oslo.", "meet", "held"),
        ("The minister would be glad to meet his rival in Oslo.", "meet", "planned"),
        ("The minister was due to meet his rival in Oslo.", "meet", "planned"),
        ("Talks between the ministers are already under way.", "talk", "ongoing"),
        ("The minister agreed to halt the raids for 30 days in a call with his rival.", "call", "held"),
        ("The ministers joined an effort to restart talks in Oslo.", "talk", "proposed"),
        ("The efforts of the ministers, talks in Oslo among them, went on.", "talk", "held"),
        ("The envoys are due to land in Oslo before heading to talks.", "talk", "planned"),
        ("The envoys landed in Oslo before heading to talks.", "talk", "held"),
        ("The minister explained his refusal to meet the envoy.", "meet", "denied"),
        ("We'll stress that the ministers remain in Oslo, talking.", "talk", "ongoing"),
        ("She'll meet the envoy.", "meet", "planned"),
        ("The ministers are weighing whether to join the talks.", "talk", "proposed"),
        ("Aid would follow, and the ministers also met the envoy.", "meet", "held"),
        ("The ministers live up to their commitment to engage in talks.", "talk", "planned"),
        ("The envoy will raise it during a visit to Oslo.", "visit", "planned"),
        ("The envoy raised it during a visit to Oslo.", "visit", "held"),
        ("The ministers are prepared to meet.", "meet", "proposed"),
        ("The minister was in favour of talks.", "talk", "proposed"),
        ("Neither minister met the envoy.", "meet", "denied"),
        ("No minister met the envoy.", "meet", "denied"),
        ("None of the ministers met the envoy.", "meet", "denied"),
        ("The minister met no envoy, and neither pair of ministers spoke.", "speak", "denied"),
        ("The ministers postponed their talks in Oslo.", "talk", "cancelled"),
        ("The ministers agreed on aid after talks in Oslo.", "talk", "held"),
        ("The minister announced the plan in a call with his rival.", "call", "held"),
        ("She expects that he had met the minister.", "meet", "held"),
        ("The ministers would love to meet in Oslo.", "meet", "proposed"),
        ("Maybe the ministers met in Oslo.", "meet", "proposed"),
        ("The ministers laid the groundwork for talks.", "talk", "proposed"),
        ("The collapse of the talks surprised the ministers.", "talk", "cancelled"),
        ("The ministers have been meeting in Oslo.", "meet", "ongoing"),
        ("The talks failed to bring peace.", "talk", "held"),
        ("The talks failed to take place.", "talk", "cancelled"),
        ("The minister looked forward to meeting his rival.", "meet", "expected"),
        ("The ministers opened the talks in Oslo.", "talk", "held"),
        ("The minister would send aid, after eight hours of talks in Oslo.", "talk", "held"),
        ("She announced the plan after meeting her rival.", "meet", "held"),
        ("The ministers worked towards a meeting.", "meeting", "proposed"),
        ("The ministers have no plans to meet.", "meet", "denied"),
        ("The minister agreed to halt the raids in a call.", "call", "held"),
        ("The minister committed to discussing it.", "discuss", "planned"),
        ("The minister repeated her readiness to meet her rival.", "meet", "proposed"),
        ("It followed a failed attempt by the envoy to restart the talks.", "talk", "cancelled"),
        ("The minister called on both sides to begin talks.", "talk", "proposed"),
        ("The talks could collapse.", "talk", "ongoing"),
        ("Though you’ve cancelled the meeting, can you say why?", "meeting", "cancelled"),
        ("The minister wants to postpone the summit.", "summit", "planned"),
        ("The move would help the talks in Oslo.", "talk", "held"),
        ("Asked to comment on the Oslo talks, she wept.", "talk", "held"),
        ("She is pushing for a truce and increased aid ahead of a meeting in Oslo.", "meeting", "planned"),
        ("The resumption of the talks is coinciding with the feast.", "talk", "planned"),
        ("The minister is keen to meet his rival.", "meet", "proposed"),
    ],
)
def test_the_status_of_an_event(text, lemma, expected):
    assert status_of(text, lemma) == expected


@pytest.mark.parametrize("row", load_lexicon().rows("status/events"), ids=lambda row: row.id)
def test_a_row_of_status_words_gives_its_status_to_its_example_only(row):
    lemma = "meeting" if "their meeting" in row.example else "meet"
    assert status_of(row.example, lemma) == row.means
    assert status_of(row.counter, lemma) != row.means
