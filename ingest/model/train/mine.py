"""Mines characters, bigrams and words from the raw texts: OUT/mined-{0..3,all}.json and OUT/vectors.npz.

  python mine.py OUT      reads OUT/documents.jsonl; fold k leaves out what fold k holds
"""
import collections, json, math, re, sys
import jieba, numpy as np
from gensim.models import Word2Vec

WORDS, BIGRAMS, LONGEST = 22800, 15000, 8
FOLD = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def fold(text):  # １２ＡＢ，→ 12AB,   as features.ts does
    return text.translate(FOLD)


def plain(text):  # 12AB → 00ab
    return re.sub("[0-9]", "0", re.sub("[A-Z]", lambda m: m.group().lower(), fold(text)))


def read(out):
    documents = [json.loads(line) for line in open(f"{out}/documents.jsonl", encoding="utf8")]
    ids = {d["id"] for d in documents if d["kind"] == "corpus"}
    return [d for d in documents if not (d["kind"] == "spans" and d.get("source") in ids)]


def tables(counts):
    chars, bigrams, words = counts
    kept = [w for w, n in words.most_common() if 2 <= len(w) <= LONGEST and n >= 4 and not w.isascii()]
    singles = [c for c, n in words.most_common() if len(c) == 1 and n >= 4]
    listed = sorted((kept + singles), key=lambda w: (-words[w], w))[:WORDS]
    total = sum(words.values())
    return {
        "chars": "".join(c for c, n in sorted(chars.items(), key=lambda x: (-x[1], x[0])) if n >= 3),
        "bigrams": [b for b, n in sorted(bigrams.items(), key=lambda x: (-x[1], x[0]))[:BIGRAMS] if n >= 5],
        "words": listed,
        # 16 a bit: the sum over a sentence stays a small integer, the same on every machine
        "costs": [round(-16 * math.log2(words[w] / total)) for w in listed],
        "unknown": round(-16 * math.log2(0.5 / total)),
    }


def vectors(sentences, size, window):
    model = Word2Vec(sentences, vector_size=size, window=window, min_count=4, sg=1, negative=5,
                     epochs=4, workers=1, seed=1, sample=1e-4)
    return model.wv.index_to_key, model.wv.vectors.astype(np.float32)


def main(out):
    jieba.initialize()
    per_fold = {k: (collections.Counter(), collections.Counter(), collections.Counter()) for k in range(4)}
    sentences = []
    for d in read(out):
        counts = per_fold[d["fold"]]
        for line in d["text"].split("\n"):
            flat = plain(line)
            counts[0].update(fold(line))
            counts[1].update(flat[i : i + 2] for i in range(len(flat) - 1))
            words = jieba.lcut(flat)
            counts[2].update(words)
            sentences.append((flat, words))
    for left in [0, 1, 2, 3, None]:
        counts = tuple(sum((per_fold[k][i] for k in range(4) if k != left), collections.Counter()) for i in range(3))
        name = "all" if left is None else left
        json.dump(tables(counts), open(f"{out}/mined-{name}.json", "w", encoding="utf8"), ensure_ascii=False)
    print("mined", flush=True)
    saved = {}
    pairs = lambda s: [s[i : i + 2] for i in range(len(s) - 1)]
    for name, size, window, parts in [("word", 48, 5, [w for _, w in sentences]),
                                      ("char", 64, 5, [list(s) for s, _ in sentences]),
                                      ("bigram", 48, 4, [pairs(s) for s, _ in sentences])]:
        keys, matrix = vectors(parts, size, window)
        saved[f"{name}_keys"], saved[f"{name}_vectors"] = np.array(keys), matrix
        print(name, matrix.shape, flush=True)
    np.savez(f"{out}/vectors.npz", **saved)


if __name__ == "__main__":
    main(sys.argv[1])
