"""Plain constrained Viterbi over many paragraphs at once, and names out of tags."""
import numpy as np

TYPES = 13


def viterbi(scores):
    """scores [paragraphs, length, 53], O-padded at the end → tags of the best legal way."""
    count, length, _ = scores.shape
    empty, parts = scores[:, :, 0], scores[:, :, 1:].reshape(count, length, TYPES, 4)
    low = np.full((count, TYPES), -1e9, np.float32)
    closed, begun, inside = np.zeros(count, np.float32), low, low
    from_closed = np.zeros((length, count), np.int16)  # best closed tag AT t: 0 O, 1+2t E, 2+2t S
    from_inside = np.zeros((length, count, TYPES), bool)  # open at t−1 by I (else by B)
    for t in range(length):
        from_inside[t] = inside > begun
        opened = np.maximum(inside, begun)
        ends, single = opened + parts[:, t, :, 2], closed[:, None] + parts[:, t, :, 3]
        begun, inside = closed[:, None] + parts[:, t, :, 0], opened + parts[:, t, :, 1]
        ways = np.concatenate([(closed + empty[:, t])[:, None], np.stack([ends, single], -1).reshape(count, -1)], 1)
        from_closed[t] = ways.argmax(1)
        closed = ways.max(1)
    return np.stack([trace(from_closed[:, i], from_inside[:, i]) for i in range(count)])


def trace(from_closed, from_inside):
    tags = np.zeros(len(from_closed), np.uint8)
    t = len(tags) - 1
    while t >= 0:
        way = from_closed[t]
        if way == 0:
            t -= 1
            continue
        kind, single = (way - 1) // 2, (way - 1) % 2
        tags[t] = 1 + 4 * kind + (3 if single else 2)
        while not single:
            inside = from_inside[t, kind]
            t -= 1
            tags[t] = 1 + 4 * kind + (1 if inside else 0)
            if not inside:
                break
        t -= 1
    return tags


def spans(tags):
    found, start = [], 0
    for i, tag in enumerate(tags):
        if tag == 0:
            continue
        part = (tag - 1) % 4
        if part == 0:
            start = i
        elif part == 3:
            found.append((i, i + 1, int(tag - 1) // 4))
        elif part == 2:
            found.append((start, i + 1, int(tag - 1) // 4))
    return found


def paragraphs(texts):
    """[(text index, start, end)] of all lines, short ones first."""
    lines = []
    for n, text in enumerate(texts):
        at = 0
        for line in text.split("\n"):
            if line:
                lines.append((n, at, at + len(line)))
            at += len(line) + 1
    return sorted(lines, key=lambda x: x[2] - x[1])


def decode(texts, emissions):
    """texts, [(outer [n, 53], inner [n, 53])] → one list of (start, end, type, depth) a text."""
    outer = [np.zeros(len(t), np.uint8) for t in texts]
    inner = [np.zeros(len(t), np.uint8) for t in texts]
    lines = paragraphs(texts)
    for i in range(0, len(lines), 64):
        batch = lines[i : i + 64]
        longest = max(e - s for _, s, e in batch)
        run(batch, longest, outer, lambda n: emissions[n][0])
        run(batch, longest, inner, lambda n: within(emissions[n][1], outer[n]))
    return [[(*s, 0) for s in spans(outer[n])] + [(*s, 1) for s in spans(inner[n])] for n in range(len(texts))]


def run(batch, longest, tags, scores_of):
    scores = np.zeros((len(batch), longest, 1 + 4 * TYPES), np.float32)
    scores[:, :, 1:] = -1e4
    for row, (n, s, e) in enumerate(batch):
        scores[row, : e - s] = scores_of(n)[s:e]
    for row, own in enumerate(viterbi(scores)):
        n, s, e = batch[row]
        tags[n][s:e] = own[: e - s]


def within(scores, outer):
    """Inner names only inside outer ones: what would cross a border is forbidden."""
    scores = scores.copy()
    part = np.where(outer > 0, (outer - 1) % 4, -1)
    scores[part < 0, 1:] = -1e4
    kinds = scores[:, 1:].reshape(len(scores), TYPES, 4)
    kinds[(part == 0) | (part == 3), :, 1:3] = -1e4
    ends = (part == 2) | (part == 3)
    kinds[ends, :, 0:2] = -1e4
    scores[:, 1:] = kinds.reshape(len(scores), -1)
    return scores
