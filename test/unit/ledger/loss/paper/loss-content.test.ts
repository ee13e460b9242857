import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../../property-seed.ts';
import { yuanGrouped } from '../../../../../electron/contract/kernel/money.ts';
import * as labels from '../../../../../electron/ledger/loss/paper/loss-paper-labels.ts';
import { lossPaperPdf } from '../../../../../electron/ledger/loss/paper/loss-paper-pdf.ts';
import type { LossPaperView } from '../../../../../electron/ledger/loss/paper/loss-paper-view.ts';
import type { Label } from '../../../../../electron/ledger/paper/paper-labels.ts';
import { bare, pagesOf, squeezed } from './loss-pages.ts';
import { paperArbitrary, paperOf, RECEIPTS } from './loss-sample.ts';

async function textsOf(view: LossPaperView): Promise<readonly string[]> {
  return (await pagesOf(lossPaperPdf(view).pdf)).map(squeezed);
}

async function textOf(view: LossPaperView): Promise<string> {
  return (await textsOf(view)).join('');
}

const { FIELDS } = labels;
const dash = (value: string | null | undefined): string => (bare(value ?? '') === '' ? '—' : bare(value ?? ''));
const beside = ({ zh, en }: Label, value: string | null | undefined): string => bare(zh + en) + dash(value);
const word = ({ zh, en }: Label): string => zh + en;

/** Every field of docs/rules.md 3, each with its label before it; the agent's labels follow the agent's heading. */
function fieldsOfRules(view: LossPaperView): readonly string[] {
  const { loss, holder, agent, reissue } = view;
  const resident = word(labels.RESIDENT_ID);
  const fee = reissue && `${yuanGrouped(reissue.feeFen)}元CNY（${word(labels.FEE_CLASSES[reissue.feeClass])}）`;
  return [
    loss!.number,
    beside(FIELDS.journalNumber, view.journalNumber),
    beside(FIELDS.reportedAt, loss!.reportedAt),
    beside(FIELDS.object, word(labels.OBJECTS[loss!.object])),
    beside(FIELDS.kind, word(labels.KINDS[loss!.kind])),
    beside(FIELDS.channel, word(labels.CHANNELS[loss!.channel])),
    beside(FIELDS.status, word(labels.STATUSES[loss!.status])),
    beside(FIELDS.missedSince, loss!.missedSince),
    beside(FIELDS.lostFrom, loss!.lostFrom),
    beside(FIELDS.lapsesOn, loss!.lapsesOn && `${loss!.lapsesOn} 24:00`),
    beside(FIELDS.reissueFrom, loss!.reissueFrom),
    beside(FIELDS.renewFrom, loss!.renewFrom),
    beside(FIELDS.secondReference, loss!.secondReference),
    beside(FIELDS.fee, fee),
    `持卡人Holder${beside(FIELDS.name, holder.name)}${beside(FIELDS.phone, holder.phone)}`,
    beside(FIELDS.idType, resident) + beside(FIELDS.idNumber, holder.idNumber),
    beside(FIELDS.employer, holder.employer) + beside(FIELDS.address, holder.address),
    `代办人Agent${beside(FIELDS.name, agent?.name)}${beside(FIELDS.relation, agent?.relation)}`,
    beside(FIELDS.idType, agent && resident) + beside(FIELDS.idNumber, agent?.idNumber),
    beside(FIELDS.phone, agent?.phone) + beside(FIELDS.address, agent?.address),
    beside(FIELDS.card, view.card) + beside(FIELDS.account, view.accountNumber),
    beside(FIELDS.openedOn, view.openedOn),
    beside(FIELDS.balance, `${yuanGrouped(view.balanceFen)} 元 CNY`),
    beside(FIELDS.office, `${view.office.code} ${view.office.name}`),
    beside(FIELDS.networkCheck, view.networkCheck && word(labels.NETWORK_CHECKS[view.networkCheck])) +
      beside(FIELDS.secondDocument, view.secondDocument),
    beside(FIELDS.counter, view.counter) + beside(FIELDS.clerk, `${view.clerk} ${view.clerkName ?? ''}`),
    beside(FIELDS.authorisedBy, view.authorisedBy && `${view.authorisedBy} ${view.authoriserName ?? ''}`) +
      beside(FIELDS.issuedAt, view.issuedAt.local),
    bare(labels.LIABILITY.zh + labels.LIABILITY.en),
    agent === null ? '客户签名' : '代办人签名',
    '经办柜员签章',
    `凭证编号Documentno.${view.documentNumber}`,
    `验证码Verificationcode${view.verificationCode}`,
  ];
}

