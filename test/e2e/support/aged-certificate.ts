/** A computer that joined long ago: its certificate is near its end, or past it. */
import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendAudit } from '../../../electron/ledger/books/audit/audit-chain.ts';
import type { Instant } from '../../../electron/contract/kernel/dates.ts';
import { setCertificate } from '../../../electron/ledger/counters/counter-rows.ts';
import { keptAuthority } from '../../../electron/server/identity/authority-keeping.ts';
import { OfficeAuthority } from '../../../electron/server/identity/office-authority.ts';
import { joinedCounter } from '../../offices/certificates.ts';
import { throughDoor, type PreparedOffice } from './demo-office.ts';
import type { ProgramPlaces } from './program.ts';

const DAY_MS = 24 * 3_600_000;
const YEAR_DAYS = 365;

interface Certified {
  readonly keyId: string;
  readonly certificate: string;
}

/** What a computer keeps of its joining. */
export interface KeptJoining {
  readonly number: string;
  readonly kind: 'counter' | 'supervisor-desk';
  readonly current: Certified;
  readonly next: Certified | null;
}

export function keptJoining({ data }: Pick<ProgramPlaces, 'data'>): KeptJoining {
  return JSON.parse(readFileSync(join(data, 'joining.json'), 'utf8'));
}

/**
 * Neither the server nor the computer runs meanwhile. Both have another certificate then, as if signed so long ago that it ends in so
 * many days, or ended before. Answers when that is, in milliseconds since 1970.
 */
export async function certificateEndsIn(days: number, office: PreparedOffice, places: ProgramPlaces): Promise<number> {
  const { officeId } = office;
  const joining = keptJoining(places);
  const authority = await OfficeAuthority.of(await keptAuthority(office, Date.now()));
  const signedAt = Date.now() - (YEAR_DAYS - days) * DAY_MS;
  const { number, kind, current } = joining;
  const { key, certificate, serial } = await joinedCounter(authority, { office: officeId, number, kind }, signedAt);
  const endsAt = (signedAt + YEAR_DAYS * DAY_MS) as Instant;
  await throughDoor(office, ({ ledger }) =>
    ledger.books.write(async (writing) => {
      const record = { actor: 'system', verb: 'counter.renew', subject: number, outcome: 'done' };
      await setCertificate(writing, number, { serial, certificate, endsAt }, await appendAudit(writing, record));
    }),
  );
  writeFileSync(join(places.keys, `${current.keyId}.counter-key`), `${digitsOf(key)}\n`, { mode: 0o600 });
  const aged = { ...joining, current: { ...current, certificate } };
  writeFileSync(join(places.data, 'joining.json'), JSON.stringify(aged));
  return endsAt;
}

function digitsOf(pem: string): string {
  const { d = '' } = createPrivateKey(pem).export({ format: 'jwk' });
  return Buffer.from(d, 'base64url').toString('hex').padStart(64, '0');
}
