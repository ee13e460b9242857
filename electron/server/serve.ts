/** `npm run -s medicard -- serve`: opens the office's folder and serves its counters until it is told to stop (docs/formats.md 6). */
import { hostname, networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { RefusalError } from '../contract/kernel/errors.ts';
import { sentence } from '../contract/messages/messages.ts';
import { systemRefusal } from '../disk/disk-refusal.ts';
import { outliveReaders } from '../disk/outlived-readers.ts';
import { addressText } from '../line/address-text.ts';
import { parseArguments } from '../ledger/commands/command-arguments.ts';
import { backupOption } from '../ledger/commands/backup-option.ts';
import { COMMAND_LINE } from '../ledger/commands/acting.ts';
import { UsageError, type OptionValues } from '../ledger/commands/command.ts';
import { programVersion } from '../ledger/commands/program-version.ts';
import { keysFolder, usualFolder, withServedOffice, type ServedOffice } from '../ledger/commands/open-office.ts';
import { CommandDoor } from './doors/command-door.ts';
import { CounterDoor } from './doors/counter-door.ts';
import { LineHistory } from './doors/line-history.ts';
import { keptAuthority } from './identity/authority-keeping.ts';
import { CounterSigning, fingerprintDigits } from './identity/counter-signing.ts';
import { OfficeAuthority } from './identity/office-authority.ts';
import { ServerCertificate } from './identity/server-certificate.ts';
import { listenAddress } from './listen-address.ts';
import { OfficeLedger } from './office-ledger.ts';
import { install } from './service/install.ts';
import { serverLog } from './server-log.ts';
import { telephoneAsked } from './telephone/telephone-asked.ts';
import { TelephoneDoor } from './telephone/telephone-door.ts';
import { DemoPhone } from './messages/demo-phone.ts';
import { messageProvider } from './messages/message-options.ts';
import { MessageSender, type MessageProvider } from './messages/message-sender.ts';
import { readReply } from './web/holder-asking.ts';
import type { WebPlace } from './web/open-web.ts';
import type { WebDoor } from './web/web-door.ts';
import { webOptions } from './web/web-options.ts';

/** How often the server looks whether its certificate still serves: whether it runs out, or the computer has another address. */
const LOOKED_AT_EVERY_MS = 60_000;

/** How often it is looked whether a copy of the books is due. */
const BACKUPS_EVERY_MS = 30_000;

/** How often it is looked for messages that are due. */
const MESSAGES_EVERY_MS = 1_000;

const note = serverLog((line) => process.stderr.write(line), Date.now);

interface Said {
  readonly json: Readonly<Record<string, unknown>>;
  readonly text: string;
}

async function run(typed: readonly string[]): Promise<0 | 1 | 2> {
  const wantsJson = typed.includes('--json');
  try {
    const { args, options } = parseArguments(typed);
    if (args.length !== 1 || args[0] !== 'serve') throw new UsageError('serve takes no arguments');
    if (options.install === true) await tellInstalled(options, wantsJson);
    else await serve(options, (said) => say(said, wantsJson));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      refuse({ code: 'USAGE', message: error.message }, wantsJson);
      return 2;
    }
    const refusal = error instanceof RefusalError ? error : systemRefusal(error);
    if (refusal === null) throw error;
    const { code, details } = refusal.refusal;
    refuse({ code, message: sentence('en', code, details) }, wantsJson);
    return 1;
  }
}

async function tellInstalled(options: OptionValues, wantsJson: boolean): Promise<void> {
  const folder = resolve(options.data ?? usualFolder(process.env));
  const installed = await install(folder, options, (text) => {
    if (!wantsJson) process.stdout.write(text);
  });
  const { path, written, next } = installed;
  const done = written ? `written to ${path}; now:` : `not written; --yes writes it to ${path}, and then:`;
  say({ json: { ...installed }, text: [done, ...next.map((command) => `  ${command}`)].join('\n') }, wantsJson);
}

async function serve(options: OptionValues, tell: (said: Said) => void): Promise<void> {
  const told = toldToStop();
  const { host, port } = listenAddress(options.listen);
  const telephoneOptions = telephoneAsked(options);
  const web = webOptions(options);
  const provider = messageProvider(options, { environment: process.env, keysFolder: keysFolder() }, Date.now);
  const folder = resolve(options.data ?? usualFolder(process.env));
  const ledger = new OfficeLedger();
  const authority = new CounterSigning();
  const lines = new LineHistory();
  let open: CounterDoor | null = null;
  let commands: CommandDoor | null = null;
  await withServedOffice(
    folder,
    {
      report(progress, counter) {
        if (counter === COMMAND_LINE) commands?.tell(progress);
        else open?.tell(counter, { type: 'progress', progress });
      },
      tellTask: (task, counter) => open?.tell(counter, { type: 'customer-task', task }),
      tellChange(kinds) {
        open?.tellAll({ type: 'changed', kinds });
        if (kinds.includes('counters')) void open?.lookAgain();
      },
      authority,
      lines,
      backups: backupOption(folder, options),
    },
    async (office) => {
      ledger.serve(office.dispatcher);
      setInterval(() => void office.dispatcher.lookAtBackups(), BACKUPS_EVERY_MS).unref();
      const phone = await demoPhone(provider, { ledger, shows: web !== null });
      const { door, fingerprint, signing } = await openDoor(office, { host, port, ledger, lines, signing: authority });
      open = door;
      const address = addressText(host, door.address.port);
      const doors: OpenedDoors = { telephone: null, holders: null, messages: null };
      try {
        if (telephoneOptions !== null)
          doors.telephone = await TelephoneDoor.open({
            ...telephoneOptions,
            ask: ledger.answerCall.bind(ledger),
            note,
          });
        commands = await CommandDoor.open({ folder, ledger, program: programVersion(), note });
        const names = (): string[] => ownNames(web?.host ?? host);
        if (web)
          doors.holders = await openHolders({ web, ledger, phone, authority: signing, office: office.officeId, names });
        const holdersAt = web && doors.holders && addressText(web.host, doors.holders.address.port);
        tell(whereItServes({ folder, address, fingerprint, telephone: options.telephone ?? null, holdersAt }));
        if (provider !== null) {
          doors.messages = new MessageSender(ledger, provider, note);
          doors.messages.begin(MESSAGES_EVERY_MS);
        }
        await told;
      } finally {
        await doors.messages?.close();
        // What cannot serve as it was told to serves nobody.
        await Promise.all([door.close(), doors.holders?.close(), commands?.close(), doors.telephone?.close()]);
      }
    },
  );
}

