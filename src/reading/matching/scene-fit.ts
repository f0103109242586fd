/** Finds the scenes that a question is about: those that meet its conditions, by how much of its topic they carry. */
import type { Article } from '../../corpus/article.js';
import type { CorpusKnowledge, Hit } from '../../retrieval/passage.js';
import type { Constraint, Question } from '../../retrieval/question.js';
import { type Outline, outlineOf } from '../facts/outline.js';
import type { Statement } from '../facts/roles.js';
import type { Line, Scene } from '../facts/scenes.js';
import { headOf, meets } from './conditions.js';
import { coverage, topicConcepts } from './coverage.js';
import { meetingNames } from './meeting-names.js';
import { isSeat, isSeatedElsewhere } from './meeting-seats.js';

export interface SceneFit {
  readonly outline: Outline;
  readonly scene: Scene;
  readonly lines: readonly Line[];
  readonly statements: readonly Statement[];
  /** 0..1: share of the topic's concepts that stand in the scene or the article's titles. */
  readonly coverage: number;
  /** For ordering: coverage, how directly the conditions are met, and a little of the ranking. */
  readonly score: number;
}

/** So many articles of the ranking are read closely; more never held the answer on the development questions. */
const READ_ARTICLES = 12;
/** What the rank of a scene's article is worth beside coverage (0..1). */
const RANK_WEIGHT = 0.15;
/** What the asked kind of meeting in the opening or the titles is worth. */
const NAME_WEIGHT = 0.3;
/** Conditions met by mention only instead of by what the scene is about. */
const DIRECTNESS_WEIGHT = 0.4;

export interface SceneSearch {
  /** Scenes that meet every condition, best first. */
  readonly fits: readonly SceneFit[];
  /** Conditions that no scene of the articles read meets. */
  readonly unmet: readonly Constraint[];
}

/** Articles of the ranking, each once, best first. */
export function articlesOf(hits: readonly Hit[]): readonly Article[] {
  return [...new Set(hits.map(({ passage }) => passage.article))].slice(0, READ_ARTICLES);
}

/** The scenes of the best articles against the question; `conditions` are those to be met. */
export function searchScenes(
  question: Question,
  conditions: readonly Constraint[],
  hits: readonly Hit[],
  knowledge: CorpusKnowledge,
): SceneSearch {
  const topic = topicConcepts(question);
  const names = meetingNames(question);
  const met = new Set<Constraint>();
  const seats = new Set(conditions.filter((condition) => isSeat(question, condition)));
  const fits = articlesOf(hits).flatMap((article, rank) => {
    const outline = outlineOf(article, knowledge);
    const head = headOf(article);
    return scenesOf(outline).flatMap(({ scene, lines }): SceneFit[] => {
      const degrees = conditions.map((condition) =>
        seats.has(condition) && isSeatedElsewhere(placeOf(condition), scene, outline)
          ? 0
          : meets(condition, scene, lines, outline),
      );
      conditions.forEach((condition, i) => {
        if ((degrees[i] ?? 0) > 0) met.add(condition);
      });
      if (degrees.some((degree) => degree === 0)) return [];
      const text = `${head}\n${lines.map(({ folded, range }) => folded.slice(...range)).join('\n')}`;
      const share = coverage(topic, text);
      const direct = degrees.reduce((sum, degree) => sum + degree, 0) / Math.max(1, degrees.length);
      const score =
        share +
        (degrees.length > 0 ? DIRECTNESS_WEIGHT * direct : 0) +
        RANK_WEIGHT / (1 + rank) +
        NAME_WEIGHT * namedShare(names, `${head}\n${scene.opening}`);
      const statements = outline.statements.filter(({ line }) => line.scene === scene);
      return [{ outline, scene, lines, statements, coverage: share, score }];
    });
  });
  return {
    fits: fits.sort((a, b) => b.score - a.score),
    unmet: conditions.filter((condition) => !met.has(condition)),
  };
}

/** A place as the texts write it, with the ending that the question gives it. */
function placeOf(condition: Constraint): string {
  const isLatin = condition.type === 'place' && /[a-z]/iu.test(condition.surface);
  return isLatin ? condition.name : condition.surface;
}

/** Share of the asked kinds of meeting that a text names, by any of their names. */
function namedShare(names: readonly (readonly string[])[], text: string): number {
  if (names.length === 0) return 0;
  return names.filter((ways) => ways.some((way) => text.includes(way))).length / names.length;
}

function scenesOf(outline: Outline): readonly { readonly scene: Scene; readonly lines: readonly Line[] }[] {
  const byScene = new Map<Scene, Line[]>();
  for (const line of outline.lines) {
    const lines = byScene.get(line.scene) ?? [];
    byScene.set(line.scene, lines);
    lines.push(line);
  }
  return [...byScene].map(([scene, lines]) => ({ scene, lines }));
}
