"""The rules of the house, as tests: sizes, names, mirrors, what may touch the world, and what a brief may import."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.conftest import MEETING, run

ROOT = Path(__file__).parents[1]
SOURCE, TESTS = ROOT / "src" / "dragoman", ROOT / "tests"
MODULES = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}
Function = ast.FunctionDef | ast.AsyncFunctionDef

MOST_LINES, MOST_FUNCTION_LINES = 400, 40

TESTED_THROUGH = {
    # The parts of one layer or kind, each tested through its door, where its sentences are.
    "annotate/annotate.py": "annotate/test_actors.py",
    "annotate/mentions.py": "annotate/test_coref.py",
    "annotate/phrases.py": "annotate/test_nominals.py",
    "annotate/sides.py": "annotate/test_coref.py",
    "annotate/speech": "annotate/test_speech.py",
    "annotate/speech/learned": "annotate/test_speech_learned.py",
    "annotate/times": "annotate/times/test_find.py",
    "app/desk/answers.py": "app/desk/test_desk.py",
    "app/desk/forms.py": "app/desk/test_guard.py",
    "app/desk/login.py": "app/desk/test_guard.py",
    "app/desk/openapi.py": "app/desk/test_desk.py",
    "app/desk/posted.py": "app/desk/test_desk.py",
    "app/desk/press.py": "app/desk/test_desk.py",
    "app/desk/sheet.py": "app/desk/test_plotted.py",
    "app/desk/holdings.py": "app/desk/test_shelf.py",
    "app/desk/stock.py": "app/desk/test_shelf.py",
    "app/desk/sheets": "app/desk/test_sheets.py",
    "brief/grounds.py": "brief/test_byhand.py",
    "brief/nouns.py": "brief/test_text.py",
    "brief/setting.py": "brief/test_scene.py",
    "brief/standpoints.py": "brief/test_offers.py",
    "kinds/accords.py": "kinds/test_agreement.py",
    "kinds/acts.py": "kinds/test_action.py",
    "kinds/answered.py": "kinds/test_response.py",
    "kinds/offered_by.py": "kinds/test_proposal.py",
    "kinds/answers.py": "kinds/test_response.py",
    "kinds/asking.py": "kinds/test_demand.py",
    "kinds/compare.py": "test_merge.py",
    "kinds/conditions.py": "kinds/test_response.py",
    "kinds/finders/action.py": "kinds/test_action.py",
    "kinds/finders/agreement.py": "kinds/test_agreement.py",
    "kinds/finders/contact.py": "kinds/test_contact.py",
    "kinds/finders/demand.py": "kinds/test_demand.py",
    "kinds/finders/forecast.py": "kinds/test_forecast.py",
    "kinds/finders/non_answer.py": "kinds/test_non_answer.py",
    "kinds/finders/pledge.py": "kinds/test_pledge.py",
    "kinds/finders/proposal.py": "kinds/test_proposal.py",
    "kinds/finders/response.py": "kinds/test_response.py",
    "kinds/finders/statement.py": "kinds/test_statement.py",
    "kinds/finders/worded.py": "kinds/test_statement.py",
    "kinds/encounters.py": "kinds/test_contact.py",
    "kinds/frames.py": "kinds/test_rows.py",
    "annotate/parties.py": "annotate/test_coref.py",
    "annotate/saying.py": "kinds/test_statement.py",
    "annotate/speech/edges.py": "annotate/test_speech_edges.py",
    "annotate/speech/carried.py": "annotate/test_speech_carried.py",
    "annotate/speech/learned/bounds.py": "annotate/test_speech_bounds.py",
    "annotate/speech/quoting.py": "annotate/test_speech.py",
    "kinds/foreseen.py": "kinds/test_forecast.py",
    "kinds/how_told.py": "kinds/test_factuality.py",
    "kinds/futures.py": "kinds/test_forecast.py",
    "kinds/joining.py": "test_merge.py",
    "kinds/offers.py": "kinds/test_proposal.py",
    "kinds/one_act.py": "kinds/test_action.py",
    "kinds/promises.py": "kinds/test_pledge.py",
    "kinds/requirements.py": "kinds/test_demand.py",
    "kinds/terms.py": "kinds/test_proposal.py",
    "kinds/windows.py": "test_merge.py",
    "ledger/asof.py": "ledger/test_store.py",
    "ledger/chain.py": "ledger/test_audit.py",
    "ledger/errors.py": "ledger/test_store.py",
    "ledger/opening.py": "ledger/test_store.py",
    "ledger/putting.py": "ledger/test_store.py",
    "ledger/reading.py": "ledger/test_store.py",
    "ledger/rows.py": "ledger/test_store.py",
    "ledger/watching.py": "ledger/test_store.py",
    "merge/disputes.py": "test_merge.py",
    "merge/entries.py": "test_merge.py",
    "merge/origins.py": "test_merge.py",
    "merge/witness.py": "test_merge.py",
    "resolve/matching.py": "test_resolve.py",
    "resolve/outlook.py": "test_resolve.py",
    "resolve/rules.py": "test_resolve.py",
    "sources/stream.py": "sources/test_files.py",
}
"""Modules, or packages, without a test file of their own, and the file that tests them."""

ROOMS_OF_THE_WORLD = ("sources/", "ledger/", "app/", "models.py")
"""Where clock, network and disk may be used."""
READS_ITS_TABLES = {
    "lexicon.py": "the shipped word lists",
    "annotate/times/rules.py": "the shipped rules of times",
    "export/codebooks.py": "the shipped tables of other people's codebooks",
    "parse/credit.py": "the shipped names of agencies",
    "parse/opinion.py": "the shipped names of sections",
    "parse/language.py": "the shipped stop words",
}
"""Modules outside those rooms that read files of the package itself, and what."""
WORLDLY_MODULES = {
    "ftplib", "glob", "http", "httpx", "io", "random", "requests", "secrets", "shutil", "socket", "sqlite3",
    "subprocess", "tempfile", "time", "urllib.request",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}
FILE_CALLS = {
    "exists", "is_dir", "is_file", "iterdir", "mkdir", "open", "read_bytes", "read_text", "rglob", "stat", "unlink",
    "write_bytes", "write_text",
}  # fmt: skip
READS_OF_TABLES = {"read_bytes", "is_dir", "iterdir"}

WRITING_SQL = re.compile(
    r"\b(?:INSERT (?:OR|INTO)|UPDATE \w+ SET|DELETE FROM|CREATE (?:TABLE|VIEW)|DROP|ALTER TABLE)\b"
)
WRITERS_OF_SQL = {
    "ledger/store.py", "ledger/cleared.py", "ledger/opening.py", "ledger/schema.py", "ledger/views.py",
    "ledger/watching.py", "ledger/journal.py", "ledger/settling.py", "ledger/putting.py",
    "ledger/judged.py", "ledger/filed.py", "ledger/dated.py", "ledger/bearing.py", "ledger/partial.py",
}  # fmt: skip

HEAVY = {
    "spacy", "trafilatura", "httpx", "thinc", "lxml", "py3langid", "feedparser", "fastwarc", "pyarrow", "icalendar",
    "starlette", "uvicorn", "jinja2", "argon2",
}  # fmt: skip
"""What a brief over a ledger never needs; each takes a tenth of a second or more to import."""

MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:home|root|work|Users|mnt|var|opt)/\w")
TOOLING = re.compile(
    r"anthropi[c]|\bclaud[e]\b|chatgp[t]|\bopena[i]\b|copilo[t]|\bsubagen[t]|\bll[m]s?\b|\bissues sho[w]", re.IGNORECASE
)
"""Names of the tools that a text was written with; brackets keep this line from finding itself."""


def functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def public(tree: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """Classes and functions whose names don't begin with an underscore, at the top and in public classes."""
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def imported(tree: ast.Module) -> Iterator[str]:
    """Modules that are imported anywhere in a file, and the names taken from them, dotted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and last name of what is called: `open` for both `open(...)` and `path.open(...)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            if name:
                yield node.lineno, name


VOCABULARY = "tokenizer.json"
"""Words of a model, none of ours; nor are the files in folders named `vendored`."""


def tracked() -> list[Path]:
    """Text files that belong to the repository; outside a checkout, those of its folders."""
    asked = ["git", "-C", str(ROOT), "ls-files", "-z"]
    listed = subprocess.run(asked, capture_output=True, text=True, check=False)
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    paths = [ROOT / name for name in names if name]
    return [
        path
        for path in paths
        if path.is_file()
        and path.suffix not in {".gz", ".onnx", ".woff2"}
        and path.name != VOCABULARY
        and "vendored" not in path.parts
    ]


# ---- sizes and names ------------------------------------------------------------------------------------------------


def test_a_file_stays_under_four_hundred_lines():
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in MODULES.items()}
    assert {name: lines for name, lines in lengths.items() if lines >= MOST_LINES} == {}


def test_a_function_stays_under_forty_lines():
    long = [
        f"{name}:{function.lineno} {function.name}, {function.end_lineno - function.lineno + 1} lines"
        for name, tree in TREES.items()
        for function in functions(tree)
        if function.end_lineno - function.lineno + 1 >= MOST_FUNCTION_LINES
    ]
    assert long == []


def test_no_module_is_a_drawer_for_odds_and_ends():
    drawers = {"utils", "util", "helpers", "helper", "misc", "common"}
    assert [name for name in MODULES if drawers & set(Path(name).with_suffix("").parts)] == []


def test_everything_public_says_what_it_is():
    bare = [name for name, tree in TREES.items() if not ast.get_docstring(tree)]
    bare += [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in TREES.items()
        for node in public(tree)
        if not ast.get_docstring(node) and not node.name.startswith("__")
    ]
    assert bare == []


# ---- mirrors --------------------------------------------------------------------------------------------------------


def mirrors(name: str) -> tuple[Path, ...]:
    """Where the tests of a module may stand: the same path, for a package in it or beside it."""
    path = Path(name)
    if path.name != "__init__.py":
        return (path.with_name(f"test_{path.name}"),)
    if path.parent == Path("."):
        return (Path("test_init.py"),)
    own = f"test_{path.parent.name}.py"
    return path.with_name(own), path.parent.with_name(own)


def elsewhere(name: str) -> str | None:
    """The file that tests a module without one of its own: by its name, or that of its package."""
    return TESTED_THROUGH.get(name) or TESTED_THROUGH.get(Path(name).parent.as_posix())


def test_every_module_with_functions_has_tests_under_its_own_name_or_stands_in_the_table():
    untested = [
        name
        for name, tree in TREES.items()
        if any(functions(tree))
        and not any((TESTS / mirror).is_file() for mirror in mirrors(name))
        and not elsewhere(name)
    ]
    assert untested == []


def test_the_table_of_modules_tested_elsewhere_names_files_that_are_there():
    assert [name for name in TESTED_THROUGH if name not in MODULES and not (SOURCE / name).is_dir()] == []
    assert [file for file in TESTED_THROUGH.values() if not (TESTS / file).is_file()] == []
    mirrored = [
        name for name in TESTED_THROUGH if any((TESTS / m).is_file() for m in mirrors(name)) and name in MODULES
    ]
    assert mirrored == []


# ---- the world ------------------------------------------------------------------------------------------------------


def test_clock_network_and_disk_are_used_in_their_rooms_only():
    touched = []
    for name, tree in TREES.items():
        if name.startswith(ROOMS_OF_THE_WORLD):
            continue
        allowed = READS_OF_TABLES if name in READS_ITS_TABLES else set()
        touched += [f"{name} imports {module}" for module in imported(tree) if module in WORLDLY_MODULES]
        touched += [
            f"{name}:{line} calls {called}" for line, called in calls(tree) if called in CLOCKS | (FILE_CALLS - allowed)
        ]
    assert touched == []


def test_only_the_ledger_speaks_to_the_database_and_only_its_store_writes():
    databases = {name for name, tree in TREES.items() if "sqlite3" in imported(tree)}
    assert {name for name in databases if not name.startswith("ledger/")} <= {"app/failures.py"}  # it names the error
    writers = {
        name
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and WRITING_SQL.search(node.value)
    }
    assert writers <= WRITERS_OF_SQL


def test_every_room_stands_in_the_layers_that_imports_are_checked_by():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    listed = {room.strip().removeprefix("dragoman.") for layer in layers for room in layer.split("|")}
    assert listed == {Path(name).parts[0].removesuffix(".py") for name in MODULES} - {"__init__", "data"}
    assert layers[0] == "dragoman.app"
    assert layers[-1] == "dragoman.errors"
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    (drawn,) = re.findall(r"^ {4}(app > .*\n {8}> .*)$", design, re.MULTILINE)
    assert [room.split() for room in drawn.split(">")] == [layer.replace("dragoman.", "").split() for layer in layers]


# ---- what a brief imports -------------------------------------------------------------------------------------------

LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"


def loaded_after(program: str) -> set[str]:
    """All modules that a fresh interpreter has loaded after a program."""
    done = subprocess.run([sys.executable, "-c", f"{program}\n{LOADED}"], capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


def heavy_after(program: str) -> set[str]:
    """The heavy packages that a fresh interpreter has loaded after a program."""
    return HEAVY & loaded_after(program)


def rules_in(modules: set[str]) -> set[str]:
    """The modules by which articles are read: the layers and the finders of the kinds."""
    return {name for name in modules if name.startswith(("dragoman.annotate.", "dragoman.kinds.finders."))}


@pytest.mark.parametrize("room", ["kinds", "merge", "resolve", "ledger", "brief.build", "app.cli", "app.briefs"])
def test_a_room_on_the_way_of_a_brief_imports_no_rule_of_reading(room):
    assert rules_in(loaded_after(f"import dragoman.{room}")) == set()


@pytest.mark.parametrize("room", ["kinds", "merge", "resolve", "ledger", "brief.build", "export", "app.cli"])
def test_a_room_on_the_way_of_a_brief_imports_no_parser_and_no_net(room):
    assert heavy_after(f"import dragoman.{room}") == set()


def test_a_brief_over_a_ledger_loads_no_parser_no_net_and_no_rule_of_reading(tmp_path):
    (tmp_path / "meeting.txt").write_text(MEETING, encoding="utf-8")
    ledger = tmp_path / "small.db"
    assert run("add", ledger, tmp_path / "meeting.txt").exit_code == 0
    program = f"from dragoman.app.cli import main\nmain(['brief', {str(ledger)!r}], standalone_mode=False)"
    loaded = loaded_after(program)
    assert loaded & HEAVY == set()
    assert rules_in(loaded) == set()
    assert "asyncio" not in loaded


def test_the_times_of_an_article_are_had_without_the_language_model(tmp_path):
    (tmp_path / "meeting.txt").write_text(MEETING, encoding="utf-8")
    told = ["times", str(tmp_path / "meeting.txt"), "--json"]
    loaded = heavy_after(f"from dragoman.app.cli import main\nmain({told!r}, standalone_mode=False)")
    assert loaded & {"spacy", "thinc"} == set()


# ---- what the repository says about itself ---------------------------------------------------------------------------


def test_the_changelog_begins_with_the_version_that_the_package_has():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    heads = re.findall(r"^## \[([^\]]+)\] - (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert heads[0][0] == version
    assert all(day == "unreleased" or re.fullmatch(r"\d{4}-\d\d-\d\d", day) for _, day in heads)


# ---- what the repository says about where it was made ---------------------------------------------------------------


def test_no_file_names_a_machine_or_the_tools_it_was_written_with():
    found = []
    for path in tracked():
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [
            f"{path.relative_to(ROOT)}: {match[0]}" for rule in (MACHINE_PATH, TOOLING) for match in rule.finditer(text)
        ]
    assert found == []
