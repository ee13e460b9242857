/** Two computers and an office server: joined by a code, at work on the same books, cut off and back, approved across, and left. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LineProxy } from '../faults/link/line-proxy.ts';
import { expect, test } from './support/counter-test.ts';
import { passwordOf, type Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { joins } from './support/joining-desk.ts';
import { reportNumber } from './support/loss-desk.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { changeSetting } from './support/office-setting.ts';
import { servedWith } from './support/joined-counters.ts';
import { OfficeServer } from './support/office-server.ts';
import type { PreparedOffice } from './support/demo-office.ts';

/** A card of nobody's, with its check digit. */
const newCard = '6213300100000009017';
const afterwards: (() => unknown)[] = [];

test.afterEach(async () => {
  for (const end of afterwards.splice(0).reverse()) await end();
});

async function serve(office: PreparedOffice, port?: number): Promise<OfficeServer> {
  const server = await OfficeServer.start(office, port);
  afterwards.push(() => server.end('SIGKILL'));
  return server;
}

/** By the picture of the code: a reader types what it holds. */
async function joinsByReader(desk: Desk, text: string): Promise<void> {
  await expect(desk.heading('firstRun.title')).toBeVisible();
  await desk.press('3');
  await expect(desk.field('joinOffice.address')).toBeFocused();
  await desk.read(text);
  await desk.press('Enter');
  await expect(desk.heading('joinOffice.joinedTitle')).toBeVisible();
}

/** The administrator adds a counter on the screen, and reads out its code. */
async function addsCounter(desk: Desk, name: string): Promise<string> {
  await desk.press('F11');
  await expect(desk.page.getByRole('table')).toBeVisible();
  await desk.press('Alt+N');
  await desk.fill('counters.name', name);
  await desk.press('Enter');
  await desk.authorise();
  const code = desk.page.locator('.joining-code .code');
  await expect(code).toBeVisible();
  return code.innerText();
}

/** The line is cut between what the server does and what this computer hears of it. */
async function reportsOverCutLine(desk: Desk, proxy: LineProxy): Promise<string> {
  await desk.press('F5');
  await expect(desk.page.getByRole('radio', { name: desk.t('loss.object.card') }).first()).toBeFocused();
  await desk.press('Enter');
  const done = proxy.deafen();
  await desk.confirm();
  await done;
  proxy.pull();
  await desk.isRefused('SERVER_DID_NOT_ANSWER');
  await desk.isTold(desk.t('ledger.back'));
  await desk.press('Enter');
  await desk.confirm();
  return reportNumber(desk);
}

async function asksForNewCard(desk: Desk): Promise<void> {
  await desk.press('F6');
  const today = desk.page.getByRole('group', { name: desk.t('followUp.today') });
  await expect(today.getByRole('button', { name: desk.t('followUp.act.reissue') })).toBeVisible();
  await desk.press('3');
  await desk.fill('followUp.newCard', newCard);
  await desk.press('Enter');
  await desk.fill('followUp.newInsuranceNumber', 'YB000009017');
  await desk.press('Enter');
  await expect(desk.field('second.code')).toBeFocused();
  await desk.press('Alt+W');
  await expect(desk.button(desk.t('second.ask'))).toBeHidden();
}

async function approves(desk: Desk): Promise<void> {
  await desk.press('F9');
  await expect(desk.button(desk.t('approvals.verb.loss.reissue')).first()).toBeFocused();
  await desk.press('Alt+Y');
  await desk.fill('approvals.password', passwordOf('2001'));
  await desk.press('Enter');
  await desk.isTold(desk.t('approvals.done.approve'));
}

test('two computers serve one office, whatever becomes of the server and of their lines', async ({
  office,
  startElsewhere,
}, info) => {
  await changeSetting(office, 'reissueWaitDays', 0);
  const { server: first, codes } = await servedWith(office, ['一号柜台']);
  let server = first;
  afterwards.push(() => first.end('SIGKILL'));
  const { port } = server;
  const proxy = await LineProxy.open(
    () => port,
    () => ({}),
  );
  afterwards.push(() => proxy.close());

  const [one, two] = [await startElsewhere(), await startElsewhere()];
  await joins(one, server.address, codes[0] ?? '');
  await one.page.screenshot({ path: info.outputPath('joined-zh.png') });
  await one.pushButton(one.t('firstRun.toSignIn'));
  await one.signIn('9001');
  await two.useLanguage('en');
  await joinsByReader(two, `127.0.0.1:${proxy.port} ${await addsCounter(one, '二号柜台')}`);
  await two.page.screenshot({ path: info.outputPath('joined-en.png') });
  await two.pushButton(two.t('firstRun.toSignIn'));

  // Of the office nothing is on either computer; the lock was that of the empty folder.
  for (const { data } of [one, two]) {
    const files = readdirSync(data).filter((name) => !name.startsWith('in-use.lock'));
    expect(files.sort()).toEqual(['joining.json', 'logs']);
  }

  await one.signOut();
  await one.signIn('2001');
  await two.signIn();
  await two.openVisit(busiest);
  await one.openVisit(busiest);
  await one.finishVisit();

  const number = await reportsOverCutLine(two, proxy);
  await asksForNewCard(two);
  await approves(one);
  await expect(two.button(two.t('second.use'))).toBeFocused();

  // The server dies in the middle of the visit, and with it nothing that is on the screen.
  await server.end('SIGKILL');
  await two.isTold(two.refusal('SERVER_UNREACHABLE', { address: `127.0.0.1:${proxy.port}` }));
  await one.isTold(one.refusal('SERVER_UNREACHABLE', { address: server.address }));
  await two.page.screenshot({ path: info.outputPath('server-gone-en.png') });
  await one.press('Alt+J');
  await expect(one.page.getByText(server.address, { exact: true })).toBeVisible();
  await one.page.screenshot({ path: info.outputPath('server-gone-zh.png') });
  await one.press('Escape');
  server = await serve(office, port);
  for (const desk of [one, two]) await desk.isTold(desk.t('ledger.back'));
  await expect(two.counterPanel).toContainText(busiest.name);
  await expect(two.button(two.t('second.use'))).toBeFocused();
  await two.press('Enter');
  await two.isTold(two.t('followUp.done.reissue'));

  for (const desk of [one, two]) await desk.app.close();
  await server.end();
  expect(await brokenChecks(office)).toEqual([]);
  const record = await auditRecord(office);
  const reports = record.filter(({ verb, outcome }) => verb === 'loss.report' && outcome === 'done');
  expect(reports.map(({ subject }) => subject)).toEqual([number]);
});

test('a computer whose server has gone for good is left', async ({ office, startElsewhere }) => {
  const { server, codes } = await servedWith(office, ['一号柜台']);
  afterwards.push(() => server.end('SIGKILL'));
  const desk = await startElsewhere();
  await joins(desk, server.address, codes[0] ?? '');
  await desk.pushButton(desk.t('firstRun.toSignIn'));
  await server.end();
  await desk.isTold(desk.refusal('SERVER_UNREACHABLE', { address: server.address }));
  await desk.press('Alt+J');
  await desk.pushButton(desk.t('ownServer.leave'));
  await desk.pushButton(desk.t('ownServer.leave'));
  await desk.confirm();
  await expect(desk.heading('firstRun.title')).toBeVisible();
  expect(existsSync(join(desk.data, 'joining.json'))).toBe(false);
});
