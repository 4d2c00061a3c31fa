import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { CallOptions } from './support';
import { call, DEMO, locationId, start } from './support';

const { officeHours, bookingLink } = DEMO.customValues;

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start({ rateLimit: { max: 10_000 } });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const values = (method: string, path = '', body?: unknown, options?: CallOptions) =>
	call(sandbox, method, `/locations/${locationId}/customValues${path}`, body, options);

test('are listed with the keys by which templates insert them', async () => {
	const { body } = await values('GET', '', undefined, { token: DEMO.readOnlyToken });
	expect(body).toEqual({
		customValues: [
			{
				id: officeHours,
				locationId,
				name: 'Office Hours',
				fieldKey: '{{ custom_values.office_hours }}',
				value: expect.any(String),
			},
			expect.objectContaining({ id: bookingLink, fieldKey: '{{ custom_values.booking_link }}' }),
		],
	});
});

test.each(['2021-07-28', 'v3'])('are created, read, changed and deleted under %s', async (version) => {
	const sent = { name: 'Slogan (short)', value: 'Home is here' };
	const made = await values('POST', '', sent, { version });
	expect(made.status).toBe(201);
	const { id } = made.body.customValue;
	const customValue = { id, locationId, ...sent, fieldKey: '{{ custom_values.slogan_short }}' };
	expect(made.body).toEqual({ customValue });
	expect((await values('GET', `/${id}`, undefined, { version })).body).toEqual({ customValue });

	const changed = await values('PUT', `/${id}`, { name: 'Motto', value: '' }, { version });
	expect(changed.status).toBe(200);
	expect(changed.body).toEqual({ customValue: { ...customValue, name: 'Motto', value: '' } });

	expect((await values('DELETE', `/${id}`, undefined, { version })).body).toEqual({ succeded: true });
	expect((await values('GET', `/${id}`, undefined, { version })).status).toBe(400);
});

describe('a call is refused', () => {
	test('with a property that there is not, and without one that must be there', async () => {
		const { status, body } = await values('POST', '', { name: 'x', value: 'y', fieldKey: 'z' });
		expect(status).toBe(422);
		expect(body.message).toEqual(['property fieldKey should not exist']);
		const changed = await values('PUT', `/${officeHours}`, { value: 'y' });
		expect(changed.status).toBe(422);
		expect(changed.body.message).toContain('name should not be empty');
	});

	test('when another value has the key', async () => {
		const { status, body } = await values('POST', '', { name: 'office hours', value: 'y' });
		expect(status).toBe(400);
		expect(body.message).toBe('Custom value with key {{ custom_values.office_hours }} already exists');
	});

	test.each([
		['POST', '', { name: 'x', value: 'y' }],
		['PUT', `/${officeHours}`, { name: 'x', value: 'y' }],
		['DELETE', `/${officeHours}`, undefined],
	])('that writes without the scope: %s', async (method, path, sent) => {
		expect((await values(method, path, sent, { token: DEMO.readOnlyToken })).status).toBe(401);
		expect(sandbox.state.customValues.get(officeHours)?.name).toBe('Office Hours');
	});

	test('that reads without the scope', async () => {
		const scopes = ['locations/customValues.write'];
		const { body } = await call(sandbox, 'POST', '/__sandbox/tokens', { scopes });
		const { token } = body;
		expect((await values('GET', '', undefined, { token })).status).toBe(401);
		expect((await values('GET', `/${officeHours}`, undefined, { token })).status).toBe(401);
	});

	test.each([
		['GET', undefined],
		['PUT', { name: 'x', value: 'y' }],
		['DELETE', undefined],
	])('for a value that the location does not have: %s', async (method, sent) => {
		const { status, body } = await values(method, '/nobody', sent);
		expect(status).toBe(400);
		expect(body.message).toBe('Custom value with id nobody not found');
		const foreign = {
			id: 'cvForeign',
			locationId: DEMO.otherLocationId,
			name: 'a',
			fieldKey: 'b',
			value: 'c',
		};
		sandbox.state.customValues.set(foreign.id, foreign);
		expect((await values(method, '/cvForeign', sent)).status).toBe(400);
		expect(sandbox.state.customValues.get('cvForeign')).toEqual(foreign);
	});

	test('in another location', async () => {
		const path = `/locations/${DEMO.otherLocationId}/customValues`;
		expect((await call(sandbox, 'GET', path)).status).toBe(403);
		expect((await call(sandbox, 'POST', path, { name: 'x', value: 'y' })).status).toBe(403);
	});
});
