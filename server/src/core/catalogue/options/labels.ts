import { defineOptions } from '../defineOptions.js';

export const labelsOptions = defineOptions('labels', [
  {
    name: 'synclabels',
    spec: '!',
    default: false,
    defaultNote: 'on when gmail1 and gmail2 are given together',
    since: '1.891',
    summary: 'Copies Gmail labels along with each message it transfers.',
    notes:
      'There is no capability check: a non-Gmail server will refuse the label requests. Not turned on by gmail1 or gmail2 alone.',
    requires: [{ anyOf: [], note: 'Gmail on both sides' }],
    writes: ['host2'],
    honoursDry: true,
  },
  {
    name: 'resynclabels',
    spec: '!',
    default: false,
    defaultNote: 'on when gmail1 and gmail2 are given together',
    since: '1.926',
    summary: 'Rewrites the Gmail labels of messages that are already on host2.',
    notes: 'Replaces the label set: labels added on host2 only are lost.',
    requires: [{ anyOf: [], note: 'Gmail on both sides' }],
    writes: ['host2'],
    honoursDry: true,
  },
]);
