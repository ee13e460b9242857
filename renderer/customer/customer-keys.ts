/** Keys of the customer's window that count wherever the focus is. */
import { getCurrentInstance, onBeforeUnmount, onMounted } from 'vue';
import { wasDrawn } from '../shared/keyboard/drawn.ts';

/** A key that is held down, or was pressed before what it would act on was drawn, is nobody's word. */
export function isMeant({ repeat, timeStamp }: KeyboardEvent, place: Node | null): boolean {
  return !repeat && wasDrawn(place, timeStamp);
}

/** Hears the keys of a part of the window for as long as it is there. */
export function useCustomerKeys(hear: (event: KeyboardEvent) => void): void {
  const instance = getCurrentInstance();
  const hearMeant = (event: KeyboardEvent): void => {
    const place: unknown = instance?.subTree.el;
    if (isMeant(event, place instanceof Node ? place : null)) hear(event);
  };
  onMounted(() => window.addEventListener('keydown', hearMeant));
  onBeforeUnmount(() => window.removeEventListener('keydown', hearMeant));
}
