/** Files as the department and the clearing centre would send them for the demo office's next month. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { yuanPlain, fen } from '../../../electron/contract/kernel/money.ts';
import type { Holder } from './holders.ts';

export interface AllocationLine {
  readonly id: string;
  readonly idNumber: string;
  readonly name: string;
  readonly card: string;
  readonly amount: string;
}

export function goodLine(id: number, { idNumber, name, card }: Holder, amountFen: number): AllocationLine {
  return { id: String(id), idNumber, name, card, amount: yuanPlain(fen(amountFen)) };
}

/** `declaredFen`: the sum the header says, which counts every well-formed amount. */
export function allocationCsv(batch: string, declaredFen: number, lines: readonly AllocationLine[]): string {
  const rows = lines.map(({ id, idNumber, name, card, amount }) =>
    [id, idNumber, name, card, amount, '2025年2月个人账户划入'].join(','),
  );
  const head = ['批次号,入账年月,笔数,总金额', `${batch},202502,${lines.length},${yuanPlain(fen(declaredFen))}`];
  return [...head, '序号,证件号码,姓名,卡号,金额,摘要', ...rows, ''].join('\r\n');
}

/** So many small purchases of one holder, in UTF-8. */
export function settlementCsv(file: string, { card }: Holder, purchases: number): string {
  const rows = Array.from(
    { length: purchases },
    (_, at) =>
      `${file}${String(at).padStart(4, '0')},2025013108${String(at % 60).padStart(2, '0')}00,H0001,T000101,${card},消费,药店,0.50,`,
  );
  const net = yuanPlain(fen(purchases * 50));
  const head = ['清算文件号,清算日期,笔数,净额', `${file},20250131,${purchases},${net}`];
  return [...head, '流水号,交易时间,机构编号,终端号,卡号,交易类型,类别,金额,原流水号', ...rows, ''].join('\r\n');
}

export function writeFile(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
