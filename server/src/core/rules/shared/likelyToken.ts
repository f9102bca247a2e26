/**
 * Whether the value of an OAuth option is the token itself and not the name of a file that holds it: a Google or
 * Microsoft token, the base64 of an XOAUTH2 string, or a long run of characters without the signs of a file name.
 */
export function isLikelyToken(value: string): boolean {
  if (/^(?:ya29\.|eyJ|dXNlc?j)/.test(value)) return true;
  return value.length >= 60 && /^[\w+=.~-]+$/.test(value) && !/\.[a-z]{2,5}$/i.test(value);
}
