/** A fact that a second person answers for, in words. */
import type { AskedFact, FactValue } from '../../../electron/contract/approvals/approval-views.ts';
import { remedy } from '../../../electron/contract/messages/messages.ts';
import { fen } from '../../../electron/contract/kernel/money.ts';
import type {
  EntryKind,
  FileKind,
  LossKind,
  LossObject,
  ReissueFeeClass,
} from '../../../electron/contract/kernel/vocabulary.ts';
import { showAmount, showCount } from '../../shared/display-format.ts';
import { useWords, type Words } from '../../shared/words/use-words.ts';
import type { WordKey } from '../../shared/words/word-lists.ts';
import { networkChecks } from '../network-checks.ts';
import type { secondPersonWords } from './second-person-words.ts';

type FactName = keyof (typeof secondPersonWords)['asked']['fact'];
type Translate = Words['t'];

/** The ledger has checked each on its way out. */
const CODES: Readonly<Record<string, (value: string) => WordKey>> = {
  networkCheck: (value) => networkChecks.find((check) => check.value === value)?.word ?? 'asked.none',
  object: (value) => `loss.object.${value as LossObject}`,
  kind: (value) => `loss.kind.${value as LossKind}`,
  feeClass: (value) => `followUp.fee.${value as ReissueFeeClass}`,
  entryKind: (value) => `asked.entryKind.${value as EntryKind}`,
  sex: (value) => `asked.sex.${value as 'male' | 'female'}`,
  fileKind: (value) => `monthEnd.kind.${value as FileKind}`,
  pin: (value) => `asked.pin.${value as keyof (typeof secondPersonWords)['asked']['pin']}`,
  task: (value) => `asked.task.${value as keyof (typeof secondPersonWords)['asked']['task']}`,
};

/** What nothing means, where it does not mean 'none'. */
const EMPTY_VALUE_WORDS: Readonly<Record<string, WordKey>> = {
  missedSince: 'asked.now',
  phone: 'asked.onFile',
  agent: 'asked.inPerson',
  name: 'asked.unchanged',
  newIdNumber: 'asked.unchanged',
  sex: 'asked.unchanged',
};

const DIGEST_SHOWN = 16;

export function factLabel(t: Translate, { name }: AskedFact): string {
  return t(`asked.fact.${name as FactName}`);
}

/** The value, or what stands there until now and the value. */
export function factText(t: Translate, { name, value, was }: AskedFact): string {
  const now = valueText(t, name, value);
  return was === undefined || was === value ? now : t('asked.changed', { was: valueText(t, name, was), value: now });
}

/** `AC01 12, AM05 3`, each with what it means. */
function reasonsText(t: Translate, value: string): string {
  const { language } = useWords();
  const reasons = value.split(', ').map((reason) => {
    const [code = '', count = ''] = reason.split(' ');
    const meaning = remedy(language.value, code)?.meaning;
    return meaning === undefined ? reason : t('asked.reasonCount', { meaning, code, count: showCount(Number(count)) });
  });
  return reasons.join(t('asked.and'));
}

function valueText(t: Translate, name: string, value: FactValue): string {
  if (value === null || value === '') return t(EMPTY_VALUE_WORDS[name] ?? 'asked.none');
  if (typeof value === 'boolean') return t(value ? 'asked.yes' : 'asked.no');
  if (typeof value === 'number') return name.endsWith('Fen') ? showAmount(fen(value)) : showCount(value);
  if (name === 'sha256') return `${value.slice(0, DIGEST_SHOWN)}…`;
  if (name === 'refusedReasons') return reasonsText(t, value);
  const word = CODES[name];
  return word === undefined ? value : t(word(value));
}
