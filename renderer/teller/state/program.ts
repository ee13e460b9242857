/** What the program says about itself: its runtime, the ledger's state, and whether there is an office. */
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { isOfTheLine, isUnanswered, type Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { LedgerState } from '../../../electron/contract/protocol.ts';
import type { Output } from '../../../electron/contract/verbs.ts';
import { NO_OFFICE } from '../../../electron/contract/office/no-office.ts';
import type { OfficeStatus } from '../../../electron/contract/office/office-views.ts';
import { ask, onEvent, onRefusal } from '../../shared/bridge-client.ts';

export const useProgram = defineStore('program', () => {
  const info = ref<Output<'program.info'> | null>(null);
  const ledger = ref<LedgerState>('starting');
  const status = ref<OfficeStatus | null>(null);
  /** Why the books stay shut. */
  const shut = ref<Refusal | null>(null);
  /** Why the office's server is not reached: what is open stays open meanwhile. */
  const away = ref<Refusal | null>(null);
  /** Whoever sets an office up, or joins one, reads to its end before the window turns to sign-in. */
  const settingUp = ref(false);
  /** Counts how often the ledger came back, for whoever must read its state again. */
  const restarts = ref(0);

  async function readStatus(): Promise<void> {
    const reply = await ask('office.status', {});
    if (reply.ok) {
      status.value = reply.value;
      shut.value = null;
    } else if (reply.error.code === 'OFFICE_ABSENT') {
      status.value = NO_OFFICE;
    } else if (isOfTheLine(reply.error.code)) {
      away.value = reply.error;
    } else if (!isUnanswered(reply.error.code)) {
      shut.value = reply.error;
    }
  }

  async function readInfo(): Promise<void> {
    const reply = await ask('program.info', {});
    if (!reply.ok) return;
    info.value = reply.value;
    ledger.value = reply.value.ledger;
    const { refusal } = reply.value;
    away.value = refusal !== null && isOfTheLine(refusal.code) ? refusal : null;
  }

  function hearLedger(state: LedgerState, refusal: Refusal | null): void {
    const isRestart = state === 'ready' && (ledger.value === 'restarting' || away.value !== null);
    ledger.value = state;
    away.value = refusal !== null && isOfTheLine(refusal.code) ? refusal : null;
    if (state === 'failed' && away.value === null) shut.value = refusal ?? { code: 'LEDGER_UNAVAILABLE', details: {} };
    if (state !== 'ready') return;
    void readStatus();
    if (isRestart) restarts.value += 1;
  }

  async function start(): Promise<void> {
    onEvent('ledger.status', ({ state, refusal }) => hearLedger(state, refusal));
    onRefusal(({ code }) => {
      if (code === 'CLOCK_BEHIND') void readStatus();
    });
    await Promise.all([readStatus(), readInfo()]);
  }

  /** This computer has joined or left an office: what was known of another one is no more. */
  async function begunAnew(): Promise<void> {
    status.value = null;
    shut.value = null;
    await Promise.all([readStatus(), readInfo()]);
  }

  return { info, ledger, status, shut, away, settingUp, restarts, start, readStatus, readInfo, begunAnew };
});
