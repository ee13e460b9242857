/** docs/permissions.md, written from the policies of the verbs: what an auditor reads, and nobody keeps by hand. */
import {
  RECORDED_BY_THE_CLOCK,
  type Actor,
  type RecordPolicy,
  type SecondPolicy,
} from '../electron/contract/kernel/verb-policy.ts';
import { policyOf, verbs, type Verb } from '../electron/contract/verbs.ts';

const OPENING = `# Permissions

Written by \`npm run lists\` from the verbs in \`electron/contract\`; a change by hand is overwritten, and a test
fails while this page and the verbs disagree.

One dispatcher keeps these policies, in this order: door, schema, office, session, role, repeated operation, visit, second
person, use case, record. A repeated operation id is looked up after the session, because without one nobody may learn what was
answered, and once more in the transaction of its command. The clerk who gave the command, or the counter where nobody was
signed in, gets the first answer again: also in a later session, after its visit, and without another second person.

A request says through which door it comes. The two windows and the main of a counter may also ask over a line to an office
server; only a main that itself keeps the office's folder and keys asks what takes a key, names a path of the ledger's disk or
makes an office, besides what any main may. A session is one of the counter it was opened at: from another counter, or the
command line, its token is none. A customer's task, a received file, an answer file and running work are the session's that
began them; a paper in the print queue is its counter's.

- **by**: a clerk is one of any role unless the role is named; _nobody_ comes before a session or proves itself by what it
  brings. _holder_ is whoever stands at the customer's window, in the session of the clerk who asked them.
- **session**: what it takes besides an open one. _relayed_ verbs are main's: each verb that main asks for them keeps its own
  policy.
- **visit**: whose visit it takes. An agent's is enough where _anyone_ stands. _of the task_ is that of the customer's task,
  _of the command_ that of the command asked about.
- **once**: _kept_, the same operation id answers the same; _kept, and judged again_, the use case decides whether the first
  answer may still be shown, and in its visit alone; _named_, the id serves for progress and cancelling alone.
- **second person**: proven before the use case; one from the queue, and one that depends on what the books say, in its
  transaction. What would be committed without is a programmer's error, and ends the process.
- **record**: every name under which a success may be recorded, and no other is written. A refusal is recorded too, except
  where it says _nothing_. What the clock has ended (LAPSES) is recorded by whatever comes upon it.
`;

const DOOR_TITLES = {
  teller: 'The clerk’s window',
  customer: 'The customer’s window',
  program: 'Main of a counter, for a window that may not ask this itself',
  'own-program': 'Main that itself keeps the office’s folder and keys',
  'command-line': 'The command line',
  enrolment: 'A computer that joins the office',
  server: 'The office server',
  telephone: 'The telephone’s menu, for whoever calls',
} as const;

function actorText(actor: Actor): string {
  if (typeof actor === 'string') return actor;
  return actor.roles.length === 3 ? 'clerk' : actor.roles.join(', ');
}

function secondText(second: SecondPolicy): string {
  if (second === 'never') return '';
  return second.when === 'always' ? second.from : `${second.from}: ${second.when}`;
}

function recordText(record: RecordPolicy): string {
  const names = record.done.map((name) => `\`${name}\``).join(' ');
  if (!('why' in record)) return names;
  const kept = record.refused ? 'refusals' : names === '' ? 'nothing' : names;
  return `${kept} (${record.why})`;
}

function unless(usual: string, text: string): string {
  return text === usual ? '' : text;
}

/** One line a verb; what is usual is left out. */
function line(verb: Verb): string {
  const { actor, office, session, visit, once, second, record } = policyOf(verb);
  const facts = [
    ['by', unless('clerk', actorText(actor))],
    ['office', unless('open', office)],
    ['session', unless('open', session)],
    ['visit', unless('none', visit)],
    ['once', unless('none', once)],
    ['second person', secondText(second)],
    ['record', unless('nothing (a question)', recordText(record))],
  ];
  const said = facts.filter(([, text]) => text !== '').map(([name, text]) => `${name} ${text}`);
  return `- \`${verb}\`${said.length === 0 ? '' : `: ${said.join('; ')}`}`;
}

export function permissionsPage(): string {
  const lapses = RECORDED_BY_THE_CLOCK.map((name) => `\`${name}\``).join(' ');
  const names = Object.keys(verbs).toSorted() as Verb[];
  const doors = Object.entries(DOOR_TITLES).map(([door, title]) => {
    const behind = names.filter((verb) => policyOf(verb).doors.some((each) => each === door));
    return `## ${title}\n\n${behind.map(line).join('\n')}\n`;
  });
  return [OPENING.replace('LAPSES', lapses), ...doors].join('\n');
}
