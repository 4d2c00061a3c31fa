import type { WiseAgentSandbox } from '../../../sandbox/wiseAgent';
import { DEMO } from '../../../sandbox/wiseAgent';
import { byId, fails, startWiseAgent, succeeds } from '../../support/wiseAgent';
import { store } from './contact/people';

let sandbox: WiseAgentSandbox;
beforeAll(async () => (sandbox = await startWiseAgent({ empty: false })));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const ALL = { returnAll: true };

test('categories are added once, counted and listed', async () => {
	const before = sandbox.state.categories.size;
	const created = await succeeds(sandbox, 'category.create', { parameters: { names: 'New Lead, Buyer' } });
	expect(created.map(({ catName }) => catName).sort()).toEqual(['Buyer', 'New Lead']);
	expect(sandbox.state.categories.size).toBe(before + 1);

	store(sandbox, { Categories: ['New Lead'] });
	const listed = await succeeds(sandbox, 'category.getAll', { parameters: ALL });
	expect(listed.find(({ name }) => name === 'New Lead')).toMatchObject({ clientCount: 1 });
	const parameters = { category: byId('New Lead') };
	expect(await succeeds(sandbox, 'category.count', { parameters })).toEqual([
		{ category: 'New Lead', count: 1 },
	]);
});

test('sources, team, pipelines, programs and the user are what the account has', async () => {
	const read = async (id: string, parameters: object = ALL) =>
		await succeeds(sandbox, id, { parameters: parameters as never });

	expect((await read('source.getAll')).map(({ Name }) => Name)).toEqual(
		expect.arrayContaining(Object.values(DEMO.sources)),
	);
	expect((await read('team.getAll')).map(({ InsideTeamId }) => InsideTeamId)).toEqual(
		Object.values(DEMO.team),
	);
	expect((await read('team.getAll', { ...ALL, team: 'outside' })).map(({ Email }) => Email)).toEqual(
		Object.values(DEMO.outsideTeam),
	);
	expect(await read('pipeline.getAll')).toEqual([...sandbox.state.pipelines.values()]);
	expect((await read('program.getAll')).map(({ ProgramName }) => ProgramName)).toEqual(
		[...sandbox.state.programs.values()].map(({ ProgramName }) => ProgramName),
	);
	expect(await read('user.get', {})).toEqual([DEMO.user]);
	expect(await read('source.getAll', { returnAll: false, limit: 2 })).toHaveLength(2);
});

test('a contact is enrolled in a program, and one that is not there is named', async () => {
	const [program] = [...sandbox.state.programs.values()];
	const id = store(sandbox, { CFirst: 'Ada' });
	const programID = byId(String(program?.ProgramID));
	await succeeds(sandbox, 'program.addContact', { parameters: { contactId: byId(id), programID } });
	expect(sandbox.state.programs.get(String(program?.ProgramID))?.clientIds).toContain(Number(id));

	const { message } = await fails(sandbox, 'program.addContact', {
		parameters: { contactId: byId('4711'), programID },
	});
	expect(message).toBe('Contact 4711 was not found');
});

test('vendors are found by all filters together, and read by their id with or without its V', async () => {
	const vendors = [...sandbox.state.vendors.values()];
	const [first] = vendors;
	if (!first) throw new Error('The demo account has no vendors');
	const find = async (filters: object) =>
		(await succeeds(sandbox, 'vendor.getAll', { parameters: { ...ALL, filters: filters as never } })).map(
			({ VendorID }) => VendorID,
		);

	expect(await find({})).toEqual(vendors.map(({ VendorID }) => VendorID));
	expect(await find({ email: first.Email, nameQuery: first.Company.slice(1, 5) })).toEqual([first.VendorID]);
	expect(await find({ email: first.Email, nameQuery: 'somebody else' })).toEqual([]);
	expect(await find({ types: first.Type, phone: first.ContactPhone || first.Phone })).toEqual([
		first.VendorID,
	]);
	for (const vendorId of [first.VendorID, first.VendorID.slice(1)]) {
		const [vendor] = await succeeds(sandbox, 'vendor.get', { parameters: { vendorId } });
		expect(vendor).toMatchObject({ VendorID: first.VendorID, Company: first.Company });
	}
});
