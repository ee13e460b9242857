/**
 * The walls of docs/architecture.md: who may import whom. test/tidy/walls.test.ts breaks each rule once and sees it reported.
 */

const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/** Each folder, and the folders it may import besides itself. A folder missing here may import nothing of the program. */
const mayImport = {
  'electron/main': ['electron/line', 'electron/disk', 'electron/contract'],
  // What opens a folder is in the commands; nothing imports the server.
  'electron/server': [
    'electron/line',
    'electron/disk',
    'electron/contract',
    'electron/ledger/dispatch',
    'electron/ledger/commands',
  ],
  'electron/line': ['electron/contract'],
  'electron/disk': ['electron/contract'],
  'electron/preload': ['electron/contract'],
  'electron/contract': [],
  'electron/ledger': ['electron/disk', 'electron/contract', 'electron/line'],
  'renderer/shared': ['electron/contract'],
  'renderer/teller': ['renderer/shared', 'electron/contract'],
  'renderer/customer': ['renderer/shared', 'electron/contract'],
  'renderer/holder': ['renderer/shared', 'electron/contract'],
  // Never bundled: it shows the windows on a fake program, which judges numbers as the ledger does.
  'renderer/gallery': ['renderer', 'electron/contract', 'electron/ledger/numbers'],
};

/**
 * The wings of the ledger, line by line from its doors down: a wing may import the wings of the lines below its own, and
 * no wing of its own line or above. A wing that no line names stands under the doors: nothing else is built on it.
 */
const doorLines = [['commands'], ['dispatch'], ['set-up'], ['demo']];
const sharedLines = [
  ['loss', 'month-end', 'sign-in', 'statement', 'holder'],
  ['second-person', 'verify'],
  ['interest'],
  ['request'],
  ['intake'],
  ['paper'],
  ['pin'],
  ['account', 'outbox'],
  ['office'],
  ['books'],
  ['numbers', 'names'],
];
const ledger = join(__dirname, '../electron/ledger');
const named = [...doorLines, ...sharedLines].flat();
const otherWings = readdirSync(ledger, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !named.includes(entry.name))
  .map(({ name }) => name);
const ledgerLines = [...doorLines, otherWings, ...sharedLines];

/** The tasks of the clerk's window, and what comes before them: what two of them need is a folder of its own. */
const teller = join(__dirname, '../renderer/teller');
const tellerTasks = ['first-run', 'sign-in'].concat(
  readdirSync(teller).filter((folder) => existsSync(join(teller, folder, `${folder}-task.ts`))),
);

/** What of ledger and server decides without I/O: files that end in `-rules.ts`, and two wings as a whole. */
const RULES = ['^electron/(ledger|server)/.*-rules\\.ts$', '^electron/ledger/(numbers|names)/'];

/** What draws paper. */
const PAPER = ['^electron/ledger/paper/', '^electron/ledger/[^/]+/paper/', '^electron/ledger/.*-paper\\.ts$'];

/** What speaks to the database. */
const ROWS = [
  '^electron/ledger/books/',
  '^electron/ledger/.*-(rows|checks)\\.ts$',
  '^electron/ledger/month-end/allocation/staging/',
];

/** What of the contract checks what comes from outside, by schemas. */
const SCHEMAS = [
  '^electron/contract/(.*-(verbs|views|schemas)|verbs|verb-list)\\.ts$',
  '^electron/contract/kernel/(vocabulary|paging|verb-definition|verb-policy)\\.ts$',
];

const ofTheProject = '^(electron|renderer|build|test)/';

/** Matches everything inside any of these folders. */
const inside = (...folders) => `^(${folders.join('|')})/`;

/** Matches these packages and all below them. */
const packages = (...names) => `node_modules/(${names.join('|')})(/|$)`;

const refuse = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const folderRules = Object.entries(mayImport).map(([folder, others]) =>
  refuse(
    `${folder.replaceAll('/', '-')}-imports`,
    `${folder} may import ${others.length === 0 ? 'nothing of the program' : others.join(', ')}.`,
    { path: inside(folder) },
    { path: ofTheProject, pathNot: inside(folder, ...others) },
  ),
);

