"""Fits the ranker: a linear model over the features that bench/fit-ranker.ts wrote.

Usage: python bench/fit-ranker.py FEATURES.jsonl chinese|english [--write src/retrieval/ranker-weights.json]

The model maximises the share of a softmax over a question's candidates that falls to the right ones (listwise
loss), over standardised features, with an L2 penalty. It prints, by set, the engine's own order, the fit, and the
cross-validated figures: five parts by paragraph, so that no paragraph is in both the fitted and the measured part.
Needs numpy and scipy.
"""
import argparse
import collections
import hashlib
import json

import numpy as np
from scipy.optimize import minimize

FOLDS = 5
PENALTY = 1e-3
ITERATIONS = 200
SMALLEST_WEIGHT = 1e-3
# Nearly every article of the bench is one paragraph, so its place there says nothing about real articles.
LEFT_OUT = {"position"}
MRR_DEPTH = 10
# Of a set with fewer questions than that each counts so many times: it is of another kind, which is not to be outvoted.
FEW = 100
FEW_WEIGHT = 3.0


class Question:
    def __init__(self, row):
        self.set = row["set"]
        self.fold = int(hashlib.md5(row["paragraph"].encode()).hexdigest(), 16) % FOLDS
        self.features = np.array([values for _, values in row["rows"]])
        self.right = np.array([right for right, _ in row["rows"]])

    def place(self, weights):
        """Place of the first right candidate, from 0; None when there is none."""
        if not self.right.any():
            return None
        order = np.argsort(-(self.features @ weights), kind="stable")
        return int(np.flatnonzero(self.right[order])[0])


def read(path):
    with open(path, encoding="utf8") as lines:
        names = json.loads(next(lines))
        questions = [Question(json.loads(line)) for line in lines]
    for place, name in enumerate(names):
        if name in LEFT_OUT:
            for question in questions:
                if len(question.features) > 0:
                    question.features[:, place] = 0
    return names, questions


def fit(questions):
    """Weights for the plain features."""
    learnable = [question for question in questions if question.right.any()]
    features = np.concatenate([question.features for question in learnable])
    right = np.concatenate([question.right for question in learnable])
    starts = np.cumsum([0] + [len(question.right) for question in learnable[:-1]])
    counts = [len(question.right) for question in learnable]
    sizes = collections.Counter(question.set for question in questions)
    weight = np.array([FEW_WEIGHT if sizes[question.set] < FEW else 1.0 for question in learnable])
    weight /= weight.mean()
    spread = features.std(0) + 1e-6
    features = (features - features.mean(0)) / spread

    def loss(weights):
        scores = features @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, starts), counts)
        shares = np.exp(scores)
        shares /= np.repeat(np.add.reduceat(shares, starts), counts)
        hit = np.add.reduceat(shares * right, starts) + 1e-12
        wanted = shares * right / np.repeat(hit, counts)
        gradient = -features.T @ ((wanted - shares) * np.repeat(weight, counts))
        n = len(learnable)
        return -(weight * np.log(hit)).sum() / n + PENALTY * weights @ weights, gradient / n + 2 * PENALTY * weights

    start = np.zeros(features.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS})
    return found.x / spread


def report(title, questions, places):
    groups = collections.defaultdict(list)
    for question, place in zip(questions, places):
        groups["all"].append(place)
        groups[question.set].append(place)
    for name, found in groups.items():
        at = lambda k: 100 * sum(place is not None and place < k for place in found) / len(found)
        mrr = 100 * sum(1 / (place + 1) for place in found if place is not None and place < MRR_DEPTH) / len(found)
        print(f"{title:16} {name:10} {len(found):5} R@1 {at(1):5.1f}  R@5 {at(5):5.1f}  MRR@10 {mrr:5.1f}")


def cross_validated(questions):
    """Places of every question by weights that have not seen its paragraph."""
    weights = [fit([question for question in questions if question.fold != fold]) for fold in range(FOLDS)]
    return [question.place(weights[question.fold]) for question in questions]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("features")
    arguments.add_argument("language", choices=["chinese", "english"])
    arguments.add_argument("--write", metavar="WEIGHTS.json")
    options = arguments.parse_args()
    names, questions = read(options.features)
    engine = np.array([1.0 if name == "engine" else 0.0 for name in names])
    report("engine alone", questions, [question.place(engine) for question in questions])
    weights = fit(questions)
    report("fitted", questions, [question.place(weights) for question in questions])
    report("cross-validated", questions, cross_validated(questions))
    named = {name: round(float(weight), 3) for name, weight in zip(names, weights) if abs(weight) > SMALLEST_WEIGHT}
    print(json.dumps(named))
    if options.write:
        with open(options.write, encoding="utf8") as file:
            stored = json.load(file)
        stored[options.language] = named
        with open(options.write, "w", encoding="utf8") as file:
            json.dump(stored, file, indent=2)
            file.write("\n")


if __name__ == "__main__":
    main()
