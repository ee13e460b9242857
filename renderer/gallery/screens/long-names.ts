/** Names, amounts and institutions as long as they may come, where they stand beside other things: 40 characters, 12 digits, 60 characters. */
import type { ListedCounter } from '../../../electron/contract/administration/counter-verbs.ts';
import type { LossView } from '../../../electron/contract/loss/loss-views.ts';
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { askedFor } from '../fake/fake-customer.ts';
import { office, realOffice, sessionOf } from '../fake/fake-office.ts';
import { at, ok, today, type FakeOptions } from '../fake/fake-state.ts';
import { largeFen, longInstitution } from '../fake/fake-visit.ts';
import { clocks, longName, reports } from '../known.ts';
import { customerScreen, tellerScreen } from '../screen.ts';
import { staff } from './clerks.ts';

type TellerDesk = Desk<FakeBridge>;

const longBank = longInstitution.slice(0, 40);
const longOffice = { name: longInstitution, code: '0101' };
/** A surname of two characters is the longest that a masked name shows. */
const masked = '欧阳*';
const longAgent = { nameMasked: masked, idMasked: '440***********0014', relation: '配偶', guardian: false };

/** Who is signed in, and where, by names of full length. */
function signedIn(code: '1001' | '9001'): NonNullable<FakeOptions['answers']> {
  const session = sessionOf(code, {});
  const named = { ...session, clerk: { ...session.clerk, name: longName }, office: { ...office, ...longOffice } };
  return { 'session.current': () => ok(named), 'session.unlock': () => ok(named) };
}

/** An office, a bank and clerks by names of full length. */
function status(isDemo: boolean): NonNullable<FakeOptions['answers']> {
  const role = 'clerk' as const;
  const named = { ...(isDemo ? office : realOffice), ...longOffice };
  const demoClerks = isDemo ? [{ code: '1001', name: longName, role, password: 'demo-1001' }] : [];
  const known = {
    office: named,
    bankName: longBank,
    businessDate: today,
    pastDayOpen: null,
    clockBehind: null,
    at: null,
  };
  return { 'office.status': () => ok({ ...known, demoClerks }) };
}

const visit = {
  holderName: longName,
  holderNameMasked: masked,
  employer: longInstitution,
  balanceFen: largeFen,
  agent: null,
} as const;

const clerks = staff.map((clerk) => ({ ...clerk, name: longName }));
const joined = { joinedAt: at(0), certificateEndsAt: at(0), lastSeenAt: at(0) };
const counters: readonly ListedCounter[] = [
  { number: '01', name: longName, kind: 'supervisor-desk', state: 'joined', ...joined, line: null },
  { number: '02', name: longName, kind: 'counter', state: 'revoked', ...joined, line: null },
];

/** What was written into a report by hand may be as long as a name. */
const due: LossView = {
  ...reports.due,
  holderNameMasked: masked,
  secondReference: 'YB-BJ-202501-00031700000000000000000',
  timeline: reports.due.timeline.map((step) => ({ ...step, note: longName })),
};
const holderOf: FakeOptions = { customer: 'zhang', visit, known: { reports: [due] } };

async function administration(desk: TellerDesk, page: number): Promise<void> {
  await desk.press('taskAdministration');
  await desk.press('administrationPage', page);
}

async function followUp(desk: TellerDesk, key: number | null): Promise<void> {
  await desk.press('taskFollowUp');
  await desk.finds('.report-facts');
  if (key !== null) await desk.press('followUpAction', key);
}

async function pin(desk: TellerDesk, choice: number): Promise<void> {
  await desk.press('taskPin');
  await desk.press('pinChoice', choice);
}

