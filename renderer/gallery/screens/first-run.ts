/** A computer without an office, and books that stay shut. */
import type { ErrorCode, Refusal } from '../../../electron/contract/kernel/errors.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { fakeServer } from '../fake/fake-server.ts';
import { realOffice } from '../fake/fake-office.ts';
import { ok, refusedWith, type FakeOptions } from '../fake/fake-state.ts';
import { noAnswer } from '../fake/fake-wire.ts';
import { tellerScreen } from '../screen.ts';

/** The screen is a piece of its own, and hears no key before it has come. */
async function began(desk: Desk<FakeBridge>, index: number): Promise<void> {
  await desk.sees('firstRun.title');
  await desk.press('firstRunChoice', index);
}

async function setUp(desk: Desk<FakeBridge>): Promise<void> {
  await began(desk, 1);
  await desk.fill('firstRun.officeName', '海淀支行中关村储蓄所');
  await desk.fill('firstRun.officeCode', '0202');
  await desk.fill('firstRun.openingDate', '20261105');
  await desk.pressKeys('Enter');
  await desk.sees('firstRun.clerksExplain');
}

function choose(list: HTMLSelectElement | null, value: string): void {
  if (list === null) throw new Error('nothing to choose a role from');
  list.value = value;
  list.dispatchEvent(new Event('change'));
}

/** Two persons who may authorise, and a clerk. */
async function setUpClerks(desk: Desk<FakeBridge>): Promise<void> {
  await setUp(desk);
  const persons = [
    ['2001', '李建国', 'supervisor'],
    ['2002', '周静', 'administrator'],
    ['1001', '王敏', 'clerk'],
  ];
  for (const group of Array.from(document.querySelectorAll('fieldset'))) {
    const [code = '', name = '', role = ''] = persons.shift() ?? [];
    const texts = Array.from(group.querySelectorAll<HTMLInputElement>('input'));
    for (const [index, text] of [code, name, 'long enough 1', 'long enough 1'].entries()) {
      texts[index]?.focus();
      await desk.type(text);
    }
    choose(group.querySelector('select'), role);
  }
  await desk.click('firstRun.create');
}

async function joining(desk: Desk<FakeBridge>, code = '02-K7QM3-XPT9R'): Promise<void> {
  await began(desk, 2);
  await desk.type(`192.168.10.5:7443 ${code}`);
  await desk.pressKeys('Enter');
}

const releases = { own: '0.1.0', server: '0.2.0' };

export const firstRunScreen = tellerScreen(
  'first-run',
  { office: false },
  {
    choices: {},
    'demo office under way': {
      program: { answers: { 'office.openDemo': noAnswer } },
      show: (desk) => began(desk, 0),
    },
    'demo office refused': {
      program: { answers: { 'office.openDemo': () => refusedWith('DISK_FULL') } },
      show: (desk) => began(desk, 0),
    },
    'set up, the office': { show: (desk) => began(desk, 1) },
    'set up, the office wrongly': {
      async show(desk) {
        await began(desk, 1);
        await desk.click('firstRun.next');
      },
    },
    'set up, letters in the office code': {
      async show(desk) {
        await began(desk, 1);
        await desk.fill('firstRun.officeName', '海淀支行中关村储蓄所');
        await desk.fill('firstRun.officeCode', '02x7');
        await desk.pressKeys('Enter');
      },
    },
    'set up, the staff': { show: setUp },
    'set up, no role chosen': {
      async show(desk) {
        await setUp(desk);
        document.querySelector('select')?.focus();
        await desk.pressKeys('Enter');
      },
    },
    'set up, no second person': {
      async show(desk) {
        await setUp(desk);
        await desk.click('firstRun.create');
      },
    },
    'set up, the recovery sheet': { show: setUpClerks },
    'set up, the sheet saved': {
      async show(desk) {
        await setUpClerks(desk);
        await desk.click('firstRun.sheetSave');
      },
    },
    join: { show: (desk) => began(desk, 2) },
    'join, both filled by the picture': {
      async show(desk) {
        await began(desk, 2);
        await desk.type('192.168.10.5:7443 02-K7QM3-XPT9R');
      },
    },
    'join, a wrong code': { show: (desk) => joining(desk, '03-K7QM3-XPT9R') },
    'join, nobody there': {
      program: { answers: { 'office.join': () => refusedWith('SERVER_UNREACHABLE') } },
      show: (desk) => joining(desk),
    },
    'join, an older program': {
      program: { answers: { 'office.join': () => refusedWith('PROGRAM_OLDER', releases) } },
      show: (desk) => joining(desk),
    },
    'join, a newer program': {
      program: { answers: { 'office.join': () => refusedWith('PROGRAM_NEWER', { own: '0.2.0', server: '0.1.0' }) } },
      show: (desk) => joining(desk),
    },
    'join, under way': { program: { answers: { 'office.join': noAnswer } }, show: (desk) => joining(desk) },
    joined: { show: (desk) => joining(desk) },
    'joined, the clock is wrong': {
      program: { answers: { 'office.join': () => ok({ ...fakeServer, clockAheadMs: -7_500_000 }) } },
      show: (desk) => joining(desk),
    },
    restore: { show: (desk) => began(desk, 3) },
    restored: {
      program: {
        answers: { 'office.restore': () => ok({ ...realOffice, madeAt: '2025-02-03 09:00', recordsBehind: 214 }) },
      },
      async show(desk) {
        await began(desk, 3);
        await desk.fill('firstRun.recoveryKey', 'ABCD-EFGH');
        await desk.click('firstRun.chooseBackup');
      },
    },
    'restore, wrong key': {
      program: { answers: { 'office.restore': () => refusedWith('KEY_WRONG') } },
      async show(desk) {
        await began(desk, 3);
        await desk.fill('firstRun.recoveryKey', 'ABCD-EFGH');
        await desk.click('firstRun.chooseBackup');
      },
    },
  },
);

function shut(code: ErrorCode, details: Refusal['details'] = {}): FakeOptions {
  return { answers: { 'office.status': () => refusedWith(code, details) } };
}

const behind = {
  number: 412,
  since: '2025-02-03 09:58:11',
  anchorNumber: 430,
  until: '2025-02-03 10:12:30',
  missing: 18,
};

export const booksShutScreen = tellerScreen(
  'books-shut',
  {},
  {
    damaged: { program: shut('DATABASE_DAMAGED', { detail: 'entries do not add up' }) },
    'written by a newer program': { program: shut('DATABASE_NEWER', { schema: 14, known: 12 }) },
    'beside a joining': {
      program: {
        ...shut('JOINING_AND_BOOKS', { folder: '/var/lib/medicard', address: fakeServer.address }),
        server: fakeServer,
      },
    },
    'behind their anchor': { program: shut('BOOKS_BEHIND', behind) },
    'behind their anchor, the second press': {
      program: shut('BOOKS_BEHIND', behind),
      async show(desk) {
        await desk.fill('openBehind.first', '2001');
        await desk.fill('openBehind.firstPassword', 'demo-2001');
        await desk.fill('openBehind.second', '9001');
        await desk.fill('openBehind.secondPassword', 'demo-9001');
        await desk.pressKeys('Enter');
      },
    },
  },
);
