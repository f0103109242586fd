"""Fits the relevance model: a logistic regression over the features that bench/fit-relevance.ts wrote.

Usage: python bench/fit-relevance.py FEATURES.jsonl [--write src/retrieval/relevance-weights.json]

Right: a question whose articles are in the corpus. Wrong: one whose articles are not. No weight may go against the sense
of its feature: more of the question's words never makes a hit less likely to be about it. It prints how many questions
without their articles are refused when 3, 5 and 8 % of the answerable ones are, cross-validated in five parts by
paragraph, then with each set left out in turn (a corpus of a kind that nothing was fitted on), then what the chosen
thresholds do, also over small corpora. Of a language without features the weights stay as they are.
Needs numpy and scipy.
"""
import argparse
import hashlib
import json

import numpy as np
from scipy.optimize import minimize

FOLDS = 5
PENALTY = 10.0
SMALLEST_WEIGHT = 1e-3
# A small corpus asks the same questions many times over.
SMALL_CORPUS_WEIGHT = 0.5
LARGE = 5000
# In standard deviations from the mean: one odd value decides nothing alone.
FARTHEST = 4.0
WRONGLY = (0.03, 0.05, 0.08, 0.12)
SMALL = 200
# Of the answerable questions, the share that the reader's threshold refuses, in the pool and in small corpora.
THRESHOLD = {"chinese": (0.05, 0.05), "english": (0.113, 0.09)}
# What a feature must speak for: 1 for relevance, -1 against it, 0 as it may be.
AGAINST = ("missing", "Missing")
# English words are found by their glosses, so that in a large corpus a rare word that is found may be found by accident.
EITHER = {"chinese": set(), "english": {"lengthInLarge", "carriedInLarge", "missingWordInLarge"}}
LEFT_OUT = {"chinese": set(), "english": {"bm25"}}


def sense(name, language):
    if name in EITHER[language]:
        return 0
    return -1 if any(part in name for part in AGAINST) else 1


def fit(x, y, weight, names, language):
    """Weights and bias over the raw features, which are clipped to the returned bounds."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.clip((x - mean) / spread, -FARTHEST, FARTHEST)
    sign = np.where(y, 1.0, -1.0)

    def loss(w):
        margin = sign * (z @ w[1:] + w[0])
        p = 1 / (1 + np.exp(margin))
        value = (weight * np.logaddexp(0, -margin)).sum() + PENALTY / 2 * (w[1:] ** 2).sum()
        pull = -weight * sign * p
        return value, np.concatenate([[pull.sum()], z.T @ pull + PENALTY * w[1:]])

    bounds = [(None, None)] + [(None if sense(n, language) < 1 else 0, None if sense(n, language) > -1 else 0) for n in names]
    found = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 500})
    w = found.x[1:] / spread
    return w, found.x[0] - w @ mean, (mean - FARTHEST * spread, mean + FARTHEST * spread)


def probability(model, x):
    w, bias, (least, most) = model
    return 1 / (1 + np.exp(-(np.clip(x, least, most) @ w + bias)))


def part_of(paragraph):
    return int(hashlib.md5(paragraph.encode()).hexdigest(), 16) % FOLDS


def table(title, likely, answerable, groups):
    print(title)
    for name, mask in groups:
        kept, off = likely[mask & answerable], likely[mask & ~answerable]
        if len(kept) < 10 or len(off) < 10:
            continue
        shares = "  ".join(f"{100 * (off < np.quantile(kept, share)).mean():5.1f}" for share in WRONGLY)
        auroc = np.mean([(kept > value).mean() for value in off])
        print(f"  {name:22} {len(kept):5} with, {len(off):5} without their articles: AUROC {auroc:.3f}, refused {shares}")


def fit_language(rows, language):
    names = [name for name in rows[0]["features"] if name not in LEFT_OUT[language]]
    x = np.array([[row["features"][name] for name in names] for row in rows])
    answerable = np.array([row["answerable"] for row in rows])
    large = np.array([row["passages"] >= LARGE for row in rows])
    sizes = np.array([row["passages"] for row in rows])
    weight = np.where(large, 1.0, SMALL_CORPUS_WEIGHT)
    sets = np.array([row["set"] for row in rows])
    fold = np.array([part_of(row["paragraph"]) for row in rows])
    groups = [("pool", large)] + [(name, large & (sets == name)) for name in sorted(set(sets))]
    groups += [("20 passages", sizes <= 30), ("100 passages", (sizes > 30) & (sizes <= 200)), ("1,000 passages", (sizes > 200) & ~large)]
    likely = np.zeros(len(rows))
    for part in range(FOLDS):
        train = fold != part
        likely[~train] = probability(fit(x[train], answerable[train], weight[train], names, language), x[~train])
    shares = ", ".join(f"{100 * share:.0f}" for share in WRONGLY)
    table(f"{language}, % refused when {shares} % of the answerable are; by paragraph", likely, answerable, groups)
    if len(set(sets)) > 1:
        unseen = np.zeros(len(rows))
        for name in set(sets):
            train = sets != name
            unseen[~train] = probability(fit(x[train], answerable[train], weight[train], names, language), x[~train])
        table(f"{language}, each set unseen", unseen, answerable, groups)
    small = sizes <= SMALL
    thresholds = [float(np.quantile(likely[of & answerable], share)) for of, share in zip((large, small), THRESHOLD[language])]
    for name, mask in groups:
        threshold = thresholds[1] if (mask & small).any() else thresholds[0]
        wrongly, rightly = likely[mask & answerable] < threshold, likely[mask & ~answerable] < threshold
        if len(wrongly) and len(rightly):
            print(f"  at {threshold:.3f} {name:16} wrongly refused {100 * wrongly.mean():5.1f}, rightly {100 * rightly.mean():5.1f}")
    model = fit(x, answerable, weight, names, language)
    w, bias, (least, most) = model
    kept = {
        name: {"weight": round(float(v), 4), "least": round(float(a), 3), "most": round(float(b), 3)}
        for name, v, a, b in zip(names, w, least, most)
        if abs(v) > SMALLEST_WEIGHT
    }
    spread = x.std(0)
    print("  weights in standard deviations:", ", ".join(f"{n} {v * s:.2f}" for v, s, n in sorted(zip(w, spread, names), key=lambda t: -abs(t[0] * t[1]))))
    return {"bias": round(float(bias), 4), "thresholds": {"small": round(thresholds[1], 4), "large": round(thresholds[0], 4)}, "features": kept}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("features")
    arguments.add_argument("--write")
    options = arguments.parse_args()
    with open(options.features, encoding="utf8") as lines:
        rows = [row for row in map(json.loads, lines) if row["features"]]
    languages = sorted({row["language"] for row in rows})
    weights = {name: fit_language([row for row in rows if row["language"] == name], name) for name in languages}
    if options.write:
        with open(options.write, encoding="utf8") as kept:
            weights = json.load(kept) | weights
        with open(options.write, "w", encoding="utf8") as out:
            out.write(json.dumps(weights, indent=2) + "\n")


main()
