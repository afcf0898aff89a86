"""Who does what a verb tells, in clauses whose grammatical subject is somebody else or nobody."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.acting import doers_of_verb
from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "verb", "doers"),
    [
        ("Kenya met families of Americans taken hostage in May.", "taken", []),
        ("Officials say the troops deployed to Uganda include volunteers.", "deployed", []),
        ("The rebels were shelled by Kenya.", "shelled", ["Kenya"]),
        ("Kenya has killed ten rebels and wounded six.", "wounded", ["Kenya"]),
        ("Kenya attacked the town and captured its mayor.", "captured", ["Kenya"]),
        ("Kenya wanted the Ugandan coalition bombing the town to stop.", "bombing", ["coalition"]),
        ("Kenya ended an operation targeting the town.", "targeting", ["Kenya"]),
        ("Ana Torv noted that it is given the raid on May 7, during which Uganda killed 1200 people, including "
         "44 Americans, took 240 people hostage.", "took", ["Uganda"]),
        ("Ana Torv noted the raid and took the train.", "took", ["Torv"]),
        ("The war in Uganda, which has killed many, goes on.", "killed", []),
        ("Near Torvik, dozens of raids hit towns.", "hit", []),
        ("Kenya has massed troops in Uganda, Chad, occupied Torvik.", "occupied", []),
        ("Torv left, he said referring to strikes that hit a clinic last week, killing guards.", "killing", []),
    ],
)  # fmt: skip
def test_the_doer_is_who_did_it_not_who_stands_where_a_subject_stands(text, verb, doers):
    layers = annotated(text)
    token = next(t for t in layers.doc if t.text == verb)
    assert [t.text for t in doers_of_verb(layers, token)] == doers


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Kenya imposed new sanctions on Monday, targeting Ugandan banks.", [("SANCTION", ["Uganda"])]),
        ("Kenya announced new sanctions targeting Ugandan oil.", [("SANCTION", ["Uganda"])]),
        ("Kenya has targeted Ugandan banks with sanctions.", []),
        ("Kenya targeted Ugandan positions with artillery.", [("ASSAULT", ["Uganda"])]),
        ("Kenya retaliated with tariffs on Ugandan tea.", [("SANCTION", ["Uganda"])]),
        ("Kenya reopened the border with Uganda.", [("CONCEDE", ["Uganda"])]),
        ("Kenya waited for the captives to be released by Uganda.", []),
        ("One Ugandan wounded every hour.", []),
        ("They found herders allegedly killed by Ugandan forces.", []),
        ("Kenyan President Ana Torv killed the Oslo Agreements.", []),
        ("Kenya answered the accusations that Uganda is shelling its towns.", []),
        ("The general raised the prospect of Kenya and Uganda sending troops.", []),
        ("Kenya accepted the truce on condition that Uganda withdraws its troops.", []),
        ("Kenya provided military aid to Uganda in May, but the war goes on.", [("AID", ["Uganda"])]),
        ("Kenya accused Uganda of launching drones, targeting southern towns.", [("ACCUSE", ["Uganda"])]),
        ("I call on the Kenyan army and the rebels (LRF)—to pull back from the lake.", []),
    ],
)
def test_measures_and_allegations_strike_nobody(text, acts):
    found = action.find(annotated(text), load_lexicon())
    assert [(one.type, [a.name for a in one.target]) for one in found] == acts


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Kenyan ministers have blamed Uganda for the raid of May 2029, which left six dead.", None),
        ("In 2029, Kenya blamed Uganda for a large raid on its port.", 2029),
    ],
)
def test_the_time_of_what_somebody_is_blamed_for_is_not_that_of_the_blame(text, year):
    (found,) = action.find(annotated(text), load_lexicon())
    assert (found.when and found.when.start.year) == year


@pytest.mark.parametrize(
    "text",
    [
        "Torv listed the raids that Kenya has seen hitting towns of Uganda.",
        "Everyone in Kenya who has lost a home by a storm or shelling left Uganda.",
    ],
)
def test_who_sees_an_act_or_suffers_it_does_not_do_it(text):
    assert list(action.find(annotated(text), load_lexicon())) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Brave Ugandans protested against the war of the Ugandan government.", [["Brave Ugandans"]]),
        ("Uganda protested against the raids of Kenya.", [["Uganda"]]),
    ],
)
def test_those_who_protest_are_not_their_state(text, actors):
    found = action.find(annotated(text), load_lexicon())
    assert [[actor.name for actor in record.actor] for record in found if record.type == "PROTEST"] == actors


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Kenya's entry into the war in March has helped Ugandan forces recapture the town.", None),
        ("Kenya's entry into the war has helped Ugandan forces recapture the town in March.", 3),
    ],
)
def test_the_time_of_what_helped_is_not_that_of_the_act(text, month):
    (found,) = (one for one in action.find(annotated(text), load_lexicon()) if one.rule == "action.seize")
    assert (found.when and found.when.start.month) == month
