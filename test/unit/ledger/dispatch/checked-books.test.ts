/**
 * A use case that puts something on record which its policy does not name, or goes past its second person, is a programmer's
 * error: it ends loudly, and nothing of it is committed (docs/permissions.md).
 */
import { beforeAll, expect, test } from 'vitest';
import { appendAudit } from '../../../../electron/ledger/books/audit/audit-chain.ts';
import { handlers, type Handlers } from '../../../../electron/ledger/dispatch/handlers.ts';
import { cancelAsked } from '../../../../electron/ledger/loss/loss-asked.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  lossOf,
  makeTemplate,
  MORNING,
  Office,
  type Template,
} from '../../../offices/small-office.ts';
import { keysBeside } from '../../../offices/test-folders.ts';
import { ABOUT_NOTHING, SAMPLES } from './verb-samples.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const done = (verb: string, second: string | null = null) => ({ actor: '9001', verb, second, outcome: 'done' });
/** What a use case of a test answers; nobody reads it. */
const ANSWER = {} as never;

interface Breach {
  readonly what: string;
  readonly verb: 'session.touch' | 'visit.reveal' | 'setting.set' | 'loss.reissue' | 'loss.cancel';
  readonly table: Partial<Handlers>;
  readonly failure: string;
}

const BREACHES: readonly Breach[] = [
  {
    what: 'records what its policy keeps off the record',
    verb: 'session.touch',
    table: {
      'session.touch': ({ books }) =>
        books.write((writing) => appendAudit(writing, done('session.touch')).then(() => ANSWER)),
    },
    failure: 'session.touch may not be recorded as session.touch',
  },
  {
    what: 'records itself under the name of another verb',
    verb: 'visit.reveal',
    table: {
      'visit.reveal': ({ books }) =>
        books.write((writing) => appendAudit(writing, done('visit.open')).then(() => ANSWER)),
    },
    failure: 'visit.reveal may not be recorded as visit.open',
  },
  {
    what: 'leaves the proven second person out of its record',
    verb: 'setting.set',
    table: {
      'setting.set': ({ books }) =>
        books.write((writing) => appendAudit(writing, done('setting.change')).then(() => ANSWER)),
    },
    failure: 'setting.set is recorded without its second person',
  },
  {
    what: 'names a second person who was not asked about it',
    verb: 'loss.reissue',
    table: {
      'loss.reissue': ({ books }) =>
        books.write((writing) => appendAudit(writing, done('loss.reissue', '2001')).then(() => ANSWER)),
    },
    failure: 'loss.reissue is done without its second person',
  },
  {
    what: 'says nothing of the rule it is to rule on',
    verb: 'loss.cancel',
    table: {
      'loss.cancel': ({ books }) =>
        books.write((writing) => appendAudit(writing, done('loss.cancel', '2001')).then(() => ANSWER)),
    },
    failure: 'loss.cancel is done without its second person',
  },
  {
    what: 'spares itself the second person against its policy',
    verb: 'loss.reissue',
    table: { 'loss.reissue': ({ second }) => Promise.resolve(second.spare()).then(() => ANSWER) },
    failure: 'loss.reissue rules on no second person',
  },
  {
    what: 'is approved in one transaction and done in another',
    verb: 'loss.cancel',
    table: {
      'loss.cancel': async (asked, input) => {
        await asked.books.write(async (writing) => {
          await asked.second.approver(writing, await cancelAsked(writing, asked, asked.visit, input));
        });
        return asked.books.write((writing) => appendAudit(writing, done('loss.cancel', '2001')).then(() => ANSWER));
      },
    },
    failure: 'loss.cancel is done without its second person',
  },
];

test.each(BREACHES)('$verb that $what ends loudly and commits nothing', async ({ verb, table, failure }) => {
  const folder = copyOf(template);
  const office = new Office(folder, MORNING, keysBeside(folder), { ...handlers, ...table });
  const clerk = await office.signIn('9001');
  const { visitId } = await office.openVisit(0, clerk);
  const { number: lossNumber } = await office.must('loss.report', lossOf(visitId, { kind: 'formal' }), clerk);
  const input = { ...SAMPLES[verb]({ ...ABOUT_NOTHING, visitId, lossNumber }), second: authorised('2001') };
  const before = recordsIn(folder);
  await expect(office.ask(verb, input as never, clerk)).rejects.toThrow(failure);
  expect(recordsIn(folder)).toBe(before);
  office.close();
});

function recordsIn(folder: string): number | undefined {
  return behindTheBack(folder, (connection) =>
    connection.prepare<[], number>('SELECT count(*) FROM audit').pluck().get(),
  );
}
