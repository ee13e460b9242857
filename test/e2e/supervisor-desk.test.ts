/** A supervisor's desk on one computer decides what a counter on another one asks (docs/server.md 2, docs/rules.md 5). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fen, yuanGrouped } from '../../electron/contract/kernel/money.ts';
import { expect, test } from './support/counter-test.ts';
import { passwordOf, type Desk } from './support/desk.ts';
import { busiest, endsInX, neighbour } from './support/holders.ts';
import { joins } from './support/joining-desk.ts';
import { allocationCsv, goodLine } from './support/month-end-files.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { administer, layPinKey, OfficeServer } from './support/office-server.ts';
import type { PreparedOffice } from './support/demo-office.ts';

const batch = 'YB20250228007';
const file = allocationCsv(batch, 55_000, [goodLine(1, busiest, 30_000), goodLine(2, endsInX, 25_000)]);
let server: OfficeServer | null = null;

test.afterEach(async () => {
  await server?.end('SIGKILL');
  server = null;
});

/** A server that runs, and a joining code of each kind: made while it does. */
async function served(office: PreparedOffice): Promise<{ address: string; desk: string; counter: string }> {
  layPinKey(office);
  server = await OfficeServer.start(office);
  const codes: string[] = [];
  for (const words of [
    ['授权台', '--kind', 'supervisor-desk'],
    ['一号柜台', '--kind', 'counter'],
  ]) {
    const { code } = (await administer(office, 'counter', 'add', ...words)) as { readonly code: string };
    codes.push(code);
  }
  const [desk = '', counter = ''] = codes;
  return { address: server.address, desk, counter };
}

async function joined(desk: Desk, address: string, code: string): Promise<void> {
  await joins(desk, address, code);
  await desk.pushButton(desk.t('firstRun.toSignIn'));
  await expect(desk.field('signIn.code')).toBeFocused();
}

/** How often the computer has read what waits, by its own log. */
function listsRead({ data }: Desk): number {
  return readFileSync(join(data, 'logs', 'main.log'), 'utf8').split('"verb":"approval.list"').length - 1;
}

test('a file that one computer asks for is told at the desk on another, approved there, and posted', async ({
  office,
  places,
  startElsewhere,
}, info) => {
  const { address, desk: deskCode, counter: counterCode } = await served(office);
  const [desk, counter] = [await startElsewhere(), await startElsewhere()];
  await joined(desk, address, deskCode);
  await desk.enterCredentials('2001', passwordOf('2001'));
  await expect(desk.heading('approvals.title')).toBeVisible();
  await joined(counter, address, counterCode);
  await counter.signIn();

  // What the desk has open: a customer, and the beginning of a loss report.
  await desk.press('F2');
  await desk.openVisit(neighbour);
  await desk.press('F5');
  await expect(desk.page.getByRole('radio', { name: desk.t('loss.object.card') }).first()).toBeFocused();
  await desk.press('ArrowDown');
  const chosen = desk.page.getByRole('radio', { checked: true }).first();
  const choice = await chosen.getAttribute('value');

  await counter.receive(places.root, 'allocation-202502.csv', file);
  const summary = counter.page.getByRole('region', { name: counter.t('monthEnd.outcome') });
  await expect(summary).toContainText(yuanGrouped(fen(55_000)));
  await expect(counter.field('second.code')).toBeFocused();
  const before = listsRead(desk);
  await counter.press('Alt+W');
  await desk.isTold(
    desk.t('arrived.told', {
      by: desk.t('asked.clerk', { name: '王敏', code: '1001' }),
      what: desk.t('approvals.verb.file.post'),
      who: '',
      key: 'F9',
    }),
  );
  // It was told of the commit and read once for it: nothing is asked again and again.
  expect(listsRead(desk)).toBe(before + 1);
  await expect(chosen).toHaveAttribute('value', choice ?? '');
  await desk.page.screenshot({ path: info.outputPath('told-at-the-desk.png') });

  await desk.press('F9');
  await expect(desk.button(desk.t('approvals.verb.file.post')).first()).toBeFocused();
  await expect(desk.page.locator('.asked-facts')).toContainText(batch);
  await desk.press('Alt+Y');
  await desk.fill('approvals.password', passwordOf('2001'));
  await desk.press('Enter');
  await desk.isTold(desk.t('approvals.done.approve'));
  await expect(desk.counterPanel).toContainText(neighbour.name);
  await desk.press('F5');
  await expect(chosen).toHaveAttribute('value', choice ?? '');

  await expect(counter.button(counter.t('second.use'))).toBeFocused();
  await counter.press('Enter');
  const kind = counter.t('monthEnd.kind.allocation');
  await counter.isTold(counter.t('monthEnd.done', { kind, accepted: '2', rejected: '0' }));
  for (const each of [desk, counter]) await each.app.close();
  await server?.end();
  const posted = (await auditRecord(office)).filter(({ verb, outcome }) => verb === 'file.post' && outcome === 'done');
  expect(posted.at(-1)).toMatchObject({ actor: '1001', second: '2001' });
  expect(await brokenChecks(office)).toEqual([]);
});
