/** The office server's disk fills in the middle of a day: each counter is told so, none is shut out, and nothing is lost or doubled. */
import { cpSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import { authorised, lossOf, visitOf } from '../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../offices/test-folders.ts';
import { CounterPlace } from '../../model/six-counters/counter-place.ts';
import { OfficeProcess } from '../../model/six-counters/office-process.ts';
import { makeOffice } from '../../model/six-counters/office-template.ts';

const template = await makeOffice();
const afterwards: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of afterwards.splice(0).reverse()) await end();
});

const codeOf = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.error.code);

test('a server whose disk fills', async () => {
  const folder = freshFolder();
  cpSync(keysBeside(template.folder), keysBeside(folder), { recursive: true });
  const server = await OfficeProcess.open(folder, template.at, { megabytes: 12, copyOf: template.folder });
  afterwards.push(() => server.abandon());
  const open = async (at: number): Promise<CounterPlace> => {
    const joined = template.places[at];
    if (joined === undefined) throw new Error(`there is no place ${at}`);
    const place = await CounterPlace.open(joined, () => server.port);
    afterwards.push(() => place.close());
    return place;
  };
  const [first, second] = [await open(0), await open(1)];
  for (const [place, clerk] of [[first, '1001'] as const, [second, '1002'] as const])
    expect(codeOf(await place.ask('session.signIn', authorised(clerk)))).toBe('ok');
  const visit = await first.ask('visit.open', visitOf(0));
  if (!visit.ok) throw new Error(visit.error.code);
  const { visitId } = visit.value as { readonly visitId: string };
  const report = lossOf(visitId, { operationId: randomUUID(), kind: 'formal' });

  await server.setRoom(false);
  // What is free within the books' own files may serve for a while.
  let code = 'ok';
  for (let time = 0; time < 500 && code === 'ok'; time += 1) code = codeOf(await second.ask('session.lock', {}));
  expect(code).toBe('DISK_FULL');
  expect(codeOf(await first.ask('loss.report', report))).toBe('DISK_FULL');
  // Questions are answered, at a counter that comes back too.
  expect(codeOf(await first.ask('visit.current', {}))).toBe('ok');
  first.passage.cut();
  expect(codeOf(await first.persist('loss.ofVisit', { visitId }))).toBe('ok');
  const late = await open(2);
  expect([late.refusal, codeOf(await late.ask('office.status', {}))]).toEqual([null, 'ok']);
  expect(codeOf(await late.ask('session.signIn', authorised('2001')))).toBe('DISK_FULL');

  await server.setRoom(true);
  const once = await first.ask('loss.report', report);
  expect(codeOf(once)).toBe('ok');
  expect(await first.ask('loss.report', report)).toEqual(once);
  expect(codeOf(await late.ask('session.signIn', authorised('2001')))).toBe('ok');
  const reports = await first.ask('loss.ofVisit', { visitId });
  expect(reports.ok && reports.value).toHaveLength(1);
  expect((await server.ask('ledger.verify', {})).reply).toMatchObject({ ok: true, value: { ok: true } });
});
