/** The command line: the same services as the windows, for operations staff, scripts and tests (docs/formats.md 6). */
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RefusalError } from '../contract/kernel/errors.ts';
import { sentence } from '../contract/messages/messages.ts';
import { systemRefusal } from '../disk/disk-refusal.ts';
import { UsageError, type Command, type CommandResult } from './commands/command.ts';
import { usualFolder } from './commands/open-office.ts';
import { jsonText, plainText } from './commands/result-text.ts';
import { parseArguments } from './commands/command-arguments.ts';

/** Each command is loaded when it is asked for, so that a small one starts at once. */
const COMMANDS: Readonly<Record<string, { readonly help: string; readonly load: () => Promise<Command> }>> = {
  init: {
    help: `init --office NAME --office-code 4DIGITS --opening-date D [--clock calendar|books]
                                                              make an office and one clerk a role; by the
                                                              calendar, or for a replay by its books`,
    load: async () => (await import('./commands/office/init.ts')).init,
  },
  load: {
    help: 'load institutions|register FILE                             load designated institutions or insured persons',
    load: async () => (await import('./commands/month-end/load.ts')).load,
  },
  day: {
    help: `day [--close [--report OUT.pdf] | --advance-to D]            show the business day, or close it with a supervisor
  day --accept-clock --reason TEXT                            a supervisor goes on by a clock that was fast before`,
    load: async () => (await import('./commands/office/day.ts')).day,
  },
  allocation: {
    help: 'allocation FILE --check | --post [--answer OUT.xml]         check or post a month-end allocation',
    load: async () => (await import('./commands/month-end/batch-file.ts')).allocation,
  },
  settlement: {
    help: 'settlement FILE --check | --post [--answer OUT.csv]         check or post a settlement of POS consumption',
    load: async () => (await import('./commands/month-end/batch-file.ts')).settlement,
  },
  statement: {
    help: 'statement --id-number N --card C --from D --to D --format json|pdf|csv|camt053 --out FILE',
    load: async () => (await import('./commands/holder/statement.ts')).statement,
  },
  interest: {
    help: `interest list                                               the quarters that were settled
  interest worksheet --id-number N --card C --to D [--out FILE.pdf]   how one account's was reckoned, D the day of settlement`,
    load: async () => (await import('./commands/office/interest.ts')).interest,
  },
  loss: {
    help: `loss report --id-number N (--card C | --name NAME --phone P) [--object card|password|both]
         [--kind oral|formal] [--from 'YYYY-MM-DD HH:MM'] [--address A]     report a loss; oral unless said otherwise
  loss show NUMBER --id-number N                              its timeline
  loss cancel NUMBER --id-number N                            found again, by the holder in person
  loss take-back NUMBER --id-number N --reason TEXT           entered by mistake, minutes ago
  loss reissue NUMBER --id-number N --new-card C --insurance-number I [--fee standard|reduced|exempt]
  loss worklist                                               what lapses, is due and waits
         report, cancel, reissue and take-back take --authorised-by CODE, or --ask to put the request into the queue of
         approvals and later --request ID to use it`,
    load: async () => (await import('./commands/holder/loss.ts')).loss,
  },
  holder: {
    help: `holder contact --id-number N --card C [--phone P] [--address A]
  holder correct --id-number N --card C [--name NAME] [--new-id-number N] [--sex male|female] --document SEEN
  holder close --id-number N --card C [--reference R]         R, the department's, instructs the pay-out of a balance
         all three in person, with --as CODE and --authorised-by CODE; what stood before stays on record`,
    load: async () => (await import('./commands/holder/holder.ts')).holder,
  },
  correct: {
    help: `correct ENTRY --id-number N --card C --reason TEXT          post the opposite of a wrong entry today, in person; takes
         --authorised-by CODE, or --ask and later --request ID`,
    load: async () => (await import('./commands/holder/correct.ts')).correct,
  },
  approvals: {
    help: `approvals list | approve ID | refuse ID --reason TEXT        the queue of second persons, decided by --as CODE`,
    load: async () => (await import('./commands/administration/approvals.ts')).approvals,
  },
  clerk: {
    help: `clerk list                                                  who works here, and in what state
  clerk add CODE --name N --role clerk|supervisor|administrator
  clerk change CODE [--name N] [--role R] --reason TEXT
  clerk disable CODE | enable CODE --reason TEXT              bar a leaver at once; take them back
  clerk password CODE --reason TEXT                           give a one-time password
         these five by --as an administrator and --authorised-by a second person
  clerk password CODE --own                                   change one's own: MEDICARD_PASSWORD is the present one,
         MEDICARD_NEW_PASSWORD the new one, or a prompt; a one-time or expired password serves for this alone
  clerk unlock CODE --as S [--authorised-by T]                a supervisor lifts the lock of wrong pairs, two persons
         that of wrong passwords
  clerk lift-locks                                            when all who can authorise are locked: MEDICARD_RECOVERY_KEY,
         the recovery key off the sheet, or a prompt`,
    load: async () => (await import('./commands/administration/clerk.ts')).clerk,
  },
  counter: {
    help: `counter list                                                the counters of the office's server, and their state
  counter add NAME [--kind counter|supervisor-desk]           a one-time code with which a computer joins, with the
                                                              server's address and fingerprint
  counter change NUMBER [--name N] [--kind K]
         these two by --as an administrator and --authorised-by a second person
  counter revoke NUMBER --reason TEXT                         shut one out for good, by --as an administrator`,
    load: async () => (await import('./commands/administration/counter.ts')).counter,
  },
  message: {
    help: 'message list                                                what is to be sent to holders, and what came of it',
    load: async () => (await import('./commands/administration/message.ts')).message,
  },
  audit: {
    help: `audit --from D --to D [--clerk CODE] [--verb NAME] [--account NUMBER] --out FILE.csv
                                                              the audit record with its hashes, personal numbers masked;
                                                              D is YYYY-MM-DD or 'YYYY-MM-DD HH:MM'`,
    load: async () => (await import('./commands/administration/audit.ts')).audit,
  },
  setting: {
    help: `setting list                                                every setting: value, default, range, meaning, source
  setting set NAME VALUE --reason TEXT                        by --as an administrator and --authorised-by another`,
    load: async () => (await import('./commands/office/setting.ts')).setting,
  },
  verify: {
    help: 'verify                                                      prove the books',
    load: async () => (await import('./commands/office/verify.ts')).verify,
  },
  backup: {
    help: 'backup OUT                                                  write an encrypted, verified copy',
    load: async () => (await import('./commands/office/backup.ts')).backup,
  },
  restore: {
    help: 'restore FILE --data NEWDIR                                  restore a copy into an empty folder',
    load: async () => (await import('./commands/office/backup.ts')).restore,
  },
  'open-behind': {
    help: `open-behind --as CODE --authorised-by CODE                  open books that do not agree with their anchor,
         as they are, by two persons, one of them supervisor or administrator; it goes on record`,
    load: async () => (await import('./commands/office/open-behind.ts')).openBehind,
  },
  simulate: {
    help: 'simulate --holders N --months M --seed S                    fill an empty office with plausible history',
    load: async () => (await import('./commands/office/simulate.ts')).simulate,
  },
  demo: {
    help: 'demo --out DIR                                              make the demo office and one statement',
    load: async () => (await import('./commands/office/demo.ts')).demo,
  },
};

