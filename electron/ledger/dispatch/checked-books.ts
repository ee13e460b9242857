/**
 * The books as a use case is given them: its audit records and its second person are checked against the policy of its
 * verb before the commit. A breach is a programmer's error: nothing is committed, and the process ends.
 */
import { RECORDED_BY_THE_CLOCK } from '../../contract/kernel/verb-policy.ts';
import { policyOf, type LedgerVerb } from '../../contract/verbs.ts';
import type { AuditRecord } from '../books/audit/audit-row.ts';
import type { Books, Writing } from '../books/books.ts';
import type { ProvenSecond } from '../request/second-of-command.ts';
import { SecondAsked } from '../second-person/second-asked.ts';
import { secondPassedBy } from '../second-person/second-policy.ts';

export function checkedBooks(books: Books, verb: LedgerVerb, second: ProvenSecond | null): Books {
  const held = <T>(work: (writing: Writing) => Promise<T>) => {
    return async (writing: Writing): Promise<T> => {
      if (second instanceof SecondAsked) second.begin();
      const trail = new Trail(writing);
      const done = await work(trail.writing);
      const fault = trail.isUndone ? null : trailFault(verb, second, trail.records);
      if (fault !== null) throw new Error(`${verb} ${fault}`);
      return done;
    };
  };
  return {
    ...books,
    write: (work, behind) => books.write(held(work), behind),
    writeWithScratch: (path, work) => books.writeWithScratch(path, held(work)),
  };
}

/** What one transaction puts on record and does not undo. */
class Trail {
  readonly records: AuditRecord[] = [];
  readonly writing: Writing;
  isUndone = false;

  constructor(writing: Writing) {
    this.writing = {
      ...writing,
      noteRecord: (record) => {
        this.records.push(record);
        writing.noteRecord?.(record);
      },
      undoable: (work) => this.#undoable(() => writing.undoable(work)),
      undo: () => {
        this.isUndone = true;
        writing.undo();
      },
    };
  }

  async #undoable<T>(work: () => Promise<T>): Promise<T> {
    const before = this.records.length;
    try {
      return await work();
    } catch (error) {
      this.records.length = before;
      throw error;
    }
  }
}

function trailFault(verb: LedgerVerb, second: ProvenSecond | null, records: readonly AuditRecord[]): string | null {
  const { done } = policyOf(verb).record;
  const allowed: readonly string[] = [...done, ...RECORDED_BY_THE_CLOCK];
  const stray = records.find((record) => !allowed.includes(record.verb));
  if (stray !== undefined) return `may not be recorded as ${stray.verb}`;
  return secondPassedBy(
    second,
    records.filter((record) => done.includes(record.verb)),
  );
}
