"""The encoder's side of who said what: words and their features, windows, and what is made of its figures."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.annotate.quotes import find_paragraphs, find_quotes
from dragoman.annotate.speech import find_speech
from dragoman.annotate.speech.cues import read_cues
from dragoman.annotate.speech.layout import Draft, Heard, lay_out
from dragoman.annotate.speech.learned.decode import LINK, Found, Scored, decode
from dragoman.annotate.speech.learned.features import CHANNELS, Word, words_of
from dragoman.annotate.speech.learned.windows import told_of, windows_of
from dragoman.annotate.speech.reconcile import reconcile
from dragoman.lexicon import load_lexicon
from dragoman.models import load_statement_model, parse_text
from dragoman.types import Article, Attribution, Span

LEXICON = load_lexicon()
OUT, SOURCE, CUE, CONTENT = 0, 1, 3, 5


def words(text: str, **layers) -> list[Word]:
    return [word for row in rows_of(text, **layers) for word in row]


def rows_of(text: str, **layers) -> list[list[Word]]:
    return words_of(text, find_paragraphs(text), parse_text(text), find_quotes(text), **layers)


def channel(text: str, name: str, **layers) -> list[str]:
    return [word.values[CHANNELS.index(name)] for word in words(text, **layers)]


# ---- words and their features


def test_a_word_keeps_its_clitic_and_a_mark_is_a_word():
    assert [word.spelling for word in words("Rossi’s port, ''shut''.")] == [
        "Rossi's",
        "port",
        ",",
        '"',
        "shut",
        '"',
        ".",
    ]


def test_straight_and_curly_marks_are_spelled_alike():
    curly, straight = words("“We wait,” he said — ‘now’."), words("\"We wait,\" he said - 'now'.")
    assert [word.spelling for word in curly] == [word.spelling for word in straight]


def test_a_word_is_where_it_stands_in_the_text():
    text = "First line.\n\nThe second, he said."
    assert all(text[word.start : word.end].startswith(word.spelling) for word in words(text))


def test_letter_case_is_told():
    assert channel("NATO said McCoy paid 30 euros.", "shape") == [
        "upper", "lower", "mixed", "lower", "digit", "lower", "mark"
    ]  # fmt: skip


def test_quotes_are_told_with_their_marks():
    assert channel("“We wait,” he said.", "quote") == ["opening", "in", "in", "in", "closing", "out", "out", "out"]


def test_what_the_rules_found_is_told():
    text = "Rossi said it rained."
    found = find_speech(Article(id="a", name="a", text=text), parse_text(text), LEXICON)
    assert channel(text, "rule", found=found)[:4] == [
        "source, first", "cue, first", "content, first", "content"
    ]  # fmt: skip


# ---- windows


def test_the_encoder_tells_of_the_first_piece_of_each_word_of_the_windows_own():
    tokenizer = load_statement_model().tokenizer
    paragraphs = rows_of("Kachine wept.\n\nHe slept at Zvornik, she said.\n\nNo.")
    window, after = windows_of(paragraphs, tokenizer, {name: {} for name in CHANNELS}, 22)
    assert [window.pieces[at].word for at in told_of(window)] == [-1, *range(11)]
    assert [after.pieces[at].word for at in told_of(after)] == [-1, 11, 12]


# ---- from figures to attributions


def scored(tags: list[int], source_of: dict[int, int], cue_of: dict[int, int], paragraphs=None) -> Scored:
    """Figures that say `tags` outright, with cue words pointing at source words (-1: none), content words at cues."""
    size = len(tags)
    logits = np.full((size, 7), -5.0, dtype=np.float32)
    logits[range(size), tags] = 5.0
    keys = np.eye(LINK, dtype=np.float32)
    links = np.zeros((size, 4 * LINK), dtype=np.float32)
    links[:, LINK : 2 * LINK] = keys[1 : size + 1]
    links[:, 3 * LINK :] = keys[1 : size + 1]
    none = np.zeros(4 * LINK, dtype=np.float32)
    none[LINK : 2 * LINK] = keys[0]
    for at, target in source_of.items():
        links[at, :LINK] = 100 * keys[target + 1]
    for at, target in cue_of.items():
        links[at, 2 * LINK : 3 * LINK] = 100 * keys[target + 1]
    status = np.zeros((size, 6), dtype=np.float32)
    return Scored(range(size), paragraphs or [0] * size, logits, links, none, status)


def test_a_cue_takes_the_source_and_a_content_the_cue_that_it_points_at():
    figures = scored([SOURCE, CUE, CONTENT, CONTENT + 1], {1: 0}, {2: 1, 3: 1})
    assert decode(figures) == [Found((0,), (1,), ((2, 3),))]


def test_two_cues_may_share_a_source():
    figures = scored([SOURCE, CUE, CONTENT, CUE, CONTENT], {1: 0, 3: 0}, {2: 1, 4: 3})
    assert [one.source for one in decode(figures)] == [(0,), (0,)]


def test_a_content_in_parts_has_one_cue():
    figures = scored([CONTENT, SOURCE, CUE, CONTENT], {2: 1}, {0: 2, 3: 2})
    assert decode(figures) == [Found((1,), (2,), ((0,), (3,)))]


def test_a_cue_may_have_no_source():
    figures = scored([SOURCE, CUE, CONTENT], {1: -1}, {2: 1})
    assert decode(figures) == [Found((), (1,), ((2,),))]


def test_a_cue_without_content_says_nothing():
    assert decode(scored([SOURCE, CUE, OUT], {1: 0}, {})) == []


def test_a_content_that_points_all_over_the_place_is_none():
    assert decode(scored([SOURCE, CUE, CONTENT, OUT, OUT, OUT, OUT], {1: 0}, {})) == []


def test_an_inside_without_a_begin_and_one_over_a_paragraph_are_unlawful():
    figures = scored([OUT, CUE, CONTENT, CONTENT + 1], {1: -1}, {2: 1, 3: 1}, paragraphs=[0, 0, 0, 1])
    assert all(max(part) < 3 or min(part) == 3 for one in decode(figures) for part in one.contents)


@pytest.mark.parametrize(("lead", "parts"), [(1.0, ((2, 3, 4),)), (4.0, ((2,), (4,)))])
def test_a_content_with_one_doubtful_word_is_one(lead, parts):
    """A word that is outside by more than a second begin costs parts it, and only such a word."""
    figures = scored([OUT, CUE, CONTENT, OUT, CONTENT], {1: -1}, {2: 1, 3: 1, 4: 1})
    figures.tags[3, CONTENT + 1] = 5.0 - lead
    figures.tags[4, CONTENT + 1] = 5.0
    assert [one.contents for one in decode(figures)] == [parts]


def test_a_content_that_is_hardly_likelier_than_none_is_none():
    figures = scored([OUT, CUE, CONTENT], {1: -1}, {2: 1})
    figures.tags[2, OUT] = 4.0
    assert decode(figures) == []


def test_no_words_give_nothing():
    assert decode(Scored([], [], np.zeros((0, 7)), np.zeros((0, 4 * LINK)), np.zeros(4 * LINK), np.zeros((0, 6)))) == []


# ---- the two accounts as one


def reconciled(text: str, ruled: list[tuple[Draft, Attribution]], heard: list[Heard]) -> list[Draft]:
    return reconcile(lay_out(text, parse_text(text)), read_cues(LEXICON), ruled, heard)


def draft(source: Span, cue: Span, content: Span, rule: str, depth: int = 0) -> tuple[Draft, Attribution]:
    made = Draft(source=(source,), cue=(cue,), content=(content,), at=cue.start, rule=rule)
    form = "indirect"
    return made, Attribution(source=(source,), cue=(cue,), content=(content,), form=form, depth=depth, rule=rule)


TEXT = "Rossi said that it rained on Monday."
SAID = draft(Span(0, 5), Span(6, 10), Span(11, 25), "said.that")


def test_what_was_heard_of_a_cue_has_the_meaning_that_the_rules_give_it():
    (one,) = reconciled(TEXT, [SAID], [Heard((Span(0, 5),), Span(6, 10), (Span(11, 35),))])
    assert (one.content, one.rule) == ((Span(11, 35),), "said.that")


def test_words_that_only_the_rules_found_are_believed_and_thoughts_are_not():
    thought = draft(Span(0, 5), Span(6, 10), Span(11, 25), "thought.believe")
    assert reconciled(TEXT, [SAID], []) == [SAID[0]]
    assert reconciled(TEXT, [thought], []) == []


@pytest.mark.parametrize(
    ("text", "cue", "content", "kept"),
    [
        ("Crews demanding a port met Rossi.", "demanding", "a port", 0),
        ("Crews may demand a port.", "may demand", "a port", 0),
        ("Crews are demanding a port.", "are demanding", "a port", 1),
        ("Crews did demand a port.", "did demand", "a port", 1),
        ("Trade will suffer, Crews demand.", "demand", "Trade will suffer", 0),
    ],
)
def test_a_verb_that_tells_nothing_and_a_cue_behind_its_words_are_believed_only_if_heard(text, cue, content, kept):
    at, begin, who = text.index(cue), text.index(content), text.index("Crews")
    words = Span(begin, begin + len(content))
    ruled = draft(Span(who, who + 5), Span(at, at + len(cue)), words, "asked.demand")
    assert len(reconciled(text, [ruled], [])) == kept
    assert len(reconciled(text, [ruled], [Heard(ruled[0].source, ruled[0].cue[0], (words,))])) == 1


def test_what_somebody_offers_is_speech_only_if_it_is_heard():
    text = "Rossi offers boats."
    offer = draft(Span(0, 5), Span(6, 12), Span(13, 18), "said.promise_thing")
    assert reconciled(text, [offer], []) == []
    assert len(reconciled(text, [offer], [Heard((Span(0, 5),), Span(6, 12), (Span(13, 18),))])) == 1


def test_what_the_rules_found_gives_way_to_what_was_heard_in_the_same_words():
    other = Heard((Span(29, 35),), Span(26, 28), (Span(11, 16),))
    found = reconciled(TEXT, [draft(Span(0, 5), Span(6, 10), Span(11, 25), "said.that")], [other])
    assert [one.content for one in found] == [(Span(11, 16),)]


def test_who_stands_behind_what_a_cue_before_it_says_is_not_its_source():
    text = "Rossi asked Lund to come, which worried Moreau."
    ruled = draft(Span(0, 5), Span(6, 11), Span(12, 24), "asked.urge")
    (one,) = reconciled(text, [ruled], [Heard((Span(40, 46),), Span(6, 11), (Span(12, 24),))])
    assert one.source == (Span(0, 5),)


@pytest.mark.parametrize("surer", [draft(Span(0, 5), Span(6, 10), Span(11, 25), "said.that", depth=1),
                                   draft(Span(0, 5), Span(6, 10), Span(11, 25), "said.turn")])  # fmt: skip
def test_speech_in_speech_and_turns_are_the_rules(surer):
    assert reconciled(TEXT, [surer], []) == [surer[0]]


def test_a_turn_keeps_its_words_whatever_was_heard_in_it():
    turn = draft(Span(0, 5), Span(6, 10), Span(11, 25), "said.turn")
    assert reconciled(TEXT, [turn], [Heard((Span(0, 5),), Span(6, 10), (Span(11, 15),))]) == [turn[0]]


def test_what_is_heard_in_another_sentence_than_the_cue_counts_only_in_quotation_marks():
    text = "Rossi said that it rained. The port was shut. “We wait.”"
    parts = (Span(11, 25), Span(27, 44), Span(46, 56))
    (one,) = reconciled(text, [], [Heard((Span(0, 5),), Span(6, 10), parts)])
    assert one.content == (parts[0], parts[2])


def test_a_cue_that_nobody_is_named_for_means_nothing():
    (one,) = reconciled(TEXT, [], [Heard((), Span(6, 10), (Span(11, 35),))])
    assert one.rule == "heard.other"


def test_a_cue_that_the_rules_missed_means_what_its_word_means():
    (one,) = reconciled(TEXT, [], [Heard((Span(0, 5),), Span(6, 10), (Span(11, 35),))])
    assert one.rule.startswith("said.")


@pytest.mark.parametrize(("heard", "kept"), [([], 0), ([Heard((Span(0, 5),), Span(6, 10), (Span(11, 33),))], 2)])
def test_a_thought_inside_speech_is_the_rules_only_where_that_speech_stands(heard, kept):
    text = "Rossi said that Lim believed them."
    thought = draft(Span(16, 19), Span(20, 28), Span(29, 33), "thought.believe", depth=1)
    assert len(reconciled(text, [thought], heard)) == kept


@pytest.mark.parametrize(("text", "source", "whole"), [
    ("Mrs. Rossi said that it rained.", (0, 4), (0, 10)),
    ("Although the harbour bank said that it rained, they left.", (9, 12), (9, 25)),
    ("Rossi said that it rained.", (0, 5), (0, 5)),
    ("The envoys of Veld said that it rained.", (0, 10), (0, 10)),
])  # fmt: skip
def test_a_source_that_ends_before_its_noun_takes_it_in(text, source, whole):
    cue = text.index("said")
    (one,) = reconciled(text, [], [Heard((Span(*source),), Span(cue, cue + 4), (Span(cue + 5, len(text) - 1),))])
    assert one.source == (Span(*whole),)


@pytest.mark.parametrize(("heard", "source"), [((0, 5), (0, 5)), ((21, 23), (0, 18))])
def test_a_headline_is_said_by_whom_is_heard_within_its_label(heard, source):
    """ "Rossi on the truce: No deal yet" is said by Rossi, and not by what stands outside the label."""
    text = "Rossi on the truce: No deal yet."
    headline = draft(Span(0, 18), Span(18, 19), Span(20, 31), "said.label")
    (one,) = reconciled(text, [headline], [Heard((Span(*heard),), Span(18, 19), (Span(20, 31),))])
    assert (one.source, one.rule) == ((Span(*source),), "said.label")


def test_what_a_thing_promises_is_believed_only_if_it_is_heard():
    text = "They met over rules that promise calm."
    promise = draft(Span(20, 24), Span(25, 32), Span(33, 37), "said.vow")
    assert reconciled(text, [promise], []) == []


def test_of_two_rules_of_one_cue_that_of_the_layout_is_taken():
    text = "“We wait.” - Rossi"
    loose, signed = (draft(Span(13, 18), Span(11, 12), Span(0, 10), rule) for rule in ("said.any_verb", "said.signed"))
    heard = Heard((Span(13, 18),), Span(11, 12), (Span(0, 10),))
    assert [one.rule for one in reconciled(text, [loose, signed], [heard])] == ["said.signed"]
