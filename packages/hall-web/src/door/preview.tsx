import { dye, initials } from '@koinon/ui';
import { Picture } from '../room/picture.tsx';
import { useDevices, useMeeting } from '../visit/visit.ts';

/** One's own picture as in a mirror, or the initials that the others will see instead. */
export function Preview() {
  const camera = useDevices((devices) => devices.camera.track);
  const you = useMeeting((meeting) => meeting.welcome?.you ?? null);
  if (camera !== null) {
    return (
      <span className="preview-pic">
        <Picture track={camera} person={you?.id ?? ''} source="camera" />
      </span>
    );
  }
  return (
    <span className={`preview-pic preview-none d${dye(you?.id ?? '')}`} aria-hidden="true">
      <span className="mtile-ini">{initials(you?.name ?? '')}</span>
    </span>
  );
}
