/** Start of the customer's window. */
import '../shared/faces.css';
import '../shared/tokens.css';
import '../shared/base.css';
import './customer.css';
import { openCustomerWindow } from './customer-window.ts';

openCustomerWindow('#app');
