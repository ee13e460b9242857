/** `verify`: every invariant, the database's own check, the audit chain. */
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import type { Command } from '../command.ts';
import { askFor } from '../opened-office.ts';
import { withBooks } from '../open-office.ts';

export const verify: Command = async ({ folder }) => {
  const { report, head } = await withBooks(folder, async (office) => ({
    report: await askFor(office, 'ledger.verify', {}, null),
    head: office.shut === null ? (await askFor(office, 'office.standing', {}, null)).head : null,
  }));
  const lines = report.checks.map(
    ({ name, ok, counted, detail }) =>
      `${ok ? 'ok  ' : 'FAIL'} ${name} (${counted})${detail === undefined ? '' : `: ${detail}`}`,
  );
  const { accounts, entries, balanceFen } = report;
  const text = [
    ...lines,
    `${accounts} accounts, ${entries} entries, ${yuanGrouped(balanceFen)} yuan`,
    ...(head === null ? [] : [`head ${head}`]),
  ].join('\n');
  if (report.ok) return { json: report, text };
  const failed = report.checks.filter(({ ok }) => !ok).map(({ name }) => name);
  return { json: report, text, refusal: { code: 'DATABASE_DAMAGED', message: `failed: ${failed.join(', ')}` } };
};
