/**
 * From the customer's digits in main to the ledger that opens them: what lies on the line in between is looked at byte by byte, and what
 * was sealed for something else is refused without counting as a try.
 */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { accepted, type Reply } from '../../../../electron/contract/kernel/errors.ts';
import { verbs, type Input, type LedgerVerb, type Output } from '../../../../electron/contract/verbs.ts';
import { EntryKey, sealEntry } from '../../../../electron/line/entry-seal.ts';
import { bytesOf } from '../../../../electron/line/message-bytes.ts';
import { giveSealed } from '../../../../electron/main/customer-side/sealed-entry.ts';
import type { AskLedger } from '../../../../electron/main/ledger-link/ask-ledger.ts';
import type { KnownWindow } from '../../../../electron/main/windows/ipc-gate.ts';
import { copyOf, makeTemplate, Office, PIN, type Counter, type Template } from '../../../offices/small-office.ts';

const NEW = '482915';
const OTHER = '806153';
let template: Template;
let office: Office;
let clerk: Counter;
/** Every byte that went over the line, in both directions. */
let line: Buffer[];

beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(() => {
  office = new Office(copyOf(template));
  ({ clerk } = template);
  line = [];
});
afterEach(async () => {
  expect(await office.faults()).toEqual([]);
  office.close();
});

/** As main asks over a line: with the bytes of it written down. */
const ask: AskLedger = async <V extends LedgerVerb>(verb: V, input: Input<V>): Promise<Reply<Output<V>>> => {
  line.push(Buffer.from(bytesOf({ type: 'request', id: 1, verb, input, sessionToken: clerk.token, door: 'program' })));
  const reply = await office.ask(verb, input, clerk);
  line.push(Buffer.from(bytesOf({ type: 'reply', id: 1, reply })));
  return reply.ok ? accepted(verbs[verb].output.parse(reply.value) as Output<V>) : reply;
};

/** The wire has no window: whoever asks is the clerk of the test. */
const window = {} as KnownWindow;

/** The fifth person of the office has a PIN, the fourth has none. */
async function begun(task: 'first' | 'change' = 'first'): Promise<Output<'customer.beginTask'>> {
  const { visitId } = await office.openVisit(task === 'first' ? 3 : 4, clerk);
  return office.must('customer.beginTask', { visitId, task, second: null }, clerk);
}

/** How six digits might lie in bytes. */
function formsOf(digits: string): Buffer[] {
  const plain = Buffer.from(digits);
  return [
    plain,
    Buffer.from(digits, 'utf16le'),
    Buffer.from(plain.toString('hex')),
    Buffer.from(plain.toString('base64')),
    Buffer.from([...digits].map(Number)),
    Buffer.from([...plain].join(',')),
  ];
}

test('a PIN is set, and none of its digits lies on the line', async () => {
  let task = await begun();
  for (const pin of [NEW, OTHER, NEW, NEW]) {
    const typed = Buffer.from(pin);
    const reply = await giveSealed(ask, { taskId: task.taskId, step: task.step, pin: typed }, window);
    if (!reply.ok) throw new Error(reply.error.code);
    task = reply.value;
    // Main overwrites them itself, once; here they are as they were typed.
    expect(typed.toString()).toBe(pin);
  }
  expect(task.ended).toBe('done');
  const all = Buffer.concat(line);
  for (const form of [NEW, OTHER].flatMap(formsOf)) expect(all.includes(form)).toBe(false);
  // The same search finds what does go over it.
  expect(all.includes(Buffer.from(task.taskId))).toBe(true);
});

type Sealed = Input<'customer.takeEntry'>['sealed'];

async function sealedFor(
  place: Partial<{ taskId: string; step: string; counter: string }>,
  task: { taskId: string; step: string },
  pin: string,
): Promise<Sealed> {
  const { publicKey, counter } = await office.must('customer.entryKey', {}, clerk);
  return sealEntry(publicKey, { taskId: task.taskId, step: task.step, counter, ...place }, Buffer.from(pin));
}

test.each([
  ['another task', { taskId: 'another' }],
  ['another step', { step: 'repeat' }],
  ['another counter', { counter: 'elsewhere' }],
])('what was sealed for %s is refused, and the task stands as it stood', async (_, place) => {
  const { taskId, step } = await begun();
  const sealed = await sealedFor(place, { taskId, step }, NEW);
  expect(await office.codeOf('customer.takeEntry', { taskId, step, sealed }, clerk)).toBe('INPUT_INVALID');
  const task = await office.must('customer.task', { taskId }, clerk);
  expect([task.step, task.fault, task.ended]).toEqual([step, null, null]);
});

test('an entry that is given again is refused, at once and later, and counts as one try', async () => {
  const task = await begun('change');
  const { taskId, step } = task;
  const sealed = await sealedFor({}, task, OTHER);
  const both = await Promise.all([1, 2].map(() => office.ask('customer.takeEntry', { taskId, step, sealed }, clerk)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const taken = both.find(({ ok }) => ok);
  expect(taken?.ok === true && taken.value.fault).toMatchObject({ kind: 'wrong', triesLeft: 2 });
  expect(await office.codeOf('customer.takeEntry', { taskId, step, sealed }, clerk)).toBe('INPUT_INVALID');
  const standing = await office.must('customer.task', { taskId }, clerk);
  expect(standing.fault).toMatchObject({ kind: 'wrong', triesLeft: 2 });
});

test('what was sealed for the key of another start, or for none, is no try', async () => {
  const { taskId, step } = await begun('change');
  const { counter } = await office.must('customer.entryKey', {}, clerk);
  const { publicKey } = await EntryKey.make();
  const stale = await sealEntry(publicKey, { taskId, step, counter }, Buffer.from(PIN));
  const garbage = { enc: new Uint8Array(65), box: new Uint8Array(22) };
  for (const sealed of [stale, garbage])
    expect(await office.codeOf('customer.takeEntry', { taskId, step, sealed }, clerk)).toBe('INPUT_INVALID');
  const right = await sealedFor({}, { taskId, step }, PIN);
  const proven = await office.must('customer.takeEntry', { taskId, step, sealed: right }, clerk);
  expect([proven.step, proven.fault]).toEqual(['new', null]);
});
