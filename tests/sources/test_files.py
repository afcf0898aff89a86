"""Files, folders and standard input."""

import io
import json

import pytest

from dragoman.sources import pages
from dragoman.sources.files import input_pages
from dragoman.types import Defaults, Failure


def write(folder, files):
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body)


def test_a_folder_is_read_by_name_and_all_that_is_no_article_is_left_out(tmp_path, monkeypatch, defaults):
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path,
        {
            "d/b.txt": "B.",
            "d/a.txt": "A.",
            "d/a.meta.json": "{}",
            "d/a.gold.json": "{}",
            "d/c/deep.jsonl": '{"text": "C."}',
            "d/.hidden/x.txt": "H.",
            "d/.x.txt": "H.",
            "d/dossier.toml": "x = 1",
            "d/photo.png": "no",
        },
    )
    assert [p.name for p in pages("d", defaults)] == ["d/a.txt", "d/b.txt", "d/c/deep.jsonl:1"]


def test_a_sidecar_tells_what_the_text_does_not(tmp_path, defaults):
    facts = {
        "id": "a",
        "title": "T",
        "outlet": "O",
        "published": "2031-03-04",
        "url": "https://o.example/",
        "kind": "news",
    }
    write(tmp_path, {"a.txt": "A.", "a.meta.json": json.dumps(facts)})
    (page,) = pages(str(tmp_path / "a.txt"), defaults)
    assert (page.id, page.title, page.outlet, page.published) == ("a", "T", "O", "2031-03-04")
    assert page.url == "https://o.example/"


def test_a_sidecar_wins_over_what_the_caller_says(tmp_path, defaults):
    write(tmp_path, {"a.txt": "A.", "a.meta.json": '{"outlet": "Own"}'})
    given = Defaults(fetched=defaults.fetched, outlet="Desk", published="2031-01-01")
    (page,) = pages(str(tmp_path / "a.txt"), given)
    assert (page.outlet, page.published) == ("Own", "2031-01-01")


def test_a_broken_sidecar_fails_its_article_by_its_own_name(tmp_path, monkeypatch, defaults):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"a.txt": "A.", "a.meta.json": "{"})
    (failure,) = pages("a.txt", defaults)
    assert failure.message.startswith("a.meta.json: no JSON object of title, outlet, published, url (")
    assert failure.message.endswith("); mend it or remove it")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("none.txt", "none.txt: cannot be read (No such file or directory); check the path and its permissions"),
        ("empty", "empty: no article in this folder; put .txt, .html or .jsonl files there"),
        ("x" * 300, "x" * 300 + ": cannot be read (File name too long); check the path and its permissions"),
    ],
)
def test_a_path_that_gives_nothing_says_why(tmp_path, monkeypatch, defaults, source, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    assert list(pages(source, defaults)) == [Failure(source, message)]


def test_a_bad_file_does_not_stop_its_folder(tmp_path, monkeypatch, defaults):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"d/a.txt": "", "d/b.txt": "B."})
    failure, page = pages("d", defaults)
    assert failure.message.startswith("d/a.txt: it is empty; ")
    assert page.body == b"B."


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"The envoys met.", "text/markdown"),
        (b'{"id": "r", "text": "The envoys met."}', "text/plain; charset=utf-8"),
        (b"<!doctype html><p>The envoys met.", "text/html"),
    ],
)
@pytest.mark.parametrize("wrap", [io.BytesIO, lambda body: io.BufferedReader(io.BytesIO(body))])
def test_standard_input_is_told_by_its_first_bytes(defaults, body, media_type, wrap):
    (page,) = input_pages(wrap(body), defaults)
    assert (page.media_type, page.name.partition(":")[0]) == (media_type, "stdin")


def test_a_dash_is_standard_input(monkeypatch, defaults):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The envoys met.")))
    (page,) = pages("-", defaults)
    assert (page.id, page.body) == ("stdin", b"The envoys met.")
