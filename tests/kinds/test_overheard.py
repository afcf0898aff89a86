"""Cues that report words only by what stands behind them."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import statement
from dragoman.lexicon import load_lexicon


def said(text, **about):
    found = statement.find(annotated(text, **about), load_lexicon())
    return [(s.speaker.name if s.speaker else None, " ".join(s.content)) for s in found]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The Kenyan army has denied shelling the harbour.", "Kenya", "shelling the harbour"),
        ("The Kenyan ministry denied its boats had been there.", "Kenyan ministry", "its boats had been there"),
        ("Kenyan officials identified the man as Omar Haddad.", "Kenyan officials", "the man as Omar Haddad"),
        ("Kenya rejected accusations that it had shelled the port.", "Kenya", "that it had shelled the port"),
        ("Kenya dismissed the report as idle talk.", "Kenya", "the report as idle talk"),
        ("Kenya has blamed Uganda for the raid on the harbour.", "Kenya", "Uganda for the raid on the harbour"),
        ("Kenyan envoy Ana Torv discussed the need for a lasting truce.", "Ana Torv", "the need for a lasting truce"),
        (
            "A survey by the International Crisis Group found that most people wanted a truce.",
            "International Crisis Group",
            "most people wanted a truce",
        ),
    ],
)
def test_a_denial_a_reproach_a_name_and_a_finding_tell_words(text, speaker, content):
    found = said(text)
    assert [speaker] == [who for who, words in found if content in words]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya named Omar Haddad as its envoy to the talks.",
        "Kenya rejected the plan for the harbour.",
        "Kenyan envoy Ana Torv discussed trade with Uganda.",
        "Kenya ensured the harbour stayed open all night.",
    ],
)
def test_deeds_posts_and_bare_topics_do_not(text):
    assert said(text) == []
