import type { OpportunityRecord } from '../resources/opportunities';
import type { SandboxState } from '../state/state';
import { addContacts } from './contacts';
import { DEMO } from './demo';

const { locationId, pipelines, pipelineStages, sellerStages, lostReasons, users, opportunities: ids } = DEMO;
const DAY_MS = 86_400_000;

type Seeded = Partial<OpportunityRecord> & { id: string };

const buyer = (stage: keyof typeof pipelineStages, more: Seeded): Seeded => ({
	pipelineId: pipelines.buyers,
	pipelineStageId: pipelineStages[stage],
	source: 'open house',
	...more,
});
const seller = (stage: keyof typeof sellerStages, more: Seeded): Seeded => ({
	pipelineId: pipelines.sellers,
	pipelineStageId: sellerStages[stage],
	source: 'referral',
	...more,
});
const deal = (value: 'Purchase' | 'Sale') => [{ id: DEMO.customFields.dealType, value }];
const { amelia, ben, chloe } = users;

/** In both pipelines, of each status, with and without an owner and a value. */
const OPPORTUNITIES: readonly Seeded[] = [
	buyer('inquiry', { id: ids.harborLoft, name: 'Harbor loft', monetaryValue: 420_000 }),
	buyer('inquiry', { id: ids.pierCottage, name: 'Pier cottage', assignedTo: ben }),
	buyer('inquiry', { id: ids.gardenFlat, name: 'Garden flat', monetaryValue: 265_000, assignedTo: chloe }),
	buyer('viewing', {
		id: ids.mapleTownhouse,
		name: 'Maple Street townhouse',
		monetaryValue: 615_000,
		assignedTo: ben,
		customFields: deal('Purchase'),
	}),
	buyer('viewing', {
		id: ids.seaviewCondo,
		name: 'Seaview condo',
		monetaryValue: 380_000,
		followers: [amelia],
	}),
	buyer('offer', { id: ids.parkStudio, name: 'Park studio', monetaryValue: 198_500, assignedTo: chloe }),
	buyer('offer', {
		id: ids.hillsideHouse,
		name: 'Hillside house',
		monetaryValue: 890_000,
		assignedTo: ben,
		status: 'won',
		customFields: deal('Purchase'),
	}),
	buyer('viewing', {
		id: ids.oldMill,
		name: 'Old mill',
		monetaryValue: 540_000,
		assignedTo: amelia,
		status: 'lost',
		lostReasonId: lostReasons.price,
	}),
	seller('valuation', { id: ids.riversidePlot, name: 'Riverside plot', assignedTo: amelia }),
	seller('listed', {
		id: ids.cornerShop,
		name: 'Corner shop',
		monetaryValue: 350_000,
		assignedTo: amelia,
		customFields: deal('Sale'),
	}),
	seller('sold', { id: ids.westEndVilla, name: 'West End villa', monetaryValue: 1_250_000, status: 'won' }),
	seller('underOffer', {
		id: ids.lakeCabin,
		name: 'Lake cabin',
		monetaryValue: 175_000,
		status: 'abandoned',
	}),
];

/** Where opportunities begin. */
const FIRST_STAGES: readonly unknown[] = [pipelineStages.inquiry, sellerStages.valuation];

/** Gives each of the contacts one of the demo's opportunities. The first was added today, each next one two days before
 * it, and changed a day after. Its stage changed then if it is not the first, and its status if it is not open. */
function makeOpportunities(contactIds: readonly string[], nowMs: number): Seeded[] {
	return OPPORTUNITIES.map((opportunity, index) => {
		const addedMs = nowMs - index * 2 * DAY_MS - 1000;
		const createdAt = new Date(addedMs).toISOString();
		const updatedAt = new Date(Math.min(addedMs + DAY_MS, nowMs - 1000)).toISOString();
		const { pipelineStageId, status = 'open' } = opportunity;
		const times = {
			createdAt,
			updatedAt,
			lastStatusChangeAt: status === 'open' ? createdAt : updatedAt,
			lastStageChangeAt: FIRST_STAGES.includes(pipelineStageId) ? createdAt : updatedAt,
		};
		return { ...opportunity, ...times, locationId, contactId: contactIds[index] };
	});
}

/** Adds the demo's opportunities, or puts them back as they were, and contacts for them where there are too few. All of it
 * is in the past, so that searches see it at once, and no webhook tells of it. */
export function addOpportunities(state: SandboxState): Array<Readonly<OpportunityRecord>> {
	const missing = OPPORTUNITIES.length - state.contacts.inGroup(locationId).length;
	if (missing > 0) addContacts(state, missing);
	const contactIds = state.contacts.inGroup(locationId).map(({ id }) => id);
	return state.asHistory(() =>
		makeOpportunities(contactIds, Date.now()).map((fields) => state.add('opportunities', fields)),
	);
}
