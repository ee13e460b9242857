/** The clerk's window as it starts: the words of sign-in, the guard against keys that are held down or come too early, its page. */
import { createPinia } from 'pinia';
import { createApp, type App as Application } from 'vue';
import { watchDrawing } from '../shared/keyboard/drawn.ts';
import { listenToKeys } from '../shared/keyboard/key-listener.ts';
import { addWords, i18n, showLanguage } from '../shared/words/use-words.ts';
import App from './App.vue';
import { entryWords } from './shell/entry-words.ts';

export interface TellerWindow {
  readonly app: Application;
  /** Leaves nothing that listens. */
  readonly close: () => void;
}

/** @param place that it fills. */
export function openTellerWindow(place: Element | string): TellerWindow {
  addWords(entryWords);
  showLanguage();
  const ends = [watchDrawing(document), listenToKeys(window)];
  const app = createApp(App).use(createPinia()).use(i18n);
  app.mount(place);
  return {
    app,
    close() {
      app.unmount();
      for (const end of ends) end();
    },
  };
}
