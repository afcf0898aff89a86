"""A dossier's roster tells who is who before the text does."""

import pytest

from dragoman.annotate.annotate import annotate
from dragoman.errors import LexiconError
from dragoman.lexicon import load_lexicon
from dragoman.roster import read_roster, with_roster
from dragoman.types import Article

LISTED = b"""
title = "Harbour talks"
[[actor]]
name = "Ana Torv"
aliases = ["Anna Torv"]
side = "Kenya"
role = "special envoy"
[[actor]]
name = "Harbour League"
aliases = ["HL"]
kind = "organisation"
"""


def test_a_lone_surname_is_the_listed_person_and_a_listed_body_is_known():
    lexicon = with_roster(load_lexicon(), read_roster(LISTED, "dossier.toml"))
    article = Article(id="a", name="a", text="Envoy Torv arrived late. HL sent nobody.")
    found = {actor.name: actor.side for actor in annotate(article, lexicon).actors}
    assert found == {"Ana Torv": "Kenya", "Harbour League": "Harbour League"}


@pytest.mark.parametrize("broken", [b"title = ", b"[[actor]]\nside = 'Kenya'", b"colour = 'red'"])
def test_a_broken_roster_is_one_line_with_file_and_remedy(broken):
    with pytest.raises(LexiconError, match=r"dossier\.toml: .*a roster has `title`"):
        read_roster(broken, "dossier.toml")
