"""Train the statement encoder on prepared PolNeAR and keep the weights that do best on the dev part.

    python training/statements/train.py TRAIN.json DEV.json --bert DIR --out DIR [--epochs 6] [--seed 1]

DIR of --bert holds model.safetensors and tokenizer.json of MiniLM-L6. --out gets the weights of each epoch, final.pt,
labels.json and log.txt.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from pathlib import Path
from typing import Any

import torch
from encoder import AXES, StatementEncoder
from score import content_and_whole, predict, status_figures
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from dragoman.annotate.speech.learned.features import CHANNELS, Word
from dragoman.annotate.speech.learned.windows import Labels, Window, told_of, windows_of

BATCH = 2400
"""Pieces in a batch, padding included."""
FORGET_PARSE = 0.05
"""How often a window is read without its parse, so that a wrong one isn't leant on."""
STATUS_SHARE = 0.3
"""How much the status of events weighs against who said what."""
WEIGHTS = (0.6, 1.0, 1.6, 2.0, 3.0)
"""What an error weighs in each of AXES."""


class Article:
    """An article's words in paragraphs, and what its words are by gold: tags, sources of cues, cues of contents."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.id = row["id"]
        self.paragraphs = [[Word(s, e, w, tuple(v)) for s, e, w, v in words] for words in row["paragraphs"]]
        size = sum(map(len, self.paragraphs))
        breaks = {0}
        total = 0
        for words in self.paragraphs:
            total += len(words)
            breaks.add(total)
        self.tags = [0] * size
        self.source: dict[int, list[int]] = {}
        self.cue: dict[int, list[int]] = {}
        for one in row["attributions"]:
            for number, role in enumerate(("source", "cue", "content")):
                fragments = one["content"] if role == "content" else [one[role]]
                for fragment in fragments:
                    before = -2
                    for n in fragment:
                        new = n != before + 1 or n in breaks
                        self.tags[n] = 2 * number + (1 if new else 2)
                        before = n
            for n in one["cue"]:
                self.source[n] = one["source"]
            for fragment in one["content"]:
                for n in fragment:
                    self.cue[n] = one["cue"]


class Labelled:
    """A text some of whose words have an axis or a certainty: [word, axis, score]."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.paragraphs = [[Word(s, e, w, tuple(v)) for s, e, w, v in words] for words in row["paragraphs"]]
        self.labels = row["labels"]


Pair = tuple[Article | Labelled, Window]


def labels_of(articles: list[Article]) -> dict[str, dict[str, int]]:
    """The values of each channel that training meets, numbered from 1 in the order of the alphabet."""
    met: list[set[str]] = [set() for _ in CHANNELS]
    for article in articles:
        for words in article.paragraphs:
            for word in words:
                for values, value in zip(met, word.values, strict=True):
                    values.add(value)
    return {
        channel: {value: n for n, value in enumerate(sorted(values), 1)}
        for channel, values in zip(CHANNELS, met, strict=True)
    }


Batch = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
"""ids, values, kept, mask and among, as StatementEncoder takes them."""


def as_tensors(windows: list[Window]) -> Batch:
    """A batch of windows, padded to the longest."""
    longest = max(len(window.pieces) for window in windows)
    ids = torch.zeros(len(windows), longest, dtype=torch.long)
    mask = torch.zeros(len(windows), longest, dtype=torch.long)
    values = torch.zeros(len(windows), longest, len(CHANNELS), dtype=torch.long)
    for n, window in enumerate(windows):
        size = len(window.pieces)
        ids[n, :size] = torch.tensor([piece.id for piece in window.pieces])
        mask[n, :size] = 1
        values[n, :size] = torch.tensor([piece.values for piece in window.pieces])
    told = [torch.tensor(told_of(window)) for window in windows]
    kept = nn.utils.rnn.pad_sequence(told, batch_first=True)
    among = nn.utils.rnn.pad_sequence([torch.ones_like(one) for one in told], batch_first=True)
    return ids, values, kept, mask, among


def places_of(window: Window) -> dict[int, int]:
    """Where the encoder tells of each word of a window."""
    return {window.pieces[at].word: n for n, at in enumerate(told_of(window)) if n}


