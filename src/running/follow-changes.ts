import type { FullLibrary } from '../search-process/calls.js';
import type { Changes } from '../store/changes.js';

/** Lets the library look when articles were changed, by whatever process of whatever machine; what it gives ends that. */
export function followChanges(
  changes: Changes,
  library: Pick<FullLibrary, 'catchUp'>,
  warn: (message: string, error?: unknown) => void,
): () => void {
  let looking = false;
  let again = false;
  const look = async (): Promise<void> => {
    looking = true;
    do {
      again = false;
      await library
        .catchUp()
        .catch((error: unknown) => warn('What was changed elsewhere could not be taken over.', error));
    } while (again);
    looking = false;
  };
  return changes.subscribe((change) => {
    if (change.of !== 'articles') return;
    if (looking) again = true;
    else void look();
  });
}
