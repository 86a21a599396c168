/** Loudness of a track between 0 (silence) and 1, measured on demand. */
export interface Level {
  read(): number;
  close(): void;
}

const QUIETEST_DB = -60;

/** Listens to a microphone's track without playing it. */
export function listen(track: MediaStreamTrack): Level {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    read() {
      // A context made before the first press on the page sleeps until it is woken.
      if (context.state === 'suspended') void context.resume();
      analyser.getFloatTimeDomainData(samples);
      return loudness(samples);
    },
    close() {
      source.disconnect();
      void context.close();
    },
  };
}

/** Root mean square in decibels below full scale, -60 dB and less being 0. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  if (rms === 0) return 0;
  const decibels = 20 * Math.log10(rms);
  return Math.min(1, Math.max(0, 1 - decibels / QUIETEST_DB));
}
