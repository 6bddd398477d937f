/** Letters and digits that are not mistaken for each other when read aloud. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A one-time password to hand over: 16 random characters in groups of four. */
export function oneTimePassword(
  random: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): string {
  const chars: string[] = [];
  while (chars.length < GROUPS * GROUP_LENGTH) {
    const [byte = 255] = sample(random);
    // Bytes past the last whole multiple of the alphabet would favour its first letters.
    if (byte < Math.floor(256 / ALPHABET.length) * ALPHABET.length)
      chars.push(ALPHABET.charAt(byte % ALPHABET.length));
  }
  return chars.join('').replace(/(.{4})(?=.)/g, '$1-');
}

function sample(random: (bytes: Uint8Array<ArrayBuffer>) => void): Uint8Array {
  const bytes = new Uint8Array(1);
  random(bytes);
  return bytes;
}
