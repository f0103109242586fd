import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';

/** Why nodes cannot be killed here, to be skipped with a word; null when they can. */
export const untouchable = inject('faults') === '' ? (inject('missing') ?? 'the nodes are not ours') : null;
export const WITH_OUR_NODES = `on nodes of our own${untouchable === null ? '' : ` (skipped: ${untouchable})`}`;

/** What can be done to the nodes of the cluster that all tests share. */
export const faults = {
  /** kill -9. */
  kill: (node: number) => act('kill', node),
  /** SIGSTOP: it hangs, and its connections stay. */
  pause: (node: number) => act('pause', node),
  /** SIGCONT. */
  resume: (node: number) => act('resume', node),
  /** Resolves when the node answers. */
  restart: (node: number) => act('restart', node),
  /** Resolves when all nodes are there and no copy is missing. */
  green: () => act('green', 0),
};

async function act(name: string, node: number): Promise<void> {
  const response = await fetch(`${inject('faults')}/${name}/${node}`, { method: 'POST' });
  if (!response.ok) throw new Error(await response.text());
}

/** Number of the node that leads the cluster: its loss is the worst. */
export async function leader(): Promise<number> {
  const nodes = inject('nodes');
  for (;;) {
    for (const url of nodes) {
      const response = await fetch(`${url}/_cat/cluster_manager?format=json`).catch(() => null);
      const [manager] = response?.ok ? ((await response.json()) as readonly { readonly node: string }[]) : [];
      if (manager !== undefined) return Number(manager.node.replace('node-', ''));
    }
    await wait(200);
  }
}
