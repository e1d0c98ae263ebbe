"""Boosted trees that decide which names of a report are kept.

    pip install lightgbm numpy;  python train.py ROWS OUT

reads those of ROWS/rows-{0..3}.* that exist and affixes-*.json (rows.ts), prints what each left-out quarter of the places scores, and
writes OUT/rerank.json from all rows, and OUT/fold{k}/rerank.json from all but quarter k (to score whole reports with).
"""
import json, os, sys
import lightgbm as lgb
import numpy as np

FOLDS = 4
TREES = 300
GOLD_WEIGHT = 3.0
SURE = 0.8
PARAMS = dict(objective="binary", learning_rate=0.05, num_leaves=8, min_data_in_leaf=60, feature_fraction=0.6,
              bagging_fraction=0.8, bagging_freq=1, lambda_l2=5.0, seed=1, num_threads=1, verbose=-1,
              deterministic=True, force_row_wise=True)
TYPES = ["District", "Project", "Enterprise", "Initiative", "Park", "Institution", "Infrastructure", "Place",
         "Industry", "Honor", "Person", "Event", "Policy"]


def load(folder):
    folds = []
    for k in range(FOLDS):
        if not os.path.exists(f"{folder}/rows-{k}.json"):
            continue
        meta = json.load(open(f"{folder}/rows-{k}.json"))
        data = np.fromfile(f"{folder}/rows-{k}.f32", np.float32).reshape(-1, len(meta["numbers"]) + 1)
        gold = np.concatenate([np.full(len(d["rows"]), d["kind"] == "gold") for d in meta["documents"]])
        types = np.array([r["type"] for d in meta["documents"] for r in d["rows"]])
        folds.append(dict(k=k, meta=meta, x=data[:, :-1], y=data[:, -1], gold=gold, types=types))
    return folds


def split(fold):
    """One fold alone: its places in four parts."""
    places = sorted({d["place"] for d in fold["meta"]["documents"]})
    parts = []
    for k in range(FOLDS):
        mine = [places.index(d["place"]) % FOLDS == k for d in fold["meta"]["documents"]]
        mask = np.repeat(mine, [len(d["rows"]) for d in fold["meta"]["documents"]])
        documents = [d for d, m in zip(fold["meta"]["documents"], mine) if m]
        parts.append(dict(k=fold["k"], meta=dict(fold["meta"], documents=documents),
                          **{n: fold[n][mask] for n in ("x", "y", "gold", "types")}))
    return parts


def learn(folds):
    x, y = np.concatenate([f["x"] for f in folds]), np.concatenate([f["y"] for f in folds])
    weight = np.where(np.concatenate([f["gold"] for f in folds]), GOLD_WEIGHT, 1.0)
    return lgb.train(PARAMS, lgb.Dataset(x, y, weight=weight), TREES)


def counts(fold, kept, kind="gold", only=None):
    """[tp, fp, fn] as shared/score.py counts entities: a report's names are a set, an entity is found once."""
    total, at = np.zeros(3, int), 0
    for document in fold["meta"]["documents"]:
        rows = document["rows"]
        mask = kept[at : at + len(rows)]
        at += len(rows)
        if document["kind"] != kind:
            continue
        chosen = [r for r, k in zip(rows, mask) if k and (only is None or r["type"] == only)]
        hits = {r["entity"] for r in chosen if r["entity"] >= 0}
        wrong = sum(r["entity"] < 0 for r in chosen)
        if only is None:
            there = document["entities"]
        else:
            there = sum(t == only for t in document["types"])
        total += [len(hits), wrong, max(0, there - len(hits))]
    return total


def f1(c):
    tp, fp, fn = c
    return 2 * tp / max(1, 2 * tp + fp + fn)


def likeliest(fold, scores):
    """As rerank.ts: one type a name in a report, others only if they are sure."""
    out, at = scores.copy(), 0
    for document in fold["meta"]["documents"]:
        best = {}
        for i, row in enumerate(document["rows"], at):
            best[row["key"]] = max(best.get(row["key"], 0), scores[i])
        for i, row in enumerate(document["rows"], at):
            if scores[i] < min(best[row["key"]], SURE):
                out[i] = 0
        at += len(document["rows"])
    return out


