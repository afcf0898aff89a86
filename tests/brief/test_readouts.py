from __future__ import annotations

from dragoman.brief.readouts import readouts_text
from dragoman.brief.scene import View, set_scene
from dragoman.brief.text import WIDTH
from tests.brief.made import dossier, entries


def text_of(name: str) -> str:
    entry = next(entry for entry in entries() if entry.id == name)
    return readouts_text(entry, set_scene(dossier(), View()))


def test_two_accounts_stand_side_by_side_with_what_differs_and_what_one_leaves_out():
    rows = text_of("e-held").splitlines()
    assert rows[2].split(" | ")[0].strip() == "ARVONIAN PRESIDENCY, SAT 8 MAR"
    assert rows[2].split(" | ")[1] == "BELMARK FOREIGN MINISTRY, SAT 8 MAR"
    assert rows[-3:] == [
        "! duration: 40 minutes (Arvonian Presidency)",
        "! duration: 90 minutes (Belmark Foreign Ministry)",
        "- topic “the river towns”: said by Arvonia, left out by Belmark",
    ]
    assert max(map(len, rows)) <= WIDTH


def test_one_account_alone_says_so():
    assert "One account only" in text_of("e-call")
