"""Prunes, quantises and writes the table (README.md describes the format)."""
import json
import math
from collections.abc import Callable, Set
from dataclasses import dataclass
from pathlib import Path

import brotli

FLOOR, TOP, LEVELS = 0.015, 1.4, 16
LONGEST = 8  # characters of a Chinese word that is not of our own list
USE_BASE, USE_POWER = 1.1, 4  # a word's chance to be needed grows with (zipf - base) ** power
OWN = 3  # a dictionary sense counts that many times when words are cut
LEAST_LEVEL = 4  # words below it are kept only if they are senses
RARE = 2.0  # zipf; a phrase whose senses are all rarer keeps nothing but them
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

Table = dict[str, dict[str, int]]


@dataclass(frozen=True)
class Scale:
    """LEVELS logarithmic steps of weight."""

    floor: float = FLOOR
    top: float = TOP

    def level(self, weight: float) -> float:
        return math.log(min(weight, self.top) / self.floor) / (math.log(self.top / self.floor) / (LEVELS - 1))

    def nearest_level(self, weight: float) -> int:
        return max(0, min(LEVELS - 1, round(self.level(weight))))


SCALE = Scale()


def prune(
    words: dict[str, float], own: Set[str], ours: Set[str], use: dict[str, float], most: int, phrase: bool
) -> dict[str, int]:
    """All words of our own list and the `most` that are likeliest to serve, each with its weight's level.

    `own` are the entry's senses, `ours` its words of our list. A phrase with rare senses keeps no neighbours: where a
    corpus lacks its senses, the entry goes, and a reader falls back to the phrase's words.
    """

    def worth(word: str) -> float:
        known = max(use.get(word, 0) - USE_BASE, 1) ** USE_POWER
        return words[word] * known * (OWN if word in own else 1)

    alone = phrase and all(use.get(w, 0) < RARE for w in own | ours)
    levels = {w: SCALE.level(x) for w, x in words.items() if x >= FLOOR}
    fit = [
        w
        for w, level in levels.items()
        if w not in ours and len(w) <= LONGEST and (w in own or (not alone and round(level) >= LEAST_LEVEL))
    ]
    return {w: coarse(levels[w]) for w in [*ours, *sorted(fit, key=worth, reverse=True)[:most]]}


def coarse(level: float) -> int:
    """Every second level only: the table gets 6 % smaller, and no figure changes."""
    return min(LEVELS - 1, round(level) | 1)


def number(value: int) -> str:
    text = ""
    while value > 31:
        text += DIGITS[value & 31 | 32]
        value >>= 5
    return text + DIGITS[value]


def write(path: Path, table: Table, first: Callable[[str], bool], header: dict, scale: Scale = SCALE) -> None:
    """Writes the table; entries for which `first` holds are looked up before all others."""
    words = sorted({w for entry in table.values() for w in entry})
    place = {w: i for i, w in enumerate(words)}
    lines = []
    for term in sorted(table, key=lambda t: (not first(t), t)):
        last, code = 0, ""
        for i, level in sorted((place[w], level) for w, level in table[term].items()):
            code += number((i - last) * LEVELS + level)
            last = i
        lines.append(f"{term}\t{code}")
    header = dict(
        version=1, floor=scale.floor, top=scale.top, levels=LEVELS, **header,
        entries=len(table), glosses=sum(map(first, table)), chinese=len(words), pairs=sum(map(len, table.values())),
    )  # fmt: skip
    text = "\n".join([json.dumps(header, ensure_ascii=False), " ".join(words), *lines, ""]).encode()
    data = brotli.compress(text, quality=11, lgwin=24) if path.suffix == ".br" else text
    path.write_bytes(data)
    print(
        f"{path.name}: {len(table)} entries, {header['pairs']} pairs, {len(words)} Chinese words, "
        f"{len(text)} bytes raw, {len(data)} written"
    )
