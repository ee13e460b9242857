/** One file's way through Month-end: receive, check, second person, post, answer. */
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { Progress } from '../../../electron/contract/protocol.ts';
import type { Input } from '../../../electron/contract/verbs.ts';
import type { SecondPerson } from '../../../electron/contract/kernel/verb-definition.ts';
import type { FileOutcome } from '../../../electron/contract/office/office-views.ts';
import { ask, onEvent } from '../../shared/bridge-client.ts';
import { isAnswer } from '../../shared/kept-operation.ts';
import { transferFile, type ReceivedFile } from './file-transfer.ts';

export type Stage = 'idle' | 'receiving' | 'checking' | 'checked' | 'posting' | 'posted' | 'refused';
export type Authorisation = Input<'file.refuse'>['authorisation'];
export interface Working {
  readonly phase: 'receiving' | Progress['phase'];
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: number;
  /** Two persons have begun it: it goes on to its end, whatever becomes of this window. */
  readonly isFinal: boolean;
}

const CANCELLED: Refusal = { code: 'OPERATION_CANCELLED', details: {} };

export class MonthEndRun {
  readonly stage = ref<Stage>('idle');
  readonly file = shallowRef<File | null>(null);
  readonly received = ref<ReceivedFile | null>(null);
  readonly outcome = shallowRef<FileOutcome | null>(null);
  readonly working = ref<Working | null>(null);
  readonly refusal = ref<Refusal | null>(null);
  readonly cancelling = ref(false);
  /** Registers and institutions are loaded, and nobody answers their sender. */
  readonly isAnswered = computed(
    () => this.outcome.value?.kind === 'allocation' || this.outcome.value?.kind === 'settlement',
  );
  /** The operation under way, kept after a restart of the ledger so that posting again is the same posting. */
  #operationId: string | null = null;

  hearProgress({ operationId, phase, done, total }: Progress): void {
    const before = this.working.value;
    if (operationId !== this.#operationId || !before) return;
    const startedAt = phase === before.phase ? before.startedAt : Date.now();
    // Only files whose lines are answered are posted in steps; a register is loaded, and can be cancelled until it is.
    const isFinal = phase === 'posting' && this.isAnswered.value;
    this.working.value = { phase, done, total, startedAt, isFinal };
  }

  async take(chosen: File): Promise<void> {
    await this.forget();
    this.file.value = chosen;
    this.#begin('receiving', 'receiving', chosen.size);
    const reply = await transferFile(
      chosen,
      (bytes) => this.#received(bytes),
      () => this.cancelling.value,
    );
    if (reply === null) this.#stop('idle', CANCELLED);
    else if (!reply.ok) this.#stop('idle', reply.error);
    else {
      this.received.value = reply.value;
      await this.#check(reply.value.intakeId);
    }
  }

  async #check(intakeId: string): Promise<void> {
    this.#begin('checking', 'checking', null);
    this.#operationId = crypto.randomUUID();
    const reply = await ask('file.check', { operationId: this.#operationId, intakeId });
    this.#operationId = null;
    if (reply.ok) this.outcome.value = reply.value;
    this.#stop(reply.ok ? 'checked' : 'idle', reply.ok ? null : reply.error);
  }

  async post(second: SecondPerson): Promise<void> {
    if (!this.received.value || this.stage.value === 'posting') return;
    this.#begin('posting', 'posting', null);
    const { intakeId } = this.received.value;
    const operationId = this.#operationId ?? crypto.randomUUID();
    this.#operationId = operationId;
    const reply = await ask('file.post', { operationId, intakeId, second });
    if (isAnswer(reply)) this.#operationId = null;
    if (reply.ok) this.outcome.value = reply.value;
    if (reply.ok) this.#stop('posted', null);
    // It is among the batches, which say how far it is.
    else this.#stop(reply.error.code === 'POSTING_WAITS' ? 'idle' : 'checked', reply.error);
  }

  async refuse(authorisation: Authorisation, reason: string): Promise<void> {
    if (!this.received.value) return;
    const { intakeId } = this.received.value;
    const operationId = crypto.randomUUID();
    const reply = await ask('file.refuse', { operationId, intakeId, authorisation, reason });
    if (reply.ok) this.#stop('refused', null);
    else this.refusal.value = reply.error;
  }

  async cancel(): Promise<void> {
    if (!this.working.value || this.working.value.isFinal || this.cancelling.value) return;
    this.cancelling.value = true;
    if (this.#operationId) await ask('operation.cancel', { operationId: this.#operationId });
  }

  /** Back to an empty screen; what was received is discarded unless it was posted and may still be answered. */
  async forget(): Promise<void> {
    const left = this.received.value;
    const isDone = this.stage.value === 'idle' || this.stage.value === 'posted' || this.stage.value === 'refused';
    this.received.value = null;
    this.outcome.value = null;
    this.file.value = null;
    this.#operationId = null;
    this.#stop('idle', null);
    if (left && !isDone) await ask('intake.discard', { intakeId: left.intakeId });
  }

  #received(bytes: number): void {
    if (this.working.value) this.working.value = { ...this.working.value, done: bytes };
  }

  #begin(stage: Stage, phase: Working['phase'], total: number | null): void {
    this.stage.value = stage;
    this.refusal.value = null;
    this.cancelling.value = false;
    this.working.value = { phase, done: 0, total, startedAt: Date.now(), isFinal: false };
  }

  #stop(next: Stage, why: Refusal | null): void {
    this.stage.value = next;
    this.working.value = null;
    this.cancelling.value = false;
    this.refusal.value = why;
  }
}

export function useMonthEndRun(): MonthEndRun {
  const run = new MonthEndRun();
  onScopeDispose(onEvent('operation.progress', (progress) => run.hearProgress(progress)));
  return run;
}
