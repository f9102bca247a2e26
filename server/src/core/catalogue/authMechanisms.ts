/** A value of --authmech1 and --authmech2. imapsync upper-cases what is written and sends any name it is given. */
export interface AuthMechanism {
  readonly name: string;
  readonly summary: string;
  /** Where the mechanism is defined. */
  readonly source: string;
  /** It asks for no password. */
  readonly withoutPassword?: true;
}

/** The mechanisms that imapsync 2.229 and Mail::IMAPClient have code for; any other name fails at login. */
export const authMechanisms: readonly AuthMechanism[] = [
  { name: 'LOGIN', summary: 'The plain IMAP LOGIN command; the default.', source: 'RFC 3501, 6.2.3' },
  {
    name: 'PLAIN',
    summary:
      'SASL PLAIN. The default with --authuser; without it imapsync sends an empty login name, which servers refuse.',
    source: 'RFC 4616; RFC 3501, 6.2.2',
  },
  { name: 'CRAM-MD5', summary: 'Challenge and response; the password itself does not travel.', source: 'RFC 2195' },
  {
    name: 'DIGEST-MD5',
    summary: 'Challenge and response of an older kind; needs the Perl module Authen::SASL.',
    source: 'RFC 2831, made historic by RFC 6331',
  },
  {
    name: 'NTLM',
    summary: 'Windows login; --domain gives the Windows domain. Needs the Perl module Authen::NTLM.',
    source: '[MS-NLMP]: NT LAN Manager Authentication Protocol',
  },
  {
    name: 'XOAUTH2',
    summary:
      'OAuth 2 with a Google service account: the password names its key file. With an access token use --oauthaccesstoken instead.',
    source: 'Gmail IMAP reference, OAuth 2.0 Mechanism',
  },
  {
    name: 'EXTERNAL',
    summary: 'The TLS certificate identifies the user; no password is asked for.',
    source: 'RFC 4422, appendix A',
    withoutPassword: true,
  },
  {
    name: 'PREAUTH',
    summary:
      'The server greets an already logged in client; no password is asked for. Otherwise the run ends with exit code 16.',
    source: 'RFC 3501, 7.1.4',
    withoutPassword: true,
  },
  {
    name: 'X-MASTERAUTH',
    summary: 'The master password of Kerio Connect.',
    source: "the author's ChangeLog shipped with imapsync 2.229, release 1.919",
  },
];