test('each copy of the loss form carries every field of docs/rules.md 3, whole and beside its label', async () => {
  await fc.assert(
    fc.asyncProperty(paperArbitrary('loss-form'), async (view) => {
      const pages = await textsOf(view);
      expect(pages.length).toBe(2);
      for (const text of pages) for (const part of fieldsOfRules(view)) expect(text).toContain(part);
    }),
    { numRuns: 25 },
  );
});

test('the two copies differ in the copy mark and the page number alone', async () => {
  const [bank, customer] = await textsOf(paperOf('loss-form'));
  expect(bank).toContain('第一联银行留存联Copy1:bank');
  expect(bank).toContain('第1页/共2页Page1of2');
  expect(customer).toContain('第二联客户联Copy2:customer');
  const asBank = customer!
    .replace('第二联客户联Copy2:customer', '第一联银行留存联Copy1:bank')
    .replace('第2页/共2页Page2of2', '第1页/共2页Page1of2');
  expect(asBank).toBe(bank);
});

test.each(['loss-form', ...RECEIPTS] as const)(
  'a reprint of a %s says which one it is, the original does not',
  async (kind) => {
    const mark = '补打第3份（柜员1002）/Reprint3(clerk1002)（非原件nottheoriginal）';
    for (const text of await textsOf(paperOf(kind, { reprint: { count: 3, clerk: '1002' } })))
      expect(text).toContain(mark);
    for (const text of await textsOf(paperOf(kind))) expect(text).not.toContain('补打');
  },
);

test.each(['a4', 'a5', 'slip'] as const)(
  'the reissue receipt on %s tells old card, new card, insurance number and fee',
  async (paper) => {
    const view = paperOf('reissue-receipt', { paper });
    const text = await textOf(view);
    expect(text).toContain(beside(FIELDS.oldCard, view.card) + beside(FIELDS.newCard, '6213300000000000029'));
    expect(text).toContain(beside(FIELDS.newInsuranceNumber, 'YB0000000917'));
    expect(text).toContain(beside(FIELDS.fee, '20.00 元 CNY（标准 standard）'));
    expect(text).toContain(view.loss!.number);
  },
);

test.each(['a4', 'a5', 'slip'] as const)(
  'the cancellation receipt on %s tells the report that no longer stands',
  async (paper) => {
    const { loss } = paperOf('cancellation-receipt');
    const view = paperOf('cancellation-receipt', { paper, loss: loss && { ...loss, status: 'cancelled' } });
    const text = await textOf(view);
    for (const part of [view.loss!.number, '书面挂失Formal', '已解除挂失Cancelled', '该挂失已解除，恢复支付。'])
      expect(text).toContain(part);
  },
);

test.each(['a4', 'a5', 'slip'] as const)(
  'every receipt on %s names office, hands, journal, document and holder',
  async (paper) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...RECEIPTS).chain(paperArbitrary), async (drawn) => {
        const view = { ...drawn, paper };
        const text = await textOf(view);
        const { office, holder, agent } = view;
        const said = [office.name, `${office.code}${office.name}`, view.counter, view.clerk, view.authorisedBy];
        const papers = [view.journalNumber, view.documentNumber, view.verificationCode, view.issuedAt.local];
        const persons = [holder.name, holder.idNumber, view.accountNumber, view.card, agent?.name, agent?.idNumber];
        for (const part of [...said, ...papers, ...persons]) expect(text).toContain(bare(part ?? ''));
      }),
      { numRuns: 25 },
    );
  },
);

test.each(Object.keys(labels.TASKS) as (keyof typeof labels.TASKS)[])(
  'the receipt of a PIN (%s) holds no figure but those of the view: none could be the PIN',
  async (task) => {
    for (const paper of ['a4', 'a5', 'slip'] as const) {
      const view = paperOf('password-receipt', { paper, password: { task } });
      let text = await textOf(view);
      expect(text).toContain(bare(word(labels.TASKS[task])));
      const { office, holder } = view;
      const figures = [
        view.documentNumber,
        view.verificationCode,
        view.journalNumber,
        view.issuedAt.local,
        holder.idNumber,
      ];
      for (const figure of [...figures, view.card, view.accountNumber, office.code, view.counter, view.clerk])
        text = text.replaceAll(bare(figure), '');
      const pages = /第\d页\/共\d页Page\dof\d|Copy\d:/g;
      expect(text.replaceAll(pages, '')).not.toMatch(/\d/);
    }
  },
);
