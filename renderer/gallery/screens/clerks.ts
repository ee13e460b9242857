/** F11: the clerks of the office. */
import type { ListedClerk } from '../../../electron/contract/administration/clerk-verbs.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { at } from '../fake/fake-state.ts';
import { tellerScreen } from '../screen.ts';

type TellerDesk = Desk<FakeBridge>;

const DAY_MS = 86_400_000;
/** 2025-02-03, 8:41 in the office. */
const today = Date.UTC(2025, 1, 3, 0, 41);
const works = {
  state: 'active',
  lockedBy: null,
  disabledAt: null,
  oneTimePassword: false,
  passwordExpiresAt: at(today + 42 * DAY_MS),
  lastSignInAt: at(today),
} as const;
export const staff: readonly ListedClerk[] = [
  { code: '1001', name: '王敏', role: 'clerk', ...works },
  { code: '1002', name: '赵云飞', role: 'clerk', ...works, state: 'locked', lockedBy: 'pairs' },
  { code: '1003', name: '阿卜杜热依木·麦麦提明', role: 'clerk', ...works, oneTimePassword: true, lastSignInAt: null },
  { code: '1004', name: '孙丽', role: 'clerk', ...works, state: 'disabled', disabledAt: at(today - 30 * DAY_MS) },
  { code: '2001', name: '李建国', role: 'supervisor', ...works, passwordExpiresAt: null },
  { code: '2002', name: '钱卫东', role: 'supervisor', ...works, state: 'locked', lockedBy: 'passwords' },
  { code: '9001', name: '周静', role: 'administrator', ...works },
];

async function open(desk: TellerDesk): Promise<void> {
  await desk.press('taskAdministration');
  await desk.press('administrationPage', 1);
}

async function chosen(desk: TellerDesk, row: number): Promise<void> {
  await open(desk);
  for (let down = 0; down < row; down += 1) await desk.pressKeys('ArrowDown');
}

async function authorise(desk: TellerDesk, password = 'demo-2001'): Promise<void> {
  await desk.fill('second.code', '2001');
  await desk.fill('second.password', password);
  await desk.pressKeys('Enter');
}

async function adding(desk: TellerDesk, code: string): Promise<void> {
  await open(desk);
  await desk.press('addEntry');
  await desk.fill('clerks.code', code);
  await desk.fill('clerks.name', '周文博');
}

async function acting(desk: TellerDesk, row: number, act: 'endEntry' | 'oneTimePassword', password?: string) {
  await chosen(desk, row);
  await desk.press(act);
  await desk.fill('administration.reason', '调离本网点');
  await authorise(desk, password);
}

export const clerksScreen = tellerScreen(
  'clerks',
  { clerk: '9001', known: { clerks: staff } },
  {
    full: { show: open },
    'a disabled one chosen': { show: (desk) => chosen(desk, 3) },
    'adding, the form': {
      async show(desk) {
        await open(desk);
        await desk.press('addEntry');
      },
    },
    'adding, the code is taken': {
      async show(desk) {
        await adding(desk, '1004');
        await authorise(desk);
      },
    },
    'adding, refused': {
      async show(desk) {
        await adding(desk, '1005');
        await authorise(desk, 'wrong');
      },
    },
    'the one-time password': {
      async show(desk) {
        await adding(desk, '1005');
        await authorise(desk);
        await desk.sees('clerks.handOver');
      },
    },
    'changing, nothing is another': {
      async show(desk) {
        await chosen(desk, 1);
        await desk.press('changeEntry');
      },
    },
    changing: {
      async show(desk) {
        await chosen(desk, 2);
        await desk.press('changeEntry');
        await desk.click('role.supervisor');
      },
    },
    'disabling, the reason': {
      async show(desk) {
        await chosen(desk, 0);
        await desk.press('endEntry');
      },
    },
    'disabling, too few would be left': {
      program: { known: { clerks: staff.filter(({ code }) => code !== '2002') } },
      show: (desk) => acting(desk, 4, 'endEntry', 'demo-2001'),
    },
    disabled: { show: (desk) => acting(desk, 0, 'endEntry') },
    'another one-time password': {
      async show(desk) {
        await chosen(desk, 0);
        await desk.press('oneTimePassword');
      },
    },
    'unlocking after wrong pairs': {
      async show(desk) {
        await chosen(desk, 1);
        await desk.press('unlockEntry');
      },
    },
    'unlocking after wrong passwords': {
      async show(desk) {
        await chosen(desk, 5);
        await desk.press('unlockEntry');
      },
    },
  },
);