def gold_of(batch: list[Pair], longest: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """tags [b, t] (-100: not scored), scored [b, t], and the two sets of right links [b, t, t]."""
    tags = torch.full((len(batch), longest), -100)
    scored = torch.zeros(len(batch), longest, dtype=torch.bool)
    sources = torch.zeros(len(batch), longest, longest, dtype=torch.bool)
    cues = torch.zeros(len(batch), longest, longest, dtype=torch.bool)
    for n, (article, window) in enumerate(batch):
        places = places_of(window)
        for word, at in places.items():
            tags[n, at] = article.tags[word]
            scored[n, at] = True
            if word in article.source:
                targets = [places[other] for other in article.source[word] if other in places] or [0]
                sources[n, at, targets] = True
            if word in article.cue:
                targets = [places[other] for other in article.cue[word] if other in places]
                cues[n, at, targets] = True
    return tags, scored, sources, cues


def link_loss(questions: Tensor, keys: Tensor, allowed: Tensor, right: Tensor) -> Tensor:
    """Mean of -log of the share that falls on the right ones, over the rows that have any."""
    logits = (questions @ keys.transpose(1, 2)).float() * questions.shape[-1] ** -0.5
    logits = logits.masked_fill(~allowed[:, None, :], -1e4)
    rows = right.any(-1)
    if not rows.any():
        return logits.sum() * 0
    everything = torch.logsumexp(logits[rows], -1)
    good = torch.logsumexp(logits[rows].masked_fill(~right[rows], -1e4), -1)
    return (everything - good).mean()


def loss_of(model: StatementEncoder, batch: list[Pair], rng: random.Random, forget_rules: float) -> Tensor:
    """The loss of one batch: of tags and both links for articles, of axes or of certainty for labelled texts."""
    ids, values, *where = as_tensors([window for _, window in batch])
    for n in range(len(batch)):
        if rng.random() < forget_rules:
            values[n, :, CHANNELS.index("rule")] = 0
        if rng.random() < FORGET_PARSE:
            values[n, :, [CHANNELS.index(name) for name in ("pos", "dep", "head", "name")]] = 0
    with torch.autocast("cpu", torch.bfloat16):
        tags, links, status = model(ids, values, *where)
    if isinstance(batch[0][0], Labelled):
        return status_loss(status.float(), batch)
    return speech_loss(tags.float(), links, batch)


def speech_loss(logits: Tensor, links: Tensor, batch: list[Pair]) -> Tensor:
    """Tags and both links."""
    tags, scored, sources, cues = gold_of(batch, logits.shape[1])
    one, two, three, four = links.chunk(4, dim=-1)
    opening = scored.clone()
    opening[:, 0] = True
    loss = functional.cross_entropy(logits.flatten(0, 1), tags.flatten(), ignore_index=-100)
    return loss + 0.15 * link_loss(one, two, opening, sources) + 0.15 * link_loss(three, four, scored, cues)


def status_loss(status: Tensor, batch: list[Pair]) -> Tensor:
    """Axes by cross entropy, the rare ones weighing more; certainty by a Huber loss."""
    rows, axes, certain, scores = [], [], [], []
    for n, (text, window) in enumerate(batch):
        places = places_of(window)
        for word, axis, score in text.labels:
            if word not in places:
                continue
            if axis is not None:
                rows.append(status[n, places[word], :-1])
                axes.append(AXES.index(axis))
            else:
                certain.append(status[n, places[word], -1])
                scores.append(float(score))
    loss = status.sum() * 0
    if rows:
        loss = loss + functional.cross_entropy(torch.stack(rows), torch.tensor(axes), weight=torch.tensor(WEIGHTS))
    if certain:
        loss = loss + functional.smooth_l1_loss(torch.stack(certain), torch.tensor(scores))
    return STATUS_SHARE * loss


def batches(pairs: list[Pair], rng: random.Random) -> list[list[Pair]]:
    """Windows of like length together, the batches in random order."""
    pairs = sorted(pairs, key=lambda pair: (len(pair[1].pieces) // 16, rng.random()))
    out: list[list[Pair]] = [[]]
    for pair in pairs:
        if out[-1] and (len(out[-1]) + 1) * len(pair[1].pieces) > BATCH:
            out.append([])
        out[-1].append(pair)
    rng.shuffle(out)
    return out


def train(options: argparse.Namespace) -> None:
    """The whole training."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)
    articles = [Article(row) for row in json.loads(options.train.read_text(encoding="utf-8"))]
    dev = json.loads(options.dev.read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(options.bert / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    labels: Labels = labels_of(articles)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "labels.json").write_text(json.dumps(labels, indent=1), encoding="utf-8")
    model = StatementEncoder(tokenizer.get_vocab_size(), [len(labels[name]) + 1 for name in CHANNELS], options.dropout)
    if options.start:
        model.load_state_dict(torch.load(options.start), strict=False)
    else:
        model.load_bert(options.bert / "model.safetensors")
    model.words.weight.requires_grad = False
    heads = (model.values, model.tag, model.link, model.status)
    fresh = [parameter for head in heads for parameter in head.parameters()]
    taken = {id(parameter) for parameter in fresh}
    rest = [p for p in model.parameters() if p.requires_grad and id(p) not in taken]
    optimizer = torch.optim.AdamW(
        [{"params": rest, "lr": options.rate}, {"params": fresh, "lr": 5 * options.rate}], weight_decay=0.01
    )
    status = json.loads(options.status.read_text(encoding="utf-8")) if options.status else []
    known = [Labelled(row) for row in status if row["split"] == "train"]
    held = [row for row in status if row["split"] == "held"]
    steps = options.epochs * (500 + len(known) // 42)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.05 * steps), max(0.02, 1 - n / steps))
    )
    mean = copy.deepcopy(model)
    step = 0
    for epoch in range(1, options.epochs + 1):
        model.train()
        started, total, count = time.time(), 0.0, 0
        lengths = [rng.choice((128, 160, 192, 256)) for _ in articles]
        pairs = [
            (article, window)
            for article, longest in zip(articles, lengths, strict=True)
            for window in windows_of(article.paragraphs, tokenizer, labels, longest)
        ]
        texts = [(text, window) for text in known for window in windows_of(text.paragraphs, tokenizer, labels)]
        order = batches(pairs, rng) + (batches(texts, rng) if texts else [])
        rng.shuffle(order)
        for batch in order:
            loss = loss_of(model, batch, rng, options.forget_rules)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            decay = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                for kept, new in zip(mean.parameters(), model.parameters(), strict=True):
                    kept.lerp_(new, 1 - decay)
            total, count = total + float(loss.detach()), count + 1
            if count % 50 == 0:
                print(
                    f"  epoch {epoch} batch {count} loss {total / count:.4f} {time.time() - started:.0f} s", flush=True
                )
        figures = content_and_whole(options.gold, predict(mean.eval(), dev, tokenizer, labels))
        if held:
            figures |= status_figures(mean, held, tokenizer, labels)
        line = f"epoch {epoch} batches {count} loss {total / count:.4f} {time.time() - started:.0f} s {figures}"
        print(line, flush=True)
        with (options.out / "log.txt").open("a", encoding="utf-8") as log:
            log.write(line + "\n")
        torch.save(mean.state_dict(), options.out / f"epoch{epoch}.pt")
        if epoch == options.stop:
            break
    average([options.out / f"epoch{n}.pt" for n in range(epoch - options.average + 1, epoch + 1)], options.out)


def average(weights: list[Path], out: Path) -> None:
    """The mean of some epochs' weights, written as final.pt."""
    states = [torch.load(path) for path in weights]
    final = {
        name: torch.stack([state[name] for state in states]).mean(0) if value.is_floating_point() else value
        for name, value in states[0].items()
    }
    torch.save(final, out / "final.pt")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--gold", type=Path, required=True, help="the dev part as it came, for the scorer")
    parser.add_argument("--bert", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--status", type=Path, help="what prepare_status.py wrote")
    parser.add_argument("--start", type=Path, help="weights to go on from, instead of --bert's")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument(
        "--stop", type=int, default=0, help="end after this epoch, though rates fall as if for --epochs"
    )
    parser.add_argument("--average", type=int, default=1, help="how many of the last epochs the final weights are of")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument(
        "--forget-rules", type=float, default=0.15, help="share of windows read without the rules' finds"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
