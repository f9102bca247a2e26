/** A key that --sslargs1 and --sslargs2 hand over to the Perl module IO::Socket::SSL. */
export interface SslArgument {
  readonly name: string;
  readonly summary: string;
  /** Values worth proposing. */
  readonly values: readonly SslArgumentValue[];
  /** The chapter of the module's documentation. */
  readonly source: string;
}

export interface SslArgumentValue {
  readonly value: string;
  readonly summary: string;
}

const description = 'IO::Socket::SSL 2.081, Description Of Methods, new';

type Row = readonly [name: string, summary: string, values?: readonly (readonly [value: string, summary: string])[]];

const rows: readonly Row[] = [
  [
    'SSL_verify_mode',
    'Whether the certificate of the server is checked; a number, since a name ends the run.',
    [
      ['1', 'check the certificate of the server'],
      ['0', 'do not check the certificate, which is the default of imapsync'],
    ],
  ],
  [
    'SSL_verifycn_scheme',
    'How the host name is looked for in the certificate, once it is checked.',
    [
      ['imap', 'by the rules for IMAP'],
      ['none', 'accept a certificate for any name'],
    ],
  ],
  ['SSL_verifycn_name', 'The host name that the certificate must be for, where it is not the one connected to.'],
  [
    'SSL_version',
    'The TLS versions allowed; several are written after SSLv23, those left out with an exclamation mark.',
    [
      ['TLSv1_2', 'TLS 1.2 only'],
      ['TLSv1_3', 'TLS 1.3 only'],
      ['SSLv23:!SSLv2:!SSLv3:!TLSv1:!TLSv1_1', 'TLS 1.2 and later'],
      ['TLSv1', 'TLS 1.0 only, for servers of old'],
    ],
  ],
  [
    'SSL_cipher_list',
    'The ciphers of TLS 1.2 and earlier, in the notation of OpenSSL.',
    [
      ['DEFAULT:@SECLEVEL=1', 'also the weak keys and ciphers of old servers'],
      ['HIGH:!aNULL', 'strong ciphers only'],
    ],
  ],
  ['SSL_ciphersuites', 'The ciphers of TLS 1.3, in the notation of OpenSSL.'],
  ['SSL_ca_file', 'The file of the certificate authorities to trust; without it those of the system.'],
  ['SSL_ca_path', 'The directory of the certificate authorities to trust.'],
  [
    'SSL_fingerprint',
    'A certificate to accept whoever signed it, as algorithm, dollar sign and hexadecimal digits; for a server with a certificate of its own.',
  ],
  ['SSL_hostname', 'The name sent to the server so that it chooses its certificate (SNI); empty sends none.'],
  ['SSL_cert_file', 'The file of the certificate that identifies the user, for --authmech EXTERNAL.'],
  ['SSL_key_file', 'The file of the key that belongs to that certificate.'],
  ['SSL_check_crl', 'Refuses certificates that their authority has revoked.', [['1', 'look into the revocation list']]],
  ['SSL_crl_file', 'The file of the revocation list; needs SSL_check_crl.'],
  ['SSL_honor_cipher_order', 'Whether the server chooses among the ciphers.', [['0', 'the client chooses']]],
];

/** Keys worth setting on a client. Keys whose value is Perl code or a list can not be written on a command line. */
export const sslArguments: readonly SslArgument[] = rows.map(([name, summary, values = []]) => ({
  name,
  summary,
  values: values.map(([value, meaning]) => ({ value, summary: meaning })),
  source: `${description}, ${name}`,
}));

const byName = new Map(sslArguments.map((argument) => [argument.name, argument]));

/** The key of this name; letter case matters. */
export function findSslArgument(name: string): SslArgument | undefined {
  return byName.get(name);
}
