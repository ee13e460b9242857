/** A setting of the office, changed before a program opens it. */
import { appendAudit } from '../../../electron/ledger/books/audit/audit-chain.ts';
import type { SettingName } from '../../../electron/ledger/office/setting-rules.ts';
import { throughDoor, type PreparedOffice } from './demo-office.ts';

export async function changeSetting(office: PreparedOffice, name: SettingName, value: number): Promise<void> {
  await throughDoor(office, ({ ledger }) =>
    ledger.books.write(async (writing) => {
      const record = { actor: 'system', verb: 'setting.change', subject: name, outcome: 'done' };
      const auditSeq = await appendAudit(writing, record);
      const row = { name, value: JSON.stringify(value), audit_seq: auditSeq };
      await writing.query.insertInto('setting').values(row).execute();
    }),
  );
}
