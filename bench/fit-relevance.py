"""Fits the relevance model: a logistic regression over the features that bench/fit-relevance.ts wrote.

Usage: python bench/fit-relevance.py FEATURES.jsonl [--write src/retrieval/relevance-weights.json]

Right: the best hit of a question whose articles are in the corpus, when it is the right one. Wrong: the best hit when
they are not. A wrong best hit of an answerable question teaches nothing. It prints, cross-validated in five parts by
paragraph, how many questions without their articles are refused when 3, 5 and 8 % of the answerable ones are.
Needs numpy and scikit-learn.
"""
import argparse
import hashlib
import json

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

FOLDS = 5
PENALTY = 0.3
SMALLEST_WEIGHT = 1e-3
# Of the engine and of the place, not of the match; and those that only say how long or which part the passage is.
LEFT_OUT = {"engine", "engineRank", "position", "length", "runs", "answerType"}


def model():
    return make_pipeline(StandardScaler(), LogisticRegression(C=PENALTY, max_iter=3000))


def fit_language(rows, language):
    names = [name for name in rows[0]["features"] if name not in LEFT_OUT]
    x = np.array([[row["features"][name] for name in names] for row in rows])
    answerable = np.array([row["answerable"] for row in rows])
    teaches = np.array([not row["answerable"] or row["right"] for row in rows])
    fold = np.array([int(hashlib.md5(row["paragraph"].encode()).hexdigest(), 16) % FOLDS for row in rows])
    likely = np.zeros(len(rows))
    for part in range(FOLDS):
        train = (fold != part) & teaches
        likely[fold == part] = model().fit(x[train], answerable[train]).predict_proba(x[fold == part])[:, 1]
    for wrongly in (0.03, 0.05, 0.08):
        bound = np.quantile(likely[answerable], wrongly)
        refused = 100 * (likely[~answerable] < bound).mean()
        print(f"{language}: {100 * wrongly:.0f} % wrongly refused at {bound:.3f}: {refused:.1f} % rightly refused")
    fitted = model().fit(x[teaches], answerable[teaches])
    scale, regression = fitted.named_steps["standardscaler"], fitted.named_steps["logisticregression"]
    weights = regression.coef_[0] / scale.scale_
    bias = regression.intercept_[0] - weights @ scale.mean_
    kept = {name: round(float(w), 3) for name, w in zip(names, weights) if abs(w) > SMALLEST_WEIGHT}
    return {"bias": round(float(bias), 3), "weights": kept}


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
        with open(options.write, "w", encoding="utf8") as out:
            out.write(json.dumps(weights, indent=2) + "\n")


main()
