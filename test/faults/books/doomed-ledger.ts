/**
 * A ledger in a process of its own, made to be killed or starved: `doomed-ledger.ts JOB FOLDER`. What it gets done it
 * tells its parent, one message each, only after it was acknowledged.
 */
import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { businessDate, type Instant } from '../../../electron/contract/kernel/dates.ts';
import { RefusalError } from '../../../electron/contract/kernel/errors.ts';
import type { NewOffice } from '../../../electron/contract/office/office-verbs.ts';
import type { LedgerVerb, Output } from '../../../electron/contract/verbs.ts';
import { runAllocation } from '../../../electron/ledger/month-end/allocation/allocations.ts';
import { Dispatcher } from '../../../electron/ledger/dispatch/dispatcher.ts';
import { runRegister } from '../../../electron/ledger/month-end/registers/registers.ts';
import { runSettlement } from '../../../electron/ledger/month-end/settlement/settlements.ts';
import { backupAtDayEnd } from '../../../electron/ledger/request/kept-backups.ts';
import { doorOf } from '../../offices/office-care.ts';
import { allocationCsv, person, registerCsv, settlementCsv } from '../../offices/made-up-people.ts';

const [job = '', folder = ''] = process.argv.slice(2);

const OFFICE: NewOffice = {
  name: '人民路储蓄所',
  code: '0101',
  openingDate: businessDate('2024-01-01'),
  clerks: [
    { code: '1001', name: '王', role: 'clerk', password: 'clerk-password-1001' },
    { code: '2001', name: '李', role: 'supervisor', password: 'supervisor-password-2001' },
    { code: '2002', name: '周', role: 'supervisor', password: 'supervisor-password-2002' },
  ],
};

/** Work by the wall clock, where a test lets hours pass between two starts by its own. */
const clock = (): Instant => (job === 'lock' || job === 'copy' ? Date.now() : 1_707_096_600_000) as Instant;

function openDoor(): Dispatcher {
  return new Dispatcher({
    folder,
    // Each takes as long as all else of a small day.
    ...(job.startsWith('copy') ? { backups: [{ path: `${folder}-copies`, isUsual: false }] } : {}),
    keysFolder: `${folder}.keys`,
    officeId: '7b0e7e9e-0000-4000-8000-000000000001',
    dataKey: Buffer.alloc(32, 0xab),
    clock,
    report: ({ phase, done }) => tell({ step: `${phase} ${done}` }),
    // Many steps a file, so that it is killed between them as well.
    pace: () => ({ lines: 7, took: () => undefined, letOthers: turn }),
  });
}

/** One turn of the event loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function tell(message: object): void {
  process.send?.(message);
}

const source = (text: string) => ({
  name: 'in memory',
  async *open() {
    yield Buffer.from(text);
  },
});

const PEOPLE = Array.from({ length: 40 }, (_, at) => person(at));
const ORDER = { clerk: '1001', second: '2001', answer: null };

/** Posts allocation and settlement in turn for ever, each under the next number. */
async function postForEver(): Promise<void> {
  const { ledger } = openDoor();
  const batches = await ledger.books.read(async ({ sql }) => Number(sql.values('SELECT count(*) FROM batch').get()));
  await runRegister(ledger, source(registerCsv(PEOPLE)), { actor: '1001', answer: null }, null);
  tell({ ready: true });
  for (let at = batches + 1; ; at += 1) {
    const credits = PEOPLE.map((to, line) => ({ id: String(line + 1), to, amount: '10.00' }));
    const sales = PEOPLE.map(
      ({ card }, line) => ({ reference: `${at}-${line}`, card, kind: '消费', amount: '1.00' }) as const,
    );
    const isAllocation = at % 2 === 1;
    const run = isAllocation
      ? await runAllocation(ledger, source(allocationCsv(`B${at}`, '400.00', credits)), ORDER, randomUUID())
      : await runSettlement(ledger, source(settlementCsv(`B${at}`, '40.00', sales)), ORDER, randomUUID());
    if (run.posted) tell({ acknowledged: run.batch });
  }
}

