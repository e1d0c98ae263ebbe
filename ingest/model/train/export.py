"""python export.py MODEL.pt TAGGER.bin [REFERENCE.json IDS_FOLDER]: weights to int8 rows with f32 scales, in the format
that ingest/model/network.ts reads:

  u32 length of the header · UTF-8 JSON header, blanks up to a multiple of 8 · blobs, each on a multiple of 16
"""
import json, struct, sys
import numpy as np, torch
from model import TABLES, TYPES, Tagger


def quantise(matrix):
    """Rows [out, …] → int8 and one scale a row; 127 is the row's largest value."""
    rows = matrix.reshape(len(matrix), -1)
    scale = np.maximum(np.abs(rows).max(1), 1e-12) / 127
    return np.rint(rows / scale[:, None]).astype(np.int8), scale.astype(np.float32)


class Blobs:
    def __init__(self):
        self.parts, self.length = [], 0

    def put(self, array):
        self.pad(16)
        offset = self.length
        self.add(array.tobytes())
        return offset

    def pad(self, to):
        self.add(b"\0" * (-self.length % to))

    def add(self, data):
        self.parts.append(data)
        self.length += len(data)


def tensors(state):
    for name, value in state.items():
        if not name.startswith("tables."):
            yield name.replace("blocks.", "block"), value.float().numpy()


def pack(saved):
    shape, state = saved["shape"], saved["state"]
    width, blobs = shape["width"], Blobs()
    header = {"version": 1, "H": width, "dilations": shape["dilations"], "tables": [], "tensors": {}, "types": TYPES}
    for name, (columns, dim, _) in TABLES.items():
        values, scale = quantise(state[f"tables.{name}.weight"].float().numpy())
        header["tables"].append({"name": name, "columns": columns, "rows": len(values), "dim": dim,
                                 "offset": blobs.put(values), "scaleOffset": blobs.put(scale)})
    for name, value in tensors(state):
        if value.ndim == 1:
            header["tensors"][name] = {"shape": list(value.shape), "dtype": "f32", "offset": blobs.put(value)}
            continue
        values, scale = quantise(value)
        dims = [width, 3, width] if ".conv." in name else list(value.shape)
        header["tensors"][name] = {"shape": dims, "dtype": "int8", "offset": blobs.put(values),
                                   "scaleOffset": blobs.put(scale)}
    blobs.pad(16)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-(4 + len(text)) % 8)
    return struct.pack("<I", len(text)) + text + b"".join(blobs.parts)


def dequantised(saved):
    """The network as the packed weights have it."""
    shape = saved["shape"]
    model = Tagger(shape["columns"], shape["rows"], shape["width"], shape["dilations"])
    state = {}
    for name, value in saved["state"].items():
        if value.ndim > 1:
            values, scale = quantise(value.float().numpy())
            value = torch.from_numpy((values * scale[:, None]).reshape(value.shape))
        state[name] = value
    model.load_state_dict(state)
    return model.eval()


@torch.no_grad()
def reference(saved, out, columns, length=64):
    total = columns.shape[1]
    ids = torch.from_numpy(columns[:, 300 : 300 + length].astype(np.int64))
    outer, inner = dequantised(saved)(ids.T[None])
    json.dump({"columns": ids.tolist(), "outer": np.round(outer[0].numpy(), 5).tolist(),
               "inner": np.round(inner[0].numpy(), 5).tolist(), "total": total}, open(out, "w"))


def main():
    saved = torch.load(sys.argv[1], weights_only=True)
    data = pack(saved)
    open(sys.argv[2], "wb").write(data)
    print(f"{len(data):,} bytes")
    if len(sys.argv) > 3:
        columns = np.fromfile(f"{sys.argv[4]}/columns.u16", np.uint16).reshape(len(saved["shape"]["columns"]), -1)
        reference(saved, sys.argv[3], columns)


if __name__ == "__main__":
    main()
