import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { Secrets } from '../../../nodes/core/account/masking';

const TOKEN = 'pit-3f9a1c77-88d2-4e05-b6aa-19c0de7742f1';
const KEY = 'abcdefghij/klmnop+qrstuvwx=';
const HEADER = 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9';
const JWT = `${HEADER}.eyJhdXRoQ2xhc3MiOiJDb21wYW55IiwiaWF0IjoxfQ.c2lnbmF0dXJlLW9mLXRoZS1hZ2VuY3k`;

function withoutSecrets<T>(value: T, known: string[]): T {
	const secrets = new Secrets();
	for (const secret of known) secrets.learn(secret);
	return secrets.removeFrom(value);
}

const escapedAs = (form: (code: string) => string) => (text: string) =>
	[...text].map((letter) => form(letter.charCodeAt(0).toString(16).padStart(4, '0'))).join('');

/** How a service may show a secret. */
const SPELLINGS: Record<string, (secret: string) => string> = {
	whole: (secret) => secret,
	'in capitals': (secret) => secret.toUpperCase(),
	'by its beginning': (secret) => secret.slice(0, 12),
	'by its end': (secret) => secret.slice(-14),
	'from its middle': (secret) => secret.slice(5, 20),
	'in an address': encodeURIComponent,
	'in an address in an address': (secret) => encodeURIComponent(encodeURIComponent(secret)),
	'as base64': (secret) => Buffer.from(secret).toString('base64'),
	'as Basic Auth': (secret) => Buffer.from(`x:${secret}`).toString('base64'),
	'as hexadecimal digits': (secret) => Buffer.from(secret).toString('hex'),
	'in escaped JSON': (secret) => secret.replaceAll('/', '\\/'),
	'as escapes of JSON': escapedAs((code) => `\\u${code}`),
	'as entities of HTML': escapedAs((code) => `&#x${code};`),
	'in two lines': (secret) => `${secret.slice(0, 9)}\n${secret.slice(9)}`,
};

const cases = Object.entries(SPELLINGS).flatMap(([what, spell]) =>
	[TOKEN, KEY].map((secret) => [what, secret, spell] as const),
);

test.each(cases)('a secret is not shown %s: %s', (_, secret, spell) => {
	const shown = spell(secret);
	const answer = { message: [`Bad token "${shown}" here`], [shown]: shown };
	const masked = JSON.stringify(withoutSecrets(answer, [secret]));
	expect(masked).toContain('Bad token');
	expect(masked).toContain('here');
	for (let from = 0; from + 10 <= shown.length; from++) {
		expect(masked).not.toContain(JSON.stringify(shown.slice(from, from + 10)).slice(1, -1));
	}
});

test('every part of a token is hidden, wherever in the token it begins and ends', () => {
	const secrets = new Secrets();
	secrets.learn(JWT);
	const secret = JWT.slice(HEADER.length + 1);
	for (const size of [10, 11, 15, 40]) {
		for (let from = 0; from + size <= secret.length; from++) {
			const part = secret.slice(from, from + size);
			expect(secrets.removeFrom(`😀 <${part}>`)).toBe('😀 <[secret]>');
			expect(secrets.removeFrom(`%F0%9F😀 <${part}>`)).toBe('%F0%9F😀 <[secret]>');
		}
	}
	for (let from = 0; from + 9 <= secret.length; from++) {
		const word = `<${secret.slice(from, from + 9)}>`;
		expect(secrets.removeFrom(word)).toBe(word);
	}
});

test('what has no secret in it stays the very same', () => {
	const answer = { contacts: [{ id: 'abc', phone: '+14155550132', token: 'another-token-0815' }] };
	expect(withoutSecrets(answer, [TOKEN, KEY, JWT])).toBe(answer);
	expect(withoutSecrets(undefined, [TOKEN])).toBeUndefined();
});

