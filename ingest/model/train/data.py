"""Arrays that dump.ts wrote, cut into training windows."""
import json
import numpy as np, torch

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
        return [d for d in self.index if str(d["fold"]) == str(self.fold)]

    def used(self):
        return [d for d in self.index if str(d["fold"]) != str(self.fold)]

    def stream(self):
        """Ids and labels of all used documents on one string; −100 (not learned) in the gaps."""
        ids, outer, inner = [], [], []
        blank = torch.zeros(GAP, len(self.columns), dtype=torch.int32)
        nothing = np.full(GAP, -100, np.int64)
        for d in self.used():
            part = slice(d["start"], d["start"] + d["length"])
            own_outer = self.outer[part].astype(np.int64)
            own_inner = np.where(own_outer > 0, self.inner[part].astype(np.int64), -100)
            ids += [self.ids[part], blank]
            outer += [own_outer, nothing]
            inner += [own_inner, nothing]
        return torch.cat(ids), torch.from_numpy(np.concatenate(outer)), torch.from_numpy(np.concatenate(inner))


def windows(length, window, batch, generator):
    """Starts of the windows of one epoch, shifted by chance, in chance order, batch by batch."""
    shift = int(torch.randint(window, (1,), generator=generator))
    starts = torch.arange(shift, length - window, window)
    starts = starts[torch.randperm(len(starts), generator=generator)]
    return starts[: len(starts) // batch * batch].view(-1, batch)
