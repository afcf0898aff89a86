"""`dragoman correct`, `rename`, `undo`, `corrections` and `actors`: what people decide, kept beside what was read."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import click
import msgspec
from msgspec import Struct

from dragoman.app.deciding import decided, known_name
from dragoman.app.dossier import in_order, ledger_path, open_place
from dragoman.app.options import DAY, Asked, asked_options
from dragoman.app.shapes import json_line
from dragoman.brief.passage import place_words
from dragoman.brief.phrases import day_words, quoted
from dragoman.brief.text import counted
from dragoman.corrections import AnyDeed, Correction, making
from dragoman.corrections.making import OUTCOMES, Signed
from dragoman.corrections.nouns import Rename, TellApart
from dragoman.corrections.standing import standing, targets_of, undone_by
from dragoman.corrections.words import deed_words
from dragoman.errors import UsageError
from dragoman.ledger import MARKINGS, Ledger, open_ledger
from dragoman.ledger.registry import Person
from dragoman.types import Marking

QUOTE = 70


class Ask(Struct, frozen=True, kw_only=True):
    """What `dragoman correct` is asked to do; one thing, or several fields."""

    fields: tuple[str, ...] = ()
    confirm: bool = False
    withdraw: bool = False
    same_as: str | None = None
    split: tuple[str, ...] = ()
    verdict: str | None = None
    shown_by: str | None = None
    on: date | None = None


def signing(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--by`, `--reason` and `--marking`, handed on with the time of now as one `Signed`."""

    @functools.wraps(command)
    def with_signature(by: str, reason: str, marking: Marking | None, **others: Any) -> Any:  # noqa: ANN401
        return command(signature=Signed(by, datetime.now(UTC), reason, marking), **others)

    marked = click.option(
        "--marking",
        type=click.Choice(MARKINGS),
        help="Which readers of the desk may see it; at least those who may see what it is about.",
    )(with_signature)
    decorated = click.option("--reason", required=True, help="Why it is so; kept with it.")(marked)
    return click.option("--by", metavar="NAME", required=True, help="Who decides it; kept with it.")(decorated)


def what_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What is to be corrected, handed on as one `Ask`."""

    @functools.wraps(command)
    def with_ask(**others: Any) -> Any:  # noqa: ANN401
        return command(ask=Ask(**{name: others.pop(name) for name in Ask.__struct_fields__}), **others)

    options = (
        click.option("--set", "fields", metavar="FIELD=VALUE", multiple=True, help="Another value of a field."),
        click.option("--confirm", is_flag=True, help="It was looked at and is right."),
        click.option("--withdraw", is_flag=True, help="It is wrong: nothing is made of it any more."),
        click.option("--same-as", metavar="ID", help="It is one thing with this other entry."),
        click.option("--split", metavar="RECORD", multiple=True, help="This record of it tells of another thing."),
        click.option("--verdict", type=click.Choice(OUTCOMES), metavar="OUTCOME", help="What became of it."),
        click.option("--shown-by", metavar="ENTRY", help="With --verdict: the entry that shows it."),
        click.option("--on", type=DAY, help="With --verdict: the day when it was decided."),
    )
    decorated: Callable[..., Any] = with_ask
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


@click.command(
    "correct",
    short_help="Correct, confirm or judge an entry by hand.",
    epilog="Example: dragoman correct contact-1a2b3c dossier.db --set duration=PT2H30M --by ana --reason 'I was there'",
)
@click.argument("id", metavar="ENTRY|RECORD")
@click.argument("place", metavar="[LEDGER]", default=".")
@what_options
@signing
def correct_command(id: str, place: str, ask: Ask, signature: Signed) -> None:
    """Correct ENTRY, or one RECORD of it, by hand; what was read is kept, and the correction can be undone.

    The ids are those of `timeline` and of `why ENTRY`. A corrected record is merged anew; a corrected entry keeps its
    records as they are. FIELD is one of its kind (when, place, participants; docs/correcting.md has all). VALUE is a
    word, days (2025-03-18 or 2025-03-17/2025-03-23), names with their sides ("Anna Lund (Aland); Boris Kral"), "-" for
    nothing, or JSON, as terms='[{"type": "ceasefire", "text": "a 30-day truce"}]'. OUTCOME is open, due, came_true,
    late, partly, failed, overdue, lapsed, overtaken or withdrawn.
    """
    with writable(place) as ledger:
        deeds = tuple(deeds_of(id, ask, ledger))
        keep(ledger, deeds, signature)


def deeds_of(id: str, ask: Ask, ledger: Ledger) -> Iterator[AnyDeed]:
    """What is to be done; UsageError where nothing is, or things that don't go together are."""
    asked = [bool(ask.fields), ask.confirm, ask.withdraw, bool(ask.same_as), bool(ask.split), bool(ask.verdict)]
    if sum(asked) != 1:
        raise UsageError("give one of --set, --confirm, --withdraw, --same-as, --split and --verdict")
    if (ask.shown_by or ask.on) and not ask.verdict:
        raise UsageError("--shown-by and --on belong to --verdict")
    subject = ledger.subject(id)
    for words in ask.fields:
        field, equals, value = words.partition("=")
        if not equals:
            raise UsageError(f"--set {words}: write it as FIELD=VALUE")
        yield making.amend(subject, field.strip(), value)
    if ask.confirm:
        yield making.confirm(subject)
    if ask.withdraw:
        yield making.withdraw(subject)
    if ask.same_as:
        yield making.unite(subject, ledger.subject(ask.same_as))
    if ask.split:
        yield making.divide(subject, [target for record in ask.split for target in ledger.subject(record).targets])
    if ask.verdict:
        shown_by = ledger.subject(ask.shown_by) if ask.shown_by else None
        yield making.judge(subject, ask.verdict, shown_by, ask.on)


