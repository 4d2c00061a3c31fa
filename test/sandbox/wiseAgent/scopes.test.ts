import { REQUEST_TYPES } from '../../../sandbox/wiseAgent/requestTypes';
import type { WiseAgentSandbox } from './support';
import { call, start } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start();
});
afterAll(() => sandbox.close());

const tokenWith = (scopes: string[]) => sandbox.oauth.grant({ scopes }).access_token;

/** Operation, verb and scopes as the official page has them. */
const DOCUMENTED: ReadonlyArray<readonly [verb: string, requestType: string, scopes: string]> = [
	['GET', 'getUser', 'profile'],
	['GET', 'user', 'profile'],
	['GET', 'getPipelines', 'profile'],
	['GET', 'getLoginToken', 'profile'],
	['GET', 'getTeam', 'team'],
	['GET', 'getOutsideTeam', 'team'],
	['GET', 'getContacts', 'contacts'],
	['GET', 'getContactsCount', 'contacts'],
	['GET', 'getSingleContact', 'contacts'],
	['POST', 'webcontact', 'contacts'],
	['POST', 'updateContact', 'contacts'],
	['POST', 'addClientCustom', 'contacts'],
	['PUT', 'editClientCustomData', 'contacts'],
	['DELETE', 'editClientCustomData', 'contacts'],
	['GET', 'getClientAddresses', 'contacts'],
	['POST', 'addClientAddress', 'contacts'],
	['GET', 'getContactNotes', 'contacts'],
	['POST', 'addContactNote', 'contacts'],
	['PUT', 'updateContactNote', 'contacts'],
	['PUT', 'updateContactNoteCategories', 'contacts'],
	['DELETE', 'removeContactNote', 'contacts'],
	['GET', 'tasks', 'team'],
	['POST', 'tasks', 'team'],
	['PUT', 'tasks', 'team'],
	['DELETE', 'tasks', 'team'],
	['GET', 'calls', 'contacts'],
	['POST', 'calls', 'contacts'],
	['PUT', 'calls', 'contacts'],
	['DELETE', 'calls', 'contacts'],
	['GET', 'webhooks', 'profile'],
	['POST', 'webhooks', 'profile'],
	['PUT', 'webhooks', 'profile'],
	['DELETE', 'webhooks', 'profile'],
	['GET', 'getAllCategoriesWithCount', 'contacts'],
	['GET', 'getCategoryClientCount', 'contacts'],
	['POST', 'addCategories', 'contacts'],
	['POST', 'addClientsToCategory', 'contacts'],
	['POST', 'removeClientsFromCategory', 'contacts'],
	['GET', 'getSources', 'contacts'],
	['GET', 'getVendors', 'contacts'],
	['GET', 'getPrograms', 'marketing'],
	['POST', 'addClientsToMarketingProgram', 'marketing'],
	['GET', 'getTransactionNames', 'marketing'],
	['GET', 'getTransactionNotes', 'marketing'],
	['GET', 'ContentCategories', 'contacts'],
	['GET', 'Content', 'marketing'],
	['POST', 'Content', 'marketing'],
	['POST', 'attachFile', 'marketing'],
	['POST', 'attachFile', 'contacts'],
	['GET', 'captureForms', 'marketing'],
	['GET', 'captureForm', 'marketing'],
	['GET', 'getCalendar', 'calendar'],
	['POST', 'addPlannerEvent', 'calendar'],
	['POST', 'addPlannerEvent', 'planner'],
	['GET', 'getProperty', 'properties'],
	['GET', 'getProperties', 'properties'],
	['POST', 'addProperty', 'properties'],
	['PUT', 'updateProperty', 'properties'],
	['DELETE', 'deleteProperty', 'properties'],
	['POST', 'addPropertyPhoto', 'properties'],
	['POST', 'addPropertyConnection', 'properties contacts'],
	['GET', 'getPropertySearchCriteria', 'properties'],
	['GET', 'getPropertySearchCriteriaList', 'properties'],
	['POST', 'addPropertySearchCriteria', 'properties'],
	['PUT', 'updatePropertySearchCriteria', 'properties'],
];

const ALL = ['profile', 'team', 'marketing', 'contacts', 'properties', 'calendar', 'planner'];

test.each(DOCUMENTED)('%s %s opens with the scope %s', async (verb, requestType, scopes) => {
	const open = await call(sandbox, verb as 'GET', requestType, {}, { token: tokenWith(scopes.split(' ')) });
	expect(open.text).not.toContain('insufficient_scope');
	expect(open.text).not.toMatch(/Invalid request/);
	expect(open.status).toBe(200);
});

test.each(DOCUMENTED)('%s %s is closed without %s', async (verb, requestType, scopes) => {
	const opening = DOCUMENTED.filter(([v, name]) => v === verb && name === requestType).flatMap(([, , own]) =>
		own.split(' '),
	);
	// Of several that are needed together, one is not enough.
	const lacking = scopes.includes(' ') ? ['properties'] : ALL.filter((scope) => !opening.includes(scope));
	const { status, body } = await call(sandbox, verb as 'GET', requestType, {}, { token: tokenWith(lacking) });
	expect(status).toBe(403);
	expect(body).toEqual({
		error: 'insufficient_scope',
		error_description: expect.stringContaining(scopes.split(' ')[0] ?? ''),
	});
});

test('no operation is missing from this list', () => {
	const listed = new Set(DOCUMENTED.map(([verb, name]) => `${verb} ${name}`));
	expect(REQUEST_TYPES.map(({ verb, name }) => `${verb} ${name}`).filter((key) => !listed.has(key))).toEqual(
		[],
	);
});

test.each([
	['calendar', 'planner'],
	['planner', 'calendar'],
] as const)('addPlannerEvent can be made to need %s, and not %s', async (needed, other) => {
	sandbox.configure({ plannerScope: needed });
	const statusWith = async (scope: string) =>
		(await call(sandbox, 'POST', 'addPlannerEvent', {}, { token: tokenWith([scope]) })).status;
	expect([await statusWith(needed), await statusWith(other)]).toEqual([200, 403]);
	sandbox.configure({ plannerScope: 'both' });
});

test.each([200, 401] as const)('a missing scope can be told with status %i', async (missingScopeStatus) => {
	sandbox.configure({ missingScopeStatus });
	const { status, body } = await call(sandbox, 'GET', 'tasks', {}, { token: tokenWith(['contacts']) });
	sandbox.configure({ missingScopeStatus: 403 });
	expect(status).toBe(missingScopeStatus);
	expect(body.error).toBe('insufficient_scope');
});
