"""RSS, Atom and JSON Feed: an entry with text is a page; a broken feed gives what could be read and one line."""

import json

import pytest

from dragoman.sources.feed import Entry, is_summary, parse_feed, parse_json_feed
from dragoman.sources.stream import FRAGMENT, PLAIN
from dragoman.types import Defaults

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Oslo Ledger</title>
<item><title>Talks resume</title><link>https://ledger.example/1</link><guid>g1</guid>
<pubDate>Tue, 04 Mar 2031 23:30:00 -0500</pubDate><description>A teaser.</description>
<content:encoded><![CDATA[<p>The envoys met again.</p><p>They parted late.</p>]]></content:encoded></item>
<item><title>Talks end</title><link>https://ledger.example/2</link><description>The envoys parted.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Oslo Ledger</title>
<entry><title>Talks resume</title><id>urn:1</id><link href="https://ledger.example/1"/>
<updated>2031-03-04T23:30:00-05:00</updated><summary type="text">The envoys met again.</summary></entry></feed>"""
ITEMS = [
    {"id": "g1", "url": "https://ledger.example/1", "title": "Talks resume", "content_html": "<p>The envoys met.</p>"},
    {"id": 2, "content_text": "The envoys parted.", "date_published": "2031-03-05T08:00:00+01:00"},
]
JSON_FEED = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Oslo Ledger", "items": ITEMS})


def test_an_entry_of_rss_is_a_page_of_its_full_content_else_its_summary(read):
    pages, failures = read("feed.rss", RSS.encode())
    assert failures == []
    assert [(p.name, p.id, p.media_type) for p in pages] == [
        ("feed.rss#1", "g1", FRAGMENT),
        ("feed.rss#2", "https://ledger.example/2", FRAGMENT),
    ]
    assert pages[0].body == b"<p>The envoys met again.</p><p>They parted late.</p>"
    assert pages[1].body == b"The envoys parted."
    assert (pages[0].title, pages[0].outlet, pages[0].url) == (
        "Talks resume",
        "The Oslo Ledger",
        "https://ledger.example/1",
    )


def test_the_time_stays_in_the_zone_of_the_publisher(read):
    assert read("feed.rss", RSS.encode())[0][0].published == "Tue, 04 Mar 2031 23:30:00 -0500"
    assert read("feed.atom", ATOM.encode())[0][0].published == "2031-03-04T23:30:00-05:00"


@pytest.mark.parametrize("written", ["2031-03", "some day in March", ""])
def test_a_time_that_names_no_day_is_unknown(read, written):
    odd = RSS.replace("Tue, 04 Mar 2031 23:30:00 -0500", written)
    assert read("feed.rss", odd.encode())[0][0].published == ""


def test_an_atom_summary_in_plain_text_stays_plain(read):
    (page,), failures = read("feed.xml", ATOM.encode())
    assert (page.id, page.media_type, page.body) == ("urn:1", PLAIN, b"The envoys met again.")
    assert failures == []


def test_an_item_of_a_json_feed_is_a_page(read):
    pages, failures = read("feed.json", JSON_FEED.encode())
    assert [(p.id, p.media_type, p.body) for p in pages] == [
        ("g1", FRAGMENT, b"<p>The envoys met.</p>"),
        ("2", PLAIN, b"The envoys parted."),
    ]
    assert pages[1].published == "2031-03-05T08:00:00+01:00"
    assert failures == []


def test_the_categories_of_an_entry_are_its_sections(read):
    filed = RSS.replace("<guid>g1", "<category>Opinion</category><category>Oslo</category><guid>g1")
    assert [page.section for page in read("feed.rss", filed.encode())[0]] == ["Opinion\nOslo", ""]
    items = [{**ITEMS[0], "tags": ["Editorial"]}, {**ITEMS[1], "tags": None}]
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Oslo Ledger", "items": items})
    assert [page.section for page in read("feed.json", body.encode())[0]] == ["Editorial", ""]


def test_the_name_of_the_channel_gives_way_to_the_outlet_that_the_caller_names(read, defaults):
    pages, _ = read("feed.rss", RSS.encode(), Defaults(fetched=defaults.fetched, outlet="Ledger"))
    assert {p.outlet for p in pages} == {"Ledger"}


@pytest.mark.parametrize(
    ("name", "body", "read_pages", "message"),
    [
        ("a.rss", RSS[:-18], 2, "a.rss: broken feed, 2 entries could be read; fetch it again"),
        ("a.rss", RSS[:60], 0, "a.rss: no RSS or Atom feed; fetch it again"),
        ("a.xml", "<library><book/></library>", 0, "a.xml: no RSS or Atom feed; fetch it again"),
        ("a.atom", "odd bytes", 0, "a.atom: no RSS or Atom feed; fetch it again"),
        ("a.json", JSON_FEED[:-9], 0, "a.json: broken JSON Feed (Input data was truncated); fetch it again"),
        (
            "a.rss",
            RSS.replace("<description>The envoys parted.</description>", ""),
            1,
            "a.rss: 1 of 2 entries hold no text; read their pages, https://ledger.example/2 first",
        ),
    ],
)
def test_a_broken_feed_gives_what_can_be_read_and_one_line(read, name, body, read_pages, message):
    pages, failures = read(name, body.encode())
    assert len(pages) == read_pages
    assert failures == [message]


def test_an_undeclared_entity_in_a_whole_feed_is_no_failure(read):
    pages, failures = read("a.rss", RSS.replace("A teaser.", "A&nbsp;teaser.").encode())
    assert (len(pages), failures) == (2, [])


def test_entities_that_swell_are_refused(read):
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
    )
    pages, _ = read(
        "a.rss", (bomb + "]><rss><channel><item><description>&j;</description></item></channel></rss>").encode()
    )
    assert all(len(p.body) < 1_000 for p in pages)


LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
QUADRATIC = f'<!DOCTYPE rss [<!ENTITY a "{"h" * 10_000}">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [LAUGHS, QUADRATIC, OUTSIDE, OUTSIDE.replace("ENTITY a", "ENTITY % a")])
@pytest.mark.parametrize("coding", ["utf-8", "utf-16", "utf-7", "cp037"])
@pytest.mark.parametrize("end", ["</description></item></channel></rss>", ""])  # whole, and broken off
def test_a_feed_that_declares_entities_is_not_read_however_it_is_coded(declared, coding, end):
    head = f'<?xml version="1.0" encoding="{coding}"?>'
    feed = f'{head}{declared}<rss version="2.0"><channel><item><description>{"&a;" * 1000}{end}'
    got = parse_feed(feed.encode(coding))
    assert (got.entries, got.fault[:38]) == ((), "it declares entities of its own, which")


def test_a_feed_that_only_tells_of_entities_is_read():
    got = parse_feed(RSS.replace("A teaser.", "<![CDATA[Write <!ENTITY a 'b'> in the head.]]>").encode())
    assert (len(got.entries), got.fault) == (2, "")


def test_a_json_feed_nested_without_end_is_one_line():
    got = parse_json_feed(b'{"items": [], "more": ' + b"[" * 100_000)
    assert got.fault.startswith("broken JSON Feed (maximum recursion depth exceeded")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met.", True),
        ("<p>" + "The envoys met in the old town hall. " * 20 + "</p>", False),
        ("<p>" + "The envoys met in the old town hall. " * 20 + "They then […]</p>", True),
        ("<p>" + "The envoys met in the old town hall. " * 20 + "They then&hellip;</p>", True),
        ("<img src='" + "x" * 900 + "'> The envoys met.", True),
    ],
)
def test_a_short_text_or_one_with_an_ellipsis_at_its_end_is_a_summary(text, expected):
    entry = Entry(id="", url="", title="", outlet="", published="", text=text, markup=True)
    assert is_summary(entry) is expected
