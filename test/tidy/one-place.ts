/** What is defined in one place only: SQL in rows and books, colours, shortcuts and the focus (docs/style.md 9). */
import { isScript, isTest, matches, type Breach, type FileRule, type HouseFile } from './house-files.ts';
import { literalText, nodeBreaches } from './syntax.ts';

const statement =
  /\bSELECT\b[\s\S]+\bFROM\b|\bINSERT (OR \w+ )?INTO\b|\bUPDATE \w+ SET\b|\bDELETE FROM\b|\b(CREATE|DROP|ALTER) (TABLE|INDEX|TRIGGER|VIEW)\b|\bPRAGMA \w+|^\s*(select\s[\s\S]+\sfrom\s+\w+|insert into \w+|update \w+ set\b|delete from \w+|pragma \w+)/;

/** The floor of a wing that speaks to the database, and the engine's own folder. */
const rows = /^electron\/ledger\/(books\/|month-end\/allocation\/staging\/|.*-(rows|checks)\.ts$)/;

const sqlInRows: FileRule = {
  name: 'SQL is written in electron/ledger/books and in files that end in -rows.ts or -checks.ts',
  applies: (path) => isScript(path) && !isTest(path) && !rows.test(path),
  breaches: (file) =>
    nodeBreaches(file, (node) => {
      const text = literalText(node);
      return text !== null && statement.test(text) ? text.trim().slice(0, 60) : null;
    }),
  bad: [
    { path: 'electron/ledger/loss/a.ts', text: "run('SELECT balance FROM account');" },
    {
      path: 'electron/ledger/loss/loss-rules.ts',
      text: 'run(`insert into ${table} values (1)`, `delete from audit`);',
    },
    { path: 'electron/main/a.ts', text: "run('PRAGMA synchronous');" },
  ],
  good: [
    { path: 'electron/ledger/loss/loss-rows.ts', text: "run('SELECT balance FROM account');" },
    { path: 'renderer/a.ts', text: "say('Select a period from the list', 'UPDATE the office'); // SELECT 1 FROM a" },
  ],
};

const tokens = /^renderer\/shared\/.*\btokens\.(css|ts)$/;
const colour =
  /(?<![&\w/])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|hwb|oklch|oklab|lab|lch)\((?!from\b)/gi;
const namedColour =
  /(?:color|background|border(?:-\w+)*|fill|stroke|outline|shadow)\s*:[^;\n]*\b(?:red|green|blue|white|black|gr[ae]y|silver|orange|yellow|teal|purple|brown)\b(?!-)/gi;

const coloursInTokens: FileRule = {
  name: 'colours are written in the tokens of renderer/shared only',
  applies: (path) => path.startsWith('renderer/') && /\.(vue|css|ts|html)$/.test(path) && !tokens.test(path),
  breaches: (file) => colourBreaches(file),
  bad: [
    { path: 'renderer/teller/A.vue', text: '<style>a { color: #0a7; }</style>' },
    { path: 'renderer/teller/a.css', text: 'a { background: rgb(0 0 0 / 20%); }' },
    { path: 'renderer/teller/a.css', text: 'a { border: 1px solid white; }' },
    { path: 'renderer/teller/a.ts', text: "chart.stroke('#0A7F7F');" },
  ],
  good: [
    {
      path: 'renderer/teller/A.vue',
      text: '<template #header><a href="#top">1</a></template><style>a { color: var(--ink); }</style>',
    },
    { path: 'renderer/teller/a.ts', text: 'class A { #seed = 1; } // #123 is a number' },
    { path: 'renderer/teller/a.css', text: 'a { white-space: nowrap; border: 0; }' },
  ],
};

/** Comments may tell what a token looks like; they paint nothing. */
function colourBreaches(file: HouseFile): Breach[] {
  const bare = file.text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|<!--[\s\S]*?-->/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
  const painted = { path: file.path, text: bare };
  return [...matches(painted, colour, (text) => text), ...matches(painted, namedColour, (text) => text)];
}

const registry = /^renderer\/shared\/.*keyboard|^renderer\/teller\/[^/]+\/[^/]+-task\.ts$/;
const shortcutLiteral = /^F([1-9]|1[0-2])$|\b(Ctrl|Control|Alt|Meta|Cmd|Shift) ?\+ ?\w/;
const shortcutInTemplate = /@key(?:down|up|press)(?:\.\w+)*\.(?:f\d+|ctrl|alt|meta)\b|\baccesskey=/g;

const shortcutsInRegistry: FileRule = {
  name: 'shortcuts are written in renderer/shared/keyboard and where a task announces itself only',
  applies: (path) => path.startsWith('renderer/') && isScript(path) && !registry.test(path),
  breaches: (file) => [
    ...nodeBreaches(file, (node) => {
      const text = literalText(node);
      return text !== null && shortcutLiteral.test(text) ? text : null;
    }),
    ...matches(file, shortcutInTemplate, (text) => text),
  ],
  bad: [
    { path: 'renderer/teller/a.ts', text: "if (event.key === 'F2') open();" },
    { path: 'renderer/teller/A.vue', text: '<template><a @keydown.ctrl.s="save" /></template>' },
    { path: 'renderer/shared/i18n/en.ts', text: "export const en = { save: 'Save (Ctrl+S)' };" },
    { path: 'renderer/teller/loss/loss-words.ts', text: "export const words = { hint: 'Alt+T opens the telephone' };" },
  ],
  good: [
    { path: 'renderer/teller/loss/loss-task.ts', text: "export const lossTask = defineTask({ key: 'F5' });" },
    { path: 'renderer/teller/A.vue', text: '<template><input @keydown.enter="next" @keydown.esc="back" /></template>' },
  ],
};

const focusRules = /^renderer\/(shared\/keyboard|gallery)\//;

const focusInKeyboard: FileRule = {
  name: 'which place has the focus is asked in renderer/shared/keyboard only',
  applies: (path) => path.startsWith('renderer/') && isScript(path) && !focusRules.test(path),
  breaches: (file) => matches(file, /\bactiveElement\b/g, (text) => text),
  bad: [{ path: 'renderer/teller/loss/LossPane.vue', text: '<script>const before = document.activeElement;</script>' }],
  good: [{ path: 'renderer/teller/loss/LossPane.vue', text: '<script>const before = focusedPlace();</script>' }],
};

export const onePlace: readonly FileRule[] = [sqlInRows, coloursInTokens, shortcutsInRegistry, focusInKeyboard];
