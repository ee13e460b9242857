/** The customer's window as it starts: its words, the guard against keys that are held down or come too early, its page. */
import { createApp, type App as Application } from 'vue';
import { watchDrawing } from '../shared/keyboard/drawn.ts';
import { listenToKeys } from '../shared/keyboard/key-listener.ts';
import { addWords, i18n, showLanguage } from '../shared/words/use-words.ts';
import App from './App.vue';
import { customerWords } from './customer-words.ts';

export interface CustomerWindow {
  readonly app: Application;
  /** Leaves nothing that listens. */
  readonly close: () => void;
}

/** @param place that it fills. */
export function openCustomerWindow(place: Element | string): CustomerWindow {
  addWords([customerWords]);
  showLanguage();
  const ends = [watchDrawing(document), listenToKeys(window)];
  const app = createApp(App).use(i18n);
  app.mount(place);
  return {
    app,
    close() {
      app.unmount();
      for (const end of ends) end();
    },
  };
}