const HELP = `npm run -s medicard -- COMMAND [options]

${Object.values(COMMANDS)
  .map(({ help }) => `  ${help}`)
  .join('\n')}
  serve [--listen HOST:PORT]                                  serve the counters of the office until told to stop, at
         0.0.0.0:7443 unless said otherwise; this word comes first of all
  serve ... --web HOST:PORT [--web-certificate FILE --web-key FILE]
                                                              the holders' own pages too
  serve ... --messages FILE|https://GATEWAY|demo-phone        send messages to holders' phones, or show them in the demo
  serve ... --telephone sip:HOST:PORT|agi:HOST:PORT --telephone-prompts DIR [--telephone-person WHERE]
                                                              take calls too, by baresip or for an Asterisk
  serve ... --backups DIR[:DIR]|none                          where the hourly and daily copies go, in place of
                                                              MEDICARD_BACKUPS and of the folder beside the office's
  serve --install ... [--out FILE] [--yes]                       show what makes it a service of this computer, and write it

  --data DIR             the office's folder (else MEDICARD_DATA, else the user's own)
  --json                 one JSON value on standard output, nothing else there
  --as CODE              acting clerk; password from MEDICARD_PASSWORD or a prompt
  --authorised-by CODE   second person; password from MEDICARD_AUTH_PASSWORD or a prompt

Exit: 0 done, 1 refused, 2 usage.
`;

interface Outcome {
  readonly exit: 0 | 1 | 2;
  readonly out: Iterable<string>;
  readonly problem: string;
}

async function run(typed: readonly string[]): Promise<Outcome> {
  const wantsJson = typed.includes('--json');
  try {
    const { args, options } = parseArguments(typed);
    const [name, ...rest] = args;
    if (options.help === true) return shown({ json: { help: HELP }, text: HELP.trimEnd() }, wantsJson);
    const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name];
    if (command === undefined) throw new UsageError(unknownCommand(name));
    const folder = resolve(options.data ?? usualFolder(process.env));
    return shown(await (await command.load())({ args: rest, options, folder }), wantsJson);
  } catch (error) {
    if (error instanceof UsageError) return misused(error.message, wantsJson);
    const refusal = error instanceof RefusalError ? error : systemRefusal(error);
    if (refusal === null) throw error;
    const { code, details } = refusal.refusal;
    return refusedWith({ code, message: sentence('en', code, details) }, wantsJson);
  }
}

function unknownCommand(name: string | undefined): string {
  if (name === undefined) return 'name a command';
  return name === 'serve' ? 'serve comes first, before its options' : `no command ${name}`;
}

function shown(result: CommandResult, wantsJson: boolean): Outcome {
  const out = wantsJson ? jsonText(result) : plainText(result);
  if (result.refusal === undefined) return { exit: 0, out, problem: '' };
  const { code, message } = result.refusal;
  return { exit: 1, out, problem: wantsJson ? '' : `${code}: ${message}\n` };
}

function misused(message: string, wantsJson: boolean): Outcome {
  const json = { error: { code: 'USAGE', message } };
  return { exit: 2, out: wantsJson ? jsonText({ json, text: '' }) : [], problem: `${message}\n\n${HELP}` };
}

function refusedWith(refusal: { code: string; message: string }, wantsJson: boolean): Outcome {
  const nothing = { json: {}, text: '', refusal };
  return wantsJson ? shown(nothing, true) : { ...shown(nothing, false), out: [] };
}

/** Whoever reads only the first lines (`| head`) closes the pipe; what the command did is done all the same. */
async function print(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

// What the command writes is its owner's alone, whatever mask the user works with.
process.umask(0o077);
const { exit, out, problem } = await run(process.argv.slice(2));
if (process.stderr.isTTY && problem === '') process.stderr.write('\r');
process.stderr.write(problem);
await print(out);
process.exitCode = exit;
