/**
 * The default app of the development runtime, which comes without one: loads the program named by the first argument
 * that is not an option, as a stock Electron does. Runs on Electron 25, before anything of the project is loaded.
 */
const { app, dialog } = require('electron');
const { existsSync, readFileSync, statSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const position = process.argv.findIndex((word, index) => index > 0 && !word.startsWith('-'));
if (position === -1) {
  process.stdout.write(`Electron ${process.versions.electron}: name the program to load as an argument.\n`);
  app.exit(process.argv.includes('--version') ? 0 : 2);
} else {
  load(resolve(process.argv[position]));
}

function load(place) {
  try {
    Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
    const isFolder = statSync(place).isDirectory();
    if (isFolder) nameAfter(place);
    app.setAppPath(isFolder ? place : dirname(place));
    require(place);
  } catch (error) {
    dialog.showErrorBox('The program could not be loaded', `${place}\n\n${error.stack}`);
    app.exit(1);
  }
}

function nameAfter(folder) {
  const description = join(folder, 'package.json');
  if (!existsSync(description)) return;
  const { name, productName, version } = JSON.parse(readFileSync(description, 'utf8'));
  if (version) app.setVersion(version);
  if (productName ?? name) app.setName(productName ?? name);
}
