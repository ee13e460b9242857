/**
 * The parser of the whole lint run: every script of the house, those within .vue files too, in one TypeScript program. The usual way
 * puts each .vue file's script into the program as it comes, and each time all types are worked out anew: half of the run.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

interface Options {
  readonly filePath?: string;
}

/** The package's own type leaves out what it is given. */
const parser = tseslint.parser as { parseForESLint(code: string, options: object): Linter.ESLintParseResult };

/** For .ts files, and for what vue-eslint-parser hands on. The tsconfig.json of `root` names the files. */
export function parserOfOneProgram(root: string): Linter.Parser {
  const program = programOf(root);
  return {
    meta: { name: 'one-program', version: ts.version },
    parseForESLint(code: string, options: Options) {
      // What stands in a template comes in pieces, and has no types in the usual way either.
      const isWhole = program.getSourceFile(options.filePath ?? '')?.text === code;
      return parser.parseForESLint(code, { ...options, ...(isWhole ? { programs: [program] } : {}) });
    },
  };
}

function programOf(root: string): ts.Program {
  const config: unknown = ts.readConfigFile(join(root, 'tsconfig.json'), (name) => ts.sys.readFile(name)).config;
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root, undefined, undefined, undefined, [
    { extension: '.vue', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred },
  ]);
  const scripts = new Map(fileNames.filter((name) => name.endsWith('.vue')).map((name) => [name, scriptOf(name)]));
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, target, ...rest) => {
    const script = scripts.get(name);
    return script === undefined
      ? read(name, target, ...rest)
      : ts.createSourceFile(name, script, target, true, ts.ScriptKind.TS);
  };
  return ts.createProgram({ rootNames: fileNames, options: { ...options, allowNonTsExtensions: true }, host });
}

/** As vue-eslint-parser hands it on, which is not how it stands in the file. */
function scriptOf(filePath: string): string {
  let script = '';
  const listening = {
    parseForESLint(code: string, options: Options) {
      // Of the pieces of a template and of styles it says that they have no project.
      if (!('project' in options)) script = code;
      return parser.parseForESLint(code, options);
    },
  };
  vueParser.parseForESLint(readFileSync(filePath, 'utf8'), { filePath, sourceType: 'module', parser: listening });
  return script;
}
