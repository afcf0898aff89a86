"""Scripts, styles and fonts: shipped with the package, each under an address that names its content."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files

import msgspec
from msgspec import Struct

FOLDER = files("dragoman.app.desk") / "assets"
TABLE = "vendored/vendored.toml"
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
}
"""What is served; other files of the folder are not."""
DIGITS = 12


class Vendored(Struct, frozen=True, kw_only=True, rename={"published_as": "from"}, forbid_unknown_fields=True):
    """A file that somebody else made: the npm package and version that it came with, its hash and its licence."""

    file: str
    package: str
    version: str
    published_as: str
    sha256: str
    licence: str
    licence_file: str


class Asset(Struct, frozen=True):
    """A file as it is served."""

    body: bytes
    media_type: str


def vendored() -> tuple[Vendored, ...]:
    """The table of what others made."""
    rows = tomllib.loads((FOLDER / TABLE).read_text(encoding="utf-8"))
    return tuple(msgspec.convert(rows["asset"], list[Vendored]))


@cache
def addresses() -> Mapping[str, str]:
    """The address of every asset by its name in the folder: "desk.css" is at "/assets/3f2a9c0d1e4b/desk.css"."""
    return {name: f"/assets/{sha256(asset.body).hexdigest()[:DIGITS]}/{name}" for name, asset in _read().items()}


@cache
def by_address() -> Mapping[str, Asset]:
    """Every asset by its address; the style's own addresses are those of this table too."""
    return {address: _with_addresses(_read()[name]) for name, address in addresses().items()}


@cache
def _read() -> Mapping[str, Asset]:
    found: dict[str, Asset] = {}
    for prefix, folder in (("", FOLDER), ("vendored/", FOLDER / "vendored")):
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            ending = "." + file.name.rpartition(".")[2]
            if file.is_file() and ending in MEDIA_TYPES:
                found[prefix + file.name] = Asset(file.read_bytes(), MEDIA_TYPES[ending])
    return found


def _with_addresses(asset: Asset) -> Asset:
    """A style with the addresses of the fonts that it names as `url("vendored/…")`."""
    if not asset.media_type.startswith("text/css"):
        return asset
    body = asset.body.decode()
    for name, address in addresses().items():
        body = body.replace(f'url("{name}")', f'url("{address}")')
    return Asset(body.encode(), asset.media_type)
