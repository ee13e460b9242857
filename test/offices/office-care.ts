/** What a test does to an office besides its requests: clerks who sit at their keyboards, a setting that is another. */
import type { Door } from '../../electron/contract/kernel/verb-policy.ts';
import { INTAKE_PIECE_BYTES } from '../../electron/contract/month-end/piece-bytes.ts';
import { policyOf, type LedgerVerb, type Output } from '../../electron/contract/verbs.ts';
import type { SettingName } from '../../electron/ledger/office/setting-rules.ts';
import type { TextSettingName } from '../../electron/ledger/office/text-setting-rules.ts';
import type { Dispatcher } from '../../electron/ledger/dispatch/dispatcher.ts';
import { appendAudit } from '../../electron/ledger/books/audit/audit-chain.ts';
import type { CertificateAuthority, LineRegister } from '../../electron/ledger/request/scope.ts';
import type { Pace } from '../../electron/ledger/request/step-pace.ts';
import { touchSession } from '../../electron/ledger/request/session/session-rows.ts';

const EVERY_MILLISECONDS = 4 * 60_000;

/** Clerks at their keyboards, however far a test moves the clock between two requests. */
export class KeptAwake {
  readonly #awake = new Map<string, { readonly at: number; readonly touched: Promise<void> }>();

  touch(door: Dispatcher, token: string): Promise<void> {
    if (door.shut !== null || !door.officePresent) return Promise.resolve();
    const { books } = door.ledger;
    const at = books.clock();
    const before = this.#awake.get(token);
    if (before !== undefined && at - before.at < EVERY_MILLISECONDS) return before.touched;
    const hash = books.keys.blindIndex('session', token);
    const touched = books.write((writing) => touchSession(writing, hash), { whileBehind: true, uncounted: true });
    this.#awake.set(token, { at, touched });
    return touched;
  }
}

/** What an office is opened with besides, where it has it. */
export function servedAs({
  authority,
  lines,
  pace,
}: {
  authority: CertificateAuthority | null;
  lines: LineRegister | null;
  pace: Pace | null;
}) {
  return {
    ...(authority === null ? {} : { authority }),
    ...(lines === null ? {} : { lines }),
    ...(pace === null ? {} : { pace: () => pace }),
  };
}

export type AnySetting = SettingName | TextSettingName;

export function changeSetting({ ledger }: Dispatcher, name: AnySetting, value: number | string): Promise<void> {
  return ledger.books.write(async (writing) => {
    const record = { actor: 'system', verb: 'setting.change', subject: name, outcome: 'done' };
    const row = { name, value: String(value), audit_seq: await appendAudit(writing, record) };
    await writing.query.insertInto('setting').values(row).execute();
  });
}

/** Through which door a test asks: the first that may ask for the verb. */
export function doorOf(verb: LedgerVerb): Door {
  return policyOf(verb).doors[0];
}

/** Every piece of an answer file, one after the other. */
export async function wholeAnswer(pieceAt: (offset: number) => Promise<Output<'answer.piece'>>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for (let offset = 0, isLast = false; !isLast;) {
    const next = await pieceAt(offset);
    pieces.push(next.piece);
    offset += next.piece.length;
    ({ isLast } = next);
  }
  return Buffer.concat(pieces);
}

/** A file as a window sends it. */
export function inChunks(bytes: Uint8Array): { readonly offset: number; readonly chunk: Uint8Array }[] {
  const count = Math.ceil(bytes.length / INTAKE_PIECE_BYTES);
  return Array.from({ length: count }, (_, nth) => {
    const offset = nth * INTAKE_PIECE_BYTES;
    return { offset, chunk: bytes.subarray(offset, offset + INTAKE_PIECE_BYTES) };
  });
}
