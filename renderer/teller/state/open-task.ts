/** Which task is open; the others keep what was typed in them. One task may hand the next what it is about. */
import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { TaskId } from '../../shared/keyboard/shortcuts.ts';

/** What a task is opened about, beyond who stands at the counter. */
export type TaskSubject =
  | { readonly about: 'report'; readonly number: string }
  /** A report that its holder has read at their window and called wrong. */
  | { readonly about: 'declined'; readonly number: string }
  | { readonly about: 'confirmation' }
  | { readonly about: 'new-pin' }
  | { readonly about: 'telephone' }
  /** A page of administration, and what is chosen on it first. */
  | { readonly about: 'administration'; readonly page: string; readonly row: string | null }
  /** A posted file of the department, by its batch. */
  | { readonly about: 'batch'; readonly number: string }
  /** A paper of the holder at the counter, to be given again. */
  | { readonly about: 'issued-paper'; readonly number: string }
  /** A paper by its number or its verification code, whichever was given. */
  | { readonly about: 'paper'; readonly number: string; readonly code: string };

export const useOpenTask = defineStore('openTask', () => {
  const task = ref<TaskId>('visit');
  const subject = ref<TaskSubject | null>(null);

  function open(next: TaskId, about: TaskSubject | null = null): void {
    subject.value = about;
    task.value = next;
  }

  /** What the task was handed, once. */
  function take<About extends TaskSubject['about']>(about: About): Extract<TaskSubject, { about: About }> | null {
    const given = subject.value;
    if (given === null || !isAbout(given, about)) return null;
    subject.value = null;
    return given;
  }

  /** What a task was to be opened about is of the customer who stood there. */
  function forget(): void {
    subject.value = null;
  }

  return { task, subject, open, take, forget };
});

function isAbout<About extends TaskSubject['about']>(
  subject: TaskSubject,
  about: About,
): subject is Extract<TaskSubject, { about: About }> {
  return subject.about === about;
}
