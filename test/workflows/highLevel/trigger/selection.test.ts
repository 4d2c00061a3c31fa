import type { IDataObject } from 'n8n-workflow';

import { DEMO } from '../../../support/highLevel';
import type { AppTrigger } from './deliveries';
import { ACCEPTED, deliver, event, startApp } from './deliveries';

/** The ids of those payloads with which a trigger starts; each gets its place as its id. */
async function startedBy(trigger: AppTrigger, payloads: IDataObject[]): Promise<number[]> {
	const server = await startApp(trigger);
	for (const [index, payload] of payloads.entries()) {
		expect(await deliver(server, { ...payload, index })).toEqual(ACCEPTED);
	}
	expect(server.errors).toEqual([]);
	await server.close();
	return server.executions.map(({ index }) => index as number);
}

describe('only the chosen events start the workflow; all others are answered with an empty 200', () => {
	const payloads = ['ContactCreate', 'ContactDelete', 'TaskCreate', 'BrandNewEvent'].map((type) =>
		event(type),
	);

	test.each<[what: string, trigger: AppTrigger, started: number[]]>([
		['one', { events: ['ContactDelete'] }, [1]],
		['several', { events: ['ContactCreate', 'TaskCreate'] }, [0, 2]],
		['all, those that are not in the list yet included', { events: ['*'] }, [0, 1, 2, 3]],
		['an event of another name that begins alike', { events: ['Contact'] }, []],
		['one by name', { events: [], options: { otherEvents: 'BrandNewEvent' } }, [3]],
		[
			'one by name beside the list',
			{ events: ['TaskCreate'], options: { otherEvents: 'X, BrandNewEvent ' } },
			[2, 3],
		],
		[
			'names as a list',
			{ events: [], options: { otherEvents: '={{ ["TaskCreate", "BrandNewEvent"] }}' } },
			[2, 3],
		],
	])('%s', async (_, trigger, started) => {
		expect(await startedBy(trigger, payloads)).toEqual(started);
	});
});

test('an expression may choose the events', async () => {
	const trigger = { parameters: { events: '={{ ["Contact" + "Create"] }}' } };
	expect(await startedBy(trigger, [event('ContactCreate'), event('ContactUpdate')])).toEqual([0]);
});

describe('an event under the name of another one', () => {
	const booked = { dateAdded: '2026-01-01T10:00:00+05:30', dateUpdated: '2026-01-01T10:00:00+05:30' };
	const moved = { ...booked, dateUpdated: '2026-01-01T11:00:00+05:30' };
	const payloads = [
		event('AppointmentCreate', { appointment: { id: '1', ...booked } }),
		event('AppointmentCreate', { appointment: { id: '1', ...moved } }),
		event('AppointmentDelete', { appointment: { id: '1', ...moved } }),
	];

	test.each<[events: string, started: number[]]>([
		// Nothing is lost: what may be a creation starts a flow that waits for creations.
		['AppointmentCreate', [0, 1]],
		['AppointmentUpdate', [1]],
		// A creation that starts a flow which deletes would be worse than a deletion that starts none.
		['AppointmentDelete', [2]],
	])('%s', async (chosen, started) => {
		expect(await startedBy({ events: [chosen] }, payloads)).toEqual(started);
	});

	test.each<[chosen: string, started: number[]]>([
		['RecordCreate', [0]],
		['RecordDelete', [0]],
		['RelationDelete', []],
	])('a payload that may be several events starts with each: %s', async (chosen, started) => {
		const record = { id: '1', locationId: 'x', owners: [], followers: [], properties: [], webhookId: chosen };
		expect(await startedBy({ events: [chosen] }, [record])).toEqual(started);
	});
});

describe('the filter for locations', () => {
	const payloads = [
		event('ContactCreate', { locationId: 'A' }),
		event('ContactCreate', { locationId: 'B' }),
		event('LocationUpdate', { locationId: undefined, id: 'A' }),
		event('INSTALL', { locationId: undefined, companyId: 'A' }),
		event('UserCreate', { locationId: undefined, locations: ['C', 'A'] }),
		{ invoiceNumber: '1', status: 'sent', amountDue: 1, altType: 'location', altId: 'A' },
	];

	test.each<[what: string, locationIds: string, started: number[]]>([
		['none', '', [0, 1, 2, 3, 4, 5]],
		['one', 'A', [0, 2, 4, 5]],
		['several, with blanks', ' A , B ,', [0, 1, 2, 4, 5]],
		['a list', '={{ ["B", "C"] }}', [1, 4]],
		['another one', 'a', []],
	])('%s', async (_, locationIds, started) => {
		expect(await startedBy({ filters: { locationIds } }, payloads)).toEqual(started);
	});
});

describe('the filters for tags and assigned users', () => {
	const payloads = [
		event('ContactCreate', { tags: ['buyer', 'open house'], assignedTo: 'ben' }),
		event('ContactDelete', { tags: ['Seller'] }),
		event('ContactUpdate', {}),
		event('TaskCreate', { assignedTo: 'ben' }),
		event('AppointmentCreate', { appointment: { id: '1', assignedUserId: 'ada', users: ['ben'] } }),
		event('OpportunityCreate', { assignedTo: 'ada' }),
		event('OrderCreate', { contactSnapshot: { tags: ['buyer'] } }),
	];
	const contacts = payloads.slice(0, 3);

	test.each<[what: string, filters: IDataObject, started: number[]]>([
		['a tag', { tags: 'buyer' }, [0]],
		['a tag in another case, of several', { tags: 'Nobody, SELLER' }, [1]],
		['a part of a tag', { tags: 'open' }, []],
		['a user', { assignedTo: 'ben' }, [0]],
		['both, of which one is not met', { tags: 'seller', assignedTo: 'ben' }, []],
		['both', { tags: 'buyer', assignedTo: '={{ ["ada", "ben"] }}' }, [0]],
		['all three', { tags: 'buyer', assignedTo: 'ben', locationIds: DEMO.locationId }, [0]],
		['all three, with another location', { tags: 'buyer', assignedTo: 'ben', locationIds: 'x' }, []],
	])('of contacts: %s', async (_, filters, started) => {
		expect(await startedBy({ filters }, contacts)).toEqual(started);
	});

	test('of what is assigned itself, and of a contact within an order', async () => {
		expect(await startedBy({ filters: { assignedTo: 'ben' } }, payloads)).toEqual([0, 3, 4]);
		expect(await startedBy({ filters: { tags: 'buyer' } }, payloads)).toEqual([0, 6]);
	});
});

describe('the maximum age', () => {
	const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
	const payloads = [
		{ ...event('ContactCreate'), timestamp: minutesAgo(0) },
		{ ...event('ContactCreate'), timestamp: minutesAgo(59) },
		{ ...event('ContactCreate'), timestamp: minutesAgo(61) },
		{ ...event('ContactCreate'), timestamp: minutesAgo(-30) },
		{ ...event('ContactCreate'), timestamp: undefined },
		{ ...event('ContactCreate'), timestamp: 'soon' },
	];

	test.each<[what: string, options: IDataObject, started: number[]]>([
		['is unlimited where it is not set', {}, [0, 1, 2, 3, 4, 5]],
		['keeps out what is older; what has no time is of no age', { maxAgeMinutes: 60 }, [0, 1, 3, 4, 5]],
	])('%s', async (_, options, started) => {
		expect(await startedBy({ options }, payloads)).toEqual(started);
	});
});
