/** How an act is asked of the program, and what its answer comes down to. Ids of the program are known by the acts that made them. */
import { createHash } from 'node:crypto';
import type { Reply } from '../../../electron/contract/kernel/errors.ts';
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import type { Input, LedgerVerb } from '../../../electron/contract/verbs.ts';
import { person } from '../../offices/made-up-people.ts';
import { authorised, PASSWORDS } from '../../offices/small-office.ts';
import type { Act, ActKind, ActOf, Second } from './acts.ts';
import type { Seen } from './office-world.ts';

export interface Question {
  readonly verb: LedgerVerb;
  readonly input: unknown;
}

/** Ids by the key of what they are of. */
export class Names {
  readonly #ids = new Map<string, string>();

  get(key: string): string {
    const id = this.#ids.get(key);
    if (id === undefined) throw new Error(`nobody knows the id of ${key}`);
    return id;
  }

  has(key: string): boolean {
    return this.#ids.has(key);
  }

  /** Throws where the same thing is told under another id: then it was done twice. */
  set(key: string, id: string): void {
    const before = this.#ids.get(key);
    if (before !== undefined && before !== id) throw new Error(`${key} was done twice: ${before} and ${id}`);
    this.#ids.set(key, id);
  }
}

/** The same for the same act whenever it is asked. */
export function operationIdOf(key: string): string {
  const digits = createHash('sha256').update(key).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

const AGENT = { idNumber: person(30).idNumber, name: '代办人', relation: '同事', householdRegister: false };
const REASON = '核对无误';

/** A line of nobody here is one of person 90. */
const STRANGER = 90;
export const personOfLine = (holder: number) => person(holder < 0 ? STRANGER : holder);

type Asks = { readonly [Kind in ActKind]?: (act: ActOf<Kind>, names: Names, salt: string) => Question };

function put<V extends LedgerVerb>(verb: V, input: Input<V>): Question {
  return { verb, input };
}

const secondOf = (second: Second, names: Names) =>
  second === null ? null : 'clerk' in second ? authorised(second.clerk) : { requestId: names.get(second.request) };
const passwordOf = (clerk: string): string => PASSWORDS[clerk] ?? '';

/** What was not answered yet, such as the number of a loss, is known by the auditor's own words with the check character looked up. */
const asks: Asks = {
  'sign in': ({ clerk }) => put('session.signIn', { clerkCode: clerk, password: passwordOf(clerk) }),
  'sign out': () => put('session.signOut', {}),
  lock: () => put('session.lock', {}),
  unlock: ({ clerk }) => put('session.unlock', { password: passwordOf(clerk) }),
  'lift lock': ({ key, clerk, by }) =>
    put('clerk.unlock', { operationId: operationIdOf(key), clerkCode: clerk, authorisation: authorised(by) }),
  steal: () => put('visit.current', {}),
  arrive: ({ key, holder, agent, wrong }, _, salt) => {
    const [{ idNumber }, { card }] = [person(wrong ? STRANGER : holder), person(holder)];
    const visitor = {
      idNumber,
      card,
      networkCheck: 'match-photo',
      secondaryDocument: salt === '' ? null : salt,
    } as const;
    return put('visit.open', { operationId: operationIdOf(key), ...visitor, agent: agent ? AGENT : null });
  },
  'look at visit': () => put('visit.current', {}),
  leave: ({ visit }, names) => put('visit.finish', { visitId: names.get(visit) }),
  prepare: ({ visit }, names) => {
    const period = { from: businessDate('2024-01-01'), to: businessDate('2024-12-31') };
    const how = { kinds: null, largeType: false, language: 'zh-CN' } as const;
    return put('statement.prepare', { visitId: names.get(visit), period, ...how });
  },
  print: ({ key, visit, paper }, names, salt) =>
    put('print.issue', {
      operationId: operationIdOf(key),
      visitId: names.get(visit),
      documentNumber: salt === '' ? paper : `${paper}${salt}`,
    }),
  settle: ({ job, outcome }, names) =>
    put('print.settle', { jobId: names.get(job), outcome, printer: 'P', failure: outcome === 'failed' ? 'x' : null }),
  'take paper': ({ job }, names) => put('print.bytes', { jobId: names.get(job), reason: REASON }),
  'cancel paper': ({ job }, names) => put('printQueue.cancel', { jobId: names.get(job), reason: REASON }),
  'see queue': () => put('printQueue.list', {}),
  'report loss': ({ key, visit, kind }, names, salt) => {
    const what = { object: 'card', kind, missedSince: null, address: salt, phone: null, second: null } as const;
    return put('loss.report', { operationId: operationIdOf(key), visitId: names.get(visit), ...what });
  },
  'cancel loss': ({ key, visit, loss, second }, names, salt) =>
    put('loss.cancel', {
      ...{ operationId: operationIdOf(key), visitId: names.get(visit), number: `${names.get(loss)}${salt}` },
      second: secondOf(second, names),
    }),
  ask: ({ key, visit, loss }, names, salt) => {
    const input = { visitId: names.get(visit), number: `${names.get(loss)}${salt}` };
    return put('approval.ask', { operationId: operationIdOf(key), verb: 'loss.cancel', input });
  },
  decide: ({ key, request, decision, clerk }, names, salt) =>
    put('approval.decide', {
      ...{ operationId: operationIdOf(key), requestId: names.get(request), decision },
      ...{ reason: `${REASON}${salt}`, password: passwordOf(clerk) },
    }),
  'see requests': () => put('approval.list', {}),
  'begin task': ({ visit, task }, names) =>
    put('customer.beginTask', { visitId: names.get(visit), task, second: null }),
  // As it is typed: the counter seals it when it asks.
  type: ({ task, step, digits }, names): Question => ({
    verb: 'customer.takeEntry',
    input: { taskId: names.get(task), step, pin: Buffer.from(digits) },
  }),
  'end task': ({ task }, names) => put('customer.endTask', { taskId: names.get(task), how: 'abandoned' }),
  check: ({ key, file }, names) => put('file.check', { operationId: operationIdOf(key), intakeId: names.get(file) }),
  'ask about file': ({ key, file }, names, salt) => {
    const input = { intakeId: `${names.get(file)}${salt}` };
    return put('approval.ask', { operationId: operationIdOf(key), verb: 'file.post', input });
  },
  post: ({ key, file, second }, names, salt) =>
    put('file.post', {
      operationId: operationIdOf(key),
      intakeId: `${names.get(file)}${salt}`,
      second: secondOf(second, names),
    }),
  revoke: ({ counter }) => put('counter.revoke', { number: counter, reason: REASON }),
};

/** What is asked for the act; the files of `receive` and the command line's day go their own ways. */
export function questionOf(act: Act, names: Names): Question {
  if (act.do === 'again') return saltedQuestion(act.of, names, act.changed ? 'AA' : '');
  return saltedQuestion(act, names, '');
}

/** @param salt what makes the command another one under the same id; empty for the same. */
function saltedQuestion(act: Act, names: Names, salt: string): Question {
  const question = asks[act.do] as ((act: Act, names: Names, salt: string) => Question) | undefined;
  if (question === undefined) throw new Error(`${act.do} is not one question`);
  return question(act, names, salt);
}

/** What the answer comes down to; the ids in it are kept. */
export function seenOf(act: Act, reply: Reply<unknown>, names: Names): Seen {
  if (!reply.ok) return reply.error.code;
  const read = readers[act.do === 'again' ? act.of.do : act.do];
  if (act.do === 'look at visit' && reply.value === null) return 'nobody';
  if (act.do === 'close day') return String(reply.value);
  return read === undefined ? 'ok' : read(reply.value as Answer, act.do === 'again' ? act.of : act, names);
}

type Answer = Readonly<Record<string, unknown>>;
type Reader = (answer: Answer, act: Act, names: Names) => Seen;

const seenVisit: Reader = (answer, act, names) => {
  if (act.do === 'arrive') names.set(act.key, String(answer['visitId']));
  else if (!names.has(visitSeenAt(act.place, act.key)))
    names.set(visitSeenAt(act.place, act.key), String(answer['visitId']));
  const loss = answer['cardLoss'] as { readonly kind: string } | null;
  return {
    holder: holderOfCard(String(answer['cardMasked'])),
    fen: Number(answer['balanceFen']),
    unprinted: Number(answer['unprinted']),
    loss: loss?.kind ?? null,
    pin: String(answer['pinState']),
  };
};

/** Under which name the id of a visit is kept that an act has come upon, until it is known whose visit it is. */
export const visitSeenAt = (place: number, act: string): string => `seen at ${place} by ${act}`;

/** By the last four digits: those of the model's holders differ. */
function holderOfCard(masked: string): number {
  return Array.from({ length: 10 }, (_, at) => person(at).card.slice(-4)).indexOf(masked.slice(-4));
}

const seenLoss: Reader = (answer, act, names) => {
  const number = String(answer['number']);
  names.set(number.slice(0, -1), number);
  return act.do === 'report loss'
    ? { number: number.slice(0, -1), kind: String(answer['kind']), status: String(answer['status']) }
    : { number: number.slice(0, -1), status: String(answer['status']) };
};

const seenTask: Reader = (answer, act, names) => {
  if (act.do === 'begin task') names.set(act.key, String(answer['taskId']));
  const fault = answer['fault'] as { readonly kind: string } | null;
  return { step: String(answer['step']), ended: answer['ended'] as string | null, fault: fault?.kind ?? null };
};

const seenFile: Reader = (answer) => ({
  posted: answer['posted'] === true,
  accepted: Number(answer['accepted']),
  fen: Number(answer['amountFen']),
  refused: Number(answer['rejectedCount']),
  reason: answer['fileReason'] as string | null,
});

const seenRequest: Reader = (answer, act, names) => {
  if (act.do === 'ask' || act.do === 'ask about file') names.set(act.key, String(answer['requestId']));
  return String(answer['state']);
};

const readers: Partial<Record<ActKind, Reader>> = {
  arrive: seenVisit,
  'look at visit': seenVisit,
  prepare: (answer) => {
    const totals = answer['totals'] as { readonly closingFen: number };
    const entries = (answer['entries'] as readonly unknown[]).length;
    const [unprinted, clears] = [Number(answer['unprinted']), Number(answer['clears'])];
    return { number: String(answer['documentNumber']), closingFen: totals.closingFen, entries, unprinted, clears };
  },
  print: (answer, act, names) => {
    names.set(act.key, String(answer['jobId']));
    return 'ok';
  },
  settle: (answer) => ({ state: String(answer['state']), copy: Number(answer['copy']) }),
  'see queue': (answer) => {
    const items = answer['items'] as readonly { documentNumber: string; copy: number; clerk: string }[];
    return { papers: items.map((each) => `${each.documentNumber} ${each.copy} ${each.clerk}`).toSorted() };
  },
  'report loss': seenLoss,
  'cancel loss': seenLoss,
  ask: seenRequest,
  'ask about file': seenRequest,
  decide: seenRequest,
  'see requests': (answer) => {
    const items = answer['items'] as readonly { askedBy: string; lossNumber: string | null; state: string }[];
    return {
      requests: items
        .map((each) => `${each.askedBy} ${each.lossNumber?.slice(0, -1) ?? 'file'} ${each.state}`)
        .toSorted(),
    };
  },
  'begin task': seenTask,
  type: seenTask,
  'end task': seenTask,
  check: seenFile,
  post: seenFile,
  revoke: (answer) => String(answer['state']),
};
