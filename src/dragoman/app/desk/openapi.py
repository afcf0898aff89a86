"""The description of the desk's interface, made from its table of pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from dragoman.app.desk.posted import Decided, Off, operations
from dragoman.app.desk.sheet import Sheet

VERSION = "3.1.0"


class Refused(Struct, frozen=True):
    """Why there is no page, in one line."""

    error: str


def description(sheets: Iterable[Sheet]) -> dict[str, Any]:
    """An OpenAPI document: each page's JSON, what its address takes, each form, and what comes back."""
    several = tuple(sheets)
    types = [*(sheet.shown for sheet in several), Refused, Decided, Off]
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    answered = dict(zip(("Refused", "Decided", "Off"), schemas[len(several) :], strict=True))
    refused = _answer("why there is none", answered["Refused"])
    paths: dict[str, dict[str, Any]] = {
        json_path(sheet.path): {
            "get": {
                "operationId": sheet.name,
                "summary": sheet.what,
                "parameters": list(_parameters(sheet)),
                "responses": {
                    "200": _answer(sheet.title, schema),
                    "400": refused,
                    "401": refused,
                    "404": refused,
                },
            }
        }
        for sheet, schema in zip(several, schemas, strict=False)
    }
    for path, operation in operations(answered):
        paths.setdefault(path, {})["post"] = operation
    return {
        "openapi": VERSION,
        "info": {"title": "dragoman desk", "version": "1"},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}, {}],
    }


def json_route(path: str) -> str:
    """The route of a page's JSON.

    >>> json_route("/"), json_route("/actor/{id:path}")
    ('/brief.json', '/actor/{id:path}.json')
    """
    return "/brief.json" if path == "/" else f"{path}.json"


def json_path(path: str) -> str:
    """The route of a page's JSON as OpenAPI writes it.

    >>> json_path("/actor/{id:path}")
    '/actor/{id}.json'
    """
    return json_route(path).replace(":path}", "}")


def _answer(words: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": words, "content": {"application/json": {"schema": schema}}}


def _parameters(sheet: Sheet) -> Iterable[dict[str, Any]]:
    (reference,), components = msgspec.json.schema_components([sheet.asked])
    schema = components[reference["$ref"].rpartition("/")[2]]
    for name, known in schema["properties"].items():
        in_path = f"{{{name}" in sheet.path
        yield {
            "name": name,
            "in": "path" if in_path else "query",
            "required": in_path or name in schema.get("required", ()),
            "schema": {key: value for key, value in known.items() if key != "default"},
        }
