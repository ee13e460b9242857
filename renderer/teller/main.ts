/** Start of the teller window. Only the sign-in screen is loaded here: a clerk waits for that and nothing else. */
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import '../shared/faces.css';
import '../shared/tokens.css';
import '../shared/base.css';
import { watchDrawing } from '../shared/keyboard/drawn.ts';
import { listenToKeys } from '../shared/keyboard/key-listener.ts';
import { addWords, i18n, showLanguage } from '../shared/words/use-words.ts';
import App from './App.vue';
import { entryWords } from './shell/entry-words.ts';

addWords(entryWords);
showLanguage();
watchDrawing(document);
listenToKeys(window);
createApp(App).use(createPinia()).use(i18n).mount('#app');
