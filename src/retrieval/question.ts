/** A question as understood: what kind of answer it wants, what must hold, and which concepts a passage should have. */

export type Language = 'en' | 'zh-Hans' | 'zh-Hant';

/** What an answer must be. `statement` is what somebody said or demanded; `definition` what something is. */
export type AnswerKind =
  | 'person'
  | 'time'
  | 'place'
  | 'number'
  | 'which'
  | 'list'
  | 'definition'
  | 'statement'
  | 'manner'
  | 'reason'
  | 'yes-no'
  | 'other';

/** A part in a meeting or an act that the texts keep apart. */
export type Role =
  | 'chair' // 主持
  | 'attend' // 出席
  | 'attend-and-speak' // 出席并讲话
  | 'sit-in' // 列席
  | 'deploy' // 作具体部署
  | 'notify' // 通报
  | 'report' // 汇报
  | 'take-part' // 参加
  | 'speak' // 讲话
  | 'inspect'; // 调研, 检查, 督导

/** Something that must be so, or the articles don't answer. All names are folded. */
export type Constraint =
  | { readonly type: 'ordinal'; readonly value: number; readonly noun: string; readonly surface: string }
  | { readonly type: 'date'; readonly iso: string; readonly surface: string }
  | { readonly type: 'place'; readonly name: string; readonly surface: string }
  | { readonly type: 'person'; readonly name: string; readonly surface: string };

/** What the question wants: independent of any ranking. */
export interface Intent {
  readonly kind: AnswerKind;
  /** All items are asked for (有哪些, 都有谁, who attended). */
  readonly plural: boolean;
  readonly role: Role | null;
  /** Folded Chinese office or relation that the answer holds (省长, 二级巡视员), also for English questions. */
  readonly office: string | null;
  readonly constraints: readonly Constraint[];
}

/** One way to say a concept, as folded text to look for. */
export interface Variant {
  readonly text: string;
  /** 0..1, 1 for the literal word. */
  readonly weight: number;
  /** A word that only means nearly the same (lexicon/near-zh.txt.br). */
  readonly isNear?: true;
}

export type ConceptKind = 'word' | 'name' | 'number';

/** A content word of the question with every way in which a passage may say it. For Chinese questions mostly one variant. */
export interface Concept {
  readonly surface: string;
  readonly kind: ConceptKind;
  readonly variants: readonly Variant[];
  /** Inverse document frequency, natural log, over the indexed passages; higher for concepts that no passage has. */
  readonly idf: number;
  /** In how many passages some variant stands (weighted); 0 when nowhere. */
  readonly frequency: number;
}

export interface Question extends Intent {
  readonly text: string;
  readonly language: Language;
  /** `text` on the folded layer. */
  readonly folded: string;
  /** Folded Chinese question with question phrases (是谁, 哪一年, 请问) cut out; empty for English. */
  readonly core: string;
  readonly concepts: readonly Concept[];
}
