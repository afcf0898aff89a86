"""A tiny dossier of our own making, and the command line to run over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.app.cli import main

MEETING = """---
title: Envoy sees president
outlet: Harbour Post
published: 2021-03-10
---
The Kenyan envoy Sera Quill met Ugandan President Bran Okell in Kampala on Tuesday, 9 March 2021.

Quill declined to say who would hold the border towns. “We are ready to go on,” she said.
"""
ANSWER = """---
title: Uganda answers
outlet: Coast Wire
published: 2021-03-11
---
Uganda rejected the ceasefire that Kenya had proposed. Kenya and Uganda held talks in Nairobi on Wednesday.
"""
SPANISH = """El presidente de la república se reunió ayer con los ministros de la región para hablar de la paz y de la
guerra en el país, según dijo el portavoz del gobierno a los periodistas que esperaban en la plaza.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles in a folder."""
    room = tmp_path / "border-talks"
    room.mkdir()
    (room / "meeting.txt").write_text(MEETING, encoding="utf-8")
    (room / "answer.txt").write_text(ANSWER, encoding="utf-8")
    return room


def run(*arguments: object, stdin: str | None = None) -> Result:
    """What the command line does with some arguments; stdout and stderr apart."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
