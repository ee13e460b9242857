/** The displays of counters, and how far their windows are enlarged (docs/screens.md#1-every-screen). */

export interface DisplaySize {
  readonly name: string;
  /** In CSS pixels, as a window that fills the display has them. */
  readonly width: number;
  readonly height: number;
}

/** The page under test stands in a frame of this size unless a test changes it (build/screens.config.ts). */
export const designed: DisplaySize = sizeOf(1280, 800, 100);
/** The least room there is. */
export const narrowest: DisplaySize = sizeOf(1280, 800, 150);
export const largest: DisplaySize = sizeOf(1920, 1080, 100);

export const displaySizes: readonly DisplaySize[] = [
  [1280, 800] as const,
  [1440, 900] as const,
  [1920, 1080] as const,
].flatMap(([width, height]) => [100, 125, 150].map((percent) => sizeOf(width, height, percent)));

function sizeOf(width: number, height: number, percent: number): DisplaySize {
  const name = `${width}×${height} at ${percent} %`;
  return { name, width: Math.floor((width * 100) / percent), height: Math.floor((height * 100) / percent) };
}

/** Runs `look` while the page has this size; nothing is drawn meanwhile unless `look` waits. */
export async function atSize({ name, width, height }: DisplaySize, look: () => void | Promise<void>): Promise<void> {
  const frame = window.frameElement;
  if (!isFrame(frame)) throw new Error('the page under test stands in no frame');
  const before = { width: frame.style.width, height: frame.style.height };
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px` });
  try {
    if (innerWidth !== width || innerHeight !== height) throw new Error(`the page does not follow to ${name}`);
    if (!matchMedia(`(width: ${width}px) and (height: ${height}px)`).matches) throw new Error(`no media at ${name}`);
    await look();
  } finally {
    Object.assign(frame.style, before);
  }
}

/** By its name: it is an element of another page. */
function isFrame(element: Element | null): element is HTMLIFrameElement {
  return element?.tagName === 'IFRAME';
}
