"""A reading on the screen: the text with its records marked in it, then the records; colours on a terminal only."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from dragoman.brief.passage import pieces
from dragoman.brief.phrases import NO_DATE, clip, day_words, quoted, when_words
from dragoman.kinds import BY_NAME
from dragoman.types import Article, Evidence, Reading, Record

STYLES = {
    "contact": "cyan",
    "statement": "white",
    "forecast": "magenta",
    "proposal": "green",
    "response": "yellow",
    "agreement": "bold green",
    "pledge": "blue",
    "demand": "red",
    "non_answer": "dim",
    "action": "bright_red",
}
QUOTE_WIDTH = 76
OPINION = " (opinion: only what others said and what took place on a day is kept)"


def kind_of(record: Record) -> str:
    """The name of a record's kind."""
    return str(record.__struct_config__.tag)


def print_reading(reading: Reading) -> None:
    """Prints the article's head, its text with the numbers of its records, and the records in plain lines."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(article_head(reading.article))
    console.print(marked_text(reading))
    console.print()
    for number, record in enumerate(reading.records, 1):
        kind = kind_of(record)
        console.print(
            Text.assemble(f"[{number}] ", (f"{kind:<11}", STYLES[kind]), clip(BY_NAME[kind].line(record), 200))
        )
        console.print(Text(f"      {quoted(record.evidence[0].quote, QUOTE_WIDTH)}", style="dim"))
    if not reading.records:
        console.print("no records")
    console.print()


def article_head(article: Article) -> Text:
    """Title, outlet and day; says so where no day of publication is known, and what is somebody's opinion."""
    day = day_words(article.published) if article.published else "no date known: times stay unresolved (--published)"
    outlet = f"{article.outlet or 'no outlet'}{OPINION if article.is_opinion else ''}"
    return Text.assemble((article.title or article.name, "bold"), "\n", f"{outlet}, {day}", "\n")


def marked_text(reading: Reading) -> Text:
    """The article's text, the words of each record in its kind's colour and followed by its number as "[3]"."""
    text = Text("")
    for piece in pieces(reading.article.text, reading.records):
        style = STYLES[kind_of(reading.records[piece.numbers[-1] - 1])] if piece.numbers else ""
        text.append(piece.text, style)
        text.append("".join(f"[{n}]" for n in piece.ended), "dim")
    return text


def print_times(reading: Reading) -> None:
    """Prints each time expression with its TIMEX3 type and value and the days that it means."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(article_head(reading.article))
    for timex in reading.times:
        days = when_words(timex.window) if timex.window else NO_DATE
        console.print(
            Text.assemble((f"{clip(timex.text, 30):<31}", "cyan"), f"{timex.type:<9} {timex.value:<22} {days}")
        )
    if not reading.times:
        console.print("no time expressions")
    console.print()


def highlighted(article: Article, sentence: tuple[int, int], evidence: Evidence) -> Text:
    """A stretch of the article, `sentence` in code points, with the evidence's words set off."""
    start, end = sentence
    text = Text(article.text[start:end])
    text.stylize("bold reverse", max(evidence.start - start, 0), min(evidence.end, end) - start)
    return text
