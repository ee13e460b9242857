/** What is around the tasks: banners, the header's ledger, who stands at the counter. */
import { businessDate, instant } from '../../../electron/contract/kernel/dates.ts';
import type { OfficeStatus } from '../../../electron/contract/office/office-views.ts';
import { keyName } from '../../shared/keyboard/shortcuts.ts';
import { realOffice } from '../fake/fake-office.ts';
import { ok, today, type FakeOptions } from '../fake/fake-state.ts';
import { reports, requests } from '../known.ts';
import { tellerScreen } from '../screen.ts';

function status(values: Partial<OfficeStatus>): FakeOptions {
  const usual = {
    office: realOffice,
    bankName: '',
    businessDate: today,
    pastDayOpen: null,
    clockBehind: null,
    at: null,
    demoClerks: [],
  };
  return { answers: { 'office.status': () => ok({ ...usual, ...values }) } };
}

const clockBehind = { last: '2025-02-03 10:12:30', clock: '2025-02-03 08:02:11' };

export const bannersScreen = tellerScreen(
  'banners',
  { clerk: '1001' },
  {
    'development runtime': { program: { unsupported: true } },
    'past day open': {
      program: status({ pastDayOpen: { day: businessDate('2025-02-02'), today } }),
    },
    'a backup place that is gone': {
      program: status({
        backupFault: {
          code: 'BACKUP_FAILED',
          details: { place: 2, places: 2, reason: 'disk-not-there', since: '2025-02-03 09:00' },
        },
      }),
    },
    'clock behind': { program: status({ clockBehind }) },
    'clock behind, a supervisor decides': {
      program: status({ clockBehind }),
      show: (desk) => desk.click('clock.decide'),
    },
    'ledger restarting': {
      async show(desk) {
        desk.program.emit('ledger.status', { state: 'restarting', refusal: null });
        await desk.sees('ledger.restartingBanner');
      },
    },
    'ledger back': {
      async show(desk) {
        desk.program.emit('ledger.status', { state: 'restarting', refusal: null });
        await desk.settled();
        desk.program.emit('ledger.status', { state: 'ready', refusal: null });
        await desk.sees('ledger.back');
      },
    },
    'ledger failed': {
      async show(desk) {
        desk.program.emit('ledger.status', { state: 'failed', refusal: null });
        await desk.sees('ledger.failedTitle');
      },
    },
    'the own password ends soon': {
      program: { passwordExpiresAt: instant(Date.UTC(2025, 1, 8, 1, 0)) },
    },
    'locks lifted by the recovery key': {
      async show(desk) {
        const { session } = desk.program.state;
        if (session) {
          const at = instant(Date.UTC(2025, 1, 3, 1, 0));
          desk.program.state.session = { ...session, locksLifted: at };
        }
        desk.program.emit('ledger.status', { state: 'restarting', refusal: null });
        desk.program.emit('ledger.status', { state: 'ready', refusal: null });
        await desk.finds('.locks-lifted');
      },
    },
  },
);

export const panelScreen = tellerScreen(
  'at-the-counter',
  { clerk: '1001', customer: 'zhang' },
  {
    'all in order': { program: { unprinted: 4, visit: { telephonePasswordSet: true } } },
    'print gate near': { program: { unprinted: 55 } },
    'print gate reached': { program: { unprinted: 60 } },
    'print gate off': { program: { visit: { printGate: 0 } } },
    'card lost orally': { program: { visit: { cardLoss: { number: reports.oral.number, kind: 'oral' } } } },
    'card lost in writing': {
      program: { pinState: 'void', visit: { cardLoss: { number: reports.formal.number, kind: 'formal' } } },
    },
    'PIN locked, no phone': { program: { pinState: 'locked', visit: { phoneMasked: '' } } },
    'account closed, network check without match': {
      program: { visit: { accountStatus: 'closed', networkCheck: 'number-unknown' } },
    },
    'an agent': {
      program: {
        visit: { agent: { nameMasked: '王*', idMasked: '440***********0014', relation: '配偶', guardian: false } },
      },
    },
    'a guardian': {
      program: {
        visit: {
          age: 9,
          pinState: 'none',
          agent: { nameMasked: '王*', idMasked: '440***********0014', relation: '母亲', guardian: true },
        },
      },
    },
    'long names': {
      program: {
        visit: {
          holderName: '阿卜杜热合曼·麦麦提艾力·阿布都克热木',
          employer: '新疆维吾尔自治区喀什地区疏附县乌帕尔镇人民政府机关事务管理办公室',
        },
      },
    },
    'revealing a number': { show: (desk) => desk.press('reveal') },
    'revealed number': {
      async show(desk) {
        await desk.press('reveal');
        await desk.fill('panel.revealReason', '核对新证件');
        await desk.pressKeys('Enter');
        await desk.finds('.running[role="status"]');
      },
    },
    'little time left': {
      async show(desk) {
        const { visit } = desk.program.state;
        if (visit) desk.program.state.visit = { ...visit, endsAt: instant(Date.now() + 90_000) };
        desk.program.emit('ledger.status', { state: 'restarting', refusal: null });
        desk.program.emit('ledger.status', { state: 'ready', refusal: null });
        await desk.finds('.clock.running');
      },
    },
    finished: {
      async show(desk) {
        await desk.press('finishVisit');
        await desk.sees('panel.finished');
      },
    },
    'ended by itself': {
      async show(desk) {
        desk.program.refuseNext('statement.presets', { code: 'VISIT_ENDED', details: {} });
        await desk.press('taskStatement');
        await desk.sees('panel.nobody', { key: keyName('taskVisit') });
      },
    },
  },
);

const decided = requests.filter(({ decidedAt }) => decidedAt !== null);

export const decisionsScreen = tellerScreen(
  'decisions',
  { clerk: '1001', customer: 'zhang' },
  {
    'a request was approved': {
      program: { known: { requests: decided.filter(({ state }) => state === 'approved') } },
      async show(desk) {
        await desk.press('taskStatement');
        await desk.seesPaper();
      },
    },
    'two were decided': { program: { known: { requests: decided } } },
    'a request was refused': {
      program: { known: { requests: decided.filter(({ state }) => state === 'refused') } },
      show: (desk) => desk.press('taskMonthEnd'),
    },
  },
);
