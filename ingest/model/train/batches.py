"""What one step learns from: annotated windows, and corpus windows with what teachers think of them."""
import torch
from torch.nn import functional as F
from crf import Sequences, names, runs
from model import load

SMOOTHING, INNER = 0.03, 0.3


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
    """The mean of the teachers' probabilities; inner names count as far as the teachers see an outer one."""

    def __init__(self, data, a):
        self.ids, labels, _ = data.unlabelled()
        self.weight = (labels >= 0).float()
        models = [load(f"{data.folder}/{name}") for name in a.teachers.split(",")]
        self.outer, self.inner = self.think(models)
        print(f"{int(self.weight.sum())} characters labelled by {len(models)}", flush=True)

    @torch.no_grad()
    def think(self, models, piece=4096, rim=64):
        outer = torch.zeros(len(self.ids), 53, dtype=torch.float16)
        inner = torch.zeros(len(self.ids), 53, dtype=torch.float16)
        for start in range(0, len(self.ids), piece):
            low, high = max(0, start - rim), min(len(self.ids), start + piece + rim)
            keep = slice(start - low, start - low + piece)
            both = [scores(model, self.ids[low:high][None]) for model in models]
            for target, which in ((outer, 0), (inner, 1)):
                mean = sum(pair[which].softmax(-1) for pair in both) / len(models)
                target[start : start + piece] = mean[keep].half()
        return outer, inner

    def loss(self, model, at):
        outer, inner = scores(model, self.ids[at])
        own, below = self.outer[at].float().flatten(0, 1), self.inner[at].float().flatten(0, 1)
        weight = self.weight[at].flatten()
        loss = (-(own * outer.log_softmax(-1)).sum(-1) * weight).sum() / weight.sum().clamp(1)
        named = weight * (1 - own[:, 0])
        deep = (-(below * inner.log_softmax(-1)).sum(-1) * named).sum() / named.sum().clamp(1)
        return loss + INNER * deep
