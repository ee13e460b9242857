/** A yes or a no to what the holder reads at their window. */
import { onMounted, shallowRef, type ShallowRef } from 'vue';
import { askAsCustomer } from '../shared/bridge-client.ts';
import { useCustomerKeys } from './customer-keys.ts';

/** @param heading takes the focus, so that an Enter pressed too early confirms nothing. */
export function useReadAnswer(taskId: () => string, heading: Readonly<ShallowRef<HTMLElement | null>>) {
  const sending = shallowRef(false);

  /** The first answer counts: a second one, while it is on its way, would be about the screen that follows. */
  async function answer(verb: 'customer.acknowledge' | 'customer.cancel'): Promise<void> {
    if (sending.value) return;
    sending.value = true;
    await askAsCustomer(verb, { taskId: taskId() });
    sending.value = false;
  }

  // The star is for number pads, which have no Tab.
  useCustomerKeys(({ key }) => {
    if (key === '*') void answer('customer.acknowledge');
    else if (key === 'Escape') void answer('customer.cancel');
  });
  onMounted(() => heading.value?.focus());

  return { sending, answer };
}
