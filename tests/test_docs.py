"""The documents: every command and kind is in them, every link leads somewhere, every command in them exists."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import get_args

import click
import pytest

from dragoman.app.cli import COMMANDS
from dragoman.kinds import BY_NAME, KINDS, AnyRecord

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")])
COG = re.compile(r"<!-- \[\[\[cog.*?\]\]\] -->", re.DOTALL)
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^    (dragoman .*)$", re.MULTILINE)
INLINE = re.compile(r"`(dragoman [^`]*)`")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)
BY_COMMAND = {home.name: home.command() for home in COMMANDS}
PLACEHOLDER = re.compile(r"[A-Z…]")


def page_text(page: Path) -> str:
    """The words of a page without the programs that make parts of it."""
    return COG.sub("", page.read_text(encoding="utf-8"))


def prose(page: Path) -> str:
    """The page without its fenced blocks, in which brackets and hashes mean other things."""
    return FENCED.sub("", page_text(page))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    heads = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in HEADING.findall(prose(page)))
    return {head.strip().replace(" ", "-") for head in heads}


def commands_in(text: str) -> list[str]:
    """The lines that call dragoman: in blocks of shell or none, indented, or in the line."""
    fenced = [
        line for lang, body in FENCED.findall(text) if lang in {"", "sh", "console"} for line in body.splitlines()
    ]
    called = [line.strip().removeprefix("$ ") for line in fenced]
    return [
        *(line for line in called if line.startswith("dragoman ")),
        *INDENTED.findall(FENCED.sub("", text)),
        *INLINE.findall(FENCED.sub("", text)),
    ]


def fault_of(line: str) -> str | None:
    """What is wrong with a call: an unknown command, an option that it doesn't take; None when nothing is."""
    words = shlex.split(line, comments=True)[1:]
    if not words or PLACEHOLDER.match(words[0]) or words[0] in {"--help", "--version"}:
        return None
    command = BY_COMMAND.get(words[0])
    if command is None:
        return f"no command {words[0]!r}"
    taken = {name for option in command.params if isinstance(option, click.Option) for name in option.opts} | {"--help"}
    unknown = [word for word in words[1:] if word.startswith("--") and word.partition("=")[0] not in taken]
    return f"{words[0]} takes no {unknown[0]}" if unknown else None


@pytest.mark.parametrize("command", BY_COMMAND.values(), ids=lambda command: command.name)
def test_every_command_is_documented_with_all_its_options(command):
    described = page_text(ROOT / "docs" / "cli.md")
    _, heading, section = described.partition(f"\n## {command.name}\n")
    assert heading, f"docs/cli.md has no section {command.name}: run .venv/bin/cog -r docs/cli.md"
    section = section.partition("\n## ")[0]
    options = [name for option in command.params if isinstance(option, click.Option) for name in option.opts]
    assert [name for name in options if name not in section] == []


@pytest.mark.parametrize("command", BY_COMMAND.values(), ids=lambda command: command.name)
def test_the_help_of_every_command_ends_with_an_example_that_it_takes(command):
    example = (command.epilog or "").removeprefix("Example: ")
    assert example.startswith(f"dragoman {command.name} ")
    assert fault_of(example) is None


@pytest.mark.parametrize("struct", get_args(AnyRecord), ids=lambda struct: struct.__struct_config__.tag)
def test_every_kind_is_documented_with_all_its_fields_and_an_example(struct):
    kind = struct.__struct_config__.tag
    _, heading, section = page_text(ROOT / "docs" / "records.md").partition(f"\n### {kind}\n")
    assert heading, f"docs/records.md has no section {kind}: run .venv/bin/cog -r docs/records.md"
    section = section.partition("\n### ")[0]
    own = set(struct.__struct_fields__) - {"id", "article", "evidence", "rule"}
    assert {field for field in own if f"| `{field}` |" not in section} == set()
    assert f'{{"kind":"{kind}"' in section


def test_the_readme_names_every_kind_and_every_command():
    readme = page_text(ROOT / "README.md")
    assert [kind.name for kind in KINDS if f"| `{kind.name}` |" not in readme] == []
    assert [name for name in BY_COMMAND if f"dragoman {name}" not in readme] == []


def test_the_kinds_of_the_table_and_of_the_union_are_the_same():
    assert [struct.__struct_config__.tag for struct in get_args(AnyRecord)] == list(BY_NAME)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_to_a_file_and_a_heading(page):
    broken = []
    for link in LINK.findall(prose(page)):
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_in_a_document_exists_with_the_options_it_is_given(page):
    faults = {line: fault for line in commands_in(page_text(page)) if (fault := fault_of(line))}
    assert faults == {}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("dragoman brief talks.db --as-of 2025-03-16", None),
        ("dragoman brief talks.db --asof 2025-03-16", "brief takes no --asof"),
        ("dragoman bref talks.db", "no command 'bref'"),
        ("dragoman verify talks.db --json  # as JSON", "verify takes no --json"),
    ],
)
def test_an_unknown_command_or_option_is_told(line, fault):
    assert fault_of(line) == fault


@pytest.mark.parametrize(
    "target", re.findall(r"^    make ([\w-]+) ", page_text(ROOT / "CONTRIBUTING.md"), re.MULTILINE)
)
def test_every_make_target_that_is_described_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
