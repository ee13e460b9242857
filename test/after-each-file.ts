/** Runs with every test file. */
import { afterAll } from 'vitest';
import { removeFolders } from './offices/test-folders.ts';

afterAll(removeFolders);
