/**
 * The statement as ISO 20022 camt.053.001.08: opening balance + signed booked entries = closing balance
 * (docs/formats.md 5).
 */
import { fen, yuanPlain, type Fen } from '../../../contract/kernel/money.ts';
import type { BusinessDate } from '../../../contract/kernel/dates.ts';
import type { StatementEntry } from '../../../contract/office/office-views.ts';
import type { EntryKind } from '../../../contract/kernel/vocabulary.ts';
import { assertStatementAddsUp, type StatementView } from './statement-view.ts';
import { element, optionalText, shortened, textElement } from '../../paper/xml-text.ts';

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08';
const ISSUER = 'MEDICARD';
/** Max35Text, Max140Text, Max500Text of the schema. */
const LONGEST_REFERENCE = 35;
const LONGEST_REMITTANCE = 140;
const LONGEST_INFORMATION = 500;
/** ISO 20022's own word for an identifier that the other side left out. */
const NOT_PROVIDED = 'NOTPROVIDED';

/** Proprietary transaction codes; ISO's own list has none for a restricted medical purse. */
const TRANSACTION_CODES: Readonly<Record<EntryKind, string>> = {
  allocation: 'ALLOCATION',
  consumption: 'CONSUMPTION',
  void: 'VOID',
  refund: 'REFUND',
  interest: 'INTEREST',
  correction: 'CORRECTION',
};

/**
 * `accountId` identifies the account in Acct/Id/Othr/Id, at most 34 characters: the card number, whole where the caller
 * may have it whole. Throws a RangeError for a statement that lists only some kinds, whose entries cannot make the
 * closing balance, for one that does not add up, and for an id of no or too many characters.
 */
export function statementCamt053(view: StatementView, accountId: string): string {
  assertStatementAddsUp(view);
  if (view.kindFilter !== null) throw new RangeError('camt.053 holds every entry of its period, no selection of kinds');
  if (accountId.length < 1 || accountId.length > 34) throw new RangeError('an account id has 1 to 34 characters');
  const madeAt = new Date(view.issuedAt.instant).toISOString();
  const statement = [
    textElement('Id', shortened(view.documentNumber, LONGEST_REFERENCE)),
    textElement('CreDtTm', madeAt),
    period(view),
    view.reprint === null ? '' : textElement('CpyDplctInd', 'DUPL'),
    account(view, accountId),
    balance('OPBD', view.openingFen, view.period.from),
    balance('CLBD', view.closingFen, view.period.to),
    ...view.entries.map((line) => entry(view, line)),
  ];
  const header = [
    textElement('MsgId', shortened(view.documentNumber, LONGEST_REFERENCE)),
    textElement('CreDtTm', madeAt),
  ];
  const report = element('BkToCstmrStmt', element('GrpHdr', ...header), element('Stmt', ...statement));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${NAMESPACE}">${report}</Document>\n`;
}

function period({ period: { from, to } }: StatementView): string {
  return element('FrToDt', textElement('FrDtTm', `${from}T00:00:00`), textElement('ToDtTm', `${to}T23:59:59`));
}

function account(view: StatementView, accountId: string): string {
  return element(
    'Acct',
    element('Id', element('Othr', textElement('Id', accountId))),
    textElement('Ccy', 'CNY'),
    optionalElement('Ownr', optionalText('Nm', shortened(view.holder.name, 140))),
    element('Svcr', element('FinInstnId', element('Othr', textElement('Id', shortened(view.office.code, 35))))),
  );
}

function optionalElement(name: string, content: string): string {
  return content === '' ? '' : element(name, content);
}

function balance(type: 'OPBD' | 'CLBD', amountFen: Fen, date: BusinessDate): string {
  return element(
    'Bal',
    element('Tp', element('CdOrPrtry', textElement('Cd', type))),
    signedAmount(amountFen),
    element('Dt', textElement('Dt', date)),
  );
}

/** The schema's amounts have no sign; the indicator beside them does. Zero counts as credit. */
function signedAmount(amountFen: Fen): string {
  const magnitude = yuanPlain(fen(Math.abs(amountFen)));
  return `<Amt Ccy="CNY">${magnitude}</Amt>${textElement('CdtDbtInd', amountFen < 0 ? 'DBIT' : 'CRDT')}`;
}

/**
 * The ledger's own reference of an entry: an account's number and the entry's place in the account, neither of which is
 * ever given out again. Readers drop a second entry with the same one.
 */
function ownReference({ accountNumber }: StatementView, { seq }: StatementEntry): string {
  return `${accountNumber}-${seq}`;
}

function entry(view: StatementView, line: StatementEntry): string {
  const text = [line.place, line.terminal, line.text, ...beyondSchema(line)]
    .filter((part) => part !== null && part !== '')
    .join(' ');
  return element(
    'Ntry',
    textElement('NtryRef', String(line.seq)),
    signedAmount(line.amountFen),
    line.kind === 'void' || line.corrects !== null ? textElement('RvslInd', 'true') : '',
    element('Sts', textElement('Cd', 'BOOK')),
    element('BookgDt', textElement('Dt', line.date)),
    element('ValDt', textElement('Dt', line.date)),
    textElement('AcctSvcrRef', ownReference(view, line)),
    element('BkTxCd', element('Prtry', textElement('Cd', TRANSACTION_CODES[line.kind]), textElement('Issr', ISSUER))),
    element('NtryDtls', element('TxDtls', ...details(line, text))),
    optionalText('AddtlNtryInf', shortened(text, LONGEST_INFORMATION)),
  );
}

/** A reference of the other side that is too long for a reference of the schema: it goes whole into the text. */
function beyondSchema({ reference }: StatementEntry): readonly string[] {
  return Array.from(reference).length > LONGEST_REFERENCE ? [reference] : [];
}

/** In the order of the schema; EndToEndId is the other side's reference, or ISO 20022's word for none. */
function details(line: StatementEntry, text: string): readonly string[] {
  const fits = line.reference !== '' && beyondSchema(line).length === 0;
  return [
    element('Refs', textElement('EndToEndId', fits ? line.reference : NOT_PROVIDED)),
    optionalElement(
      'RmtInf',
      pieces(text)
        .map((piece) => textElement('Ustrd', piece))
        .join(''),
    ),
    line.occurredAt === null ? '' : element('RltdDts', textElement('TxDtTm', line.occurredAt.replace(' ', 'T'))),
  ];
}

/** A text in as many pieces as the schema's length makes of it, none of them blank. */
function pieces(text: string): readonly string[] {
  const characters = Array.from(text);
  const count = Math.ceil(characters.length / LONGEST_REMITTANCE);
  return Array.from({ length: count }, (_, at) =>
    characters.slice(at * LONGEST_REMITTANCE, (at + 1) * LONGEST_REMITTANCE).join(''),
  );
}
