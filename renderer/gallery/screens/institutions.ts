/** F11: the designated institutions of the office. */
import type { ListedInstitution } from '../../../electron/contract/administration/institution-verbs.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { tellerScreen } from '../screen.ts';

type TellerDesk = Desk<FakeBridge>;

const terminals = (...numbers: readonly string[]) => numbers.map((number) => ({ number, stoppedFrom: null }));
const institutions: readonly ListedInstitution[] = [
  {
    ...{ code: 'H0001', name: '市第一人民医院', type: 'hospital', stoppedFrom: null },
    terminals: [...terminals('T000101', 'T000102'), { number: 'T000103', stoppedFrom: '2025-01-20 16:05:12' }],
  },
  { code: 'H0002', name: '区中医医院', type: 'hospital', stoppedFrom: null, terminals: terminals('T000201') },
  {
    ...{ code: 'P0001', name: '康民大药房连锁有限公司人民路分店', type: 'pharmacy' },
    ...{ stoppedFrom: '2025-01-31 09:00:00', terminals: terminals('T100101', 'T100102') },
  },
  ...Array.from({ length: 60 }, (_, at) => {
    const number = String(at + 2).padStart(4, '0');
    const shop = { name: `康民药店第 ${at + 2} 分店`, type: 'pharmacy', stoppedFrom: null } as const;
    return { code: `P${number}`, ...shop, terminals: terminals(`T1${number}01`) };
  }),
];
export const few = institutions.slice(0, 3);

async function open(desk: TellerDesk): Promise<void> {
  await desk.press('taskAdministration');
  await desk.press('administrationPage', 3);
}

async function chosen(desk: TellerDesk, row: number): Promise<void> {
  await open(desk);
  for (let down = 0; down < row; down += 1) await desk.pressKeys('ArrowDown');
}

async function authorise(desk: TellerDesk, password = 'demo-2001'): Promise<void> {
  await desk.fill('administration.reason', '医保局通知');
  await desk.fill('second.code', '2001');
  await desk.fill('second.password', password);
  await desk.pressKeys('Enter');
}

async function adding(desk: TellerDesk, code: string): Promise<void> {
  await open(desk);
  await desk.press('addEntry');
  await desk.fill('institutions.code', code);
  await desk.fill('institutions.name', '滨江医院');
  await desk.fill('institutions.terminals', 'T000301;T000302');
}

export const institutionsScreen = tellerScreen(
  'institutions',
  { clerk: '9001', known: { institutions: few } },
  {
    full: { show: (desk) => chosen(desk, 0) },
    'many pages': { program: { known: { institutions } }, show: open },
    empty: { program: { known: { institutions: [] } }, show: open },
    'searched, none found': {
      async show(desk) {
        await open(desk);
        await desk.press('findEntries');
        await desk.fill('institutions.searchField', '口腔');
        await desk.pressKeys('Enter');
      },
    },
    'a stopped one chosen': { show: (desk) => chosen(desk, 2) },
    adding: { show: (desk) => adding(desk, 'H0003') },
    'adding, the number is there': {
      async show(desk) {
        await adding(desk, 'H0001');
        await authorise(desk);
      },
    },
    added: {
      async show(desk) {
        await adding(desk, 'H0003');
        await authorise(desk);
      },
    },
    'changing, nothing is another': {
      async show(desk) {
        await chosen(desk, 1);
        await desk.press('changeEntry');
      },
    },
    'changing, terminals that cannot be': {
      async show(desk) {
        await chosen(desk, 1);
        await desk.press('changeEntry');
        await desk.fill('institutions.moreTerminals', 'T1,T2');
        await authorise(desk);
      },
    },
    stopping: {
      async show(desk) {
        await chosen(desk, 0);
        await desk.press('endEntry');
      },
    },
    'stopping a terminal': {
      async show(desk) {
        await chosen(desk, 0);
        await desk.press('endEntry');
        await desk.fill('institutions.terminal', 'T000101');
      },
    },
    stopped: {
      async show(desk) {
        await chosen(desk, 0);
        await desk.press('endEntry');
        await authorise(desk);
      },
    },
    resuming: {
      async show(desk) {
        await chosen(desk, 2);
        await desk.press('endEntry');
      },
    },
    refused: {
      async show(desk) {
        await chosen(desk, 0);
        await desk.press('endEntry');
        await authorise(desk, 'wrong');
      },
    },
  },
);
