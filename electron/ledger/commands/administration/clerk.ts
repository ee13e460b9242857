/** `clerk …`: clerks, their passwords and their locks (docs/formats.md 6, docs/rules.md 5). */
import { randomUUID } from 'node:crypto';
import type { ListedClerk, OneTimePassword } from '../../../contract/administration/clerk-verbs.ts';
import { verbs } from '../../../contract/verbs.ts';
import { roleSchema } from '../../../contract/kernel/vocabulary.ts';
import { onlyArgument, required, UsageError, type Command, type CommandResult, type OptionValues } from '../command.ts';
import { passwordFor, secondPerson } from '../acting.ts';
import { asActingClerk, requireToken } from '../acting-clerk.ts';
import { ask, askFor, type OpenedOffice } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';

interface Run {
  readonly office: OpenedOffice;
  readonly args: readonly string[];
  readonly options: OptionValues;
}

const ACTIONS: Readonly<Record<string, (run: Run) => Promise<CommandResult>>> = {
  add,
  change,
  disable,
  enable,
  password,
  unlock,
  'lift-locks': liftLocks,
  list,
};

export const clerk: Command = async ({ args, options, folder }) => {
  const [name = '', ...rest] = args;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) throw new UsageError(`clerk ${Object.keys(ACTIONS).join(' | ')}`);
  return withOffice(folder, (office) => action({ office, args: rest, options }));
};

function codeOf(args: readonly string[]): string {
  const code = onlyArgument(args, 'clerk code');
  if (!/^\d{4}$/.test(code)) throw new UsageError('a clerk code is four digits');
  return code;
}

function roleOf(text: string) {
  const role = roleSchema.safeParse(text);
  if (!role.success) throw new UsageError('--role is clerk, supervisor or administrator');
  return role.data;
}

type AdministrationVerb = 'clerk.add' | 'clerk.change' | 'clerk.disable' | 'clerk.enable' | 'clerk.giveOneTimePassword';

/** As the administrator of `--as`, with the second person of `--authorised-by`. */
async function administer(
  { office, options }: Run,
  verb: AdministrationVerb,
  input: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  return asActingClerk(office, options, async (given) => {
    const token = requireToken(given);
    return ask(office, verb, { ...input, authorisation: await secondPerson(options) }, token);
  });
}

async function add(run: Run): Promise<CommandResult> {
  const input = {
    clerkCode: codeOf(run.args),
    name: required(run.options, 'name'),
    role: roleOf(required(run.options, 'role')),
  };
  return withPassword(verbs['clerk.add'].output.parse(await administer(run, 'clerk.add', input)));
}

async function change(run: Run): Promise<CommandResult> {
  const { name, role } = run.options;
  if (name === undefined && role === undefined)
    throw new UsageError('clerk change CODE [--name N] [--role R] --reason TEXT');
  const input = {
    clerkCode: codeOf(run.args),
    name: name ?? null,
    role: role === undefined ? null : roleOf(role),
    reason: required(run.options, 'reason'),
  };
  const changed = verbs['clerk.change'].output.parse(await administer(run, 'clerk.change', input));
  return { json: changed, text: `${changed.code} ${changed.name}, ${changed.role}` };
}

async function disable(run: Run): Promise<CommandResult> {
  const input = withReason(run);
  const disabled = verbs['clerk.disable'].output.parse(await administer(run, 'clerk.disable', input));
  return { json: { ...disabled, state: 'disabled' }, text: `${disabled.code} ${disabled.name} is disabled` };
}

async function enable(run: Run): Promise<CommandResult> {
  const input = withReason(run);
  return withPassword(verbs['clerk.enable'].output.parse(await administer(run, 'clerk.enable', input)));
}

function withReason({ args, options }: Run): { readonly clerkCode: string; readonly reason: string } {
  return { clerkCode: codeOf(args), reason: required(options, 'reason') };
}

function withPassword(given: OneTimePassword): CommandResult {
  const { code, name, role, password: oneTime } = given;
  const next = `its owner sets another one: clerk password ${code} --own, or at the sign-in screen`;
  return {
    json: { ...given, oneTime: true },
    text: `${code} ${name}, ${role}: one-time password ${oneTime}\n${next}`,
  };
}

async function password(run: Run): Promise<CommandResult> {
  const clerkCode = codeOf(run.args);
  if (run.options.own === true) return ownPassword(run, clerkCode);
  const verb = 'clerk.giveOneTimePassword';
  return withPassword(verbs[verb].output.parse(await administer(run, verb, withReason(run))));
}

/** The owner needs no second person; the old password is the proof. */
async function ownPassword({ office, options }: Run, clerkCode: string): Promise<CommandResult> {
  if (options.as !== undefined && options.as !== clerkCode) throw new UsageError('--own is for the owner alone');
  const present = await passwordFor(clerkCode, 'MEDICARD_PASSWORD');
  const newPassword = await passwordFor(clerkCode, 'MEDICARD_NEW_PASSWORD', `new password of ${clerkCode}`);
  await ask(office, 'clerk.changePassword', { clerkCode, password: present, newPassword }, null);
  return { json: { code: clerkCode, changed: true }, text: `${clerkCode} has a new password` };
}

/** One supervisor lifts the lock of wrong pairs; the lock of wrong passwords takes two persons. */
async function unlock({ office, args, options }: Run): Promise<CommandResult> {
  const clerkCode = codeOf(args);
  const first = required(options, 'as');
  const authorisation = { clerkCode: first, password: await passwordFor(first, 'MEDICARD_PASSWORD') };
  const other = (await secondPerson(options)) ?? undefined;
  await ask(office, 'clerk.unlock', { operationId: randomUUID(), clerkCode, authorisation, other }, null);
  return { json: { code: clerkCode, unlocked: true }, text: `${clerkCode} is unlocked` };
}

async function liftLocks({ office, args }: Run): Promise<CommandResult> {
  if (args.length > 0) throw new UsageError('clerk lift-locks takes no arguments');
  const recoveryKey = await passwordFor('recovery key', 'MEDICARD_RECOVERY_KEY', 'recovery key');
  const lifted = await askFor(office, 'clerk.liftLocksByKey', { recoveryKey }, null);
  return { json: lifted, text: `unlocked: ${lifted.clerks.join(', ')}; they are told at their next sign-in` };
}

async function list({ office, args }: Run): Promise<CommandResult> {
  if (args.length > 0) throw new UsageError('clerk list takes no arguments');
  const clerks = await askFor(office, 'clerk.list', {}, null);
  return { json: { clerks }, text: clerks.map(inWords).join('\n') };
}

function inWords({ code, name, role, state, oneTimePassword }: ListedClerk): string {
  return `${code}  ${role.padEnd(14)} ${state.padEnd(9)} ${name}${oneTimePassword ? '  (one-time password)' : ''}`;
}
