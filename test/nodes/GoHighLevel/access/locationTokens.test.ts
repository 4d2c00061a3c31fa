import { Cancelled, Failure } from '../../../../nodes/core/failure';
import type { LocationToken } from '../../../../nodes/GoHighLevel/api/access/locationTokens';
import { LocationTokens } from '../../../../nodes/GoHighLevel/api/access/locationTokens';
import { backToNow, later } from '../../../support/oAuth2';

const HOUR_MS = 3_600_000;

/** Exchanges that end when the test says so, in the order in which they were begun. */
class Exchanges {
	readonly pending: Array<{ answer: (token: LocationToken) => void; refuse: (error: Error) => void }> = [];
	begun = 0;

	readonly exchange = async (): Promise<LocationToken> => {
		this.begun += 1;
		return await new Promise((answer, refuse) => this.pending.push({ answer, refuse }));
	};

	answer(lifetimeMs = HOUR_MS): LocationToken {
		const token = { accessToken: `token ${this.begun}`, expiresAt: Date.now() + lifetimeMs };
		this.pending.shift()?.answer(token);
		return token;
	}

	refuse(error: Error): void {
		this.pending.shift()?.refuse(error);
	}
}

let tokens: LocationTokens;
let exchanges: Exchanges;

beforeEach(() => {
	tokens = new LocationTokens();
	exchanges = new Exchanges();
});
afterEach(() => backToNow());

const settled = async () => await new Promise<void>((resolve) => setImmediate(resolve));
const many = (count: number, one: () => Promise<unknown>) =>
	Promise.allSettled(Array.from({ length: count }, one));
const get = async (key = 'here') => await tokens.of(key, exchanges.exchange);

/** A token that was exchanged so long ago that a refusal is believed. */
async function olderToken(): Promise<LocationToken> {
	const first = get();
	exchanges.answer();
	const token = await first;
	later(120_000);
	return token;
}

test('20 that ask at once share one exchange, and so do those that ask later', async () => {
	const all = many(20, get);
	await settled();
	const token = exchanges.answer();

	expect((await all).map((one) => one.status === 'fulfilled' && one.value)).toEqual(Array(20).fill(token));
	expect(await get()).toBe(token);
	expect(exchanges.begun).toBe(1);
});

test('locations do not wait for each other', async () => {
	const here = get('here');
	const there = get('there');
	exchanges.answer();
	await expect(here).resolves.toMatchObject({ accessToken: 'token 2' });
	exchanges.answer();
	await there;

	expect(exchanges.begun).toBe(2);
});

test('a token is not used in its last minute: 20 that ask then share one exchange', async () => {
	const first = get();
	exchanges.answer(HOUR_MS);
	const old = await first;
	later(HOUR_MS - 61_000);
	expect(await get()).toBe(old);
	later(2_000);
	const all = many(20, get);
	await settled();
	const token = exchanges.answer();

	expect((await all).map((one) => one.status === 'fulfilled' && one.value)).toEqual(Array(20).fill(token));
	expect(exchanges.begun).toBe(2);
});

test('20 that find a token refused share one exchange, whenever they find it', async () => {
	const old = await olderToken();
	const all = many(20, async () => await tokens.replace('here', old, exchanges.exchange));
	await settled();
	const token = exchanges.answer();

	expect((await all).map((one) => one.status === 'fulfilled' && one.value)).toEqual(Array(20).fill(token));
	expect(await tokens.replace('here', old, exchanges.exchange)).toBe(token);
	expect(exchanges.begun).toBe(2);
});

test('a token that was exchanged a moment ago and is refused as well is not replaced', async () => {
	const old = await olderToken();
	const replaced = tokens.replace('here', old, exchanges.exchange);
	await settled();
	exchanges.answer();
	const token = (await replaced) as LocationToken;

	expect(await tokens.replace('here', token, exchanges.exchange)).toBeUndefined();
	later(61_000);
	void tokens.replace('here', token, exchanges.exchange);
	await settled();
	expect(exchanges.begun).toBe(3);
});

test('a failure is shared by all who wait, and by those who ask within ten seconds', async () => {
	const failure = new Failure('The app is not installed');
	const all = many(20, get);
	await settled();
	exchanges.refuse(failure);

	expect(await all).toEqual(Array(20).fill({ status: 'rejected', reason: failure }));
	await expect(get()).rejects.toBe(failure);
	expect(exchanges.begun).toBe(1);

	later(10_001);
	const next = get();
	await settled();
	exchanges.answer();
	await expect(next).resolves.toMatchObject({ accessToken: 'token 2' });
});

test('a failure to replace a refused token is told to all, and none is told that the token is fine', async () => {
	const old = await olderToken();
	const failure = new Failure('The app is not installed');
	const all = many(20, async () => await tokens.replace('here', old, exchanges.exchange));
	await settled();
	exchanges.refuse(failure);

	expect(await all).toEqual(Array(20).fill({ status: 'rejected', reason: failure }));
	expect(exchanges.begun).toBe(2);
});

test.each<[string, (tokens: LocationTokens, old: LocationToken, exchange: Exchanges) => Promise<unknown>]>([
	['ask for a token', async (of, _, { exchange }) => await of.of('there', exchange)],
	['replace a token', async (of, old, { exchange }) => await of.replace('here', old, exchange)],
])('when the one that began is cancelled, others that %s begin anew, once', async (_, ask) => {
	const old = await olderToken();
	const first = ask(tokens, old, exchanges);
	const others = many(20, async () => await ask(tokens, old, exchanges));
	await settled();
	exchanges.refuse(new Cancelled());
	await expect(first).rejects.toBeInstanceOf(Cancelled);
	await settled();
	const token = exchanges.answer();

	expect((await others).map((one) => one.status === 'fulfilled' && one.value)).toEqual(Array(20).fill(token));
	expect(exchanges.begun).toBe(3);
});
