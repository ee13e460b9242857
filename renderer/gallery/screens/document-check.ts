/** Is a paper one of ours? */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { ok, today } from '../fake/fake-state.ts';
import { tellerScreen } from '../screen.ts';

async function check(desk: Desk<FakeBridge>, code: string): Promise<void> {
  await desk.press('taskDocumentCheck');
  await desk.fill('documentCheck.number', '0101-20250203-000001');
  await desk.fill('documentCheck.code', code);
  await desk.pressKeys('Enter');
}

export const documentCheckScreen = tellerScreen(
  'document-check',
  { clerk: '1001' },
  {
    empty: { show: (desk) => desk.press('taskDocumentCheck') },
    'nothing typed': {
      async show(desk) {
        await desk.press('taskDocumentCheck');
        await desk.click('documentCheck.submit');
      },
    },
    'a voucher': {
      async show(desk) {
        await desk.press('taskDocumentCheck');
        await desk.fill('documentCheck.number', 'MV1|L010120250203000177|K7QF-2M9X');
        await desk.pressKeys('Enter');
        await desk.finds('.notice-bar.proven');
      },
    },
    "a day's report": {
      program: {
        answers: { 'document.check': () => ok({ genuine: true, voucherOf: null, document: null, dayReportOf: today }) },
      },
      show: (desk) => check(desk, 'K7QF-2M9X'),
    },
    genuine: { show: (desk) => check(desk, 'K7QF-2M9X') },
    'not genuine': { show: (desk) => check(desk, 'AAAA-AAAA') },
  },
);
