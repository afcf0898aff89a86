"""What can be sent to the desk, in words for the description of its interface: each form and its fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from dragoman.app.desk.forms import TOKEN_FIELD
from dragoman.ledger import MARKINGS

URLENCODED, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
SIGNED = {
    "reason": "why; kept with it and shown",
    "by": "who decides, at a desk without readers; else it is the reader",
    "marking": "who may see it; the usual one where it is left empty",
}
"""The fields with which every form ends that decides something."""
BRIEFED = {
    "to": "who was told, commas between names; may be given several times",
    "told": "when, as 2025-03-16T14:30; now where it is left empty",
    "met": "when the meeting ended",
}


class Posted(Struct, frozen=True, kw_only=True):
    """A form: where it is sent, what it does, its fields, which of them it needs, the ways in which one is read.

    `made` is the schema's name of the JSON that is answered; "" where the answer leads on to the page of what was made.
    """

    path: str
    id: str
    summary: str
    fields: Mapping[str, str]
    needs: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = {}
    media_type: str = URLENCODED
    made: str = ""
    is_open: bool = False
    """Whether nobody has to be known."""


class Decided(Struct, frozen=True):
    """What was decided: the id of the correction, its marking, and the page where it shows."""

    correction: str
    marking: str
    see: str


class Off(Struct, frozen=True):
    """What is off with a form, and with which field of it."""

    error: str
    field: str | None = None


FORMS: tuple[Posted, ...] = (
    Posted(
        path="/notes",
        id="send_note",
        summary="A note of a meeting, read like an article: text or a file; with `to` the briefing is kept too.",
        fields={
            "text": "what was said",
            "file": "a text or HTML file in its place",
            "title": "",
            "outlet": "whose account it is",
            "day": "as 2025-03-16; today where it is left empty",
            "marking": "AMBER where it is left empty",
            **BRIEFED,
        },
        choices={"marking": ("", *MARKINGS)},
        media_type=MULTIPART,
    ),
    Posted(
        path="/told",
        id="send_briefing",
        summary="Who was told of a note, a meeting or an article, and when.",
        fields={
            "article": "the id of a note, an article or a meeting's entry",
            "other": "its address or id in place of that",
            **BRIEFED,
            "words": "how: by phone, in writing",
        },
        needs=("to",),
    ),
    Posted(
        path="/entry/{id}/correct",
        id="send_correction",
        summary="What is decided by hand of an entry, or of one of its records.",
        fields={
            "deed": "what is done",
            "record": "the id of a record, where not the whole entry is meant",
            "field": "set: the field",
            "value": "set: its new value; - for nothing",
            "was": "set: what it was, so that nobody's change is overwritten",
            "other": "unite: the id of the other entry",
            "other-id": "unite: its address or id in place of that",
            "records": "divide: the ids of the records that tell of another thing; may be given several times",
            "outcome": "judge: what became of it",
            "on": "judge: on which day, as 2025-03-16",
            "shown-by": "judge: the id of the entry that shows it",
            **SIGNED,
        },
        needs=("deed", "reason"),
        choices={"deed": ("set", "confirm", "withdraw", "unite", "divide", "judge"), "marking": ("", *MARKINGS)},
        made="Decided",
    ),
    Posted(
        path="/rename/{id}",
        id="send_name",
        summary="What is decided by hand of a name.",
        fields={
            "deed": "what is done",
            "name": "which of the spellings; the commonest where it is left empty",
            "to": "rename: the name from now on",
            "side": "rename: only of who acts for this side",
            "other": "apart: the name of somebody else",
            **SIGNED,
        },
        needs=("deed", "reason"),
        choices={"deed": ("rename", "apart"), "marking": ("", *MARKINGS)},
        made="Decided",
    ),
    Posted(
        path="/correction/{id}",
        id="send_undoing",
        summary="Undoes what was decided by hand.",
        fields={"deed": "what is done", **SIGNED},
        needs=("deed", "reason"),
        choices={"deed": ("undo",), "marking": ("", *MARKINGS)},
        made="Decided",
    ),
    Posted(
        path="/login",
        id="log_in",
        summary="Logs a reader in by name and password; programs send a token with each request instead.",
        fields={"name": "", "password": "", "next": "the path to go on to"},
        needs=("name", "password"),
        is_open=True,
    ),
    Posted(path="/logout", id="log_out", summary="Ends the session of a browser.", fields={}, is_open=True),
)
"""Every form. What is sent without a token of the interface carries the form's own, as the page has it."""


def operations(schemas: Mapping[str, dict[str, Any]]) -> Iterable[tuple[str, dict[str, Any]]]:
    """The address and the description of each form, as OpenAPI writes them; `schemas` are of what is answered."""
    for form in FORMS:
        refused = {"description": "what is off", "content": {"application/json": {"schema": schemas["Off"]}}}
        said = {"description": "why not", "content": {"text/plain": {"schema": {"type": "string"}}}}
        operation: dict[str, Any] = {
            "operationId": form.id,
            "summary": form.summary,
            "parameters": [_id_parameter()] if "{id}" in form.path else [],
            "requestBody": {"required": True, "content": {form.media_type: {"schema": schema_of(form)}}},
            "responses": {
                "303": {"description": "done; on to the page that `Location` names"},
                "400": refused,
                "403": said,
                **({} if form.is_open else {"401": refused}),
            },
        }
        if form.made:
            made = {"application/json": {"schema": schemas[form.made]}}
            operation["responses"] |= {"201": {"description": "done", "content": made}, "404": refused}
        if form.is_open:
            operation["security"] = [{}]
        yield form.path, operation


def schema_of(form: Posted) -> dict[str, Any]:
    """The fields of a form as a JSON schema."""
    properties = {
        name: {
            "type": "string",
            **({"format": "binary"} if name == "file" else {}),
            **({"description": words} if words else {}),
            **({"enum": list(form.choices[name])} if name in form.choices else {}),
        }
        for name, words in form.fields.items()
    }
    if form.path != "/login":
        properties[TOKEN_FIELD] = {"type": "string", "description": "for browsers: the token in the page of the form"}
    return {"type": "object", "properties": properties, "required": list(form.needs)}


def _id_parameter() -> dict[str, Any]:
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
