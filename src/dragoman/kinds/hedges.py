"""How surely a clause about the future is said: by the word that governs or colours it, else by its own modal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dragoman.kinds.denied_reports import denying_verb
from dragoman.kinds.foreseen import said_before
from dragoman.kinds.turned import is_denied, is_dimmed, is_no_sign, is_undoubted
from dragoman.lexicon import Row

if TYPE_CHECKING:
    from dragoman.parsed import Token

GOVERNED = frozenset({"ccomp", "acl", "relcl"})


def hedged(verb: Token, root: Token, row: Row, above: Mapping[str, Row], adverb: Mapping[str, Row]) -> Row:
    """The row of the word that governs or colours the clause ("hopes", "probably"), else the row of its own words.

    `above` and `adverb` are the rows of such words. "No doubt that it will" leaves the row as it is, "no hope that it
    will" is doubtful, so is a report that is denied, and a clause joined to one that is hoped is hoped too.
    """
    for child in (*verb.children, *root.children):
        if child.dep_ == "advmod" and (hedge := adverb.get(child.lower_)):
            return hedge
    if (noun := said_before(root)) is not None and (hedge := above.get(noun.lemma_.lower())):
        return hedge
    clause = _first_joined(root)
    if denying_verb(clause) is not None:
        return above["deny"]
    if clause.dep_ not in GOVERNED:
        return row
    head = clause.head
    hedge = above.get(head.lemma_.lower()) or above.get(head.lower_)
    if clause != root and not (hedge and hedge.means == "hopeful" and row.means == "certain"):
        return row  # "predicts that they will talk and that a truce could hold": each in its own words
    if is_undoubted(head):
        return row
    if (hedge and (is_denied(head) or is_dimmed(head))) or is_no_sign(head):
        return above["doubt"]
    return hedge or row


def _first_joined(root: Token) -> Token:
    """ "They hope that it will hold and that talks will resume": the first of clauses joined by "and" alone."""
    clause = root
    while clause.dep_ == "conj" and clause.head != clause:
        between = {t.lower_ for t in clause.doc[clause.head.i : clause.i] if t.dep_ == "cc"}
        if "but" in between or clause.head.dep_ not in GOVERNED | {"conj"}:
            return root
        clause = clause.head
    return clause
