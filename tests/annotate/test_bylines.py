"""The title of an official text names whose speech it is."""

import pytest
from tests.annotate.reading import annotated
from tests.kinds.test_forecast import forecasts

from dragoman.annotate.bylines import holders_in_title, is_speech_of_one, issuers, speaker_of_text, title_speaker


@pytest.mark.parametrize(
    ("title", "name", "office"),
    [
        ("Address by President of Kenya Ana Torv to the council", "Ana Torv", "president"),
        ("Remarks by Secretary Omar Haddad at the port", "Omar Haddad", "secretary"),
        ("Speech by the President of Kenya at a meeting", None, None),
        ("Joint Statement by President Ana Torv and President Omar Haddad", None, None),
        ("Statement by Vice President Torv Marking the Storm", "Torv", "vice president"),
        ("Remarks by President Li Jinping on the port", "Li Jinping", "president"),
        ("Readout of President Ana Torv's call", None, None),
        ("President Ana Torv Statement on the Truce", "Ana Torv", "president"),
        ("Harbour Ministry Statement on the Truce", None, None),
    ],
)
def test_a_title_names_the_one_who_speaks(title, name, office):
    found = title_speaker(title, "Kenya")
    assert ((found.name, found.role) if found else (None, None)) == (name, office)


def test_i_in_his_own_speech_is_the_one_whom_the_title_names():
    text = "I am sure that the harbour will be open by May."
    (found,) = forecasts(
        text, outlet="Ministry of Foreign Affairs of Kenya", title="Speech by Minister Ana Torv in Oslo"
    )
    assert found.speaker.name == "Ana Torv"


@pytest.mark.parametrize(
    ("outlet", "title", "text", "expected"),
    [
        ("U.S. Department of State", "Joint Statement of Kenya and Uganda on the port", "We met.", ["Kenya", "Uganda"]),
        (
            "U.S. Department of State",
            "Ministers' Statement on the port",
            "The text of the following statement was released by the ministers of Kenya, Uganda and Norway.",
            ["Kenya", "Uganda", "Norway"],
        ),
        ("U.S. Department of State", "Statement on the port", "We, the leaders of Kenya and Uganda, met.",
         ["Kenya", "Uganda"]),
        ("U.S. Department of State", "Lakes Communiqué on the port",
         "This is the text of a communiqué issued by Kenya, the Lake Union and Uganda.", ["Kenya", "Uganda"]),
        ("U.S. Department of State", "Kenya-EU-Uganda: Joint Statement on the port", "We met.",
         ["Kenya", "European Union", "Uganda"]),
        ("U.S. Department of State", "Joint Statement of the Republic of Korea and Kenya on the port", "We met.",
         ["South Korea", "Kenya"]),
        ("U.S. Department of State", "Joint Statement by Secretary of State Ana Torv, the Kenyan and the Ugandan Envoy",
         "We met.", ["United States", "Kenya", "Uganda"]),
        ("U.S. Department of State", "Joint Statement by the Prime Ministers of Kenya and Uganda", "We met.",
         ["Kenya", "Uganda"]),
        ("U.S. Department of State", "Ministers' Statement on the port",
         "The following statement was released by the ministers of Kenya and Uganda to express support for Chad.",
         ["Kenya", "Uganda"]),
        ("U.S. Department of State", "Troika Statement on the port",
         "The Troika (Kenya, Uganda, and the United States) and Chad are alarmed by the raid on Mali.",
         ["Kenya", "Uganda", "United States", "Chad"]),
        ("U.S. Department of State", "Joint Statement on the port",
         "Representatives of Kenya, Uganda, and the United States met in Oslo to discuss Mali.",
         ["Kenya", "Uganda", "United States"]),
        ("U.S. Department of State", "Statement on the port", "Representatives of Kenya and Uganda met in Oslo.", []),
        ("U.S. Department of State", "Background Call on the Joint Statement of Kenya and Uganda", "We met.", []),
        ("U.S. Department of State", "Statement on the port", "We met the leaders of Kenya and Uganda.", []),
        ("U.S. Department of State", "Statement on the port", "We, the lake leaders, condemn Mali and Chad.", []),
        ("Gazette", "Ministers' Statement on the port", "We, the leaders of Kenya and Uganda, met.", []),
    ],
)  # fmt: skip
def test_those_who_say_we_in_a_statement_of_several_stand_in_its_title_or_its_foreword(outlet, title, text, expected):
    assert [state.name for state in issuers(annotated(text, outlet=outlet, title=title))] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Readout of President Torv’s Call with Speaker Nur on the Harbour",
            [("Torv", "president"), ("Nur", "speaker")],
        ),
        ("Statement by Vice President Ana Torv on Peace", [("Ana Torv", "vice president")]),
        # Those of a state that is named with them.
        ("Secretary Torv’s Call with Kenyan Foreign Minister Haddad", [("Torv", "secretary")]),
        ("Secretary Torv’s Call with President Haddad of Kenya", [("Torv", "secretary")]),
        ("Leaders Statement on the Harbour", []),
    ],
)
def test_a_title_names_persons_with_their_offices(title, expected):
    assert [(one.name, one.role) for one in holders_in_title(title)] == expected


@pytest.mark.parametrize(
    ("outlet", "text", "expected"),
    [
        ("Ministry of Foreign Affairs of Kenya", "Ana Torv, Deputy Minister\n\nI welcome it.", "Ana Torv"),
        ("Ministry of Foreign Affairs of Kenya", "Ana Torv, Friend of the House\n\nI welcome it.", None),
        ("Ministry of Foreign Affairs of Kenya", "Ana Torv, Minister, met us\nand left.", None),
        ("Office of the President of Kenya", "Dear people! I welcome it.", "President of Kenya"),
        ("Office of the Clerk of Kenya", "Dear people! I welcome it.", None),
        ("Harbour Gazette", "Ana Torv, Deputy Minister\n\nI welcome it.", None),
    ],
)
def test_i_without_a_title_is_who_signs_above_the_text_or_whose_office_it_is(outlet, text, expected):
    found = speaker_of_text(annotated(text, outlet=outlet).article)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("outlet", "title", "expected"),
    [
        ("Ministry of Foreign Affairs of Kenya", "Address by President Ana Torv", True),
        ("Ministry of Foreign Affairs of Kenya", "Statement by President Ana Torv", False),
        ("Ministry of Foreign Affairs of Kenya", "Joint Address by President Ana Torv and Omar Haddad", False),
        ("Office of the President of Kenya", "A hard day", True),
    ],
)
def test_we_is_the_person_in_a_speech_and_the_state_in_a_statement(outlet, title, expected):
    assert is_speech_of_one(annotated("We met.", outlet=outlet, title=title).article) is expected


def test_a_name_in_a_title_goes_on_to_its_last_word_before_a_comma():
    assert [a.name for a in holders_in_title("Readout of President Ana R. Torv, Jr. Call with Kenya")] == [
        "Ana R. Torv"
    ]
