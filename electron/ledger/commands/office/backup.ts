/** `backup OUT` and `restore FILE --data NEWDIR`. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { parseRecoveryKey } from '../../../contract/office/recovery-key.ts';
import { readingReason } from '../../../disk/disk-refusal.ts';
import { verbs, type Output } from '../../../contract/verbs.ts';
import { backupFacts, backupOpensWith } from '../../books/backup.ts';
import { folderIsEmpty } from '../../books/data-folder.ts';
import { keysFolder, readKeyFile, writeKeyFile, writePinKeyFile } from '../../books/sealing/key-file.ts';
import { Dispatcher } from '../../dispatch/dispatcher.ts';
import { onlyArgument, UsageError, type Command } from '../command.ts';
import { COMMAND_LINE_ORIGIN, operatorName, tellProgress } from '../acting.ts';
import { asActingClerk, withEnd } from '../acting-clerk.ts';
import { piecesOf } from '../given-pieces.ts';
import { ask, askFor, type OpenedOffice } from '../opened-office.ts';
import { clock, withOffice } from '../open-office.ts';
import { writeWhole } from '../output-file.ts';

export const backup: Command = async ({ args, options, folder }) => {
  const out = onlyArgument(args, 'file');
  if (existsSync(out)) throw new RefusalError('OUTPUT_FAILED', { path: out, reason: 'disk-name-taken' });
  if (!existsSync(dirname(resolve(out))))
    throw new RefusalError('OUTPUT_FAILED', { path: dirname(out), reason: 'disk-not-there' });
  await withOffice(folder, async (office) => {
    await asActingClerk(office, options, (token) => ask(office, 'backup.make', {}, token));
    // After the clerk has signed out, so that the copy lacks nothing of the anchor.
    const asked = { sessionToken: null, operator: operatorName() };
    if (office.own === null) await fetchCopy(office, out);
    else await office.own.perform('backup.make', asked, ({ books }) => books.backUp(out));
  });
  const facts = await backupFacts(out);
  return {
    json: { ...facts, verified: true },
    text: `${out}: ${facts.bytes} bytes, verified, SHA-256 ${facts.sha256}`,
  };
};

/** A server opens no path that it is told: the copy is made beside its books, and comes here in pieces. */
async function fetchCopy(office: OpenedOffice, out: string): Promise<void> {
  const { copyId, sha256 } = await askFor(office, 'backup.copy', {}, null);
  const drop = async (): Promise<void> => {
    await ask(office, 'backup.drop', { copyId }, null);
  };
  const pieces = piecesOf((offset) => askFor(office, 'backup.piece', { copyId, offset }, null));
  await withEnd(() => writeWhole(out, pieces, { sha256 }), drop);
}

export const restore: Command = async ({ args, options, folder }) => {
  const file = onlyArgument(args, 'file');
  if (options.data === undefined) throw new UsageError('--data NEWDIR is missing');
  if (!existsSync(file)) throw new RefusalError('FILE_UNREADABLE', { reason: readingReason('ENOENT') });
  if (!statSync(file).isFile()) throw new RefusalError('FILE_UNREADABLE', { reason: readingReason('EISDIR') });
  if (!folderIsEmpty(folder)) throw new RefusalError('FOLDER_NOT_EMPTY', { folder });
  const dataKey = keyOf(file);
  const officeId = randomUUID();
  const door = new Dispatcher({ folder, keysFolder: keysFolder(), officeId, dataKey, clock, report: tellProgress });
  try {
    const operator = operatorName();
    const request = { verb: 'office.restoreFrom', sessionToken: null, ...COMMAND_LINE_ORIGIN, operator } as const;
    const recoveryKeyTyped = process.env['MEDICARD_RECOVERY_KEY'] !== undefined;
    const { reply } = await door.answer({ ...request, input: { path: file, recoveryKeyTyped } });
    if (!reply.ok) throw new RefusalError(reply.error.code, reply.error.details);
    const office = verbs['office.restoreFrom'].output.parse(reply.value);
    keepKey(office.officeId, dataKey);
    keepPinKey(office.officeId);
    const facts = await backupFacts(file);
    const { madeAt, recordsBehind, staysShut } = office;
    return { json: { ...facts, verified: true, madeAt, recordsBehind, staysShut }, text: restoredText(folder, office) };
  } finally {
    dataKey.fill(0);
    door.close();
  }
};

function restoredText(folder: string, office: Output<'office.restoreFrom'>): string {
  const { code, name, madeAt, recordsBehind, staysShut } = office;
  const lines = [
    `Office ${code} ${name} is restored in ${folder}, as a copy with an anchor of its own.`,
    `The copy was made at ${madeAt}; what was done later is not in it.`,
  ];
  if (recordsBehind > 0) lines.push(`The office's own anchor here is ${recordsBehind} audit records ahead of it.`);
  if (staysShut)
    lines.push('Newer books were worked in here: two persons open these with open-behind, or put the newer ones back.');
  return lines.join('\n');
}

/** The recovery key in MEDICARD_RECOVERY_KEY, else the kept key that opens the file. Throws RefusalError KEY_WRONG. */
function keyOf(file: string): Uint8Array {
  const typed = process.env['MEDICARD_RECOVERY_KEY'];
  if (typed !== undefined) {
    const dataKey = parseRecoveryKey(typed);
    if (dataKey === null) throw new RefusalError('KEY_WRONG', {});
    return dataKey;
  }
  const folder = keysFolder();
  const offices = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.key')) : [];
  const keys = offices.map((name) => readKeyFile(name.slice(0, -'.key'.length), folder));
  const fitting = keys.find((dataKey) => backupOpensWith(file, dataKey));
  if (fitting === undefined) throw new RefusalError('KEY_WRONG', { path: folder });
  return fitting;
}

/** The PIN key in MEDICARD_PIN_RECOVERY_KEY, for the desktop program: nothing here takes a PIN. */
function keepPinKey(officeId: string): void {
  const typed = process.env['MEDICARD_PIN_RECOVERY_KEY'];
  if (typed === undefined) return;
  const pinKey = parseRecoveryKey(typed);
  if (pinKey === null) throw new RefusalError('KEY_WRONG', {});
  writePinKeyFile(officeId, pinKey);
}

function keepKey(officeId: string, dataKey: Uint8Array): void {
  if (!existsSync(`${keysFolder()}/${officeId}.key`)) writeKeyFile(officeId, dataKey);
}
