/** What main tells this window to show; null until the first message. */
import { readonly, shallowRef, type Ref } from 'vue';
import type { CustomerScreen } from '../../electron/contract/customer/customer-verbs.ts';
import { askAsCustomer, onCustomerEvent } from '../shared/bridge-client.ts';
import { setLanguage } from '../shared/words/use-words.ts';

export interface ScreenShown {
  readonly screen: Readonly<Ref<CustomerScreen | null>>;
  readonly start: () => Promise<void>;
}

export function screenShown(): ScreenShown {
  const screen = shallowRef<CustomerScreen | null>(null);
  const show = (next: CustomerScreen): void => {
    screen.value = next;
    setLanguage(next.language);
    document.documentElement.classList.toggle('large-type', next.largeType);
  };
  return {
    screen: readonly(screen),
    async start() {
      onCustomerEvent('customer.screen', show);
      const now = await askAsCustomer('customer.screen', {});
      // A message that arrived meanwhile is newer than this reply.
      if (now.ok && screen.value === null) show(now.value);
    },
  };
}
