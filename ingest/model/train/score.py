"""Entities of held-out gold reports as shared/score.py counts them, and marks of held-out excerpts."""
import collections, re, unicodedata

NAMES = ["District", "Project", "Enterprise", "Initiative", "Park", "Institution", "Infrastructure", "Place",
         "Industry", "Honor", "Person", "Event", "Policy"]


def key(name):
    return re.sub(r"[\s“”‘’\"'「」『』《》·•]", "", unicodedata.normalize("NFKC", name).lower())


def f1(tp, fp, fn):
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return p, r, 2 * p * r / max(1e-9, p + r)


def entity_counts(text, found, gold):
    """Counter of (type or "all", tp | fp | fn) for one report."""
    counts = collections.Counter()
    known = {}
    for i, entity in enumerate(gold):
        for name in entity["names"]:
            known.setdefault(key(name), i)
    used = set()
    for name, kind in {(key(text[s:e]), NAMES[t]) for s, e, t, _ in found}:
        hit = known.get(name)
        if hit is None or kind not in gold[hit]["types"]:
            counts[kind, "fp"] += 1
            counts["all", "fp"] += 1
        else:
            used.add(hit)
    for i, entity in enumerate(gold):
        which = "tp" if i in used else "fn"
        counts[entity["types"][0], which] += 1
        counts["all", which] += 1
    return counts


def mark_counts(found, true):
    a, b = {s[:3] for s in found}, {s[:3] for s in true}
    return collections.Counter(tp=len(a & b), fp=len(a - b), fn=len(b - a))


def table(counts):
    lines = []
    for kind in ["all", *NAMES]:
        p, r, f = f1(*(counts[kind, w] for w in ("tp", "fp", "fn")))
        lines.append(f"{kind:15s} P {p:.3f} R {r:.3f} F {f:.3f}  ({counts[kind, 'tp'] + counts[kind, 'fn']})")
    return "\n".join(lines)
