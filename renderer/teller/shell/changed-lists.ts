/**
 * The ledger says that something was changed, at this counter or another: what is shown of it is asked for again at once. A word
 * that was missed does no harm, because all of it is looked at now and then anyway.
 */
import { onBeforeUnmount } from 'vue';
import type { ChangeKind } from '../../../electron/contract/protocol.ts';
import { onEvent } from '../../shared/bridge-client.ts';
import { useProgram } from '../state/program.ts';
import { useSession } from '../state/session.ts';
import { useWaiting } from '../state/waiting.ts';

/** @param isCovered while it is, only who is signed in is asked. */
export function useChangedLists(isCovered: () => boolean): void {
  const waiting = useWaiting();
  const program = useProgram();
  const session = useSession();
  const readers: Readonly<Record<ChangeKind, (() => Promise<unknown>) | null>> = {
    approvals: () => waiting.readRequests(),
    worklist: () => waiting.readWorklist(),
    'print-queue': () => waiting.readPapers(),
    day: () => program.readStatus(),
    // Told to its own counter step by step.
    'customer-task': null,
    // The page of month-end looks by itself (PostedBatches.vue).
    files: null,
    // The page of counters is read when it is entered.
    counters: null,
    session: () => session.readAgain('change'),
  };
  const stop = onEvent('ledger.changed', ({ kinds }) => {
    for (const kind of kinds) if (kind === 'session' || !isCovered()) void readers[kind]?.();
  });
  onBeforeUnmount(stop);
}
