/** Compiled by a strict project against the packed package: what a Vue template may set, and what not. */
import type {} from 'outbound-number-picker/element/vue'
import type { GlobalComponents } from 'vue'

type Props = InstanceType<GlobalComponents['outbound-number-picker']>['$props']

export const taken: Props = {
  endpoint: '/aliyun/ccc/api',
  id: 'picker',
  onClick: ({ clientX }) => clientX,
  'user-id': 'agent@ccc-test',
  count: '5',
  beforeDial: () => true,
  onDial: (event) => event.waitUntil(event.detail.caller),
  onCalleechange: ({ detail }) => detail.length,
}

export const refused: Props[] = [
  // @ts-expect-error: not a theme
  { theme: 'blue' },
  // @ts-expect-error: not a guard
  { beforeDial: 5 },
]
