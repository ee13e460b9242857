/** What a second person's request and a cancellation must come to in a random history of losses. */
import type { Reply } from '../../electron/contract/kernel/errors.ts';
import type { ModelReport, ModelRequest } from './loss-auditor.ts';

export interface OpenVisit {
  readonly id: string;
  readonly holder: number;
  readonly agent: boolean;
  readonly cardShown: boolean;
  readonly openedAt: number;
}

export type Asked = Pick<ModelRequest, 'about' | 'binding' | 'pin'>;

/** A request from the queue, as far as it may be used at `at`. */
export function fromQueue(request: ModelRequest, { binding, pin }: Pick<Asked, 'binding' | 'pin'>, at: number) {
  const given = { requestId: request.id };
  const use = () => {
    request.used = true;
  };
  const expired = at >= request.expires;
  const samePin = request.pin === pin || (request.pin === 'not proven' && pin === 'proven');
  if (request.binding !== binding || !samePin) return { given, fault: 'APPROVAL_OTHER', use };
  if (request.decided === 'refused') return { given, fault: 'APPROVAL_REFUSED', use };
  if (expired) return { given, fault: 'APPROVAL_EXPIRED', use };
  return { given, fault: request.decided === null ? 'APPROVAL_PENDING' : null, use };
}

/** Does a request still ask for what it showed? Whether the PIN was proven in between makes no other matter of it. */
function isAsSeen(request: ModelRequest, now: Asked | undefined): boolean {
  const isSet = (pin: Asked['pin']): boolean => pin === 'proven' || pin === 'not proven';
  const samePin = now !== undefined && (now.pin === request.pin || (isSet(now.pin) && isSet(request.pin)));
  return now?.binding === request.binding && samePin;
}

/** A request is decided and used within two hours. */
export function waitingFrom(at: number): Pick<ModelRequest, 'expires' | 'decided' | 'used'> {
  return { expires: at + 120 * 60_000, decided: null, used: false };
}

/** A request that is asked anew says itself whether the PIN was proven in its visit. */
export function pinTold(pin: Asked['pin'], facts: readonly { readonly value: unknown }[]): Asked['pin'] {
  if (pin !== 'proven' && pin !== 'not proven') return pin;
  return facts.some(({ value }) => value === 'pin-proven') ? 'proven' : 'not proven';
}

/** Why a request may not be decided, null when it may. */
export function decisionFault(
  request: ModelRequest,
  {
    isAsker,
    decision,
    at,
  }: { readonly isAsker: boolean; readonly decision: 'approve' | 'refuse'; readonly at: number },
): string | null {
  if (isAsker) return 'SECOND_PERSON_SAME';
  if (request.decided !== null) return 'APPROVAL_USED';
  if (at >= request.expires) return 'APPROVAL_EXPIRED';
  return decision === 'approve' && !isAsSeen(request, request.again()) ? 'APPROVAL_CHANGED' : null;
}

/** Why no new card is issued for a report, null when it is. */
export function reissueFault(
  report: ModelReport,
  here: {
    readonly holder: number;
    readonly agent: boolean;
    readonly day: number;
    readonly taken: boolean;
    readonly second: string | null;
  },
): string | null {
  if (here.agent) return 'AGENT_MAY_NOT';
  if (report.holder !== here.holder) return 'LOSS_UNKNOWN';
  if (report.card !== 'formal') return 'LOSS_STATE';
  if (here.day < (report.reissueFrom ?? 0)) return 'REISSUE_TOO_EARLY';
  return here.second ?? (here.taken ? 'CARD_TAKEN' : null);
}

/** Why a report may not be cancelled by who stands at the counter, null when it may. */
export function cancelFault(
  report: ModelReport,
  { holder, agent }: OpenVisit,
  { pin, proven, second }: { readonly pin: string; readonly proven: boolean; readonly second: string | null },
): string | null {
  if (agent) return 'AGENT_MAY_NOT';
  if (report.holder !== holder) return 'LOSS_UNKNOWN';
  if (report.card !== 'oral' && report.card !== 'formal') return 'LOSS_STATE';
  if (pin !== 'none' && pin !== 'set') return 'PIN_STATE';
  if (pin === 'set' && !proven) return 'PIN_REQUIRED';
  return report.card === 'formal' ? second : null;
}

export function secondsFrom(moment: string, seconds: number): string {
  const at = Date.parse(`${moment.replace(' ', 'T')}Z`) + seconds * 1_000;
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** The code of a refusal, null for an answer. */
export function codeOf(reply: Reply<unknown>): string | null {
  return reply.ok ? null : reply.error.code;
}