// The first line may import every other: for it there is nothing to refuse.
const wingRules = ledgerLines.slice(1).flatMap((line, at) => {
  const reachable = ledgerLines.slice(at + 2).flat();
  return line.map((wing) =>
    refuse(
      `ledger-${wing}-imports`,
      `electron/ledger/${wing} may import ${reachable.join(', ') || 'no other wing'}.`,
      { path: inside(`electron/ledger/${wing}`) },
      {
        path: inside('electron/ledger'),
        pathNot: inside(...[wing, ...reachable].map((name) => `electron/ledger/${name}`)),
      },
    ),
  );
});

const placeRules = [
  refuse(
    'no-folder-outside-the-table',
    'Every folder has its line in the tables of docs/architecture.md.',
    {
      path: inside('electron', 'renderer'),
      pathNot: [
        inside(...Object.keys(mayImport).filter((folder) => folder !== 'electron/ledger')),
        inside(...ledgerLines.flat().map((wing) => `electron/ledger/${wing}`)),
        '^electron/ledger/[^/]+$',
        '\\.d\\.ts$',
      ],
    },
    { path: '.' },
  ),
  refuse(
    'only-commands-speak-over-a-line',
    'Of the ledger the commands speak over a line, to the server that has the folder open, and the PIN wing opens what came sealed.',
    { path: inside('electron/ledger'), pathNot: inside('electron/ledger/commands', 'electron/ledger/pin') },
    { path: inside('electron/line') },
  ),
  refuse(
    'tasks-are-apart',
    "Tasks of the clerk's window meet in shared places only.",
    { path: `^renderer/teller/(${tellerTasks.join('|')})/` },
    { path: `^renderer/teller/(${tellerTasks.join('|')})/`, pathNot: '^renderer/teller/$1/' },
  ),
  refuse(
    'the-kernel-is-below',
    'The kernel of the contract knows no wing of it.',
    { path: inside('electron/contract/kernel') },
    { path: inside('electron/contract'), pathNot: inside('electron/contract/kernel') },
  ),
];

