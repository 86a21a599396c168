import { Key, MicOff, Notice, RefreshCw, TriangleAlert, VideoOff } from '@koinon/ui';
import type { Failure } from '../devices/failure.ts';
import type { Devices, Kind } from '../devices/state.ts';
import type { SentenceId } from '../language/catalogues.ts';
import { useSpeech } from '../language/speech.ts';
import { useDevices, useVisit } from '../visit/visit.ts';

interface Trouble {
  what: Kind | 'both';
  title: SentenceId;
  next: SentenceId;
  /** Trying again can change something. */
  again: boolean;
}

/** Which device gives nothing, that one can go on without, and what to do. */
export function DeviceNotices() {
  const { say } = useSpeech();
  const { local } = useVisit();
  const mic = useDevices((devices) => devices.mic);
  const camera = useDevices((devices) => devices.camera);
  const again = (what: Trouble['what']) => {
    if (what === 'mic') void local.setMic(true);
    else if (what === 'camera') void local.setCamera(true);
    else void local.openBoth();
  };
  return troubles(mic.failure, wantedFailure(camera)).map((trouble) => (
    <Notice
      key={trouble.what}
      live
      kind="warn"
      icon={trouble.what === 'mic' ? MicOff : trouble.what === 'camera' ? VideoOff : TriangleAlert}
      title={say(trouble.title)}
      keys={
        trouble.again ? (
          <Key icon={RefreshCw} busy={mic.asking || camera.asking} onClick={() => again(trouble.what)}>
            {say('devices.try-again')}
          </Key>
        ) : null
      }
    >
      {say(trouble.next)}
    </Notice>
  ));
}

function wantedFailure(camera: Devices['camera']): Failure | null {
  return camera.wanted ? camera.failure : null;
}

/** One notice for both devices when the reason is one. */
export function troubles(mic: Failure | null, camera: Failure | null): Trouble[] {
  if (mic === 'insecure' || camera === 'insecure') {
    return [{ what: 'both', title: 'failure.insecure', next: 'failure.insecure.next', again: false }];
  }
  if (mic === camera && (mic === 'refused' || mic === 'missing')) {
    return [{ what: 'both', title: `failure.both.${mic}`, next: `failure.both.${mic}.next`, again: true }];
  }
  const one = (what: Kind, failure: Exclude<Failure, 'insecure'> | null): Trouble[] =>
    failure === null
      ? []
      : [{ what, title: `failure.${what}.${failure}`, next: `failure.${what}.${failure}.next`, again: true }];
  return [...one('mic', mic), ...one('camera', camera)];
}
