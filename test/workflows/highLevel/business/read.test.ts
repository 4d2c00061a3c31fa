import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { succeed } from '../../../support/odd/outcomes';

const { locationId } = DEMO;
const { northPier } = DEMO.businesses;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const addBusinesses = (count: number) =>
	Array.from({ length: count }, (_, index) => {
		return sandbox.state.add('businesses', { locationId, name: `Company ${index}` }).id;
	});
const pages = () => sandbox.requests.map(({ query: { limit, skip } }) => `${String(skip)}+${String(limit)}`);

test('Return All gives each of 251 businesses once, over several pages', async () => {
	const ids = [northPier, ...addBusinesses(250)];
	const businesses = await succeed(sandbox, 'business.getAll', { parameters: { returnAll: true } });

	expect(businesses.map(({ id }) => id)).toEqual(ids);
	expect(pages()).toEqual(['0+100', '100+100', '200+100']);
});

test.each([
	[1, ['0+1']],
	[100, ['0+100']],
	[130, ['0+100', '100+100']],
])('a limit of %i is kept, and reads no page more than it needs', async (limit, expected) => {
	addBusinesses(150);
	const businesses = await succeed(sandbox, 'business.getAll', { parameters: { limit } });

	expect(new Set(businesses.map(({ id }) => id)).size).toBe(limit);
	expect(pages()).toEqual(expected);
});

test('a location without businesses gives none', async () => {
	sandbox.state.businesses.delete(northPier);

	expect(await succeed(sandbox, 'business.getAll', { parameters: { returnAll: true } })).toEqual([]);
});

test.each(['get', 'getAll'])(
	'%s shows name and contact data, and everything when Simplify is off',
	async (name) => {
		const parameters = { businessId: byId(northPier), returnAll: true };
		const [simple] = await succeed(sandbox, `business.${name}`, { parameters });
		const [whole] = await succeed(sandbox, `business.${name}`, {
			parameters: { ...parameters, simplify: false },
		});

		expect(Object.keys(simple ?? {})).toEqual([
			'id',
			'name',
			'phone',
			'email',
			'website',
			'address',
			'city',
			'state',
			'postalCode',
			'country',
			'description',
		]);
		expect(whole).toMatchObject({ ...simple, locationId, createdAt: '2026-01-12T15:04:05.000Z' });
	},
);
