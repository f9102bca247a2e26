import { defineOptions } from '../defineOptions.js';

export const encryptionOptions = defineOptions('encryption', [
  {
    name: 'debugssl',
    spec: '=i',
    valueKind: 'level',
    default: 1,
    since: '1.674',
    summary: 'Sets how much the TLS library prints, from 0 (silent) to 4.',
    notes: 'The whole run is affected, both sides. Also printed only when encryption is on.',
  },
  {
    name: 'ssl1',
    spec: '!',
    side: 'host1',
    pair: 'ssl2',
    defaultNote:
      'decided at run time: turned on when port 993 of host1 answers, if none of port1, ssl1, tls1 was given',
    since: '1.160',
    summary: 'Opens the connection to host1 inside TLS from the start (imaps).',
    notes:
      'The server certificate is not checked unless --sslargs1 SSL_verify_mode=1 is added. --nossl1 alone does not mean cleartext: STARTTLS is still used when the server offers it (add --notls1 to prevent that).',
    conflicts: [
      {
        with: ['tls1'],
        effect: 'STARTTLS is still attempted inside the TLS session, which servers refuse: exit code 12',
        exitCode: 12,
      },
    ],
  },
  {
    name: 'ssl2',
    spec: '!',
    side: 'host2',
    pair: 'ssl1',
    defaultNote:
      'decided at run time: turned on when port 993 of host2 answers, if none of port2, ssl2, tls2 was given',
    since: '1.160',
    summary: 'Opens the connection to host2 inside TLS from the start (imaps).',
    notes:
      'The server certificate is not checked unless --sslargs2 SSL_verify_mode=1 is added. --nossl2 alone does not mean cleartext: STARTTLS is still used when the server offers it (add --notls2 to prevent that).',
    conflicts: [
      {
        with: ['tls2'],
        effect: 'STARTTLS is still attempted inside the TLS session, which servers refuse: exit code 12',
        exitCode: 12,
      },
    ],
  },
  {
    name: 'sslargs1',
    spec: '=s%',
    valueKind: 'key=value',
    side: 'host1',
    pair: 'sslargs2',
    since: '1.673',
    summary: 'Passes one extra setting, written key=value, to the TLS layer for host1.',
    notes:
      'A value without = is rejected. SSL_verify_mode=1 is the usual one, because certificates are not verified by default.',
  },
  {
    name: 'sslargs2',
    spec: '=s%',
    valueKind: 'key=value',
    side: 'host2',
    pair: 'sslargs1',
    since: '1.673',
    summary: 'Passes one extra setting, written key=value, to the TLS layer for host2.',
    notes:
      'A value without = is rejected. SSL_verify_mode=1 is the usual one, because certificates are not verified by default.',
  },
  {
    name: 'tls1',
    spec: '!',
    side: 'host1',
    pair: 'tls2',
    defaultNote: 'used automatically when ssl1 is off, tls1 was not given and the server advertises STARTTLS',
    summary: 'Upgrades the host1 connection with STARTTLS and fails if that is refused.',
    notes: 'Certificate verification is off by default here too.',
    conflicts: [
      { with: ['ssl1'], effect: 'both together make STARTTLS run inside TLS and fail: exit code 12', exitCode: 12 },
      { with: ['sslcheck'], effect: 'giving tls1 or notls1 skips the probe of port 993 for host1' },
    ],
  },
  {
    name: 'tls2',
    spec: '!',
    side: 'host2',
    pair: 'tls1',
    defaultNote: 'used automatically when ssl2 is off, tls2 was not given and the server advertises STARTTLS',
    summary: 'Upgrades the host2 connection with STARTTLS and fails if that is refused.',
    notes: 'Certificate verification is off by default here too.',
    conflicts: [
      { with: ['ssl2'], effect: 'both together make STARTTLS run inside TLS and fail: exit code 12', exitCode: 12 },
      { with: ['sslcheck'], effect: 'giving tls2 or notls2 skips the probe of port 993 for host2' },
    ],
  },
]);
