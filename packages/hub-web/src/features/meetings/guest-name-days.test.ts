import { guestNameDays as atTheHub } from '@koinon/hub/wire';
import { expect, it } from 'vitest';
import { guestNameDays } from './guest-name-days.ts';

it('the door tells guests what the hub does with their names', () => expect(guestNameDays).toBe(atTheHub));
