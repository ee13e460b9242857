/** Loading the register of insured persons and the designated institutions (FORMATS.md). */
import { RefusalError } from '../../contract/errors.ts';
import type { FileFault, RefusedRegisterLine } from '../../contract/views.ts';
import { officeDay } from '../domain/office-clock.ts';
import type { FileSource } from '../intake/file-source.ts';
import { readInstitutions } from '../intake/institutions-file.ts';
import { IntakeRefusal } from '../intake/intake-fault.ts';
import { readRegister } from '../intake/register-file.ts';
import { appendAudit, nextAuditSeq } from '../storage/audit-chain.ts';
import type { Writing } from '../storage/books.ts';
import { requireOffice } from '../storage/office-rows.ts';
import { keepAnswer, type OperationKey } from '../storage/operation-rows.ts';
import { loadInstitution, RegisterBook } from '../storage/register-loading.ts';
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
}

export interface LoadOrder {
  /** As the audit record names them. */
  readonly actor: string;
  readonly answer: { readonly key: OperationKey; of(run: LoadRun): unknown } | null;
}

class LoadCount {
  added = 0;
  updated = 0;
  readonly refused = new PackedLines<RefusedRegisterLine>();

  count(line: number, verdict: string): void {
    if (verdict === 'added') this.added += 1;
    else if (verdict === 'updated') this.updated += 1;
    else this.refused.push({ line, code: verdict, message: REFUSAL_TEXTS[verdict] ?? verdict });
  }

  get done(): number {
    return this.added + this.updated + this.refused.length;
  }
}

/** Refusals that only the books can give; the file's own come with their text. */
const REFUSAL_TEXTS: Readonly<Record<string, string>> = {
  HOLDER_DIFFERS: 'name or ID number differ from those on record; the record was kept',
  CARD_REPLACED: 'the card was replaced by another one; the record was kept',
};

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
        if (line.ok) count.count(line.line, book.load(line));
        else count.refused.push({ line: line.line, code: line.code, message: line.message });
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
        else count.refused.push({ line: line.line, code: line.code, message: line.message });
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
      const run: LoadRun = { kind, posted: order !== null, added, updated, refused, fault: null };
      if (order === null) throw new DryRun(run);
      const details = { added, updated, refused: refused.length };
      await appendAudit(writing, { actor: order.actor, verb: `${kind}.load`, outcome: 'done', details });
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
  return { kind, posted: false, added: 0, updated: 0, refused: new PackedLines(), fault: faultOf(fault) };
}
