/**
 * What every npm script does first: installs what is missing, then goes on under the pinned Node 24.
 *
 * Plain JavaScript for Node 20 and later: it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import nodeModule from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, pinnedNode, projectDir } from './install.mjs';

const pinnedMajor = 24;

/**
 * Runs a TypeScript file of the project with these arguments: in this process when it is Node 24 already, else in the
 * pinned one, whose exit code and signals become ours.
 */
export async function runInstalled(file, args) {
  ensureInstalled();
  const script = join(projectDir, file);
  if (Number(process.versions.node.split('.')[0]) >= pinnedMajor) {
    process.argv = [process.execPath, script, ...args];
    // Compiled code is kept between runs: it halves the start of the command line.
    nodeModule.enableCompileCache();
    await import(pathToFileURL(script).href);
    return;
  }
  const child = spawn(pinnedNode, [script, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`Node could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
