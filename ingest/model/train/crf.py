"""Sequence loss (crf.cpp) as a torch function, and the segments it runs over."""
import ctypes, os, subprocess
import numpy as np, torch

HERE = os.path.dirname(os.path.abspath(__file__))
_library = None


def library():
    global _library
    if _library is None:
        built = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"zhengtu-crf-{os.getuid()}.so")
        source = f"{HERE}/crf.cpp"
        if not os.path.exists(built) or os.path.getmtime(built) < os.path.getmtime(source):
            subprocess.run(["g++", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", source, "-o", built], check=True)
        _library = ctypes.CDLL(built)
        _library.crf.restype = ctypes.c_double
    return _library


def run(scores, labels, soft, segments):
    """Summed loss, and its gradient (or with neither labels nor soft the marginals)."""
    grad = torch.zeros_like(scores)
    arrays = [np.ascontiguousarray(a) for a in segments]
    held = [t if t is None else t.contiguous() for t in (scores, labels, soft)]
    loss = library().crf(*(ctypes.c_void_p(None if t is None else t.data_ptr()) for t in held),
                         ctypes.c_long(len(arrays[0])), *(a.ctypes.data_as(ctypes.c_void_p) for a in arrays),
                         ctypes.c_void_p(grad.data_ptr()))
    return loss, grad


def marginals(scores, segments):
    return run(scores, None, None, segments)[1]


class Sequences(torch.autograd.Function):
    @staticmethod
    def forward(ctx, scores, gold, segments):
        """scores [n, 53] f32; gold tags [n] int64 or marginals [n, 53] f32 → summed loss over segments
        (starts, ends, open left, open right)."""
        soft = gold.dim() == 2
        loss, grad = run(scores, None if soft else gold, gold if soft else None, segments)
        ctx.save_for_backward(grad)
        return torch.tensor(loss, dtype=torch.float32)

    @staticmethod
    def backward(ctx, upstream):
        return ctx.saved_tensors[0] * upstream, None, None


def runs(labels):
    """Whole windows, cut where nothing is labelled; a name may be cut by the rim of a window. labels [batch, window]"""
    known = labels.numpy() >= 0
    padded = np.pad(known, ((0, 0), (1, 1)))
    change = np.diff(padded.astype(np.int8), axis=1)
    rows, starts = np.nonzero(change == 1)
    _, ends = np.nonzero(change == -1)
    window = labels.shape[1]
    flat = rows * window
    return flat + starts, flat + ends, (starts == 0).astype(np.uint8), (ends == window).astype(np.uint8)


def names(outer):
    """Outer gold names as segments for the inner head; [batch, window] → the same four arrays."""
    labels = outer.numpy()
    part = np.where(labels > 0, (labels - 1) % 4, -1)
    window = labels.shape[1]
    column = np.arange(window)
    begins = (part == 0) | (part == 3) | ((part > 0) & (part < 3) & (column == 0))
    stops = (part == 2) | (part == 3) | ((part >= 0) & (part < 2) & (column == window - 1))
    rows, starts = np.nonzero(begins)
    _, ends = np.nonzero(stops)
    flat = rows * window
    left, right = part[rows, starts], part[rows, ends]
    return flat + starts, flat + ends + 1, ((left == 1) | (left == 2)).astype(np.uint8), (right < 2).astype(np.uint8)
