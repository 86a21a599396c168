import { Key, LogOut, Volume2, WifiOff } from '@koinon/ui';
import { useEffect, useState } from 'react';
import { useSpeech } from '../language/speech.ts';
import { useMeeting, useVisit } from '../visit/visit.ts';
import { Banner } from './banner.tsx';

const LONG_MS = 30_000;
/** Shorter losses are mended before anybody has read the sentence. */
const NOTICED_MS = 700;

/** Says what is lost and comes back by itself, while it does. */
export function TroubleBanner() {
  const { say } = useSpeech();
  const link = useMeeting((meeting) => meeting.link);
  const media = useMeeting((meeting) => meeting.media);
  const lostFor = useDuration(link === 'lost');
  const silentFor = useDuration(media === 'lost' || media === 'blocked');
  if (lostFor > LONG_MS) return <LongLoss lostForMs={lostFor} />;
  if (lostFor > NOTICED_MS) {
    return (
      <Banner icon={WifiOff} title={say('banner.lost')}>
        {say('banner.lost-next')}
      </Banner>
    );
  }
  if (link === 'lost' || silentFor <= NOTICED_MS) return null;
  const what = media === 'blocked' ? 'blocked' : 'media';
  return (
    <Banner icon={Volume2} title={say(`banner.${what}`)}>
      {say(`banner.${what}-next`)}
    </Banner>
  );
}

function LongLoss({ lostForMs }: { lostForMs: number }) {
  const { say, format } = useSpeech();
  const visit = useVisit();
  // In steps, so that a screen reader is not told every second.
  const seconds = Math.floor(lostForMs / LONG_MS) * (LONG_MS / 1000);
  return (
    <Banner
      icon={WifiOff}
      title={say('banner.long', { duration: format.duration(seconds) })}
      keys={
        <Key icon={LogOut} onClick={() => void visit.leave()}>
          {say('bar.leave')}
        </Key>
      }
    >
      {say('banner.long-next')}
    </Banner>
  );
}

/** For how long something has been so, in milliseconds, looked at twice a second. */
function useDuration(so: boolean): number {
  const [duration, setDuration] = useState(0);
  useEffect(() => {
    if (!so) return;
    const since = performance.now();
    const timer = setInterval(() => setDuration(performance.now() - since), 500);
    return () => {
      clearInterval(timer);
      setDuration(0);
    };
  }, [so]);
  return duration;
}
