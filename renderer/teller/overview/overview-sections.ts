/** The parts of the overview as tables whose figures lead on, each with the bars that show the same. */
import { ERROR_CODES, type ErrorCode } from '../../../electron/contract/kernel/errors.ts';
import type { Fen } from '../../../electron/contract/kernel/money.ts';
import { shortSentence } from '../../../electron/contract/messages/short-sentence.ts';
import type { Overview, OverviewFigure } from '../../../electron/contract/overview/overview-verbs.ts';
import type { EntryKind, Language } from '../../../electron/contract/kernel/vocabulary.ts';
import { showAmount, showCount } from '../../shared/display-format.ts';
import type { useWords } from '../../shared/words/use-words.ts';

export const SECTIONS = ['movements', 'institutions', 'losses', 'refusals', 'hours'] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface Bars {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** They lie, under each other, as long names need it. */
  readonly across: boolean;
}

export interface Cell {
  readonly text: string;
  /** Small beneath it. */
  readonly below?: string;
  /** What it leads to; a cell without one is only read. */
  readonly leadsTo?: OverviewFigure;
  /** What the figure is called above its lines. */
  readonly name?: string;
  /** Beneath that name, in whatever language it has. */
  readonly about?: string;
  /** Stands at the left. */
  readonly isText?: true;
}

export interface Row {
  readonly name: string;
  readonly cells: readonly Cell[];
}

export interface Section {
  /** Of the names, then of the cells. */
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  readonly bars: Bars;
}

interface Words {
  readonly t: ReturnType<typeof useWords>['t'];
  readonly language: Language;
}

/** Kinds that have a column also where a period has none of them. */
const ALWAYS: readonly EntryKind[] = ['allocation', 'consumption'];
const KINDS: readonly EntryKind[] = ['allocation', 'consumption', 'void', 'refund', 'interest', 'correction'];
/** Bars that can be told apart on one chart. */
const MOST_BARS = 10;

/** Bars are drawn in yuan; what is reckoned and shown stays whole fen. */
const inYuan = (amountFen: Fen): number => amountFen / 100;

export function sectionOf(name: SectionName, overview: Overview, words: Words): Section {
  switch (name) {
    case 'movements':
      return movementSection(overview, words);
    case 'institutions':
      return institutionSection(overview, words);
    case 'losses':
      return lossSection(overview, words);
    case 'refusals':
      return refusalSection(overview, words);
    case 'hours':
      return hourSection(overview, words);
  }
}

function movementSection({ months, movements }: Overview, { t }: Words): Section {
  const kinds = KINDS.filter((kind) => ALWAYS.includes(kind) || movements.some((each) => each.kind === kind));
  const found = (month: string, kind: EntryKind) =>
    movements.find((each) => each.month === month && each.kind === kind) ?? null;
  const cell = (month: string, kind: EntryKind): Cell => {
    const sum = found(month, kind);
    if (sum === null) return { text: '–' };
    return {
      text: showAmount(sum.amountFen),
      below: t('overview.entries', { count: showCount(sum.entries) }),
      leadsTo: { of: 'movement', month, kind },
      name: `${month} ${t(`overview.kind.${kind}`)}`,
    };
  };
  return {
    head: [t('overview.month'), ...kinds.map((kind) => t(`overview.kind.${kind}`))],
    rows: months.map((month) => ({ name: month, cells: kinds.map((kind) => cell(month, kind)) })),
    bars: {
      names: months,
      series: kinds.map((kind) => ({
        name: t(`overview.kind.${kind}`),
        values: months.map((month) => Math.abs(inYuan(found(month, kind)?.amountFen ?? (0 as Fen)))),
      })),
      across: false,
    },
  };
}

