"""What became of a contact, by the words that tell it and by its days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.annotate.status import event_status, whole_of
from dragoman.kinds.dated import has_own_day, whole_week
from dragoman.kinds.denied_reports import is_of_denied_report, is_of_unconfirmed_report
from dragoman.kinds.departing import is_still_to_come
from dragoman.kinds.factuality import Factuality, plainly
from dragoman.kinds.how_told import how_told
from dragoman.kinds.letters import was_sent
from dragoman.kinds.stays import is_there_for
from dragoman.kinds.under_way import as_told_beside
from dragoman.kinds.undone import became
from dragoman.kinds.windows import days_long
from dragoman.lexicon import Lexicon
from dragoman.types import Annotated, EventStatus, When

if TYPE_CHECKING:
    from dragoman.parsed import Token


def status_told(
    annotated: Annotated, token: Token, when: When | None, lexicon: Lexicon, *, is_of_other: bool
) -> tuple[EventStatus, Factuality]:
    """What became of the contact, by its words and by its days; `is_of_other`: the days are not its own."""
    status, how = event_status(token).value, how_told(annotated, token, lexicon)
    is_near = status in {"held", "ongoing"} and not is_of_other and _is_near_ahead(annotated, when)
    if is_near or (status == "held" and _is_to_come(annotated, token, when)):
        status, how = "planned", plainly("planned")
    if status == "held" and when is None and _is_arrived_for(token):
        status, how = "expected", plainly("expected")
    if how.value == "hypothetical":
        status = "proposed"
    if status == "ongoing" and _is_over(annotated, when):
        status, how = "held", plainly("held")  # "ministers meeting in Oslo on Monday kept their line"
    if was_sent(token):
        status, how = "held", plainly("held")
    if (beside := as_told_beside(token, status)) != status and not (
        beside == "ongoing" and _is_over(annotated, when, LATELY)
    ):
        status, how = beside, plainly(beside)
    is_later = token.tag_ != "VBG" and is_ahead(annotated, when) and has_own_day(annotated, token)
    if status != "cancelled" and is_of_denied_report(token):
        return "denied", plainly("denied")
    if status == "planned" and is_of_unconfirmed_report(token):
        return "expected", plainly("expected")
    if not is_later and (retold := became(token, status, lexicon)) != status:
        status, how = retold, plainly(retold)
    return status, how


def day_ahead(annotated: Annotated, event: Token, when: When | None) -> When | None:
    """The days of what is to come; None where they are those of the telling, of leaving for it, or of no day."""
    is_of_no_day = when is not None and when.rule == PART_OF_DAY  # "before talks in the afternoon"
    is_of_leaving = is_still_to_come(event) and not has_own_day(annotated, event)
    if when is not None and when.rule == WEEKDAY and _is_offered(event) and _is_over(annotated, when):
        return replace(when, start=_week_on(when.start), end=_week_on(when.end))
    return None if is_of_no_day or is_of_leaving or _is_of_telling(annotated, event, when) else whole_week(when)


def _is_offered(noun: Token) -> bool:
    """ "Its offer of talks on Friday", "a proposal for a meeting on Friday": the day is that of the talks."""
    above = whole_of(noun) if noun.pos_ == "NOUN" else noun
    offer = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "for" else above
    return offer != noun and offer.lemma_.lower() in OFFERS


OFFERS = frozenset({"offer", "proposal", "invitation", "suggestion", "call"})
WEEKDAY = "weekday"
"""The rule of times for "on Friday", which a past verb beside it reads backwards."""


def _week_on(day: date | None) -> date | None:
    return day + timedelta(days=7) if day is not None else None


def _is_to_come(annotated: Annotated, event: Token, when: When | None) -> bool:
    """ "travelled to Oslo today to meet him": what one travels for is still to come on the day that it is told."""
    is_purpose = event.tag_ == "VB" and event.dep_ in {"advcl", "xcomp"} and event.head.lemma_ != "be"
    is_purpose = is_purpose and event.head.pos_ != "ADJ" and any(c.lower_ == "to" for c in event.children)
    return is_purpose and when is not None and when.start == annotated.article.published is not None


def _is_arrived_for(event: Token) -> bool:
    """ "Arrived in Oslo to meet him", "is in Oslo to meet him": that they met is not told."""
    is_there = is_there_for(event.head) and event.head.tag_ in {"VBZ", "VBP"}
    is_purpose = event.tag_ == "VB" and event.dep_ in {"advcl", "xcomp"}
    is_purpose = is_purpose and (is_there or event.head.lemma_ in ARRIVING)
    return is_purpose and any(c.lower_ == "to" for c in event.children)


ARRIVING = frozenset({"arrive", "land"})


PART_OF_DAY = "clock.part"
"""The rule of times for "in the afternoon": of what is to come it tells no day."""
NEAR_TIME = 45
"""Days that a time ahead may span and still be when a contact told as held is to take place."""


def is_ahead(annotated: Annotated, when: When | None) -> bool:
    """Whether the window begins after publication; a past verb's day ahead is said of something else."""
    published = annotated.article.published
    return when is not None and when.start is not None and published is not None and when.start > published


def _is_near_ahead(annotated: Annotated, when: When | None) -> bool:
    """ "At the June talks", told in May: they are to come, whatever the tense around them."""
    return when is not None and is_ahead(annotated, when) and days_long(when) <= NEAR_TIME


def _is_of_telling(annotated: Annotated, event: Token, when: When | None) -> bool:
    """ "Said on Thursday, a day after they agreed to open talks": no day to come, and not said of the talks."""
    is_today = when is not None and when.end == annotated.article.published is not None
    return (is_today or _is_over(annotated, when)) and not has_own_day(annotated, event)


LATELY = 4
"""Days for which talks that began are still under way, where nothing else is told of them."""


def _is_over(annotated: Annotated, when: When | None, days: int = 0) -> bool:
    """Whether the window ends before publication, by more than so many days."""
    published = annotated.article.published
    if when is None or when.end is None or published is None:
        return False
    return (published - when.end).days > days
