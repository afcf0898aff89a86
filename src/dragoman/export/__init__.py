"""Holdings as files that other programs read: one module a format, all of them in one table.

To add a format: its module, its test, its line in `FORMATS`. Heavy libraries are imported inside the writers.
"""

from __future__ import annotations

from dragoman.export.acled import CODEBOOK as ACLED
from dragoman.export.acled import write_acled
from dragoman.export.annotations import CODEBOOK as WEB_ANNOTATION
from dragoman.export.annotations import write_annotations
from dragoman.export.calendar import CODEBOOK as ICALENDAR
from dragoman.export.calendar import write_calendar
from dragoman.export.ceasefires import CODEBOOK as ETH_PRIO
from dragoman.export.ceasefires import write_ceasefires
from dragoman.export.holdings import Exported, Format, Holdings
from dragoman.export.lines import write_lines
from dragoman.export.linked import CODEBOOK as SCHEMA_ORG
from dragoman.export.linked import write_linked
from dragoman.export.parquet import CODEBOOK as PARQUET
from dragoman.export.parquet import write_parquet
from dragoman.export.plover import CODEBOOK as PLOVER
from dragoman.export.plover import write_plover

__all__ = ["BY_NAME", "FORMATS", "Exported", "Format", "Holdings"]

FORMATS: tuple[Format, ...] = (
    Format("jsonl", "JSON lines, everything that is known", "dragoman's own fields, docs/records.md", write_lines),
    Format("parquet", "Parquet, one row each, for analysis", PARQUET, write_parquet, is_binary=True),
    Format("plover", "CSV of events coded in PLOVER and CAMEO, in POLECAT's columns", PLOVER, write_plover),
    Format("ceasefires", "CSV of declared ceasefires, one row a party", ETH_PRIO, write_ceasefires),
    Format("acled", "CSV of one's own events in ACLED's columns", ACLED, write_acled),
    Format("ics", "iCalendar of what falls due", ICALENDAR, write_calendar),
    Format("jsonld", "JSON-LD of quotations, claims and events", SCHEMA_ORG, write_linked),
    Format("annotations", "JSON-LD of citations, for tools that mark texts up", WEB_ANNOTATION, write_annotations),
)
"""Every format, in the order in which the documents name them."""
BY_NAME: dict[str, Format] = {format.name: format for format in FORMATS}
