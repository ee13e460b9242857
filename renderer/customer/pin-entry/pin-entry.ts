/** One PIN entry: keys in, dots out, and six digits to main when the customer says so. */
import { onBeforeUnmount, onMounted, readonly, shallowRef, watch, type Ref } from 'vue';
import type { PinTask } from '../../../electron/contract/loss/loss-views.ts';
import { askAsCustomer } from '../../shared/bridge-client.ts';
import type { PinKey, PinSource } from './pin-source.ts';
import { shuffledDigits } from './shuffled-digits.ts';
import { PIN_LENGTH, typedDigits } from './typed-digits.ts';

export interface PinEntry {
  /** How many digits are entered; never which. */
  readonly count: Readonly<Ref<number>>;
  /** True while the ledger judges the last entry. */
  readonly sending: Readonly<Ref<boolean>>;
  /** True after OK with fewer than six digits. */
  readonly incomplete: Readonly<Ref<boolean>>;
  /** The order of the pad's digits for this entry. */
  readonly order: Readonly<Ref<readonly number[]>>;
}

/** Listens while the component is mounted. A new step, a fault and the end each clear the digits. */
export function usePinEntry(task: () => PinTask, sources: readonly PinSource[]): PinEntry {
  const digits = typedDigits();
  const count = shallowRef(0);
  const sending = shallowRef(false);
  const incomplete = shallowRef(false);
  const order = shallowRef(shuffledDigits());
  let cancelling = false;

  /** The clerk's window is told that typing began or stopped, and nothing in between. */
  function updateCount(): void {
    const before = count.value;
    count.value = digits.count();
    if ((before === 0) === (count.value === 0)) return;
    void askAsCustomer('customer.typing', { taskId: task().taskId, typing: count.value > 0 });
  }

  function clearEntry(): void {
    digits.clear();
    count.value = 0;
    incomplete.value = false;
    order.value = shuffledDigits();
  }

  async function submit(): Promise<void> {
    incomplete.value = digits.count() < PIN_LENGTH;
    if (incomplete.value) return;
    const { taskId, step } = task();
    sending.value = true;
    count.value = 0;
    const pin = digits.take();
    const asked = askAsCustomer('customer.enterPin', { taskId, step, pin });
    // The bridge has copied the digits by now.
    pin.fill(0);
    await asked;
    sending.value = false;
    clearEntry();
  }

  /** Once: a second one, while it is on its way, would close the screen that says so. */
  async function cancel(): Promise<void> {
    if (cancelling) return;
    cancelling = true;
    clearEntry();
    await askAsCustomer('customer.cancel', { taskId: task().taskId });
    cancelling = false;
  }

  function take(key: PinKey): void {
    if (key.kind === 'cancel') void cancel();
    else if (sending.value || cancelling) return;
    else if (key.kind === 'submit') void submit();
    else {
      if (key.kind === 'digit') digits.add(key.digit);
      else digits.erase();
      incomplete.value = false;
      updateCount();
    }
  }

  listenWhileMounted(sources, take);
  onBeforeUnmount(() => digits.clear());
  watch(() => task().step, clearEntry);
  return { count: readonly(count), sending: readonly(sending), incomplete: readonly(incomplete), order };
}

function listenWhileMounted(sources: readonly PinSource[], take: (key: PinKey) => void): void {
  const stops: (() => void)[] = [];
  onMounted(() => stops.push(...sources.map((source) => source.listen(take))));
  onBeforeUnmount(() => {
    for (const stop of stops) stop();
  });
}
