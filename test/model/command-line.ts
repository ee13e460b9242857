/**
 * Runs the real command line in a process of its own, on a folder and keys of its own. In `npm test`, which has just built it, it runs
 * out of one file; else out of its sources, whose hundreds of files take two thirds of the time of a command.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const PROGRAM = process.env['TESTS_BUILT_PROGRAM'] === '1' ? 'out/ledger/cli.js' : 'electron/ledger/cli.ts';
/** Compiled code is kept from process to process. */
const COMPILED = join(projectRoot, 'node_modules/.cache/command-line');

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly problem: string;
}

interface Acting {
  readonly code: string;
  readonly password: string;
}

export interface CommandLine {
  readonly folder: string;
  readonly keys: string;
  /** What the processes find in theirs. */
  readonly environment: NodeJS.ProcessEnv;
  start(...words: string[]): ChildProcessByStdio<null, Readable, Readable>;
  run(...words: string[]): Promise<Ran>;
  /** With `--json`; the one value on standard output, parsed. */
  json(...words: string[]): Promise<any>;
  /** Acting clerk and second person, if there is one, from now on. */
  actAs(clerk: Acting | null, second?: Acting): void;
}

/** @param place of an office that is there already. */
export function commandLine(place?: Pick<CommandLine, 'folder' | 'keys'>): CommandLine {
  const home = mkdtempSync(join(tmpdir(), 'medicard-cli-'));
  const { folder, keys } = place ?? { folder: join(home, 'office'), keys: join(home, 'keys') };
  const environment: NodeJS.ProcessEnv = {
    ...{ ...process.env, MEDICARD_KEYS: keys, HOME: home },
    NODE_COMPILE_CACHE: COMPILED,
  };
  let people: string[] = [];
  const start: CommandLine['start'] = (...words) => {
    const script = join(projectRoot, PROGRAM);
    const args = [script, ...words, ...(words.includes('--data') ? [] : ['--data', folder]), ...people];
    return spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  };
  const run: CommandLine['run'] = (...words) =>
    new Promise((resolve, reject) => {
      const child = start(...words);
      let [out, problem] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (piece: string) => (out += piece));
      child.stderr.setEncoding('utf8').on('data', (piece: string) => (problem += piece));
      child.on('error', reject);
      child.on('close', (exit) => resolve({ exit, out, problem }));
    });
  return {
    folder,
    keys,
    environment,
    start,
    run,
    json: async (...words) => JSON.parse((await run(...words, '--json')).out),
    actAs(clerk, second) {
      people = [
        ...(clerk === null ? [] : ['--as', clerk.code]),
        ...(second === undefined ? [] : ['--authorised-by', second.code]),
      ];
      environment['MEDICARD_PASSWORD'] = clerk?.password;
      environment['MEDICARD_AUTH_PASSWORD'] = second?.password;
    },
  };
}
