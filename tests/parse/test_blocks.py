"""Mark-up to paragraphs."""

import pytest
from lxml.html import fragment_fromstring

from dragoman.parse.blocks import block_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>The <b>two</b> si<i>des</i>\n   met\u00a0again.</p>", "The two sides met again."),
        ("Bare <p>Inside</p> tail", "Bare\n\nInside\n\ntail"),
        ("<p>One.<br>Two.<br><br>Three.</p>", "One.\n\nTwo.\n\nThree."),
        ("<blockquote><p>\u201cYes.\u201d</p></blockquote><p>he said.</p>", "\u201cYes.\u201d\n\nhe said."),
        ("<p>He said <q>we agree</q> on Friday.</p>", "He said \u201cwe agree\u201d on Friday."),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("<table><tr><td>One</td><td>Two</td></tr></table>", "One\n\nTwo"),
        ("<p>One.</p><script>x = 1</script><style>p {}</style><!-- no --><p>Two.</p>", "One.\n\nTwo."),
        ("<figure><img><figcaption>A photograph.</figcaption></figure><p>One.</p>", "One."),
        ("<p> </p><p></p>", ""),
    ],
)
def test_blocks_become_paragraphs_and_inline_mark_up_leaves_no_trace(markup, text):
    assert block_text(fragment_fromstring(markup, create_parent="div")) == text


def test_mark_up_that_nests_deep_is_read():
    assert block_text(fragment_fromstring("<b>" * 200 + "One." + "</b>" * 200, create_parent="div")) == "One."