/** Small commands one after the other, each told with its number when it was acknowledged. */
async function lockForEver(): Promise<void> {
  const door = openDoor();
  const proof = { clerkCode: '1001', password: 'clerk-password-1001' };
  const { session = null } = await door.answer(request('session.signIn', proof, null));
  for (;;) {
    const { reply } = await door.answer(request('session.lock', {}, session));
    if (!reply.ok) throw new Error(reply.error.code);
    tell({ commits: door.ledger.books.anchoring?.point?.commits ?? 0 });
    // Its messages leave in a turn of their own where the parent is slow to take them.
    await turn();
  }
}

/** Ends one business day after the other, each told when it was acknowledged. */
async function endDays(): Promise<void> {
  const door = openDoor();
  const proof = { clerkCode: '2001', password: 'supervisor-password-2001' };
  const { session = null } = await door.answer(request('session.signIn', proof, null));
  const answered = async <V extends LedgerVerb>(verb: V, input: unknown): Promise<Output<V>> => {
    const { reply } = await door.answer(request(verb, input, session));
    if (!reply.ok) throw new Error(`${verb}: ${reply.error.code}`);
    return reply.value as Output<V>;
  };
  const { figures } = await answered('day.view', {});
  for (const { clerk } of figures.tills.filter(({ state }) => state === 'open')) {
    const counted = { countedFen: 0, reason: '柜员请假' };
    await answered('till.closeFor', { operationId: randomUUID(), clerkCode: clerk.code, ...counted });
  }
  for (;;) {
    const { businessDate: day } = await answered('day.view', {});
    tell({ ending: day });
    await turn();
    await answered('day.end', { operationId: randomUUID(), businessDate: day });
    tell({ ended: day });
    await turn();
  }
}

/** Makes the demo office, telling how large its books have grown. */
async function makeOffice(): Promise<void> {
  const door = openDoor();
  const wal = join(folder, 'ledger.db-wal');
  setInterval(() => tell({ grown: existsSync(wal) ? statSync(wal).size : 0 }), 5);
  const demoFolder = join(import.meta.dirname, '../../office-a');
  const { reply } = await door.answer(request('office.create', { ...OFFICE, demoFolder }, null));
  tell({ made: reply.ok });
}

function request(verb: LedgerVerb, input: unknown, sessionToken: string | null) {
  return { verb, input, sessionToken, door: doorOf(verb), counter: 'T1', operator: 'window' };
}

/** What an ask came to: the code of the refusal, `ok`, or what was thrown. */
async function outcome(door: Dispatcher, verb: LedgerVerb, input: unknown, token: string | null): Promise<string> {
  try {
    const { reply } = await door.answer(request(verb, input, token));
    return reply.ok ? 'ok' : reply.error.code;
  } catch (error) {
    return `THROWN ${String(error)}`;
  }
}

/** Works on a disk that has a few kilobytes left, then on the same disk with room again. */
async function workOnFullDisk(): Promise<void> {
  const door = openDoor();
  await door.answer(request('office.create', { ...OFFICE, demoFolder: null }, null));
  const signedIn = await door.answer(
    request('session.signIn', { clerkCode: '1001', password: 'clerk-password-1001' }, null),
  );
  const token = signedIn.session ?? null;
  const { ledger } = door;
  await runRegister(ledger, source(registerCsv(PEOPLE)), { actor: '1001', answer: null }, null);
  const begun = await door.answer(request('intake.begin', { name: 'a.csv', bytes: 1 }, token));
  const { intakeId } = (begun.reply as { value: { intakeId: string } }).value;
  const credits = PEOPLE.map((to, line) => ({ id: String(line + 1), to, amount: '10.00' }));
  const file = Buffer.from(allocationCsv('B1', '400.00', credits));
  await door.answer(request('intake.chunk', { intakeId, offset: 0, chunk: file }, token));
  await door.answer(request('intake.end', { intakeId }, token));
  const posting = {
    operationId: randomUUID(),
    intakeId,
    second: { clerkCode: '2001', password: 'supervisor-password-2001' },
  };

  fillDisk();
  tell({ full: 'post', code: await outcome(door, 'file.post', posting, token) });
  tell({ full: 'lock', code: await untilRefused(door, token) });
  tell({ full: 'receive', code: await receiveMore(door, token) });
  tell({ full: 'query', code: await outcome(door, 'batch.list', {}, token) });
  rmSync(join(folder, 'filler'));
  tell({ room: 'post', code: await outcome(door, 'file.post', posting, token) });
  const { reply } = await door.answer(request('ledger.verify', {}, null));
  const report = (reply as { value: { ok: boolean; entries: number } }).value;
  tell({ room: 'verify', code: `${report.ok} ${report.entries}` });
  door.close();
}

