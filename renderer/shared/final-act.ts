/**
 * What cannot simply be taken back (it touches money, identity, a hold or a secret) is done by a second press: the first
 * says in one sentence what will happen to whom.
 */
import { nextTick, onDeactivated, shallowRef, type ShallowRef } from 'vue';

export interface FinalAct {
  /** In the language of the moment; what it names does not change while it stands there. */
  readonly sentence: () => string;
  /** Of the button that does it. */
  readonly name: () => string;
  readonly act: () => unknown;
}

export interface SecondPress {
  readonly asked: Readonly<ShallowRef<FinalAct | null>>;
  readonly ask: (act: FinalAct) => void;
  readonly done: () => void;
  readonly back: () => void;
  /** Without a word: what it was about is no more. */
  readonly drop: () => void;
}

/** @param refocus where the clerk goes on when they do not do it. */
export function useFinalAct(refocus: () => unknown): SecondPress {
  const asked = shallowRef<FinalAct | null>(null);
  const drop = (): void => {
    asked.value = null;
  };
  // A clerk who goes to another task has not pressed a second time.
  onDeactivated(drop);
  return {
    asked,
    ask(act) {
      asked.value = act;
    },
    done() {
      const given = asked.value;
      asked.value = null;
      given?.act();
    },
    back() {
      asked.value = null;
      void nextTick(refocus);
    },
    drop,
  };
}
