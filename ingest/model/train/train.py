"""python train.py OUT FOLD [--width 128 …]: learns from all folds but FOLD (0 … 3 or "all"), scores on FOLD,
writes OUT/fold{FOLD}/model.pt (averaged weights)."""
import argparse, collections, json, time
import numpy as np, torch
from batches import Gold, Soft
from data import Data, windows
from decode import decode
from model import Tagger
from score import entity_counts, f1, mark_counts, table


def arguments():
    p = argparse.ArgumentParser()
    p.add_argument("out"), p.add_argument("fold")
    p.add_argument("--width", type=int, default=128)
    p.add_argument("--dilations", default="1,2,4,8,1,2")
    p.add_argument("--epochs", type=float, default=8)
    p.add_argument("--window", type=int, default=128)
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--dropout", type=float, default=0.3)
    p.add_argument("--in-dropout", type=float, default=0.2)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--teachers", default="", help="models that label the corpus: a.pt,b.pt")
    p.add_argument("--sequence", type=float, default=0.0, help="share of the sequence loss")
    p.add_argument("--start", default="", help="go on from this model")
    p.add_argument("--save", default="model.pt")
    return p.parse_args()


def learn(model, data, a, report):
    generator = torch.Generator().manual_seed(a.seed)
    gold = Gold(data, a.sequence)
    soft = Soft(data, a.teachers.split(",")) if a.teachers else None
    optimizer = torch.optim.AdamW(model.parameters(), lr=a.rate, weight_decay=0.01, fused=True)
    total = int(a.epochs * (len(gold.ids) // a.window // a.batch))
    mean = [p.detach().clone() for p in model.parameters()]
    begun, losses = time.time(), collections.deque(maxlen=200)
    batches = endless(lambda: windows(len(gold.ids), a.window, a.batch, generator))
    others = endless(lambda: windows(len(soft.ids), a.window, a.batch, generator))
    for step in range(1, total + 1):
        at = next(batches)[:, None] + torch.arange(a.window)
        loss = gold.loss(model, at)
        if soft:
            loss = loss + soft.loss(model, next(others)[:, None] + torch.arange(a.window))
        for group in optimizer.param_groups:
            group["lr"] = a.rate * min(step / 200, 1 - step / (total + 1))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        with torch.no_grad():
            torch._foreach_lerp_(mean, list(model.parameters()), 0.005 if step > 500 else 0.05)
        losses.append(loss.item())
        if step % 500 == 0 or step == total:
            rate = step * a.window * a.batch / (time.time() - begun)
            print(f"step {step}/{total} loss {np.mean(losses):.4f} {rate:.0f} char/s", flush=True)
        if step % (total // 3 + 1) == 0:
            report(mean)
    return mean


def endless(epoch):
    while True:
        yield from epoch()


@torch.no_grad()
def emissions(model, ids):
    model.eval()
    with torch.autocast("cpu", torch.bfloat16):
        out, inn = model(ids[None])
    model.train()
    return out[0].float().numpy(), inn[0].float().numpy()


def evaluate(model, data, texts, limit=None):
    """Counts over the held-out gold reports, and over some held-out excerpts."""
    counts, marks = collections.Counter(), collections.Counter()
    held = [d for d in data.held() if d["kind"] == "gold"] + [d for d in data.held() if d["kind"] == "spans"][:limit]
    scores = [emissions(model, data.ids[d["start"] : d["start"] + d["length"]]) for d in held]
    for d, found in zip(held, decode([texts[d["id"]]["text"] for d in held], scores)):
        source = texts[d["id"]]
        if d["kind"] == "gold":
            counts += entity_counts(source["text"], found, source["gold"])
        else:
            marks += mark_counts(found, [(s["start"], s["end"], s["type"]) for s in source["spans"]])
    return counts, marks


def main():
    a = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    data = Data(a.out, a.fold)
    lines = [json.loads(line) for line in open(f"{a.out}/documents.jsonl", encoding="utf8")]
    texts = {d["id"]: d for d in lines if d["kind"] != "corpus"}
    model = Tagger(data.columns, data.rows, a.width, map(int, a.dilations.split(",")), a.dropout, a.in_dropout)
    model.start_from(np.load(f"{a.out}/vectors.npz"), json.load(open(f"{a.out}/mined-{a.fold}.json")))

    if a.start:
        model.load_state_dict(torch.load(f"{data.folder}/{a.start}", weights_only=True)["state"])

    def report(mean, limit=30):
        kept = [p.detach().clone() for p in model.parameters()]
        set_parameters(model, mean)
        if data.held():
            counts, marks = evaluate(model, data, texts, limit)
            print("gold\n" + table(counts) if limit is None else table(counts).split("\n")[0])
            print("marks P %.3f R %.3f F %.3f" % f1(marks["tp"], marks["fp"], marks["fn"]), flush=True)
        set_parameters(model, kept)

    mean = learn(model, data, a, report)
    report(mean, None)
    set_parameters(model, mean)
    shape = {"width": a.width, "dilations": model.dilations, "columns": data.columns, "rows": data.rows}
    torch.save({"shape": shape, "state": model.state_dict()}, f"{data.folder}/{a.save}")


def set_parameters(model, values):
    with torch.no_grad():
        for p, v in zip(model.parameters(), values):
            p.copy_(v)


if __name__ == "__main__":
    main()
