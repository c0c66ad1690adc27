/** Tests of what goes wrong, in the order in which `docs/reliability.md` tells of them. */
export interface Source {
  /** What they are about, as a heading. */
  about: string
  file: string
  /** The groups of the file that are about faults; all of the file where it is about nothing else. */
  groups?: readonly string[]
}

export const faults: Readonly<Record<string, readonly Source[]>> = {
  'The widget': [
    { about: 'What the agent is told', file: 'e2e/problems.spec.ts' },
    {
      about: 'Between the page and the proxy',
      file: 'src/client/client.test.ts',
      groups: ['what goes wrong'],
    },
    { about: 'Answers that come too late', file: 'e2e/stalePick.spec.ts' },
    { about: 'Guards that warn, refuse or say nothing', file: 'e2e/guards.spec.ts' },
    { about: 'Guards and hands at the same moment', file: 'e2e/hands/guard.ts' },
    { about: 'Keys that are pressed too often, or too early', file: 'e2e/hands/once.ts' },
    { about: 'Hosts that write at any time', file: 'e2e/hands/hostWrites.ts' },
    { about: 'Hosts that draw, empty and remove at any time', file: 'e2e/hands/lively.ts' },
    {
      about: 'History that fails',
      file: 'src/picker/core/pastCalls.test.ts',
      groups: ['a history'],
    },
    {
      about: 'A storage of no use',
      file: 'e2e/memory.spec.ts',
      groups: ['a storage that is of no use'],
    },
    {
      about: 'A storage that was damaged',
      file: 'src/picker/memory/readRemembered.test.ts',
      groups: ['what storage holds'],
    },
    {
      about: 'Several tabs at once',
      file: 'src/picker/memory/memory.tabs.test.ts',
      groups: ['two tabs'],
    },
    { about: 'The picker in a frame', file: 'e2e/embed/frame.spec.ts' },
  ],
  'The proxy': [
    { about: 'Before a cloud that fails', file: 'src/proxy/faults.test.ts' },
    {
      about: 'The circuit breaker',
      file: 'src/proxy/cloud/breaker.test.ts',
      groups: ['a breaker', 'a breaker and its agents'],
    },
    {
      about: 'Calls that act, sent twice',
      file: 'src/proxy/once.test.ts',
      groups: ['a call with an Idempotency-Key'],
    },
    {
      about: 'Who is not known',
      file: 'src/proxy/whoMayDoWhat.test.ts',
      groups: ['who is not known', 'keys at a URL'],
    },
    {
      about: 'A key server that is down',
      file: 'src/proxy/agent/keySet.test.ts',
      groups: ['keys at an address'],
    },
    {
      about: 'A Redis that fails',
      file: 'src/proxy/agent/sharing.test.ts',
      groups: ['limits that replicas share'],
    },
    {
      about: 'Secrets that change while it runs',
      file: 'src/proxy/program/rotation.test.ts',
      groups: ['secrets in a file'],
    },
    {
      about: 'No way out',
      file: 'src/proxy/program/probes.test.ts',
      groups: ['a replica without a way out'],
    },
    {
      about: 'History that fails',
      file: 'e2e/proxy/historyCost.test.ts',
      groups: ['history that fails'],
    },
  ],
  'Both together, over real connections': [
    { about: 'From the cloud to the agent’s screen', file: 'e2e/proxyFaults.spec.ts' },
    { about: 'Replicas that end, and a Redis that goes away', file: 'e2e/proxy/replicas.test.ts' },
    { about: 'Behind load balancers', file: 'e2e/proxy/balancers.test.ts' },
    { about: 'Workers that end', file: 'e2e/proxy/workers.test.ts' },
  ],
}
