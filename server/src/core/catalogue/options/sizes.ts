import { defineOptions } from '../defineOptions.js';

export const sizesOptions = defineOptions('sizes', [
  {
    name: 'foldersizes',
    spec: '!',
    default: true,
    defaultNote: 'off with justfolders',
    since: '1.95',
    summary: 'Measures every folder on both sides before copying.',
    notes: 'Needed for the time-left estimate. Each folder is opened on both servers. Slow on large accounts.',
  },
  {
    name: 'foldersizesatend',
    spec: '!',
    defaultNote: 'follows foldersizes; on with justfolders',
    follows: 'foldersizes',
    since: '1.514',
    summary: 'Measures every folder on both sides again after the run.',
    notes: '--nofoldersizes switches this off too unless it is given explicitly.',
  },
  {
    name: 'justfoldersizes',
    spec: '!',
    default: false,
    summary: 'Stops with exit 0 after the first size listing, before anything is copied.',
    conflicts: [{ with: ['nofoldersizes'], effect: 'nothing is measured and the run still ends' }],
    readOnlyRun: true,
  },
]);
