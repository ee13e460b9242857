/**
 * What the customer types or reads in their own window, as the clerk may know it: which step, not one digit
 * (docs/rules.md 4).
 */
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { refused, type Refusal, type Reply } from '../../../electron/contract/kernel/errors.ts';
import type { PinTask, UnclearTask } from '../../../electron/contract/loss/loss-views.ts';
import type { WindowEvents } from '../../../electron/contract/protocol.ts';
import type { SecondPerson } from '../../../electron/contract/kernel/verb-definition.ts';
import type { PinTaskKind } from '../../../electron/contract/kernel/vocabulary.ts';
import { ask, onEvent } from '../../shared/bridge-client.ts';
import { useWords } from '../../shared/words/use-words.ts';
import { useUnfinished } from '../state/unfinished.ts';

type PinNews = WindowEvents['customer.progress' | 'customer.typing'];

/** As the clerk sees it: what came of a task may not be known yet, or not any more. */
export type SeenTask = Omit<PinTask, 'ended'> & { readonly ended: PinTask['ended'] | UnclearTask['ended'] };

/** What is typed or read in each task, in order. */
export const stepsOf: Readonly<Record<PinTaskKind, readonly PinTask['step'][]>> = {
  first: ['new', 'repeat'],
  change: ['old', 'new', 'repeat'],
  reset: ['new', 'repeat'],
  prove: ['old'],
  telephone: ['new', 'repeat'],
  acknowledge: ['read'],
  contact: ['read'],
};

export interface Begun {
  readonly visitId: string;
  readonly task: PinTaskKind;
  readonly second: SecondPerson | null;
  /** The report that is to be acknowledged. */
  readonly lossNumber?: string;
  /** What is to be confirmed; a null stays as it is. */
  readonly contact?: NonNullable<PinTask['contact']>;
}

export class CustomerEntry {
  readonly task = shallowRef<SeenTask | null>(null);
  readonly typing = ref(false);
  readonly asking = ref(false);
  readonly running = computed(() => this.task.value !== null && this.task.value.ended === null);
  /** Heard while the question was still on its way. */
  #early: PinNews[] = [];
  /** The question on its way; the clerk may have gone on to something else meanwhile. */
  #question = { givenUp: false };

  async begin(begun: Begun, language: 'zh-CN' | 'en'): Promise<Reply<PinTask>> {
    if (this.asking.value || this.running.value) return refused('PIN_TASK_OPEN');
    this.asking.value = true;
    this.task.value = null;
    this.#early = [];
    const question = { givenUp: false };
    this.#question = question;
    const reply = await ask('customer.ask', { ...begun, language });
    this.asking.value = false;
    if (!reply.ok) return reply;
    this.task.value = reply.value;
    this.typing.value = false;
    for (const news of this.#early) this.hear(news);
    if (question.givenUp) await this.abandon();
    return reply;
  }

  hear(news: PinNews): void {
    if (this.asking.value) this.#early.push(news);
    const present = this.task.value;
    // What came of a task that was lost is told when the ledger is back.
    if (present === null || !(this.running.value || present.ended === 'lost')) return;
    if ('typing' in news) {
      if (news.taskId === present.taskId) this.typing.value = news.typing;
    } else if (news.task.taskId === present.taskId) {
      // Of a task that was lost its end alone is told.
      this.task.value = 'task' in news.task ? news.task : { ...present, ...news.task, fault: null };
      this.typing.value = false;
    }
  }

  /** The customer walked away, or the clerk goes on to something else. What is not begun yet ends as it begins. */
  async abandon(): Promise<Refusal | null> {
    this.#question.givenUp = this.asking.value;
    if (!this.running.value || !this.task.value) return null;
    const reply = await ask('customer.abandon', { taskId: this.task.value.taskId });
    return reply.ok ? null : reply.error;
  }

  forget(): void {
    this.task.value = null;
    this.typing.value = false;
  }
}

/** Lives as long as the screen that asks; leaving it ends what is under way. */
export function useCustomerEntry(): CustomerEntry & { ask(begun: Begun): Promise<Reply<PinTask>> } {
  const { language } = useWords();
  const entry = new CustomerEntry();
  const stops = [
    onEvent('customer.progress', (news) => entry.hear(news)),
    onEvent('customer.typing', (news) => entry.hear(news)),
  ];
  const left = useUnfinished().watchEntry(entry);
  onScopeDispose(() => {
    for (const stop of stops) stop();
    left();
    void entry.abandon();
  });
  return Object.assign(entry, { ask: (begun: Begun) => entry.begin(begun, language.value) });
}
