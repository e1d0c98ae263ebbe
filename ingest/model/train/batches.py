"""What one step learns from: annotated windows, and corpus windows with what teachers think of them."""
import numpy as np, torch
from torch.nn import functional as F
from crf import Sequences, marginals, names, runs
from decode import viterbi
from model import TAGS, load

SMOOTHING, INNER, ROW = 0.03, 0.3, 256


def scores(model, ids):
    with torch.autocast("cpu", torch.bfloat16):
        outer, inner = model(ids)
    return outer.float().flatten(0, 1), inner.float().flatten(0, 1)


class Gold:
    """`sequence` of the loss is that of whole tag sequences, the rest that of single tags."""

    def __init__(self, data, sequence=0.0):
        self.ids, self.outer, self.inner = data.gold()
        self.sequence = sequence

    def loss(self, model, at):
        outer, inner = scores(model, self.ids[at])
        loss = (1 - self.sequence) * self.single(outer, inner, at) if self.sequence < 1 else 0
        return loss + self.sequence * self.whole(outer, inner, at) if self.sequence else loss

    def whole(self, outer, inner, at):
        own, below = self.outer[at], self.inner[at]
        loss = Sequences.apply(outer, own.flatten(), runs(own)) / own.numel()
        named = (own > 0).sum().clamp(1)
        return loss + INNER * Sequences.apply(inner, below.flatten().clamp(min=0), names(own)) / named

    def single(self, outer, inner, at):
        loss = F.cross_entropy(outer, self.outer[at].flatten(), label_smoothing=SMOOTHING)
        inner_labels = self.inner[at].flatten()
        if (inner_labels >= 0).any():
            loss = loss + INNER * F.cross_entropy(inner, inner_labels, label_smoothing=SMOOTHING)
        return loss


class Soft:
    """What teachers think of the corpus: marginals of the outer names, and of inner ones inside their best outer."""

    def __init__(self, data, teachers):
        self.ids, self.labels, _ = data.unlabelled()
        rest = -len(self.ids) % ROW  # whole rows
        self.ids = F.pad(self.ids, (0, 0, 0, rest))
        self.labels = F.pad(self.labels, (0, rest), value=-100)
        outer, inner = self.think([load(f"{data.folder}/{name}") for name in teachers])
        best = np.concatenate([viterbi(part.float().numpy()) for part in outer.view(-1, ROW, TAGS).split(256)])
        self.best = torch.from_numpy(best.astype(np.int64))
        rows = self.labels.view(-1, ROW)
        self.outer = self.marginals(outer, lambda part: runs(rows[part]))
        self.inner = self.marginals(inner, lambda part: names(self.best[part]))
        self.best = torch.where(self.labels >= 0, self.best.flatten(), 0)
        print(f"{int((self.labels >= 0).sum())} characters labelled by {len(teachers)}", flush=True)

    @torch.no_grad()
    def think(self, models, piece=8192, rim=64):
        """Mean scores [n, 53] of the two heads."""
        result = [torch.zeros(len(self.ids), TAGS, dtype=torch.float16) for _ in range(2)]
        for start in range(0, len(self.ids), piece):
            low, high = max(0, start - rim), min(len(self.ids), start + piece + rim)
            both = [scores(model, self.ids[low:high][None]) for model in models]
            for head, target in enumerate(result):
                mean = sum(pair[head] for pair in both) / len(models)
                target[start : start + piece] = mean[start - low : start - low + piece].half()
        return result

    @staticmethod
    def marginals(values, segments, rows=256):
        """In place, row by row."""
        for start in range(0, len(values) // ROW, rows):
            part = slice(start * ROW, (start + rows) * ROW)
            values[part] = marginals(values[part].float(), segments(slice(start, start + rows))).half()
        return values

    def loss(self, model, at):
        outer, inner = scores(model, self.ids[at])
        best = self.best[at]
        loss = Sequences.apply(outer, self.outer[at].float().flatten(0, 1), runs(self.labels[at])) / best.numel()
        named = (best > 0).sum().clamp(1)
        return loss + INNER * Sequences.apply(inner, self.inner[at].float().flatten(0, 1), names(best)) / named
