import type { INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { filterBuilder } from '../../../../../nodes/GoHighLevel/actions/contact/search/searchFields';
import type { HighLevelSandbox } from '../../../../../sandbox/highLevel';
import { DEMO, runContact, startSandbox } from '../../../../support/highLevel';
import { only } from './conditions';

/** As the editor offers them. */
const OPERATORS: Record<string, string> = {
	eq: 'Is',
	not_eq: 'Is Not',
	contains: 'Contains',
	not_contains: 'Does Not Contain',
	exists: 'Exists',
	not_exists: 'Does Not Exist',
	range: 'Is Between',
};

const TEXT = 'eq not_eq contains not_contains exists not_exists';
const EXACT = 'eq not_eq exists not_exists';
const TIME = 'range exists not_exists';

interface Row {
	/** As HighLevel's page on the search lists them. */
	operators: string;
	/** What only Ada has; for "contains", a part of it in other capitals. */
	value?: string;
	part?: string;
	/** How the value is sent, where that differs. */
	sent?: unknown;
	/** Whom an operator finds, where it is not as usual. */
	finds?: Record<string, string>;
}

const usual: Record<string, string> = {
	eq: 'ada',
	not_eq: 'ben nil',
	contains: 'ada',
	not_contains: 'ben nil',
	exists: 'ada ben',
	not_exists: 'nil',
	range: 'ada',
};

/** The sandbox knows nothing of these, so every contact is without one. */
const none = { eq: '', not_eq: 'ada ben nil', exists: '', not_exists: 'ada ben nil', range: '' };
/** Every contact has one. */
const always = { exists: 'ada ben nil', not_exists: '' };
/** The sandbox has no opportunities, and finds nobody whatever is asked. */
const nobody = { eq: '', not_eq: '', exists: '', not_exists: '' };

/** Do Not Disturb on every channel that can be searched. */
function blocked(status: 'active' | 'inactive'): object {
	const dndSettings = { call: { status }, email: { status }, sms: { status } };
	return { dndSettings, inboundDndSettings: { all: { status } } };
}

const FIELDS: Record<string, Row> = {
	id: { operators: 'eq not_eq', value: 'ada' },
	address: { operators: TEXT, value: '1 Pier Street', part: 'PIER' },
	businessName: { operators: TEXT, value: 'North Pier Holdings', part: 'north' },
	city: { operators: TEXT, value: 'Boston', part: 'bost' },
	companyName: { operators: TEXT, value: 'Analytical Engines', part: 'engine' },
	firstNameLowerCase: { operators: TEXT, value: 'ADA', sent: 'ada', part: 'ad' },
	lastNameLowerCase: { operators: TEXT, value: 'Byron', sent: 'byron', part: 'yro' },
	phone: { operators: TEXT, value: '+12125550142', part: '5550142' },
	postalCode: { operators: TEXT, value: '02108', part: '210' },
	source: { operators: TEXT, value: 'Fair', part: 'air' },
	state: { operators: TEXT, value: 'MA', part: 'm' },
	tags: { operators: TEXT, value: 'open house', part: 'house' },
	assignedTo: { operators: EXACT, value: DEMO.users.amelia },
	country: { operators: EXACT, value: 'GB' },
	dnd: { operators: EXACT, value: 'true', sent: true, finds: always },
	'dndSettings.Call.status': { operators: EXACT, value: 'Active', sent: 'active' },
	'dndSettings.Email.status': { operators: EXACT, value: 'true', sent: 'active' },
	'dndSettings.SMS.status': { operators: EXACT, value: 'active' },
	'inboundDndSettings.all.status': { operators: EXACT, value: 'active' },
	followers: { operators: EXACT, value: DEMO.users.chloe },
	isValidWhatsapp: { operators: EXACT, value: 'false', sent: false, finds: none },
	timezone: { operators: EXACT, value: 'Europe/London' },
	type: { operators: EXACT, value: 'customer', finds: always },
	validEmail: { operators: EXACT, value: 'TRUE', sent: true, finds: none },
	activeWorkflows: { operators: EXACT, value: DEMO.workflows.newLead },
	finishedWorkflows: { operators: EXACT, value: DEMO.workflows.newLead, finds: none },
	email: { operators: EXACT, value: 'Ada@Mail.example' },
	website: { operators: EXACT, value: 'https://ada.example' },
	dateAdded: { operators: TIME, finds: always },
	dateUpdated: { operators: TIME, finds: always },
	lastEmailClickedDate: { operators: TIME, finds: none },
	lastEmailOpenedDate: { operators: TIME, finds: none },
	lastAppointment: { operators: TIME, finds: none },
	'opportunities.pipelineId': { operators: EXACT, value: 'pipeline1', finds: nobody },
	'opportunities.pipelineStageId': { operators: EXACT, value: 'stage1', finds: nobody },
	'opportunities.status': { operators: EXACT, value: 'open', finds: nobody },
};

const ADDED = { from: '2026-03-01', to: '2026-03-02' };

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
	const { locationId, users, workflows } = DEMO;
	sandbox.state.addContact({
		locationId,
		id: 'ada',
		firstName: 'Ada',
		lastName: 'Byron',
		email: 'ada@mail.example',
		phone: '+12125550142',
		address1: '1 Pier Street',
		city: 'Boston',
		state: 'MA',
		postalCode: '02108',
		country: 'GB',
		companyName: 'Analytical Engines',
		businessId: DEMO.businesses.northPier,
		source: 'Fair',
		website: 'https://ada.example',
		timezone: 'Europe/London',
		type: 'customer',
		assignedTo: users.amelia,
		followers: [users.ben, users.chloe],
		tags: ['open house', 'buyer'],
		dnd: true,
		...blocked('active'),
		workflows: [workflows.newLead],
		dateAdded: '2026-03-01T12:00:00.000Z',
		dateUpdated: '2026-03-01T12:00:00.000Z',
	});
	sandbox.state.addContact({
		locationId,
		id: 'ben',
		firstName: 'Ben',
		lastName: 'Clay',
		email: 'ben@mail.example',
		phone: '+442071838750',
		address1: '2 Hill Road',
		city: 'London',
		state: 'CA',
		postalCode: '90001',
		country: 'US',
		companyName: 'Clay & Co',
		source: 'Referral',
		website: 'https://ben.example',
		timezone: 'America/New_York',
		assignedTo: users.ben,
		followers: [users.ben],
		tags: ['seller'],
		workflows: [workflows.openHouse],
		...blocked('inactive'),
	});
	sandbox.state.addContact({ locationId, id: 'nil' });
	// Of another customer: it must never be found.
	sandbox.state.addContact({ locationId: DEMO.otherLocationId, id: 'foe', firstName: 'Ada', city: 'Boston' });
});
beforeEach(() => void (sandbox.requests.length = 0));
afterAll(async () => await sandbox.close());

