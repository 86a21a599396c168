import { createHash } from 'node:crypto';

/** The secret that every test hub uses. */
export const testSecret = 'a secret for tests only, long enough to pass';
export const testDoorKey = createHash('sha256').update('doors in tests').digest();
export const testPassword = 'the login in tests';
