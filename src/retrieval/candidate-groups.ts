/**
 * What the candidates of one article, or of several by the same title, have of a question together: a notice names its
 * issuer and its subject at the top, and what is asked about stands many paragraphs below.
 */
import { FEATURES } from './features.js';
import type { PreparedQuestion } from './scan.js';

const TERMS_GROUP = FEATURES.indexOf('termsGroup');
const CONCEPTS_GROUP = FEATURES.indexOf('conceptsGroup');

interface Group {
  /** 1 for every term that some passage or the title has. */
  readonly terms: Uint8Array;
  /** By concept, the weight of the heaviest variant found. */
  readonly concepts: Float64Array;
}

/** The groups of one question's candidates; all are added before any is lent what the others have. */
export class CandidateGroups {
  readonly #groups = new Map<string, Group>();

  constructor(readonly prepared: PreparedQuestion) {}

  /** Notes for a group what the question's scans have just found. */
  add(group: string): void {
    const { body, title, termCount, conceptIdf } = this.prepared;
    const { terms, concepts } = this.#groupOf(group);
    for (let i = 0; i < termCount; i++)
      if ((body.termCounts[i] ?? 0) > 0 || (title.termCounts[i] ?? 0) > 0) terms[i] = 1;
    for (let i = 0; i < conceptIdf.length; i++)
      concepts[i] = Math.max(concepts[i] ?? 0, body.concepts[i] ?? 0, title.concepts[i] ?? 0);
  }

  /** Writes what the group has into a feature vector of one of its passages. */
  lend(group: string, features: Float64Array): void {
    const { termIdf, termIdfSum, conceptIdf, conceptIdfSum } = this.prepared;
    const { terms, concepts } = this.#groupOf(group);
    features[TERMS_GROUP] = weigh(terms, termIdf) / termIdfSum;
    features[CONCEPTS_GROUP] = weigh(concepts, conceptIdf) / conceptIdfSum;
  }

  #groupOf(name: string): Group {
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    const { termCount, conceptIdf } = this.prepared;
    const group = { terms: new Uint8Array(termCount), concepts: new Float64Array(conceptIdf.length) };
    this.#groups.set(name, group);
    return group;
  }
}

function weigh(shares: ArrayLike<number>, idf: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < idf.length; i++) sum += (shares[i] ?? 0) * (idf[i] ?? 0);
  return sum;
}
