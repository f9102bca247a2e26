/**
 * What can be said of a host that is no provider's: this machine, or an address; null for any other name. Address
 * ranges by RFC 1918, 3927, 4193, 4291 and 6598.
 */
export function hostMarkdown(host: string): string | null {
  const name = host.trim().toLowerCase().replace(/\.$/, '');
  if (name === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(name) || /^\[?::1\]?$/.test(name)) {
    return 'This machine, or in a container the container itself: a server or a tunnel must listen there.';
  }
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(name)?.slice(1).map(Number);
  if (octets !== undefined) {
    if (octets.some((octet) => octet > 255)) return 'No IP address: each of its numbers is at most 255.';
    return `${isPrivate(octets) ? 'An IP address of a private network' : 'An IP address'}. ${unnamed}`;
  }
  if (!/^\[?[\da-f:]*:[\da-f:.]*\]?$/.test(name) || (!name.includes('::') && name.split(':').length !== 8)) return null;
  const local = /^\[?(?:f[cd]|fe[89ab])/.test(name);
  return `${local ? 'An IPv6 address of a private network' : 'An IPv6 address'}. ${unnamed}`;
}

const unnamed =
  'Certificates are made out to names, so where `SSL_verify_mode=1` asks for a check, write the name of the server.';

function isPrivate([first = 0, second = 0]: readonly number[]): boolean {
  return (
    first === 10 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second < 128)
  );
}
