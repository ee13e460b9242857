/** What a process says of itself goes to whoever reads it, and must not end it. */
import type { Writable } from 'node:stream';

/** Listened to, a stream whose reader has gone, or whose disk is full, loses what is written and ends nothing. */
export function outliveReaders(streams: readonly Writable[] = [process.stdout, process.stderr]): void {
  for (const stream of streams) stream.on('error', () => undefined);
}
