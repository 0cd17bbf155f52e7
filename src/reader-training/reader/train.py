"""Fine-tunes the reader within a budget of wall-clock time, or of steps, resumable.

    python -m reader.train --base base.onnx --tokenizer tokenizer.json --data train.jsonl --out DIR --minutes 70

The learning rate rises over the first twenty-fifth of the budget and then falls on a straight line to zero at its
end. Time is what a run that ships is given, so that it ends when it should on a busy machine too; runs that are
compared with each other are given the same number of steps.
"""

from __future__ import annotations

import argparse
import re
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import torch

from .base_weights import CONFIG
from .encoding import PairEncoder
from .example import read_examples
from .mixture import SHARES, Mixture
from .model import SpanReader, new_reader
from .released import released_weights
from .workers import Workers

SEED = 20261124
WARM_UP = 0.04
WEIGHT_DECAY = 0.01
HEAD_RATE = 10  # the head begins from nothing, the encoder does not
LARGEST_GRADIENT = 1.0
FROZEN = re.compile(r"encoder\.(embeddings|encoder\.layer\.[01])\.")


class MixedPrecision:
    """A bfloat16 network to compute with and the float32 weights that are updated.

    Embeddings and the lowest layers stay as they were: they know words and phrases already, most words are seen too
    seldom to be learnt anew, and what they would cost trains on more examples instead.
    """

    def __init__(self, reader: SpanReader, rate: float) -> None:
        self.reader = reader
        reader.encoder.to(torch.bfloat16)
        for name, weight in reader.named_parameters():
            weight.requires_grad = not FROZEN.match(name)
        self._trained = {name: weight for name, weight in reader.named_parameters() if weight.requires_grad}
        self.masters = {name: weight.detach().float().clone() for name, weight in self._trained.items()}
        groups: dict[tuple[bool, bool], list[torch.Tensor]] = {}
        for name, master in self.masters.items():
            groups.setdefault((name.startswith("head"), master.dim() > 1), []).append(master)
        self.optimizer = torch.optim.AdamW(
            [
                {"params": weights, "scale": HEAD_RATE if head else 1, "weight_decay": WEIGHT_DECAY if matrix else 0.0}
                for (head, matrix), weights in groups.items()
            ],
            lr=rate,
            betas=(0.9, 0.98),
            fused=True,
        )
        self._rate = rate

    def load_masters(self, masters: dict[str, torch.Tensor]) -> None:
        for name, master in self.masters.items():
            master.copy_(masters[name])
        self._spread()

    def step(self, gradients: list[torch.Tensor], factor: float) -> None:
        """Applies gradients, given in the order of the trained weights, at ``factor`` times the peak rate."""
        for master, gradient in zip(self.masters.values(), gradients, strict=True):
            master.grad = gradient
        torch.nn.utils.clip_grad_norm_(self.masters.values(), LARGEST_GRADIENT)
        for group in self.optimizer.param_groups:
            group["lr"] = self._rate * factor * group["scale"]
        self.optimizer.step()
        self._spread()

    def _spread(self) -> None:
        with torch.no_grad():
            for name, weight in self._trained.items():
                weight.copy_(self.masters[name])


@dataclass
class Progress:
    """Where a run stands: the next step is number ``skip`` of pool ``pool``."""

    spent: float = 0.0
    pool: int = 0
    skip: int = 0
    steps: int = 0
    seen: int = 0


def rate_factor(done: float) -> float:
    """Share of the peak rate at ``done`` of the budget, both in [0, 1]."""
    return min(done / WARM_UP, (1 - done) / (1 - WARM_UP)) if done < 1 else 0.0


def save(file: Path, trainer: MixedPrecision, progress: Progress) -> None:
    """Replaces the checkpoint in one move, so that a cut-off run leaves a whole one."""
    state = {"masters": trainer.masters, "optimizer": trainer.optimizer.state_dict(), **asdict(progress)}
    torch.save(state, file.with_suffix(".part"))
    file.with_suffix(".part").replace(file)


