import { Key, Volume2 } from '@koinon/ui';
import { useEffect, useRef, useState } from 'react';
import { playThrough } from '../devices/speaker.ts';
import { useSpeech } from '../language/speech.ts';
import { useDevices, useMeeting, useTracks } from '../visit/visit.ts';
import { Banner } from './banner.tsx';

/** Plays everybody else's sound, and asks for a press where the browser wants one before it plays. */
export function RemoteSounds() {
  const { say } = useSpeech();
  const publications = useMeeting((meeting) => meeting.publications);
  const you = useMeeting((meeting) => meeting.welcome?.you.id);
  const speakerId = useDevices((devices) => devices.speakerId);
  const tracks = useTracks();
  const [blocked, setBlocked] = useState(false);
  const [pressed, setPressed] = useState(0);
  return (
    <>
      {publications.map(({ id, person, source }) => {
        const track = tracks.get(id);
        if (track?.kind !== 'audio' || person === you) return null;
        return (
          <Sound
            key={`${id} ${pressed}`}
            track={track}
            person={person}
            source={source}
            speakerId={speakerId}
            onBlocked={() => setBlocked(true)}
          />
        );
      })}
      {blocked ? (
        <Banner
          title={say('banner.silent')}
          keys={
            <Key
              variant="main"
              icon={Volume2}
              onClick={() => {
                setBlocked(false);
                setPressed(pressed + 1);
              }}
            >
              {say('banner.silent-key')}
            </Key>
          }
        />
      ) : null}
    </>
  );
}

function Sound(props: {
  track: MediaStreamTrack;
  person: string;
  source: string;
  speakerId: string | null;
  onBlocked: () => void;
}) {
  const { track, speakerId, onBlocked } = props;
  const ref = useRef<HTMLAudioElement>(null);
  const blocked = useRef(onBlocked);
  blocked.current = onBlocked;
  useEffect(() => {
    const audio = ref.current;
    if (audio === null) return;
    audio.srcObject = new MediaStream([track]);
    audio.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') blocked.current();
    });
    return () => {
      audio.srcObject = null;
    };
  }, [track]);
  useEffect(() => {
    if (ref.current !== null) void playThrough(ref.current, speakerId);
  }, [speakerId]);
  // biome-ignore lint/a11y/useMediaCaption: live speech of people; captions come with the class room.
  return <audio ref={ref} data-person={props.person} data-source={props.source} />;
}
