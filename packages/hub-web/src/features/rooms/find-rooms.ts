/** Words as they are looked for: small letters, without marks above or below. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The rooms whose names hold every word that was typed, in any order. */
export function findRooms<Room extends { name: string }>(
  rooms: readonly Room[],
  typed: string,
): readonly Room[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return words.length === 0
    ? rooms
    : rooms.filter(({ name }) => words.every((word) => plain(name).includes(word)));
}
