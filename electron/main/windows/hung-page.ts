/** A page that hangs is ended, which loads it again: the clerk has no other way to do it. */
import type { WebContents } from 'electron';
import type { Log } from '../start/log.ts';

/** Electron tells when a key or a click has gone unanswered for a quarter of a minute; no work of these pages takes a second. */
export function endHungPage(webContents: WebContents, log: Log): void {
  webContents.on('unresponsive', () => {
    log.warn({}, 'the page hangs');
    webContents.forcefullyCrashRenderer();
  });
}
