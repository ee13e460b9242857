/** One file's way through Month-end: receive, check, second person, post, answer. */
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import type { Refusal, Reply } from '../../../../electron/contract/errors.ts';
import type { Progress } from '../../../../electron/contract/protocol.ts';
import type { Input } from '../../../../electron/contract/verbs.ts';
import type { FileOutcome } from '../../../../electron/contract/views.ts';
import { ask, onEvent } from '../../../shared/bridge-client.ts';
import { isAnswer } from '../../../shared/kept-operation.ts';
import { transferFile, type ReceivedFile } from './file-transfer.ts';

export type Stage = 'idle' | 'receiving' | 'checking' | 'checked' | 'posting' | 'posted' | 'refused';
export type Authorisation = NonNullable<Input<'file.post'>['authorisation']>;
export interface Working {
  readonly phase: 'receiving' | Progress['phase'];
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: number;
}

export function useMonthEndRun() {
  const stage = ref<Stage>('idle');
  const file = shallowRef<File | null>(null);
  const received = ref<ReceivedFile | null>(null);
  const outcome = shallowRef<FileOutcome | null>(null);
  const working = ref<Working | null>(null);
  const refusal = ref<Refusal | null>(null);
  const cancelling = ref(false);
  /** The operation under way, kept after a restart of the ledger so that posting again is the same posting. */
  let operationId: string | null = null;

  const needsSecondPerson = computed(
    () => outcome.value?.kind === 'allocation' || outcome.value?.kind === 'settlement',
  );

  onScopeDispose(
    onEvent('operation.progress', (progress) => {
      if (progress.operationId !== operationId || !working.value) return;
      const isNewPhase = progress.phase !== working.value.phase;
      const startedAt = isNewPhase ? Date.now() : working.value.startedAt;
      working.value = { phase: progress.phase, done: progress.done, total: progress.total, startedAt };
    }),
  );

  async function take(chosen: File): Promise<void> {
    await forget();
    file.value = chosen;
    stage.value = 'receiving';
    begin('receiving', 0, chosen.size);
    const reply = await transferFile(
      chosen,
      (bytes) => {
        if (working.value) working.value = { ...working.value, done: bytes };
      },
      () => cancelling.value,
    );
    if (reply === null) stop('idle', { code: 'OPERATION_CANCELLED', details: {} });
    else if (!reply.ok) stop('idle', reply.error);
    else {
      received.value = reply.value;
      await check(reply.value.intakeId);
    }
  }

  async function check(intakeId: string): Promise<void> {
    stage.value = 'checking';
    operationId = crypto.randomUUID();
    begin('checking', 0, null);
    const reply = await ask('file.check', { operationId, intakeId });
    operationId = null;
    if (reply.ok) outcome.value = reply.value;
    stop(reply.ok ? 'checked' : 'idle', reply.ok ? null : reply.error);
  }

  async function post(authorisation: Authorisation | null): Promise<void> {
    if (!received.value || stage.value === 'posting') return;
    stage.value = 'posting';
    operationId ??= crypto.randomUUID();
    begin('posting', 0, null);
    const reply = await ask('file.post', { operationId, intakeId: received.value.intakeId, authorisation });
    if (isAnswer(reply)) operationId = null;
    if (reply.ok) outcome.value = reply.value;
    stop(reply.ok ? 'posted' : 'checked', reply.ok ? null : reply.error);
  }

  async function refuse(authorisation: Authorisation, reason: string): Promise<void> {
    if (!received.value) return;
    const { intakeId } = received.value;
    operationId ??= crypto.randomUUID();
    const reply: Reply<unknown> = await ask('file.refuse', { operationId, intakeId, authorisation, reason });
    if (isAnswer(reply)) operationId = null;
    if (reply.ok) stop('refused', null);
    else refusal.value = reply.error;
  }

  async function cancel(): Promise<void> {
    if (!working.value || cancelling.value) return;
    cancelling.value = true;
    if (operationId) await ask('operation.cancel', { operationId });
  }

  function begin(phase: Working['phase'], done: number, total: number | null): void {
    refusal.value = null;
    cancelling.value = false;
    working.value = { phase, done, total, startedAt: Date.now() };
  }

  function stop(next: Stage, why: Refusal | null): void {
    stage.value = next;
    working.value = null;
    cancelling.value = false;
    refusal.value = why;
  }

  /** Back to an empty screen; what was received is discarded unless it was posted and may still be answered. */
  async function forget(): Promise<void> {
    const left = received.value;
    const isDone = stage.value === 'idle' || stage.value === 'posted' || stage.value === 'refused';
    received.value = null;
    outcome.value = null;
    file.value = null;
    operationId = null;
    stop('idle', null);
    if (left && !isDone) await ask('intake.discard', { intakeId: left.intakeId });
  }

  return {
    stage,
    file,
    received,
    outcome,
    working,
    refusal,
    cancelling,
    needsSecondPerson,
    take,
    post,
    refuse,
    cancel,
    forget,
  };
}
