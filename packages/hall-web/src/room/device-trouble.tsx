import { Key, MicOff, MonitorOff, RefreshCw, VideoOff, X } from '@koinon/ui';
import { useState } from 'react';
import type { Failure } from '../devices/failure.ts';
import { troubles } from '../door/device-notices.tsx';
import { useSpeech } from '../language/speech.ts';
import { useDevices, useVisit } from '../visit/visit.ts';
import { Banner } from './banner.tsx';

/**
 * A device that failed while the meeting runs. What the person knew at the door is not said again; what they have
 * read can be put away and comes back only when it happens anew.
 */
export function DeviceTrouble() {
  const { say } = useSpeech();
  const { local } = useVisit();
  const mic = useDevices((devices) => devices.mic);
  const camera = useDevices((devices) => devices.camera);
  const screenFailure = useDevices((devices) => devices.screenFailure);
  const [read, setRead] = useState<readonly (Failure | null)[]>([mic.failure, camera.failure, null]);
  const fresh = (at: number, failure: Failure | null) => (failure === read[at] ? null : failure);
  const micFailure = fresh(0, mic.failure);
  const cameraFailure = fresh(1, camera.wanted ? camera.failure : null);
  const away = () => setRead([mic.failure, camera.failure, screenFailure]);
  const putAway = (
    <Key variant="bare" iconOnly icon={X} onClick={away}>
      {say('devices.put-away')}
    </Key>
  );
  // A person who closed the browser's own question has not met a failure.
  const screenTrouble = screenFailure !== null && screenFailure !== 'refused' && read[2] !== screenFailure;
  return (
    <>
      {troubles(micFailure, cameraFailure).map(({ what, title, next, again }) => (
        <Banner
          key={what}
          icon={what === 'camera' ? VideoOff : MicOff}
          title={say(title)}
          keys={
            <>
              {again ? (
                <Key
                  icon={RefreshCw}
                  busy={mic.asking || camera.asking}
                  onClick={() => void (what === 'camera' ? local.setCamera(true) : local.setMic(true))}
                >
                  {say('devices.try-again')}
                </Key>
              ) : null}
              {putAway}
            </>
          }
        >
          {say(next)}
        </Banner>
      ))}
      {screenTrouble ? (
        <Banner icon={MonitorOff} title={say('failure.screen')} keys={putAway}>
          {say('failure.screen.next')}
        </Banner>
      ) : null}
    </>
  );
}
