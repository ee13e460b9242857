/**
 * The program with Playwright's own loader before it, which holds it back until Playwright listens. A stock Electron
 * takes the loader by an option; this way every runtime takes it. Runs on Electron 25.
 */
const childProcess = require('node:child_process');
const { app } = require('electron');
const { join } = require('node:path');

const projectDir = join(__dirname, '..', '..', '..');

require(join(projectDir, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js'));

// The printing library starts CUPS's programs with an environment of its own, which would lead them to the machine's
// printers; the print service of the test is put into it.
const { exec } = childProcess;
const { CUPS_SERVER } = process.env;
childProcess.exec = (command, options, done) =>
  exec(command, { ...options, env: { ...options.env, CUPS_SERVER } }, done);

// A virtual display is one display; the others of a counter are made up, and can be plugged and unplugged by a test.
const besides = JSON.parse(process.env.MEDICARD_TEST_DISPLAYS ?? '[]');
globalThis.displaysBesides = besides;
void app.whenReady().then(() => {
  const { screen } = require('electron');
  const real = screen.getAllDisplays.bind(screen);
  screen.getAllDisplays = () => [...real(), ...globalThis.displaysBesides];
});

app.setAppPath(projectDir);
app.setVersion(require(join(projectDir, 'package.json')).version);
require(projectDir);
