"""Fits the model of confidence: how likely an answer is right, from the rows that bench/fit-confidence.ts wrote.

Usage: python bench/fit-confidence.py ROWS.jsonl [--write src/reading/confidence-weights.json]

It prints what is refused, rightly and wrongly, over every corpus; then, cross-validated in five parts by paragraph, how
often answers of each confidence are right: of questions that the articles answer, and of all.
Needs numpy and scipy.
"""
import argparse
import hashlib
import json

import numpy as np
from scipy.optimize import minimize

FOLDS = 5
PENALTY = 4.0
SMALLEST_WEIGHT = 1e-3
BINS = 10
SURE = 0.8
# Of answers as sure as that, at least so many of the pool's are to be right; the model's own 0.8 means 0.8.
RIGHT_WHEN_SURE = 0.91
ENOUGH = 20
# Up to here the model's probability is the confidence; from here to where RIGHT_WHEN_SURE holds it is held back.
HELD_BACK_FROM = 0.7
# Fewer people ask what the articles don't hold than the corpora without a set would have it.
UNANSWERABLE_WEIGHT = 0.3
# The project's own sample articles are of the kind that it is made for, and few.
SAMPLE_WEIGHT = 4.0
# Of a set with fewer questions than that each counts so many times: it is of another kind, which is not to be outvoted.
FEW = 150
FEW_WEIGHT = 3.0
# More of these never makes an answer less likely to be right.
RISING = {"relevance", "patternRelevance", "englishRelevance", "fit", "certainty", "sentence", "span", "peak", "patternCertainty", "patternFit", "lead"}
# And of these never more likely.
FALLING = {"rivals", "overtaking"}


def fit(x, y, weight, names):
    scale = np.abs(x).max(0) + 1e-9
    z = x / scale
    sign = np.where(y, 1.0, -1.0)

    def loss(w):
        margin = sign * (z @ w[1:] + w[0])
        pull = -weight * sign / (1 + np.exp(margin))
        value = (weight * np.logaddexp(0, -margin)).sum() + PENALTY / 2 * (w[1:] ** 2).sum()
        return value, np.concatenate([[pull.sum()], z.T @ pull + PENALTY * w[1:]])

    bounds = [(None, None)] + [(0 if name in RISING else None, 0 if name in FALLING else None) for name in names]
    found = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 800})
    return found.x[1:] / scale, found.x[0]


def probability(model, x):
    return 1 / (1 + np.exp(-(x @ model[0] + model[1])))


def surely_from(likely, right, weight):
    """The least probability at and above which answers are right as often as sure ones have to be."""
    for bound in np.arange(SURE, 0.96, 0.005):
        above = likely >= bound
        if above.sum() >= ENOUGH and np.average(right[above], weights=weight[above]) >= RIGHT_WHEN_SURE:
            return float(bound)
    return 0.96


def confidence(likely, sure):
    return np.interp(likely, [0, HELD_BACK_FROM, sure, 1], [0, HELD_BACK_FROM, SURE, 1])


def part_of(paragraph):
    return int(hashlib.md5(paragraph.encode()).hexdigest(), 16) % FOLDS


def reliability(title, likely, right):
    print(f"  {title}: {len(right)}, right {100 * right.mean():.1f} %")
    error = 0.0
    for bin_ in range(BINS):
        inside = np.clip((likely * BINS).astype(int), 0, BINS - 1) == bin_
        if inside.any():
            error += inside.sum() * abs(likely[inside].mean() - right[inside].mean())
            print(f"    {bin_ / BINS:.1f}–{(bin_ + 1) / BINS:.1f} {inside.sum():6} mean {100 * likely[inside].mean():5.1f} right {100 * right[inside].mean():5.1f}")
    sure = likely >= SURE
    share = f"{100 * right[sure].mean():.1f} %" if sure.any() else "–"
    print(f"    from {SURE}: {sure.sum()}, of them right {share}; calibration error {100 * error / len(right):.1f} %")


def refusals(rows):
    print("Refused, %")
    groups = sorted({(row["corpus"], row["set"] if row["corpus"] in ("pool",) else "", row["language"]) for row in rows})
    for corpus, name, language in groups:
        of = [row for row in rows if row["corpus"] == corpus and row["language"] == language and name in ("", row["set"])]
        for answerable in (True, False):
            asked = [row for row in of if row["answerable"] == answerable]
            if asked:
                refused = sum(row["status"] == "no-answer" for row in asked)
                print(f"  {corpus:16} {name:8} {language:8} {'answerable' if answerable else 'without':10} {len(asked):5} {100 * refused / len(asked):5.1f}")


def fit_status(rows, status):
    names = sorted({name for row in rows for name in row["features"]})
    x = np.array([[row["features"].get(name, 0.0) for name in names] for row in rows])
    right = np.array([row["right"] for row in rows])
    answerable = np.array([row["answerable"] for row in rows])
    weight = np.where(answerable, 1.0, UNANSWERABLE_WEIGHT) * np.array([SAMPLE_WEIGHT if row["corpus"] == "sample articles" else 1.0 for row in rows])
    sets = np.array([row["set"] for row in rows])
    pool = np.array([row["corpus"] == "pool" for row in rows])
    asked = {name: (pool & (sets == name)).sum() for name in set(sets)}
    few = np.array([0 < asked[name] < FEW for name in sets])
    weight = weight * np.where(few, FEW_WEIGHT, 1.0)
    fold = np.array([part_of(row["paragraph"]) for row in rows])
    likely = np.zeros(len(rows))
    for part in range(FOLDS):
        train = fold != part
        likely[~train] = probability(fit(x[train], right[train], weight[train], names), x[~train])
    sure = surely_from(likely[pool], right[pool], np.where(few, FEW_WEIGHT, 1.0)[pool])
    likely = confidence(likely, sure)
    print(f"{status}, by paragraph; {SURE} from a probability of {sure:.3f}")
    reliability("questions that the articles answer", likely[answerable], right[answerable])
    reliability("all", likely, right)
    for language in ("chinese", "english"):
        of = pool & np.array([row["language"] == language for row in rows])
        if of.any():
            reliability(f"pool, {language}", likely[of], right[of])
    if (pool & few).any():
        reliability("pool, small sets", likely[pool & few], right[pool & few])
    own = np.array([row["corpus"] == "sample articles" for row in rows])
    if own.any():
        reliability("sample articles", likely[own], right[own])
    w, bias = fit(x, right, weight, names)
    print("  weights:", ", ".join(f"{n} {v:.2f}" for n, v in zip(names, w)))
    return {"bias": round(float(bias), 4), "sure": round(sure, 3), "weights": {n: round(float(v), 4) for n, v in zip(names, w) if abs(v) > SMALLEST_WEIGHT}}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("rows")
    arguments.add_argument("--write")
    options = arguments.parse_args()
    with open(options.rows, encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    refusals(rows)
    weights = {status: fit_status([row for row in rows if row["status"] == status], status) for status in ("answered", "passages")}
    if options.write:
        with open(options.write, "w", encoding="utf8") as out:
            out.write(json.dumps(weights, indent=2) + "\n")


main()
