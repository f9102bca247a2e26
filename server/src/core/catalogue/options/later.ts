import { defineOptions } from '../defineOptions.js';

const refreshing = {
  spec: '=s',
  valueKind: 'shell-command',
  since: '2.267',
  shellExec: true,
  honoursDry: false,
  dryDetail: 'The command runs before each login, dry or not.',
  notes:
    'It has to renew the file that the token option of that side names, since that file is read again at every login. The command and whatever it prints are shown and stand in the log: one that prints the token puts it there.',
} as const;

const source = {
  ...refreshing,
  side: 'host1',
  requires: [{ anyOf: ['oauthaccesstoken1', 'oauthdirect1'] }],
} as const;

const destination = {
  ...refreshing,
  side: 'host2',
  requires: [{ anyOf: ['oauthaccesstoken2', 'oauthdirect2'] }],
} as const;

/** The options that came after release 2.229, up to 2.314. */
export const laterOptions = [
  ...defineOptions('authentication', [
    {
      ...source,
      name: 'oauthrefreshcmd1',
      pair: 'oauthrefreshcmd2',
      summary: 'Runs a shell command before every OAuth login to host1, to renew the token.',
    },
    {
      ...destination,
      name: 'oauthrefreshcmd2',
      pair: 'oauthrefreshcmd1',
      summary: 'Runs a shell command before every OAuth login to host2, to renew the token.',
    },
  ]),
  ...defineOptions('behavior', [
    {
      name: 'extra',
      spec: '=s',
      valueKind: 'options',
      secret: true,
      repeatable: true,
      since: '2.287',
      honoursDry: 'unknown',
      summary: 'Takes further options as one text, which imapsync reads behind all others.',
      notes:
        'Made for the web form of the author. What stands in it overrules the command line; several texts are joined without a blank. Names that it does not take are only mentioned. Write the options on the command line instead.',
    },
  ]),
  ...defineOptions('debugging', [
    {
      name: 'testslive2',
      spec: '!',
      since: '2.298',
      default: false,
      writes: ['host1', 'host2'],
      honoursDry: 'unknown',
      summary: "Performs a real sync between the author's public test accounts, in the other direction than testslive.",
      notes: 'Needs internet access.',
    },
  ]),
];

/** Options that were gone before release 2.229, as far as lists of changes name them. */
export const formerOptions = [
  ...defineOptions('undocumented', [
    { name: 'fast', spec: '!', noEffect: true, summary: 'Did nothing any more and was dropped.' },
  ]),
  ...defineOptions('authentication', [
    {
      ...source,
      name: 'oauthrefreshscript1',
      pair: 'oauthrefreshscript2',
      since: '2.266',
      summary: 'Ran a shell command before every OAuth login to host1; a name of one release.',
    },
    {
      ...destination,
      name: 'oauthrefreshscript2',
      pair: 'oauthrefreshscript1',
      since: '2.266',
      summary: 'Ran a shell command before every OAuth login to host2; a name of one release.',
    },
  ]),
];
