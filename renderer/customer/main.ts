/** Start of the customer's window. */
import { createApp } from 'vue';
import '../shared/faces.css';
import '../shared/tokens.css';
import '../shared/base.css';
import './customer.css';
import { addWords, i18n, showLanguage } from '../shared/words/use-words.ts';
import App from './App.vue';
import { customerWords } from './customer-words.ts';

addWords([customerWords]);
showLanguage();
createApp(App).use(i18n).mount('#app');
