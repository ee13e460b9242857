/**
 * What the packed program may be started with. Chromium and Node read a command line as well, and much of what they
 * take opens the program up: a debugger's port, foreign code, no sandbox. So it is not what is known to be dangerous
 * that is refused, but everything that is not known to be the program's own.
 */

/** Why the program does not start; `at` is the word or the variable. */
export interface RefusedStart {
  readonly kind: 'word' | 'variable';
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

/** @param words the command line behind the executable. */
export function refusedStart(words: readonly string[], env: NodeJS.ProcessEnv): RefusedStart | null {
  const word = refusedWord(words);
  if (word !== null) return { kind: 'word', at: word };
  const variable = Object.keys(env).find(isRuntimeVariable);
  return variable === undefined ? null : { kind: 'variable', at: variable };
}

/** One line a language, for whoever started it: what happened, what was kept, what to do. No value is repeated. */
export function refusedStartText({ kind, at }: RefusedStart): string {
  const name = at
    .replace(/=.*$/s, '')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 60);
  const chinese = kind === 'word' ? `启动参数“${name}”` : `环境变量“${name}”`;
  const english = kind === 'word' ? `the argument '${name}'` : `the environment variable '${name}'`;
  return [
    `医保卡柜台未启动：不接受${chinese}。账务未受影响。请去掉它后重新启动；允许的参数只有 --data 文件夹 和 --demo。`,
    `Medicard Counter did not start: ${english} is not accepted. The books were not touched. Start it again without; the only arguments are --data FOLDER and --demo.`,
  ].join('\n');
}

function refusedWord(words: readonly string[]): string | null {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (plainOptions.has(word)) continue;
    if (word === optionWithFolder) {
      at += 1;
      if (!isFolder(words[at])) return words[at] ?? word;
    } else if (!word.startsWith(`${optionWithFolder}=`) || !isFolder(word.slice(optionWithFolder.length + 1))) {
      return word;
    }
  }
  return null;
}

/** Chromium takes every word that begins like a switch for one, wherever it stands; on Windows a slash begins one too. */
function isFolder(word: string | undefined): boolean {
  const begins = process.platform === 'win32' ? /^[-/]/ : /^-/;
  return word !== undefined && word.trim() !== '' && !begins.test(word.trim());
}

/** Windows knows no case in the names of variables. */
function isRuntimeVariable(name: string): boolean {
  const upper = name.toUpperCase();
  return runtimePrefixes.some((prefix) => upper.startsWith(prefix)) && !harmlessVariables.has(upper);
}
