import { lookup } from 'node:dns/promises'
import type { CccError } from '../../ccc/index.ts'
import { endpointOfRegion, proxyDefaults } from '../options.ts'
import type { Config } from './config.ts'

type Where = Pick<Config, 'instanceId' | 'regionId' | 'endpoint'>

/** What an operator does about a refusal, in one sentence or two. */
export async function remedyFor(
  error: CccError,
  where: Where,
  resolves: (host: string) => Promise<boolean> = canResolve,
): Promise<string> {
  const { host, hostname } = new URL(where.endpoint)
  switch (error.code) {
    case 'InvalidTimeStamp.Expired':
      return `The clock of this machine is wrong; it says ${new Date().toISOString()}. Set it, best by NTP.`
    case 'InvalidAccessKeyId.NotFound':
      return 'The cloud knows no such access key: check ALIBABA_CLOUD_ACCESS_KEY_ID.'
    case 'InvalidAccessKeyId.Inactive':
      return 'The access key is disabled: enable it in the RAM console, or make another.'
    case 'SignatureDoesNotMatch':
      return 'The secret does not belong to the access key: check ALIBABA_CLOUD_ACCESS_KEY_SECRET.'
    case 'NotExists.InstanceId':
      return (
        `There is no instance ${where.instanceId} in the region ${where.regionId}: check CCC_INSTANCE_ID, ` +
        'and CCC_REGION_ID, because an instance exists in one region only.'
      )
    case 'NotExists.UserId':
      return 'The call center knows no such agent: check --agent, which is a user id as in agent@ccc-test.'
    case 'CloudTimeout':
      return `Nothing comes back from ${host}, so the way out is probably blocked: allow it in the firewall, or set HTTPS_PROXY.`
    case 'CloudUnreachable':
      return unreachable(faultIn(error), hostname, where, resolves)
    default:
      break
  }
  if (error.code === 'Forbidden.RAM' || error.code.startsWith('NoPermission')) {
    return 'The key is right, and its RAM user may not do this: add ccc:PickOutboundNumbers (and ccc:ListSkillLevelsOfUser) to its policy.'
  }
  if (error.kind === 'throttled') return 'The cloud has too many calls just now: try again later.'
  return 'The code is explained in docs/errors.md, or in the API’s documentation if it is the cloud’s.'
}

/** The system's code at the end of the proxy's own message, such as ECONNREFUSED. */
function faultIn({ message }: CccError): string {
  return /\((\w+)\)\.$/.exec(message)?.[1] ?? 'unknown'
}

async function unreachable(
  fault: string,
  hostname: string,
  { regionId }: Where,
  resolves: (host: string) => Promise<boolean>,
): Promise<string> {
  if (!/^(?:ENOTFOUND|EAI_AGAIN)$/.test(fault)) {
    return `There is no way out to ${hostname} (${fault}): allow it in the firewall, or set HTTPS_PROXY.`
  }
  const known = new URL(endpointOfRegion(proxyDefaults.regionId)).hostname
  if (hostname !== known && (await resolves(known))) {
    return `There is no ${hostname}: the region ${regionId} is probably wrong. Check CCC_REGION_ID, and CCC_ENDPOINT if it is set.`
  }
  return 'No name can be resolved, so there is probably no way out: check DNS and the network, or set HTTPS_PROXY.'
}

async function canResolve(host: string): Promise<boolean> {
  return lookup(host).then(
    () => true,
    () => false,
  )
}
