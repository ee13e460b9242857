/**
 * What is asked of a second person, from the ledger, and a request in the queue for it: what became of it
 * (docs/rules.md 5).
 */
import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { ApprovalRequest, Asked } from '../../../electron/contract/approvals/approval-views.ts';
import { isUnanswered, type Refusal } from '../../../electron/contract/kernel/errors.ts';
import { answerOrder } from '../../shared/answer-order.ts';
import { ask } from '../../shared/bridge-client.ts';
import { keptOperation } from '../../shared/kept-operation.ts';
import { useProgram } from '../state/program.ts';
import { useSession } from '../state/session.ts';
import { useWaiting } from '../state/waiting.ts';
import { ownRequests, type AskedCommand } from './asked-of-second.ts';

const LOOK_EVERY_MS = 2000;

export interface QueuedRequest {
  /** What stands in the form now, as the second person is to see it; null until the ledger has said. */
  readonly asked: Ref<Asked | null>;
  /** The one that can be used or is waited for; a refused or expired one only if it was asked for here. */
  readonly request: ComputedRef<ApprovalRequest | null>;
  /** One that was asked for when something else stood in the form. */
  readonly other: ComputedRef<ApprovalRequest | null>;
  readonly refusal: Ref<Refusal | null>;
  /** Reads from the ledger what stands in the form; answers null where it refuses. */
  read(): Promise<Asked | null>;
  ask(): Promise<void>;
  /** Forgets the one asked for here, so that another can be asked for. */
  forget(): void;
}

export function useQueuedRequest(command: () => AskedCommand | null): QueuedRequest {
  const waiting = useWaiting();
  const session = useSession();
  const program = useProgram();
  const askedId = ref<string | null>(null);
  const asked = shallowRef<Asked | null>(null);
  const refusal = ref<Refusal | null>(null);
  const asking = keptOperation();
  const readings = answerOrder();

  const own = computed(() => {
    const [wanted, clerk] = [command(), session.session?.clerk];
    if (wanted === null || asked.value === null || clerk === undefined) return { fitting: null, other: null };
    return ownRequests(waiting.requests?.own ?? [], { verb: wanted.verb, asked: asked.value }, clerk.code);
  });
  const request = computed<ApprovalRequest | null>(() => {
    const mine = (waiting.requests?.own ?? []).find(({ requestId }) => requestId === askedId.value);
    const holds = mine !== undefined && mine.state !== 'used' && mine.binding === asked.value?.binding;
    return holds ? mine : own.value.fitting;
  });

  async function read(): Promise<Asked | null> {
    const wanted = command();
    if (wanted === null) return null;
    const isNewest = readings();
    const reply = await ask('approval.preview', wanted);
    if (!isNewest()) return reply.ok ? reply.value : null;
    // It is read again as the ledger is back; until then what was read stands.
    if (!reply.ok && isUnanswered(reply.error.code)) return null;
    asked.value = reply.ok ? reply.value : null;
    refusal.value = reply.ok ? null : reply.error;
    return asked.value;
  }

  async function send(): Promise<void> {
    const wanted = command();
    if (wanted === null) return;
    const reply = await asking(JSON.stringify(wanted), (operationId) =>
      ask('approval.ask', { operationId, ...wanted }),
    );
    refusal.value = reply.ok ? null : reply.error;
    if (!reply.ok) return;
    askedId.value = reply.value.requestId;
    asked.value = { binding: reply.value.binding, facts: reply.value.facts };
    await waiting.readRequests();
  }

  // A request that was found changed has run out: what stands in the form is read as it is now.
  watch(
    () => [JSON.stringify(command()), program.restarts, request.value?.state === 'expired'],
    () => void read(),
    { immediate: true },
  );
  const timer = setInterval(() => {
    if (request.value?.state === 'pending') void waiting.readRequests();
  }, LOOK_EVERY_MS);
  onScopeDispose(() => clearInterval(timer));

  return {
    asked,
    request,
    other: computed(() => (request.value === null ? own.value.other : null)),
    refusal,
    read,
    ask: send,
    forget() {
      askedId.value = null;
    },
  };
}
