import { useEffect, useState } from 'react';
import { listen } from '../devices/level.ts';
import { useSpeech } from '../language/speech.ts';
import { useDevices } from '../visit/visit.ts';

const BARS = 18;
const EVERY_MS = 80;
const HEARD_FOR_MS = 4000;
/** Above the noise of a quiet room, in a quarter of full scale. */
const HEARD = 0.3;

/** Shows that the microphone hears something, in bars and in words. */
export function MicLevel() {
  const { say } = useSpeech();
  const mic = useDevices((devices) => devices.mic);
  const on = mic.track !== null && mic.wanted;
  const { level, heard } = useLevel(on ? mic.track : null);
  const words =
    mic.track === null ? 'level.none' : !on ? 'level.off' : heard ? 'level.heard' : 'level.silent';
  const lit = Math.round(level * BARS);
  return (
    <div className="level" role="img" aria-label={`${say('level.label')}: ${say(words)}`}>
      <span className="small">{say(words)}</span>
      <span className="level-bars">
        {Array.from({ length: BARS }, (_, bar) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars keep their places.
          <i key={bar} className={bar < lit ? 'on' : undefined} />
        ))}
      </span>
    </div>
  );
}

function useLevel(track: MediaStreamTrack | null): { level: number; heard: boolean } {
  const [state, setState] = useState({ level: 0, heard: false });
  useEffect(() => {
    if (track === null) return;
    const meter = listen(track);
    let heardAt = Number.NEGATIVE_INFINITY;
    const timer = setInterval(() => {
      const level = meter.read();
      if (level > HEARD) heardAt = performance.now();
      setState({ level, heard: performance.now() - heardAt < HEARD_FOR_MS });
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      meter.close();
      setState({ level: 0, heard: false });
    };
  }, [track]);
  return state;
}
