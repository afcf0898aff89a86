from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dragoman.app.dossier import dossier_name, is_ledger_file, ledger_path, was_known
from dragoman.types import Article
from tests.app.conftest import run


def test_the_ledger_of_a_folder_is_in_it(tmp_path):
    assert ledger_path(str(tmp_path)) == tmp_path / "dragoman.db"
    assert ledger_path(str(tmp_path / "x.db")) == tmp_path / "x.db"


@pytest.mark.parametrize(
    ("place", "name"),
    [("river-war/dragoman.db", "river war"), ("river-war/black_sea.db", "black sea"), ("river-war", "river war")],
)
def test_a_dossier_is_called_as_its_folder_or_its_file(tmp_path, place, name):
    (tmp_path / "river-war").mkdir()
    assert dossier_name(str(tmp_path / place)) == name


@pytest.mark.parametrize("place", ["river-war/dragoman.db", "river-war/black_sea.db", "river-war"])
def test_a_title_beside_the_ledger_is_what_it_is_called(tmp_path, place):
    (tmp_path / "river-war").mkdir()
    (tmp_path / "river-war/dossier.toml").write_text('title = "Ferry talks"\n', encoding="utf-8")
    (tmp_path / "river-war/black_sea.db").touch()
    (tmp_path / "river-war/dragoman.db").touch()
    assert dossier_name(str(tmp_path / place)) == "Ferry talks"


@pytest.mark.parametrize(
    ("published", "as_of", "known"),
    [
        (date(2021, 3, 9), None, True),
        (date(2021, 3, 9), date(2021, 3, 9), True),
        (date(2021, 3, 10), date(2021, 3, 9), False),
        (None, date(2021, 3, 9), False),  # fetched later
        (None, date(2021, 6, 1), True),
    ],
)
def test_an_article_is_known_from_its_day_of_publication_else_of_fetching(published, as_of, known):
    article = Article(id="1", name="a", text="x", published=published, fetched=datetime(2021, 5, 1, tzinfo=UTC))
    assert was_known(article, as_of) is known


@pytest.mark.parametrize(("head", "is_one"), [(b"SQLite format 3\x00rest", True), (b"", True), (b"A text.", False)])
def test_a_ledger_is_known_by_its_first_bytes(tmp_path, head, is_one):
    (tmp_path / "x").write_bytes(head)
    assert is_ledger_file(tmp_path / "x") is is_one


@pytest.mark.parametrize(
    "command",
    [
        ("find", "LEDGER", "border towns"),
        ("why", "LEDGER", "border towns"),
        ("correct", "LEDGER", "border towns", "--confirm", "--by", "ana", "--reason", "seen"),
    ],
)
def test_who_names_the_ledger_first_is_told_that_it_comes_last(tmp_path, folder, command):
    ledger = str(tmp_path / "talks.db")
    assert run("add", ledger, folder).exit_code == 0
    done = run(*(ledger if word == "LEDGER" else word for word in command))
    assert done.exit_code != 0
    assert f"the ledger comes last: `dragoman {command[0]} 'border towns' {ledger}`" in done.stderr


def test_a_ledger_that_is_nowhere_is_answered_by_how_to_make_one(tmp_path):
    done = run("find", "towns", str(tmp_path / "none.db"))
    assert f"make a ledger with `dragoman add {tmp_path / 'none.db'} PATH...`" in done.stderr


def test_a_ledger_alone_is_no_citation_of_itself(tmp_path, folder):
    ledger = str(tmp_path / "talks.db")
    assert run("add", ledger, folder).exit_code == 0
    assert "it is a ledger; say what of it to open" in run("why", ledger).stderr
