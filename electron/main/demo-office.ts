/** The demo office that `--demo` and the first-run screen make: its clerks, and the files it is filled from. */
import { join } from 'node:path';
import { businessDate } from '../contract/dates.ts';
import type { NewOffice } from '../contract/verbs.ts';

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

/** The department's files of 13 months, shipped with the program. */
export function demoFiles(programFolder: string): string {
  return join(programFolder, 'test', 'office-a');
}
