"""Arrays that dump.ts wrote, cut into training windows."""
import json
import numpy as np, torch

UNLABELLED = 255  # dump.ts: a corpus paragraph that no excerpt holds
GAP = 24  # rows of nothing between documents, wider than the network sees


class Data:
    def __init__(self, out, fold):
        self.fold = fold
        self.folder = f"{out}/fold{fold}"
        tables = json.load(open(f"{self.folder}/tables.json"))
        self.columns, self.rows = tables["columns"], tables["rows"]
        self.index = json.load(open(f"{out}/index.json"))
        total = sum(d["length"] for d in self.index)
        raw = np.fromfile(f"{self.folder}/columns.u16", np.uint16).reshape(len(self.columns), total)
        self.ids = torch.from_numpy(raw.astype(np.int32).T.copy())  # [characters, columns]
        self.outer = np.fromfile(f"{out}/outer.u8", np.uint8)
        self.inner = np.fromfile(f"{out}/inner.u8", np.uint8)

    def held(self):
        return [d for d in self.index if str(d["fold"]) == str(self.fold) and d["kind"] != "corpus"]

    def used(self):
        return [d for d in self.index if str(d["fold"]) != str(self.fold) and d["kind"] != "corpus"]

    def corpus(self):
        return [d for d in self.index if str(d["fold"]) != str(self.fold) and d["kind"] == "corpus"]

    def string(self, documents, learned):
        """Ids and labels of documents on one string; −100 in the gaps and where `learned(outer)` says no."""
        ids, outer, inner = [], [], []
        blank = torch.zeros(GAP, len(self.columns), dtype=torch.int32)
        nothing = np.full(GAP, -100, np.int64)
        for d in documents:
            part = slice(d["start"], d["start"] + d["length"])
            own = self.outer[part].astype(np.int64)
            keep = learned(own)
            ids += [self.ids[part], blank]
            outer += [np.where(keep, own, -100), nothing]
            inner += [np.where(keep & (own > 0), self.inner[part].astype(np.int64), -100), nothing]
        return torch.cat(ids), torch.from_numpy(np.concatenate(outer)), torch.from_numpy(np.concatenate(inner))

    def gold(self):
        return self.string(self.used(), lambda outer: outer < UNLABELLED)

    def unlabelled(self):
        """Corpus reports of the used folds; label 255 where a teacher is to say what it thinks."""
        return self.string(self.corpus(), lambda outer: outer == UNLABELLED)


def windows(length, window, batch, generator):
    """Starts of the windows of one epoch, shifted by chance, in chance order, batch by batch."""
    shift = int(torch.randint(window, (1,), generator=generator))
    starts = torch.arange(shift, length - window, window)
    starts = starts[torch.randperm(len(starts), generator=generator)]
    return starts[: len(starts) // batch * batch].view(-1, batch)
