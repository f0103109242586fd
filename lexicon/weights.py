"""The weights of an English entry's Chinese words: dictionary senses, related words' senses, and near vectors."""
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sources import Glosses
from vectors import Neighbours

Words = dict[str, float]

FIRST_SENSES = 4  # that stand for an entry beside its own vector


@dataclass(frozen=True)
class Recipe:
    """The numbers; README.md says how they were chosen. Cosines are of centred vectors."""

    # own senses
    senses: int = 14  # the best ones that are kept
    sense_power: float = 1.4  # of 1 / (1 + place / 2)
    sense_use: float = 4.0  # zipf from which a Chinese word has its whole weight, below it in proportion ...
    sense_rare: float = 0.3  # ... but never less than this share
    sense_single: float = 0.2  # share of a single character: it is ambiguous
    # senses of related words (spelling, inflection, derivation, synonyms)
    related: float = 0.5
    related_cosine: float = 0.3  # no share below this likeness of the two English words, all of it from ...
    related_top: float = 0.7
    # Chinese words near the English word, or near it and its own senses together
    near: float = 0.4
    near_cosine: float = 0.45
    near_cosine_bare: float = 0.40  # of a word without senses
    near_top: float = 0.9
    near_single: float = 0.05
    centre: float = 0.4
    centre_cosine: float = 0.55
    # Chinese words of near glosses
    gloss: float = 0.5
    gloss_cosine: float = 0.4
    gloss_single: float = 0.1
    gloss_sense: float = 0.3  # senses later than this are left out
    gloss_added: float = 1.0  # share that adds to a word found before
    # our own list
    government: float = 1.4
    government_single: float = 0.3


class Weigher:
    """Everything that an entry's weights come from."""

    def __init__(
        self,
        recipe: Recipe,
        glosses: Glosses,
        government: dict[str, Words],
        related: Callable[[str], dict[str, float]],
        cosine: Callable[[str, str], float],
        use: Words,
        chinese: list[str],
        gloss_words: list[str],
    ) -> None:
        self.recipe, self.glosses, self.government = recipe, glosses, government
        self.related, self.cosine = related, cosine
        self.use, self.chinese, self.gloss_words = use, chinese, gloss_words

    def weights(self, term: str, near: Neighbours, centre: Neighbours, gloss: Neighbours) -> Words:
        """{Chinese word: weight} of a term; each neighbour list is (indices, cosines) of this term alone."""
        words = self._own(term)
        self._add_related(words, term)
        self._add_near(words, near, centre)
        self._add_glosses(words, gloss)
        for word, share in self.government.get(term, {}).items():
            single = self.recipe.government_single if len(word) == 1 else 1
            words[word] = max(words.get(word, 0), self.recipe.government * share * single)
        return words

    def _own(self, term: str) -> Words:
        r = self.recipe
        best = sorted(self.glosses.get(term, {}).items(), key=lambda x: -x[1])[: r.senses]
        return {w: self._sense(w, s) * self._used(w) for w, s in best}

    def _sense(self, word: str, share: float) -> float:
        return share**self.recipe.sense_power * (self.recipe.sense_single if len(word) == 1 else 1)

    def _used(self, word: str) -> float:
        return min(1, max(self.recipe.sense_rare, self.use.get(word, 0) / self.recipe.sense_use))

    def _add_related(self, words: Words, term: str) -> None:
        r = self.recipe
        for other, share in self.related(term).items():
            senses = self.glosses.get(other)
            if not senses:
                continue
            likeness = (self.cosine(term, other) - r.related_cosine) / (r.related_top - r.related_cosine)
            factor = r.related * share * min(1, max(0, likeness))
            for w, s in sorted(senses.items(), key=lambda x: -x[1])[: r.senses]:
                words[w] = max(words.get(w, 0), factor * self._sense(w, s))

    def _add_near(self, words: Words, near: Neighbours, centre: Neighbours) -> None:
        r = self.recipe
        floor = r.near_cosine if words else r.near_cosine_bare
        for scale, low, (index, cosines) in ((r.near, floor, near), (r.centre, r.centre_cosine, centre)):
            for i, c in zip(index, cosines):
                if c > low:
                    w = self.chinese[i]
                    x = scale * float(c - low) / (r.near_top - low) * (r.near_single if len(w) == 1 else 1)
                    words[w] = max(words.get(w, 0), x)

    def _add_glosses(self, words: Words, gloss: Neighbours) -> None:
        r = self.recipe
        before = set(words)
        for i, c in zip(*gloss):
            factor = r.gloss * float(c - r.gloss_cosine) / (1 - r.gloss_cosine)
            if factor <= 0:
                continue
            for w, s in self.glosses[self.gloss_words[i]].items():
                if s >= r.gloss_sense:
                    x = factor * s * (r.gloss_single if len(w) == 1 else 1)
                    words[w] = words[w] + r.gloss_added * x if w in before else max(words.get(w, 0), x)


def first_senses(term: str, glosses: Glosses, known: dict[str, int]) -> list[tuple[float, str]]:
    """The best senses of a term that have a vector, single characters left out."""
    return sorted(((s, w) for w, s in glosses.get(term, {}).items() if len(w) > 1 and w in known), reverse=True)[:FIRST_SENSES]


def centres(x: np.ndarray, senses: list[list[tuple[float, str]]], known: dict[str, int], z: np.ndarray) -> np.ndarray:
    """Unit vectors half way between each term's vector (a row of `x`) and the mean of its senses; zeros without any."""
    out = np.zeros_like(x)
    for k, of in enumerate(senses):
        if of:
            mean = sum(s * z[known[w]] for s, w in of)
            out[k] = x[k] + mean / (np.linalg.norm(mean) + 1e-9)
    return out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-9)
