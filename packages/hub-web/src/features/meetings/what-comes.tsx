import type { DoorView } from '@koinon/hub/wire';
import { Hourglass, Icon, type LucideIcon, MessageSquare, Users, Video } from '@koinon/ui';
import { useSession, useSpeech } from '../../house/index.ts';
import { guestNameDays } from './guest-name-days.ts';
import { waitsInLobby } from './waits-in-lobby.ts';

/** What happens behind the door, so that nobody is surprised by a camera. */
export function WhatComes({ door }: { door: DoorView }) {
  const { say } = useSpeech();
  const waits = waitsInLobby(door, useSession());
  return (
    <section className="at-door-aside sheet sheet-pad" aria-labelledby="comes">
      <h2 id="comes">{say('comes.title')}</h2>
      <ul className="comes">
        <Item icon={Video} words={say('comes.devices')} />
        {waits ? <Item icon={Hourglass} words={say('comes.lobby')} /> : null}
        <Item icon={Users} words={say('comes.name', { days: guestNameDays })} />
        <Item icon={MessageSquare} words={say('comes.none')} />
      </ul>
    </section>
  );
}

function Item({ icon, words }: { icon: LucideIcon; words: string }) {
  return (
    <li>
      <Icon of={icon} />
      <span>{words}</span>
    </li>
  );
}