const packageRules = [
  refuse(
    'contract-knows-only-zod',
    'The contract is read by every process and window: it needs nothing but zod.',
    { path: inside('electron/contract') },
    { pathNot: [inside('electron/contract'), packages('zod')] },
  ),
  refuse(
    'windows-load-no-schema',
    'A window checks nothing that comes from outside: schemas would cost its start, so it takes their types alone.',
    { path: inside('renderer'), pathNot: inside('renderer/gallery') },
    { path: [...SCHEMAS, packages('zod')], dependencyTypesNot: ['type-only'] },
  ),
  refuse(
    'words-load-no-schema',
    'What the windows use of the contract, values and words, stands apart from the schemas.',
    { path: inside('electron/contract'), pathNot: SCHEMAS },
    { path: [...SCHEMAS, packages('zod')], dependencyTypesNot: ['type-only'] },
  ),
  refuse(
    'electron-stays-outside-the-ledger',
    'Tests and the command line run the ledger on plain Node.',
    { path: inside('electron', 'renderer'), pathNot: inside('electron/main', 'electron/preload') },
    { path: ['^electron$', packages('electron')] },
  ),
  refuse(
    'windows-have-only-their-bridge',
    'A sandboxed window has no Node.',
    { path: inside('renderer') },
    { dependencyTypes: ['core'] },
  ),
  refuse(
    'preload-is-sandboxed',
    'A sandboxed preload has Electron and nothing of Node.',
    { path: inside('electron/preload') },
    { pathNot: [inside('electron/preload', 'electron/contract'), '^electron$', packages('electron')] },
  ),
  refuse(
    'rules-do-no-io',
    'Rules are decided without I/O: of Node they may use hashing only.',
    { path: RULES },
    { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  ),
  refuse(
    'rules-know-only-rules',
    'A rule is the lowest floor of its wing: it imports the contract and other rules.',
    { path: RULES },
    { path: ofTheProject, pathNot: [inside('electron/contract'), ...RULES] },
  ),
  refuse(
    'rows-are-below-use-cases',
    'Rows are read and written for use cases and papers, and know none of them.',
    { path: '^electron/ledger/.*-rows\\.ts$', pathNot: inside('electron/ledger/books') },
    { path: PAPER, pathNot: '-(rules|rows)\\.ts$' },
  ),
  refuse(
    'only-rows-know-the-database',
    'The only SQL is in electron/ledger/books and in files that end in -rows.ts or -checks.ts.',
    { path: inside('electron', 'renderer'), pathNot: ROWS },
    { path: packages('kysely') },
  ),
  refuse(
    'only-the-engine-knows-its-driver',
    "SQLite's driver is imported in electron/ledger/books/sqlite; what else there is of the program asks the port.",
    { path: inside('electron', 'renderer'), pathNot: inside('electron/ledger/books/sqlite') },
    { path: ['^(node:)?sqlite$', packages('better-sqlite3', '@types/better-sqlite3')] },
  ),
  refuse(
    'the-engine-is-behind-the-port',
    'An engine of the books is opened by the port in electron/ledger/books, and by nothing else.',
    { path: inside('electron'), pathNot: inside('electron/ledger/books') },
    { path: inside('electron/ledger/books/sqlite') },
  ),
  refuse(
    'only-papers-draw',
    'Paper is made in the folders paper/ and in files that end in -paper.ts.',
    { path: inside('electron', 'renderer'), pathNot: PAPER },
    { path: packages('pdfkit', 'fontkit', '@types/pdfkit', '@expo-google-fonts') },
  ),
  refuse(
    'only-codes-are-pictures',
    'A QR code is drawn on paper, and on the screen for the code with which a counter joins.',
    { path: inside('electron', 'renderer'), pathNot: [...PAPER, inside('renderer/teller/administration')] },
    { path: packages('qrcode', '@types/qrcode') },
  ),
  refuse(
    'only-the-line-knows-its-codec',
    'What goes over a line is encoded and decoded in electron/line.',
    { path: inside('electron', 'renderer'), pathNot: inside('electron/line') },
    { path: packages('cborg') },
  ),
  refuse(
    'only-the-authority-signs',
    "Certificates are made in electron/server/identity, where the office's authority is.",
    { path: inside('electron', 'renderer'), pathNot: inside('electron/server/identity') },
    { path: packages('@peculiar', 'reflect-metadata') },
  ),
  refuse(
    'only-the-web-speaks-http',
    "HTTP is spoken at the holders' door, and nowhere else.",
    { path: inside('electron', 'renderer'), pathNot: inside('electron/server/web') },
    { path: packages('fastify', '@fastify') },
  ),
  refuse(
    'only-main-prints',
    'Printers belong to main.',
    { path: inside('electron', 'renderer'), pathNot: inside('electron/main') },
    { path: packages('pdf-to-printer', 'unix-print') },
  ),
  refuse(
    'only-windows-show',
    'What draws screens stays in the windows.',
    { path: inside('electron') },
    { path: packages('vue', 'vue-i18n', 'pinia', 'pdfjs-dist') },
  ),
  refuse(
    'ships-what-it-imports',
    'What main, preload or ledger import at run time must be a dependency, not a development one.',
    { path: inside('electron') },
    {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only', 'npm'],
      path: 'node_modules/',
      pathNot: packages('electron', '@types'),
    },
  ),
];

const shapeRules = [
  refuse('no-cycles', 'Two files that need each other are one idea.', {}, { circular: true }),
  refuse(
    'no-orphans',
    'A file that nothing leads to goes.',
    { orphan: true, path: inside('electron', 'renderer'), pathNot: '\\.d\\.ts$' },
    {},
  ),
  refuse('imports-exist', 'What is imported is there.', {}, { couldNotResolve: true }),
];

module.exports = {
  forbidden: [...folderRules, ...wingRules, ...placeRules, ...packageRules, ...shapeRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // A type from across a wall is a dependency too.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.d.ts', '.mjs', '.cjs', '.js', '.vue', '.json', '.css'],
    },
  },
};
