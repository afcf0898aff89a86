"""What somebody says is to be done: it is time for it."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import demand
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is time for Kenya to withdraw its troops, the Malian president said.", ["Kenya"]),
        ("The time has come for Kenya to withdraw its troops, the Malian president said.", ["Kenya"]),
        ("It is time to rest, the Malian president said.", []),
        ("It is not time for Kenya to withdraw its troops, the Malian president said.", []),
        ("The president had no time for Kenya to withdraw its troops, the Malian minister said.", []),
    ],
)
def test_what_it_is_time_for_is_asked(text, expected):
    found = demand.find(annotated(text), load_lexicon())
    assert [asked.name for one in found for asked in one.of or ()] == expected


def asked(text):
    return [(d.content, [a.name for a in d.of]) for d in demand.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uganda has a duty to free the prisoners, the Kenyan president said.",
         [("Uganda has a duty to free the prisoners", ["Uganda"])]),
        ("Uganda has a plan to free the prisoners, the Kenyan president said.", []),
        ("The truce was fragile and must be monitored, the Kenyan president said.", [("must be monitored", [])]),
        ("Uganda broke the truce and must pay compensation, the Kenyan president said.",
         [("must pay compensation", ["Uganda"])]),
    ],
)  # fmt: skip
def test_what_must_be_done_has_the_subject_it_shares_and_a_duty_binds(text, expected):
    assert asked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An immediate truce is vital, the Kenyan president said.", ["An immediate truce is vital"]),
        ("Talks between the two armies were necessary, the Kenyan minister added.",
         ["Talks between the two armies were necessary"]),
        ("The port is vital, the Kenyan president said.", []),
        ("The truce is not essential, the Kenyan president said.", []),
        ("The truce is vital for the harvest, the Kenyan president said.", []),
        ("The talks are important, the Kenyan president said.", []),
    ],
)  # fmt: skip
def test_what_somebody_calls_vital_is_called_for(text, expected):
    assert [content for content, _ in asked(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The only way to end the war is through an election, the Kenyan president said.",
         ["The only way to end the war is through an election"]),
        ("The one path open to Uganda is to free the prisoners, the Kenyan president said.",
         ["The one path open to Uganda is to free the prisoners"]),
        ("The only way to Torvik is by boat, the Kenyan president said.", []),
        ("The only way to end the war is not an election, the Kenyan president said.", []),
        ("A way to end the war is an election, the Kenyan president said.", []),
        ("The only way to end the war was an election.", []),
    ],
)  # fmt: skip
def test_what_is_called_the_only_way_is_called_for(text, expected):
    assert [content for content, _ in asked(text)] == expected
