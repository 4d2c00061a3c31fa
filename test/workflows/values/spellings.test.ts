import type { INodeProperties } from 'n8n-workflow';

import { allAccounts } from '../../../nodes/core/account/registry';
import type { Field } from './fields';
import { optionsIn, withValue } from './fields';
import type { Seen, Service } from './services';
import { services } from './services';

afterAll(async () => {
	for (const service of services) await service.close();
});

type Of = [label: string, service: Service, field: Field & { id: string }];

/** Fields such as Limit and Timeout stand in many operations, which share how they read them: these are enough. */
const OF_MANY_OPERATIONS = 4;

/** Every field of a kind, in the operations of the three nodes. */
function every(suits: (field: Field) => boolean): Of[] {
	return services.flatMap((service) => {
		const seen = new Map<string, number>();
		const isNew = ({ path }: Field) => {
			const key = path.join('.');
			seen.set(key, (seen.get(key) ?? 0) + 1);
			return (seen.get(key) ?? 0) <= OF_MANY_OPERATIONS;
		};
		return service.fields
			.filter(suits)
			.filter(isNew)
			.map((field): Of => [`${service.name} ${field.id} ${field.path.join('.')}`, service, field]);
	});
}

/** As in a new process: what is remembered would be read again or not, by how long ago it was read. */
async function runWith(service: Service, field: Field & { id: string }, value: unknown): Promise<Seen> {
	allAccounts().clear();
	return await service.run(field.id, withValue(service.parametersOf(field.id), field, value));
}

/** The values that are read otherwise than the first, with what was asked for them. */
async function readOtherwise(
	service: Service,
	field: Field & { id: string },
	canonical: unknown,
	spellings: unknown[],
): Promise<unknown[]> {
	const expected = await runWith(service, field, canonical);
	const wrong = [];
	for (const spelling of spellings) {
		const { asked, message } = await runWith(service, field, spelling);
		if (JSON.stringify(asked) !== JSON.stringify(expected.asked) || message !== expected.message) {
			wrong.push({ spelling, asked, message, wanted: expected.asked });
		}
	}
	return wrong;
}

/** The values that are not refused by the name of the field, or after something was changed. */
async function notRefused(
	service: Service,
	field: Field & { id: string },
	values: unknown[],
): Promise<unknown[]> {
	const wrong = [];
	for (const value of values) {
		const { message = 'no error', onlyRead } = await runWith(service, field, value);
		const names = message.includes(`"${field.property.displayName}"`);
		if (!names || !onlyRead) wrong.push({ value, message, onlyRead });
	}
	return wrong;
}

const ofType =
	(...types: string[]) =>
	({ property }: Field) =>
		types.includes(property.type);

describe('yes and no', () => {
	const fields = every(ofType('boolean'));

	test.each(fields)('%s is on for every word for yes', async (_, service, field) => {
		const spellings = ['TRUE', ' Yes\u00a0', '1', 1, 'on', '\u200by', 'Sí', '1.0'];
		expect(await readOtherwise(service, field, true, spellings)).toEqual([]);
	});

	test.each(fields)('%s is off for every word for no', async (_, service, field) => {
		const spellings = ['FALSE', 'No ', '0', 0, 'Off', 'n', 'nein'];
		expect(await readOtherwise(service, field, false, spellings)).toEqual([]);
	});

	test.each(fields)('%s is not silently off for what is neither', async (_, service, field) => {
		expect(await notRefused(service, field, ['perhaps', 2, 'null', ['yes']])).toEqual([]);
	});
});

describe('dates', () => {
	const fields = every(ofType('dateTime'));
	// 2099-03-03, which lies in the examples' spans, as a spreadsheet counts days, and as seconds since 1970.
	const [serial, seconds] = [72_747, 4_076_179_200];

	test.each(fields)('%s takes the day number of a spreadsheet', async (_, service, field) => {
		const spellings = [serial, `${serial}.0`, 20990303, '\ufeff2099-03-03\u00a0'];
		expect(await readOtherwise(service, field, '2099-03-03', spellings)).toEqual([]);
	});

	test.each(fields)('%s takes seconds and milliseconds', async (_, service, field) => {
		const spellings = [seconds, `${seconds}.0`, seconds * 1000, String(seconds * 1000)];
		expect(await readOtherwise(service, field, '2099-03-03T00:00:00Z', spellings)).toEqual([]);
	});

	test.each(fields)('%s does not guess the date that a number could mean', async (_, service, field) => {
		const values = [2028, '12', 94105, seconds * 1e6, '209903031430', 20990230, 31122099, 4102444800];
		const { message = '' } = await runWith(service, field, 'soon');
		const label = /^("[^"]+") is not a date: soon/.exec(message)?.[1];
		expect(label).toBeDefined();
		for (const value of values) {
			const refused = await runWith(service, field, value);
			expect(refused.message).toContain(`${label} is not a date: ${value}`);
			expect(refused.description).toContain('YYYY-MM-DD');
			expect(refused.onlyRead).toBe(true);
		}
	});
});

