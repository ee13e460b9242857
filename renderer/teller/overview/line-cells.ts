/** What a line behind a figure says, cell by cell. */
import { JOURNAL_ACTS, type JournalAct } from '../../../electron/contract/journal/journal-acts.ts';
import type { OverviewLine } from '../../../electron/contract/overview/overview-verbs.ts';
import { showAmount, showCount, showMoment } from '../../shared/display-format.ts';
import type { useWords } from '../../shared/words/use-words.ts';
import { overviewWords } from './overview-words.ts';

interface Words {
  readonly t: ReturnType<typeof useWords>['t'];
  readonly timeZone: string;
}

interface Head {
  readonly title: string;
  readonly isFigure?: true;
}

interface LineCell {
  readonly text: string;
  readonly isFigure?: true;
}

const figure = (text: string): LineCell => ({ text, isFigure: true });

/** All lines of a figure are of one form. */
export function headOf({ line }: OverviewLine, { t }: Words): readonly Head[] {
  const sums: readonly Head[] = [
    { title: t('overview.count'), isFigure: true },
    { title: t('overview.amount'), isFigure: true },
  ];
  const texts = (...titles: readonly string[]): Head[] => titles.map((title) => ({ title }));
  switch (line) {
    case 'posting':
      return [...texts(t('overview.date'), t('overview.reference'), t('overview.institution')), ...sums];
    case 'month':
      return [...texts(t('overview.month'), t('overview.kindOf')), ...sums];
    case 'institution':
      return [...texts(t('overview.institution')), ...sums];
    case 'loss':
      return texts(t('overview.report'), t('overview.reportedAt'), t('overview.object'), t('overview.state'));
    case 'record':
      return texts(t('overview.at'), t('overview.act'), t('overview.clerk'), t('overview.record'));
  }
}

export function lineCells(line: OverviewLine, { t, timeZone }: Words): readonly LineCell[] {
  switch (line.line) {
    case 'posting': {
      const institution = line.institution === null ? '–' : `${line.institution.code} ${line.institution.name}`;
      return [{ text: line.date }, { text: line.reference }, { text: institution }, ...sumsOf(line)];
    }
    case 'month':
      return [{ text: line.month }, { text: t(`overview.kind.${line.kind}`) }, ...sumsOf(line)];
    case 'institution':
      return [{ text: `${line.code} ${line.name}` }, ...sumsOf(line)];
    case 'loss':
      return [
        { text: line.number },
        { text: line.at },
        { text: t(`overview.objectOf.${line.object}`) },
        { text: t(`overview.status.${line.status}`) },
      ];
    case 'record':
      return [
        { text: showMoment(line.at, timeZone) },
        { text: actName(line.act, t) },
        { text: line.clerk ?? t('overview.noClerk') },
        { text: String(line.seq) },
      ];
  }
}

function sumsOf({ entries, amountFen }: Extract<OverviewLine, { line: 'posting' | 'month' | 'institution' }>) {
  return [figure(showCount(entries)), figure(showAmount(amountFen))];
}

function isJournalAct(act: string): act is JournalAct {
  return (JOURNAL_ACTS as readonly string[]).includes(act);
}

type Wing = keyof typeof overviewWords.overview.wing;

/** An act that the journal lists by its name there, any other by what it belongs to. */
function actName(act: string, t: Words['t']): string {
  if (isJournalAct(act)) return t(`journalAct.${act}`);
  const wing = act.slice(0, act.indexOf('.'));
  return t(`overview.wing.${Object.hasOwn(overviewWords.overview.wing, wing) ? (wing as Wing) : 'other'}`);
}
