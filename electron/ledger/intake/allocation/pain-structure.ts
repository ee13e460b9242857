/**
 * The elements of pain.001 that matter to an allocation, in the order and number their schema sets. One tree serves
 * .09 and .03: their sequences agree but for a few optional elements that .09 added. What is listed without a structure
 * of its own is allowed there and passed over unread.
 */

/** Texts that the reader takes up. */
export type PainSlot =
  | 'MsgId'
  | 'NbOfTxs'
  | 'CtrlSum'
  | 'PmtInfId'
  | 'PmtMtd'
  | 'BlockNbOfTxs'
  | 'BlockCtrlSum'
  | 'EndToEndId'
  | 'InstdAmt'
  | 'Name'
  | 'IdNumber'
  | 'IdScheme'
  | 'Card'
  | 'Text';

export type PainElement = {
  readonly name: string;
  /** Exactly one child, of any of the names. */
  readonly isChoice: boolean;
  readonly children: ReadonlyMap<string, PainChild>;
  /** Bit n stands for the child of index n. */
  readonly required: number;
};

export type PainChild = {
  readonly name: string;
  readonly index: number;
  readonly repeats: boolean;
  readonly content: PainElement | PainSlot | null;
};

/** `Name` once or not at all, `Name!` exactly once, `Name*` any number, `Name+` at least one. */
function element(
  name: string,
  sequence: string,
  contents: Readonly<Record<string, PainElement | PainSlot>>,
  isChoice = false,
): PainElement {
  const children = sequence.split(' ').map((item, index): PainChild => {
    const child = item.replace(/[!*+]$/, '');
    return { name: child, index, repeats: /[*+]$/.test(item), content: contents[child] ?? null };
  });
  const required = sequence.split(' ').reduce((bits, item, at) => (/[!+]$/.test(item) ? bits | (1 << at) : bits), 0);
  return { name, isChoice, required, children: new Map(children.map((child) => [child.name, child])) };
}

function choice(name: string, names: string, contents: Readonly<Record<string, PainElement | PainSlot>>): PainElement {
  return element(name, names, contents, true);
}

const OTHER = 'Id! SchmeNm Issr';

/** One of a private person's identifications: which of them is the ID number, its scheme says. */
export const PRIVATE_OTHER = element('Othr', OTHER, {
  Id: 'IdNumber',
  SchmeNm: choice('SchmeNm', 'Cd Prtry', { Cd: 'IdScheme' }),
});

const creditor = element('Cdtr', 'Nm PstlAdr Id CtryOfRes CtctDtls', {
  Nm: 'Name',
  Id: choice('Id', 'OrgId PrvtId', {
    PrvtId: element('PrvtId', 'DtAndPlcOfBirth Othr*', { Othr: PRIVATE_OTHER }),
  }),
});

const creditorAccount = element('CdtrAcct', 'Id! Tp Ccy Nm Prxy', {
  Id: choice('Id', 'IBAN Othr', { Othr: element('Othr', OTHER, { Id: 'Card' }) }),
});

export const TRANSACTION = element(
  'CdtTrfTxInf',
  'PmtId! PmtTpInf Amt! XchgRateInf ChrgBr ChqInstr UltmtDbtr IntrmyAgt1 IntrmyAgt1Acct IntrmyAgt2 IntrmyAgt2Acct ' +
    'IntrmyAgt3 IntrmyAgt3Acct CdtrAgt CdtrAgtAcct Cdtr CdtrAcct UltmtCdtr InstrForCdtrAgt* InstrForDbtrAgt Purp ' +
    'RgltryRptg* Tax RltdRmtInf* RmtInf SplmtryData*',
  {
    PmtId: element('PmtId', 'InstrId EndToEndId! UETR', { EndToEndId: 'EndToEndId' }),
    Amt: choice('Amt', 'InstdAmt EqvtAmt', { InstdAmt: 'InstdAmt' }),
    Cdtr: creditor,
    CdtrAcct: creditorAccount,
    RmtInf: element('RmtInf', 'Ustrd* Strd*', { Ustrd: 'Text' }),
  },
);

export const PAYMENT = element(
  'PmtInf',
  'PmtInfId! PmtMtd! BtchBookg NbOfTxs CtrlSum PmtTpInf ReqdExctnDt! PoolgAdjstmntDt Dbtr! DbtrAcct! DbtrAgt! ' +
    'DbtrAgtAcct InstrForDbtrAgt UltmtDbtr ChrgBr ChrgsAcct ChrgsAcctAgt CdtTrfTxInf+',
  {
    PmtInfId: 'PmtInfId',
    PmtMtd: 'PmtMtd',
    NbOfTxs: 'BlockNbOfTxs',
    CtrlSum: 'BlockCtrlSum',
    CdtTrfTxInf: TRANSACTION,
  },
);

export const GROUP = element('GrpHdr', 'MsgId! CreDtTm! Authstn* NbOfTxs! CtrlSum InitgPty! FwdgAgt', {
  MsgId: 'MsgId',
  NbOfTxs: 'NbOfTxs',
  CtrlSum: 'CtrlSum',
});

export const DOCUMENT = element('Document', 'CstmrCdtTrfInitn!', {
  CstmrCdtTrfInitn: element('CstmrCdtTrfInitn', 'GrpHdr! PmtInf+ SplmtryData*', { GrpHdr: GROUP, PmtInf: PAYMENT }),
});
