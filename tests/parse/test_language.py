"""The language of a text; English is told without the language model."""

import sys
from importlib.resources import files

import pytest

from dragoman.lexicon import read_table
from dragoman.parse.language import language_of

ROWS = read_table("parse/languages", (files("dragoman.data") / "parse" / "languages.toml").read_bytes())


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_a_row_finds_its_example_and_not_its_counter(row):
    assert language_of(row.example) == row.means
    assert language_of(row.counter) != row.means


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Стороны встретились снова и согласились продолжить переговоры на следующей неделе в Осло.", "ru"),
        (
            "Сторони зустрілися знову й домовилися продовжити переговори наступного тижня в Осло, кажуть дипломати.",
            "uk",
        ),
        ("Les deux délégations se sont retrouvées lundi pour un deuxième jour de pourparlers à Oslo.", "fr"),
        ("התקיימה פגישה נוספת בין שתי המשלחות באוסלו, והצדדים הסכימו להמשיך בשיחות בשבוע הבא.", "he"),
        ("اجتمع الوفدان مرة أخرى في أوسلو واتفقا على مواصلة المحادثات في الأسبوع المقبل.", "ar"),
        (
            "Oslo, 4 March: envoys meet again, talks resume; ceasefire terms unclear. Ministers arrive Thursday.",
            "en",
        ),
        (
            "Kagame and Tshisekedi met Nduhungirehe, Kayikwamba, Muyaya, Makolo, Mukushi, Ngoga, Bugingo in Luanda.",
            "en",
        ),
        ("Rais Ruto alikutana na Museveni mjini Kampala; mazungumzo yataendelea kesho asubuhi.", "sw"),
        ("De delegaties kwamen maandag aan in Oslo; het overleg over de grens was dinsdag nog niet begonnen.", "nl"),
        ("Встреча.", "en"),  # too short to tell
        ("", "en"),
        ("🕊️ 42", "en"),
    ],
)
def test_the_language_is_told_from_enough_words(text, language):
    assert language_of(text) == language


def test_english_prose_needs_no_language_model(monkeypatch):
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert language_of(ROWS[0].example) == "en"
