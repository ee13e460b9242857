/**
 * The shape of a form that changes something (docs/screens.md 3): the clerk fills it in; the form checks it; one sentence
 * says what will happen to whom; a second press or a second person confirms it; then the form shows the outcome.
 */
import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { commandContent } from '../../../electron/contract/kernel/command-content.ts';
import type { ErrorCode, Refusal, Reply } from '../../../electron/contract/kernel/errors.ts';
import type { SecondPerson } from '../../../electron/contract/kernel/verb-definition.ts';
import type { Notice } from '../../shared/components/notice.ts';
import { useFinalAct, type FinalAct, type SecondPress } from '../../shared/final-act.ts';
import { isAnswer, keptOperation } from '../../shared/kept-operation.ts';
import { focusNext, type Focusable } from '../../shared/keyboard/focus.ts';
import { useWords } from '../../shared/words/use-words.ts';
import type { AskedCommand } from '../second-person/asked-of-second.ts';

/** What the second person reads, and what they authorise. */
export interface AskedOfSecond {
  /** What will happen to whom, in one sentence. */
  readonly act: string;
  readonly explain: string;
  readonly approve: string;
  readonly asked: AskedCommand;
}

type Given = { readonly operationId: string; readonly second: SecondPerson | null };
type FindFocus = () => Focusable | null | undefined;

interface FormOf<Content extends object, Answer> {
  /** The command as the form is filled in; null while the ledger could not be sent it. */
  readonly content: () => Content | null;
  readonly send: (command: Content & Given) => Promise<Reply<Answer>>;
  /** After the commit: the form shows the outcome and moves the focus to the next step. */
  readonly done: (answer: Answer) => unknown;
  /** The element that takes the focus while no second person is asked. */
  readonly focusTarget: FindFocus;
  /** Refusals that the clerk can correct in the form: the field that takes the focus, also from the second person's part. */
  readonly focusAfter?: Readonly<Partial<Record<ErrorCode, FindFocus>>>;
}

/** What is shown around the fields of a form; a task with more steps provides it from a run of its own. */
export interface FormShown {
  readonly notice: Readonly<Ref<Notice | null>>;
  readonly working: Readonly<Ref<boolean>>;
  /** The second press that is waited for, if any. */
  readonly final: SecondPress;
  readonly asksSecond: Readonly<Ref<boolean>>;
  /** The second person's part of the screen, while it is there. */
  readonly secondPersonPart: ShallowRef<Focusable | null>;
  /** Sends the command; the same content sent again after a missing reply is the same operation. */
  readonly give: (second: SecondPerson | null) => Promise<void>;
}

export interface TaskForm extends FormShown {
  readonly notice: Ref<Notice | null>;
  /** The fields are locked: their content waits for a second press, a second person or the reply. */
  readonly isDecided: ComputedRef<boolean>;
  /** Whether the command was done is not known: what is filled in stays until it is given again, whatever is read meanwhile. */
  readonly unanswered: Readonly<Ref<boolean>>;
  readonly focus: () => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly askPress: (act: Omit<FinalAct, 'act'>) => void;
  readonly askSecond: () => Promise<void>;
  readonly backToForm: () => Promise<void>;
}

export function useTaskForm<Content extends object, Answer>(form: FormOf<Content, Answer>): TaskForm {
  const { say } = useWords();
  const notice = ref<Notice | null>(null);
  const working = ref(false);
  const asksSecond = ref(false);
  const unanswered = ref(false);
  const secondPersonPart = shallowRef<Focusable | null>(null);
  const kept = keptOperation();
  const final = useFinalAct(focus);

  function focus(): void {
    (asksSecond.value ? secondPersonPart.value : form.focusTarget())?.focus();
  }

  function refuse(refusal: Refusal): void {
    notice.value = { tone: 'danger', text: say(refusal) };
  }

  async function give(second: SecondPerson | null): Promise<void> {
    const content = form.content();
    if (content === null || working.value) return;
    working.value = true;
    notice.value = null;
    const reply = await kept(commandContent({ ...content, second }), (operationId) =>
      form.send({ ...content, second, operationId }),
    );
    working.value = false;
    unanswered.value = !isAnswer(reply);
    if (reply.ok) {
      asksSecond.value = false;
      await form.done(reply.value);
      return;
    }
    refuse(reply.error);
    const target = form.focusAfter?.[reply.error.code];
    if (target) asksSecond.value = false;
    await focusNext(target ?? (() => ({ focus })));
  }

  return {
    notice,
    working,
    final,
    asksSecond,
    unanswered,
    secondPersonPart,
    isDecided: computed(() => asksSecond.value || working.value || final.asked.value !== null),
    focus,
    refuse,
    give,
    askPress: (act) => final.ask({ ...act, act: () => give(null) }),
    async askSecond() {
      asksSecond.value = true;
      await focusNext(() => secondPersonPart.value);
    },
    async backToForm() {
      asksSecond.value = false;
      notice.value = null;
      await focusNext(form.focusTarget);
    },
  };
}
