"""Where a name begins behind a post with its field or body."""

import pytest
from tests.annotate.reading import annotated, referents


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She met Minister of Foreign Affairs of Kenya Musa Otieno.", "Musa Otieno"),
        ("She met Minister of Foreign Affairs and International Cooperation Ana Torv of Kenya.", "Ana Torv"),
        ("She met Director of the Office of the Foreign Affairs Commission Yun Jianmin today.", "Yun Jianmin"),
        ("She met Chairman of the National Harbour Party Omar Haddad today.", "Omar Haddad"),
        ("She met UN Special Coordinator for the Lake Peace Process Omar Haddad today.", "Omar Haddad"),
        (
            "She met Secretary of the Foreign Trade Department of the State Office of Azerbaijan Omar Haddad.",
            "Omar Haddad",
        ),
        ("She met Secretary General Omar Al Haddad and Hussein Al Sheikh in Oslo.", "Hussein Al Sheikh"),
        ("She met President-Elect Omar Haddad of Kenya.", "Omar Haddad"),
        ("She met Chad Torv in Oslo.", "Chad Torv"),
        ("Envoys Hans Holt and Jared Lim met President Ivan Orlov in Moscow.", "Hans Holt"),
        ("She met with President of Kenya Musa Otieno today.", "Musa Otieno"),
    ],
)
def test_the_post_with_its_field_is_no_part_of_the_name(text, name):
    assert name in [actor.name for actor in annotated(text).actors if actor.kind == "person"]


@pytest.mark.parametrize(
    ("text", "title", "meant"),
    [
        ("US special representative for North Korea Sora Kim met her in Tokyo.", "representative", ("Sora Kim",)),
        ("Kenyan Minister for Strategic Affairs Ana Torv left.", "Minister", ("Ana Torv",)),
        # An aide is not whom he works for.
        ("The aide to President Ana Torv left.", "President", ()),
    ],
)
def test_a_title_that_goes_on_to_a_name_is_its_bearer(text, title, meant):
    assert [who for words, who in referents(text).items() if words == title] == ([meant] if meant else [])
