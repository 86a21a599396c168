import { useSpeech } from '../language/speech.ts';
import { useMeeting } from '../visit/visit.ts';
import { ChatForm } from './chat-form.tsx';
import { ChatLine } from './chat-line.tsx';
import { plainText } from './plain-text.ts';
import { SidePanel } from './side-panel.tsx';

/** The room's chat. It opens at the newest message and stays where a reader has scrolled to. */
export function ChatPanel({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { say } = useSpeech();
  const chat = useMeeting((meeting) => meeting.chat);
  const welcome = useMeeting((meeting) => meeting.welcome);
  const greeting = plainText(welcome?.meeting.welcome ?? '');
  return (
    <SidePanel
      name="chat"
      title={say('chat.title')}
      beside={<span className="small quiet">{say('chat.who')}</span>}
      closeLabel={say('chat.close')}
      open={open}
      onClose={onClose}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="msgs-scroll" tabIndex={0} aria-label={say('chat.messages')}>
        <div className="msgs-all">
          {greeting === '' ? null : <p className="msg-greeting">{greeting}</p>}
          {chat.length === 0 ? <p className="msg-none quiet">{say('chat.empty')}</p> : null}
          <ol className="msgs">
            {chat.map((line, at) => (
              <ChatLine key={line.id} line={line} before={chat[at - 1]} own={line.from === welcome?.you.id} />
            ))}
          </ol>
        </div>
      </section>
      <ChatForm />
    </SidePanel>
  );
}