function institutionSection({ institutions, others }: Overview, { t }: Words): Section {
  const rows: Row[] = institutions.map(({ code, name, entries, amountFen }) => ({
    name: `${code} ${name}`,
    cells: [
      { text: showCount(entries) },
      { text: showAmount(amountFen), leadsTo: { of: 'institution', code }, name: code, about: name },
    ],
  }));
  const restName = t('overview.others', { count: showCount(others.institutions) });
  const rest: Row = {
    name: restName,
    cells: [
      { text: showCount(others.entries) },
      { text: showAmount(others.amountFen), leadsTo: { of: 'others' }, name: restName },
    ],
  };
  return {
    head: [t('overview.institution'), t('overview.count'), t('overview.amount')],
    rows: others.institutions === 0 ? rows : [...rows, rest],
    bars: {
      names: institutions.map(({ code, name }) => `${code} ${name}`),
      series: [{ name: t('overview.amount'), values: institutions.map(({ amountFen }) => inYuan(amountFen)) }],
      across: true,
    },
  };
}

const CHANNELS = ['counter', 'telephone', 'ivr', 'online'] as const;

function lossSection({ months, losses }: Overview, { t }: Words): Section {
  const channels = CHANNELS.filter((channel) => losses.some((each) => each.channel === channel));
  return {
    head: [t('overview.monthAndChannel'), t('overview.reports'), t('overview.asTheyStand')],
    rows: losses.map(({ month, channel, reports, statuses }) => {
      const name = `${month} ${t(`overview.channel.${channel}`)}`;
      const stand = statuses.map(({ status, reports: count }) =>
        t('overview.statusCount', { status: t(`overview.status.${status}`), count: showCount(count) }),
      );
      return {
        name,
        cells: [
          { text: showCount(reports), leadsTo: { of: 'loss', month, channel }, name },
          { text: stand.join(' · '), isText: true },
        ],
      };
    }),
    bars: {
      names: months,
      series: channels.map((channel) => ({
        name: t(`overview.channel.${channel}`),
        values: months.map((month) => losses.find((of) => of.month === month && of.channel === channel)?.reports ?? 0),
      })),
      across: false,
    },
  };
}

function isErrorCode(code: string): code is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code);
}

/** A code that this release does not know stands as it is. */
function refusalName(code: string, language: Language): string {
  return isErrorCode(code) ? shortSentence(language, code) : code;
}

function refusalSection({ refusals }: Overview, { t, language }: Words): Section {
  const shown = refusals.slice(0, MOST_BARS);
  return {
    head: [t('overview.reason'), t('overview.times')],
    rows: refusals.map(({ code, count }) => {
      const name = refusalName(code, language);
      return { name, cells: [{ text: showCount(count), leadsTo: { of: 'refusal', code }, name }] };
    }),
    bars: {
      names: shown.map(({ code }) => refusalName(code, language)),
      series: [{ name: t('overview.times'), values: shown.map(({ count }) => count) }],
      across: true,
    },
  };
}

function hourSection({ hours }: Overview, { t }: Words): Section {
  const cell = (count: number, hour: number, what: 'visits' | 'acts'): Cell =>
    count === 0
      ? { text: '–' }
      : {
          ...{ text: showCount(count), leadsTo: { of: 'hour', hour, what } },
          name: `${hourText(hour)} ${t(`overview.${what}`)}`,
        };
  const first = hours[0]?.hour ?? 0;
  const all = Array.from({ length: (hours.at(-1)?.hour ?? -1) - first + 1 }, (_, at) => first + at);
  const countOf = (hour: number, what: 'visits' | 'acts') => hours.find((each) => each.hour === hour)?.[what] ?? 0;
  return {
    head: [t('overview.hour'), t('overview.visits'), t('overview.acts')],
    rows: hours.map(({ hour, visits, acts }) => ({
      name: hourText(hour),
      cells: [cell(visits, hour, 'visits'), cell(acts, hour, 'acts')],
    })),
    bars: {
      names: all.map((hour) => `${hour}:00`),
      series: (['visits', 'acts'] as const).map((what) => ({
        name: t(`overview.${what}`),
        values: all.map((hour) => countOf(hour, what)),
      })),
      across: false,
    },
  };
}

/** `09:00–09:59`. */
function hourText(hour: number): string {
  const two = String(hour).padStart(2, '0');
  return `${two}:00–${two}:59`;
}
