"""What is shipped is what its makers published, with its licence, at an address that names its content."""

from __future__ import annotations

from hashlib import sha256

import pytest

from dragoman.app.desk.assets import FOLDER, Vendored, addresses, by_address, vendored
from tests.app.desk.conftest import Served

OURS = {"desk.css", "desk.js", "mark.svg", "plot-specs.js", "plots.js"}

NAMES = ("http://www.w3.org/2000/svg", "https://vega.github.io/")
"""What looks like an address and is a name, or leads a person to a manual; nothing is loaded from there."""


@pytest.mark.parametrize("asset", vendored(), ids=lambda asset: asset.file)
def test_a_file_of_others_is_the_one_that_they_published(asset: Vendored) -> None:
    assert sha256((FOLDER / "vendored" / asset.file).read_bytes()).hexdigest() == asset.sha256
    assert (FOLDER / "vendored" / asset.licence_file).read_text(encoding="utf-8").strip()
    assert asset.licence
    assert asset.version[0].isdigit()


def test_every_file_that_is_served_is_ours_or_stands_in_the_table() -> None:
    listed = {f"vendored/{asset.file}" for asset in vendored()}
    assert set(addresses()) == listed | {name for name in addresses() if "/" not in name}
    assert {name for name in addresses() if "/" not in name} >= OURS


def test_no_style_or_script_of_ours_names_another_host() -> None:
    for name in OURS:
        body = (FOLDER / name).read_text(encoding="utf-8")
        for named in NAMES:
            body = body.replace(named, "")
        assert "://" not in body


def test_the_fonts_of_the_style_are_at_their_addresses() -> None:
    style = by_address()[addresses()["desk.css"]].body.decode()
    assert 'url("vendored/' not in style
    assert addresses()["vendored/source-sans-3-latin-wght-normal.woff2"] in style


def test_an_asset_is_kept_for_good_and_another_address_is_none(desk: Served) -> None:
    found = desk.get(addresses()["desk.js"])
    assert (found.status_code, found.headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert "immutable" in found.headers["cache-control"]
    for path in ("/assets/000000000000/desk.js", "/assets/../guard.py", "/assets/vendored/vendored.toml"):
        assert desk.get(path).status_code == 404
