/** Two soft notes, half a second, from the chosen speaker: to hear whether one will hear the others. */
export async function playTestSound(speakerId: string | null): Promise<void> {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const volume = context.createGain();
  volume.gain.value = 0.2;
  volume.connect(out);
  for (const [index, hertz] of [523.25, 659.25].entries()) {
    const note = context.createOscillator();
    note.frequency.value = hertz;
    note.connect(volume);
    note.start(context.currentTime + index * 0.25);
    note.stop(context.currentTime + index * 0.25 + 0.22);
  }
  const player = new Audio();
  player.srcObject = out.stream;
  await playThrough(player, speakerId);
  await player.play().catch(() => {});
  setTimeout(() => void context.close(), 1000);
}

/** Not every browser lets a page choose; a speaker that is gone leaves the system's own. */
export async function playThrough(element: HTMLMediaElement, speakerId: string | null): Promise<void> {
  if (speakerId === null || !canChooseSpeaker()) return;
  await element.setSinkId(speakerId).catch(() => {});
}

export function canChooseSpeaker(): boolean {
  return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
}
