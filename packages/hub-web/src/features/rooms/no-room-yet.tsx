import { Door, Key, Plus } from '@koinon/ui';
import { useSpeech } from '../../house/index.ts';

export function NoRoomYet({ onMake }: { onMake: () => void }) {
  const { say } = useSpeech();
  return (
    <section className="sheet empty-room" aria-labelledby="none">
      <div className="empty">
        <Door state="ghost" big />
        <div className="stack-s">
          <h2 id="none">{say('home.none')}</h2>
          <p>{say('home.none-says')}</p>
        </div>
        <div className="row">
          <Key variant="main" icon={Plus} onClick={onMake}>
            {say('home.make-first')}
          </Key>
        </div>
      </div>
    </section>
  );
}
