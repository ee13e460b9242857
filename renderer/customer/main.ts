/** Start of the customer's window. */
import { createApp } from 'vue';
import '../shared/faces.css';
import '../shared/tokens.css';
import '../shared/base.css';
import './customer.css';
import { customerChinese } from '../shared/words/customer-zh-cn.ts';
import { customerEnglish } from '../shared/words/customer-en.ts';
import { addCustomerWords, i18n, showLanguage } from '../shared/words/use-words.ts';
import App from './App.vue';

addCustomerWords(customerChinese, customerEnglish);
showLanguage();
createApp(App).use(i18n).mount('#app');
