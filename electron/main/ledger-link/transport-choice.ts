/** The one place that decides how the ledger process is run (docs/runtime.md 2). */

/** better-sqlite3 13 and newer need it. */
const neededNodeApi = 10;

export interface RuntimeFacts {
  /** `process.versions.napi` of main. */
  readonly nodeApi: string | undefined;
  readonly packaged: boolean;
}

/** True on the development fallback runtime: unsupported for real work, and the windows say so. */
export function runtimeIsTooOld({ nodeApi }: RuntimeFacts): boolean {
  return Number(nodeApi ?? '0') < neededNodeApi;
}

/** A packaged program brings its own runtime and never takes the fork. */
export function chooseTransport(facts: RuntimeFacts): 'utility-process' | 'forked-node' {
  return runtimeIsTooOld(facts) && !facts.packaged ? 'forked-node' : 'utility-process';
}
