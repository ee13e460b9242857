/**
 * The program with Playwright's own loader before it, which holds it back until Playwright listens. A stock Electron
 * takes the loader by an option; this way every runtime takes it. Runs on Electron 25.
 */
const { app } = require('electron');
const { join } = require('node:path');

const projectDir = join(__dirname, '..', '..', '..');

require(join(projectDir, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js'));
app.setAppPath(projectDir);
app.setVersion(require(join(projectDir, 'package.json')).version);
require(projectDir);
