/** Loading the register of insured persons and the designated institutions (docs/formats.md 2). */
import type { FileNote, RefusedRegisterLine } from '../../../contract/office/office-views.ts';
import { officeDay } from '../../office/office-clock-rules.ts';
import { fileNote } from '../../intake/file-note.ts';
import type { FileSource } from '../../intake/file-source.ts';
import { readInstitutions } from '../../intake/institutions-file.ts';
import { IntakeRefusal } from '../../intake/intake-fault.ts';
import { refusedLine } from '../../intake/refused-line.ts';
import { readRegister, type RegisterLine } from '../../intake/register-file.ts';
import { appendAudit, nextAuditSeq } from '../../books/audit/audit-chain.ts';
import type { Writing } from '../../books/books.ts';
import { requireOffice } from '../../office/office-rows.ts';
import { keepAnswer } from '../../request/operation-rows.ts';
import { scratchFile } from '../../books/scratch-file.ts';
import { RehearsedRegister } from './rehearsed-register-rows.ts';
import { loadInstitution, RegisterBook, type LoadVerdict } from './register-rows.ts';
import { LongWork } from '../../request/long-work.ts';
import { refuseSecondRun } from '../../request/operations.ts';
import { PackedLines } from '../packed-lines.ts';
import type { LoadOrder, LoadRun } from '../load-order.ts';
import { faultOf, unreadableFile } from '../posting-order.ts';
import type { Ledger } from '../../request/scope.ts';

class LoadCount {
  added = 0;
  updated = 0;
  readonly refused = new PackedLines<RefusedRegisterLine>();

  /** Lines without a phone that can be read, the first of them by number. */
  #withoutPhone: { count: number; readonly lines: number[] } = { count: 0, lines: [] };

  count(line: number, verdict: LoadVerdict): void {
    if (verdict === 'added') this.added += 1;
    else if (verdict === 'updated') this.updated += 1;
    else this.refuse(refusalByBooks(line, verdict));
  }

  refuse({ line, code, message, detail }: RefusedRegisterLine): void {
    this.refused.push({ line, code, message, detail });
  }

