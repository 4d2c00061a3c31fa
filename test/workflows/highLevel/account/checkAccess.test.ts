import type { IDataObject } from 'n8n-workflow';

import { scopesOf } from '../../../../nodes/core/operation/request';
import { catalogue } from '../../../../nodes/GoHighLevel/actions';
import { KINDS } from '../../../../nodes/GoHighLevel/events/poll/kinds';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { APP_SCOPES } from '../../../../sandbox/highLevel';
import { DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import {
	apiRequests,
	connect,
	later,
	backToNow,
	runOperationOAuth,
	secretsOf,
} from '../../../support/oAuth2';
import type { StoredConnection } from '../../../support/oAuth2';
import { pace } from '../../../support/pace';
import type { NodeRun } from '../../../support/running/runWorkflow';
import { textOf } from '../../../support/sandboxRuns';
import { tokenWithout } from '../everyOperation/operations';

let forget = () => {};
let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	// The rules are the same after shorter waits.
	forget = pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });
	sandbox.reset();
});
afterEach(() => {
	backToNow();
	forget();
});
afterAll(async () => await sandbox.close());

type Found = Record<string, IDataObject>;

/** Check -> what was found. */
function foundIn(run: NodeRun): Found {
	expect(textOf(run).trim()).toBe('');
	const rows = run.items.map(({ json }) => json);
	const found = Object.fromEntries(rows.map((row) => [String(row.check), row]));
	expect(Object.keys(found)).toHaveLength(rows.length);
	for (const secret of [...secretsOf(sandbox), DEMO.token]) expect(run.stored).not.toContain(secret);
	return found;
}

const withToken = async (token?: string) =>
	foundIn(await runOperation(sandbox, 'account.checkAccess', { token }));

const withOAuth2 = async (connection: StoredConnection) =>
	foundIn(await runOperationOAuth(connection, 'account.checkAccess'));

/** Status -> names of what has it. */
function byStatus(found: Found, kind: 'Read' | 'Write'): Record<string, string[]> {
	const names: Record<string, string[]> = {};
	for (const [check, { status }] of Object.entries(found)) {
		if (check.startsWith(`${kind} `)) (names[String(status)] ??= []).push(check.slice(kind.length + 1));
	}
	return names;
}

const writes = () =>
	apiRequests(sandbox).filter(({ method, path }) => method !== 'GET' && !/\/search$/.test(path));

test('every scope that an operation or a poll needs is checked, once', async () => {
	const needed = [
		...Object.values(catalogue).flatMap(({ operations }) => Object.values(operations).flatMap(scopesOf)),
		...KINDS.flatMap(({ events, lists = [] }) => [...events, { requests: lists }]).flatMap(scopesOf),
	];
	const checks = needed.map(
		(scope) => `${scope.endsWith('.readonly') ? 'Read' : 'Write'} ${scope.replace(/\.\w+$/, '')}`,
	);
	const found = Object.keys(await withToken()).filter((check) => /^(Read|Write) /.test(check));
	expect(found.sort()).toEqual([...new Set(checks)].sort());
});

