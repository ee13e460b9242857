/** All that the doors leave behind, as the books hold it and as the auditor expects it: one text each, to be compared whole. */
import { person } from '../../offices/made-up-people.ts';
import type { Office } from '../../offices/small-office.ts';
import { dayOf, isLapsed, type World } from './world.ts';
import { bare } from './asked-names.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Observed {
  readonly text: string;
  /** Whole numbers of the reports. */
  readonly numbers: readonly string[];
  /** Ids of the messages that are addressed, in their order. */
  readonly messages: readonly number[];
}

interface Places {
  readonly peers: readonly string[];
  readonly callers: readonly string[];
}

export async function observed(office: Office, people: number, { peers, callers }: Places): Promise<Observed> {
  const { at } = office;
  return office.door.ledger.books.read(async ({ sql, keys }) => {
    const all = <Row>(text: string): Row[] => sql.rows<[], Row>(text).all();
    const texts = (text: string): string[] => all<{ text: string }>(text).map((row) => row.text);
    const indexes = Array.from({ length: people }, (_, nth) => keys.blindIndex('id-number', person(nth).idNumber));
    const addresses = peers.map((peer) => keys.blindIndex('address', peer));
    const numbers = callers.map((from) => ['', 'right\n'].map((how) => keys.blindIndex('phone', `${how}${from}`)));
    const count = (what: string, who: string, since: number): number =>
      all<{ n: number }>(`SELECT count(*) n FROM door_try WHERE what='${what}' AND who='${who}' AND at > ${since}`)[0]
        ?.n ?? 0;
    const reports = all<{ number: string; person: number; state: string; lapses: string | null; hold: string }>(
      `SELECT r.number, r.account_id - 1 AS person, r.card_state AS state, r.lapses_on AS lapses,
       h.held_from || '..' || coalesce(h.held_until, '') AS hold
       FROM loss_report r JOIN debit_hold h ON h.number = r.number ORDER BY r.number`,
    );
    const lines = [
      ...reports.map(({ number, person: who, state, lapses, hold }) => {
        const over = state === 'oral' && lapses !== null && lapses < dateAt(at);
        return `report ${bare(number)} of ${who} ${over ? 'lapsed' : state} ${hold}`;
      }),
      ...texts(
        `SELECT (l.account_id - 1) || ' ' || l.kind || ' ' || coalesce(l.sign_count, 0) AS text
         FROM holder_login l JOIN account a ON a.id = l.account_id WHERE a.status = 'open' ORDER BY l.account_id`,
      ).map((text) => `login of ${text}`),
      ...texts(`SELECT count(*) AS text FROM used_challenge WHERE expires_at > ${at}`).map((n) => `${n} answered`),
      ...all<{ who: number; status: string; sealed: Uint8Array }>(
        `SELECT a.id - 1 AS who, a.status, c.number_sealed AS sealed
         FROM account a JOIN card c ON c.account_id = a.id WHERE c.status = 'active' ORDER BY a.id`,
      ).map(({ who, status, sealed }) => `account of ${who} ${status} ${keys.open('card', sealed)}`),
      ...texts(
        `SELECT (account_id - 1) || ' ' || kind || ' ' || coalesce(loss_number, '') AS text
         FROM holder_session JOIN account ON account.id = account_id
         WHERE ended_at IS NULL AND ends_at > ${at} AND status = 'open' ORDER BY 1`,
      ).map((text) => `session of ${/\d$|[A-Z0-9]$/.test(text) && text.includes('L0') ? bare(text) : text.trim()}`),
      ...texts(
        `SELECT kind || ' ' || state || ' ' || tries AS text FROM message WHERE state <> 'unaddressed' ORDER BY id`,
      ).map((text) => `message ${text}`),
      ...indexes.map((index, who) => {
        const [lock] = all<{ until: number }>(
          `SELECT until FROM door_lock WHERE person_index = '${index}' AND until > ${at}`,
        );
        return `door of ${who} failed ${count('person', index, at - DAY)} locked ${lock?.until ?? 0}`;
      }),
      ...addresses.map((who, nth) => `address ${peers[nth] ?? ''} ${count('address', who, at - HOUR)}`),
      ...numbers.map((tries, nth) => {
        const [tried, right] = tries.map((who) => count('address', who, at - HOUR));
        return `caller ${callers[nth] ?? ''} tried ${tried ?? 0} right ${right ?? 0}`;
      }),
      ...texts(
        `SELECT purpose || ' ' || (account_id IS NOT NULL) || ' ' || tries || ' ' || (used_at IS NOT NULL) AS text
         FROM one_time_code WHERE made_at > ${at - DAY}`,
      )
        .sort()
        .map((text) => `code ${text}`),
      ...texts(
        `SELECT (account_id - 1) || ' ' || state || ' ' || wrong_tries AS text FROM pin ORDER BY account_id`,
      ).map((text) => `PIN of ${text}`),
      ...texts("SELECT (account_id - 1) || ' ' || wrong_tries AS text FROM telephone_password ORDER BY account_id").map(
        (text) => `telephone password of ${text}`,
      ),
    ];
    const messages = all<{ id: number }>("SELECT id FROM message WHERE state <> 'unaddressed' ORDER BY id");
    return Promise.resolve({
      text: lines.join('\n'),
      numbers: reports.map(({ number }) => number),
      messages: messages.map(({ id }) => id),
    });
  });
}

