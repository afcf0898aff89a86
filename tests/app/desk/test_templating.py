"""The few words that templates know."""

from __future__ import annotations

import pytest

from dragoman.app.desk.sheet import Asked
from dragoman.app.desk.templating import address, age, keyed, make_templates
from dragoman.brief.nouns import Line, Section
from tests.records import march


@pytest.mark.parametrize(
    ("path", "asked", "more", "written"),
    [
        ("/positions", None, {}, "/positions"),
        ("/positions", Asked(as_of=march(5)), {}, "/positions?as-of=2031-03-05"),
        ("/article/a", Asked(since=march(5)), {"at": "1-2"}, "/article/a?since=2031-03-05&at=1-2"),
        ("/actor/Anna Lund?", None, {}, "/actor/Anna%20Lund%3F"),
        ("/search", None, {"q": "a&b", "kind": ""}, "/search?q=a%26b"),
        ("/search", None, {"as_of": "x"}, "/search?as-of=x"),
    ],
)
def test_an_address_keeps_the_days_and_quotes_what_it_must(path, asked, more, written) -> None:
    assert address(path, asked, **more) == written


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (march(20), "today"),
        (march(19), "1 d"),
        (march(7), "13 d"),
        (march(6), "2 wk"),
        (None, ""),
        (march(21), "today"),
    ],
)
def test_an_age_is_few_words(then, words) -> None:
    assert age(then, march(20)) == words


def test_a_line_keeps_its_name_when_others_come_before_it() -> None:
    one, other = Line(text="a", entries=("c-1",)), Line(text="b", entries=("c-1",))
    new = Line(text="c", entries=("c-2",))
    names = [name for _, name in keyed(Section(id="due", title="Due", lines=(one, other)))]
    assert names == ["due.c-1", "due.c-1.2"]
    assert [name for _, name in keyed(Section(id="due", title="Due", lines=(new, one, other)))] == ["due.c-2", *names]


def test_what_is_put_into_a_template_is_escaped() -> None:
    made = make_templates("token")
    assert made.from_string("{{ words }}").render(words="<b>") == "&lt;b&gt;"
    assert 'value="token"' in made.from_string('<input value="{{ own_token }}">').render()
