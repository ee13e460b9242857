/** Forms and receipts as a visit prepares them: on which paper, and what they tell of the visit and the clerk. */
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LossCounter } from '../../../../offices/loss-counter.ts';
import { copyOf, lossOf, makeTemplate, Office, type Template } from '../../../../offices/small-office.ts';
import { pagesOf, squeezed } from './loss-pages.ts';

let template: Template;
let office: Office;
let counter: LossCounter;
beforeAll(async () => {
  template = await makeTemplate();
});
beforeEach(async () => {
  office = new Office(copyOf(template));
  counter = await LossCounter.at(office, template.clerk);
});
afterEach(() => office.close());

async function receipt(paper: 'a4' | 'a5' | 'slip' | null) {
  const { visitId } = counter;
  const wanted = { visitId, kind: 'password-receipt', lossNumber: null, paper, language: 'zh-CN' } as const;
  return office.must('paper.prepare', wanted, template.clerk);
}

test.each([
  [0, 'a4', 1],
  [1, 'a5', 2],
  [2, 'slip', 1],
] as const)(
  'with receiptPaper %i a receipt goes to %s unless another paper is asked for',
  async (value, paper, pages) => {
    await office.typePins(counter.visitId, 'first', ['852741', '852741'], template.clerk);
    await office.changeSetting('receiptPaper', value);
    expect(await receipt(null)).toMatchObject({ paper, pages });
    for (const asked of ['a4', 'a5', 'slip'] as const) expect(await receipt(asked)).toMatchObject({ paper: asked });
  },
);

test('a loss form tells the network check, the second document, the clerk by name, and who bears what', async () => {
  const { visitId } = counter;
  const { number } = await office.must('loss.report', lossOf(visitId, { kind: 'formal' }), template.clerk);
  await office.changeSetting('queryTelephone', '95588');
  const wanted = { visitId, kind: 'loss-form', lossNumber: number, paper: null, language: 'zh-CN' } as const;
  const form = await office.must('paper.prepare', wanted, template.clerk);
  expect(form).toMatchObject({ paper: 'a4', pages: 2 });
  for (const text of (await pagesOf(form.pdf)).map(squeezed)) {
    expect(text).toMatch(/联网核查结果Networkcheck号码与姓名一致/);
    expect(text).toMatch(/辅助证件Seconddocument/);
    expect(text).toMatch(/经办柜员Clerk1001\p{Script=Han}+/u);
    expect(text).toContain('受理挂失前，账户资金已被他人支用的，本网点不负赔偿责任（参照《储蓄管理条例》第三十一条）');
    expect(text).toContain('查询电话Enquiries：95588');
  }
});
