import { expect, it } from 'vitest';
import en from '../../../locales/en.json' with { type: 'json' };
import fr from '../../../locales/fr.json' with { type: 'json' };
import { unnamed } from './unnamed.ts';

it('somebody whose name is no longer kept is a guest or a former member', () => {
  expect(unnamed({ name: 'Luc', guest: true })).toBeNull();
  const guest = unnamed({ name: '', guest: true });
  const member = unnamed({ name: '', guest: false });
  expect([guest && en[guest], member && en[member]]).toEqual(['a guest', 'a former member']);
  expect([guest && fr[guest], member && fr[member]]).toEqual([
    'une personne invitée',
    'une personne qui n’est plus membre',
  ]);
});