@click.command(
    "rename",
    short_help="Say by hand who a name is, or is not.",
    epilog="Example: dragoman rename 'the minister' 'Carla Moss' dossier.db --by ana --reason 'in office'",
)
@click.argument("names", metavar="NAME OTHER", nargs=2)
@click.argument("place", metavar="[LEDGER]", default=".")
@click.option("--side", metavar="SIDE", help="Only where NAME acts for this side.")
@click.option("--apart", is_flag=True, help="NAME and OTHER are two actors, however alike they look.")
@signing
def rename_command(names: tuple[str, str], place: str, side: str | None, signature: Signed, *, apart: bool) -> None:
    """Call everybody of one NAME by OTHER: a better name, or that of the actor that NAME stands for too.

    It holds for what is added later as well. `dragoman actors` prints the names.
    """
    if apart and side:
        raise UsageError("--apart and --side: names are told apart whatever the side; leave --side out")
    deed: Rename | TellApart = making.tell_apart(*names) if apart else making.rename(*names, side)
    with writable(place) as ledger:
        check_names(deed, ledger.actors())
        keep(ledger, [deed], signature)


def check_names(deed: Rename | TellApart, people: Iterable[Person]) -> None:
    """UsageError where a name that is to be changed, or told from another, is borne by nobody."""
    several = tuple(people)
    if isinstance(deed, TellApart):
        borne = [name for one in several for name in (*names_of(one), *one.aliases)]
        for name in (deed.name, deed.other):
            known_name(name, borne)
        return
    name = known_name(deed.name, [name for one in several for name in (*names_of(one), *one.sides)])
    if deed.side:
        known_name(deed.side, [side for one in several if name in names_of(one) for side in one.sides])


def names_of(person: Person) -> tuple[str, ...]:
    """The names that the records of an actor are kept under."""
    return tuple(name.name for name in person.names)


@click.command(
    "undo",
    short_help="Undo a correction; what was undone is kept.",
    epilog="Example: dragoman undo c-1a2b3c4d5e6f dossier.db --by ana --reason 'the ministry withdrew its note'",
)
@click.argument("correction")
@click.argument("place", metavar="[LEDGER]", default=".")
@signing
def undo_command(correction: str, place: str, signature: Signed) -> None:
    """Undo CORRECTION, an id as `dragoman corrections` prints it; an undoing can be undone like any other."""
    with writable(place) as ledger:
        keep(ledger, [making.undo(correction, ledger.corrections())], signature)


