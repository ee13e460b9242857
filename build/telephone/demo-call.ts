/** A call to the demo office from its beginning to its end, as a WAV file of what the caller hears. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { demoOffice } from '../../electron/contract/office/demo-office.ts';
import { verbs, type Input, type LedgerVerb, type Output } from '../../electron/contract/verbs.ts';
import { readOfficeNote } from '../../electron/ledger/books/data-folder.ts';
import { makeOffice } from '../../electron/ledger/commands/office/init.ts';
import { withServedOffice } from '../../electron/ledger/commands/open-office.ts';
import type { Dispatcher } from '../../electron/ledger/dispatch/dispatcher.ts';
import { sealEntry } from '../../electron/line/entry-seal.ts';
import { freePort } from '../../electron/server/telephone/lines/baresip/control-port.ts';
import { CounterSigning } from '../../electron/server/identity/counter-signing.ts';
import { OfficeLedger } from '../../electron/server/office-ledger.ts';
import { TelephoneDoor } from '../../electron/server/telephone/telephone-door.ts';
import { projectRoot } from '../written-lists.ts';
import { SipCaller } from './sip-caller.ts';

const HOLDER = { idNumber: '330106194701016661', card: '6213300100000000024', phone: '13800000024' };
const TELEPHONE_PASSWORD = '640275';
const COUNTER = 'demo';

/** What the caller strikes, and how many seconds they listen before it. */
const CALL: readonly (readonly [seconds: number, keys: string])[] = [
  [14, '1'],
  [6, `${HOLDER.idNumber}#`],
  [9, `${TELEPHONE_PASSWORD}#`],
  [12, '*'],
  [1, '3'],
  [6, '1'],
  [26, ''],
];

/** Answers the file. */
export async function demoCall(folder: string, prompts: string): Promise<string> {
  const office = join(folder, 'office');
  process.env['MEDICARD_KEYS'] = join(folder, 'keys');
  mkdirSync(folder, { recursive: true });
  if (readOfficeNote(office) === null)
    await makeOffice(office, { ...demoOffice, demoFolder: join(projectRoot, 'test/office-a') });
  const quiet = { report: nothing, tellTask: nothing, tellChange: nothing, authority: new CounterSigning() };
  return withServedOffice(office, quiet, async ({ dispatcher }) => {
    await givePassword(dispatcher);
    const ledger = new OfficeLedger();
    ledger.serve(dispatcher);
    return heardCall(ledger, prompts, join(folder, 'call.wav'));
  });
}

async function heardCall(ledger: OfficeLedger, prompts: string, file: string): Promise<string> {
  const port = await freePort();
  const door = await TelephoneDoor.open({
    ...{ place: { by: 'sip', host: '127.0.0.1', port }, prompts, person: null, note: nothing },
    ask: (request) => ledger.answerCall(request),
  });
  const caller = await SipCaller.open({ number: HOLDER.phone, port: await freePort() });
  try {
    if (!(await caller.dial('127.0.0.1', port))) throw new Error('the call was not answered');
    for (const [seconds, keys] of CALL) {
      await passed(seconds * 1000);
      await caller.keys(keys);
    }
    const ended = caller.next('CALL_CLOSED');
    if (!(await caller.hangUp())) throw new Error('the call has ended before its time');
    await ended;
    const heard = caller.heard();
    if (heard === null) throw new Error('nothing was heard');
    copyFileSync(heard, file);
    return file;
  } finally {
    await caller.close();
    await door.close();
  }
}

/** At the counter, as every holder gets one: a visit, and the digits typed twice at the customer's window. */
async function givePassword(dispatcher: Dispatcher): Promise<void> {
  const [clerk] = demoOffice.clerks;
  if (clerk === undefined) throw new Error('the demo office has no clerk');
  let token: string | null = null;
  const ask = async <V extends LedgerVerb>(verb: V, input: Input<V>): Promise<Output<V>> => {
    const { doors } = verbs[verb];
    const from = { counter: COUNTER, door: doors[0], operator: 'window', sessionToken: token };
    const { reply, session } = await dispatcher.answer({ verb, input, ...from });
    if (!reply.ok) throw new Error(`${verb}: ${reply.error.code}`);
    if (session !== undefined) token = session;
    return reply.value as Output<V>;
  };
  await ask('session.signIn', { clerkCode: clerk.code, password: clerk.password });
  const { idNumber, card } = HOLDER;
  const nobodyElse = { secondaryDocument: null, agent: null };
  const { visitId, telephonePasswordSet } = await ask('visit.open', {
    ...{ operationId: randomUUID(), idNumber, card, networkCheck: 'match-photo', ...nobodyElse },
  });
  if (!telephonePasswordSet) {
    const { taskId } = await ask('customer.beginTask', { visitId, task: 'telephone', second: null });
    for (const step of ['new', 'repeat'] as const) {
      const { publicKey } = await ask('customer.entryKey', {});
      const sealed = await sealEntry(publicKey, { taskId, step, counter: COUNTER }, Buffer.from(TELEPHONE_PASSWORD));
      await ask('customer.takeEntry', { taskId, step, sealed });
    }
  }
  await ask('visit.finish', { visitId });
  await ask('session.signOut', {});
}

function nothing(): void {
  // Nobody listens to the demo.
}
