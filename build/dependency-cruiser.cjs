/**
 * The walls of DESIGN.md 2: who may import whom. test/tidy/walls.test.ts breaks each rule once and sees it reported.
 */

/** Each folder, and the folders it may import besides itself. A folder missing here may import nothing of the program. */
const mayImport = {
  'electron/main': ['electron/disk', 'electron/contract'],
  'electron/disk': ['electron/contract'],
  'electron/preload': ['electron/contract'],
  'electron/contract': [],
  'electron/ledger/domain': ['electron/contract'],
  'electron/ledger/services': [
    'electron/ledger/domain',
    'electron/ledger/storage',
    'electron/ledger/documents',
    'electron/ledger/intake',
    'electron/disk',
    'electron/contract',
  ],
  'electron/ledger/commands': [
    'electron/ledger/services',
    'electron/ledger/domain',
    'electron/ledger/storage',
    'electron/ledger/intake',
    'electron/disk',
    'electron/contract',
  ],
  'electron/ledger/storage': ['electron/ledger/domain', 'electron/disk', 'electron/contract'],
  'electron/ledger/intake': ['electron/ledger/domain', 'electron/contract'],
  'electron/ledger/documents': ['electron/contract'],
  'renderer/shared': ['electron/contract'],
  'renderer/teller': ['renderer/shared', 'electron/contract'],
  'renderer/customer': ['renderer/shared', 'electron/contract'],
  // Never bundled: it shows the windows on a fake program, which judges numbers as the ledger does.
  'renderer/gallery': ['renderer', 'electron/contract', 'electron/ledger/domain'],
};

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

const placeRules = [
  refuse(
    'ledger-doors-imports',
    'The two doors of the ledger open onto the ledger and the contract only.',
    { path: '^electron/ledger/[^/]+$' },
    { path: ofTheProject, pathNot: inside('electron/ledger', 'electron/disk', 'electron/contract') },
  ),
  refuse(
    'no-folder-outside-the-table',
    'Every folder has its line in the table of DESIGN.md 2.',
    {
      path: inside('electron', 'renderer'),
      pathNot: [inside(...Object.keys(mayImport)), '^electron/ledger/[^/]+$', '\\.d\\.ts$'],
    },
    { path: '.' },
  ),
  refuse(
    'features-are-apart',
    'Tasks of a window meet in shared places only.',
    { path: '^renderer/([^/]+)/features/([^/]+)/' },
    { path: '^renderer/$1/features/', pathNot: '^renderer/$1/features/$2/' },
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
    'domain-does-no-io',
    'Rules are decided without I/O: of Node they may use hashing only.',
    { path: inside('electron/ledger/domain') },
    { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  ),
  refuse(
    'only-storage-knows-the-database',
    'The only SQL is in electron/ledger/storage.',
    { path: inside('electron', 'renderer'), pathNot: inside('electron/ledger/storage') },
    { path: ['^(node:)?sqlite$', packages('kysely', 'better-sqlite3', '@types/better-sqlite3')] },
  ),
  refuse(
    'only-documents-draws',
    'Paper is made in electron/ledger/documents.',
    { path: inside('electron', 'renderer'), pathNot: inside('electron/ledger/documents') },
    { path: packages('pdfkit', 'fontkit', 'qrcode', '@types/pdfkit', '@types/qrcode', '@expo-google-fonts') },
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
    { path: packages('vue', 'vue-i18n', 'pinia', 'element-plus', '@element-plus', 'pdfjs-dist') },
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
  forbidden: [...folderRules, ...placeRules, ...packageRules, ...shapeRules],
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
