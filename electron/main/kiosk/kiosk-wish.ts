/** `--kiosk ADDRESS`: the holders' pages at a self-service terminal, of the server there (docs/screens.md 8). */
import { readFileSync } from 'node:fs';

export interface KioskWish {
  /** `https://HOST:PORT`. */
  readonly origin: string;
  /** PEM of the authority that the terminal trusts besides those of its system; null where it needs none. */
  readonly authority: string | null;
  /** After which nobody is taken to stand there any more. */
  readonly idleSeconds: number;
}

const USUAL_IDLE_S = 60;
const LEAST_IDLE_S = 5;
const MOST_IDLE_S = 600;

const OPTIONS = ['--kiosk', '--kiosk-authority', '--kiosk-idle'] as const;
type KioskOption = (typeof OPTIONS)[number];

/** Whether a word of the command line belongs to the kiosk and is followed by its value. */
export function isKioskOption(word: string): word is KioskOption {
  return OPTIONS.some((option) => option === word);
}

/** Null where no kiosk is asked for. Throws Error with the sentence for whoever started it. */
export function kioskWish(args: readonly string[]): KioskWish | null {
  const address = valueOf(args, '--kiosk');
  if (address === undefined) return null;
  const file = valueOf(args, '--kiosk-authority');
  return {
    origin: originOf(address),
    authority: file === undefined ? null : readFileSync(file, 'utf8'),
    idleSeconds: secondsOf(valueOf(args, '--kiosk-idle')),
  };
}

function valueOf(args: readonly string[], option: KioskOption): string | undefined {
  const position = args.indexOf(option);
  return position === -1 ? undefined : (args[position + 1] ?? '');
}

function originOf(address: string): string {
  const url = readUrl(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.pathname !== '/' || url.search !== '')
    throw new Error(
      `--kiosk takes the address of the holders' pages, such as https://cards.bank.example, not ${address}`,
    );
  return url.origin;
}

/** Null for what is none; the oldest runtime has no `URL.canParse`. */
export function readUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function secondsOf(typed: string | undefined): number {
  if (typed === undefined) return USUAL_IDLE_S;
  const seconds = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  if (seconds < LEAST_IDLE_S || seconds > MOST_IDLE_S)
    throw new Error(`--kiosk-idle takes ${LEAST_IDLE_S} to ${MOST_IDLE_S} seconds, not ${typed}`);
  return seconds;
}
