import { DEMO } from './demo';
import { customValueKey } from '../state/keys';
import type { TemplateRecord } from '../resources/templates';
import type { SandboxState } from '../state/state';

const { locationId } = DEMO;
const SET_UP_AT = '2026-01-12T15:04:05.000Z';

/** Adds what the demo location has set up for itself: a business, custom values, pipelines with
 * lost reasons, templates of messages and emails. */
export function seedSetup(state: SandboxState): void {
	state.add('businesses', {
		id: DEMO.businesses.northPier,
		locationId,
		name: 'North Pier Holdings',
		phone: '+12125550177',
		email: 'desk@northpier.example',
		website: 'https://northpier.example',
		address: '1 Pier Road',
		city: 'New York',
		state: 'NY',
		postalCode: '10004',
		country: 'US',
		description: 'Buys and lets small office buildings',
		createdAt: SET_UP_AT,
		updatedAt: SET_UP_AT,
	});
	addCustomValue(state, DEMO.customValues.officeHours, 'Office Hours', 'Mon-Fri 9-17');
	addCustomValue(state, DEMO.customValues.bookingLink, 'Booking Link', 'https://harborview.example/book');
	addPipelines(state);
	addLostReason(state, DEMO.lostReasons.price, 'Price too high');
	addLostReason(state, DEMO.lostReasons.otherAgent, 'Went with another agent');
	addEmailTemplates(state);
	for (const template of templates()) state.templates.set(template.id, template);
}

function addCustomValue(state: SandboxState, id: string, name: string, value: string): void {
	const fieldKey = customValueKey(name);
	state.customValues.set(id, { id, locationId, name, fieldKey, value });
}

function addPipelines(state: SandboxState): void {
	const { inquiry, viewing, offer } = DEMO.pipelineStages;
	addPipeline(state, DEMO.pipelines.buyers, 'Buyers', [
		[inquiry, 'Inquiry'],
		[viewing, 'Viewing'],
		[offer, 'Offer'],
	]);
	const { valuation, listed, underOffer, sold } = DEMO.sellerStages;
	addPipeline(state, DEMO.pipelines.sellers, 'Sellers', [
		[valuation, 'Valuation'],
		[listed, 'Listed'],
		[underOffer, 'Under offer'],
		[sold, 'Sold'],
	]);
}

function addPipeline(
	state: SandboxState,
	id: string,
	name: string,
	stages: ReadonlyArray<[id: string, name: string]>,
): void {
	const shown = { showInFunnel: true, showInPieChart: true };
	state.add('pipelines', {
		id,
		locationId,
		name,
		stages: stages.map(([stageId, stageName], position) => ({
			id: stageId,
			name: stageName,
			position,
			...shown,
		})),
		...shown,
		useOpportunityProbability: false,
		colorRenderMode: 'dot',
	});
}

function addLostReason(state: SandboxState, id: string, name: string): void {
	state.add('lostReasons', { id, locationId, name, createdAt: SET_UP_AT, updatedAt: SET_UP_AT });
}

/** One in a folder, and one beside it. */
function addEmailTemplates(state: SandboxState): void {
	const { newsletter, welcome, folder } = DEMO.emailTemplates;
	const times = { locationId, createdAt: SET_UP_AT, updatedAt: SET_UP_AT };
	const sender = { fromName: 'Harborview Realty', fromEmail: 'office@harborview.example' };
	state.add('emailTemplates', { ...times, id: folder, name: 'Campaigns', type: 'folder' });
	state.add('emailTemplates', {
		...times,
		...sender,
		id: newsletter,
		name: 'Spring newsletter',
		subject: 'Homes that bloom',
		previewText: 'Three new listings',
		parentFolderId: folder,
		updatedAt: '2026-03-02T09:00:00.000Z',
		content: '<html><body><p>Three new listings by the harbor</p></body></html>',
	});
	state.add('emailTemplates', {
		...times,
		...sender,
		id: welcome,
		name: 'Welcome',
		subject: 'Welcome to Harborview',
		editorType: 'text',
		content: 'Hi {{contact.first_name}}, welcome.',
	});
}

function templates(): TemplateRecord[] {
	const common = { locationId, deleted: false, dateAdded: SET_UP_AT };
	return [
		{
			...common,
			id: DEMO.templates.welcomeText,
			name: 'Welcome',
			type: 'sms',
			subject: null,
			content:
				'Hi {{contact.first_name}}, thanks for your interest. We are here {{ custom_values.office_hours }}.',
		},
		{
			...common,
			id: DEMO.templates.openHouseMail,
			name: 'Open house',
			type: 'email',
			subject: 'Our next open house',
			content: '<html><body><p>Book your visit: {{ custom_values.booking_link }}</p></body></html>',
		},
	];
}
