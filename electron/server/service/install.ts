/** `serve --install`: shows what makes the server a service of this computer, and writes it when that is wanted (docs/server.md 6). */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { refusingDisk } from '../../disk/disk-refusal.ts';
import { readNote } from '../../disk/office-note.ts';
import { addressText } from '../../line/address-text.ts';
import { UsageError, type OptionValues } from '../../ledger/commands/command.ts';
import { keysFolder } from '../../ledger/commands/open-office.ts';
import { listenAddress } from '../listen-address.ts';
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
 * Throws RefusalError OFFICE_ABSENT, KEY_MISSING, and for what the disk does.
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
  }
  const next = isWindows
    ? [`schtasks /Create /TN "Medicard Counter" /XML "${path}"`, 'schtasks /Run /TN "Medicard Counter"']
    : ['systemctl daemon-reload', 'systemctl enable --now medicard-counter'];
  return { path, text, written, next };
}

function planOf(folder: string, options: OptionValues): ServicePlan {
  const { host, port } = listenAddress(options.listen);
  const web = webOptions(options);
  if (port === 0 || web?.port === 0) throw new UsageError('--install takes a port that stays');
  const webAddress = web === null ? '' : addressText(web.host, web.port);
  const note = noteSchema.safeParse(readNote(folder));
  if (!note.success) throw new RefusalError('OFFICE_ABSENT', { folder });
  const keys = keysFolder();
  const key = join(keys, `${note.data.officeId}.key`);
  if (!existsSync(key)) throw new RefusalError('KEY_MISSING', { path: key });
  const [, script = ''] = process.argv;
  const program = [process.execPath, ...process.execArgv, script] as const;
  const place = resolve(import.meta.dirname, '../../..');
  return {
    ...{ program, place, folder, keysFolder: resolve(keys), listen: addressText(host, port), user: ownerOf(folder) },
    web: web && { address: webAddress, words: webWords(web, webAddress) },
  };
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

/** Nobody is asked where there is no terminal: then it is shown alone. */
async function saysYes(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('Write it? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