describe('a private token', () => {
	test('that may do everything: each scope is read once, nothing is written, and what cannot be known is said', async () => {
		const found = await withToken();
		expect(byStatus(found, 'Read')).toEqual({
			ok: expect.arrayContaining(['contacts', 'calendars/events', 'objects/record', 'users']) as string[],
			// HighLevel has no list of them.
			notChecked: ['recurring-tasks'],
		});
		expect(Object.keys(byStatus(found, 'Write'))).toEqual(['notChecked']);
		expect(found['Write contacts']?.detail).toContain('It needs contacts.write.');
		expect(found.Connection?.detail).toContain(DEMO.locationId);
		expect(found.Webhooks).toMatchObject({ status: 'notChecked', remedy: null });
		expect(found['Token age']).toMatchObject({
			status: 'notChecked',
			remedy: expect.stringContaining('every 90 days') as string,
		});
		expect(writes()).toEqual([]);
		// Appointments and records are read behind their lists.
		expect(apiRequests(sandbox)).toHaveLength(
			Object.values(byStatus(found, 'Read')).flat().length - 1 + 2 + 1,
		);
	});

	test('that this n8n has used for 90 days is due for rotation, which is said', async () => {
		await withToken();
		later(90 * 86_400_000);
		expect((await withToken())['Token age']).toMatchObject({
			status: 'failed',
			detail: expect.stringContaining('which is 90 days') as string,
		});
	});

	test.each([
		['contacts.readonly', ['contacts']],
		// What is read by calendar cannot be tried without the list of them.
		['calendars.readonly', ['calendars']],
		['locations.readonly', ['locations']],
	])('without %s lacks that, with what to do, and the rest is read', async (scope, missing) => {
		const found = await withToken(tokenWithout(sandbox, scope));
		expect(byStatus(found, 'Read').missing).toEqual(missing);
		expect(found[`Read ${missing[0]}`]?.remedy).toContain(`needs the scopes ${scope}`);
		expect(found.Connection?.status).toBe('ok');
		expect(byStatus(found, 'Read').notChecked).toEqual(
			{
				'calendars.readonly': ['calendars/events', 'recurring-tasks'],
				'locations.readonly': ['recurring-tasks', 'users'],
			}[scope] ?? ['recurring-tasks'],
		);
	});

	test.each([
		['that was revoked', 'pit-00000000-revoked', DEMO.locationId, /does not accept the token/],
		['of another location', DEMO.token, 'AAAAbbbbCCCCddddEEEE', /refused access/],
	])(
		'%s is one failed check with what to do, and nothing else is tried',
		async (_, token, locationId, text) => {
			const run = await runOperation(sandbox, 'account.checkAccess', { token, locationId });
			const found = foundIn(run);
			expect(run.stored).not.toContain('pit-00000000-revoked');
			expect(found.Connection).toMatchObject({
				status: 'failed',
				detail: expect.stringMatching(text) as string,
			});
			expect(found.Connection?.remedy).toBeTruthy();
			expect(Object.keys(byStatus(found, 'Read'))).toEqual(['notChecked']);
			expect(apiRequests(sandbox)).toHaveLength(1);
		},
	);
});

describe('a connection by OAuth2', () => {
	test('names what it may write, and when its token was made; webhooks are to be looked up in the app', async () => {
		const scopes = APP_SCOPES.filter(
			(scope) => !['contacts.write', 'recurring-tasks.readonly'].includes(scope),
		);
		const found = await withOAuth2(connect(sandbox, { scopes }));
		expect(byStatus(found, 'Write').missing).toContain('contacts');
		expect(byStatus(found, 'Write').ok).toContain('conversations/message');
		expect(byStatus(found, 'Write').notChecked).toBeUndefined();
		expect(found['Write contacts']?.remedy).toContain('Add the scope contacts.write to the app');
		expect(found['Read recurring-tasks']).toMatchObject({ status: 'missing' });
		expect(found['Token age']).toMatchObject({
			status: 'ok',
			detail: expect.stringMatching(/was made at \d{4}-\d\d-\d\dT.* valid until \d{4}-/) as string,
		});
		expect(found.Webhooks?.remedy).toContain('Advanced Settings > Webhooks');
		expect(writes()).toEqual([]);
	});

	test('that was removed is one failed check: connect it again', async () => {
		const connection = connect(sandbox);
		sandbox.oauth.expireAccessTokens();
		sandbox.state.refreshTokens.clear();
		const found = await withOAuth2(connection);
		expect(found.Connection).toMatchObject({
			status: 'failed',
			remedy: expect.stringContaining('click Reconnect') as string,
		});
	});
});

test('what fails for another reason is a failed check of that one, and of HighLevel as a whole an error', async () => {
	sandbox.faults.add({ kind: 'serverError', path: '/forms/' });
	expect((await withToken())['Read forms']).toMatchObject({
		status: 'failed',
		detail: expect.stringMatching(/did not answer/) as string,
	});
	sandbox.faults.add({ kind: 'serverError', path: '/locations/[^/]+$' });
	const run = await runOperation(sandbox, 'account.checkAccess', { token: tokenWithout(sandbox, 'x') });
	expect(run.error?.message).toMatch(/did not answer/);
});
