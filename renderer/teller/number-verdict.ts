/** The verdict on ID and card number while they are typed: silent while still too short, green when proven. */
import { computed, type ComputedRef, onScopeDispose, ref, watch } from 'vue';
import type { Input, Output } from '../../electron/contract/verbs.ts';
import { ask } from '../shared/bridge-client.ts';
import { latestAnswer } from '../shared/latest-answer.ts';
import { useWords } from '../shared/words/use-words.ts';

const PAUSE_MS = 80;
const SHORTEST_ID = 18;
const SHORTEST_CARD = 16;

export interface NumberVerdict {
  readonly idFault: ComputedRef<string | null>;
  /** Too short so far; null while it is empty. */
  readonly idIncomplete: ComputedRef<string | null>;
  readonly idProven: ComputedRef<string | null>;
  readonly cardFault: ComputedRef<string | null>;
  readonly cardIncomplete: ComputedRef<string | null>;
  readonly cardProven: ComputedRef<string | null>;
  readonly age: ComputedRef<number | null>;
}

export function useNumberVerdict(numbers: () => Input<'number.judge'>): NumberVerdict {
  const { t } = useWords();
  const judged = ref<Output<'number.judge'>>({ id: null, card: null });
  const asking = latestAnswer(
    PAUSE_MS,
    (question: Input<'number.judge'>) => ask('number.judge', question),
    (reply) => {
      if (reply.ok) judged.value = reply.value;
    },
  );
  watch(numbers, (typed, before) => {
    if (typed.idNumber !== before.idNumber) judged.value = { ...judged.value, id: null };
    if (typed.card !== before.card) judged.value = { ...judged.value, card: null };
    asking.ask(typed);
  });
  onScopeDispose(() => asking.drop());

  const id = computed(() => judged.value.id);
  const card = computed(() => judged.value.card);
  return {
    idFault: computed(() => {
      if (!id.value || id.value.ok || isUnfinished(id.value.fault, numbers().idNumber, SHORTEST_ID)) return null;
      return t(`visit.idFault.${id.value.fault}`);
    }),
    idIncomplete: computed(() => (isShort(numbers().idNumber, SHORTEST_ID) ? t('visit.idFault.LENGTH') : null)),
    idProven: computed(() => {
      if (!id.value?.ok) return null;
      return t('visit.idOk', { birth: id.value.birth, age: id.value.age, sex: t(`panel.${id.value.sex}`) });
    }),
    cardFault: computed(() => {
      if (!card.value || card.value.ok || isUnfinished(card.value.fault, numbers().card, SHORTEST_CARD)) return null;
      return t(`visit.cardFault.${card.value.fault}`);
    }),
    cardIncomplete: computed(() => (isShort(numbers().card, SHORTEST_CARD) ? t('visit.cardFault.LENGTH') : null)),
    cardProven: computed(() => (card.value?.ok ? t('visit.cardOk') : null)),
    age: computed(() => (id.value?.ok ? id.value.age : null)),
  };
}

/** A number still being typed is not wrong yet. */
function isUnfinished(fault: string, typed: string, shortest: number): boolean {
  return lengthOf(typed) < shortest && (fault === 'LENGTH' || fault === 'CHECK_DIGIT' || fault === 'BIRTH_DATE');
}

function isShort(typed: string, shortest: number): boolean {
  const length = lengthOf(typed);
  return length > 0 && length < shortest;
}

function lengthOf(typed: string): number {
  return Array.from(typed.replace(/\s/g, '')).length;
}
