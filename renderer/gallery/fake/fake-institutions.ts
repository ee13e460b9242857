/** Designated institutions of the fake office, as its administrator changes them. */
import type { ListedInstitution } from '../../../electron/contract/administration/institution-verbs.ts';
import { positionOfPage, PAGE_ROWS } from '../../../electron/contract/kernel/paging.ts';
import type { Input } from '../../../electron/contract/verbs.ts';
import { isSecond } from './fake-clerks.ts';
import { ok, refusedWith, type FakeState } from './fake-state.ts';
import type { Answers } from './fake-wire.ts';

type InstitutionVerb =
  'institution.list' | 'institution.add' | 'institution.change' | 'institution.stop' | 'institution.resume';

const NOW = '2025-02-03 08:41:00';
const split = (text: string): string[] => text.split(/[;；]/).filter((part) => part.trim() !== '');

export function institutionAnswers(state: FakeState): Answers<InstitutionVerb> {
  const find = (code: string) => state.institutions.find((each) => each.code === code);
  const change = (code: string, to: Partial<ListedInstitution>) => {
    state.institutions = state.institutions.map((each) => (each.code === code ? { ...each, ...to } : each));
    const found = find(code);
    return found === undefined ? refusedWith('INSTITUTION_UNKNOWN', { code }) : ok(found);
  };
  const stopped = (
    { institutionCode: code, terminal, authorisation }: Input<'institution.stop'>,
    at: string | null,
  ) => {
    if (!isSecond(authorisation)) return refusedWith('SECOND_PERSON_FAILED');
    if (terminal === null) return change(code, { stoppedFrom: at });
    const terminals = (find(code)?.terminals ?? []).map((each) =>
      each.number === terminal ? { ...each, stoppedFrom: at } : each,
    );
    return change(code, { terminals });
  };
  return {
    'institution.list': ({ text, page }) => {
      const found = state.institutions.filter(({ code, name }) => code.includes(text) || name.includes(text));
      const { offset, ...position } = positionOfPage(found.length, page);
      return ok({ items: found.slice(offset, offset + PAGE_ROWS), ...position });
    },
    'institution.add': ({ institutionCode: code, name, type, terminals, authorisation }) => {
      if (!isSecond(authorisation)) return refusedWith('SECOND_PERSON_FAILED');
      if (find(code) !== undefined) return refusedWith('INSTITUTION_EXISTS', { code });
      const fresh = split(terminals).map((number) => ({ number, stoppedFrom: null }));
      state.institutions = [...state.institutions, { code, name, type, stoppedFrom: null, terminals: fresh }];
      return change(code, {});
    },
    'institution.change': ({ institutionCode: code, name, type, terminals, authorisation }) => {
      if (!isSecond(authorisation)) return refusedWith('SECOND_PERSON_FAILED');
      if (terminals.includes(',')) return refusedWith('INSTITUTION_INVALID', { problem: 'institution-terminals' });
      const more = split(terminals).map((number) => ({ number, stoppedFrom: null }));
      return change(code, { name, type, terminals: [...(find(code)?.terminals ?? []), ...more] });
    },
    'institution.stop': (input) => stopped(input, NOW),
    'institution.resume': (input) => stopped(input, null),
  };
}
