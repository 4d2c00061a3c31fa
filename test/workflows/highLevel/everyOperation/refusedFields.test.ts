import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { catalogue } from '../../../../nodes/GoHighLevel/actions';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { examples, runExample } from '../../../cases/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { DEMO, runOperation, startSandbox } from '../../../support/highLevel';
import { fail } from '../../../support/odd/outcomes';
import { chosen } from '../../../support/highLevel';
import { textOf } from '../../../support/sandboxRuns';

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
beforeEach(() => {
	sandbox.reset();
	forwarder.passage = {};
});
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

/** What the operator does not enter, or enters as a whole. */
const UNNAMED = new Set([
	'companyId',
	'completed',
	'direction',
	'filters',
	'followersActionType',
	'isRemoveAllFollowers',
	'locationId',
	'model',
	'page',
	'searchAfter',
	'skip',
	'sort',
]);

/** Runs the example; every request but reads by GET is refused for each property that it has. */
async function refused(id: string): Promise<{ message: string; properties: string[] }> {
	let properties: string[] = [];
	forwarder.passage = {
		refuse: ({ method, body }) => {
			if (method === 'GET' || !body.startsWith('{')) return undefined;
			properties = pathsIn(JSON.parse(body) as IDataObject);
			return [422, { message: properties.map((path) => `${path} must be a string`), statusCode: 422 }];
		},
	};
	const { run } = await runExample(
		sandbox,
		id,
		async (_, options) => await runOperation(sandbox, id, { ...options, baseUrl: forwarder.url }),
	);
	return { message: run.error?.message ?? '', properties };
}

/** `['email', 'dndSettings.SMS.status', 'customFields.0.field_value', …]` */
function pathsIn(value: unknown, before: string[] = []): string[] {
	if (before.length > 0 && (typeof value !== 'object' || value === null)) return [before.join('.')];
	return Object.entries(value as object).flatMap(([name, part]) => {
		if (Array.isArray(part) && part.every((entry) => typeof entry !== 'object'))
			return [[...before, name].join('.')];
		return UNNAMED.has(name) ? [] : pathsIn(part, [...before, name]);
	});
}

function panelNames(id: string): string[] {
	const { resource, operation } = chosen(id);
	const fields = catalogue[resource]?.operations[operation]?.fields ?? [];
	const inside = fields.flatMap(({ type, options = [] }) =>
		type === 'collection' ? (options as INodeProperties[]) : [],
	);
	return [...fields, ...inside].map(({ displayName }) => displayName);
}

/** Nothing that these send was entered. */
const ENTERED_BY_NOBODY = ['account.checkAccess', 'account.getApiUsage'];

const writing = Object.keys(examples).filter(
	(id) => ![...ENTERED_BY_NOBODY, 'customApiCall.request'].includes(id),
);

test.each(writing)('what HighLevel refuses of %s is named as in the panel', async (id) => {
	const { message, properties } = await refused(id);
	const texts = message
		.replace(/^HighLevel refused the data: /, '')
		.split(/; (?=[\w".]+[^;]* must be a string)/);
	const names = panelNames(id);
	const unnamed = texts.filter((text) => {
		const [, label = ''] = /^"([^">]+)(?: > [^"]+)?" must be a string/.exec(text) ?? [];
		return !names.includes(label);
	});
	expect(properties.length > 0 ? unnamed : []).toEqual([]);
});

test('most operations write something', async () => {
	const counts: number[] = [];
	for (const id of ['contact.create', 'task.create', 'appointment.create']) {
		counts.push((await refused(id)).properties.length);
	}
	expect(Math.min(...counts)).toBeGreaterThan(1);
});

describe('a refusal names the field, the value and the remedy', () => {
	test.each<[string, string, IDataObject, string, string]>([
		[
			'an email',
			'contact.create',
			{ email: 'jürgen@mail.example' },
			'"Email" must be an email, but it is jürgen@mail.example',
			'Enter an address like name@email.com in "Email"',
		],
	])('%s', async (_, id, parameters, message, remedy) => {
		const { run } = await runExample(
			sandbox,
			id,
			async (_id, options) =>
				await runOperation(sandbox, id, { ...options, parameters: { ...options.parameters, ...parameters } }),
		);
		expect(run.error?.message).toBe(`HighLevel refused the data: ${message}`);
		expect(run.error?.description).toContain(remedy);
	});

	test('of a custom field by its name, as the editor stored it', async () => {
		const id = DEMO.customFields.budget;
		forwarder.passage = {
			refuse: ({ method }) =>
				method === 'POST' ? [422, { message: ['customFields.0.field_value must be a number'] }] : undefined,
		};
		const { message } = await fail(sandbox, 'contact.create', {
			baseUrl: forwarder.url,
			parameters: {
				email: 'a@example.com',
				customFields: {
					mappingMode: 'defineBelow',
					value: { [id]: '12' },
					schema: [
						{
							id,
							displayName: 'Budget',
							type: 'number',
							required: false,
							defaultMatch: false,
							display: true,
						},
					],
				},
			},
		});
		expect(message).toMatch(/"Custom Fields > Budget" must be a number, but it is 12$/);
	});

	test('what HighLevel does not take, and a long value shortened', async () => {
		const answers = [
			'property source should not exist',
			'firstName must be shorter than or equal to 10 characters',
		];
		forwarder.passage = {
			refuse: ({ method }) => (method === 'POST' ? [422, { message: answers }] : undefined),
		};
		const error = await fail(sandbox, 'contact.create', {
			baseUrl: forwarder.url,
			parameters: { firstName: 'Ada '.repeat(40), additionalFields: { source: 'Fair' } },
		});
		expect(error.message).toBe(
			`HighLevel refused the data: "Source" should not exist (sent: Fair); "First Name" must be shorter than or equal to 10 characters, but it is ${'Ada '.repeat(15)}…`,
		);
		expect(error.description).toContain('Remove it from the node.');
		expect(error.description).toContain('Shorten "First Name".');
	});

	test('no secret is shown, wherever it stands', async () => {
		forwarder.passage = {
			refuse: ({ method }) =>
				method === 'POST'
					? [
							422,
							{ message: ['apiKey must be a number', 'note must be a number', 'firstName must be an email'] },
						]
					: undefined,
		};
		const secrets = { apiKey: 'topsecret-1', note: `Bearer topsecret-2` };
		const call = await runOperation(sandbox, 'customApiCall.request', {
			baseUrl: forwarder.url,
			parameters: {
				method: 'POST',
				path: '/contacts/',
				bodyJson: JSON.stringify(secrets),
				pagination: 'none',
			},
		});
		expect(textOf(call)).toContain('apiKey must be a number');
		expect(textOf(call)).not.toContain('topsecret');
		const create = await fail(sandbox, 'contact.create', {
			baseUrl: forwarder.url,
			parameters: { firstName: DEMO.token },
		});
		expect(`${create.message}${create.description}`).not.toContain(DEMO.token);
	});
});

describe('the number of the item', () => {
	const run = async (emails: string[]) =>
		await runOperation(sandbox, 'contact.create', {
			parameters: { email: '={{ $json.email }}' },
			items: emails.map((email) => ({ email })),
		});

	test('is left out where there is one item', async () => {
		expect((await run(['nobody@mail'])).error?.message).toMatch(/not an email address: nobody@mail$/);
	});

	test('is told where there are several', async () => {
		const { error } = await run(['a@example.com', 'nobody@mail']);
		expect(error?.message).toMatch(/not an email address: nobody@mail \[item 1\]$/);
	});
});
