/** The demo office of the first-run screen, of `npm start` and of the command line: its name and its three clerks. */
import { businessDate } from '../kernel/dates.ts';
import type { NewOffice } from './office-verbs.ts';

/** Shown on the sign-in screen of a demo office, and of no other. */
export const demoOffice: NewOffice = {
  name: '示范储蓄所',
  code: '0101',
  openingDate: businessDate('2024-01-01'),
  clerks: [
    { code: '1001', name: '王敏', role: 'clerk', password: 'demo-clerk-1001' },
    { code: '2001', name: '李强', role: 'supervisor', password: 'demo-supervisor-2001' },
    { code: '9001', name: '赵静', role: 'administrator', password: 'demo-administrator-9001' },
  ],
};
