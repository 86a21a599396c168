import {
  classNames,
  Hand,
  Icon,
  LogOut,
  type LucideIcon,
  MessageSquare,
  Mic,
  MicOff,
  MonitorUp,
  Video,
  VideoOff,
} from '@koinon/ui';
import type { ButtonHTMLAttributes } from 'react';
import { canShareScreen } from '../devices/screen.ts';
import { useSpeech } from '../language/speech.ts';
import { useDevices, useMeeting, useVisit } from '../visit/visit.ts';

/** The bar at the bottom: what a person does most, one press each. */
export function Controls(props: { onChat: () => void; chatOpen: boolean; onLeave: () => void }) {
  const { say } = useSpeech();
  const unread = useMeeting((meeting) => meeting.unread);
  return (
    <footer className="mbar">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form. */}
      <div className="mbar-in" role="group" aria-label={say('bar.label')}>
        <MicControl />
        <CameraControl />
        <HandControl />
        {canShareScreen() ? <ShareControl /> : null}
        <Control
          icon={MessageSquare}
          className="ctl-chat"
          aria-expanded={props.chatOpen}
          onClick={props.onChat}
        >
          {say('bar.chat')}
          {unread === 0 ? null : (
            <b className="ctl-n">
              <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
              <span className="sr"> {say('bar.chat-new', { count: unread })}</span>
            </b>
          )}
        </Control>
        <Control icon={LogOut} className="ctl-leave" onClick={props.onLeave}>
          {say('bar.leave')}
        </Control>
      </div>
    </footer>
  );
}

function MicControl() {
  const { say } = useSpeech();
  const { local } = useVisit();
  const mic = useDevices((devices) => devices.mic);
  const on = mic.track !== null && mic.wanted;
  return (
    <Control
      icon={on ? Mic : MicOff}
      className={on ? 'ctl-on' : 'ctl-off'}
      aria-keyshortcuts="M"
      aria-busy={mic.asking}
      onClick={() => void local.setMic(!on)}
    >
      {say(mic.failure !== null ? 'bar.no-mic' : on ? 'bar.mute' : 'bar.unmute')}
    </Control>
  );
}

function CameraControl() {
  const { say } = useSpeech();
  const { local } = useVisit();
  const camera = useDevices((devices) => devices.camera);
  const on = camera.track !== null && camera.wanted;
  return (
    <Control
      icon={on ? Video : VideoOff}
      aria-pressed={on}
      aria-keyshortcuts="V"
      aria-busy={camera.asking}
      onClick={() => void local.setCamera(!on)}
    >
      {say('bar.camera')}
    </Control>
  );
}

function HandControl() {
  const { say } = useSpeech();
  const visit = useVisit();
  const up = useMeeting(({ people, welcome }) =>
    people.some(({ id, handAt }) => id === welcome?.you.id && handAt !== null),
  );
  return (
    <Control
      icon={Hand}
      aria-pressed={up}
      aria-keyshortcuts="H"
      aria-label={say('bar.hand-label')}
      onClick={() => visit.raiseHand(!up)}
    >
      {say('bar.hand')}
    </Control>
  );
}

function ShareControl() {
  const { say } = useSpeech();
  const { local } = useVisit();
  const sharing = useDevices((devices) => devices.screen !== null);
  return (
    <Control
      icon={MonitorUp}
      className="ctl-wide"
      aria-pressed={sharing}
      aria-label={say('bar.share-label')}
      onClick={() => (sharing ? local.stopScreen() : void local.shareScreen())}
    >
      {say('bar.share')}
    </Control>
  );
}

function Control({
  icon,
  className,
  children,
  ...button
}: ButtonHTMLAttributes<HTMLButtonElement> & { icon: LucideIcon }) {
  return (
    <button {...button} type="button" className={classNames('ctl', className)}>
      <Icon of={icon} />
      <span>{children}</span>
    </button>
  );
}
