"""What a denied report tells isn't so: a contact of it is denied, and what it foresees is doubtful."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.denied_reports import denying_verb
from dragoman.kinds.finders import contact, forecast
from dragoman.lexicon import load_lexicon
from dragoman.models import parse_text


@pytest.mark.parametrize(
    ("text", "clause", "verb"),
    [
        ("Chad denied a report that its envoy would meet the rebels.", "meet", "denied"),
        ("Chad dismissed rumours in the press that its envoy would meet the rebels.", "meet", "dismissed"),
        ("Reports that the envoy met the rebels are false.", "met", "are"),
        ("The claim that the envoy met the rebels was not true.", "met", "was"),
        ("There is no truth in rumours that the envoy met the rebels.", "met", "truth"),
        ("Chad pushed back on a report that its envoy had met the rebels.", "met", "pushed"),
        ("Chad denied that its envoy had met the rebels.", "met", None),
        ("Chad confirmed a report that its envoy had met the rebels.", "met", None),
        ("Chad denied the hope that its envoy would meet the rebels.", "meet", None),
        ("Reports that the envoy met the rebels are many.", "met", None),
    ],
)
def test_the_verb_that_denies_a_report_is_found_over_its_clause(text, clause, verb):
    found = denying_verb(next(t for t in parse_text(text) if t.text == clause))
    assert (found.text if found is not None else None) == verb


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Reports that Kenya and Chad will resume talks on Monday are false, Oslo said.", ["denied"]),
        (
            "Norway pushed back on a report that President Ana Torv plans to meet President Omar Haddad in May.",
            ["denied"],
        ),
        ("Chad dismissed reports that the talks between Kenya and Chad had collapsed.", ["held"]),
        (
            "Norway confirmed a report that President Ana Torv plans to meet President Omar Haddad in May.",
            ["planned"],
        ),
    ],
)
def test_a_contact_of_a_denied_report_is_denied(text, statuses):
    assert [c.status for c in contact.find(annotated(text), load_lexicon())] == statuses


@pytest.mark.parametrize(
    ("text", "speaker", "confidence"),
    [
        ("Kenya's government dismissed media reports that the army would leave the port in May.", "Kenya", "doubtful"),
        ("Chadian officials denied claims that the army will leave the port in May.", "Chadian officials", "doubtful"),
        ("Chadian officials repeated claims that the army will leave the port in May.", "Chadian officials", "certain"),
    ],
)
def test_what_a_denied_report_foresees_is_doubtful_to_who_denies_it(text, speaker, confidence):
    found = [(f.speaker and f.speaker.name, f.confidence) for f in forecast.find(annotated(text), load_lexicon())]
    assert found == [(speaker, confidence)]
