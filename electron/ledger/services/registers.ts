/** Loading the register of insured persons and the designated institutions (FORMATS.md). */
import { RefusalError } from '../../contract/errors.ts';
import type { FileFault, FileNote, RefusedRegisterLine } from '../../contract/views.ts';
import { officeDay } from '../domain/office-clock.ts';
import { fileNote } from '../intake/file-note.ts';
import type { FileSource } from '../intake/file-source.ts';
import { readInstitutions } from '../intake/institutions-file.ts';
import { IntakeRefusal } from '../intake/intake-fault.ts';
import { refusedLine } from '../intake/refused-line.ts';
import { readRegister } from '../intake/register-file.ts';
import { appendAudit, nextAuditSeq } from '../storage/audit-chain.ts';
import type { Writing } from '../storage/books.ts';
import { requireOffice } from '../storage/office-rows.ts';
import { keepAnswer, type OperationKey } from '../storage/operation-rows.ts';
import { loadInstitution, RegisterBook, type LoadVerdict } from '../storage/register-loading.ts';
import { DryRun, LongWork } from './long-work.ts';
import { refuseSecondRun } from './operations.ts';
import { PackedLines } from './packed-lines.ts';
import { faultOf } from './posting-order.ts';
import type { Ledger } from './scope.ts';

export interface LoadRun {
  readonly kind: 'register' | 'institutions';
  readonly posted: boolean;
  readonly added: number;
  readonly updated: number;
  readonly refused: PackedLines<RefusedRegisterLine>;
  readonly fault: FileFault | null;
  readonly notes: readonly FileNote[];
}

export interface LoadOrder {
  /** As the audit record names them. */
  readonly actor: string;
  /** Null at the command line, which asks no second person (FORMATS.md). */
  readonly second?: string | null;
  /** Holds the run against what the second person was shown, and puts their word on record; in its transaction. */
  readonly authorise?: (writing: Writing, run: LoadRun) => Promise<void>;
  readonly answer: { readonly key: OperationKey; of(run: LoadRun): unknown } | null;
}

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
} as const;

function refusalByBooks(line: number, verdict: Exclude<LoadVerdict, 'added' | 'updated'>): RefusedRegisterLine {
  const { code, correctedOn } = verdict;
  const note = code === 'HOLDER_DIFFERS' ? whereCorrected(correctedOn) : null;
  return refusedLine(line, code, REFUSAL_TEXTS[code], note);
}

function whereCorrected(date: string | null): FileNote {
  return date === null ? fileNote('correctableAtCounter') : fileNote('correctedAtCounter', { date });
}

type Loading = (writing: Writing, count: LoadCount, auditSeq: number) => Promise<void>;

/** Adds new persons, brings phone and employer of known ones up to date; `order` null is a dry run. */
export async function runRegister(
  ledger: Ledger,
  source: FileSource,
  order: LoadOrder | null,
  operationId: string | null,
): Promise<LoadRun> {
  const work = new LongWork(ledger, operationId);
  return load(ledger, 'register', order, async (writing, count, auditSeq) => {
    const office = await requireOffice(writing);
    const book = new RegisterBook(writing, office.code, auditSeq);
    for await (const lines of readRegister(source, officeDay(office, writing.at))) {
      for (const line of lines) {
        if (!line.ok) count.refuse(line);
        else {
          count.count(line.line, book.load(line));
          if (line.phone === '') count.missPhone(line.line);
        }
      }
      await work.step('posting', count.done, null);
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
  return load(ledger, 'institutions', order, async (writing, count, auditSeq) => {
    for await (const lines of readInstitutions(source)) {
      for (const line of lines) {
        if (line.ok) count.count(line.line, await loadInstitution(writing, line, auditSeq));
        else count.refuse(line);
      }
      await work.step('posting', count.done, null);
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
    return await ledger.books.write(async (writing) => {
      await refuseSecondRun(writing, order?.answer?.key ?? null);
      const count = new LoadCount();
      const auditSeq = await nextAuditSeq(writing);
      await loading(writing, count, auditSeq);
      const { added, updated, refused } = count;
      const run: LoadRun = { kind, posted: order !== null, added, updated, refused, fault: null, notes: count.notes() };
      if (order === null) throw new DryRun(run);
      const details = { added, updated, refused: refused.length };
      await order.authorise?.(writing, run);
      const { actor, second = null } = order;
      await appendAudit(writing, { actor, second, verb: `${kind}.load`, outcome: 'done', details });
      if (order.answer !== null) await keepAnswer(writing, order.answer.key, order.answer.of(run));
      return run;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.result as LoadRun;
    if (error instanceof IntakeRefusal) return unreadableRun(kind, error);
    throw error;
  }
}

function unreadableRun(kind: LoadRun['kind'], { fault }: IntakeRefusal): LoadRun {
  if (fault.code === 'FILE_UNREADABLE') throw new RefusalError('FILE_UNREADABLE', { ...fault.params });
  return { kind, posted: false, added: 0, updated: 0, refused: new PackedLines(), fault: faultOf(fault), notes: [] };
}
