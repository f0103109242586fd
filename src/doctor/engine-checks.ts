import { type ClusterHealth, SearchEngine } from '../search-engine/search-engine.js';
import type { EngineSettings } from '../search-engine/settings.js';
import { bad, type Finding, good, notice, reasonOf } from './finding.js';

const CHECK = 'Search engine';

/** Whether the cluster can be reached, holds an index, and has all copies of it. */
export async function checkEngine(settings: EngineSettings): Promise<Finding> {
  const engine = new SearchEngine(settings);
  try {
    const health = await engine.health();
    const name = await engine.current();
    return name === null
      ? notice(CHECK, `${cluster(health)} answers and has no index yet.`, 'npx wenju index makes one.')
      : verdict(health);
  } catch (error) {
    return bad(
      CHECK,
      reasonOf(error),
      'Check that the nodes run and that OPENSEARCH_URL, OPENSEARCH_USER, OPENSEARCH_PASSWORD and OPENSEARCH_CA are right.',
    );
  } finally {
    await engine.close();
  }
}

function cluster({ nodes }: ClusterHealth): string {
  return `A cluster of ${nodes} ${nodes === 1 ? 'node' : 'nodes'}`;
}

function verdict(health: ClusterHealth): Finding {
  const held = `${cluster(health)} has the index`;
  switch (health.status) {
    case 'green':
      return good(CHECK, `${held} and every copy of it.`);
    case 'yellow':
      return notice(
        CHECK,
        `${held}, but not every copy of it.`,
        'Questions are answered. See that all nodes run.',
      );
    case 'red':
      return bad(
        CHECK,
        `${held}, but some of it is on no node that runs.`,
        'Start the nodes that are missing.',
      );
  }
}
