"""The network, the same as ingest/model/network.ts computes; here in floats and with gradients."""
import numpy as np, torch
from torch import nn
from torch.nn import functional as F

TYPES = "DJESKIFPNHRVL"
TAGS = 1 + 4 * len(TYPES)
# table: columns that share it, width, share of ids hidden while training
TABLES = {
    "char": (["char"], 64, 0.06),
    "bigram": (["bigramLeft", "bigramRight"], 48, 0.3),
    "word": (["word"], 48, 0.2),
    "wordPosition": (["wordPosition"], 8, 0.05),
    "division": (["division"], 10, 0.05),
    "name": (["name", "innerName"], 16, 0.1),
    "quote": (["quote"], 10, 0.02),
    "repeat": (["repeat"], 8, 0.1),
    "chunkStart": (["chunkStart"], 12, 0.05),
    "chunkEnd": (["chunkEnd"], 12, 0.05),
}


NOISE = np.random.Generator(np.random.SFC64(1))


def drop(x, share, training):
    """Dropout from random bytes: four times as fast as torch's on a CPU, where it takes a quarter of a step."""
    if not training or share == 0:
        return x
    bits = NOISE.integers(0, 2**64, x.numel() // 8 + 1, dtype=np.uint64).view(np.uint8)[: x.numel()]
    kept = torch.from_numpy(bits).view(x.shape) >= round(share * 256)
    return x * kept.to(x.dtype).mul_(1 / (1 - share))


class Block(nn.Module):
    def __init__(self, width, dilation, dropout):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.conv = nn.Linear(3 * width, width)  # [out][tap][in]
        self.point = nn.Linear(width, width)
        self.dilation, self.dropout = dilation, dropout

    def forward(self, x):
        y = self.norm(x)
        d = self.dilation
        y = F.pad(y, (0, 0, d, d))
        y = torch.cat([y[:, : -2 * d], y[:, d:-d], y[:, 2 * d :]], -1)
        y = drop(F.relu(self.conv(y)), self.dropout, self.training)
        return x + self.point(y)


class Tagger(nn.Module):
    def __init__(self, columns, rows, width=128, dilations=(1, 2, 4, 8, 1, 2), dropout=0.3, in_dropout=0.2):
        super().__init__()
        dilations = list(dilations)
        self.columns, self.width, self.dilations = columns, width, dilations
        self.dropout, self.in_dropout = dropout, in_dropout
        self.tables = nn.ModuleDict({n: nn.Embedding(rows[c[0]], d) for n, (c, d, _) in TABLES.items()})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.25)
        self.input = nn.Linear(sum(len(c) * d for c, d, _ in TABLES.values()), width)
        self.blocks = nn.ModuleList(Block(width, d, dropout) for d in dilations)
        self.norm = nn.LayerNorm(width)
        self.outer, self.inner = nn.Linear(width, TAGS), nn.Linear(width, TAGS)
        for block in self.blocks:  # each block starts as a small change
            nn.init.normal_(block.point.weight, std=0.5 / np.sqrt(width * len(self.blocks)))
            nn.init.zeros_(block.point.bias)

    def forward(self, ids):
        parts = []
        for name, (columns, _, hidden) in TABLES.items():
            own = ids[..., [self.columns.index(column) for column in columns]]
            if self.training:
                own = own * (torch.rand(own.shape) >= hidden)
            parts.append(self.tables[name](own).flatten(-2))
        x = torch.cat(parts, -1)
        if torch.is_autocast_enabled("cpu"):
            x = x.bfloat16()
        x = self.input(drop(x, self.in_dropout, self.training))
        for block in self.blocks:
            x = block(x)
        x = drop(self.norm(x), self.dropout, self.training)
        return self.outer(x), self.inner(x)

    def start_from(self, vectors, mined):
        """Rows of characters, bigrams and words that word2vec knows, scaled to the spread of the others."""
        for table, keys in (("char", mined["chars"]), ("bigram", mined["bigrams"]), ("word", mined["words"])):
            known = {k: v for k, v in zip(vectors[f"{table}_keys"].tolist(), vectors[f"{table}_vectors"])}
            scale = 0.25 / vectors[f"{table}_vectors"].std()
            weight = self.tables[table].weight.data
            for row, key in enumerate(keys, 1):
                if key in known:
                    weight[row] = torch.from_numpy(known[key] * scale)
            weight[0] = 0


def load(path):
    saved = torch.load(path, weights_only=True)
    shape = saved["shape"]
    model = Tagger(shape["columns"], shape["rows"], shape["width"], shape["dilations"])
    model.load_state_dict(saved["state"])
    return model.eval()
