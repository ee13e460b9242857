/** `correct ENTRY` (docs/rules.md 1): a posted entry's opposite, in a visit of the holder and before a second person. */
import { randomUUID } from 'node:crypto';
import { correctionReasonSchema } from '../../../contract/holder/entry-verbs.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { yuanGrouped } from '../../../contract/kernel/money.ts';
import { secondPerson } from '../acting.ts';
import { asActingClerk, inVisit, requireToken } from '../acting-clerk.ts';
import { onlyArgument, required, UsageError, type Command } from '../command.ts';
import { withOffice } from '../open-office.ts';
import { askFor } from '../opened-office.ts';
import { openVisitByCards } from '../visit-by-cards.ts';

export const correct: Command = async ({ args, options, folder }) => {
  const seq = Number(onlyArgument(args, 'entry number'));
  if (!Number.isSafeInteger(seq) || seq < 1) throw new UsageError('correct takes the number of an entry, from 1 on');
  const person = { idNumber: required(options, 'id-number'), card: required(options, 'card') };
  const reason = correctionReasonSchema.safeParse(required(options, 'reason'));
  if (!reason.success) throw new UsageError('--reason takes 2 to 200 characters');
  if (options.as === undefined) throw new RefusalError('SIGN_IN_REQUIRED', { option: '--as CODE' });
  return withOffice(folder, (office) =>
    asActingClerk(office, options, async (given) => {
      const token = requireToken(given);
      return inVisit(office, token, await openVisitByCards(office, token, person), async (visitId) => {
        const operationId = randomUUID();
        const input = { visitId, seq, reason: reason.data };
        if (options.ask === true) {
          const asked = { operationId, verb: 'entry.correct', input };
          const request = await askFor(office, 'approval.ask', asked, token);
          return { json: request, text: `request ${request.requestId} waits for a second person` };
        }
        const { request } = options;
        const second = request === undefined ? await secondPerson(options) : { requestId: request };
        const done = await askFor(office, 'entry.correct', { ...input, operationId, second }, token);
        const [amount, balance] = [yuanGrouped(done.amountFen), yuanGrouped(done.balanceFen)];
        return {
          json: done,
          text: `entry ${seq} corrected by entry ${done.seq}: ${amount} yuan on ${done.businessDate}, balance ${balance}`,
        };
      });
    }),
  );
};