test('the token of somebody else, which begins alike, stays whole', () => {
	const other = `${HEADER}.eyJzdWIiOiJMb2NhdGlvbi0xMjMifQ.YW5vdGhlciBzaWduYXR1cmU`;
	expect(withoutSecrets({ other }, [JWT])).toEqual({ other });
	expect(withoutSecrets({ own: JWT }, [JWT])).toEqual({ own: expect.not.stringContaining('c2lnbmF0dXJl') });
});

test('the secrets of a credential are found by the names of its fields', () => {
	const credential = {
		token: TOKEN,
		locationId: 've9EPM428h8vShlRW1KT',
		accessTokenUrl: 'https://example.com/token',
		oauthTokenData: { access_token: JWT, token_type: 'Bearer', scope: 'contacts.readonly' },
	};
	const secrets = new Secrets();
	secrets.learn(credential);
	const { locationId, accessTokenUrl, oauthTokenData } = credential;
	const { token_type: type, scope } = oauthTokenData;
	expect(secrets.removeFrom({ token: TOKEN, jwt: JWT, locationId, accessTokenUrl, type, scope })).toEqual({
		token: '[secret]',
		jwt: expect.stringMatching(/\[secret\]$/),
		locationId,
		accessTokenUrl,
		type,
		scope,
	});
});

test('a long list of records that holds a secret is masked too', () => {
	const records = Array.from({ length: 2_000 }, (_, index) => ({ id: index, note: 'Nothing of interest' }));
	const answer = { records: [...records, { id: -1, note: `The key is ${TOKEN}` }] };
	expect(JSON.stringify(withoutSecrets(answer, [TOKEN]))).not.toContain('3f9a1c77');
});

test('a token that was renewed is hidden beside those that were known before', () => {
	const secrets = new Secrets();
	secrets.learn({ token: TOKEN });
	expect(secrets.removeFrom(`${TOKEN} ${KEY}`)).toContain(KEY);
	secrets.learn({ token: KEY });
	expect(secrets.removeFrom(`${TOKEN} ${KEY}`)).toBe('[secret] [secret]');
});

test('a secret that is used all the time is hidden, however many tokens were renewed beside it', () => {
	const secrets = new Secrets();
	for (let day = 10; day < 60; day++) {
		secrets.learn({ clientSecret: KEY, access_token: `token-of-day-${day}-${day}` }, 'credential');
		expect(secrets.removeFrom(`${KEY} token-of-day-${day}-${day}`)).toBe('[secret] [secret]');
	}
});

test('the tokens of one credential are hidden while many others of the account are used', () => {
	const secrets = new Secrets();
	secrets.learn({ token: TOKEN }, 'first');
	for (let other = 10; other < 60; other++) {
		secrets.learn({ access_token: `access-${other}-of-another` }, `credential ${other}`);
	}
	expect(secrets.removeFrom(TOKEN)).toBe('[secret]');
});

test('what others know is hidden too, also what they learn later', () => {
	const [agency, location] = [new Secrets(), new Secrets()];
	location.include(agency);
	location.include(location);
	location.learn(KEY);
	agency.learn(TOKEN);
	expect(location.removeFrom(`${TOKEN} ${KEY}`)).toBe('[secret] [secret]');
	expect(agency.removeFrom(`${TOKEN} ${KEY}`)).toBe(`[secret] ${KEY}`);
});

test('what is looked for takes no memory for good, however many locations an agency has', async () => {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	const token = () => `${HEADER}.${randomBytes(600).toString('base64url')}`;
	collect();
	const before = process.memoryUsage().heapUsed;
	const accounts: Secrets[] = [];
	for (let location = 0; location < 30; location++) {
		const secrets = new Secrets();
		for (let day = 0; day < 3; day++) secrets.learn(token());
		secrets.removeFrom({ message: 'A response' });
		secrets.removeFrom({ message: 'A response' }, 16);
		accounts.push(secrets);
		await new Promise((resolve) => setImmediate(resolve));
	}
	collect();
	expect(accounts).toHaveLength(30);
	expect((process.memoryUsage().heapUsed - before) / 1_000_000).toBeLessThan(10);
});
