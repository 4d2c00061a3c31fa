import type { IDataObject } from 'n8n-workflow';

import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { byId } from '../../../support/highLevel';
import {
	contactOf,
	DEMO,
	fail,
	requestsTo,
	runWhatsAble,
	startSandbox,
	succeed,
	textsTo,
} from '../../../support/whatsAble';

const SEND = 'message.sendTemplate';
const { joao, jonas } = DEMO.contacts;
const { templates } = DEMO;

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

/** As the editor stores variables that were filled in. */
function filled(value: IDataObject): IDataObject {
	return { variables: { mappingMode: 'defineBelow', value } };
}

test('a template reaches somebody who never wrote, with its variables filled in', async () => {
	const [item] = await succeed(sandbox, SEND, {
		parameters: { phoneNumber: joao, templateId: byId(templates.welcome), ...filled({ body1: 'João' }) },
	});
	expect(item).toMatchObject({ success: true, phone_number: `+${joao}` });
	expect(sandbox.state.messages.get(String(item?.message_id))?.text).toContain('João');
});

test('the request names template and variables as WhatsAble documents them', async () => {
	await succeed(sandbox, SEND, {
		parameters: {
			phoneNumber: jonas,
			templateId: byId(templates.listing),
			...filled({
				body1: 'Jonas',
				body2: '$650,000',
				media: 'https://example.com/house.jpg',
				visit_website: 'pier-street-12',
			}),
		},
	});
	expect(requestsTo(sandbox, '/messages/send')[0]?.body).toEqual({
		templateId: templates.listing,
		variables: {
			body1: 'Jonas',
			body2: '$650,000',
			media: 'https://example.com/house.jpg',
			visit_website: 'pier-street-12',
		},
		phone_number: jonas,
		labels: [],
	});
});

test('a number that is no contact yet becomes one', async () => {
	await succeed(sandbox, SEND, {
		parameters: {
			phoneNumber: '+1 212 555 0199',
			templateId: byId(templates.welcome),
			...filled({ body1: 'Ada' }),
			additionalFields: { labels: ['New Lead'], note: 'From the open house' },
		},
	});
	expect(contactOf(sandbox, '12125550199')).toEqual({
		name: '',
		note: 'From the open house',
		labels: ['New Lead'],
	});
});

test.each<[string, unknown]>([
	['an object', { body1: 'Ada', body2: 'Tuesday', body3: '10:00' }],
	['the text of an object', '{"body1": "Ada", "body2": "Tuesday", "body3": "10:00"}'],
	['a list in the order of the template', ['Ada', 'Tuesday', '10:00']],
	['the text of a list', '["Ada", "Tuesday", "10:00"]'],
	['numbers as in the template', { '1': 'Ada', '2': 'Tuesday', '3': '10:00' }],
])('an expression or an AI agent can give the variables as %s', async (_, variablesJson) => {
	await succeed(sandbox, SEND, {
		items: [{ template: templates.reminder, variables: variablesJson as IDataObject[string] }],
		parameters: {
			phoneNumber: jonas,
			templateId: '={{ $json.template }}',
			variablesInput: 'json',
			variablesJson: '={{ $json.variables }}',
		},
	});
	expect(textsTo(sandbox, jonas)[0]).toMatch(/Ada.*Tuesday.*10:00/);
});

test('a template can be named by its name where no other language has the same', async () => {
	const name = sandbox.state.templates.get(templates.welcome)?.name ?? '';
	await succeed(sandbox, SEND, {
		parameters: { phoneNumber: jonas, templateId: byId(name), ...filled({ body1: 'Jonas' }) },
	});
	expect(textsTo(sandbox, jonas)[0]).toContain('Jonas');
});

test('a name that two languages share is refused, with the ID of each', async () => {
	const name = sandbox.state.templates.get(templates.reminder)?.name ?? '';
	const error = await fail(sandbox, SEND, {
		parameters: { phoneNumber: jonas, templateId: byId(name), ...filled({}) },
	});
	expect(error.message).toContain('several templates called');
	expect(error.description).toContain(templates.reminderGerman);
	expect(error.description).toContain(templates.reminder);
});

