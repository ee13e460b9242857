/** What callers ask at the telephone's menu. */
import { person } from '../../offices/made-up-people.ts';
import type { Act } from './acts.ts';
import type { Asker, From } from './asker.ts';
import { bare, told, uuid } from './asked-names.ts';

type OfCallers = Extract<
  Act,
  {
    act: 'call' | 'report by call' | 'report unproven' | 'progress by call' | 'change PIN' | 'send number' | 'hang up';
  }
>;

const calling = (session: string | null, peer = '13912597620'): From => ({ door: 'telephone', session, peer });

export function byTelephone(asking: Asker, act: OfCallers): Promise<string> {
  switch (act.act) {
    case 'call': {
      const input = { idNumber: person(act.person).idNumber, password: Buffer.from(act.digits) };
      return asking.answer('telephone.prove', input, calling(null, act.from), () => 'proven', act.session);
    }
    case 'report by call':
      return asking.answer('telephone.report', { operationId: uuid(act.op) }, calling(act.session), ({ number }) =>
        bare(number),
      );
    case 'report unproven': {
      const input = { operationId: uuid(act.op), idNumber: person(act.person).idNumber, phone: act.phone };
      return asking.answer('telephone.reportUnproven', input, calling(null, act.from), ({ number }) => bare(number));
    }
    case 'progress by call':
      return asking.answer('telephone.progress', {}, calling(act.session), (reports) => reports.map(told).join(', '));
    case 'change PIN': {
      const [old, fresh, repeated] = [act.old, act.fresh, act.fresh].map((digits) => Buffer.from(digits));
      if (!old || !fresh || !repeated) throw new Error('three entries');
      return asking.answer('telephone.changePin', { old, new: fresh, repeated }, calling(act.session), (changed) =>
        changed.outcome === 'wrong' ? `wrong ${changed.triesLeft}` : changed.outcome,
      );
    }
    case 'send number': {
      const input = { number: asking.numberOf(act.number), language: 'zh-CN' } as const;
      return asking.answer('telephone.sendNumber', input, calling(act.session), () => 'done');
    }
    case 'hang up':
      return asking.answer('telephone.hangUp', {}, calling(act.session), () => 'done');
  }
}
