"""Who goes between two sides talks with both; who brings them together meets them."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.bringing import brought, is_between_sides
from dragoman.kinds.finders import contact
from dragoman.lexicon import load_lexicon


def told(text):
    return [(c.mode, [p.name for p in c.participants], c.status) for c in contact.find(annotated(text), load_lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's government is mediating between Kenya and Uganda.",
         [("talks", ["Norway", "Kenya", "Uganda"], "ongoing")]),
        ("Norwegian envoys have been mediating between Kenya and Uganda since May.",
         [("talks", ["Norwegian envoys", "Kenya", "Uganda"], "ongoing")]),
        ("Norway mediated a truce between Kenya and Uganda.", []),
        ("Envoy Ana Torv brought the presidents of Kenya and Uganda together in Oslo.",
         [("meeting", ["Ana Torv", "Kenya", "Uganda"], "held")]),
        ("Envoy Ana Torv plans to bring the leaders of Kenya and Uganda together in Oslo.",
         [("meeting", ["Ana Torv", "Kenya", "Uganda"], "planned")]),
        ("The Lake Alliance brings Kenya and Uganda together.", []),
        ("Envoy Ana Torv brought the evidence together.", []),
        ("Envoy Ana Torv has to bring Kenya and Uganda together.", []),
    ],
)  # fmt: skip
def test_whoever_goes_between_others_is_there_with_them(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "last",
    [
        "Norway is mediating between the two camps.",
        "Norway is mediating a series of negotiations.",
        "Norway is mediating between the African neighbours.",
    ],
)
def test_those_between_whom_one_goes_are_told_elsewhere(last):
    text = f"Kenya and Chad fought. Kenya accused Chad of raids. Chad said Kenya lied. Kenya and Chad fought on. {last}"
    ((mode, parties, status),) = told(text)
    assert (mode, sorted(parties), status) == ("talks", ["Chad", "Kenya", "Norway"], "ongoing")


def test_only_sides_without_a_name_are_told_elsewhere():
    layers = annotated("Norway is mediating between the two camps and has mediated between Kenya and Chad.")
    verbs = [t for t in layers.doc if t.lemma_ == "mediate"]
    assert [is_between_sides(layers, verb) for verb in verbs] == [True, False]


def test_nobody_goes_between_where_nobody_is_named():
    layers = annotated("Norway is mediating in the crisis.")
    verb = next(t for t in layers.doc if t.text == "mediating")
    assert brought(layers, verb, "contact.mediate", [layers.doc[0]]) == []
