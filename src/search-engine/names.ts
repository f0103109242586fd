/** Names of what is ours in a cluster. */

/** Begins anew whenever documents or mapping change, so that no index of another form is taken for one of ours. */
const FORM = 1;

export interface EngineNames {
  /** Stands for all indices of the segments that count. */
  readonly alias: string;
  /** Stands for the index of the snapshot that counts. */
  readonly current: string;
  /** Where writers exclude one another. */
  readonly lock: string;
  /** What matches all indices of segments and snapshots. */
  readonly all: readonly string[];
  segment(id: string): string;
  snapshot(name: string): string;
  /** The name of the snapshot that an index is of; null when it is none of ours. */
  snapshotIn(index: string): string | null;
}

export function namesUnder(prefix: string): EngineNames {
  const ofSegments = `${prefix}-segment${FORM}-`;
  const ofSnapshots = `${prefix}-snapshot${FORM}-`;
  return {
    alias: prefix,
    current: `${prefix}-current${FORM}`,
    lock: `${prefix}-lock`,
    all: [`${prefix}-segment*`, `${prefix}-snapshot*`],
    segment: (id) => `${ofSegments}${id}`,
    snapshot: (name) => `${ofSnapshots}${name}`,
    snapshotIn: (index) => (index.startsWith(ofSnapshots) ? index.slice(ofSnapshots.length) : null),
  };
}
