/** What keeps the books shut, on one plain screen: a missing key, another program, an anchor that is gone. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/counter-test.ts';
import { throughDoor, type PreparedOffice } from './support/demo-office.ts';
import type { Desk } from './support/desk.ts';
import { startProgram, type ProgramPlaces } from './support/program.ts';

function keyFile(places: ProgramPlaces, { officeId }: PreparedOffice): string {
  return join(places.keys, `${officeId}.key`);
}

async function staysShut(desk: Desk, sentence: string): Promise<void> {
  await expect(desk.heading('ledger.failedTitle')).toBeVisible();
  await expect(desk.page.getByRole('alert')).toContainText(sentence);
  await expect(desk.page.getByRole('textbox')).toHaveCount(0);
}

test('a missing key: the books are there but stay shut', async ({ office, places, start }) => {
  rmSync(keyFile(places, office));
  const before = readFileSync(join(places.data, 'ledger.db'));
  const desk = await start();
  await expect(desk.heading('ledger.failedTitle')).toBeVisible();
  await staysShut(desk, desk.refusal('KEY_MISSING', { path: keyFile(places, office) }));
  await desk.app.close();
  expect(readFileSync(join(places.data, 'ledger.db')).equals(before)).toBe(true);
});

test('a folder that another program has open is refused plainly, and that program goes on', async ({
  office,
  places,
  start,
}) => {
  const first = await start();
  await first.signIn();
  // Another user's program has a profile of its own, so only the lock in the data folder keeps it out.
  const second = await start({ home: join(places.root, 'another-home') });
  await staysShut(second, second.refusal('DATA_FOLDER_IN_USE', { folder: places.data }));
  await second.app.close();
  await first.press('Control+L');
  await expect(first.heading('lock.title')).toBeVisible();
  expect(office.folder).toBe(places.data);
});

test('the same user’s second start brings the first window to the front and ends', async ({
  office,
  places,
  runtime,
  display,
  start,
}) => {
  expect(office.folder).toBe(places.data);
  const first = await start();
  await first.signIn();
  const second = await startProgram({ runtime, display }, places, {}).catch((error: unknown) => String(error));
  expect(second).toMatch(/closed|exited|failed to launch/i);
  await expect(first.page.getByRole('main', { name: first.t('task.visit') })).toBeVisible();
});

test('books whose anchor is gone are opened by two persons and a second press', async ({ office, places, start }) => {
  for (const name of readdirSync(places.keys)) if (name.endsWith('.anchor')) rmSync(join(places.keys, name));
  const desk = await start();
  await expect(desk.heading('ledger.failedTitle')).toBeVisible();
  await expect(desk.page.getByRole('alert').first()).toContainText('存证');
  const proofs = {
    first: '1001',
    firstPassword: 'wrong',
    second: '2001',
    secondPassword: 'demo-supervisor-2001',
  } as const;
  const prove = async (given: Record<keyof typeof proofs, string>): Promise<void> => {
    await desk.field('openBehind.first').fill(given.first);
    await desk.field('openBehind.firstPassword').fill(given.firstPassword);
    await desk.field('openBehind.second').fill(given.second);
    await desk.field('openBehind.secondPassword').fill(given.secondPassword);
    await desk.pushButton(desk.t('openBehind.submit'));
    await expect(desk.finalAct).toContainText('2001');
    await expect(desk.heading('ledger.failedTitle')).toBeVisible();
    await desk.confirm();
  };
  await prove(proofs);
  await expect(desk.page.getByText(desk.refusal('SIGN_IN_FAILED', { left: 4 }))).toBeVisible();
  await prove({ ...proofs, firstPassword: 'demo-clerk-1001' });
  await desk.signIn();
  await desk.app.close();
  const record = await throughDoor(office, ({ ledger }) =>
    ledger.books.read(({ query }) =>
      query.selectFrom('audit').select(['actor', 'second']).where('verb', '=', 'office.acceptBooks').execute(),
    ),
  );
  expect(record.at(-1)).toEqual({ actor: '1001', second: '2001' });
});
