import { camelCase, type Given } from './actions.ts'

/** A call, as code in other places makes it. */
export interface SampleCall {
  action: string
  given: Given
  /** The address of a proxy, such as `http://localhost:5173/aliyun/ccc/api`. */
  proxy: string
  /** The cloud's origin, such as `https://ccc.cn-shanghai.aliyuncs.com`. */
  cloud: string
}

/** Code for the same call, by the language's name. What it needs from outside stands in its first lines. */
export const samples = {
  'client.call': clientCall,
  curl,
  TypeScript: typeScript,
  Python: python,
  Java: java,
} as const satisfies Record<string, (call: SampleCall) => string>

export type Language = keyof typeof samples

function clientCall({ action, given, proxy }: SampleCall): string {
  if (action !== 'PickOutboundNumbers') {
    return `import { createProxyClient } from 'outbound-number-picker'

const client = createProxyClient({ endpoint: ${quote(proxy)} })

const envelope = await client.call(
  {
    name: ${quote(action)},
    parameters: (request: Record<string, string | number>) => request,
    read: (envelope) => envelope,
  },
  ${objectOf(camelCase(given), '  ')},
)
console.log(envelope)
`
  }
  const { CalledNumber = '', SkillGroupIdList = '', Count = 1 } = given
  return `import { createProxyClient, pickOutboundNumbers } from 'outbound-number-picker'

const client = createProxyClient({ endpoint: ${quote(proxy)} })

const { candidates } = await client.call(pickOutboundNumbers, {
  callee: ${quote(CalledNumber)},
  skillGroupIds: [${idsIn(`${SkillGroupIdList}`).map(quote).join(', ')}],
  count: ${Count},
})
console.log(candidates)
`
}

function curl({ action, given, proxy }: SampleCall): string {
  const request = JSON.stringify(camelCase(given)).replaceAll("'", "'\\''")
  return `# Through the proxy: curl cannot sign for the cloud.
curl --silent --show-error '${proxy}?action=${action}' \\
  --data-urlencode 'request=${request}'
`
}

function typeScript({ action, given, cloud }: SampleCall): string {
  const { host, protocol } = addressOf(cloud)
  return `// npm install @alicloud/openapi-core; the key is in ALIBABA_CLOUD_ACCESS_KEY_ID and …_SECRET.
// The client is CommonJS: in a module, take .default of what is imported here.
import OpenApi, { $OpenApiUtil } from '@alicloud/openapi-core'

const client = new OpenApi(
  new $OpenApiUtil.Config({
    accessKeyId: process.env.ALIBABA_CLOUD_ACCESS_KEY_ID,
    accessKeySecret: process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
    endpoint: ${quote(host)},
    protocol: ${quote(protocol)},
  }),
)
const params = new $OpenApiUtil.Params({
  action: ${quote(action)},
  version: '2020-07-01',
  protocol: ${quote(protocol)},
  method: 'POST',
  authType: 'AK',
  style: 'RPC',
  pathname: '/',
  reqBodyType: 'formData',
  bodyType: 'json',
})
const request = new $OpenApiUtil.OpenApiRequest({
  body: ${objectOf(given, '  ')},
})

client.callApi(params, request, {}).then(({ body }) => console.log(JSON.stringify(body, null, 2)))
`
}

function python({ action, given, cloud }: SampleCall): string {
  const { host, protocol } = addressOf(cloud)
  return `# pip install alibabacloud-tea-openapi; the key is in ALIBABA_CLOUD_ACCESS_KEY_ID and …_SECRET.
import json
import os

from alibabacloud_tea_openapi import models
from alibabacloud_tea_openapi.client import Client
from alibabacloud_tea_util.models import RuntimeOptions

client = Client(models.Config(
    access_key_id=os.environ['ALIBABA_CLOUD_ACCESS_KEY_ID'],
    access_key_secret=os.environ['ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
    endpoint=${quote(host)},
    protocol=${quote(protocol)},
))
params = models.Params(
    action=${quote(action)},
    version='2020-07-01',
    protocol=${quote(protocol)},
    method='POST',
    auth_type='AK',
    style='RPC',
    pathname='/',
    req_body_type='formData',
    body_type='json',
)
request = models.OpenApiRequest(body={
${linesOf(given, (name, value) => `    ${quote(name)}: ${literal(value)},`)}
})

response = client.call_api(params, request, RuntimeOptions())
print(json.dumps(response['body'], ensure_ascii=False, indent=2))
`
}

function java({ action, given, cloud }: SampleCall): string {
  const { host, protocol } = addressOf(cloud)
  return `// com.aliyun:tea-openapi; the key is in ALIBABA_CLOUD_ACCESS_KEY_ID and …_SECRET.
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.util.HashMap;
import java.util.Map;

public class ${action} {
    public static void main(String[] arguments) throws Exception {
        Client client = new Client(new Config()
            .setAccessKeyId(System.getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"))
            .setAccessKeySecret(System.getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"))
            .setEndpoint(${JSON.stringify(host)})
            .setProtocol(${JSON.stringify(protocol)}));
        Params params = new Params()
            .setAction(${JSON.stringify(action)})
            .setVersion("2020-07-01")
            .setProtocol(${JSON.stringify(protocol)})
            .setMethod("POST")
            .setAuthType("AK")
            .setStyle("RPC")
            .setPathname("/")
            .setReqBodyType("formData")
            .setBodyType("json");
        Map<String, Object> body = new HashMap<>();
${linesOf(given, (name, value) => `        body.put(${JSON.stringify(name)}, ${JSON.stringify(value)});`)}
        OpenApiRequest request = new OpenApiRequest().setBody(body);

        System.out.println(client.callApi(params, request, new RuntimeOptions()).get("body"));
    }
}
`
}

/** The cloud's address as its clients take it. */
function addressOf(cloud: string): { host: string; protocol: 'HTTP' | 'HTTPS' } {
  const { host, protocol } = new URL(cloud)
  return { host, protocol: protocol === 'http:' ? 'HTTP' : 'HTTPS' }
}

/** The ids in a parameter that is a JSON list; all of it if it is none. */
function idsIn(list: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(list)
    return Array.isArray(ids) ? ids.map(String) : [list]
  } catch {
    return [list]
  }
}

/** In single quotes, as TypeScript and Python write text. */
function quote(text: string | number): string {
  const inside = JSON.stringify(`${text}`).slice(1, -1)
  return `'${inside.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

function literal(value: string | number): string {
  return typeof value === 'number' ? `${value}` : quote(value)
}

function objectOf(given: Given, indent: string): string {
  return `{\n${linesOf(given, (name, value) => `${indent}  ${name}: ${literal(value)},`)}\n${indent}}`
}

function linesOf(given: Given, line: (name: string, value: string | number) => string): string {
  return Object.entries(given)
    .map(([name, value]) => line(name, value))
    .join('\n')
}