@click.command(
    "corrections",
    short_help="Print what people decided by hand.",
    epilog="Example: dragoman corrections dossier.db",
)
@asked_options
@click.option("--json", "as_json", is_flag=True, help="One JSON object a correction, one a line.")
def corrections_command(asked: Asked, *, as_json: bool) -> None:
    """Print every correction in the order of making: who, when, why, and whether it still holds."""
    with open_place(asked.place) as ledger:
        made = [one for one in ledger.corrections() if asked.as_of is None or one.at.date() <= asked.as_of]
    held, undone = {one.id for one in standing(made)}, undone_by(made)
    for one in made:
        shape = correction_json(one, undone.get(one.id))
        click.echo(json_line(shape) if as_json else correction_text(one, undone.get(one.id)))
    if not made and not as_json:
        click.echo("none")
    elif not as_json:
        click.echo(f"\n{counted(len(made), 'correction')}, {len(held)} of them hold")


def correction_json(one: Correction, undone: str | None) -> dict[str, Any]:
    """A correction as it is kept, and the id of what undid it, or null."""
    return {**msgspec.to_builtins(one), "undone_by": undone}


def correction_text(one: Correction, undone: str | None) -> str:
    """Two or three lines: the id, what, of which words; who, when, why; what undid it."""
    rows = [f"{one.id}  {deed_words(one.deed)}{about_words(one.deed)}"]
    rows.append(f"    {one.by}, {day_words(one.at.date())}: {one.reason}")
    return "\n".join([*rows, *([f"    undone by {undone}"] if undone else [])])


def about_words(deed: AnyDeed) -> str:
    """The kind and first words of what a correction is about, where it is about records."""
    several = targets_of(deed)
    return f"  {several[0].kind} {quoted(several[0].quote, QUOTE)}" if several else ""


@click.command(
    "actors",
    short_help="Print everybody that the articles name.",
    epilog="Example: dragoman actors dossier.db --named Lund",
)
@asked_options
@click.option("--named", metavar="NAME", help="Only those with this in one of their names.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an actor, one a line.")
def actors_command(asked: Asked, named: str | None, *, as_json: bool) -> None:
    """Print everybody once: all names, each with the place where it stands first, the roles and their days."""
    with open_place(asked.place) as ledger:
        people = ledger.actors(asked.as_of)
    wanted = (named or "").casefold()
    for one in people:
        if wanted in "\n".join((*(name.name for name in one.names), *one.aliases)).casefold():
            click.echo(json_line(msgspec.to_builtins(one)) if as_json else actor_text(one))


def actor_text(one: Person) -> str:
    """Name, side and count; the other names with their places; the roles with their days."""
    hand = ", by hand" if one.by_hand else ""
    side = f" ({', '.join(one.sides)})" if one.sides and one.sides != (one.name,) else ""
    rows = [f"{one.name}{side}  {one.kind}, {counted(one.records, 'record')}{hand}"]
    for name in one.names:
        place = place_words(name.article, name.evidence.start, name.evidence.end)
        rows.append(f"    {name.name}  {name.records:,} [{place}]")
    rows += [f"    also {', '.join(one.aliases)}"] if one.aliases else []
    rows += [f"    {held.role}, {' to '.join(_days(held.first, held.last))}" for held in one.roles]
    return "\n".join(rows)


def _days(first: date | None, last: date | None) -> list[str]:
    return [day_words(day) for day in dict.fromkeys((first, last))]


def writable(place: str) -> Ledger:
    """The ledger of a place, to be written to; UsageError where there are only articles."""
    path = ledger_path(place)
    if not path.is_file():
        remedy = in_order(place) or f"run `dragoman add {place} PATH...` first"
        raise UsageError(f"{place}: only a ledger keeps corrections; {remedy}")
    return open_ledger(path, create=False)


def keep(ledger: Ledger, deeds: Iterable[AnyDeed], signature: Signed) -> None:
    """Adds corrections and prints the id of each, by which it is undone, and its marking where not all may see it."""
    for one in [decided(deed, signature, ledger) for deed in deeds]:
        ledger.correct(one)
        marking = f"  [{one.marking}]" if one.marking != MARKINGS[0] else ""
        click.echo(f"{one.id}  {deed_words(one.deed)}{marking}")
    ledger.settle()
