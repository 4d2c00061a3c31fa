import { DEMO } from '../demo';
import type { SandboxState } from '../state';

const at = (day: number, time = '16:30:00') => `2025-06-${String(day).padStart(2, '0')}T${time}.000Z`;

/** What happened with the demo's contacts, and what is to be done. */
export function seedActivities(state: SandboxState): void {
	const contacts = [...state.contacts.values()];
	const idOf = (index: number) => String(contacts[index]?.ClientID ?? 0);
	seedNotes(state, idOf);
	seedTasks(state, idOf);
	contacts.slice(0, 10).forEach(({ ClientID }, index) => {
		state.addCall({
			ClientId: String(ClientID),
			CallType: index % 3 === 0 ? 'Email' : 'Phone',
			Reason: index % 2 === 0 ? 'New lead' : 'Follow-up',
			FlagImportant: index === 0,
			InsideTeamId: index < 5 ? DEMO.team.dana : 0,
			nextContactAt: index === 3 ? null : at(10 + index, '17:00:00'),
			completedAt: index === 4 ? at(12) : null,
			addedAt: at(1 + index),
		});
	});
	seedVendors(state);
	seedPlanner(state, idOf);
	seedTransactions(state);
}

function seedNotes(state: SandboxState, idOf: (index: number) => string): void {
	const { buyer, seller } = DEMO.categories;
	const notes = [
		{ index: 0, Subject: 'First call', Note: 'Looks for a house with a pool.\r\nBudget:\t450,000' },
		{ index: 0, Subject: 'Viewing', Note: '<p>Liked the <b>kitchen</b>, not the street.</p>' },
		{ index: 0, Subject: 'Disclosure', Note: 'Signed and filed.', lockedAt: at(3) },
		{ index: 1, Subject: 'Listing', Note: 'Wants to sell "as is" by autumn.', Categories: [seller] },
		{ index: 2, Subject: '', Note: 'Form on the website: \\o/ please call' },
		{ index: 3, Subject: 'Family', Note: 'Both decide together.', Categories: [buyer, seller] },
	];
	notes.forEach(({ index, ...note }, position) => {
		state.addNote({ owner: idOf(index), Categories: [buyer], notedAt: at(1 + position), ...note });
	});
}

function seedTasks(state: SandboxState, idOf: (index: number) => string): void {
	const { dana, miguel, priya } = DEMO.team;
	const tasks = [
		{
			Description: 'Send listings',
			ContactID: idOf(0),
			dueOn: '2025-07-01',
			Priority: 3,
			InsideTeamId: miguel,
		},
		{
			Description: 'Order photos',
			ContactID: idOf(1),
			dueOn: '2025-07-02',
			Priority: 2,
			InsideTeamId: priya,
		},
		{ Description: 'Call back', ContactID: idOf(2), dueOn: '2025-06-20', completedAt: at(20) },
		{ Description: 'Renew license', dueOn: '2025-12-31', InsideTeamId: dana, EstimatedTime: 4 },
		{ Description: 'Tidy the contact list' },
		{ Description: 'Ask for a review', ContactID: idOf(5), Priority: 1, EstimatedTime: 1 },
	];
	tasks.forEach((task, index) => {
		state.addTask({ createdAt: at(5 + index), modifiedAt: at(5 + index, '18:03:36'), ...task });
	});
}

function seedVendors(state: SandboxState): void {
	const vendors = [
		{ Company: 'Cactus Home Inspections', ContactName: 'Rosa Lindt', Type: 'Home-Inspection' },
		{ Company: 'Desert Lending', ContactName: 'Sam Kowalski', Type: 'Mortgage' },
		{ Company: 'Mesa Title Agency', ContactName: 'Ada Voss', Type: 'Title' },
		{ Company: 'Ridgeline Realty', ContactName: 'Tom Begay', Type: 'Cooperating-Agent' },
	];
	vendors.forEach((vendor, index) => {
		const VendorID = `V${state.newId('vendor')}`;
		state.vendors.set(VendorID, {
			VendorID,
			AlternateContact: '',
			Address: `${210 + index} E Main St`,
			City: 'Mesa',
			State: 'AZ',
			Zip: '85201',
			Phone: `480555017${index}`,
			ContactPhone: `480-555-018${index}`,
			Fax: '',
			Email: `office${index + 1}@vendors.example`,
			Url: '',
			...vendor,
		});
		if (index === 0)
			state.addNote({ owner: VendorID, Subject: 'Rates', Note: 'New prices.', notedAt: at(2) });
	});
}

function seedPlanner(state: SandboxState, idOf: (index: number) => string): void {
	const add = (Subject: string, startsAt: string, minutes: number, Attendees = '') => {
		const PlannerID = state.newId('planner');
		state.plannerEvents.set(String(PlannerID), {
			PlannerID,
			Subject,
			Memo: null,
			startsAt,
			endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(),
			AllDayEvent: false,
			Completed: false,
			location: '',
			InsideTeamID: 0,
			Attendees,
		});
	};
	// A repeating event comes as one event a time.
	for (const day of [2, 9, 16]) add('Team meeting', at(day, '17:00:00'), 30);
	add('Viewing', at(11, '20:00:00'), 60, `C${idOf(0)},C${idOf(3)}`);
}

function seedTransactions(state: SandboxState): void {
	const names = ['1205 W Ocotillo Dr, purchase', '88 N Central Ave, listing'];
	names.forEach((CLName, index) => {
		const CLDataID = state.newId('transaction');
		state.transactions.set(String(CLDataID), {
			CLDataID,
			CLName,
			deleted: false,
			completedAt: index === 1 ? at(28) : null,
			notes: index === 0 ? [{ NoteMemo: 'Inspection is booked.', notedAt: at(18) }] : [],
		});
	});
}
