/** What a day comes to, added up line by line from the books and the record, to be held against the report on paper. */
import { addDays, type BusinessDate } from '../../../electron/contract/kernel/dates.ts';
import { fen, yuanGrouped, type Fen } from '../../../electron/contract/kernel/money.ts';
import { throughDoor, type PreparedOffice } from './demo-office.ts';
import { plainLines } from './paper.ts';

interface Line {
  readonly account: string;
  readonly day: string;
  readonly amountFen: Fen;
}

interface Act {
  readonly seq: number;
  readonly hash: string;
  readonly actor: string;
  readonly verb: string;
  readonly outcome: string;
  readonly subject: string | null;
  readonly details: string;
}

/** All that was ever posted, of the holders what each posting comes to, and all that was done on the day. */
async function read(office: PreparedOffice, day: BusinessDate) {
  return throughDoor(office, ({ ledger }) =>
    ledger.books.read(async ({ sql }) => ({
      lines: sql
        .rows<[], Line>(
          `SELECT 'holders' AS account, business_date AS day, sum(amount_fen) AS amountFen FROM entry GROUP BY posting_id
           UNION ALL SELECT control_line.control, posting.business_date, control_line.amount_fen
           FROM control_line JOIN posting ON posting.id = control_line.posting_id`,
        )
        .all(),
      controls: sql.values<[], string>('SELECT code FROM control_account').all(),
      acts: sql
        .rows<[string], Act>(
          'SELECT seq, hash, actor, verb, outcome, subject, details FROM audit WHERE business_date = ? ORDER BY seq',
        )
        .all(day),
      accounts: sql.values<[], number>('SELECT count(*) FROM account').get() ?? 0,
      fees: sql
        .rows<[], { number: string; feeFen: number | null }>('SELECT number, fee_fen AS feeFen FROM loss_report')
        .all(),
    })),
  );
}

const NAMES: Readonly<Record<string, string>> = {
  holders: '持卡人账户 Holders',
  'fund-clearing': '医保基金清算 Fund clearing',
  'institution-settlement': '定点机构结算 Institutions',
  interest: '结息 Interest',
  corrections: '账务更正 Corrections',
};

function balanceRow(account: string, day: BusinessDate, lines: readonly Line[]): string {
  const of = lines.filter((line) => line.account === account);
  const sum = (some: readonly Line[]): number => some.reduce((all, { amountFen }) => all + amountFen, 0);
  const today = of.filter((line) => line.day === day);
  const opening = sum(of.filter((line) => line.day < day));
  // Postings of one kind move an account one way: money in and money out are their signs.
  const [out, into] = [today.filter(({ amountFen }) => amountFen < 0), today.filter(({ amountFen }) => amountFen > 0)];
  const figures = [opening, -sum(out) + 0, sum(into), opening + sum(today)].map((each) => yuanGrouped(fen(each)));
  return [NAMES[account], ...figures].join(' ');
}

type Found = Awaited<ReturnType<typeof read>>;

/** A clerk's till as it was counted, in yuan. */
export interface TillCounted {
  readonly code: string;
  readonly name: string;
  readonly yuan: string;
  readonly reason: string | null;
}

/** What a counter refuses; a wrong password or another door's refusal is no matter of a till. */
const AT_COUNTER =
  /^(visit|loss|pin|holder|entry|customer|file|register|institutions|document|paper|statement|print)\./;

function tillRow({ code, name, yuan, reason }: TillCounted, found: Found): string {
  const own = found.acts.filter(({ actor }) => actor === code);
  const visits = own.filter(({ verb, outcome }) => verb === 'visit.open' && outcome === 'done').length;
  const refused = own.filter(({ verb, outcome }) => outcome !== 'done' && AT_COUNTER.test(verb)).length;
  const replaced = own.filter(({ verb, outcome }) => verb === 'loss.reissue' && outcome === 'done');
  const due = replaced.reduce(
    (sum, { subject }) => sum + (found.fees.find(({ number }) => number === subject)?.feeFen ?? 0),
    0,
  );
  const figures = [visits, refused, yuanGrouped(fen(due)), yuan, reason ?? ''];
  return [`${code} ${name}`, '已轧账 closed', ...figures].join(' ').trim();
}

/** Every line that the report of the day must have, with single blanks. */
export async function linesOfReport(office: PreparedOffice, day: BusinessDate, tills: readonly TillCounted[]) {
  const found = await read(office, day);
  const closing = found.acts.findLast(({ verb, outcome }) => verb === 'day.close' && outcome === 'done');
  const posted = found.acts.filter(({ verb }) => verb === 'file.posted');
  const report = JSON.parse(closing?.details ?? '{}') as { report?: string };
  return {
    posted: posted.length,
    lines: [
      `营业日 Business day ${day} → 下一营业日 next ${addDays(day, 1)}`,
      `审计记录 Audit head ${closing?.seq} ${closing?.hash.slice(0, 32)}`,
      ...['holders', ...found.controls].map((account) => balanceRow(account, day, found.lines)),
      `持卡人合计 + 总账科目合计 Holders + control accounts（${found.accounts} 户 accounts） 0.00`,
      ...tills.map((till) => tillRow(till, found)),
    ],
    number: report.report ?? '',
  };
}

/** Those of the lines that the paper does not have. */
export function missingOn(paper: string, lines: readonly string[]): readonly string[] {
  const printed = plainLines(paper);
  return lines.filter((line) => !printed.includes(line));
}
