/** The interest of one quarter in a process of its own: `interest-run.ts FOLDER`. Prints what it took as JSON. */
import { addDays } from '../../electron/contract/kernel/dates.ts';
import { appendAudit, nextAuditSeq } from '../../electron/ledger/books/audit/audit-chain.ts';
import { openBooks } from '../../electron/ledger/books/open-books.ts';
import { findSettlement } from '../../electron/ledger/interest/interest-rows.ts';
import { settlementDays } from '../../electron/ledger/interest/interest-rules.ts';
import { settleInterest } from '../../electron/ledger/interest/interest-settlement.ts';
import { requireOffice } from '../../electron/ledger/office/office-rows.ts';
import { saveSetting } from '../../electron/ledger/office/setting-rows.ts';
import { clock, DATA_KEY } from './prepared-office.ts';

const [folder = ''] = process.argv.slice(2);
const books = openBooks({ folder, dataKey: DATA_KEY, clock, keysFolder: null });
const { businessDate } = await books.read(requireOffice);
const [settledTo] = settlementDays(businessDate, addDays(businessDate, 100));
if (settledTo === undefined) throw new Error('a hundred days without a settlement');
await books.write(async (writing) => {
  for (const name of ['interestDemandRate', 'interestCarryOverRate']) {
    await saveSetting(writing, name, `${businessDate} 1.1`, await nextAuditSeq(writing));
    await appendAudit(writing, { actor: '1001', verb: 'setting.change', subject: name, outcome: 'done' });
  }
});
const started = performance.now();
await settleInterest(books, { day: businessDate, next: addDays(settledTo, 1), clerk: '1001', second: '2001' });
const seconds = (performance.now() - started) / 1000;
const accounts = (await books.read((reading) => findSettlement(reading, settledTo)))?.accounts ?? 0;
books.close();
process.stdout.write(JSON.stringify({ seconds, accounts }));
