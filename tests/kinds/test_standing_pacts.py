"""Agreements that no verb of agreeing tells: named with their parties, in force, missing, not kept, passed."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import agreement
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()
BOTH = ["Kenya", "Uganda"]
WAR = "The war between Kenya and Uganda began in May."


def pacts(text):
    return [(one.status, sorted(a.name for a in one.parties)) for one in agreement.find(annotated(text), LEXICON)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The 2015 nuclear deal between Kenya and Uganda limits the reactors.", [("reached", BOTH)]),
        ("Torv praised Kenya's border accord with Uganda.", [("reached", BOTH)]),
        ("Torv wants a border accord between Kenya and Uganda.", []),
        ("Torv held talks on the border accord between Kenya and Uganda.", []),
        ("Torv should sign the border accord between Kenya and Uganda.", []),
        ("Torv hopes for the final accord between Kenya and Uganda.", []),
        ("The agreement drawn up by Kenya and Uganda helps farmers.", [("reached", BOTH)]),
        ("The cessation of hostilities drawn up by Kenya and Uganda helps farmers.", [("reached", BOTH)]),
        ("The pictures drawn up by Kenya and Uganda help farmers.", []),
        (f"{WAR} A truce has been largely holding since June.", [("reached", BOTH)]),
        (f"{WAR} The truce that began in June has saved lives.", [("reached", BOTH)]),
        (f"{WAR} The rain that began in June has saved lives.", []),
        (f"{WAR} A truce may begin in June.", []),
        ("A truce between Kenya and Uganda appeared to be holding.", [("reached", BOTH)]),
        ("A truce between Kenya and Uganda has to be holding.", []),
        ("Kenya announced an alliance with Uganda on Sunday.", [("reached", BOTH)]),
        ("There has yet to be an agreement between Kenya and Uganda.", [("denied", BOTH)]),
        ("There may be no agreement between Kenya and Uganda.", []),
        ("The talks between Kenya and Uganda did not produce any agreement.", [("denied", BOTH)]),
        ("Kenya and Uganda ended the talks without an agreement.", [("denied", BOTH)]),
        ("Kenya and Uganda have failed to agree on the reforms.", [("denied", BOTH)]),
        ("Kenya and Uganda had been unable to agree to a second phase of the deal.", [("denied", BOTH)]),
        ("Kenya's offer had been agreed with Uganda.", [("reached", BOTH)]),
        ("The offer had been agreed with Uganda.", []),
        ("Kenya is not adhering to its truce with Uganda.", [("broken", BOTH)]),
        ("Kenya should not adhere to its truce with Uganda.", []),
        ("Kenya has violated its truce with Uganda.", [("broken", BOTH)]),
        ("Torv asked who has violated any possible truce between Kenya and Uganda.", []),
        ("The accord between Kenya and Uganda lapsed in May.", [("broken", BOTH)]),
        (
            "The U.N. Security Council adopted a resolution on Kenya.",
            [("reached", ["United Nations Security Council"])],
        ),
        (
            "A U.N. Security Council resolution passed in May names Kenya.",
            [("reached", ["United Nations Security Council"])],
        ),
        ("The U.N. Security Council may adopt a resolution on Kenya.", []),
        ("Neither Kenya nor Uganda respected an earlier truce.", [("broken", BOTH)]),
        ("Kenya has failed to honour its truce with Uganda.", [("broken", BOTH)]),
        ("Kenya has tried to honour a truce with Uganda.", []),
        ("There was agreement between Kenya and Uganda on a patrol.", [("reached", BOTH)]),
        ("There may be agreement between Kenya and Uganda on a patrol.", []),
        ("There is a consensus among experts on the border.", []),
        ("Kenya's government said there was no agreement with Uganda.", [("denied", BOTH)]),
        ("An agreement between Kenya and Uganda opened the port.", [("reached", BOTH)]),
        ("An agreement between Kenya and Uganda would open the port.", []),
        ("Kenya freed the captives as part of a deal with Uganda.", [("reached", BOTH)]),
        ("Kenya and Uganda opened the port under a deal brokered by Norway.", [("reached", BOTH)]),
        ("Kenya and Uganda would open the port under a deal brokered by Norway.", []),
        ("The conclusion of an accord between Kenya and Uganda was hailed.", [("reached", BOTH)]),
    ],
)
def test_an_agreement_is_told_as_it_stands(text, told):
    assert pacts(text) == told
