/** Files as the department would send them for the demo office's next month. */
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