const dateAt = (at: number): string => new Date(dayOf(at) * DAY).toISOString().slice(0, 10);

const MESSAGE_KINDS: Readonly<Record<string, string>> = {
  'code register': 'code for registering',
  'code report': 'code for a report',
  'code follow-up': 'code for following up',
};

export function expected(world: World, { peers, callers }: Places): string {
  const { at, people, reports, sessions, messages, codes } = world;
  return [
    ...reports
      .map((report) => {
        const card = isLapsed(report, at) ? 'lapsed' : report.card;
        return `report ${report.digits} of ${report.person} ${card} ${report.from}..${report.until ?? ''}`;
      })
      .sort(),
    ...people.flatMap(({ login }, who) =>
      login === null ? [] : [`login of ${who} ${login.credential.kind} ${login.uses}`],
    ),
    `${Object.values(world.answered).filter((until) => until > at).length} answered`,
    ...people.map(({ isClosed, card }, who) => `account of ${who} ${isClosed ? 'closed' : 'open'} ${card}`),
    ...sessions
      .filter(({ ended, endsAt }) => !ended && endsAt > at)
      .map(({ person: who, kind, number }) => `session of ${`${who} ${kind} ${number ?? ''}`.trim()}`)
      .sort(),
    ...messages.map(({ kind, state, tries }) => `message ${MESSAGE_KINDS[kind] ?? kind} ${state} ${tries}`),
    ...people.map(({ failures, lockedUntil }, who) => {
      const failed = failures.filter((each) => each > at - DAY).length;
      return `door of ${who} failed ${failed} locked ${lockedUntil > at ? lockedUntil : 0}`;
    }),
    ...peers.map(
      (peer) => `address ${peer} ${(world.addresses[peer] ?? []).filter((each) => each > at - HOUR).length}`,
    ),
    ...callers.map((from) => {
      const { tried = [], right = [] } = world.callers[from] ?? {};
      const lately = (times: readonly number[]): number => times.filter((each) => each > at - HOUR).length;
      return `caller ${from} tried ${lately(tried)} right ${lately(right)}`;
    }),
    ...codes
      .filter(({ madeAt }) => madeAt > at - DAY)
      .map(({ purpose, known, tries, used }) => `code ${purpose} ${Number(known)} ${tries} ${Number(used)}`)
      .sort(),
    ...people.map(({ pin }, who) => `PIN of ${who} ${pin.locked ? 'locked' : 'set'} ${pin.wrong}`),
    ...people.flatMap(({ telephone, isClosed }, who) =>
      isClosed ? [] : [`telephone password of ${who} ${telephone.wrong}`],
    ),
  ].join('\n');
}
