/** The digits that were typed or pasted, without what a mail program or a habit puts between them; six at most. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '').slice(0, 6);
}
