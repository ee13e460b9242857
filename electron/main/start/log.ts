/** Main's log: verbs, durations and codes, never a name, a number or anything else out of a message. */
import './old-runtime.ts';
import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { RefusalError } from '../../contract/kernel/errors.ts';
import { makeFolder, makePrivate } from '../../disk/own-files.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'flush'>;

/** With this much written the log starts a new file and keeps one old one. */
const fullBytes = 5_000_000;

/** Writes to `logs/main.log` in the data folder, or to standard error where that cannot be written. */
export function openLog(dataFolder: string): Log {
  const options = { base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime };
  try {
    return pino(options, fileDestination(join(dataFolder, 'logs')));
  } catch (error) {
    const log = pino(options, pino.destination(2));
    log.warn({ code: errorCode(error) }, 'the log file cannot be written');
    return log;
  }
}

function fileDestination(folder: string): pino.DestinationStream {
  makeFolder(folder);
  const file = join(folder, 'main.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > fullBytes) renameSync(file, `${file}.1`);
  makePrivate(file);
  const destination = pino.destination({ dest: file, mode: 0o600, sync: true });
  // A disk that fills up later must not take the counter down with it.
  destination.on('error', (error) => process.stderr.write(`log: ${errorCode(error)}\n`));
  return destination;
}

/** The system's code of an error, such as `ENOSPC`; its message may hold a path and is left out. */
export function errorCode(error: unknown): string {
  if (error instanceof RefusalError) return error.refusal.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
