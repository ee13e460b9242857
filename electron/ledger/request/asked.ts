/** What a use case is given of a request: its scope, with what the verb's policy promises proven and there. */
import type { Clerk } from '../../contract/office/office-views.ts';
import type {
  HolderVerb,
  InPlaceVerb,
  LedgerVerb,
  OnceVerb,
  SecondVerb,
  SessionVerb,
  VisitVerb,
} from '../../contract/verbs.ts';
import type { OperationKey } from './operation-rows.ts';
import type { Scope } from './scope.ts';
import type { Decider, LiftedBy, SecondOfCommand } from './second-of-command.ts';
import type { HolderSession } from './session/holder-session-rows.ts';
import type { SessionRow } from './session/session-rows.ts';
import type { VisitRow } from './visit/visit-rows.ts';

/** A clerk's request in a visit. */
export type InVisit = Scope & { readonly session: SessionRow; readonly visit: VisitRow };

export type Asked<V extends LedgerVerb> = Scope & { readonly verb: V } & (V extends SessionVerb
    ? { readonly session: SessionRow }
    : unknown) &
  (V extends HolderVerb ? { readonly holder: HolderSession } : unknown) &
  (V extends VisitVerb ? { readonly visit: VisitRow } : unknown) &
  (V extends OnceVerb ? { readonly operation: OperationKey } : unknown) &
  (V extends SecondVerb ? { readonly second: SecondOfCommand } : unknown) &
  (V extends InPlaceVerb ? { readonly second: Clerk } : unknown) &
  (V extends 'clerk.unlock' ? { readonly second: LiftedBy } : unknown) &
  (V extends 'clock.accept' ? { readonly second: Decider } : unknown);
