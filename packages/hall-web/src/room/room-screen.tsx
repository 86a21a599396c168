import { SkipLink } from '@koinon/ui';
import { useEffect, useRef, useState } from 'react';
import { useSpeech } from '../language/speech.ts';
import type { Welcome } from '../meeting/state.ts';
import { useVisit } from '../visit/visit.ts';
import { Announcer } from './announcer.tsx';
import { ChatPanel } from './chat-panel.tsx';
import { Controls } from './controls.tsx';
import { DeviceTrouble } from './device-trouble.tsx';
import { Head } from './head.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { LobbyNotice } from './lobby-notice.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { RemoteSounds } from './remote-sounds.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Stage } from './stage.tsx';
import { TroubleBanner } from './trouble-banner.tsx';
import { useAwake } from './use-awake.ts';
import { SIDE_BY_SIDE, useMediaQuery } from './use-media-query.ts';

type Sheet = 'people' | 'chat' | null;

/** The meeting itself. */
export function RoomScreen({ welcome }: { welcome: Welcome }) {
  const { say } = useSpeech();
  const visit = useVisit();
  const { sheet, open, close } = useSheet();
  const [dialog, setDialog] = useState<'leave' | 'settings' | null>(null);
  useShortcuts(visit);
  useAwake();
  const moderates = welcome.you.role === 'MODERATOR';
  const behind = sheet !== null;
  return (
    <div className="meeting">
      <SkipLink>{say('skip.people')}</SkipLink>
      <div className="mbehind" inert={behind}>
        <Head welcome={welcome} onPeople={() => open('people')} onSettings={() => setDialog('settings')} />
      </div>
      <div className="mnotes" inert={behind}>
        <TroubleBanner />
        <RemoteSounds />
        <DeviceTrouble />
        {moderates ? <LobbyNotice onLook={() => open('people')} /> : null}
      </div>
      <div className="mbehind" inert={behind}>
        <Stage />
      </div>
      {sheet === null ? null : <div className="mscrim" onPointerDown={close} />}
      <aside className="mside" id="side" aria-label={say('meeting.side')}>
        <PeoplePanel open={sheet === 'people'} onClose={close} />
        <ChatPanel open={sheet === 'chat'} onClose={close} />
      </aside>
      <div className="mbehind" inert={behind}>
        <Controls
          chatOpen={sheet === 'chat'}
          onChat={() => open('chat')}
          onLeave={() => (moderates ? setDialog('leave') : void visit.leave())}
        />
      </div>
      <Announcer />
      {dialog === 'leave' ? <LeaveDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'settings' ? <SettingsDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

/** Which sheet lies over the stage on a narrow window; on a wide one there is none and the chat is always seen. */
function useSheet() {
  const visit = useVisit();
  const wide = useMediaQuery(SIDE_BY_SIDE);
  const [wanted, setWanted] = useState<Sheet>(null);
  const opener = useRef<HTMLElement | null>(null);
  const sheet = wide ? null : wanted;
  const chatSeen = wide || sheet === 'chat';
  useEffect(() => visit.seeChat(chatSeen), [visit, chatSeen]);
  const close = () => setWanted(null);
  useEffect(() => {
    if (sheet === null) {
      opener.current?.focus();
      opener.current = null;
      return;
    }
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setWanted(null);
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [sheet]);
  const open = (name: Exclude<Sheet, null>) => {
    if (wide) return document.getElementById(`${name}-title`)?.focus();
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setWanted(name);
  };
  return { sheet, open, close };
}