def resume(file: Path, trainer: MixedPrecision, first_pool: int = 0) -> Progress:
    """Continues from a checkpoint, or begins anew with pool ``first_pool`` where there is none."""
    if not file.exists():
        return Progress(pool=first_pool)
    saved = torch.load(file, weights_only=True)
    trainer.load_masters(saved["masters"])
    trainer.optimizer.load_state_dict(saved["optimizer"])
    return Progress(**{field.name: saved[field.name] for field in fields(Progress)})


def train(
    trainer: MixedPrecision,
    mixture: Mixture,
    workers: Workers,
    file: Path,
    done: Callable[[Progress], float],
    every: float,
    first_pool: int = 0,
) -> Progress:
    """Trains until ``done``, a share of the budget, is 1, with a checkpoint after every ``every`` seconds and then."""
    progress = resume(file, trainer, first_pool)
    mean_loss, saved_at = None, progress.spent
    while done(progress) < 1:
        steps = mixture.steps(progress.pool)
        for batches in steps[progress.skip :]:
            began = time.monotonic()
            gradients, loss = workers.gradients(batches)
            trainer.step(gradients, rate_factor(done(progress)))
            mean_loss = loss if mean_loss is None else 0.97 * mean_loss + 0.03 * loss
            progress.spent += time.monotonic() - began
            progress.steps += 1
            progress.skip += 1
            progress.seen += sum(len(batch.ids) for batch in batches)
            if progress.steps % 20 == 0:
                print(f"{progress} loss {mean_loss:.3f}", flush=True)
            if progress.spent - saved_at > every:
                saved_at = progress.spent
                save(file, trainer, progress)
            if done(progress) >= 1:
                break
        else:
            progress.pool, progress.skip = progress.pool + 1, 0
    save(file, trainer, progress)
    return progress


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True, help="fp32 ONNX file of the embedding model")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="train.jsonl of reader.prepare")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoint.pt; one there is continued")
    budget = parser.add_mutually_exclusive_group(required=True)
    budget.add_argument("--minutes", type=float, help="training time in all, over all resumes")
    budget.add_argument("--steps", type=int, help="steps in all, over all resumes")
    parser.add_argument("--without", default=[], nargs="*", metavar="SET", choices=SHARES, help="sets to leave out")
    parser.add_argument("--seed", type=int, default=SEED, help="of the head's first weights and the order of examples")
    parser.add_argument("--rate", type=float, default=1e-4, help="peak learning rate")
    parser.add_argument("--workers", type=int, default=2, help="processes, one for each core")
    parser.add_argument("--checkpoint-minutes", type=float, default=8)
    parser.add_argument("--released", type=Path, help="a reader.onnx to go on from, instead of an untrained head")
    parser.add_argument("--first-pool", type=int, default=0, help="pools of examples to pass over, seen already")
    arguments = parser.parse_args()

    # Without this a terminated run would leave its workers behind: only a regular exit ends them.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    torch.manual_seed(arguments.seed)
    CONFIG.hidden_dropout_prob = CONFIG.attention_probs_dropout_prob = 0.0
    # Flash attention is the slower one here: on a CPU its backward pass takes twice as long.
    CONFIG._attn_implementation = "eager"
    trainer = MixedPrecision(new_reader(arguments.base).train(), arguments.rate)
    if arguments.released:
        trainer.load_masters(released_weights(arguments.released))
    examples = [example for example in read_examples(arguments.data) if example.source not in arguments.without]
    mixture = Mixture(examples, PairEncoder(arguments.tokenizer), arguments.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)
    workers = Workers(trainer.reader, arguments.workers)
    file = arguments.out / "checkpoint.pt"

    def done(progress: Progress) -> float:
        if arguments.steps is not None:
            return progress.steps / arguments.steps
        return progress.spent / (arguments.minutes * 60)

    every = arguments.checkpoint_minutes * 60
    progress = train(trainer, mixture, workers, file, done, every, arguments.first_pool)
    workers.close()
    print("done:", progress)


if __name__ == "__main__":
    main()
