/** Keys that reach the clerk's window early or held, and what the window heard of them. */
import { EarlyKeys } from '../../early-keys.ts';
import type { Desk } from './desk.ts';

export async function earlyKeysOf(desk: Desk): Promise<EarlyKeys> {
  await desk.page.evaluate(() => {
    const heard: { late: number; repeat: boolean }[] = [];
    addEventListener(
      'keydown',
      ({ timeStamp, repeat }) => heard.push({ late: performance.now() - timeStamp, repeat }),
      { capture: true },
    );
    Object.assign(window, { keysHeard: heard });
  });
  const session = await desk.page.context().newCDPSession(desk.page);
  return new EarlyKeys((event) => session.send('Input.dispatchKeyEvent', event));
}

/** The keys that came so much later than they were pressed, in milliseconds, and those that were held down. */
export async function keysHeard(desk: Desk, lateMs: number): Promise<{ readonly late: number; readonly held: number }> {
  return desk.page.evaluate((leastMs) => {
    const { keysHeard: heard } = window as unknown as {
      keysHeard: readonly { late: number; repeat: boolean }[];
    };
    const late = heard.filter((key) => key.late >= leastMs).length;
    return { late, held: heard.filter(({ repeat }) => repeat).length };
  }, lateMs);
}