describe('numbers', () => {
	const fields = every(ofType('number'));

	test.each(fields)('%s takes a number in the usual spellings', async (_, service, field) => {
		// In three milliseconds nothing is answered.
		const number = field.property.name === 'timeout' ? 3000 : 3;
		const spellings = [`${number}`, ` +${number}\u00a0`, `${number}.0`, `${number},0`, `\u200b${number}`];
		expect(await readOtherwise(service, field, number, spellings)).toEqual([]);
	});

	test.each(fields)('%s takes nothing else for a number', async (_, service, field) => {
		const values = ['0x3', '3e0', '3abc', 'Infinity', 'three', '1.200', [3], true];
		expect(await notRefused(service, field, values)).toEqual([]);
	});
});

describe('money and sizes that are sent as text', () => {
	const isAmount = ({ property }: Field) =>
		property.type === 'string' && /price|square feet|sqft|\btaxes\b|\bfee\b/i.test(property.displayName);
	const fields = every(isAmount);

	test('there are such fields', () => expect(fields.length).toBeGreaterThan(10));

	test.each(fields)('%s takes an amount as people write it', async (_, service, field) => {
		const spellings = [
			'450.000 €',
			'$450,000',
			'US$ 450,000.00',
			'450 000,00',
			"CHF 450'000.-",
			'450,000 USD',
		];
		expect(await readOtherwise(service, field, 450_000, spellings)).toEqual([]);
	});

	test.each(fields)('%s refuses what is none, or could be two', async (_, service, field) => {
		expect(await notRefused(service, field, ['450.000', '0x10', '1e5', '12abc', 'Infinity'])).toEqual([]);
	});
});

describe('options', () => {
	const fields = every((field) => ofType('options')(field) && optionsIn(field.property).length > 0);

	/** Where other fields are shown by it, n8n would hide them for anything but the value itself. */
	const isShowing = ({ path, property }: Field, service: Service, id: string) =>
		service.fields
			.filter((other) => other.id === id && other.path.length >= path.length)
			.map((other) => other.along[path.length - 1] as INodeProperties)
			.some(({ displayOptions }) => displayOptions?.show?.[property.name] !== undefined);

	test.each(fields)('%s takes an option by its value or name', async (_, service, field) => {
		if (isShowing(field, service, field.id)) return;
		for (const { name, value } of optionsIn(field.property)) {
			const spellings = [name, name.toUpperCase(), `\u200b${String(value)}\u00a0`];
			expect(await readOtherwise(service, field, value, spellings)).toEqual([]);
		}
	});

	test.each(fields)('%s refuses what is no option, and lists them', async (_, service, field) => {
		const { message, description, onlyRead } = await runWith(service, field, 'No such thing');
		expect(message).toContain(`"${field.property.displayName}" has no option "No such thing"`);
		for (const { name } of optionsIn(field.property).slice(0, 40)) expect(description).toContain(name);
		expect(onlyRead).toBe(true);
	});
});

describe('characters that nobody sees', () => {
	const isOneWord = ({ property }: Field) =>
		property.type === 'resourceLocator' || /[eE]mail$|I[dD]$/.test(property.name);

	test.each(every(isOneWord))('%s is the same without them', async (_, service, field) => {
		const value = /mail$/i.test(field.property.name) ? 'ada@example.com' : 'Abc123Def456';
		const middle = `${value.slice(0, 3)}\u200b\u00ad${value.slice(3)}`;
		const spellings = [
			`\ufeff${value}`,
			`${value}\u00a0`,
			`\u2068${value}\u2069`,
			`\u200e${middle}\u200d`,
			`\u3164${value}\u2800\u061c`,
		];
		expect(await readOtherwise(service, field, value, spellings)).toEqual([]);
	});

	const isText = (field: Field) => ofType('string', 'multiOptions')(field) && !isOneWord(field);

	test.each(every(isText))('%s has none of them around it', async (_, service, field) => {
		const options = optionsIn(field.property);
		const value = options.length > 0 ? String(options[0]?.value) : 'abc';
		expect(
			await readOtherwise(service, field, value, [
				`\u200b\ufeff${value}\u2060`,
				`\u3164${value}\u2800\u061c`,
				`\u00a0\u200f${value}\u202f`,
			]),
		).toEqual([]);
	});
});
