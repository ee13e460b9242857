/** Every verb the ledger answers. A wing names its own beside its use cases; one that no wing answers does not compile. */
import type { Input, LedgerVerb, OpeningVerb, Output } from '../../contract/verbs.ts';
import type { Asked } from '../request/asked.ts';
import type { Scope } from '../request/scope.ts';
import { verifyLedger } from '../verify/verification.ts';
import type { OfficeFolder } from './office-folder.ts';
import { wingHandlers } from './wing-handlers.ts';

/** What makes an office, or works on books that are not open, is given the folder itself. */
export interface AskedOfFolder {
  readonly office: OfficeFolder;
  /** With the persons proven, for what goes on record in the books as they are; null for what does not. */
  readonly scope: Scope | null;
  readonly operator: string;
}

export type Handlers = {
  readonly [V in LedgerVerb]: (
    asked: V extends OpeningVerb ? AskedOfFolder : Asked<V>,
    input: Input<V>,
  ) => Promise<Output<V>>;
};

export const handlers: Handlers = {
  'office.create': ({ office, operator }, input) => office.create(input, operator),
  'office.restoreFrom': ({ office }, input) => office.restore(input),
  'office.acceptBooks': ({ office, scope }) => office.accept(scope),
  'ledger.verify': ({ office }) => verifyLedger(office.present, office.shut),
  ...wingHandlers,
};

export async function callHandler(
  table: Handlers,
  verb: LedgerVerb,
  asked: Scope | AskedOfFolder,
  input: unknown,
): Promise<unknown> {
  // Proven by the verb's schema and policy before; the compiler cannot follow a verb through the table of handlers.
  const handler = table[verb] as (asked: Scope | AskedOfFolder, input: unknown) => Promise<unknown>;
  return handler(asked, input);
}
