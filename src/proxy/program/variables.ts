import { availableParallelism } from 'node:os'
import * as v from 'valibot'
import { isKeysAddress, KEYS_ADDRESS, limitDefaults, SECRET_LENGTH } from '../agent/index.ts'
import { presets } from '../call/index.ts'
import { historyDefaults, isTimeZone } from '../history/index.ts'
import { endpointOfRegion, proxyDefaults } from '../options.ts'
import {
  actionLimits,
  integer,
  list,
  matching,
  oneOf,
  optional,
  origin,
  preset,
  problem,
  secretProblem,
  wholeFromZero,
} from './readers.ts'

/*
 * The environment variables of the program, each with its meaning, its default and its remedy. The
 * table in docs/proxy.md is made from them.
 */

export const variables = v.object({
  CCC_INSTANCE_ID: v.pipe(
    matching(
      'CCC_INSTANCE_ID',
      /^[\w.-]+$/,
      'set the ID of your call center instance, as in ccc-test.',
    ),
    v.description('The call center instance that the proxy serves. Browsers cannot name another.'),
  ),
  CCC_REGION_ID: preset(
    'The region of the instance.',
    matching('CCC_REGION_ID', /^[a-z]+(?:-[a-z0-9]+)+$/, 'set a region ID, as in cn-shanghai.'),
    proxyDefaults.regionId,
  ),
  CCC_ENDPOINT: optional(
    'Origin of the API, if it is not the region’s own `https://ccc.<region>.aliyuncs.com`.',
    origin(
      'CCC_ENDPOINT',
      'set http:// or https://, a host and nothing after it, as in ' +
        `${endpointOfRegion(proxyDefaults.regionId)}, or leave it out.`,
    ),
  ),
  ALIBABA_CLOUD_ACCESS_KEY_ID: optional(
    'Access key to sign with. Without it, the official credential chain looks for one, such as the machine’s RAM role.',
    v.string(),
  ),
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: optional('Goes with the access key. Secret.', v.string()),
  ALIBABA_CLOUD_SECURITY_TOKEN: optional('Goes with a temporary access key. Secret.', v.string()),
  PROXY_AUTH: preset(
    '`jwt` identifies agents by a token. `none` lets everybody on this machine act for every agent; `none-forced` lets everybody on the network do so.',
    oneOf('PROXY_AUTH', ['jwt', 'none', 'none-forced']),
    'jwt',
  ),
  PROXY_JWT_SECRET: optional(
    `Secret that tokens are signed with (HS256, HS384, HS512), at least ${SECRET_LENGTH} characters. Secret. Alternative: \`PROXY_JWT_JWKS_URL\`.`,
    v.pipe(
      v.string(),
      v.minLength(
        SECRET_LENGTH,
        secretProblem(
          'PROXY_JWT_SECRET',
          `set ${SECRET_LENGTH} characters at least, as from: openssl rand -base64 32.`,
        ),
      ),
    ),
  ),
  PROXY_JWT_SECRET_PREVIOUS: optional(
    'The secret before that one, which is accepted too while secrets are changed. Secret.',
    v.pipe(
      v.string(),
      v.minLength(
        SECRET_LENGTH,
        secretProblem(
          'PROXY_JWT_SECRET_PREVIOUS',
          `set the secret that PROXY_JWT_SECRET was before, of ${SECRET_LENGTH} characters at least, or leave it out.`,
        ),
      ),
    ),
  ),
  PROXY_SECRETS_FILE: optional(
    'File with the access key and the secrets of tokens and offers, one `NAME=value` a line, in place of these variables. It is read again when it changes and on SIGHUP.',
    v.string(),
  ),
  PROXY_JWT_JWKS_URL: optional(
    'JWKS address with the public keys that tokens are checked with. Alternative: `PROXY_JWT_SECRET`.',
    v.pipe(
      v.string(),
      v.check(isKeysAddress, problem('PROXY_JWT_JWKS_URL', `set ${KEYS_ADDRESS}`)),
    ),
  ),
  PROXY_JWT_ISSUER: optional('The `iss` that a token must carry. Required with `jwt`.', v.string()),
  PROXY_JWT_AUDIENCE: optional(
    'The `aud` that a token must carry. Required with `jwt`.',
    v.string(),
  ),
  PROXY_JWT_COOKIE: optional(
    'Cookie that carries the token, for calls without `Authorization: Bearer`.',
    matching('PROXY_JWT_COOKIE', /^[\w-]+$/, 'set the name of a cookie, as in session.'),
  ),
  PROXY_JWT_GROUPS_CLAIM: preset(
    'Claim that limits the agent’s skill groups: an array of ids, or ids separated by spaces. Without it in a token, the call center’s own list for the user applies.',
    v.string(),
    'skill_groups',
  ),
  PROXY_ACTIONS: preset(
    'What may be called: `picker` (what the widget needs), `picker+history` (what it needs to show earlier calls too), `workbench` (what the Workbench SDK calls), or comma-separated actions.',
    v.pipe(
      v.string(),
      v.regex(
        /^(?:picker(?:\+history)?|workbench|[A-Z]\w+(?:\s*,\s*[A-Z]\w+)*\s*,?)$/,
        problem(
          'PROXY_ACTIONS',
          'set picker, picker+history, workbench, or comma-separated actions, as in PickOutboundNumbers,MakeCall.',
        ),
      ),
      v.transform(
        (text) =>
          presets.find((preset) => preset === text) ??
          text
            .split(',')
            .map((one) => one.trim())
            .filter((one) => one !== ''),
      ),
    ),
    proxyDefaults.actions,
  ),
  PROXY_ALLOWED_ORIGINS: preset(
    'Origins whose pages may call, besides the proxy’s own; comma-separated.',
    list(
      origin(
        'PROXY_ALLOWED_ORIGINS',
        'write each origin as a browser does, as in https://desk.example.com, comma-separated.',
      ),
    ),
    '',
  ),
  PROXY_PATH: preset(
    'Path of the API; the Workbench SDK calls it `ajaxPath`.',
    matching(
      'PROXY_PATH',
      /^(?!\/(?:healthz|readyz|metrics)$)(?:\/[\w.~-]+)+$/,
      'set a path, as in /aliyun/ccc/api, but none of /healthz, /readyz and /metrics.',
    ),
    proxyDefaults.path,
  ),
  PROXY_ACTION_PARAM: preset(
    'Query parameter that names the action; the Workbench SDK calls it `ajaxApiParamName`.',
    matching('PROXY_ACTION_PARAM', /^[A-Za-z]\w*$/, 'set a name, as in action.'),
    proxyDefaults.actionParam,
  ),
  PROXY_TIMEOUT_MS: preset(
    'Milliseconds that the cloud has for a whole call, retries included, once the request is there; the token and the request have as long before.',
    integer('PROXY_TIMEOUT_MS', 1, 120_000, 'set milliseconds, a whole number from 1 to 120000.'),
    `${proxyDefaults.timeout}`,
  ),
  PROXY_AGENT_LIMIT: preset(
    'Calls that one agent may make in a window; 0 for no limit.',
    integer('PROXY_AGENT_LIMIT', 0, 1e8, wholeFromZero(1e8, 'calls in a window')),
    `${limitDefaults.perAgent}`,
  ),
  PROXY_ACTION_LIMITS: preset(
    'Calls of single actions that one agent may make in a window, as in `MakeCall=60,PickOutboundNumbers=300`; they count for the agent too.',
    actionLimits(
      'PROXY_ACTION_LIMITS',
      'write an action, = and a whole number above 0, comma-separated, as in MakeCall=60,PickOutboundNumbers=300.',
    ),
    '',
  ),
  PROXY_INSTANCE_LIMIT: preset(
    'Calls that all agents together may make in a window; 0 for no limit.',
    integer('PROXY_INSTANCE_LIMIT', 0, 1e8, wholeFromZero(1e8, 'calls in a window')),
    `${limitDefaults.perInstance}`,
  ),
  PROXY_LIMIT_WINDOW_SECONDS: preset(
    'Length of a window in seconds.',
    integer(
      'PROXY_LIMIT_WINDOW_SECONDS',
      1,
      86_400,
      'set seconds, a whole number from 1 to 86400.',
    ),
    `${limitDefaults.window}`,
  ),
  PROXY_OFFER_SECRET: optional(
    `Secret that a pick’s offer of history is signed with, at least ${SECRET_LENGTH} characters, the same for all replicas. Secret. Without it, \`PROXY_JWT_SECRET\` serves; without that too, each process makes its own, and accepts no other replica’s offers.`,
    v.pipe(
      v.string(),
      v.minLength(
        SECRET_LENGTH,
        secretProblem(
          'PROXY_OFFER_SECRET',
          `set ${SECRET_LENGTH} characters at least, as from: openssl rand -base64 32.`,
        ),
      ),
    ),
  ),
  PROXY_HISTORY_LIMIT: preset(
    'Calls to the cloud that history may make in a second, for all agents together; 0 for no limit. Beyond it, history is left out.',
    integer('PROXY_HISTORY_LIMIT', 0, 1e6, wholeFromZero(1e6, 'calls in a second')),
    `${historyDefaults.callsPerSecond}`,
  ),
  PROXY_HISTORY_TIME_ZONE: preset(
    'Time zone in which the day begins for which history counts a caller’s calls.',
    v.pipe(
      v.string(),
      v.check(
        isTimeZone,
        problem('PROXY_HISTORY_TIME_ZONE', 'set the name of a time zone, as in Asia/Shanghai.'),
      ),
    ),
    historyDefaults.timeZone,
  ),
  REDIS_URL: optional(
    'Redis in which replicas share their counts. Without it, each counts for itself. May contain a secret.',
    v.pipe(
      v.string(),
      v.check(
        (text) => URL.canParse(text) && /^rediss?:\/\/[^/?#]+/.test(text),
        secretProblem(
          'REDIS_URL',
          'set redis:// or rediss:// and a host, as in redis://redis:6379.',
        ),
      ),
    ),
  ),
  HOST: preset(
    'Address to listen on; `0.0.0.0` for all addresses of the machine.',
    matching('HOST', /^[\w.:-]+$/, 'set an IP address or a host name, as in 127.0.0.1.'),
    '127.0.0.1',
  ),
  PORT: preset(
    'Port to listen on; 0 for any free port.',
    integer('PORT', 0, 65535, 'set a whole number from 0 (any free port) to 65535.'),
    '8787',
  ),
  PROXY_ADMIN_PORT: optional(
    'Port of its own for `/metrics`, `/healthz` and `/readyz`, which are otherwise answered at `PORT`.',
    integer(
      'PROXY_ADMIN_PORT',
      0,
      65535,
      'set a whole number from 0 (any free port) to 65535, or leave it out.',
    ),
  ),
  PROXY_WORKERS: preset(
    'Processes that share the port, one for each core of the machine; `auto` counts them. More than one need `PROXY_ADMIN_PORT`.',
    v.pipe(
      v.string(),
      v.regex(
        /^(?:auto|[1-9]\d?)$/,
        problem('PROXY_WORKERS', 'set a whole number from 1 to 99, or auto.'),
      ),
      v.transform((text) => (text === 'auto' ? availableParallelism() : Number(text))),
    ),
    '1',
  ),
  PROXY_UNREADY_MS: preset(
    'Milliseconds without reaching the cloud after which `/readyz` answers 503, until the cloud is reached again; 0 for never.',
    integer('PROXY_UNREADY_MS', 0, 600_000, wholeFromZero(600_000, 'milliseconds')),
    '5000',
  ),
  PROXY_DRAIN_MS: preset(
    'Milliseconds for which the proxy keeps serving after SIGTERM while `/readyz` answers 503, so that load balancers notice.',
    integer('PROXY_DRAIN_MS', 0, 600_000, wholeFromZero(600_000, 'milliseconds')),
    '0',
  ),
  PROXY_STOP_MS: preset(
    'Milliseconds after SIGTERM at which the service manager ends the program at once; 30 seconds in the systemd unit and in Kubernetes. `PROXY_DRAIN_MS` and twice `PROXY_TIMEOUT_MS` have to fit in.',
    integer('PROXY_STOP_MS', 0, 3_600_000, wholeFromZero(3_600_000, 'milliseconds')),
    '30000',
  ),
  LOG_LEVEL: preset(
    'Lowest level of log lines that are written. `debug` adds a line for each attempt.',
    oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    'info',
  ),
})
