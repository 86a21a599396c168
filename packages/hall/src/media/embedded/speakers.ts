/** Louder than this (-dBov) is taken for a voice; rooms and fans stay below. */
const voiceLevel = 50;
/** How long somebody still counts as speaking: pauses between words are shorter. */
const holdMs = 1_000;
const tellEveryMs = 250;
/** Of each packet of 20 ms: a tenth of a second of sound makes a voice, a click does not. */
const attack = 0.3;
const release = 0.1;

/** A microphone from which nothing came for so long is silent: browsers send little of silence. */
const silentMs = 200;

interface Voice {
  loudness: number;
  packetMs: number;
  heardMs: number;
}

/** Who is heard, from the volumes that browsers write into their packets (RFC 6464). */
export class Speakers {
  private readonly voices = new Map<string, Voice>();
  private told: readonly string[] = [];
  private toldMs = Number.NEGATIVE_INFINITY;

  /** Takes the volume of one packet: 0 is loudest, 127 silence. */
  heard(person: string, level: number, nowMs: number): void {
    const voice = this.voices.get(person) ?? {
      loudness: 0,
      packetMs: nowMs,
      heardMs: Number.NEGATIVE_INFINITY,
    };
    voice.packetMs = nowMs;
    const change = 127 - level - voice.loudness;
    voice.loudness += change * (change > 0 ? attack : release);
    if (voice.loudness > 127 - voiceLevel) voice.heardMs = nowMs;
    this.voices.set(person, voice);
  }

  forget(person: string): void {
    this.voices.delete(person);
  }

  /** Those who speak now, loudest first, when they are others than last told; at most four times a second. */
  changed(nowMs: number): string[] | null {
    if (nowMs - this.toldMs < tellEveryMs) return null;
    const speaking = [...this.voices]
      .filter(([, voice]) => nowMs - voice.heardMs < holdMs)
      .sort(([, a], [, b]) => loudnessAt(b, nowMs) - loudnessAt(a, nowMs))
      .map(([person]) => person);
    if (speaking.length === this.told.length && speaking.every((person) => this.told.includes(person)))
      return null;
    this.told = speaking;
    this.toldMs = nowMs;
    return speaking;
  }
}

function loudnessAt(voice: Voice, nowMs: number): number {
  return nowMs - voice.packetMs > silentMs ? 0 : voice.loudness;
}
