import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import type { CallOptions } from './support';
import { call, DEMO, locationId, start } from './support';

let sandbox: HighLevelSandbox;
beforeAll(async () => {
	sandbox = await start();
});
afterAll(() => sandbox.close());

const pipelines = (query: string, options?: CallOptions) =>
	call(sandbox, 'GET', `/opportunities/pipelines${query}`, undefined, options);

test('are listed with their stages in order', async () => {
	const { status, body } = await pipelines(`?locationId=${locationId}`, { token: DEMO.readOnlyToken });
	expect(status).toBe(200);
	const shown = { showInFunnel: true, showInPieChart: true };
	const { inquiry, viewing, offer } = DEMO.pipelineStages;
	expect(body.pipelines).toEqual([
		{
			id: DEMO.pipelines.buyers,
			locationId,
			name: 'Buyers',
			stages: [
				{ id: inquiry, name: 'Inquiry', position: 0, ...shown },
				{ id: viewing, name: 'Viewing', position: 1, ...shown },
				{ id: offer, name: 'Offer', position: 2, ...shown },
			],
			...shown,
			colorRenderMode: 'dot',
		},
		expect.objectContaining({ id: DEMO.pipelines.sellers, name: 'Sellers' }),
	]);
	const positions = body.pipelines[1].stages.map(({ id, position }: { id: string; position: number }) => [
		id,
		position,
	]);
	expect(positions).toEqual(Object.values(DEMO.sellerStages).map((id, position) => [id, position]));
});

test('tell under v3 whether stages have probabilities', async () => {
	const { body } = await pipelines(`?locationId=${locationId}`, { version: 'v3' });
	expect(body.pipelines[0].useOpportunityProbability).toBe(false);
});

test('are those of the location', async () => {
	const token = DEMO.otherLocationToken;
	const { body } = await pipelines(`?locationId=${DEMO.otherLocationId}`, { token });
	expect(body.pipelines).toEqual([]);
});

test('are refused in another location, without one, with an unknown parameter, and without the scope', async () => {
	expect((await pipelines(`?locationId=${DEMO.otherLocationId}`)).status).toBe(403);
	expect((await pipelines('')).status).toBe(403);
	const unknown = await pipelines(`?locationId=${locationId}&location_id=${locationId}`);
	expect(unknown.status).toBe(422);
	expect(unknown.body.message).toEqual(['property location_id should not exist']);
	const { body } = await call(sandbox, 'POST', '/__sandbox/tokens', { scopes: ['contacts.readonly'] });
	expect((await pipelines(`?locationId=${locationId}`, { token: body.token })).status).toBe(401);
});
