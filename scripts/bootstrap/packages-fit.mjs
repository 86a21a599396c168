import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether node_modules holds what package-lock.json says, read from the list that npm itself keeps in
 * node_modules/.package-lock.json. So an `npm ci` or `npm install` by hand counts as well as ours.
 * @param {string} root the checkout
 * @param {{ platform: string, arch: string }} machine
 */
export function packagesFit(root, machine = process) {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (installed === null) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (wanted === null) throw new Error('package-lock.json is missing or not readable.');
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || !isNeeded(entry, machine) || isSame(entry, installed[path]),
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** Optional packages are made for some machines; those for this one are needed too (Node 24 is one of them). */
function isNeeded(entry, { platform, arch }) {
  if (!entry.optional) return true;
  if (!entry.os || !entry.cpu || entry.libc) return false;
  return entry.os.includes(platform) && entry.cpu.includes(arch);
}

function isSame(wanted, found) {
  if (found === undefined) return false;
  if (wanted.link) return found.link === true && found.resolved === wanted.resolved;
  return found.version === wanted.version && found.integrity === wanted.integrity;
}
