// The browser's half of the media engine, as small as it can be: what hall-web does, for the engine's own tests.
// `askHall(method, ...)` is put here by the test.
/* global askHall */

const state = { pub: null, sub: null, senders: new Map(), live: new Map(), received: new Map(), errors: [] };
let publishing = Promise.resolve();
let subscribing = Promise.resolve();

function fakePicture(width, height) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const paint = canvas.getContext('2d');
  let n = 0;
  setInterval(() => {
    n++;
    paint.fillStyle = `hsl(${(n * 7) % 360} 80% 50%)`;
    paint.fillRect(0, 0, width, height);
    paint.fillStyle = '#fff';
    paint.fillRect((n * 9) % width, (n * 5) % height, 40, 40);
  }, 40);
  const track = canvas.captureStream(25).getVideoTracks()[0];
  track.contentHint = 'detail'; // small print stays readable when the machine is busy
  return track;
}

async function deviceTracks() {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: true,
    video: { width: 320, height: 240, frameRate: 20 },
  });
  return { mic: stream.getAudioTracks()[0], camera: stream.getVideoTracks()[0] };
}

/** Starts sources: { mic: true, camera: true, screen: true }, all in one offer. */
window.start = async (wanted) => {
  const devices = wanted.mic || wanted.camera ? await deviceTracks() : {};
  for (const source of Object.keys(wanted)) {
    const track = source === 'screen' ? fakePicture(640, 360) : devices[source];
    state.live.set(source, track);
  }
  await publishLive();
};

window.stop = async (source) => {
  state.live.delete(source);
  await publishLive();
};

function publishLive() {
  publishing = publishing.then(negotiate);
  return publishing;
}

async function negotiate() {
  state.pub ??= new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  for (const [source, track] of state.live) {
    const old = state.senders.get(source);
    if (!old) state.senders.set(source, state.pub.addTransceiver(track, { direction: 'sendonly' }));
    else if (old.direction !== 'sendonly') {
      await old.sender.replaceTrack(track);
      old.direction = 'sendonly';
    }
  }
  for (const [source, transceiver] of state.senders) {
    if (state.live.has(source)) continue;
    transceiver.direction = 'inactive';
    await transceiver.sender.replaceTrack(null);
  }
  await state.pub.setLocalDescription();
  const tracks = [...state.senders]
    .filter(([, { direction }]) => direction === 'sendonly')
    .map(([source, { mid }]) => ({ mid, source }));
  try {
    const sdp = await askHall('publish', state.pub.localDescription.sdp, tracks);
    await state.pub.setRemoteDescription({ type: 'answer', sdp });
  } catch (error) {
    await state.pub.setLocalDescription({ type: 'rollback' });
    throw error;
  }
}

window.onOffer = (sdp, version, tracks) => {
  subscribing = subscribing
    .then(() => takeOffer(sdp, version, tracks))
    .catch((error) => state.errors.push(String(error)));
};

async function takeOffer(sdp, version, tracks) {
  state.sub ??= new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  await state.sub.setRemoteDescription({ type: 'offer', sdp });
  await state.sub.setLocalDescription();
  await askHall('accept', state.sub.localDescription.sdp, version);
  const ids = new Set(tracks.map(({ publication }) => publication.id));
  for (const [id, { element }] of state.received) {
    if (ids.has(id)) continue;
    element.remove();
    state.received.delete(id);
  }
  for (const { mid, publication } of tracks) {
    if (state.received.has(publication.id)) continue;
    const { track } = state.sub.getTransceivers().find((each) => each.mid === mid).receiver;
    const element = document.createElement(track.kind);
    Object.assign(element, { autoplay: true, muted: false, srcObject: new MediaStream([track]) });
    document.body.append(element);
    element.play().catch(() => {});
    state.received.set(publication.id, { publication, mid, element });
  }
}

window.renew = async () => {
  state.pub?.close();
  state.sub?.close();
  for (const { element } of state.received.values()) element.remove();
  Object.assign(state, { pub: null, sub: null, senders: new Map(), received: new Map() });
  publishing = Promise.resolve();
  subscribing = Promise.resolve();
  for (let waitMs = 100; ; waitMs = Math.min(2000, waitMs * 2)) {
    try {
      await askHall('renew');
      break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  await publishLive();
};

/** What is received, per publication, as it stands now. */
window.measure = async () => {
  const stats = state.sub ? [...(await state.sub.getStats()).values()] : [];
  const received = [...state.received.values()].map(({ publication, mid, element }) => {
    const inbound = stats.find((stat) => stat.type === 'inbound-rtp' && stat.mid === mid) ?? {};
    return {
      ...publication,
      mid,
      frames: inbound.framesDecoded ?? 0,
      width: inbound.frameWidth ?? 0,
      packets: inbound.packetsReceived ?? 0,
      lost: inbound.packetsLost ?? 0,
      energy: inbound.totalAudioEnergy ?? 0,
      nacks: inbound.nackCount ?? 0,
      plis: inbound.pliCount ?? 0,
      retransmitted: inbound.retransmittedPacketsReceived ?? 0,
      picture: element.tagName === 'VIDEO' ? checksum(element) : 0,
    };
  });
  const sent = state.pub ? [...(await state.pub.getStats()).values()] : [];
  return {
    received,
    sent: sent
      .filter(({ type }) => type === 'outbound-rtp')
      .map(
        ({
          kind,
          bytesSent,
          targetBitrate,
          nackCount,
          pliCount,
          framesPerSecond,
          retransmittedPacketsSent,
        }) => ({
          kind,
          bytesSent,
          targetBitrate,
          nackCount,
          pliCount,
          framesPerSecond,
          retransmittedPacketsSent,
        }),
      ),
    availableBps: sent.find(({ type, nominated }) => type === 'candidate-pair' && nominated)
      ?.availableOutgoingBitrate,
    connection: { pub: state.pub?.connectionState, sub: state.sub?.connectionState },
    mediaLines: state.sub?.getTransceivers().length ?? 0,
    errors: state.errors,
    atMs: performance.now(),
  };
};

function checksum(video) {
  if (!video.videoWidth) return 0;
  const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 24 });
  const paint = canvas.getContext('2d');
  paint.drawImage(video, 0, 0, 32, 24);
  return paint
    .getImageData(0, 0, 32, 24)
    .data.reduce((sum, value, index) => (sum * 31 + value + index) % 1_000_003, 7);
}
