/** Runs with every test file, also with those that share their process. */
import { afterAll } from 'vitest';
import { removeFolders } from './offices/test-folders.ts';

afterAll(removeFolders);
