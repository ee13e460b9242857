/** `message list`: what is to be sent to holders, and what came of it; never what it says (docs/ledger.md 13). */
import type { Output } from '../../../contract/verbs.ts';
import { UsageError, type Command } from '../command.ts';
import { everyPage } from '../every-page.ts';
import { ask } from '../opened-office.ts';
import { withOffice } from '../open-office.ts';

export const message: Command = async ({ args, folder }) => {
  if (args.length !== 1 || args[0] !== 'list') throw new UsageError('message list');
  return withOffice(folder, async (office) => {
    const messages = await everyPage('message.list', (page) => ask(office, 'message.list', { page }, null));
    return { json: { messages }, text: messages.length === 0 ? 'no messages' : messages.map(inWords).join('\n') };
  });
};

function inWords(listed: Output<'message.list'>['items'][number]): string {
  const { id, kind, phoneMasked, state, tries, madeAt, failure } = listed;
  const made = new Date(madeAt).toISOString();
  const why = failure === null ? '' : ` (${failure})`;
  return `${id}  ${made}  ${phoneMasked}  ${kind}: ${state}, tries ${tries}${why}`;
}
