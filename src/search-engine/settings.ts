/** Where a cluster is and what is ours in it; plain values, so that they can go to another process. */
export interface EngineSettings {
  /** Addresses of nodes without user and password. */
  readonly nodes: readonly string[];
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** A file with the certificates of who signed the nodes' own. */
  readonly ca?: string | undefined;
  /** What the names of all our indices begin with; of all machines that share a corpus the same. */
  readonly prefix: string;
  /** Copies of every shard on other nodes. */
  readonly replicas: number;
}
