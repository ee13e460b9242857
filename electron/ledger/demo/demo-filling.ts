/** Fills a fresh office with the files of a folder: register, institutions, then month after month as they came. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { businessDate, monthEnd, type BusinessDate } from '../../contract/kernel/dates.ts';
import { DEMO_HOLIDAYS } from '../../contract/office/demo-holidays.ts';
import { demoOffice } from '../../contract/office/demo-office.ts';
import { appendAudit, nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Writing } from '../books/books.ts';
import { fileOnDisk, type FileSource } from '../intake/file-source.ts';
import { runAllocation } from '../month-end/allocation/allocations.ts';
import { advanceTo } from '../day/days.ts';
import type { PostingOrder } from '../month-end/posting-order.ts';
import { runInstitutions, runRegister } from '../month-end/registers/registers.ts';
import type { Ledger } from '../request/scope.ts';
import { insertDecision } from '../second-person/approval-rows.ts';
import { requireOffice } from '../office/office-rows.ts';
import { saveSetting } from '../office/setting-rows.ts';
import type { TextSettingName } from '../office/text-setting-rules.ts';
import { runSettlement } from '../month-end/settlement/settlements.ts';

const MONTHLY = /^(allocation|settlement)-(\d{4})(\d{2})\.(?:csv|xml)$/;

interface MonthlyFile {
  readonly kind: 'allocation' | 'settlement';
  readonly day: BusinessDate;
  readonly source: FileSource;
}

/** Month by month, settlement before allocation: the order in which the department sends them. */
function monthlyFiles(folder: string): MonthlyFile[] {
  return readdirSync(folder)
    .flatMap((name): MonthlyFile[] => {
      const [, kind, year, month] = MONTHLY.exec(name) ?? [];
      if (kind !== 'allocation' && kind !== 'settlement') return [];
      return [
        { kind, day: monthEnd(businessDate(`${year}-${month}-01`)), source: fileOnDisk(join(folder, name), name) },
      ];
    })
    .toSorted((a, b) => a.day.localeCompare(b.day) || b.kind.localeCompare(a.kind));
}

export async function fillDemoOffice(ledger: Ledger, folder: string): Promise<void> {
  const [first, second] = demoOffice.clerks;
  if (first === undefined || second === undefined) throw new Error('the demo office has too few clerks');
  const order: PostingOrder = { clerk: first.code, second: second.code, answer: null };
  const loading = { actor: first.code, answer: null };
  await runInstitutions(ledger, fileOnDisk(join(folder, 'institutions.csv')), loading, null);
  await runRegister(ledger, fileOnDisk(join(folder, 'register.csv')), loading, null);

  for (const { kind, day, source } of monthlyFiles(folder)) {
    await advanceTo(ledger, day, first.code);
    const run = kind === 'allocation' ? runAllocation : runSettlement;
    await run(ledger, source, order, null);
  }
  // Last, because the department's files come on any day of the calendar, and their balances are without interest.
  await ledger.books.write((writing) => keepSettings(writing, order));
}

async function keepSettings(writing: Writing, people: PostingOrder): Promise<void> {
  const { businessDate } = await requireOffice(writing);
  await keepSetting(writing, 'holidays', DEMO_HOLIDAYS, people);
  // What banks published in 2025 for demand and for three months.
  await keepSetting(writing, 'interestDemandRate', `${businessDate} 0.05`, people);
  await keepSetting(writing, 'interestCarryOverRate', `${businessDate} 0.65`, people);
}

/** On record like a change that somebody made on F11. */
async function keepSetting(
  writing: Writing,
  name: TextSettingName,
  value: string,
  { clerk, second }: PostingOrder,
): Promise<void> {
  await saveSetting(writing, name, value, await nextAuditSeq(writing));
  const asked = { verb: 'setting.change', subject: name, requestedBy: clerk, requestedAt: writing.at };
  await insertDecision(writing, { ...asked, decidedBy: second, outcome: 'approved', reason: null });
  const details = { value, before: '', reason: 'demo' };
  await appendAudit(writing, { actor: clerk, second, verb: 'setting.change', subject: name, outcome: 'done', details });
}