  missPhone(line: number): void {
    this.#withoutPhone.count += 1;
    if (this.#withoutPhone.lines.length < LINES_NAMED) this.#withoutPhone.lines.push(line);
  }

  notes(): FileNote[] {
    const { count, lines } = this.#withoutPhone;
    if (count === 0) return [];
    const more = count > lines.length ? ' …' : '';
    return [fileNote('phonesMissing', { count, lines: `${lines.join(', ')}${more}` })];
  }

  get done(): number {
    return this.added + this.updated + this.refused.length;
  }
}

/** A note names at most so many lines. */
const LINES_NAMED = 20;

/** Refusals that only the books can give; the file's own come with their text. */
const REFUSAL_TEXTS = {
  HOLDER_DIFFERS: 'name or ID number differ from those on record; the record was kept',
  CARD_REPLACED: 'the card was replaced by another one; the record was kept',
  ACCOUNT_CLOSED: 'the account of the card is closed; the record was kept',
  INSTITUTION_STOPPED: 'the designation is stopped and is taken up again in Administration (F11); the record was kept',
} as const;

function refusalByBooks(line: number, verdict: Exclude<LoadVerdict, 'added' | 'updated'>): RefusedRegisterLine {
  const { code, correctedOn } = verdict;
  const note = code === 'HOLDER_DIFFERS' ? whereCorrected(correctedOn) : null;
  return refusedLine(line, code, REFUSAL_TEXTS[code], note);
}

function whereCorrected(date: string | null): FileNote {
  return date === null ? fileNote('correctableAtCounter') : fileNote('correctedAtCounter', { date });
}

interface Given {
  readonly count: LoadCount;
  readonly auditSeq: number;
  /** Of a check, which changes nothing; null when the file is loaded. */
  readonly scratchPath: string | null;
}

type Loading = (writing: Writing, given: Given) => Promise<void>;

function loadLines(book: RegisterBook, lines: readonly RegisterLine[], count: LoadCount): void {
  for (const line of lines) {
    if (!line.ok) count.refuse(line);
    else {
      count.count(line.line, book.load(line));
      if (line.phone === '') count.missPhone(line.line);
    }
  }
}

/** Adds new persons, brings phone and employer of known ones up to date; `order` null is a dry run. */
export async function runRegister(
  ledger: Ledger,
  source: FileSource,
  order: LoadOrder | null,
  operationId: string | null,
): Promise<LoadRun> {
  const work = new LongWork(ledger, operationId);
  return load(ledger, 'register', order, async (writing, { count, auditSeq, scratchPath }) => {
    const office = await requireOffice(writing);
    const rehearsal = scratchPath === null ? null : new RehearsedRegister(scratchPath, writing.keys.database);
    try {
      const book = new RegisterBook(writing, { office: office.code, auditSeq, rehearsal });
      for await (const lines of readRegister(source, officeDay(office, writing.at))) {
        for await (const slice of work.slices(lines)) loadLines(book, slice, count);
        await work.step(scratchPath === null ? 'posting' : 'checking', count.done, null);
      }
    } finally {
      rehearsal?.close();
    }
  });
}

export async function runInstitutions(
  ledger: Ledger,
  source: FileSource,
  order: LoadOrder | null,
  operationId: string | null,
): Promise<LoadRun> {
  const work = new LongWork(ledger, operationId);
  return load(ledger, 'institutions', order, async (writing, { count, auditSeq, scratchPath }) => {
    const rehearsing = scratchPath !== null;
    for await (const lines of readInstitutions(source)) {
      for await (const slice of work.slices(lines)) {
        for (const line of slice) {
          if (line.ok) count.count(line.line, await loadInstitution(writing, line, { auditSeq, rehearsing }));
          else count.refuse(line);
        }
      }
      await work.step(scratchPath === null ? 'posting' : 'checking', count.done, null);
    }
  });
}

async function load(
  ledger: Ledger,
  kind: LoadRun['kind'],
  order: LoadOrder | null,
  loading: Loading,
): Promise<LoadRun> {
  try {
    return order === null ? await rehearse(ledger, kind, loading) : await post(ledger, kind, order, loading);
  } catch (error) {
    if (error instanceof IntakeRefusal) return unreadableRun(kind, error);
    throw error;
  }
}

/** What loading would do, on a snapshot: other requests do not wait for it. */
async function rehearse(ledger: Ledger, kind: LoadRun['kind'], loading: Loading): Promise<LoadRun> {
  const overlay = scratchFile(ledger.folder);
  try {
    return await ledger.books.rehearse(null, async (rehearsing) => {
      const count = new LoadCount();
      await loading(rehearsing, { count, auditSeq: 0, scratchPath: overlay.path });
      return runOf(kind, count, false);
    });
  } finally {
    overlay.remove();
  }
}

function post(ledger: Ledger, kind: LoadRun['kind'], order: LoadOrder, loading: Loading): Promise<LoadRun> {
  return ledger.books.write(async (writing) => {
    await refuseSecondRun(writing, order.answer?.key ?? null);
    const count = new LoadCount();
    await loading(writing, { count, auditSeq: await nextAuditSeq(writing), scratchPath: null });
    const run = runOf(kind, count, true);
    const details = { added: run.added, updated: run.updated, refused: run.refused.length };
    await order.authorise?.(writing, run);
    const { actor, second = null, sha256: subject = null } = order;
    await appendAudit(writing, { actor, second, verb: `${kind}.load`, subject, outcome: 'done', details });
    if (order.answer !== null) await keepAnswer(writing, order.answer.key, order.answer.of(run));
    return run;
  });
}

function runOf(kind: LoadRun['kind'], count: LoadCount, posted: boolean): LoadRun {
  const { added, updated, refused } = count;
  return { kind, posted, added, updated, refused, fault: null, notes: count.notes() };
}

function unreadableRun(kind: LoadRun['kind'], { fault }: IntakeRefusal): LoadRun {
  if (fault.code === 'FILE_UNREADABLE') throw unreadableFile(fault);
  return { kind, posted: false, added: 0, updated: 0, refused: new PackedLines(), fault: faultOf(fault), notes: [] };
}
