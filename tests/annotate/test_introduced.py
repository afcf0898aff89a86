"""A name behind the office that spoke is that office's holder, and of its side."""

import pytest
from tests.annotate.reading import annotated


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("A senior Kenyan diplomat said the port was open. Deputy Foreign Minister Omar Haddad said ships would come.",
         "Omar Haddad", "Kenya"),
        ("Talks failed, Kenya's deputy foreign minister said. It rained. Deputy Foreign Minister Omar Haddad said so.",
         "Omar Haddad", "Kenya"),
        ("A senior Kenyan diplomat said the port was open. Analyst Omar Haddad said ships would come.",
         "Omar Haddad", None),
        ("A Kenyan minister said the port was open. It rained all day in the north. Omar Haddad said ships would come.",
         "Omar Haddad", None),
        ("Kenya's air chief said the port was open. The Lake agency quoted Gen. Omar Haddad as saying it was.",
         "Omar Haddad", "Kenya"),
        ("Kenya's air chief said the port was open. The Lake agency praised Gen. Omar Haddad for it.",
         "Omar Haddad", None),
        ("A Kenyan minister met a Ugandan minister. Omar Haddad said ships would come.", "Omar Haddad", "Kenya"),
        ("President Assad left. An adviser to Assad, Omar Haddad, said so.", "Omar Haddad", "Syria"),
        ("President Assad left. Omar Haddad, an aide to Assad, said so.", "Omar Haddad", "Syria"),
        ("President Assad left. Omar Haddad, a critic of Assad, said so.", "Omar Haddad", None),
        ("Omar Haddad, who speaks for Hamas, said so.", "Omar Haddad", "Hamas"),
        ("Omar Haddad, who represents Kenya at the talks, said so.", "Omar Haddad", "Kenya"),
        ("Omar Haddad, who left Hamas in May, said so.", "Omar Haddad", None),
        ("Omar Haddad, who speaks about Hamas, said so.", "Omar Haddad", None),
        ("Omar Haddad of Hamas said so.", "Omar Haddad", "Hamas"),
        ("Hamas left. Omar Haddad, its spokesman, said so.", "Omar Haddad", "Hamas"),
        ("Hamas left. Omar Haddad, its critic, said so.", "Omar Haddad", None),
        ("Kenyan ships came. Omar Haddad said more would come.", "Omar Haddad", None),
    ],
)  # fmt: skip
def test_a_name_has_the_side_of_the_office_told_right_before(text, name, side):
    assert {actor.name: actor.side for actor in annotated(text).actors}[name] == side
