import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { editorContext, errorOf } from './editor';

const { searchCustomFields, searchCustomValues } = new GoHighLevel().methods.listSearch;
const F = DEMO.customFields;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test('the list of custom fields shows those of contacts and opportunities, told apart by their keys', async () => {
	const { results } = await searchCustomFields.call(editorContext(sandbox));

	expect(results).toHaveLength(13);
	expect(results).toContainEqual({ name: 'Budget (contact.budget)', value: F.budget });
	expect(results).toContainEqual({ name: 'Deal Type (opportunity.deal_type)', value: F.dealType });
	expect(results.map(({ value }) => value)).not.toContain(F.otherLocationField);
});

test.each([
	['BUDG', [F.budget]],
	['opportunity.', [F.dealType]],
	['nothing like it', []],
])('the list of custom fields is narrowed by "%s", in the name or the key', async (filter, ids) => {
	const { results } = await searchCustomFields.call(editorContext(sandbox), filter);

	expect(results.map(({ value }) => value)).toEqual(ids);
});

test('the list of custom values shows their names, and is narrowed by what is typed', async () => {
	const all = await searchCustomValues.call(editorContext(sandbox));
	const some = await searchCustomValues.call(editorContext(sandbox), 'hours');

	expect(all.results).toEqual([
		{ name: 'Office Hours', value: DEMO.customValues.officeHours },
		{ name: 'Booking Link', value: DEMO.customValues.bookingLink },
	]);
	expect(some.results).toEqual([{ name: 'Office Hours', value: DEMO.customValues.officeHours }]);
});

test.each([
	['locations/customFields.readonly', searchCustomFields] as const,
	['locations/customValues.readonly', searchCustomValues] as const,
])('a token without the scope is told which one the list needs: %s', async (scope, list) => {
	const demo = sandbox.state.tokens.get(DEMO.token);
	if (!demo) throw new Error('The seed has no demo token');
	const token = 'pit-00000000-demo-demo-demo-contactsonly';
	sandbox.state.tokens.set(token, { ...demo, token, scopes: ['contacts.readonly'] });
	const error = await errorOf(list.call(editorContext(sandbox, { token })));

	expect(error.message).toContain('The token is not authorized for this scope.');
	expect(error.description).toContain(scope);
});
