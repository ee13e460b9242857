/**
 * After a commit it is told that something may read otherwise, never what: by its audit records, so that the command line's own
 * commands are told of like any verb. Here it is said which record changes what.
 */
import type { RecordedName } from '../../contract/administration/recorded-names.ts';
import type { ChangeKind } from '../../contract/protocol.ts';
import { RECORDED_BY_THE_CLOCK } from '../../contract/kernel/verb-policy.ts';
import { policyOf, verbs, type Verb } from '../../contract/verbs.ts';
import type { Books, Writing } from '../books/books.ts';

/** What a worklist shows: running reports, whose they are, and the day they are counted from. */
const WORKLIST: readonly RecordedName[] = [
  ...RECORDED_BY_THE_CLOCK,
  'loss.report',
  'loss.confirm',
  'loss.supersede',
  'loss.cancel',
  'loss.reissue',
  'loss.takeBack',
  'loss.reinstate',
  'loss.authoriseRenewal',
  'loss.renewPassword',
  'pin.void',
  'pin.restore',
  'holder.correct',
  'holder.close',
  'day.close',
];

const CHANGED_BY: Readonly<Record<Exclude<ChangeKind, 'customer-task'>, ReadonlySet<string>>> = {
  // A command may use up the approval it was given.
  approvals: new Set([
    ...(['approval.ask', 'approval.decide', 'approval.renew'] satisfies RecordedName[]),
    ...ofSecond(),
  ]),
  worklist: new Set(WORKLIST),
  'print-queue': new Set<RecordedName>(['document.print', 'print.settle', 'printQueue.cancel']),
  // The office's page of the day end shows its tills.
  day: new Set<RecordedName>(['day.close', 'clock.accept', 'till.close', 'till.closeFor']),
  // Who is signed in at a counter, as what, and under which settings.
  session: new Set<RecordedName>([
    'clerk.change',
    'clerk.disable',
    'clerk.enable',
    'clerk.giveOneTimePassword',
    'counter.change',
    'counter.revoke',
    'setting.change',
  ]),
  // A file is being posted, or has been.
  files: new Set<RecordedName>(['file.post', 'batch.goOn', 'file.posted']),
  counters: new Set<RecordedName>(['counter.add', 'counter.change', 'counter.join', 'counter.renew', 'counter.revoke']),
};

function ofSecond(): string[] {
  const policies = (Object.keys(verbs) as Verb[]).map(policyOf);
  const fromQueue = policies.filter(({ second }) => second !== 'never' && second.from === 'in place or queue');
  return fromQueue.flatMap(({ record }) => record.done);
}

/** The kinds that the records of one commit change. */
function changesOf(records: ReadonlySet<string>): ChangeKind[] {
  const kinds = Object.entries(CHANGED_BY) as [keyof typeof CHANGED_BY, ReadonlySet<string>][];
  return kinds.filter(([, names]) => [...records].some((name) => names.has(name))).map(([kind]) => kind);
}

/** The same books, whose commits are told of. */
export function tellingBooks(books: Books, tell: (kinds: readonly ChangeKind[]) => void): Books {
  const told = <T>(work: (writing: Writing) => Promise<T>) => {
    return async (writing: Writing): Promise<T> => {
      const done = new Set<string>();
      const noteRecord: Writing['noteRecord'] = (record) => {
        if (record.outcome === 'done') done.add(record.verb);
        writing.noteRecord?.(record);
      };
      const answer = await work({ ...writing, noteRecord });
      const kinds = changesOf(done);
      if (kinds.length > 0) writing.afterCommit(() => tell(kinds));
      return answer;
    };
  };
  return {
    ...books,
    write: (work, behind) => books.write(told(work), behind),
    writeWithScratch: (path, work) => books.writeWithScratch(path, told(work)),
  };
}
