/** Lists come from the ledger page by page; a command says all of one. */
import { verbs, type Output } from '../../contract/verbs.ts';

type PagedVerb = 'approval.list' | 'loss.worklist' | 'message.list';

export async function everyPage<V extends PagedVerb>(
  verb: V,
  askPage: (page: number) => Promise<unknown>,
): Promise<Output<V>['items'][number][]> {
  const items: Output<V>['items'][number][] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const answer = verbs[verb].output.parse(await askPage(page)) as Output<V>;
    items.push(...answer.items);
    ({ pages } = answer);
  }
  return items;
}