def show(name, c):
    tp, fp, fn = c
    print(f"{name:34s} P {tp / max(1, tp + fp):.3f} R {tp / max(1, tp + fn):.3f} F {f1(c):.4f}", flush=True)


def best_least(folds, scores):
    grid = np.arange(0.3, 0.75, 0.01)
    values = np.array([f1(sum(counts(f, s >= t) for f, s in zip(folds, scores))) for t in grid])
    smooth = np.convolve(np.pad(values, 3, mode="edge"), np.ones(7) / 7, "valid")
    return float(grid[smooth.argmax()])


def flatten(tree):
    out = dict(feature=[], threshold=[], left=[], right=[], leaf=[])

    def visit(node):
        if "leaf_value" in node:
            out["leaf"].append(float(f"{node['leaf_value']:.4g}"))
            return -len(out["leaf"])
        at = len(out["feature"])
        out["feature"].append(node["split_feature"])
        out["threshold"].append(float(f"{node['threshold']:.5g}"))
        out["left"].append(0)
        out["right"].append(0)
        out["left"][at] = visit(node["left_child"])
        out["right"][at] = visit(node["right_child"])
        return at

    visit(tree["tree_structure"])
    return out


def write(path, model, numbers, least, affixes):
    trees = [flatten(t) for t in model.dump_model()["tree_info"]]
    file = dict(numbers=numbers, least={t: round(least, 2) for t in TYPES}, trees=trees, **json.load(open(affixes)))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        json.dump(file, f, ensure_ascii=False, separators=(",", ":"))
    print(path, os.path.getsize(path) // 1000, "kB")


def report(folds, scores, leasts):
    plain = [f["x"][:, f["meta"]["numbers"].index("chosen")] > 0 for f in folds]
    kept = [s >= t for s, t in zip(scores, leasts)]
    for kind in ("gold", "spans"):
        show(f"{kind}: Viterbi", sum(counts(f, p, kind) for f, p in zip(folds, plain)))
        show(f"{kind}: reranked", sum(counts(f, s, kind) for f, s in zip(folds, kept)))
    for f, p, s in zip(folds, plain, kept):
        print(f"  fold {f['k']}: {f1(counts(f, p)):.4f} → {f1(counts(f, s)):.4f}")
    for kind in TYPES:
        a = sum(counts(f, p, "gold", kind) for f, p in zip(folds, plain))
        b = sum(counts(f, s, "gold", kind) for f, s in zip(folds, kept))
        print(f"  {kind:16s} {f1(a):.3f} → {f1(b):.3f}   {a} → {b}")


def main(folder, out):
    folds = load(folder)
    alone = len(folds) == 1
    folds = split(folds[0]) if alone else folds
    numbers = folds[0]["meta"]["numbers"]
    print([(f["k"], int(f["gold"].sum()), len(f["y"])) for f in folds], len(numbers), "numbers")
    without = lambda items, k: [item for i, item in enumerate(items) if i != k]
    models = [learn(without(folds, k)) for k in range(len(folds))]
    scores = [likeliest(f, m.predict(f["x"])) for m, f in zip(models, folds)]
    leasts = [best_least(without(folds, k), without(scores, k)) for k in range(len(folds))]
    print("least", [round(t, 2) for t in leasts])
    report(folds, scores, leasts)
    final = learn(folds)
    gain = sorted(zip(final.feature_importance("gain"), numbers), reverse=True)
    print(", ".join(f"{n} {g:.0f}" for g, n in gain))
    for f, model, least in [] if alone else zip(folds, models, leasts):
        write(f"{out}/fold{f['k']}/rerank.json", model, numbers, least, f"{folder}/affixes-{f['k']}.json")
    write(f"{out}/rerank.json", final, numbers, best_least(folds, scores), f"{folder}/affixes-all.json")


if __name__ == "__main__":
    main(*sys.argv[1:3])
