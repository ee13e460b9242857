/** The most memory this process ever held, in MB. */
import { readFileSync } from 'node:fs';

/**
 * Linux hands the peak of the process that started this one on through exec into `maxRSS`, and the bench itself grows large;
 * the high-water mark of this process's own memory does not have that.
 */
export function peakMemoryMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error('this system does not tell the peak of a process');
  return Number(kilobytes) / 1024;
}
