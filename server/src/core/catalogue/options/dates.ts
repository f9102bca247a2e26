import { defineOptions } from '../defineOptions.js';

export const datesOptions = defineOptions('dates', [
  {
    name: 'syncinternaldates',
    spec: '!',
    default: true,
    since: '1.42',
    summary: 'Gives copied messages on host2 the same arrival date as on host1.',
    notes: 'With --nosyncinternaldates host2 stamps the copy time.',
    conflicts: [{ with: ['idatefromheader'], effect: 'switched off' }],
  },
  {
    name: 'idatefromheader',
    spec: '!',
    default: false,
    since: '1.260',
    summary: 'Sets the arrival date on host2 from the Date header of the message.',
    notes:
      'For sources whose arrival dates were lost in an earlier migration. The Date header is written by senders and may be wrong.',
    implies: [{ option: 'syncinternaldates', value: false, over: 'always' }],
    conflicts: [{ with: ['syncinternaldates'], effect: 'switched off even when given explicitly' }],
  },
]);
