export { type Agent, type Authenticate, authenticationFailed, identify } from './agent.ts'
export { listGroupsWithin } from './groupList.ts'
export {
  createJwtAuthentication,
  isKeysAddress,
  type JwtOptions,
  KEYS_ADDRESS,
} from './jwt.ts'
export {
  createCallBudget,
  createLimits,
  type Limits,
  type LimitsOptions,
  limitDefaults,
} from './limits.ts'
export { admitOrigin, preflightHeaders } from './origins.ts'
export { createOwnGroups } from './ownGroups.ts'
export { connectRedis } from './redis.ts'
export { holdToRights } from './rights.ts'
export { SECRET_LENGTH } from './secrets.ts'
