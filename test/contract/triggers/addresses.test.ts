import type { TriggerServer } from '../../support/running/runWebhook';
import type { Service, ServiceOptions } from './services';
import { SERVICES } from './services';

/** What the real service cannot reach from the internet, however it is written. */
const UNREACHABLE = [
	'http://localhost:5678',
	'https://localhost',
	'https://LOCALHOST.',
	'https://n8n.localhost',
	'https://127.0.0.1:5678',
	'https://127.8.9.10',
	'https://2130706433',
	'https://0x7f.1',
	'https://0177.0.0.1',
	'https://0.0.0.0',
	'https://10.0.0.5',
	'https://10.0.0.5.',
	'https://167772165',
	'https://172.16.0.1',
	'https://172.31.255.254',
	'https://192.168.1.20',
	'https://169.254.169.254',
	'https://100.64.0.1',
	'https://100.127.255.254',
	'https://192.0.2.1',
	'https://198.18.0.1',
	'https://198.51.100.7',
	'https://203.0.113.9',
	'https://224.0.0.1',
	'https://255.255.255.255',
	'https://[::1]:5678',
	'https://[::]',
	'https://[fc00::1]',
	'https://[fd12:3456::1]',
	'https://[fe80::1]',
	'https://[fec0::1]',
	'https://[ff02::1]',
	'https://[2001:db8::1]',
	'https://[::ffff:10.0.0.5]',
	'https://[::ffff:127.0.0.1]',
	'https://[::10.0.0.5]',
	'https://[64:ff9b::10.0.0.5]',
	'https://[2002:a00:5::1]',
	'https://n8n',
	'https://n8n:5678',
	'https://n8n.local',
	'https://n8n.LOCAL.',
	'https://n8n.internal',
	'https://host.docker.internal:5678',
	'https://n8n.test',
	'https://n8n.home.arpa',
	'https://n8n.lan',
	'https://n8n.home',
	'https://n8n.invalid',
];

/** Public addresses, those beside private ones included. */
const REACHABLE = [
	'https://n8n.example.com',
	'https://n8n.example.com:8443',
	'https://local.example.com',
	'https://internal.example.com',
	'https://mylocal.net',
	'https://11.0.0.1',
	'https://172.15.0.1',
	'https://172.32.0.1',
	'https://192.169.0.1',
	'https://100.63.0.1',
	'https://100.128.0.1',
	'https://[2606:4700::1111]',
	'https://[::ffff:8.8.8.8]',
];

describe.each(SERVICES)('the addresses that are registered with %s', (name, realUrl, open) => {
	let service: Service;
	const servers: TriggerServer[] = [];
	beforeAll(async () => (service = await open()));
	afterEach(async () => {
		for (const server of servers.splice(0)) await server.close();
	});
	afterAll(async () => await service.close());

	async function started(options: ServiceOptions): Promise<TriggerServer> {
		const server = await service.start(options);
		servers.push(server);
		return server;
	}

	async function refusal(options: ServiceOptions): Promise<{ message: string; description?: string | null }> {
		return await (await started(options)).activate().then(
			() => {
				throw new Error(`${options.publicUrl} was registered, which this test forbids`);
			},
			(error: { message: string; description?: string | null }) => error,
		);
	}

	test.each(UNREACHABLE)('an n8n that nobody can reach from outside is refused: %s', async (publicUrl) => {
		const { message, description } = await refusal({ publicUrl, baseUrl: realUrl });
		expect(message).toContain(`${name} cannot reach this n8n: its webhooks are at `);
		expect(description).toContain('N8N_WEBHOOK_URL');
	});

	test.each(['http://n8n.example.com', 'http://11.0.0.1:5678', 'http://[2606:4700::1111]'])(
		'an n8n without HTTPS is refused: %s',
		async (publicUrl) => {
			for (const baseUrl of [realUrl, service.sandboxUrl]) {
				const { message } = await refusal({ publicUrl, baseUrl });
				expect(message).toContain('must begin with https://');
			}
		},
	);

	test.each(REACHABLE)('an n8n on the internet is registered: %s', async (publicUrl) => {
		await (await started({ publicUrl })).activate();
		expect(new URL(service.registered()).origin).toBe(publicUrl.replace('8.8.8.8', '808:808'));
	});

	test.each(['http://localhost:5678', 'http://127.0.0.1:5678', 'http://[::1]:5678', 'https://localhost'])(
		'a sandbox on this machine may deliver to an n8n on it: %s',
		async (publicUrl) => {
			await (await started({ publicUrl })).activate();
			expect(new URL(service.registered()).origin).toBe(publicUrl);
		},
	);

	test('a workflow that was copied to another n8n gets a token of its own, and takes none of the first', async () => {
		const first = await started({});
		await first.activate();
		const url = service.registered();
		const copy = await started({});
		copy.staticData = structuredClone(first.staticData);
		const atCopy = `${copy.url}${new URL(url).search}`;
		expect((await fetch(atCopy, postOf(service.payload))).status).toBe(401);
		await copy.activate('init');
		const own = service.registered();
		expect(new URL(own).port).toBe(new URL(copy.url).port);
		expect(new URL(own).search).not.toBe(new URL(url).search);
		expect((await fetch(atCopy, postOf(service.payload))).status).toBe(401);
		expect(copy.executions).toEqual([]);
		expect((await fetch(own, postOf(service.payload))).status).toBe(200);
		expect((await fetch(url, postOf(service.payload))).status).toBe(200);
		expect([first.executions.length, copy.executions.length]).toEqual([1, 1]);
	});
});

function postOf(body: string): RequestInit {
	return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
}