/** Codes are read off it by everybody who comes: throws UsageError where it would be that of real people, or on no screen. */
async function demoPhone(
  provider: MessageProvider | null,
  { ledger, shows }: { readonly ledger: OfficeLedger; readonly shows: boolean },
): Promise<DemoPhone | null> {
  if (!(provider instanceof DemoPhone)) return null;
  if (!shows) throw new UsageError('--messages demo-phone goes with --web');
  const { reply } = await ledger.asks('online.office', {}, { token: null, peer: '' });
  const shown = readReply('online.office', reply);
  if (!shown.ok || !shown.value.demo) throw new UsageError('--messages demo-phone is for the demo office alone');
  return provider;
}

interface OpenedDoors {
  telephone: TelephoneDoor | null;
  holders: WebDoor | null;
  messages: MessageSender | null;
}

interface Serving {
  readonly folder: string;
  readonly address: string;
  readonly fingerprint: string;
  readonly telephone: string | null;
  readonly holdersAt: string | null;
}

function whereItServes({ folder, address, fingerprint, telephone, holdersAt }: Serving): Said {
  return {
    json: {
      listening: address,
      fingerprint,
      ...(telephone === null ? {} : { telephone }),
      ...(holdersAt === null ? {} : { web: holdersAt }),
    },
    text: [
      `Serving ${folder}`,
      `Listening on ${address}`,
      `CA fingerprint (SHA-256) ${fingerprint}`,
      ...(telephone === null ? [] : [`Taking calls at ${telephone}`]),
      ...(holdersAt === null ? [] : [`Holders at https://${holdersAt}/`]),
    ].join('\n'),
  };
}

/** What speaks HTTP is loaded where holders come in, and nowhere else. */
async function openHolders(place: Omit<WebPlace, 'note' | 'lookEveryMs'>): Promise<WebDoor> {
  const { openWeb } = await import('./web/open-web.ts');
  return openWeb({ ...place, note, lookEveryMs: LOOKED_AT_EVERY_MS });
}

interface OpenDoor {
  readonly signing: OfficeAuthority;
  readonly door: CounterDoor;
  readonly fingerprint: string;
}

interface Place {
  readonly host: string;
  readonly port: number;
  readonly ledger: OfficeLedger;
  readonly lines: LineHistory;
  readonly signing: CounterSigning;
}

/** A door whose own certificate is renewed in time, however long it stays open. */
async function openDoor(office: ServedOffice, { host, port, ledger, lines, signing }: Place): Promise<OpenDoor> {
  const authority = await OfficeAuthority.of(await keptAuthority(office, Date.now()));
  signing.begin(authority);
  const certificate = await ServerCertificate.of({
    ...{ authority, office: office.officeId, now: Date.now },
    names: () => ownNames(host),
  });
  const door = await CounterDoor.open({
    ...{ host, port, ledger, identity: certificate.identity, program: programVersion() },
    register: ledger,
    history: lines,
    note,
  });
  const { fingerprint } = authority;
  const begin = (): ReturnType<OfficeLedger['begin']> =>
    ledger.begin({
      address: addressText(reachable(host), door.address.port),
      fingerprint: fingerprintDigits(fingerprint),
    });
  const begun = await begin();
  if (!begun.ok) throw new RefusalError(begun.error.code, begun.error.details);
  const look = async (): Promise<void> => {
    const renewed = await certificate.look();
    if (renewed === null) return;
    door.show(renewed);
    // Where the books cannot be written, the next change or start writes it down.
    await begin();
  };
  setInterval(() => void look(), LOOKED_AT_EVERY_MS).unref();
  return { door, fingerprint, signing: authority };
}

/** Every name and address under which a counter of the same network may ask for this computer. */
function ownNames(host: string): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const whole = addresses.map(({ address }) => address.replace(/%.*$/, ''));
  return [...new Set([host, 'localhost', hostname(), ...whole])];
}

/** Where a counter finds this computer: one that listens at every address is shown with one that others can reach. */
function reachable(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host;
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return addresses.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? hostname();
}

/** Resolves with the first SIGTERM, SIGINT or, of a terminal that is closed, SIGHUP, also one that comes while the books are being opened. */
function toldToStop(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => stop());
  });
}

function say({ json, text }: Said, wantsJson: boolean): void {
  process.stdout.write(wantsJson ? `${JSON.stringify(json)}\n` : `${text}\n`);
}

function refuse(error: { readonly code: string; readonly message: string }, wantsJson: boolean): void {
  if (wantsJson) process.stdout.write(`${JSON.stringify({ error })}\n`);
  else process.stderr.write(error.code === 'USAGE' ? `${error.message}\n` : `${error.code}: ${error.message}\n`);
}

// What the server writes is its owner's alone, whatever mask the user works with.
process.umask(0o077);
// Counters hang on it, and not on whoever reads its log.
outliveReaders();
process.exitCode = await run(process.argv.slice(2));
