"""The roster lies in the folder of the articles."""

from dragoman.app.rosters import find_roster, lexicon_of
from dragoman.lexicon import load_lexicon


def test_the_roster_of_a_folder_is_found_from_the_folder_and_from_its_articles(tmp_path):
    (tmp_path / "dossier.toml").write_text('title = "Harbour talks"\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("They met.", encoding="utf-8")
    assert [find_roster(str(p)).title for p in (tmp_path, tmp_path / "a.txt")] == ["Harbour talks"] * 2


def test_without_a_roster_the_shipped_words_are_used(tmp_path):
    assert lexicon_of(str(tmp_path)) is load_lexicon()
    assert lexicon_of("https://example.org/a") is load_lexicon()