function fillDisk(): void {
  for (let size = 1 << 20; size >= 512; size >>= 1) {
    for (;;) {
      try {
        writeFileSync(join(folder, 'filler'), Buffer.alloc(size), { flag: 'a' });
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') break;
        throw error;
      }
    }
  }
}

/** Small records until there is no room for one more. */
async function untilRefused(door: Dispatcher, token: string | null): Promise<string> {
  for (let time = 0; time < 500; time += 1) {
    const code = await outcome(door, 'session.lock', {}, token);
    if (code !== 'ok') return code;
  }
  return 'never refused';
}

async function receiveMore(door: Dispatcher, token: string | null): Promise<string> {
  const { reply } = await door.answer(request('intake.begin', { name: 'b.csv', bytes: 1 }, token));
  if (!reply.ok) return reply.error.code;
  const { intakeId } = reply.value as { intakeId: string };
  return outcome(door, 'intake.chunk', { intakeId, offset: 0, chunk: Buffer.alloc(300_000, 65) }, token);
}

/** Opens the folder and says what came of it. */
function openOnly(): void {
  try {
    const door = openDoor();
    tell({ opened: door.officePresent });
    door.close();
  } catch (error) {
    tell({ opened: error instanceof RefusalError ? error.refusal.code : `THROWN ${String(error)}` });
  }
}

async function createOnly(): Promise<void> {
  try {
    const door = openDoor();
    tell({ opened: await outcome(door, 'office.create', { ...OFFICE, demoFolder: null }, null) });
  } catch (error) {
    tell({ opened: error instanceof RefusalError ? error.refusal.code : `THROWN ${String(error)}` });
  }
}

/** Copies the books one time after the other, told before and after each. */
async function copyForEver(): Promise<void> {
  const { ledger } = openDoor();
  for (;;) {
    tell({ begins: true });
    const [copied] = await backupAtDayEnd(ledger);
    tell({ copied: copied?.reason ?? 'whole' });
  }
}

/** Copies to a disk that is too small, then to the same one with room. */
async function copyToFullDisk(): Promise<void> {
  const door = openDoor();
  const places = (): string => readdirSync(`${folder}-copies`).join();
  const [full] = await backupAtDayEnd(door.ledger);
  tell({ copied: full?.reason, found: places() });
  execFileSync('sh', ['-c', 'mount -o remount,size=32m "$1"', 'sh', `${folder}-copies`]);
  const [whole] = await backupAtDayEnd(door.ledger);
  tell({ copied: whole?.reason ?? 'whole', found: places() });
  door.close();
}

/** Holds the folder open until it is killed. */
function hold(): void {
  const door = openDoor();
  // What nobody refers to any more is collected, and its lock with it.
  setInterval(() => door, 60_000);
  tell({ ready: true });
}

const jobs: Readonly<Record<string, () => void | Promise<void>>> = {
  post: postForEver,
  lock: lockForEver,
  days: endDays,
  make: makeOffice,
  full: workOnFullDisk,
  open: openOnly,
  create: createOnly,
  hold,
  copy: copyForEver,
  'copy-full': copyToFullDisk,
};
const work = jobs[job];
if (work === undefined) throw new Error(`no such job: ${job}`);
await work();
if (['full', 'open', 'create', 'copy-full'].includes(job)) process.disconnect();
