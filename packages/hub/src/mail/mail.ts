/** One mail to one person. */
export interface Mail {
  /** A UUID. The same id is the same mail, so one that is sent again can be known as such. */
  id: string;
  to: string;
  /** Whose name stands before the sender's address: the house that writes. */
  fromName: string;
  subject: string;
  text: string;
  html: string;
  language: string;
}

/** `refused`: the receiving side does not take it, and will not later. `answer`: its codes, without a word about whom. */
export type Sent = { ok: true } | { ok: false; error: { code: 'refused'; answer: string } };

/** Carries mails. Rejects when the mail could not be handed over now: then it is worth trying again. */
export interface Mailer {
  send(mail: Mail): Promise<Sent>;
}
