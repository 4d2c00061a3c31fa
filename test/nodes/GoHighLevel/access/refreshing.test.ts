import type { IHttpRequestOptions } from 'n8n-workflow';

import type { HttpRequest, Outcome, RequestContext } from '../../../../nodes/core/sending/http';
import { RefreshingSender } from '../../../../nodes/GoHighLevel/api/access/refreshing';
import { backToNow, later } from '../../../support/oAuth2';
import { HIGHLEVEL_SERVICE } from '../../../../nodes/GoHighLevel/api/service';
import { Account } from '../../../../nodes/core/account/account';

const CREDENTIAL = 'goHighLevelOAuth2Api';
const REFUSED = { statusCode: 401, headers: {}, body: { message: 'Invalid JWT' } };
const CARRIED_OUT = { statusCode: 200, headers: {}, body: {} };

type Answer = typeof REFUSED | typeof CARRIED_OUT;

const settled = async () => await new Promise<void>((resolve) => setImmediate(resolve));

/**
 * n8n as far as the sender sees it: a stored token, and a helper that sends with it and, where 401 is not to be
 * ignored, gets a new one and sends again. Requests are answered when the test says so.
 */
class N8n {
	stored = 'token 1';
	refreshes = 0;
	/** Requests on their way, with the token that each was sent with. */
	readonly sent: Array<{ name: string; token: string; answer: (given: Answer) => void }> = [];

	context(): RequestContext {
		return {
			getNode: () => ({ credentials: { [CREDENTIAL]: { id: 'credential' } } }),
			getCredentials: async () => ({ oauthTokenData: { access_token: this.stored } }),
			helpers: {
				httpRequestWithAuthentication: async (_: string, options: IHttpRequestOptions) => {
					const token = this.stored;
					const first = await this.deliver(options.url, token);
					if (options.ignoreHttpStatusErrors === true || first.statusCode !== 401) return first;
					if (this.stored === token) {
						this.refreshes += 1;
						this.stored = `token ${this.refreshes + 1}`;
					}
					return await this.deliver(options.url, this.stored);
				},
			},
		} as unknown as RequestContext;
	}

	/** Answers the oldest request of that name, and says which token it had. */
	async answer(name: string, given?: Answer): Promise<string> {
		await settled();
		const index = this.sent.findIndex((request) => request.name === name);
		const [request] = this.sent.splice(index, 1);
		if (index < 0 || !request) throw new Error(`${name} is not on its way`);
		request.answer(given ?? (request.token === this.stored ? CARRIED_OUT : REFUSED));
		await settled();
		return request.token;
	}

	private async deliver(name: string, token: string): Promise<Answer> {
		return await new Promise((answer) => this.sent.push({ name, token, answer }));
	}
}

let n8n: N8n;
let sender: RefreshingSender;
let account: Account;

beforeEach(() => {
	n8n = new N8n();
	sender = new RefreshingSender(CREDENTIAL);
	account = new Account('demo', HIGHLEVEL_SERVICE.pace);
});
afterEach(() => backToNow());

async function send(name: string): Promise<Outcome> {
	const request: HttpRequest = { method: 'GET', url: name, headers: {}, timeoutMs: 1000 };
	return await sender.send(n8n.context(), request, { account });
}

const statusOf = (outcome: Outcome) => (outcome.kind === 'answer' ? outcome.status : outcome.kind);

test('a refusal that arrives after the new token was got is answered with that one, not with another refresh', async () => {
	const early = send('early');
	const late = send('late');
	await n8n.answer('early', REFUSED);
	await n8n.answer('early', REFUSED);
	expect(n8n.refreshes).toBe(1);
	expect(await n8n.answer('early')).toBe('token 2');
	await n8n.answer('late', REFUSED);
	expect(await n8n.answer('late')).toBe('token 2');

	expect([await early, await late].map(statusOf)).toEqual([200, 200]);
	expect(n8n.refreshes).toBe(1);
});

test('a new token that is refused is believed for a minute, and replaced after that', async () => {
	const first = send('first');
	for (let times = 0; times < 3; times++) await n8n.answer('first', REFUSED);
	expect(statusOf(await first)).toBe(401);

	later(1_000);
	const second = send('second');
	await n8n.answer('second', REFUSED);
	expect(statusOf(await second)).toBe(401);
	expect(n8n.refreshes).toBe(1);

	later(60_000);
	const third = send('third');
	await n8n.answer('third', REFUSED);
	await n8n.answer('third', REFUSED);
	await n8n.answer('third');
	expect(statusOf(await third)).toBe(200);
	expect(n8n.refreshes).toBe(2);
});

test('a token that another n8n process has got in the meantime is used, and spends none', async () => {
	const outcome = send('request');
	await settled();
	n8n.stored = 'token of another process';
	await n8n.answer('request', REFUSED);
	expect(await n8n.answer('request')).toBe('token of another process');

	expect(statusOf(await outcome)).toBe(200);
	expect(n8n.refreshes).toBe(0);
});

test('a request that was answered otherwise than by a refusal got no new token: the others still get one', async () => {
	const first = send('first');
	const second = send('second');
	await n8n.answer('first', REFUSED);
	await n8n.answer('second', REFUSED);
	await n8n.answer('first', { ...CARRIED_OUT, statusCode: 429 });
	expect(statusOf(await first)).toBe(429);
	expect(n8n.refreshes).toBe(0);

	await n8n.answer('second', REFUSED);
	await n8n.answer('second', REFUSED);
	expect(await n8n.answer('second')).toBe('token 2');
	expect(statusOf(await second)).toBe(200);
});

test.each([
	'The token is not authorized for this scope.',
	'version header was not found.',
	"Token's user type mismatch!",
	'This authClass type is not allowed to access this scope.',
])('"%s" is no reason for a new token', async (message) => {
	const outcome = send('request');
	await n8n.answer('request', { ...REFUSED, body: { message } });

	expect(statusOf(await outcome)).toBe(401);
	expect(n8n.sent).toEqual([]);
	expect(n8n.refreshes).toBe(0);
});
