/**
 * What texts tell of a corpus's names, ordinals and sounds, as counts: that of several articles adds up, and that of
 * an article which is gone can be taken off again, so that a change touches nothing but its own articles.
 */
import type { Article } from '../corpus/article.js';
import { gatherNames, gazetteerOf } from '../language/names.js';
import { findTransliterations } from '../language/transliteration.js';
import type { MinedFacts } from './mined-facts.js';
import { inOrder, type OrdinalFact, ordinalsIn } from './ordinals.js';
import type { Passage } from './passage.js';
import { foldedTitle } from './passages.js';
import { transliterationTable } from './sounds.js';

const KINDS = ['persons', 'foreign', 'places', 'organizations', 'ordinals', 'sounds'] as const;
type Kind = (typeof KINDS)[number];

/** Counts by text, for each kind of evidence; an ordinal's text is its fact as JSON. */
export type Evidence = Readonly<Record<Kind, ReadonlyMap<string, number>>>;

/** Counts that grow and shrink. */
export class EvidenceSum {
  readonly #counts: Readonly<Record<Kind, Map<string, number>>> = {
    persons: new Map(),
    foreign: new Map(),
    places: new Map(),
    organizations: new Map(),
    ordinals: new Map(),
    sounds: new Map(),
  };

  /** Adds evidence, or takes it off again with `sign` -1. */
  add(evidence: Evidence, sign: 1 | -1 = 1): void {
    for (const kind of KINDS) {
      const counts = this.#counts[kind];
      for (const [text, count] of evidence[kind]) {
        const sum = (counts.get(text) ?? 0) + sign * count;
        if (sum === 0) counts.delete(text);
        else counts.set(text, sum);
      }
    }
  }

  /** What the evidence that is left amounts to; equal evidence gives equal facts. */
  facts(): MinedFacts {
    const { ordinals, sounds } = this.#counts;
    return {
      gazetteer: gazetteerOf(this.#counts),
      ordinals: inOrder([...ordinals.keys()].map((json): OrdinalFact => JSON.parse(json))),
      transliterations: transliterationTable(sounds.keys()),
    };
  }
}

/** The evidence of articles with their passages. */
export function gatherEvidence(
  articles: readonly { readonly article: Article; readonly passages: readonly Passage[] }[],
): Evidence {
  const texts = articles.flatMap(({ article, passages }) => [
    foldedTitle(article),
    ...passages.map(({ folded }) => folded),
  ]);
  const ordinals = new Map<string, number>();
  const sounds = new Map<string, number>();
  for (const text of texts) {
    for (const fact of ordinalsIn(text)) count(ordinals, JSON.stringify(fact));
    for (const { text: name } of findTransliterations(text)) count(sounds, name);
  }
  return { ...gatherNames(texts), ordinals, sounds };
}

function count(counts: Map<string, number>, text: string): void {
  counts.set(text, (counts.get(text) ?? 0) + 1);
}

/** Evidence as bytes for a snapshot. */
export function packEvidence(evidence: Evidence): Uint8Array {
  return Buffer.from(JSON.stringify(KINDS.map((kind) => [...evidence[kind]])));
}

/** The evidence of packEvidence. */
export function unpackEvidence(bytes: Uint8Array): Evidence {
  const lists: readonly (readonly [string, number][])[] = JSON.parse(Buffer.from(bytes).toString('utf8'));
  const of = (kind: Kind) => new Map(lists[KINDS.indexOf(kind)]);
  return {
    persons: of('persons'),
    foreign: of('foreign'),
    places: of('places'),
    organizations: of('organizations'),
    ordinals: of('ordinals'),
    sounds: of('sounds'),
  };
}
