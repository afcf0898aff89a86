"""The public door of the package."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

import dragoman

LOADED = "import json, sys; import {}; print(json.dumps(sorted(sys.modules)))"


def modules_after(imported: str) -> set[str]:
    """What a fresh interpreter has loaded after importing a module."""
    command = [sys.executable, "-c", LOADED.format(imported)]
    return set(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


@pytest.mark.parametrize("name", dragoman.__all__)
def test_every_public_name_can_be_imported_and_says_what_it_is(name):
    value = getattr(dragoman, name)
    assert value is not None
    assert name in dir(dragoman)
    assert not callable(value) or value.__doc__


def test_the_list_of_public_names_is_what_a_star_import_gives_and_what_has_a_home():
    starred: dict[str, object] = {}
    exec("from dragoman import *", starred)  # the list of names is what is tested
    assert set(starred) - {"__builtins__"} == set(dragoman.__all__) == {*dragoman._HOME_OF, "__version__"}
    assert sorted(dragoman.__all__) == sorted(set(dragoman.__all__))


def test_importing_the_package_imports_nothing_of_it():
    assert {name for name in modules_after("dragoman") if name.startswith("dragoman")} == {"dragoman"}


def test_a_name_that_is_not_public_is_no_attribute():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = dragoman.nothing


def test_the_function_read_stays_when_its_module_is_imported():
    import dragoman.read
    from dragoman import read
    from dragoman.read import READ_LANGUAGES, read_article

    assert read is dragoman.read
    assert callable(dragoman.read)
    assert READ_LANGUAGES
    assert callable(read_article)


def test_times_is_had_and_used_without_parser_and_models():
    used = modules_after("dragoman; dragoman.times('They meet tomorrow.', None)")
    assert "dragoman.annotate.times" in used
    assert {name.partition(".")[0] for name in used} & {"spacy", "thinc", "numpy", "onnxruntime", "lxml"} == set()


def test_times_reads_a_text_by_itself():
    (found,) = dragoman.times("They meet tomorrow.", date(2031, 3, 5))
    assert (found.text, found.value) == ("tomorrow", "2031-03-06")
