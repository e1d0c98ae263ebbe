"""Learns the scorers of relations and milestones from the rows that dump.ts wrote.

    python train.py ROWS OUT       ROWS: folder with header.json and {pair,home,stage}.jsonl
                                   OUT/fold{0..3}.json (left-out, for measuring) and OUT/relations.json (all, to ship)

One model a relation (or stage): boosted trees over the dense features and the strings that tell most. A candidate has
several rows (each place where the two names meet); which of them says the relation is not annotated, so a first round
learns from all and a second keeps, of a positive candidate, the rows that score best. Needs requirements.txt.
"""
import collections, json, math, os, sys
import lightgbm as lgb
import numpy as np

KINDS = ("pair", "home", "stage")
WORDS = 110       # strings kept a model
TREES, LEAVES = 70, 8
MORE = {("stage", "any"): 140, ("home", "LOCATED_IN"): 110}  # trees of those that most depends on
FOLDS = 4
# Share of right ones that a candidate must promise: half of the F1 of its kind and a little more. Gold names few of the
# backers of an initiative that a text names (of 45 that it has not, read in unseen reports, 38 were right), so less is asked.
WORTH = {"pair": 0.35, "home": 0.4, "stage": 0.47}
WORTH_BACKING = 0.28
FEWEST = 20       # positive candidates, below which no model is made
HERE = os.path.dirname(os.path.abspath(__file__))


