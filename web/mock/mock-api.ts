import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Connect, type Plugin } from 'vite';
import overview from './overview.json' with { type: 'json' };

/**
 * A stand-in for the server while screens are drawn: `TANHENG_MOCK=1 npm run dev`. It answers from memory and is no
 * part of the build. Add handlers in `handlers` below; anything unknown answers 404.
 */
interface Call {
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}
type Handler = (call: Call) => { status?: number; body?: unknown };

let loggedIn = true;

const enterprise = {
  id: 'e1',
  name: { zh: '湖北云峤钢铁有限公司', en: 'Hubei Yunqiao Iron and Steel Co., Ltd.' },
  roles: ['CARBON_MANAGER'],
  permissions: [
    'ENTERPRISE_READ',
    'BOUNDARY_READ',
    'BOUNDARY_EDIT',
    'PARAMETER_READ',
    'PARAMETER_EDIT',
    'LEDGER_READ',
    'LEDGER_ENTER',
    'LEDGER_CONFIRM',
    'LEDGER_REOPEN',
    'VOUCHER_READ',
    'VOUCHER_ADD',
    'IMPORT_READ',
    'IMPORT_RUN',
    'INVENTORY_READ',
    'INVENTORY_RUN',
    'INVENTORY_RESTATE',
  ],
  sector: 'steel',
  methods: ['gbt-32151-5@2015', 'mee-steel@v01-2024'],
  years: [2024, 2025],
};
const session = () => ({
  account: loggedIn
    ? { id: 'a1', login: 'steel.manager', name: '云峤碳管理员', locale: 'zh-CN', mustChangePassword: false }
    : null,
  csrfToken: 'mock',
  roles: [],
  permissions: loggedIn ? ['ACCOUNT_MANAGE'] : [],
  enterprises: loggedIn
    ? [
        enterprise,
        {
          ...enterprise,
          id: 'e2',
          name: { zh: '湖北岚坪水泥集团有限公司', en: 'Hubei Lanping Cement Group' },
        },
      ]
    : [],
  demo: true,
  setupNeeded: false,
});

const unit = (
  id: string,
  parentId: string | null,
  kind: string,
  name: string,
  technicalParameters: object[] = [],
) => ({
  id,
  parentId,
  kind,
  name,
  nameEn: null,
  code: id.toUpperCase(),
  technicalParameters,
  validFrom: '2024-01-01',
  validTo: null,
  version: 1,
});
const units = [
  unit('main', null, 'SITE', '主厂区'),
  unit('dock', null, 'SITE', '江岸原料码头'),
  unit('coke', 'main', 'PROCESS', '焦化'),
  unit('sinter', 'main', 'PROCESS', '烧结'),
  unit('iron', 'main', 'PROCESS', '炼铁'),
  unit('bf1', 'iron', 'FACILITY', '1#高炉', [{ name: '有效容积', value: '2650', unit: 'm3' }]),
  unit('bf2', 'iron', 'FACILITY', '2#高炉', [{ name: '有效容积', value: '3200', unit: 'm3' }]),
];

export const handlers: Record<string, Handler> = {
  'GET /session': () => ({ body: session() }),
  'POST /session': ({ body }) => {
    if ((body as { password: string }).password === 'wrong') {
      return {
        status: 401,
        body: {
          status: 401,
          code: 'identity.bad-credentials',
          messages: { zh: '登录名或密码不对。', en: 'The login name or password is wrong.' },
        },
      };
    }
    loggedIn = true;
    return { body: session() };
  },
  'DELETE /session': () => {
    loggedIn = false;
    return { status: 204 };
  },
  'GET /demo/logins': () => ({
    body: {
      items: [
        {
          login: 'admin',
          password: 'x',
          name: '系统管理岗',
          nameEn: 'Administrator',
          role: 'IT_ADMIN',
          enterprise: '',
          enterpriseEn: '',
        },
        {
          login: 'steel.manager',
          password: 'x',
          name: '碳排放管理岗',
          nameEn: 'Carbon manager',
          role: 'CARBON_MANAGER',
          enterprise: enterprise.name.zh,
          enterpriseEn: enterprise.name.en,
        },
      ],
    },
  }),
  'GET /enterprises/*/units': () => ({ body: { items: units } }),
  'GET /enterprises/*/overview': () => ({ body: overview }),
  'GET /enterprises/*': () => ({
    body: {
      ...enterprise,
      sector: 'STEEL',
      creditCode: '91420000MAFAKE019M',
      industryCode: '3110',
      address: '湖北',
      zone: '+08:00',
      boundary: '法人边界',
      version: 1,
    },
  }),
  'GET /enterprises/*/parameters': () => ({ body: { items: [] } }),
};

function find(method: string, path: string): { handler: Handler; params: string[] } | null {
  for (const [key, handler] of Object.entries(handlers)) {
    const [verb = '', pattern = ''] = key.split(' ');
    const match = new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}$`).exec(path);
    if (verb === method && match) return { handler, params: match.slice(1).map(decodeURIComponent) };
  }
  return null;
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text.startsWith('{') ? JSON.parse(text) : text;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mock');
  const found = find(request.method ?? 'GET', url.pathname.replace('/api/v1', ''));
  const body = await read(request);
  const result = found
    ? found.handler({ params: found.params, query: url.searchParams, body })
    : {
        status: 404,
        body: {
          status: 404,
          code: 'mock.unknown',
          messages: { zh: '模拟接口没有此地址', en: 'The mock lacks this address' },
        },
      };
  response.statusCode = result.status ?? 200;
  response.setHeader('Content-Type', 'application/json');
  response.end(result.body === undefined ? undefined : JSON.stringify(result.body));
}

export function mockApi(): Plugin {
  const serve = (server: { middlewares: Connect.Server }) => {
    server.middlewares.use((request, response, next) => {
      if (request.url?.startsWith('/api/v1/')) void answer(request, response).catch(next);
      else next();
    });
  };
  return { name: 'tanheng-mock-api', configureServer: serve, configurePreviewServer: serve };
}
