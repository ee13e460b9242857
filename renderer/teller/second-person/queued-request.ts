/** A second person asked through the queue, at another sign-in: the request, and what became of it (RULES.md 5). */
import { computed, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue';
import type { Refusal } from '../../../electron/contract/errors.ts';
import type { ApprovalRequest } from '../../../electron/contract/loss-views.ts';
import { ask } from '../../shared/bridge-client.ts';
import { keptOperation } from '../../shared/kept-operation.ts';
import { useSession } from '../state/session.ts';
import { useWaiting } from '../state/waiting.ts';
import { fittingRequest, type AskedOfSecond } from './asked-of-second.ts';

const LOOK_EVERY_MS = 2000;

export interface QueuedRequest {
  /** The one that can be used or is waited for; a refused or expired one only if it was asked for here. */
  readonly request: ComputedRef<ApprovalRequest | null>;
  readonly refusal: Ref<Refusal | null>;
  ask(): Promise<void>;
  /** Forgets the one asked for here, so that another can be asked for. */
  forget(): void;
}

export function useQueuedRequest(asked: () => AskedOfSecond | null): QueuedRequest {
  const waiting = useWaiting();
  const session = useSession();
  const askedId = ref<string | null>(null);
  const refusal = ref<Refusal | null>(null);
  const asking = keptOperation();

  const request = computed<ApprovalRequest | null>(() => {
    const wanted = asked();
    const code = session.session?.clerk.code;
    if (wanted === null || code === undefined) return null;
    const requests = waiting.requests?.own ?? [];
    const own = requests.find(({ requestId }) => requestId === askedId.value);
    return own && own.state !== 'used' ? own : fittingRequest(requests, wanted, code);
  });

  async function send(): Promise<void> {
    const wanted = asked();
    if (wanted === null) return;
    const { verb, lossNumber, newCard } = wanted;
    const content = { visitId: wanted.visit.visitId, verb, lossNumber, newCard };
    const reply = await asking(JSON.stringify(content), (operationId) =>
      ask('approval.ask', { operationId, ...content }),
    );
    refusal.value = reply.ok ? null : reply.error;
    if (!reply.ok) return;
    askedId.value = reply.value.requestId;
    await waiting.readRequests();
  }

  const timer = setInterval(() => {
    if (request.value?.state === 'pending') void waiting.readRequests();
  }, LOOK_EVERY_MS);
  onScopeDispose(() => clearInterval(timer));

  return {
    request,
    refusal,
    ask: send,
    forget() {
      askedId.value = null;
    },
  };
}
