"""Processes of one thread each that compute gradients of small batches as they come free.

On a machine whose cores are busy with other work, threads that split every matrix product wait for
the slowest one thousands of times in a step; processes that each take the next small batch do not.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch import multiprocessing as processes

from .mixture import Batch
from .model import SpanReader, rivalry_loss, span_loss

RIVALRY = 0.5
"""Weight of telling the right one of four passages beside reading each of them."""


class Workers:
    """Owns the processes and, for each, the gradients that it adds up. Close it when done."""

    def __init__(self, reader: SpanReader, count: int) -> None:
        context = processes.get_context("spawn")
        self._trained = [weight for weight in reader.parameters() if weight.requires_grad]
        self._gradients = [[torch.zeros_like(weight).share_memory_() for weight in self._trained] for _ in range(count)]
        self._tasks = context.Queue()
        self._losses = context.Queue()
        reader.share_memory()
        self._processes = [
            context.Process(target=_work, args=(reader, gradients, self._tasks, self._losses), daemon=True)
            for gradients in self._gradients
        ]
        for process in self._processes:
            process.start()

    def gradients(self, batches: list[Batch]) -> tuple[list[Tensor], float]:
        """Float32 gradients of the mean loss over all examples, in the order of the trained weights, and that loss."""
        examples = sum(len(batch.ids) for batch in batches)
        for batch in batches:
            self._tasks.put((batch, len(batch.ids) / examples))
        loss = sum(self._losses.get() for _ in batches)
        summed = []
        for each in zip(*self._gradients, strict=True):
            total = torch.zeros_like(each[0], dtype=torch.float32)
            for gradient in each:
                total += gradient
                gradient.zero_()
            summed.append(total)
        return summed, loss

    def close(self) -> None:
        for _ in self._processes:
            self._tasks.put(None)
        for process in self._processes:
            process.join()


def _work(reader: SpanReader, gradients: list[Tensor], tasks: processes.Queue, losses: processes.Queue) -> None:
    torch.set_num_threads(1)
    trained = [weight for weight in reader.parameters() if weight.requires_grad]
    for weight, gradient in zip(trained, gradients, strict=True):
        weight.grad = gradient
    while (task := tasks.get()) is not None:
        batch, share = task
        start, end = reader(batch.ids, batch.mask, batch.types)
        loss = span_loss(start, end, batch.allowed, batch.start_at, batch.end_at)
        if batch.rivals:
            loss = loss + RIVALRY * rivalry_loss(start, end, batch.allowed)
        loss = loss * share
        loss.backward()
        losses.put(loss.item())
