"""python emit.py OUT MODEL: what each fold's packed weights (int8) say of the documents it never saw.
→ OUT/emissions/{outer,inner}.npy f16 [characters, 53], in the order of OUT/index.json (annotated documents only)."""
import json, os, sys
import numpy as np, torch
from data import Data
from export import dequantised


@torch.no_grad()
def main(out, name):
    torch.set_num_threads(1)
    os.makedirs(f"{out}/emissions", exist_ok=True)
    index = [d for d in json.load(open(f"{out}/index.json")) if d["kind"] != "corpus"]
    total = max(d["start"] + d["length"] for d in index)
    arrays = [np.lib.format.open_memmap(f"{out}/emissions/{head}.npy", "w+", np.float16, (total, 53))
              for head in ("outer", "inner")]
    for fold in range(4):
        model = dequantised(torch.load(f"{out}/fold{fold}/{name}", weights_only=True))
        data = Data(out, fold)
        for d in data.held():
            part = slice(d["start"], d["start"] + d["length"])
            for array, scores in zip(arrays, model(data.ids[part][None])):
                array[part] = scores[0].half().numpy()
        print("fold", fold, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
