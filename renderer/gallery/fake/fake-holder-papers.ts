/** Papers that were made before, in the fake program. */
import type { HolderPaper } from '../../../electron/contract/printing/paper-views.ts';
import { givenAgain, ok, pageFrom, refusedWith, type FakeState } from './fake-state.ts';
import { pagesOf } from './fake-visit.ts';
import type { Answers } from './fake-wire.ts';
import { isQueuedHere } from './fake-visit.ts';

type PaperVerb = 'paper.ofVisit' | 'paper.find' | 'paper.ofReport' | 'paper.show' | 'paper.save';

const OPEN: readonly string[] = ['reported', 'waiting'];

function calledWrong({ reports, options }: FakeState): string[] {
  const wrong = options.known?.calledWrong ?? [];
  return wrong.filter((number) => reports.some((report) => report.number === number && OPEN.includes(report.status)));
}

export function holderPaperAnswers(state: FakeState): Answers<PaperVerb> {
  const isNotGiven = (paper: HolderPaper) => paper.state === 'never' || paper.state === 'queued';
  return {
    'paper.ofVisit': ({ page }) =>
      ok({
        ...pageFrom(state.papers, page),
        notGiven: state.jobs.filter(isQueuedHere).map(({ documentNumber }) => documentNumber),
        notGivenBefore: state.papers.filter(isNotGiven).length,
        calledWrong: calledWrong(state),
      }),
    'paper.find': ({ ending }) => ok(state.papers.filter(({ documentNumber }) => documentNumber.endsWith(ending))),
    'paper.ofReport': ({ report }) => ok(state.papers.filter(({ lossNumber }) => lossNumber === report.number)),
    'paper.show': ({ documentNumber }) => {
      const paper = state.papers.find((each) => each.documentNumber === documentNumber);
      if (!paper) return refusedWith('DOCUMENT_UNKNOWN', { documentNumber });
      const { kind, copies } = paper;
      const known = { documentNumber, kind, verificationCode: 'K7QF-2M9X', paper: 'a4' as const, copy: copies + 1 };
      return ok({ ...known, ...pagesOf(state.options, 1), pdf: state.options.pdf ?? new Uint8Array() });
    },
    'paper.save': ({ documentNumber }) => {
      givenAgain(state, documentNumber, 'saved');
      return ok({ saved: true, fileName: `${documentNumber}.pdf` });
    },
  };
}
