"""Teach a pruned encoder to say what its teacher says: of texts with gold, and of those that nobody has marked.

    python training/statements/distil.py STUDENT.pt TEACHER.pt LABELS.json TOKENIZER.json TRAIN.json STATUS.json \\
        MORE.json DEV.json LESSONS --gold DEV.jsonl --out DIR [--epochs 6] [--seed 1]

STUDENT.pt is of prune.py, LESSONS the folder of lessons.py; each epoch takes one of its rounds, one after another.
--out gets the weights of each epoch (a moving mean, as in train.py), final.pt and log.txt.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from encoder import StatementEncoder
from lessons import SHOWN, Lesson, lessons, read_tokenizer, texts_of
from score import content_and_whole, predict, status_figures
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from train import Article, as_tensors, average, speech_loss, status_loss

from dragoman.annotate.speech.learned.windows import Labels, told_of
from export import load

BATCH = 3000
"""Pieces in a batch, padding included."""
LAST, BETWEEN, TAGS, LINKS, STATUS, GOLD = 10.0, 3.0, 5.0, 2.0, 1.0, 0.3
"""What the teacher's last states weigh, those between, its tags, links and status, and what is right."""
WARM = 150
"""Steps until the rate is full."""
KEEP = 0.997
"""Share of the moving mean that a step leaves."""


class Teacher:
    """What the teacher makes of the windows of a round, read from where lessons.py wrote it."""

    def __init__(self, model: StatementEncoder, states: Path) -> None:
        self.model = model
        self.states = np.load(states, mmap_mode="r")

    def of(self, batch: Sequence[Lesson]) -> Tensor:
        """The states [batch, word, shown layer, width] of what the student tells of."""
        out = []
        for one in batch:
            states = self.states[one.at : one.at + len(one.window.pieces)]
            out.append(torch.from_numpy(states[told_of(one.window)].astype(np.float32)))
        return torch.nn.utils.rnn.pad_sequence(out, batch_first=True)


def loss_of(student: StatementEncoder, teacher: Teacher, batch: Sequence[Lesson]) -> tuple[Tensor, list[float]]:
    """How far the student is from its teacher, and from what is right; and each part of it."""
    ids, values, kept, mask, among = as_tensors([one.window for one in batch])
    right = teacher.of(batch)
    with torch.autocast("cpu", torch.bfloat16):
        states = student.states(ids, values, mask, kept, among)
        said = [part.float() for part in student.heads(states[-1])]
    there = among.bool()
    with torch.no_grad():
        meant = teacher.model.heads(right[:, :, -1][there])
    far = [((states[n].float() - right[:, :, at]) ** 2).mean(-1)[there].mean() for at, n in enumerate(SHOWN)]
    tags, links, status = (part[there] for part in said)
    parts = [
        LAST * far[-1],
        BETWEEN * torch.stack(far[:-1]).sum(),
        TAGS
        * functional.kl_div(tags.log_softmax(-1), meant[0].log_softmax(-1), reduction="batchmean", log_target=True),
        LINKS * functional.mse_loss(links, meant[1]),
        STATUS * functional.mse_loss(status, meant[2]),
    ]
    pairs = [(one.text, one.window) for one in batch]
    if isinstance(batch[0].text, Article):
        parts.append(GOLD * speech_loss(said[0], said[1], pairs))
    elif batch[0].text.labels:
        parts.append(GOLD * status_loss(said[2], pairs))
    else:
        parts.append(torch.zeros(()))
    return torch.stack(parts).sum(), [float(part.detach()) for part in parts]