def read(folder, kind):
    with open(os.path.join(folder, kind + ".jsonl"), encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def group(row):
    return (row["id"], row.get("entity"), row.get("from"), row.get("to"))


def dense(rows, width):
    x = np.zeros((len(rows), width), np.float32)
    for i, row in enumerate(rows):
        for column, value in row["dense"]:
            x[i, column] = value
    return x


def telling_words(rows, index, y):
    """Strings with the highest chi² that occur in three places at least."""
    count, positive, places = collections.Counter(), collections.Counter(), collections.defaultdict(set)
    for i in index:
        for word in set(rows[i]["words"]):
            if word.endswith(":"):
                continue
            count[word] += 1
            places[word].add(rows[i]["place"])
            positive[word] += bool(y[i])
    base = sum(bool(y[i]) for i in index) / len(index)
    scored = []
    for word, n in count.items():
        if n >= 6 and len(places[word]) >= 3:
            expected = n * base
            scored.append((-((positive[word] - expected) ** 2) / (expected + 1e-9), word))
    return [word for _, word in sorted(scored)[:WORDS]]


def with_words(x, rows, index, vocabulary):
    column = {word: j for j, word in enumerate(vocabulary)}
    w = np.zeros((len(index), len(vocabulary)), np.float32)
    for a, i in enumerate(index):
        for word in rows[i]["words"]:
            if word in column:
                w[a, column[word]] = 1
    return np.hstack([x[index], w])


def fit(x, y, weight, trees):
    model = lgb.LGBMClassifier(
        n_estimators=trees, num_leaves=LEAVES, learning_rate=0.1, min_child_samples=8, subsample=0.8, subsample_freq=1,
        colsample_bytree=0.4, reg_lambda=3, random_state=1, n_jobs=1, verbose=-1, deterministic=True, force_row_wise=True)
    return model.fit(x, y, sample_weight=weight)


def learn(rows, x, index, y, trees=TREES):
    vocabulary = telling_words(rows, index, y)
    x, y = with_words(x, rows, index, vocabulary), y[index]
    groups = [group(rows[i]) for i in index]
    sizes = collections.Counter(groups)
    weight = np.array([1 / math.sqrt(sizes[g]) for g in groups])
    score = fit(x, y, weight, 40).predict_proba(x)[:, 1]
    best = collections.defaultdict(float)
    for g, s in zip(groups, score):
        best[g] = max(best[g], s)
    keep = np.array([not positive or s >= 0.6 * best[g] for g, s, positive in zip(groups, score, y)])
    return fit(x[keep], y[keep], weight[keep], trees), vocabulary


def learn_stages(rows, x, index, stages):
    """Which stage, of mentions that have one: one model with a tree a stage in each round, so that the highest sum wins."""
    first = [next(stage for stage in rows[i]["labels"] if stage != "any") for i in index]
    vocabulary = sorted({word for stage in stages for word in
                         telling_words(rows, index, {i: f == stage for i, f in zip(index, first)})[: WORDS // 2]})
    sizes = collections.Counter(group(rows[i]) for i in index)
    weight = np.array([1 / math.sqrt(sizes[group(rows[i])]) for i in index])
    model = lgb.LGBMClassifier(
        objective="multiclass", n_estimators=60, num_leaves=LEAVES, learning_rate=0.1, min_child_samples=8, subsample=0.8,
        subsample_freq=1, colsample_bytree=0.4, reg_lambda=3, random_state=1, n_jobs=1, verbose=-1, deterministic=True,
        force_row_wise=True)
    model.fit(with_words(x, rows, index, vocabulary), np.array([stages.index(f) for f in first]), sample_weight=weight)
    return model, vocabulary


def export_stages(model, vocabulary, stages, width):
    trees = model.booster_.dump_model()["tree_info"]
    return {stage: export_trees(trees[k :: len(stages)], vocabulary, 0, width) for k, stage in enumerate(stages)}


def score_rows(model, vocabulary, rows, x, index):
    return model.predict_proba(with_words(x, rows, index, vocabulary))[:, 1]


def flatten(tree, out):
    """A node is [feature, threshold, left, right]; children ≥ 0 are nodes, < 0 leaf −1−i. Right when value > threshold."""
    def walk(node):
        if "leaf_value" in node:
            out["leaves"].append(round(node["leaf_value"], 3))
            return -len(out["leaves"])
        at = len(out["nodes"])
        out["nodes"].append(None)
        threshold = float(node["threshold"])
        left, right = walk(node["left_child"]), walk(node["right_child"])
        out["nodes"][at] = [node["split_feature"], round(threshold, 2) if abs(threshold) > 0.01 else 0, left, right]
        return at
    return walk(tree)


def export(model, vocabulary, threshold, width):
    return export_trees(model.booster_.dump_model()["tree_info"], vocabulary, threshold, width)


def export_trees(trees, vocabulary, threshold, width):
    """Trees with columns renumbered: dense columns first, then the words in use."""
    out = {"nodes": [], "leaves": []}
    roots = [flatten(tree["tree_structure"], out) for tree in trees]
    used = sorted({n[0] for n in out["nodes"]})
    words = [vocabulary[c - width] for c in used if c >= width]
    position = {c: (c if c < width else width + words.index(vocabulary[c - width])) for c in used}
    flat = [v for f, t, l, r in out["nodes"] for v in (position[f], t, l, r)]
    return {"threshold": round(threshold, 2), "words": words, "roots": roots, "nodes": flat, "leaves": out["leaves"]}


def best_threshold(best, worth):
    """Logit of the score from which on candidates are right often enough to raise the F1 of all relations together:
    more often than half that F1. Drawn to `worth` where there are few examples. Names that
    the pipeline found (where there are such rows) tell more of this than gold's own."""
    found = [score for g, score in best.items() if g[0].endswith(" piped")]
    scored = sorted(found or best.values(), reverse=True)
    positives = sum(label for _, label in scored)
    gain, highest, at, hits, f1 = 0, 0, 0.6, 0, 0
    for n, (score, label) in enumerate(scored, 1):
        hits += label
        gain += label - worth
        f1 = max(f1, 2 * hits / (n + positives))
        if gain > highest:
            highest, at = gain, score
    pull = 20 / (20 + positives)
    at = min(0.8, max(0.2, (1 - pull) * at + pull * worth))
    taken = [label for score, label in scored if score >= at]
    return math.log(at / (1 - at)), f"best F1 {f1:.3f}, at {at:.2f} P {sum(taken) / max(1, len(taken)):.3f} R {sum(taken) / max(1, positives):.3f}"


def stages(header, rows, x, folds, left_out, shipped):
    index = [i for i, row in enumerate(rows) if row["labels"]]
    names = [name for name in rows[0]["allowed"] if name != "any"]
    right = total = 0
    for f in range(FOLDS):
        seen = [i for i in index if folds[rows[i]["place"]] != f]
        unseen = [i for i in index if folds[rows[i]["place"]] == f]
        model, vocabulary = learn_stages(rows, x, seen, names)
        guess = model.predict(with_words(x, rows, unseen, vocabulary))
        right += sum(names[int(g)] in rows[i]["labels"] for g, i in zip(guess, unseen))
        total += len(unseen)
        left_out[f]["stage"].update(export_stages(model, vocabulary, names, len(header["stage"])))
    print(f"stage  which stage: right {right / total:.3f} of {total} mentions", flush=True)
    model, vocabulary = learn_stages(rows, x, index, names)
    shipped["stage"].update(export_stages(model, vocabulary, names, len(header["stage"])))


MOST = 4  # as in rivals.ts


def remember(header, rows, x, label, scores, threshold, said):
    """The best left-out score of a relation at each entity: what rivals.ts computes at run time."""
    for column, rival in enumerate(header["rivals"]):
        if rival["type"] != label:
            continue
        here, there = ("from", "to") if rival["end"] == "from" else ("to", "from")
        wanted = header["pair"].index(f"{there}:{rival['other']}") if "other" in rival else None
        for i, s in scores.items():
            if wanted is None or x[i, wanted]:
                at = (rows[i]["id"], rows[i][here], column)
                said[at] = max(said.get(at, -MOST), min(MOST, math.log(s / (1 - s)) - threshold))


def fill_rivals(header, rows, x, said):
    first = header["home"].index("rival:" + header["rivals"][0]["name"])
    for i, row in enumerate(rows):
        for column in range(len(header["rivals"])):
            x[i, first + column] = said.get((row["id"], row["entity"], column), -MOST)


def main(folder, out):
    with open(os.path.join(folder, "header.json"), encoding="utf8") as file:
        header = json.load(file)
    with open(os.path.join(HERE, "..", "folds.json"), encoding="utf8") as file:
        folds = {place: f for f, places in enumerate(json.load(file)) for place in places}
    shipped = {kind: {} for kind in KINDS}
    left_out = [{kind: {} for kind in KINDS} for _ in range(FOLDS)]
    said = {}
    for kind in KINDS:
        rows = read(folder, kind)
        x = dense(rows, len(header[kind]))
        if kind == "home":
            fill_rivals(header, rows, x, said)
        if kind == "stage":
            stages(header, rows, x, folds, left_out, shipped)
        for label in ["any"] if kind == "stage" else sorted({t for row in rows for t in row["allowed"]}):
            index = [i for i, row in enumerate(rows) if label in row["allowed"]]
            y = np.array([label in row["labels"] for row in rows])
            positives = len({group(rows[i]) for i in index if y[i]})
            if positives < FEWEST:
                continue
            best, models, scores = {}, [], {}
            trees = MORE.get((kind, label), TREES)
            for f in range(FOLDS):
                seen = [i for i in index if folds[rows[i]["place"]] != f]
                unseen = [i for i in index if folds[rows[i]["place"]] == f]
                models.append(learn(rows, x, seen, y, trees))
                for i, s in zip(unseen, score_rows(*models[-1], rows, x, unseen)):
                    g = group(rows[i])
                    scores[i] = s
                    best[g] = max(best.get(g, (0, 0)), (float(s), int(y[i])))
            threshold, told = best_threshold(best, WORTH_BACKING if label == "CONTRIBUTES_TO" else WORTH[kind])
            print(f"{kind:6s}{label:18s} candidates {len(best):5d} positive {positives:5d} {told}", flush=True)
            if kind == "pair":
                remember(header, rows, x, label, scores, threshold, said)
            for f, (model, vocabulary) in enumerate(models):
                left_out[f][kind][label] = export(model, vocabulary, threshold, len(header[kind]))
            model, vocabulary = learn(rows, x, index, y, trees)
            shipped[kind][label] = export(model, vocabulary, threshold, len(header[kind]))
    for name, weights in [*((f"fold{f}", w) for f, w in enumerate(left_out)), ("relations", shipped)]:
        with open(os.path.join(out, name + ".json"), "w", encoding="utf8") as file:
            json.dump({"columns": {k: len(header[k]) for k in KINDS}, **weights}, file, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main(*sys.argv[1:3])
