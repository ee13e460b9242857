/** The answer to a file is named after its batch; one that gives itself no number, after the file (docs/formats.md 3). */
import { beforeAll, expect, test } from 'vitest';
import { copyOf, makeTemplate, Office, type Template } from '../../../offices/small-office.ts';
import { allocationCsv, INSTITUTIONS, person, settlementCsv } from '../../../offices/made-up-people.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const credits = [{ id: '1', to: person(0), amount: '1.00' }];

test.each([
  ['an allocation', allocationCsv('YB20240229001', '1.00', credits), 'answer-YB20240229001.xml'],
  ['an allocation refused whole', allocationCsv('YB20240229001', '2.00', credits), 'answer-YB20240229001.xml'],
  ['a settlement', settlementCsv('QS20240229001', '0.00', []), 'answer-QS20240229001.csv'],
  [
    'a number that no system takes for a name',
    allocationCsv('医保/2024:02*', '1.00', credits),
    'answer-医保-2024-02-.xml',
  ],
])('%s', async (_, text, fileName) => {
  const office = new Office(copyOf(template));
  const intakeId = await office.receive(text, template.clerk);
  expect(await office.must('file.answerName', { intakeId }, template.clerk)).toEqual({ fileName });
  office.close();
});

test('a file that cannot be read as one still has an answer with a name; a list of institutions has none', async () => {
  const office = new Office(copyOf(template));
  const broken = await office.receive('no file of the department', template.clerk);
  const { fileName } = await office.must('file.answerName', { intakeId: broken }, template.clerk);
  expect(fileName).toMatch(/^answer-[0-9a-f]{8}\.xml$/);
  const institutions = await office.receive(INSTITUTIONS, template.clerk);
  expect(await office.codeOf('file.answerName', { intakeId: institutions }, template.clerk)).toBe('FILE_UNKNOWN');
  office.close();
});
