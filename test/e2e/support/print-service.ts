/**
 * A print scheduler of the tests' own: a real cupsd on a socket of its own with Debian's cups-pdf as its printer, so that
 * the machine's printers are neither needed nor touched. Needs root, as cups-pdf runs as nobody else.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { folderSays } from './folder-says.ts';

const run = promisify(execFile);
const printerDescription = '/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd';
const finished = /PDF creation successfully finished/g;

export interface PrintService {
  /** What `CUPS_SERVER` must say. */
  readonly server: string;
  /** Adds a printer that writes what it prints into the paper folder, and makes it the default one. */
  addPrinter(name: string): Promise<void>;
  /** What is given to it from now on waits. */
  standsStill(name: string): Promise<void>;
  /** Waits until so many documents have come out, and answers their files, oldest first. */
  paper(count: number): Promise<readonly string[]>;
  /** The very bytes the scheduler was given, oldest job first. */
  received(): readonly Buffer[];
  stop(): Promise<void>;
}

export async function startPrintService(): Promise<PrintService> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/sbin/cupsd') || !existsSync(printerDescription)) {
    throw new Error('A print queue needs root and Debian: apt-get install -y cups printer-driver-cups-pdf');
  }
  const folder = layOutFolder();
  const server = join(folder, 'cups.sock');
  const words = ['-f', '-c', join(folder, 'etc', 'cupsd.conf'), '-s', join(folder, 'etc', 'cups-files.conf')];
  const scheduler = spawn('/usr/sbin/cupsd', words, { stdio: 'ignore' });
  const paperSettings = `/etc/cups/cups-pdf-${basename(folder)}.conf`;
  writeFileSync(paperSettings, cupsPdfSettings(folder));
  await folderSays(folder, () => existsSync(server));
  return {
    server,
    async addPrinter(name) {
      const place = ['-v', `cups-pdf:/${basename(folder)}`, '-P', printerDescription];
      // Of all ways from PDF to PostScript this one alone keeps which character each glyph stands for.
      const words = ['-p', name, '-E', ...place, '-o', 'pdftops-renderer-default=pdftocairo'];
      const env = { ...process.env, CUPS_SERVER: server };
      await run('/usr/sbin/lpadmin', words, { env });
      await run('/usr/sbin/lpadmin', ['-d', name], { env });
    },
    async standsStill(name) {
      await run('/usr/sbin/cupsdisable', [name], { env: { ...process.env, CUPS_SERVER: server } });
    },
    async paper(count) {
      await folderSays(join(folder, 'log'), () => printedSoFar(folder) >= count);
      return readdirSync(join(folder, 'paper'))
        .sort((one, other) => jobOf(one) - jobOf(other))
        .map((name) => join(folder, 'paper', name));
    },
    received: () =>
      readdirSync(join(folder, 'spool'))
        .filter((name) => name.startsWith('d'))
        .sort()
        .map((name) => readFileSync(join(folder, 'spool', name))),
    async stop() {
      await ended(scheduler);
      rmSync(paperSettings, { force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function layOutFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'medicard-cups-'));
  // The scheduler's filters run as a user of their own.
  chmodSync(folder, 0o755);
  for (const name of ['etc', 'etc/ppd', 'spool', 'cache', 'state', 'scratch', 'log', 'paper', 'backend']) {
    mkdirSync(join(folder, name));
  }
  chmodSync(join(folder, 'scratch'), 0o1777);
  writeFileSync(join(folder, 'etc', 'cups-files.conf'), schedulerFiles(folder));
  writeFileSync(join(folder, 'etc', 'cupsd.conf'), schedulerSettings(folder));
  return folder;
}

function schedulerFiles(folder: string): string {
  return `ServerRoot ${folder}/etc
RequestRoot ${folder}/spool
CacheDir ${folder}/cache
StateDir ${folder}/state
TempDir ${folder}/scratch
AccessLog ${folder}/log/access
ErrorLog ${folder}/log/error
PageLog ${folder}/log/page
SystemGroup root
`;
}

function schedulerSettings(folder: string): string {
  return `Listen ${folder}/cups.sock
Browsing No
DefaultAuthType None
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
}

/** Every document gets the number of its job, so that none takes the place of another. */
function cupsPdfSettings(folder: string): string {
  return `Out ${folder}/paper
AnonDirName ${folder}/paper
Log ${folder}/log
Spool ${folder}/backend
Label 1
TitlePref 1
`;
}

function printedSoFar(folder: string): number {
  const logs = readdirSync(join(folder, 'log')).filter((name) => name.startsWith('cups-pdf'));
  return logs.flatMap((name) => readFileSync(join(folder, 'log', name), 'utf8').match(finished) ?? []).length;
}

function jobOf(file: string): number {
  return Number(/job_(\d+)/.exec(file)?.[1] ?? '0');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill();
  await gone;
}