def batches(windows: Sequence[Lesson], rng: random.Random) -> list[list[Lesson]]:
    """Windows of one kind of text and of like length together, the batches in random order."""

    def kind(one: Lesson) -> int:
        return 0 if isinstance(one.text, Article) else 1 if one.text.labels else 2

    windows = sorted(windows, key=lambda one: (kind(one), len(one.window.pieces) // 8, rng.random()))
    out: list[list[Lesson]] = []
    for one in windows:
        fits = out and (len(out[-1]) + 1) * len(one.window.pieces) <= BATCH
        if not fits or kind(out[-1][0]) != kind(one):
            out.append([])
        out[-1].append(one)
    rng.shuffle(out)
    return out


class Course:
    """A student, the mean of its weights, and how far it has come."""

    def __init__(self, student: StatementEncoder, steps: int, rate: float) -> None:
        self.student = student
        self.mean = copy.deepcopy(student)
        student.words.weight.requires_grad = False
        self.learned = [parameter for parameter in student.parameters() if parameter.requires_grad]
        named = dict(self.mean.named_parameters())
        self.kept = [named[name] for name, parameter in student.named_parameters() if parameter.requires_grad]
        self.optimizer = torch.optim.AdamW(self.learned, lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda n: min((n + 1) / WARM, max(0.02, 1 - n / steps))
        )
        self.steps = 0

    def step(self, loss: Tensor) -> None:
        """Learn from a batch."""
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.learned, 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.steps += 1
        keep = min(KEEP, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            torch._foreach_lerp_(self.kept, self.learned, 1 - keep)


def judge(
    model: StatementEncoder, options: argparse.Namespace, tokenizer: Tokenizer, labels: Labels
) -> dict[str, float]:
    """Figures on PolNeAR's development part and on the status held out."""
    dev: list[dict[str, Any]] = json.loads(options.dev.read_text(encoding="utf-8"))
    status = json.loads(options.status.read_text(encoding="utf-8"))
    figures = content_and_whole(options.gold, predict(model.eval(), dev, tokenizer, labels))
    held = [row for row in status if row["split"] == "held"]
    return figures | status_figures(model, held, tokenizer, labels)


def distil(options: argparse.Namespace) -> None:
    """The whole course."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    torch.backends.cuda.enable_flash_sdp(False)  # on a processor, too: its way back is slower than plain attention's
    rng = random.Random(options.seed)
    tokenizer = read_tokenizer(options.tokenizer)
    labels: Labels = json.loads(options.labels.read_text(encoding="utf-8"))
    texts = texts_of(options.train, options.status, options.more)
    rounds = sorted(options.lessons.glob("round*.npy"))
    told = load(options.teacher, options.labels)
    options.out.mkdir(parents=True, exist_ok=True)
    course: Course | None = None
    for epoch in range(1, options.epochs + 1):
        number = int(rounds[(epoch - 1) % len(rounds)].stem.removeprefix("round"))
        teacher = Teacher(told, options.lessons / f"round{number}.npy")
        order = batches(lessons(texts, tokenizer, labels, number), rng)[: options.first]
        if course is None:
            course = Course(load(options.student, options.labels), len(order) * options.epochs, options.rate)
        line = read_epoch(course, teacher, order, epoch)
        torch.save(course.mean.state_dict(), options.out / f"epoch{epoch}.pt")
        line += f" {judge(course.mean, options, tokenizer, labels)}"
        print(line, flush=True)
        with (options.out / "log.txt").open("a", encoding="utf-8") as log:
            log.write(line + "\n")
    last = range(max(1, options.epochs - options.average + 1), options.epochs + 1)
    average([options.out / f"epoch{epoch}.pt" for epoch in last], options.out)


def read_epoch(course: Course, teacher: Teacher, order: Sequence[list[Lesson]], epoch: int) -> str:
    """Learn from the batches of an epoch; a line of what the parts of the loss were."""
    course.student.train()
    started, pieces = time.time(), 0
    sums = np.zeros(6)
    for count, batch in enumerate(order, 1):
        loss, parts = loss_of(course.student, teacher, batch)
        course.step(loss)
        sums += parts
        pieces += sum(len(one.window.pieces) for one in batch)
        if count % 50 == 0 or count == len(order):
            means = " ".join(f"{part:.4f}" for part in sums / ((count - 1) % 50 + 1))
            speed = pieces / (time.time() - started)
            line = f"epoch {epoch} batch {count} of {len(order)} loss {means} {speed:.0f} pieces/s"
            print("  " + line, flush=True)
            sums[:] = 0
    return line


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("student", "teacher", "labels", "tokenizer", "train", "status", "more", "dev", "lessons"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--gold", type=Path, required=True, help="the dev part as it came, for the scorer")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--average", type=int, default=2, help="how many of the last epochs the final weights are of")
    parser.add_argument("--first", type=int, help="so many batches of an epoch, to try something")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    distil(parser.parse_args())


if __name__ == "__main__":
    main()