export const longNamesScreen = tellerScreen(
  'long-names',
  { clerk: '1001', customer: 'zhang', visit, answers: signedIn('1001') },
  {
    locked: {
      async show(desk) {
        await desk.press('lock');
        await desk.sees('lock.title');
      },
    },
    counters: {
      program: { clerk: '9001', known: { counters }, answers: signedIn('9001') },
      show: (desk) => administration(desk, 0),
    },
    'counters, revoking': {
      program: { clerk: '9001', known: { counters }, answers: signedIn('9001') },
      async show(desk) {
        await administration(desk, 0);
        await desk.press('endEntry');
        await desk.fill('counters.revokeReason', longName);
        await desk.pressKeys('Enter');
      },
    },
    clerks: {
      program: { clerk: '9001', known: { clerks }, answers: signedIn('9001') },
      show: (desk) => administration(desk, 1),
    },
    'clerks, changing': {
      program: { clerk: '9001', known: { clerks }, answers: signedIn('9001') },
      async show(desk) {
        await administration(desk, 1);
        await desk.press('changeEntry');
        await desk.click('role.supervisor');
      },
    },
    'clerks, disabling': {
      program: { clerk: '9001', known: { clerks }, answers: signedIn('9001') },
      async show(desk) {
        await administration(desk, 1);
        await desk.press('endEntry');
      },
    },
    'PIN, the choice': { show: (desk) => pin(desk, 1) },
    'PIN, the second press': {
      async show(desk) {
        await pin(desk, 1);
        await desk.click('pin.ask');
      },
    },
    'PIN, waiting for the holder': {
      async show(desk) {
        await pin(desk, 1);
        await desk.click('pin.ask');
        await desk.confirm();
        await desk.finds('.customer-entry');
      },
    },
    'PIN, the second person': {
      async show(desk) {
        await pin(desk, 2);
        await desk.click('pin.report');
        await desk.sees('second.title');
      },
    },
    'follow-up': { program: holderOf, show: (desk) => followUp(desk, null) },
    'follow-up, reissue': {
      program: holderOf,
      async show(desk) {
        await followUp(desk, 2);
        await desk.fill('followUp.newCard', '6213300100000000032');
        await desk.fill('followUp.newInsuranceNumber', 'YB11010500037');
        await desk.sees('visit.cardOk');
        await desk.click('followUp.toSecond');
        await desk.sees('second.title');
      },
    },
    'follow-up, correcting': {
      program: holderOf,
      async show(desk) {
        await followUp(desk, 5);
        await desk.fill('followUp.correctedNumber', 'YB-BJ-202501-00037100000000000000000');
        await desk.fill('followUp.correctionReason', '原号登记有误');
        await desk.click('followUp.toSecond');
        await desk.sees('second.title');
      },
    },
    'follow-up, an agent': {
      program: { ...holderOf, visit: { ...visit, agent: longAgent } },
      show: (desk) => followUp(desk, null),
    },
    worklist: {
      program: { worklist: clocks(3).map((item) => ({ ...item, holderNameMasked: masked })) },
      show: (desk) => desk.press('taskWorklist'),
    },
  },
);

export const longNamesSignInScreen = tellerScreen(
  'long-names-sign-in',
  {},
  {
    'an office at work': { program: { answers: status(false) } },
    'the demo office': { program: { answers: status(true) }, show: (desk) => desk.press('demoClerk') },
  },
);

const atWindow = { officeName: longInstitution, bankName: longBank } as const;

export const longNamesCustomerScreen = customerScreen('long-names-customer', {
  idle: { program: atWindow },
  'in a visit': { program: { ...atWindow, doing: 'statement' } },
  'in a visit, in large type': { program: { ...atWindow, doing: 'paper', largeType: true } },
  PIN: { program: { ...atWindow, doing: 'visit', task: askedFor('change', 'old') } },
  'PIN, in large type': {
    program: { ...atWindow, doing: 'visit', largeType: true, task: askedFor('change', 'old') },
  },
  'a report to read': {
    program: { ...atWindow, doing: 'loss', task: askedFor('acknowledge', 'read', { loss: reports.closed }) },
  },
  'a report to read, in large type': {
    program: {
      ...{ ...atWindow, doing: 'loss', largeType: true },
      task: askedFor('acknowledge', 'read', { loss: reports.closed }),
    },
  },
  'its end': { program: { ...atWindow, doing: 'loss', task: askedFor('change', 'repeat', { ended: 'done' }) } },
});
