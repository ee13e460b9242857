/**
 * What the packed program may be started with. Chromium and Node read a command line as well, and much of what they
 * take opens the program up: a debugger's port, foreign code, no sandbox. So it is not what is known to be dangerous
 * that is refused, but everything that is not known to be the program's own.
 */

import { isKioskOption } from '../kiosk/kiosk-wish.ts';

/** Why the program does not start; `at` is the argument or the variable. */
export interface RefusedStart {
  readonly kind: 'argument' | 'variable';
  readonly at: string;
}

const optionWithFolder = '--data';
const plainOptions: ReadonlySet<string> = new Set(['--demo']);

/** Prefixes of the variables by which Electron and Node are told what to do. */
const runtimePrefixes = ['ELECTRON_', 'NODE_'];

/** Of those, what changes nothing about whose code runs and who listens to it. */
const harmlessVariables: ReadonlySet<string> = new Set([
  'ELECTRON_NO_ATTACH_CONSOLE',
  'ELECTRON_OZONE_PLATFORM_HINT',
  'NODE_ENV',
  // The sealed runtime does not read it; banks set it for other programs.
  'NODE_EXTRA_CA_CERTS',
]);

/** @param args the command line behind the executable. */
export function refusedStart(args: readonly string[], env: NodeJS.ProcessEnv): RefusedStart | null {
  const arg = refusedArgument(args);
  if (arg !== null) return { kind: 'argument', at: arg };
  const variable = Object.keys(env).find(isRuntimeVariable);
  return variable === undefined ? null : { kind: 'variable', at: variable };
}

/** One line a language, for whoever started it: what happened, what was kept, what to do. No value is repeated. */
export function refusedStartText({ kind, at }: RefusedStart): string {
  const name = at
    .replace(/=.*$/s, '')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 60);
  const chinese = kind === 'argument' ? `启动参数“${name}”` : `环境变量“${name}”`;
  const english = kind === 'argument' ? `the argument '${name}'` : `the environment variable '${name}'`;
  return [
    `医保卡柜台未启动：不接受${chinese}。账务未受影响。请去掉它后重新启动；允许的参数只有 --data 文件夹、--demo 和 --kiosk 网址。`,
    `Medicard Counter did not start: ${english} is not accepted. The books were not touched. Start it again without; the only arguments are --data FOLDER, --demo and --kiosk ADDRESS.`,
  ].join('\n');
}

function refusedArgument(args: readonly string[]): string | null {
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (plainOptions.has(arg)) continue;
    if (arg === optionWithFolder || isKioskOption(arg)) {
      at += 1;
      if (!isFolder(args[at])) return args[at] ?? arg;
    } else if (!arg.startsWith(`${optionWithFolder}=`) || !isFolder(arg.slice(optionWithFolder.length + 1))) {
      return arg;
    }
  }
  return null;
}

/** Chromium takes every word that begins like a switch for one, wherever it stands; on Windows a slash begins one too. */
function isFolder(arg: string | undefined): boolean {
  const begins = process.platform === 'win32' ? /^[-/]/ : /^-/;
  return arg !== undefined && arg.trim() !== '' && !begins.test(arg.trim());
}

/** Windows knows no case in the names of variables. */
function isRuntimeVariable(name: string): boolean {
  const upper = name.toUpperCase();
  return runtimePrefixes.some((prefix) => upper.startsWith(prefix)) && !harmlessVariables.has(upper);
}
