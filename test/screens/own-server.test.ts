/** A computer joins an office server, is told why its line is down over whatever it has open, and leaves. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ErrorCode, Refusal } from '../../electron/contract/kernel/errors.ts';
import { fakeServer, goneServer } from '../../renderer/gallery/fake/fake-server.ts';
import { ok, refusedWith } from '../../renderer/gallery/fake/fake-state.ts';
import type { WordKey } from '../../renderer/shared/words/word-lists.ts';
import { clerkAt, languages, zhang, type Clerk } from './clerk.ts';

const address = '192.168.10.5:7443';
const code = '02-K7QM3-XPT9R';

async function joins(clerk: Clerk, text = `${address} ${code}`): Promise<void> {
  await clerk.press('3');
  await expect.element(clerk.field('joinOffice.address')).toHaveFocus();
  await clerk.type(text);
  await clerk.press('Enter');
}

test.each(languages)('typed wrongly, nothing is asked and the field says how it is written (%s)', async (language) => {
  const clerk = await clerkAt({ office: false }, language);
  await joins(clerk, 'http://192.168.10.5');
  await clerk.isTold(clerk.t('joinOffice.addressForm'));
  await clerk.fill('joinOffice.address', '192.168.10.5');
  await clerk.press('Enter');
  await clerk.fill('joinOffice.code', '02-K7QM3');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('joinOffice.codeForm'));
  expect(clerk.program.asked.some(({ verb }) => verb === 'office.join')).toBe(false);
  await clerk.press('Escape');
  await expect.element(clerk.heading('firstRun.title')).toBeVisible();
});

const releases = { own: '0.1.0', server: '0.2.0' };
const own: readonly (readonly [ErrorCode, WordKey])[] = [
  ['SERVER_UNREACHABLE', 'joinOffice.unreachable'],
  ['SERVER_OTHER', 'joinOffice.other'],
  ['CERTIFICATE_EXPIRED', 'joinOffice.clock'],
  ['PROGRAM_OLDER', 'joinOffice.older'],
  ['PROGRAM_NEWER', 'joinOffice.newer'],
];
const ofTheCode: readonly (readonly [ErrorCode, Refusal['details']])[] = [
  ['ENROLMENT_CODE_WRONG', { left: 3 }],
  ['ENROLMENT_CODE_USED', {}],
  ['ENROLMENT_CODE_EXPIRED', {}],
  ['ENROLMENT_CODE_DEAD', {}],
];

test.each(languages)('what goes wrong is said where it is mended, and what was typed stays (%s)', async (language) => {
  const clerk = await clerkAt({ office: false }, language);
  await joins(clerk, '192.168.10.5:7443');
  for (const [refusal, word] of own) {
    clerk.program.refuseNext('office.join', { code: refusal, details: releases });
    if (refusal === 'SERVER_UNREACHABLE') await clerk.fill('joinOffice.code', code);
    await clerk.press('Enter');
    await clerk.isWarned(clerk.t(word, { address, ...releases }));
    await expect.element(clerk.field('joinOffice.address')).toHaveFocus();
  }
  for (const [refusal, details] of ofTheCode) {
    clerk.program.refuseNext('office.join', { code: refusal, details });
    await clerk.press('Enter');
    await clerk.isRefused(refusal, details);
    await expect.element(clerk.field('joinOffice.code')).toHaveFocus();
  }
  await expect.element(clerk.field('joinOffice.code')).toHaveValue(code);
});

const clocks = [
  ['ahead', 7_500_000, 'joinOffice.clockFast', '125'],
  ['behind', -360_000, 'joinOffice.clockSlow', '6'],
] as const;

test.each(languages.flatMap((language) => clocks.map((clock) => [...clock, language] as const)))(
  'a clock that is %s, by %i ms, is told where the computer has joined (%s, %s, %s)',
  async (_, clockAheadMs, word, minutes, language) => {
    const answers = { 'office.join': () => ok({ ...fakeServer, clockAheadMs }) };
    const clerk = await clerkAt({ office: false, answers }, language);
    await joins(clerk);
    await clerk.isTold(clerk.t(word, { minutes }));
  },
);

test('what this computer has become is read to its end, whatever the ledger says meanwhile', async () => {
  const clerk = await clerkAt({ office: false });
  await joins(clerk);
  await expect.element(clerk.heading('joinOffice.joinedTitle')).toBeVisible();
  expect(await clerk.desk.asks('office.join')).toMatchObject({ input: { address, code } });
  clerk.program.emit('ledger.status', { state: 'ready', refusal: null });
  await clerk.desk.settled();
  await expect.element(clerk.heading('joinOffice.joinedTitle')).toBeVisible();
  await clerk.press('Enter');
  await expect.element(clerk.field('signIn.code')).toHaveFocus();
});

const reasons: readonly (readonly ['restarting' | 'failed', Refusal])[] = [
  ['restarting', { code: 'SERVER_UNREACHABLE', details: { address } }],
  ['failed', { code: 'SERVER_OTHER', details: { address } }],
  ['failed', { code: 'CERTIFICATE_EXPIRED', details: { until: '2026-01-06' } }],
  ['failed', { code: 'PROGRAM_OLDER', details: { own: '0.1.0', server: '0.2.0' } }],
  ['failed', { code: 'COUNTER_REVOKED', details: { number: '02' } }],
];

test.each(languages)('why the line is down stands over what is typed, which stays (%s)', async (language) => {
  const clerk = await clerkAt({ clerk: '1001', server: fakeServer }, language);
  await clerk.fill('visit.idNumber', zhang.idNumber.slice(0, 9));
  for (const [state, refusal] of reasons) {
    const sentence = clerk.refusal(refusal.code, refusal.details);
    clerk.program.emit('ledger.status', { state, refusal });
    await clerk.isTold(sentence);
    await clerk.isTold(clerk.t('ledger.away'));
    await expect.element(clerk.field('visit.idNumber')).toHaveValue(zhang.idNumber.slice(0, 9));
    clerk.program.emit('ledger.status', { state: 'ready', refusal: null });
    await clerk.isTold(clerk.t('ledger.back'));
    await expect.element(page.getByText(sentence, { exact: true })).not.toBeInTheDocument();
  }
  await expect.element(clerk.field('visit.idNumber')).toHaveValue(zhang.idNumber.slice(0, 9));
});

test.each(languages)('before sign-in it is said too, and the server left by a second press (%s)', async (language) => {
  const clerk = await clerkAt(
    { server: goneServer, answers: { 'office.status': () => refusedWith('SERVER_DID_NOT_ANSWER') } },
    language,
  );
  await clerk.isTold(clerk.refusal('SERVER_UNREACHABLE', { address }));
  await expect.element(clerk.field('signIn.code')).toBeVisible();
  await clerk.press('Alt+j');
  await expect.element(clerk.dialog).toMatchTextContent(fakeServer.officeName);
  await clerk.pushButton('ownServer.leave');
  await clerk.isTold(clerk.t('ownServer.leaveSafe'));
  await clerk.press('Enter');
  expect(clerk.program.asked.some(({ verb }) => verb === 'office.leave')).toBe(false);
  await clerk.confirm();
  await clerk.desk.asks('office.leave');
});

test('the address is changed to where the server answers, and stays where it does not', async () => {
  const clerk = await clerkAt({ clerk: '1001', server: fakeServer });
  await clerk.press('Alt+j');
  await clerk.pushButton('ownServer.change');
  await clerk.fill('joinOffice.address', '10.0.0.9:7443');
  await clerk.press('Enter');
  await clerk.isWarned(clerk.t('ownServer.notThere', { address: '10.0.0.9:7443' }));
  await clerk.fill('joinOffice.address', '192.168.10.7:7443');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('ownServer.changed'));
  await expect.element(clerk.dialog).toMatchTextContent('192.168.10.7:7443');
});

test('a computer of its own books says so, and is offered nothing of a server', async () => {
  const clerk = await clerkAt();
  await clerk.press('Alt+j');
  await clerk.isTold(clerk.t('ownServer.none'));
  await expect.element(clerk.button('ownServer.leave')).not.toBeInTheDocument();
});

test('the recovery sheet of a new office stays until it is kept, however often the office is looked at', async () => {
  const clerk = await clerkAt({ office: false });
  await clerk.press('2');
  clerk.program.state.hasOffice = true;
  clerk.program.emit('ledger.status', { state: 'ready', refusal: null });
  await clerk.desk.settled();
  await expect.element(clerk.heading('firstRun.setUp')).toBeVisible();
});

test('a joined desktop offers no recovery key where a clerk is locked: the key is that of the server', async () => {
  const locked = () => refusedWith('CLERK_LOCKED', { clerkCode: '1001', seconds: 1800, until: '2025-02-03 10:42:30' });
  const clerk = await clerkAt({ server: fakeServer, answers: { 'session.signIn': locked } });
  await clerk.fill('signIn.code', '1001');
  await clerk.press('Enter');
  await clerk.fill('signIn.password', 'not the password');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('unlockClerk.explainTwo'));
  await expect.element(clerk.button('unlockClerk.withKey')).not.toBeInTheDocument();
});

const colourOf = (name: string): string => {
  const probe = document.createElement('i');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};

test('what is out of reach has a colour of its own, and a counter that was shut out is told in red', async () => {
  const clerk = await clerkAt({ clerk: '1001', customer: 'zhang', server: fakeServer });
  const told = () => document.querySelector('.program-banner [role="status"] p');
  const { address } = fakeServer;
  clerk.program.emit('ledger.status', {
    state: 'restarting',
    refusal: { code: 'SERVER_UNREACHABLE', details: { address } },
  });
  await expect.poll(() => told()?.textContent).toContain(address);
  expect(getComputedStyle(told() ?? document.body).color).toBe(colourOf('away'));
  clerk.program.emit('ledger.status', {
    state: 'failed',
    refusal: { code: 'COUNTER_REVOKED', details: { number: '02' } },
  });
  await expect.poll(() => told()?.textContent).toContain(clerk.refusal('COUNTER_REVOKED', { number: '02' }));
  expect(getComputedStyle(told() ?? document.body).color).toBe(colourOf('danger'));
  expect(new Set(['away', 'danger', 'running', 'proven', 'accent'].map(colourOf)).size).toBe(5);
});
