/** A display without a screen (Xvfb), for running windows where there is none. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface VirtualDisplay {
  /** What `DISPLAY` must say, such as `:99`. */
  readonly name: string;
  readonly stop: () => Promise<void>;
}

/** Starts Xvfb on a display number it finds free itself. Rejects when Xvfb is missing or does not come up. */
export function startVirtualDisplay(size = '1920x1080x24'): Promise<VirtualDisplay> {
  const words = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'];
  const child = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  return new Promise((resolve, reject) => {
    let complaint = '';
    let number = '';
    child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()));
    child.once('error', (error) => reject(new Error(`Xvfb could not be started: ${error.message}`)));
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}: ${complaint.trim()}`)));
    displayNumber(child.stdio[3]).on('data', (text: Buffer) => {
      number += text.toString();
      if (number.includes('\n')) resolve({ name: `:${number.trim()}`, stop });
    });
  });
}

/** The pipe on which Xvfb writes its display number once it answers. */
function displayNumber(pipe: unknown): Readable {
  if (isReadable(pipe)) return pipe;
  throw new Error('Xvfb was started without the pipe for its display number');
}

function isReadable(pipe: unknown): pipe is Readable {
  return typeof pipe === 'object' && pipe !== null && 'on' in pipe && 'read' in pipe;
}
