"""The speakers of a list are all its members, however the parser takes their titles apart."""

import pytest
from tests.annotate.reading import annotated

from dragoman.annotate.voices import source_actor

BEFORE = "Secretary Ana Torv came. Foreign Minister Lea Nur and Envoy Juma Abdi came. "


def speaker(text: str) -> str:
    read = annotated(text)
    return getattr(source_actor(read, read.speech[-1]), "name", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BEFORE + "Secretary Torv, Minister Nur, and Special Envoy Abdi reaffirmed that the lake was shared.",
         "Ana Torv and Lea Nur and Juma Abdi"),
        ("The Republic of Uganda (RU), the Lake Council and Kenya said it was over.",
         "Uganda and Lake Council and Kenya"),
        ("Secretary Ana Torv, President Lea Nur of Chad, and Foreign Minister Omar Haddad of Kenya reaffirmed that "
         "it was over.", "Ana Torv and Lea Nur and Omar Haddad"),
    ],
)  # fmt: skip
def test_every_member_of_the_list_speaks(text, expected):
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's Foreign Minister Ana Torv, the head of the delegation, and Omar Haddad said it was over.",
         "Ana Torv and Omar Haddad"),
        ("Foreign Minister Ana Torv and the aides of Kenya said it was over.", "Ana Torv and aides of Kenya"),
    ],
)  # fmt: skip
def test_what_explains_a_name_is_no_member(text, expected):
    assert speaker(text) == expected
