"""The list of readers: what a row holds, and that a change of it counts at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.app.desk import readers
from dragoman.app.desk.readers import Reader, Roll, hashed_password, new_token, read_readers
from dragoman.errors import UsageError
from tests.app.desk.conftest import PASSWORD, until

Listed = tuple[Path, dict[str, str]]


def test_a_reader_is_known_by_token_or_password_and_has_what_the_row_gives(readers_file: Listed) -> None:
    path, tokens = readers_file
    roll = Roll(path)
    amy = Reader(name="amy", clearance="AMBER", may=("write",))
    assert roll.with_token(tokens["amy"]) == roll.with_password("amy", PASSWORD) == roll.named("amy") == amy
    assert roll.with_token(tokens["amy"][:-1]) is None
    assert roll.with_password("amy", PASSWORD + " ") is None
    assert roll.with_password("nobody", PASSWORD) is None
    assert roll.named("nobody") is None
    assert roll.names() == ("amy", "cleo", "rex")


def test_a_row_without_a_password_is_for_programs_alone(tmp_path: Path) -> None:
    path = tmp_path / "readers.toml"
    path.write_text(f'[feed]\nclearance = "GREEN"\ntokens = ["{new_token()[1]}"]\n', encoding="utf-8")
    assert Roll(path).with_password("feed", "") is None


def test_passwords_and_tokens_are_kept_as_hashes(readers_file: Listed) -> None:
    path, tokens = readers_file
    kept = path.read_text(encoding="utf-8")
    assert PASSWORD not in kept
    assert not any(token in kept for token in tokens.values())
    assert hashed_password(PASSWORD).startswith("$argon2id$")


def test_who_is_taken_off_the_list_is_out_and_a_broken_list_lets_nobody_in(
    readers_file: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "LOOKED_AT_EVERY", 0.0)
    path, tokens = readers_file
    roll = Roll(path)
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("[amy]", "[ann]"), encoding="utf-8")
    until(lambda: roll.with_token(tokens["amy"]) == Reader(name="ann", clearance="AMBER", may=("write",)))
    path.write_text(whole.replace('clearance = "RED"', 'clearance = "PINK"'), encoding="utf-8")
    until(lambda: roll.named("ann") is None)
    assert [roll.with_token(token) for token in tokens.values()] == [None, None, None]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "it lists nobody"),
        ("[amy]\n", "clearance"),
        ('[amy]\nclearance = "PINK"\n', "this is no list of readers"),
        ('[amy]\nclearance = "RED"\npasword = "x"\n', "pasword"),
        ("[amy\n", "this is no list of readers"),
    ],
)
def test_a_broken_list_says_what_is_wrong(tmp_path: Path, words: str, said: str) -> None:
    path = tmp_path / "readers.toml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        read_readers(path)


def test_a_list_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="this is no list of readers"):
        read_readers(tmp_path / "none.toml")
