/**
 * Into how few files the first screen of a window goes. Each file is a request that main answers, one after the other, before the screen is
 * there; a bundler left to itself makes a file of whatever two later screens share.
 */
import { join } from 'node:path';

/** What the bundler knows of a module while it names chunks; null for one it has not met. */
interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** The chunk of a module: `both` where both windows begin with it, `teller` or `customer` where one does, null for what is loaded later. */
export function firstChunks(rendererDir: string): (id: string, graph: ModuleGraph) => string | null {
  const begun: { teller?: ReadonlySet<string>; customer?: ReadonlySet<string> } = {};
  return (id, graph) => {
    begun.teller ??= beginningOf(join(rendererDir, 'teller', 'main.ts'), graph);
    begun.customer ??= beginningOf(join(rendererDir, 'customer', 'main.ts'), graph);
    const [inTeller, inCustomer] = [begun.teller.has(id), begun.customer.has(id)];
    if (inTeller && inCustomer) return 'both';
    if (inTeller) return 'teller-first';
    return inCustomer ? 'customer-first' : null;
  };
}

/** All that is imported before the entry runs; what is imported while it runs is not in it. Throws when the bundle has no such entry. */
function beginningOf(entry: string, graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [entry];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  if (found.size === 1) throw new Error(`The bundle has no entry ${entry}.`);
  return found;
}
