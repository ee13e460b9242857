/**
 * How long the program takes after a key: from the moment the key went down, on the clock of its window, to the frame
 * after the one in which a sign stands there by which people see that they may go on. Both are noted inside the windows,
 * so the way from the bench to a window and back is not in it.
 */
import type { Page } from '@playwright/test';
import { isDrawn } from '../e2e/support/drawing.ts';

/** Something in a page; it is shown, it stands under no other, and there is exactly as much of it as is said. */
interface SignPart {
  readonly css: string;
  /** In its text, its label or its name. */
  readonly says?: string;
  /** The whole value of a field. */
  readonly holds?: string;
  readonly count?: number;
}

export interface Sign {
  readonly page: Page;
  readonly parts: readonly SignPart[];
}

interface Watching {
  /** In milliseconds since 1970, as all windows of one machine count. */
  keyAt?: number;
  seenAt?: Promise<number>;
}

declare global {
  interface Window {
    /** The bench's own. */
    watching?: Watching;
  }
}

/** A minute: whatever is not there by then does not come. */
const MOST_FRAMES = 3_600;

/**
 * In milliseconds.
 * @param hears where the keys go.
 * @param sign null for the frame after the one in which the key was heard.
 */
export async function programTime(hears: Page, press: () => Promise<void>, sign: Sign | null): Promise<number> {
  const shows = sign?.page ?? hears;
  await hears.evaluate(noteKey);
  if (shows !== hears) await shows.evaluate(() => void (window.watching = {}));
  await shows.evaluate(lookFor, { parts: sign?.parts ?? null, mostFrames: MOST_FRAMES });
  await isDrawn(hears);
  await press();
  const seenAt = await shows.evaluate(() => window.watching?.seenAt);
  const keyAt = await hears.evaluate(() => window.watching?.keyAt);
  if (keyAt === undefined || seenAt === undefined) throw new Error('no key was heard');
  return seenAt - keyAt;
}

function noteKey(): void {
  const watching: Watching = {};
  window.watching = watching;
  const note = ({ timeStamp }: Event): void => {
    watching.keyAt ??= performance.timeOrigin + timeStamp;
  };
  // Text that an input method puts in comes without a key.
  for (const type of ['keydown', 'beforeinput']) addEventListener(type, note, { capture: true, once: true });
}

/** Runs in the page. Throws for a sign that stands there before any key. */
function lookFor(asked: { readonly parts: readonly SignPart[] | null; readonly mostFrames: number }): void {
  const texts = (element: Element): readonly string[] => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return [element, ...labels].map((one) => one.textContent).concat(element.getAttribute('aria-label') ?? '');
  };
  const isThere = ({ css, says, holds, count }: SignPart): boolean => {
    const found = [...document.querySelectorAll(css)].filter(
      (element) =>
        element.checkVisibility() &&
        element.closest('[inert]') === null &&
        (says === undefined || texts(element).some((text) => text.includes(says))) &&
        (holds === undefined || (element instanceof HTMLInputElement && element.value === holds)),
    );
    return count === undefined ? found.length > 0 : found.length === count;
  };
  const watching = window.watching ?? {};
  const isSeen = (): boolean => asked.parts?.every(isThere) ?? watching.keyAt !== undefined;
  if (isSeen()) throw new Error(`before any key: ${JSON.stringify(asked.parts)}`);
  watching.seenAt = new Promise((resolve, reject) => {
    let left = asked.mostFrames;
    const look = (): void => {
      left -= 1;
      if (isSeen()) requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
      else if (left > 0) requestAnimationFrame(look);
      else reject(new Error(`never seen: ${JSON.stringify(asked.parts)}`));
    };
    requestAnimationFrame(look);
  });
}
