import { defineOptions } from '../defineOptions.js';

export const miscOptions = defineOptions('misc', [
  {
    name: 'syncacls',
    spec: '!',
    default: false,
    since: '1.107',
    summary: 'Copies folder access rights from host1 to host2.',
    notes:
      'Users known only on host2 get their rights set to nothing, which can lock out the owner when login names differ between servers. Rights letters mean different things on different servers.',
    writes: ['host2'],
    honoursDry: true,
  },
  {
    name: 'addheader',
    spec: '!',
    default: false,
    defaultNote: 'on with gmail2 alone',
    summary: 'Gives messages that have none of the identifying headers a made-up Message-Id so they can be copied.',
    notes:
      'Built from the host1 UID, so it is only stable while those UIDs are. Without it such messages (often Sent and Drafts) are not copied.',
    writes: ['host2'],
    honoursDry: true,
  },
]);
