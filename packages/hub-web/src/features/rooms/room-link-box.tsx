import type { RoomView } from '@koinon/hub/wire';
import { Copy, Key, Send, useToast } from '@koinon/ui';
import { Fragment, useRef } from 'react';
import { useSpeech } from '../../house/index.ts';

/** The link to give away, with the place for a break after every slash. */
export function RoomLink({ room }: { room: RoomView }) {
  const { say } = useSpeech();
  const toast = useToast();
  const shown = useRef<HTMLElement>(null);
  const copy = async () => {
    const copied = await copyText(room.link, shown.current);
    toast({ text: say(copied ? 'room-link.copied' : 'room-link.selected') });
  };
  const parts = room.link.replace(/^https?:\/\//, '').split('/');
  return (
    <section className="sheet sheet-pad" aria-labelledby="link">
      <h2 id="link">{say('room-link.title')}</h2>
      <p className="quiet small under-head">{say('room-link.says')}</p>
      <div className="linkbox">
        <code ref={shown}>
          {parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an address keep their places.
            <Fragment key={at}>
              {at > 0 ? '/' : null}
              {at > 0 ? <wbr /> : null}
              {part}
            </Fragment>
          ))}
        </code>
        <Key icon={Copy} onClick={() => void copy()}>
          {say('room-link.copy')}
        </Key>
      </div>
      {canShare() ? (
        <div className="row-s link-more">
          <Key variant="bare" icon={Send} onClick={() => void share(room)}>
            {say('room-link.share')}
          </Key>
        </div>
      ) : null}
    </section>
  );
}

/** Copies; without a secure address the browser has no clipboard, then the link is selected for the keyboard. */
async function copyText(text: string, shown: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown) window.getSelection()?.selectAllChildren(shown);
    return false;
  }
}

const canShare = () => typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches;

async function share(room: RoomView): Promise<void> {
  try {
    await navigator.share({ title: room.name, url: room.link });
  } catch {
    // The person closed the sheet: nothing to say.
  }
}
