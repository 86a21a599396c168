import { useEffect, useRef, useState } from 'react';
import type { Devices } from '../devices/state.ts';
import { useSpeech } from '../language/speech.ts';
import { useVisit } from '../visit/visit.ts';
import { type News, newsOf } from './news.ts';

const KEPT = 5;
const KEPT_FOR_MS = 10_000;

/** Reads the news to screen readers, politely. New lines are added below; old ones go after a while. */
export function Announcer() {
  const { say } = useSpeech();
  const visit = useVisit();
  const [lines, setLines] = useState<{ id: number; text: string }[]>([]);
  const speak = useRef<(news: News[]) => void>(() => {});
  const count = useRef(0);
  speak.current = (news) => {
    if (news.length === 0) return;
    const added = news.map(({ id, values }) => ({ id: count.current++, text: say(id, values) }));
    setLines((old) => [...old, ...added].slice(-KEPT));
    const last = count.current;
    setTimeout(() => setLines((old) => old.filter(({ id }) => id >= last)), KEPT_FOR_MS);
  };
  useEffect(() => {
    let meeting = visit.store.get();
    let devices = visit.local.store.get();
    const ends = [
      visit.store.subscribe(() => {
        const next = visit.store.get();
        speak.current(newsOf(meeting, next));
        meeting = next;
      }),
      visit.local.store.subscribe(() => {
        const next = visit.local.store.get();
        speak.current(ownNews(devices, next));
        devices = next;
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [visit]);
  return (
    <div className="sr" role="log" aria-live="polite">
      {lines.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}

/** What one's own keys did: pressed by a letter, nothing else would say it. */
function ownNews(before: Devices, after: Devices): News[] {
  const mic = [isOn(before.mic), isOn(after.mic)];
  const camera = [isOn(before.camera), isOn(after.camera)];
  const news: News[] = [];
  if (mic[0] !== mic[1]) news.push({ id: mic[1] ? 'news.unmuted' : 'news.muted', values: {} });
  if (camera[0] !== camera[1])
    news.push({ id: camera[1] ? 'news.camera-on' : 'news.camera-off', values: {} });
  return news;
}

function isOn(device: Devices['mic']): boolean {
  return device.track !== null && device.wanted;
}
