import type { IDataObject } from 'n8n-workflow';

import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, runContact, startSandbox } from '../../../support/highLevel';
import { calls, fail, succeed } from './requests';

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => {
	sandbox.reset();
	const { locationId, otherLocationId } = DEMO;
	const add = (id: string, fields: object) => sandbox.state.addContact({ locationId, id, ...fields });
	add('ada', {
		email: 'ada@mail.example',
		phone: '+12125550142',
		additionalEmails: ['countess@mail.example'],
	});
	add('ben', { email: 'ben@mail.example', phone: '+442071838750' });
	sandbox.state.addContact({ locationId: otherLocationId, id: 'foe', email: 'foe@mail.example' });
});
afterAll(async () => await sandbox.close());

async function find(parameters: IDataObject): Promise<string> {
	return (await succeed(sandbox, 'findDuplicate', { parameters })).map(({ id }) => String(id)).join(' ');
}

test.each<[what: string, parameters: IDataObject, finds: string]>([
	['its e-mail', { email: 'ada@mail.example' }, 'ada'],
	['its e-mail in other capitals, with blanks', { email: ' ADA@Mail.Example ' }, 'ada'],
	['an additional e-mail', { email: 'countess@mail.example' }, 'ada'],
	['its phone', { phone: '+12125550142' }, 'ada'],
	['its phone as people write it, without country code', { phone: '(212) 555-0142' }, 'ada'],
	['its phone of another country', { phone: '+44 20 7183 8750' }, 'ben'],
	['e-mail and phone', { email: 'ada@mail.example', phone: '+12125550142' }, 'ada'],
	['its phone, when nobody has the e-mail', { email: 'new@mail.example', phone: '+12125550142' }, 'ada'],
	[
		'the e-mail first, when the phone is of another',
		{ email: 'ben@mail.example', phone: '+12125550142' },
		'ben',
	],
])('a contact is found by %s', async (_, parameters, finds) => {
	expect(await find(parameters)).toBe(finds);
});

test('the contact comes whole, as Get gives it', async () => {
	const [found] = await succeed(sandbox, 'findDuplicate', {
		parameters: { email: 'ada@mail.example', simplify: false },
	});
	const [got] = await succeed(sandbox, 'get', {
		parameters: { contactId: { __rl: true, mode: 'id', value: 'ada' }, simplify: false },
	});

	expect(found).toEqual(got);
});

test.each<[what: string, parameters: IDataObject]>([
	['has the e-mail', { email: 'new@mail.example' }],
	['has the phone', { phone: '+12125550999' }],
	['has either', { email: 'new@mail.example', phone: '+12125550999' }],
	['of this location has the e-mail', { email: 'foe@mail.example' }],
])('nothing comes out when nobody %s', async (_, parameters) => {
	expect(await find(parameters)).toBe('');
});

test('a phone that is none is refused, and nobody is looked for', async () => {
	const run = await runContact(sandbox, 'findDuplicate', { parameters: { phone: 'call me' } });
	expect(run.error?.message).toBe('"Phone" is not a phone number: call me');
	expect(sandbox.requests).toEqual([]);
});

test('items without a match leave no gap, and the others stay linked to their own', async () => {
	const run = await runContact(sandbox, 'findDuplicate', {
		items: ['ada', 'new', 'ben'].map((name) => ({ email: `${name}@mail.example` })),
		parameters: { email: '={{ $json.email }}' },
	});

	expect(run.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
		['ada', { item: 0 }],
		['ben', { item: 2 }],
	]);
});

test('e-mail and phone are looked for one at a time, and no further than the first match', async () => {
	await find({ email: 'ada@mail.example', phone: '+442071838750' });
	expect(sandbox.requests.map(({ query }) => query)).toEqual([
		{ locationId: DEMO.locationId, email: 'ada@mail.example' },
	]);

	sandbox.requests.length = 0;
	await find({ email: 'new@mail.example', phone: '+442071838750' });
	expect(sandbox.requests.map(({ query }) => query)).toEqual([
		{ locationId: DEMO.locationId, email: 'new@mail.example' },
		{ locationId: DEMO.locationId, number: '+442071838750' },
	]);
});

test.each<[parameters: IDataObject]>([
	[{}],
	[{ email: '', phone: ' ' }],
	[{ email: '={{ $json.nothing }}' }],
])(
	'with neither e-mail nor phone (%j) nothing is sent, and the item says what to map',
	async (parameters) => {
		const error = await fail(sandbox, 'findDuplicate', { parameters });

		expect(error.message).toBe('There is neither an email nor a phone to look for');
		expect(error.description).toContain('Map at least one');
		expect(calls(sandbox)).toEqual([]);
	},
);
