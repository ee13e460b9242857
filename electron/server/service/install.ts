/** `serve --install`: shows what makes the server a service of this computer, and writes it when that is wanted (docs/server.md 6). */
import { chownSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { refusingDisk } from '../../disk/disk-refusal.ts';
import { readNote } from '../../disk/office-note.ts';
import { addressText } from '../../line/address-text.ts';
import { UsageError, type OptionValues } from '../../ledger/commands/command.ts';
import { keysFolder } from '../../ledger/commands/open-office.ts';
import { listenAddress } from '../listen-address.ts';
import { backupOption, namedBackups, usePlace } from '../../ledger/commands/backup-option.ts';
import { gatewaySecret, messagePlace, messageWords } from '../messages/message-options.ts';
import { telephoneAsked, telephoneWords } from '../telephone/telephone-asked.ts';
import { webOptions, webWords } from '../web/web-options.ts';
import { scheduledTask, systemdUnit, type ServicePlan } from './service-definition-rules.ts';

interface Installed {
  readonly path: string;
  readonly text: string;
  readonly written: boolean;
  /** What is given next, by somebody who may. */
  readonly next: readonly string[];
}

const noteSchema = z.object({ officeId: z.string() });

const UNIT = '/etc/systemd/system/medicard-counter.service';
const TASK = 'medicard-counter.xml';
/** Nothing secret stands in it, and whoever looks after the computer may read it. */
const READABLE = 0o644;

/**
 * @param show is given the text before anybody is asked whether it is to be written.
 * Throws RefusalError OFFICE_ABSENT, KEY_MISSING, and for what the disk does; UsageError for what would not start.
 */
export async function install(folder: string, options: OptionValues, show: (text: string) => void): Promise<Installed> {
  const isWindows = process.platform === 'win32';
  const plan = planOf(folder, options);
  const path = resolve(options.out ?? (isWindows ? TASK : UNIT));
  const text = textOf(plan, isWindows);
  show(`${path}:\n${text}`);
  const written = options.yes === true || (await saysYes());
  if (written) {
    // The task scheduler reads what it wrote itself: UTF-16 with its mark.
    const bytes = isWindows ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text);
    refusingDisk(() => writeFileSync(path, bytes, { mode: READABLE }));
    await makeUsualPlace(folder, options);
  }
  const next = isWindows
    ? [`schtasks /Create /TN "Medicard Counter" /XML "${path}"`, 'schtasks /Run /TN "Medicard Counter"']
    : ['systemctl daemon-reload', 'systemctl enable --now medicard-counter'];
  return { path, text, written, next };
}

function planOf(folder: string, options: OptionValues): ServicePlan {
  const { host, port } = listenAddress(options.listen);
  const doors = doorsOf(options);
  if (port === 0 || doors.some((door) => door.port === 0)) throw new UsageError('--install takes a port that stays');
  const note = noteSchema.safeParse(readNote(folder));
  if (!note.success) throw new RefusalError('OFFICE_ABSENT', { folder });
  const keys = keysFolder();
  const key = join(keys, `${note.data.officeId}.key`);
  if (!existsSync(key)) throw new RefusalError('KEY_MISSING', { path: key });
  const messages = messagePlace(options);
  // A service has the file alone: whoever may read its definition would read what stands in it.
  if (messages !== null && 'gateway' in messages) gatewaySecret(undefined, keys);
  const [, script = ''] = process.argv;
  const program = [process.execPath, ...process.execArgv, script] as const;
  const place = resolve(import.meta.dirname, '../../..');
  return {
    ...{ program, place, folder, keysFolder: resolve(keys), listen: addressText(host, port), user: ownerOf(folder) },
    doors: doors.map((door) => addressText(door.host, door.port)),
    more: [...doors.flatMap(({ words }) => words), ...messageWords(messages), ...namedBackups(options)],
    written: [
      ...(messages !== null && 'file' in messages ? [dirname(messages.file)] : []),
      ...backupOption(folder, options).map(({ path: place }) => place),
    ],
  };
}

interface OtherDoor {
  readonly host: string;
  readonly port: number;
  /** Of the command line. */
  readonly words: readonly string[];
}

/** The holders' and the callers'. */
function doorsOf(options: OptionValues): OtherDoor[] {
  const web = webOptions(options);
  const calls = telephoneAsked(options);
  return [
    ...(web === null ? [] : [{ ...web, words: webWords(web, addressText(web.host, web.port)) }]),
    ...(calls === null ? [] : [{ ...calls.place, words: telephoneWords(calls) }]),
  ];
}

/** Whoever installs it may be the system's administrator; it runs as the owner of the books. */
function ownerOf(folder: string): string {
  const { uid, username } = userInfo();
  const owner = refusingDisk(() => statSync(folder)).uid;
  return uid === -1 || owner === uid ? username : String(owner);
}

function textOf(plan: ServicePlan, isWindows: boolean): string {
  try {
    return isWindows ? scheduledTask(plan) : systemdUnit(plan);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

/** The service may make no folder beside the office's, so the usual place of copies is made with its definition, for the owner of the books. */
async function makeUsualPlace(folder: string, options: OptionValues): Promise<void> {
  for (const place of backupOption(folder, options).filter(({ isUsual }) => isUsual)) {
    await usePlace(place);
    const { uid, gid } = refusingDisk(() => statSync(folder));
    if (process.getuid?.() === 0) refusingDisk(() => chownSync(place.path, uid, gid));
  }
}

/** Nobody is asked where there is no terminal: then it is shown alone. */
async function saysYes(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('Write it? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
