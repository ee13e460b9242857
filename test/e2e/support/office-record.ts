/** What an office's books say once the program is closed: its audit record, and the proof that all is whole. */
import { OPERATOR, throughDoor, type PreparedOffice } from './demo-office.ts';

export interface AuditEntry {
  readonly actor: string;
  readonly second: string | null;
  readonly verb: string;
  readonly subject: string | null;
  readonly outcome: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export function auditRecord(office: PreparedOffice): Promise<readonly AuditEntry[]> {
  return throughDoor(office, ({ ledger }) =>
    ledger.books.read(async ({ query }) => {
      const rows = await query.selectFrom('audit').selectAll().orderBy('seq').execute();
      return rows.map(({ actor, second, verb, subject, outcome, details }) => ({
        actor,
        second,
        verb,
        subject,
        outcome,
        details: JSON.parse(details),
      }));
    }),
  );
}

/** The names of the checks that `verify` finds broken; none in whole books. */
export async function brokenChecks(office: PreparedOffice): Promise<readonly string[]> {
  return throughDoor(office, async (door) => {
    const { reply } = await door.answer({
      verb: 'ledger.verify',
      input: {},
      sessionToken: null,
      ...OPERATOR,
    });
    if (!reply.ok) throw new Error(reply.error.code);
    const { checks } = reply.value as { readonly checks: readonly { readonly name: string; readonly ok: boolean }[] };
    return checks.filter(({ ok }) => !ok).map(({ name }) => name);
  });
}
