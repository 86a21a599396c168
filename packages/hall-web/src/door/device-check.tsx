import { Badge, Eye, Icon, Key, keyClass, Mic, MicOff, SlidersHorizontal, Video, VideoOff } from '@koinon/ui';
import { useSpeech } from '../language/speech.ts';
import { useDevices, useVisit } from '../visit/visit.ts';
import { DeviceChoice } from './device-choice.tsx';
import { DeviceNotices } from './device-notices.tsx';
import { MicLevel } from './mic-level.tsx';
import { Preview } from './preview.tsx';

/** What the others will see and hear, before they do. */
export function DeviceCheck() {
  const { say } = useSpeech();
  return (
    <section className="join-device" aria-labelledby="devices-title">
      <h2 className="sr" id="devices-title">
        {say('door.devices')}
      </h2>
      <div className="preview">
        <Preview />
        <p className="preview-note">
          <Badge icon={Eye}>{say('door.only-you')}</Badge>
        </p>
        <PreviewKeys />
      </div>
      <MicLevel />
    </section>
  );
}

/** What went wrong with the devices, and other ones to choose: on a phone below the key that leads in. */
export function DeviceCare() {
  const { say } = useSpeech();
  return (
    <div className="join-more">
      <DeviceNotices />
      <details className="devices">
        <summary className={keyClass({ variant: 'bare' })}>
          <Icon of={SlidersHorizontal} />
          {say('devices.choose')}
        </summary>
        <DeviceChoice />
      </details>
    </div>
  );
}

function PreviewKeys() {
  const { say } = useSpeech();
  const { local } = useVisit();
  const mic = useDevices((devices) => devices.mic);
  const camera = useDevices((devices) => devices.camera);
  const micOn = mic.track !== null && mic.wanted;
  const cameraOn = camera.track !== null && camera.wanted;
  return (
    <div className="preview-keys">
      <Key
        icon={micOn ? Mic : MicOff}
        aria-pressed={micOn}
        busy={mic.asking}
        onClick={() => void local.setMic(!micOn)}
      >
        {say(micOn ? 'door.mic-on' : 'door.mic-off')}
      </Key>
      <Key
        icon={cameraOn ? Video : VideoOff}
        aria-pressed={cameraOn}
        busy={camera.asking}
        onClick={() => void local.setCamera(!cameraOn)}
      >
        {say(cameraOn ? 'door.camera-on' : 'door.camera-off')}
      </Key>
    </div>
  );
}
