/** A value of --authmech1 and --authmech2. imapsync upper-cases what is written and sends any name it is given. */
export interface AuthMechanism {
  readonly name: string;
  readonly summary: string;
  /** It asks for no password. */
  readonly withoutPassword?: true;
}

/** The mechanisms that imapsync 2.229 and Mail::IMAPClient have code for; any other name fails at login. */
export const authMechanisms: readonly AuthMechanism[] = [
  { name: 'LOGIN', summary: 'The plain IMAP LOGIN command; the default.' },
  {
    name: 'PLAIN',
    summary:
      'SASL PLAIN. The default with --authuser; without it imapsync sends an empty login name, which servers refuse.',
  },
  { name: 'CRAM-MD5', summary: 'Challenge and response; the password itself does not travel.' },
  { name: 'DIGEST-MD5', summary: 'Challenge and response of an older kind; needs the Perl module Authen::SASL.' },
  { name: 'NTLM', summary: 'Windows login; --domain gives the Windows domain. Needs the Perl module Authen::NTLM.' },
  {
    name: 'XOAUTH2',
    summary:
      'OAuth 2 with a Google service account: the password names its key file. With an access token use --oauthaccesstoken instead.',
  },
  {
    name: 'EXTERNAL',
    summary: 'The TLS certificate identifies the user; no password is asked for.',
    withoutPassword: true,
  },
  {
    name: 'PREAUTH',
    summary:
      'The server greets an already logged in client; no password is asked for. Otherwise the run ends with exit code 16.',
    withoutPassword: true,
  },
  { name: 'X-MASTERAUTH', summary: 'The master password of Kerio Connect.' },
];
