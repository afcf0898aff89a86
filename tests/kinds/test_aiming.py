"""Whom an act is aimed at."""

import pytest
from tests.annotate.reading import annotated

from dragoman.kinds.finders import action
from dragoman.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Kenya shot down one Ugandan aircraft.", ["Uganda"]),
        ("Kenya provided a large sum of aid to Uganda.", ["Uganda"]),
        ("Kenya provided strong support for Uganda.", ["Uganda"]),
        ("The Ugandan army took back the hill with military help from Kenya.", ["Uganda"]),
        ("Uganda has received military aid from Kenya.", ["Uganda"]),
        ("Kenya carried out strikes on Monday on Ugandan depots.", ["Uganda"]),
        ("Uganda holds the coast and is backed by Kenya in the war.", ["Uganda"]),
        ("Kenyan troops struck at the territory of the Ugandan state.", ["Uganda"]),
        ("Kenyan jets fired missiles at Uganda.", ["Uganda"]),
        ("Kenya imposed a series of sanctions on Ugandan officials.", ["Uganda"]),
        ("Ugandan troops have been shelling and bombing Kenyan towns.", ["Kenya"]),
        ("“Ugandan soldiers killed our people on Monday,” the Kenyan president said.", ["Kenya"]),
        ("Kenya's troops have seized parts of Uganda, and not the Rwandan enclave.", ["Uganda"]),
        ("Kenya sent troops to the Ugandan border.", []),
        ("Kenya expelled Uganda's ambassador.", ["Uganda"]),
        ("Kenya expelled the Ugandan ambassador.", ["Uganda"]),
        ("Kenya threatened to send home hundreds of Ugandan soldiers.", ["Uganda"]),
        ("Kenya threatened to bomb Ugandan ports.", ["Uganda"]),
    ],
)
def test_the_target_is_the_party_behind_what_is_hit_or_helped(text, targets):
    found = list(action.find(annotated(text), LEXICON))
    assert [a.name for record in found for a in record.target] == targets
