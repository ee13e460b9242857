/** What waits for somebody: clocks of loss reports, and requests for a second person. The strip counts them. */
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Refusal } from '../../../electron/contract/errors.ts';
import type { ApprovalRequest, WorklistItem } from '../../../electron/contract/loss-views.ts';
import type { Clerk } from '../../../electron/contract/views.ts';
import { answerOrder } from '../../shared/answer-order.ts';
import { ask } from '../../shared/bridge-client.ts';
import { useSession } from './session.ts';

/** Clocks that want something done; the others only wait. */
const DUE: readonly WorklistItem['clock'][] = ['lapses-today', 'lapses-tomorrow', 'reissue-due', 'password-due'];

export const useWaiting = defineStore('waiting', () => {
  const session = useSession();
  const items = shallowRef<readonly WorklistItem[] | null>(null);
  const requests = shallowRef<readonly ApprovalRequest[] | null>(null);
  const worklistAsked = answerOrder();
  const requestsAsked = answerOrder();

  const clerk = computed(() => session.session?.clerk ?? null);
  const due = computed(() => (items.value ?? []).filter(({ clock }) => DUE.includes(clock)).length);
  /** A clerk sees their own requests, who may decide sees all. */
  const shownRequests = computed(() => {
    const me = clerk.value;
    return me === null ? [] : (requests.value ?? []).filter((request) => mayDecide(me) || request.askedBy === me.code);
  });
  const openRequests = computed(() => {
    const me = clerk.value;
    return me === null ? 0 : shownRequests.value.filter((request) => concerns(request, me)).length;
  });

  function forget(): void {
    items.value = null;
    requests.value = null;
  }

  async function readWorklist(): Promise<Refusal | null> {
    const isNews = worklistAsked();
    const asking = session.counterOf;
    const reply = await ask('loss.worklist', {});
    // What is answered to a clerk is not for the next one.
    if (asking !== session.counterOf) return null;
    if (!reply.ok) return reply.error;
    if (!isNews()) return null;
    items.value = reply.value.items;
    return null;
  }

  async function readRequests(): Promise<Refusal | null> {
    const isNews = requestsAsked();
    const asking = session.counterOf;
    const reply = await ask('approval.list', {});
    // What is answered to a clerk is not for the next one.
    if (asking !== session.counterOf) return null;
    if (!reply.ok) return reply.error;
    if (!isNews()) return null;
    requests.value = reply.value;
    return null;
  }

  async function readAgain(): Promise<void> {
    await Promise.all([readWorklist(), readRequests()]);
  }

  return { items, requests, due, shownRequests, openRequests, readWorklist, readRequests, readAgain, forget };
});

/** Supervisors and administrators decide, though never on what they asked for themselves (RULES.md 5). */
export function mayDecide({ role }: Clerk): boolean {
  return role !== 'clerk';
}

/** Pending for anybody who sees it; approved for the one who asked, until it is used. */
function concerns(request: ApprovalRequest, { code }: Clerk): boolean {
  return request.state === 'pending' || (request.state === 'approved' && request.askedBy === code);
}