test('the editor offers each field that HighLevel can search, and custom fields', () => {
	expect(optionsOf('field').sort()).toEqual([...Object.keys(FIELDS), 'customField'].sort());
	expect(optionsOf('operator').sort()).toEqual(Object.keys(OPERATORS).sort());
});

describe('a condition by field and operator finds the right contacts', () => {
	test.each(Object.entries(FIELDS))('%s', async (field, row) => {
		const operators = row.operators.split(' ');
		const items = operators.map((operator) => ({
			operator,
			value: operator.endsWith('contains') ? row.part : row.value,
		}));
		const parameters = only({
			field,
			operator: '={{ $json.operator }}',
			value: '={{ $json.value }}',
			...ADDED,
		});
		const run = await runContact(sandbox, 'search', { items, parameters });

		expect(run.error?.message).toBeUndefined();
		const finds = operators.map((operator, item) => {
			const contacts = run.items.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item);
			const ids = contacts.map(({ json }) => String(json.id));
			return [operator, ids.sort().join(' ')];
		});
		expect(Object.fromEntries(finds)).toEqual(
			Object.fromEntries(operators.map((operator) => [operator, { ...usual, ...row.finds }[operator]])),
		);
		expect(sentConditions()).toHaveLength(operators.length);
		expect(sentConditions()).toEqual(
			expect.arrayContaining(operators.map((operator) => wire(field, operator, row))),
		);
	});
});

describe('a condition that HighLevel does not know for a field is refused before anything is sent', () => {
	test.each(Object.entries(FIELDS))('%s', async (field, { operators }) => {
		const wrong = Object.keys(OPERATORS).filter((operator) => !operators.split(' ').includes(operator));
		const run = await runContact(sandbox, 'search', {
			items: wrong.map((operator) => ({ operator })),
			parameters: only({ field, operator: '={{ $json.operator }}', value: 'x', ...ADDED }),
			onError: 'continueErrorOutput',
		});

		expect(wrong.length).toBeGreaterThan(0);
		expect(run.items).toEqual([]);
		expect(run.errorItems.map(({ json }) => json.error)).toEqual(
			wrong.map((operator) => `HighLevel cannot search "${nameOf(field)}" by "${OPERATORS[operator]}"`),
		);
		for (const { json } of run.errorItems) {
			const { remedy } = json.details as { remedy: string };
			const named = remedy.replace(/^It knows: (.*)\.$/, '$1').split(', ');
			expect(named.sort()).toEqual(
				operators
					.split(' ')
					.map((operator) => OPERATORS[operator])
					.sort(),
			);
		}
		expect(sandbox.requests).toEqual([]);
	});
});

/** The condition as HighLevel's grammar has it. */
function wire(field: string, operator: string, { value, part, sent = value }: Row): object {
	const values: Record<string, unknown> = {
		eq: sent,
		not_eq: sent,
		contains: part,
		not_contains: part,
		range: { gte: '2026-03-01T00:00:00.000Z', lte: '2026-03-02T23:59:59.999Z' },
	};
	const own = operator in values ? { value: values[operator] } : {};
	const [outer, inner] = field.split('.');
	return outer === 'opportunities'
		? { field: outer, operator: 'nested', value: [{ field: inner, operator, ...own }] }
		: { field, operator, ...own };
}

/** The condition of each search that was sent. */
function sentConditions(): unknown[] {
	return sandbox.requests
		.map(({ body }) => (body as { filters: [{ filters: [{ filters: [unknown] }] }] }).filters)
		.map(
			([
				{
					filters: [group],
				},
			]) => group.filters[0],
		);
}

function optionsOf(parameter: string): string[] {
	return optionList(parameter).map(({ value }) => String(value));
}

/** The name that the editor shows for a field. */
function nameOf(field: string): string | undefined {
	return optionList('field').find(({ value }) => value === field)?.name;
}

function optionList(parameter: string): INodePropertyOptions[] {
	const group = filterBuilder.find(({ name }) => name === 'groups')?.options?.[0] as INodePropertyCollection;
	const conditions = group.values.find(({ name }) => name === 'conditions');
	const condition = conditions?.options?.[0] as INodePropertyCollection;
	return condition.values.find(({ name }) => name === parameter)?.options as INodePropertyOptions[];
}
