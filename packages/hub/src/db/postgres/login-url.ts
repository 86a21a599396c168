/**
 * The address of the same database for another user. The query string outranks the user and password
 * before the @ (pg-connection-string), and is there in every form of address, also for a socket.
 */
export function loginUrl(databaseUrl: string, user: string, password: string): string {
  const [address = '', query = ''] = databaseUrl.split('?', 2);
  const asked = new URLSearchParams(query);
  asked.set('user', user);
  asked.set('password', password);
  return `${address}?${asked}`;
}
