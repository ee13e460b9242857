/** One PIN task from the choice to the receipt: the loss report of a forgotten one, the customer's typing, its end. */
import { computed, ref, shallowRef } from 'vue';
import { commandContent } from '../../../electron/contract/kernel/command-content.ts';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { LossOutlook } from '../../../electron/contract/loss/loss-views.ts';
import type { SecondPerson } from '../../../electron/contract/kernel/verb-definition.ts';
import { ask } from '../../shared/bridge-client.ts';
import { keptOperation } from '../../shared/kept-operation.ts';
import type { CustomerEntry } from '../customer-entry/customer-entry.ts';
import type { AskedCommand } from '../second-person/asked-of-second.ts';
import { taskOf, type PinChoice } from './pin-choice.ts';

/** `waits`: the old one is void and the day of the new one has not come (setting `pinResetWaitDays`). */
export type PinStage = 'choosing' | 'second' | 'entering' | 'waits';

type Entry = Pick<CustomerEntry, 'task' | 'running' | 'forget'> & {
  ask: (begun: Parameters<CustomerEntry['begin']>[0]) => ReturnType<CustomerEntry['begin']>;
};

export class PinRun {
  readonly stage = ref<PinStage>('choosing');
  readonly choice = ref<PinChoice>('first');
  readonly refusal = ref<Refusal | null>(null);
  readonly busy = ref(false);
  readonly outlook = shallowRef<LossOutlook | null>(null);
  /** The report of the forgotten PIN, once there is one. */
  readonly openLoss = computed(() => this.outlook.value?.openPinLoss ?? null);
  /** What the second person is asked for: the report, or the new PIN when the report is from another day. */
  readonly secondFor = computed<AskedCommand>(() =>
    this.openLoss.value
      ? { verb: 'customer.beginTask', input: { visitId: this.#visitId, task: 'reset' } }
      : { verb: 'loss.report', input: this.#report },
  );
  readonly done = computed(() => this.#entry.task.value?.ended === 'done');

  readonly #visitId: string;
  readonly #entry: Entry;
  readonly #reporting = keptOperation();

  readonly #report;

  constructor(visitId: string, entry: Entry) {
    this.#visitId = visitId;
    const report = { object: 'password', kind: 'formal', missedSince: null, address: '', phone: null } as const;
    this.#report = { visitId, ...report };
    this.#entry = entry;
  }

  async readOutlook(): Promise<void> {
    const reply = await ask('loss.outlook', { visitId: this.#visitId });
    if (reply.ok) this.outlook.value = reply.value;
    else this.refusal.value = reply.error;
  }

  /** Begins what is chosen. A forgotten PIN is reported lost first, unless that was done and then interrupted. */
  async start(): Promise<void> {
    if (this.busy.value || this.#entry.running.value) return;
    this.refusal.value = null;
    if (this.choice.value !== 'forgotten' || this.openLoss.value) await this.#work(() => this.#enter(null));
    else this.stage.value = 'second';
  }

  async approved(second: SecondPerson): Promise<void> {
    if (this.busy.value) return;
    this.refusal.value = null;
    await this.#work(async () => {
      if (this.openLoss.value) return this.#enter(second);
      if (await this.#reportLoss(second)) await this.#enter(null);
    });
  }

  /** Back to the choice; what was reported stays reported. */
  reset(choice: PinChoice): void {
    this.stage.value = 'choosing';
    this.choice.value = choice;
    this.refusal.value = null;
    this.#entry.forget();
  }

  async #reportLoss(second: SecondPerson): Promise<boolean> {
    const content = { ...this.#report, second };
    const reply = await this.#reporting(commandContent(content), (operationId) =>
      ask('loss.report', { operationId, ...content }),
    );
    if (!reply.ok) this.refusal.value = reply.error;
    await this.readOutlook();
    return reply.ok;
  }

  async #enter(second: SecondPerson | null): Promise<void> {
    const reply = await this.#entry.ask({ visitId: this.#visitId, task: taskOf(this.choice.value), second });
    if (reply.ok) this.stage.value = 'entering';
    else if (reply.error.code === 'SECOND_PERSON_REQUIRED' && second === null) this.stage.value = 'second';
    else {
      this.refusal.value = reply.error;
      if (reply.error.code === 'PIN_RESET_WAITS') this.stage.value = 'waits';
    }
  }

  async #work(work: () => Promise<void>): Promise<void> {
    this.busy.value = true;
    await work();
    this.busy.value = false;
  }
}