test('a variable that is missing or empty is named, and nothing is sent', async () => {
	const error = await fail(sandbox, SEND, {
		parameters: {
			phoneNumber: jonas,
			templateId: byId(templates.reminder),
			...filled({ body1: 'Ada', body2: '', body3: null }),
		},
	});
	expect(error.message).toMatch(/needs a value for body2 .*, body3/);
	expect(error.details).toMatchObject({ field: 'body2' });
	expect(requestsTo(sandbox, '/messages/send')).toEqual([]);
});

test('a variable that the template lost since the node was set up is named, with those that it has', async () => {
	const error = await fail(sandbox, SEND, {
		parameters: {
			phoneNumber: jonas,
			templateId: byId(templates.welcome),
			...filled({ body1: 'Ada', body7: 'gone' }),
		},
	});
	expect(error.message).toContain('has no variable body7');
	expect(error.description).toContain('It has: body1');
	expect(requestsTo(sandbox, '/messages/send')).toEqual([]);
});

test.each([
	['under review', templates.pending, /not approved \(PENDING\)/],
	['refused by the review', templates.rejected, /not approved \(rejected\)/],
	['unknown', 'f10695a9-0000-0000-0000-000000000000', /There is no template/],
])('a template that is %s is refused before anything is sent', async (_, id, message) => {
	const error = await fail(sandbox, SEND, {
		parameters: { phoneNumber: jonas, templateId: byId(id), ...filled({}) },
	});
	expect(error.message).toMatch(message);
	expect(error.description).not.toBe('');
	expect(requestsTo(sandbox, '/messages/send')).toEqual([]);
});

test('a file in the header must be at a public address', async () => {
	const error = await fail(sandbox, SEND, {
		parameters: {
			phoneNumber: jonas,
			templateId: byId(templates.viewingVideo),
			...filled({ body1: 'Ada', media: 'http://192.168.1.5/tour.mp4' }),
		},
	});
	expect(error.message).toContain('must be a public address that begins with https://');
	expect(requestsTo(sandbox, '/messages/send')).toEqual([]);
});

test('variables that are no JSON are refused with an example', async () => {
	const error = await fail(sandbox, SEND, {
		parameters: {
			phoneNumber: jonas,
			templateId: byId(templates.welcome),
			variablesInput: 'json',
			variablesJson: 'body1 = Ada',
		},
	});
	expect(error.message).toContain('"Variables (JSON)" must be an object or a list');
	expect(error.description).toContain('{"body1": "Ada"');
});

test('a variable that is an object is refused by its name instead of being sent as [object Object]', async () => {
	const error = await fail(sandbox, SEND, {
		parameters: {
			phoneNumber: jonas,
			templateId: byId(templates.welcome),
			variablesInput: 'json',
			variablesJson: { body1: { first: 'Ada' } },
		},
	});
	expect(error.message).toMatch(/"Body 1.*" must be text, but it is an object/);
});

test('templates are read once for all items', async () => {
	const own = await startSandbox();
	await succeed(own, SEND, {
		items: Array.from({ length: 25 }, (_, index) => ({ name: `Person ${index}` })),
		parameters: {
			phoneNumber: joao,
			templateId: byId(templates.welcome),
			...filled({ body1: '={{ $json.name }}' }),
		},
	});
	expect(requestsTo(own, '/n8n-templates')).toHaveLength(1);
	expect(requestsTo(own, '/messages/send')).toHaveLength(25);
	expect(textsTo(own, joao)[24]).toContain('Person 24');
	await own.close();
});

test('an item without a template fails alone', async () => {
	const run = await runWhatsAble(sandbox, SEND, {
		items: [{ template: '' }, { template: templates.thanks }],
		parameters: { phoneNumber: jonas, templateId: '={{ $json.template }}', ...filled({}) },
		onError: 'continueErrorOutput',
	});
	expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(run.errorItems[0]?.json.error).toBe('"Template" is empty');
});
