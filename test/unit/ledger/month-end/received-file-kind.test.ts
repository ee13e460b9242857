/** What a received file is, by its first title, also below a line that names the separator. */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { INSTITUTIONS, person, registerCsv, settlementCsv } from '../../../offices/made-up-people.ts';
import { copyOf, makeTemplate, Office, type Template } from '../../../offices/small-office.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const FILES = [
  ['register', registerCsv([person(0)])],
  ['institutions', INSTITUTIONS],
  ['settlement', settlementCsv('QS1', '0.00', [])],
] as const;

test.each(FILES)('a %s file is known below a line that names the separator', async (kind, text) => {
  const office = new Office(copyOf(template));
  for (const first of ['sep=,\r\n', '"sep=,"\n', '']) {
    const intakeId = await office.receive(`${first}${text}`, template.clerk);
    const checked = await office.must('file.check', { operationId: randomUUID(), intakeId }, template.clerk);
    expect(checked.kind).toBe(kind);
  }
  office.close();
});
