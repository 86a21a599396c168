import type { Source } from '@koinon/hall/protocol';
import { useEffect, useRef } from 'react';

/** A moving picture without sound; `RemoteSounds` plays what belongs to it. */
export function Picture({
  track,
  person,
  source,
}: {
  track: MediaStreamTrack;
  person: string;
  source: Source;
}) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (video === null) return;
    video.srcObject = new MediaStream([track]);
    // Muted video may always play; a refusal here only means that the element left the page.
    void video.play().catch(() => {});
    return () => {
      video.srcObject = null;
    };
  }, [track]);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a video without controls takes no focus; the tile's words say who it is.
    <video
      ref={ref}
      className="feed"
      data-person={person}
      data-source={source}
      muted
      playsInline
      aria-hidden="true"
    />
  );
}
