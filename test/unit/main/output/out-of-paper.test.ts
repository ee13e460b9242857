/**
 * Six papers at a counter whose printer runs out of paper at the third: the ledger's queue and main's printing as they are,
 * on a spooler of the test's own that stands where `lp` and `lpstat` do.
 */
import childProcess from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PrintJob } from '../../../../electron/contract/office/office-views.ts';
import { mainVerbs, type MainVerbs, type MainVerbsOptions } from '../../../../electron/main/main-verbs.ts';
import { systemPrinting } from '../../../../electron/main/output/system-printing.ts';
import type { KnownWindow } from '../../../../electron/main/windows/ipc-gate.ts';
import { officeOfEachTest } from '../../../offices/office-of-each-test.ts';
import { statementOf, type Counter, type Office } from '../../../offices/small-office.ts';

const PRINTER = 'Counter-1';

let office: Office;
let clerk: Counter;
let verbs: MainVerbs;
let visitId: string;
let spool: string;
officeOfEachTest((open) => ({ office, clerk } = open));

const window: KnownWindow = { kind: 'teller', webContentsId: 1, counter: 'teller', session: 'a-token' };

beforeEach(async () => {
  spool = mkdtempSync(join(tmpdir(), 'medicard-spool-'));
  standIn(spool);
  const ask: MainVerbsOptions['ask'] = (verb, input) => office.ask(verb, input as never, clerk);
  const options: Partial<MainVerbsOptions> = { ask, printing: systemPrinting, note: () => undefined };
  verbs = mainVerbs(options as MainVerbsOptions);
  ({ visitId } = await office.openVisit(0, clerk));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(spool, { recursive: true });
});

/** A printer with so many sheets, which says of itself when it has none left. */
function standIn(folder: string): void {
  const scripts = {
    lp: `n=$(ls "${folder}" | grep -c pdf)
cp "$1" "${folder}/$n.pdf"
sheets=$(($(cat "${folder}/sheets") - 1)); echo $sheets > "${folder}/sheets"
echo "request id is ${PRINTER}-$n (1 file(s))"`,
    lpstat: `if [ "$1" = -d ]; then echo "system default destination: ${PRINTER}"; exit; fi
if [ "$1" = -o ]; then exit; fi
alerts=none; [ "$(cat "${folder}/sheets")" -gt 0 ] || alerts=media-empty-error
printf 'printer ${PRINTER} is idle.  enabled since today\\n\\tDescription: ${PRINTER}\\n\\tAlerts: %s\\n\\tConnection: direct\\n' $alerts`,
  };
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o700);
  }
  const { execFile } = childProcess;
  const env = { LANG: 'C', PATH: `${folder}:/usr/bin:/bin` };
  const here = (given: unknown) => {
    if (given === '/usr/bin/lpstat') return join(folder, 'lpstat');
    return typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given, env } : given;
  };
  vi.spyOn(childProcess, 'execFile').mockImplementation(
    ((...given: unknown[]) => Reflect.apply(execFile, childProcess, given.map(here)) as unknown) as typeof execFile,
  );
}

function putIn(sheets: number): void {
  writeFileSync(join(spool, 'sheets'), String(sheets));
}

/** What came out, in order. */
function cameOut(): Buffer[] {
  const papers = readdirSync(spool).filter((name) => name.endsWith('.pdf'));
  return papers
    .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
    .map((name) => readFileSync(join(spool, name)));
}

async function printNext(): Promise<{ readonly number: string; readonly failure: string | null }> {
  office.at += 1000;
  const { documentNumber } = await office.must('statement.prepare', statementOf(visitId), clerk);
  const given = { operationId: randomUUID(), visitId, documentNumber, printer: null };
  const reply = await verbs['document.print'](given, window);
  if (!reply.ok) throw new Error(reply.error.code);
  return { number: documentNumber, failure: reply.value.failure };
}

async function queue(): Promise<PrintJob[]> {
  return (await office.must('printQueue.list', {}, clerk)).items;
}

const retry = ({ jobId }: PrintJob) => verbs['printQueue.retry']({ jobId, printer: null, reason: null }, window);

async function sixPapers(sheets: number): Promise<{ readonly numbers: string[]; readonly failures: unknown[] }> {
  putIn(sheets);
  const papers = [];
  for (let paper = 0; paper < 6; paper += 1) papers.push(await printNext());
  return { numbers: papers.map(({ number }) => number), failures: papers.map(({ failure }) => failure) };
}

test('the rest wait with the reason beside them, and come out once and in order when there is paper', async () => {
  const { numbers, failures } = await sixPapers(2);
  expect(new Set(numbers).size).toBe(6);
  const none = 'print-no-paper';
  expect(failures).toEqual([null, null, none, none, none, none]);
  expect(cameOut()).toHaveLength(2);
  const waiting = await queue();
  expect(waiting.map(({ documentNumber }) => documentNumber)).toEqual(numbers.slice(2));
  for (const job of waiting) expect(job).toMatchObject({ failure: none, printer: PRINTER, copy: 1, state: 'queued' });

  // Still none: nothing comes out, and nothing leaves the queue.
  for (const job of waiting) expect(await retry(job)).toMatchObject({ value: { outcome: 'queued', failure: none } });
  expect([cameOut().length, (await queue()).length]).toEqual([2, 4]);

  putIn(50);
  const bytes: Buffer[] = [];
  for (const job of await queue()) {
    const { pdf } = await office.must('print.bytes', { jobId: job.jobId, reason: null }, clerk);
    bytes.push(Buffer.from(pdf));
    expect(await retry(job)).toMatchObject({ value: { outcome: 'printed', documentNumber: job.documentNumber } });
  }
  expect(cameOut().slice(2)).toEqual(bytes);
  expect(await queue()).toEqual([]);
  const { items } = await office.must('paper.ofVisit', { visitId }, clerk);
  const given = items.filter(({ documentNumber }) => numbers.includes(documentNumber));
  expect(given.map(({ state, copies }) => [state, copies])).toEqual(numbers.map(() => ['printed', 1]));
});

test('one that was printed does not come out again, and one asked for twice at once comes out once', async () => {
  await sixPapers(2);
  putIn(50);
  const [first, second] = await queue();
  if (!first || !second) throw new Error('nothing waits');
  expect(await Promise.all([retry(first), retry(first)])).toMatchObject([
    { value: { outcome: 'printed' } },
    { value: { outcome: 'printed' } },
  ]);
  expect(cameOut()).toHaveLength(3);
  expect(await retry(first)).toMatchObject({ ok: false, error: { code: 'PRINT_JOB_UNKNOWN' } });
  expect(await retry(second)).toMatchObject({ value: { outcome: 'printed' } });
  expect(cameOut()).toHaveLength(4);
});
