/** What a command is, and what it works with. */

/** Options every command understands, and those of single ones (docs/formats.md 6). */
export const OPTIONS = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  as: { type: 'string' },
  'authorised-by': { type: 'string' },
  office: { type: 'string' },
  'office-code': { type: 'string' },
  'opening-date': { type: 'string' },
  clock: { type: 'string' },
  'accept-clock': { type: 'boolean' },
  close: { type: 'boolean' },
  'advance-to': { type: 'string' },
  report: { type: 'string' },
  check: { type: 'boolean' },
  post: { type: 'boolean' },
  answer: { type: 'string' },
  'id-number': { type: 'string' },
  card: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  clerk: { type: 'string' },
  verb: { type: 'string' },
  account: { type: 'string' },
  holders: { type: 'string' },
  months: { type: 'string' },
  seed: { type: 'string' },
  object: { type: 'string' },
  kind: { type: 'string' },
  channel: { type: 'string' },
  name: { type: 'string' },
  phone: { type: 'string' },
  address: { type: 'string' },
  'new-id-number': { type: 'string' },
  sex: { type: 'string' },
  document: { type: 'string' },
  reference: { type: 'string' },
  'new-card': { type: 'string' },
  'insurance-number': { type: 'string' },
  fee: { type: 'string' },
  ask: { type: 'boolean' },
  request: { type: 'string' },
  reason: { type: 'string' },
  role: { type: 'string' },
  own: { type: 'boolean' },
  listen: { type: 'string' },
  telephone: { type: 'string' },
  'telephone-prompts': { type: 'string' },
  'telephone-person': { type: 'string' },
  web: { type: 'string' },
  messages: { type: 'string' },
  backups: { type: 'string' },
  'web-certificate': { type: 'string' },
  'web-key': { type: 'string' },
  install: { type: 'boolean' },
  yes: { type: 'boolean' },
} as const;

export type OptionName = keyof typeof OPTIONS;
export type OptionValues = {
  readonly [Name in OptionName]?: (typeof OPTIONS)[Name]['type'] extends 'boolean' ? boolean : string;
};

export interface Invocation {
  /** What follows the name of the command. */
  readonly args: readonly string[];
  readonly options: OptionValues;
  /** The office's folder. */
  readonly folder: string;
}

/** What a command answers: the JSON of docs/formats.md 7, and the same in words. */
export interface CommandResult {
  readonly json: unknown;
  readonly text: string;
  /** Present when the work was refused although there is a result to show: exit 1. */
  readonly refusal?: { readonly code: string; readonly message: string };
}

export type Command = (invocation: Invocation) => Promise<CommandResult>;

/** A command line that makes no sense: exit 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The value of an option that the command cannot do without. */
export function required(options: OptionValues, name: OptionName): string {
  const value = options[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing`);
  return value;
}

/** A whole number of at least `least`. */
export function requiredNumber(options: OptionValues, name: OptionName, least: number): number {
  const text = required(options, name);
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least)
    throw new UsageError(`--${name} must be a whole number from ${least} on`);
  return value;
}

/** The one argument a command takes. */
export function onlyArgument(args: readonly string[], what: string): string {
  const [word, ...more] = args;
  if (word === undefined || more.length > 0) throw new UsageError(`name one ${what}`);
  return word;
}
