import { call, DEMO, start, type Sent, type Verb, type WiseAgentSandbox } from './support';

let sandbox: WiseAgentSandbox;
beforeAll(async () => {
	sandbox = await start({ empty: false });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const answer = async (verb: Verb, requestType: string, sent: Sent = {}) =>
	(await call(sandbox, verb, requestType, sent)).body;
const firstContact = () => [...sandbox.state.contacts.keys()][0] ?? '';

describe('the account', () => {
	it.each(['getUser', 'user'])('tells who it is of by %s, in a list of one', async (requestType) => {
		expect(await answer('GET', requestType)).toEqual([
			{ First: 'Dana', Last: 'Whitfield', Email: 'dana@saguarohomes.example' },
		]);
	});

	it('has a team of three with numbers, and people outside with addresses only', async () => {
		const team = await answer('GET', 'getTeam');
		expect(team.map(({ InsideTeamId }: { InsideTeamId: number }) => InsideTeamId)).toEqual([1, 98, 112]);
		expect(Object.keys(team[0])).toEqual(['InsideTeamId', 'Name', 'Phone', 'Cell', 'Email', 'JobTitle']);
		sandbox.configure({ rawControlCharacters: false });
		const outside = await answer('GET', 'getOutsideTeam');
		sandbox.configure({ rawControlCharacters: true });
		expect(outside.map(({ Email }: { Email: string }) => Email)).toEqual(Object.values(DEMO.outsideTeam));
		expect(Object.keys(outside[0]).sort()).toEqual(['Cell', 'Email', 'Phone', 'TeamMember']);
	});

	it('has pipelines and sources, each with letters of its own for the id', async () => {
		expect(await answer('GET', 'getPipelines')).toEqual([
			{ id: 1, name: 'Buyers' },
			{ id: 2, name: 'Listings' },
		]);
		expect((await answer('GET', 'getSources'))[0]).toEqual({ ID: 231, Name: 'Zillow' });
	});
});

describe('marketing', () => {
	it('has programs with ids as text, to which contacts are added; unknown ones are passed over', async () => {
		const [program] = await answer('GET', 'getPrograms');
		expect(program).toEqual({ ProgramName: 'Web Auto Email Campaign', ProgramID: '234' });
		const sent = { programID: 234, clientids: `${firstContact()},1` };
		expect(await answer('POST', 'addClientsToMarketingProgram', sent)).toEqual([{ success: 'true' }]);
		expect(sandbox.state.programs.get('234')?.clientIds).toEqual([Number(firstContact())]);
		expect(await answer('POST', 'addClientsToMarketingProgram', { programID: 1 })).toEqual([
			{ success: 'false', message: 'programID was not found' },
		]);
	});

	it('has transactions, with flags as numbers and 1900 for one that is not over', async () => {
		const transactions = await answer('GET', 'getTransactionNames');
		expect(transactions).toMatchObject([
			{ CLDataID: 7301, deleted: 0, Completed: 0, CompletedDate: '1/1/1900' },
			{ CLDataID: 7302, deleted: 0, Completed: 1, CompletedDate: '6/28/2025 9:30:00 AM' },
		]);
		expect(await answer('GET', 'getTransactionNotes', { transactionID: 7301 })).toEqual({
			Notes: [{ NoteMemo: 'Inspection is booked.', NoteDate: '6/18/2025 9:30:00 AM' }],
		});
		expect(await answer('GET', 'getTransactionNotes', { transactionID: 1 })).toEqual({
			error: 'transactionID was not found',
		});
	});

	it('has content, whose text comes only with a single one', async () => {
		const all = await answer('GET', 'Content', { Category: 'buyer' });
		expect(all.data).toMatchObject([{ Id: '123' }, { Id: '124' }]);
		expect(all.data[0]).not.toHaveProperty('Html');
		const one = await answer('GET', 'Content', { ContentId: 123 });
		expect(one.data).toMatchObject([{ Id: '123', Html: '<h1>Before you look at houses</h1>' }]);
		const sent = { ContentId: 123, Name: 'Buyer 1', Html: '<p>New</p>' };
		expect(await answer('POST', 'content', sent)).toEqual([{ success: 'true', ContentId: 123 }]);
		expect(sandbox.state.contents.get('123')).toMatchObject({ Category: 'Buyer', Html: '<p>New</p>' });
	});

	it.each([
		[{ url: 'https://files.example/a.pdf' }, 'CLDataID or ClientID must be provided'],
		[{ CLDataID: 7301, url: 'a.pdf' }, 'url must be provided'],
		[{ CLDataID: 7301, url: 'https://files.example/a.exe' }, 'File type not allowed'],
	])('does not attach %j', async (sent, message) => {
		expect(await answer('POST', 'attachFile', sent)).toEqual({ status: 'error', data: { message } });
	});

	it('attaches a file to a contact or a transaction', async () => {
		const sent = { ClientID: firstContact(), url: 'https://files.example/a.pdf', Description: 'Offer' };
		expect(await answer('POST', 'attachFile', sent)).toEqual({
			status: 'success',
			data: { message: 'File(s) uploaded' },
		});
	});

	it('has the forms of the website', async () => {
		const forms = await answer('GET', 'captureForms');
		expect(forms).toHaveLength(2);
		expect(await answer('GET', 'captureForm', { formid: 1 })).toEqual(forms[0]);
		expect(await answer('GET', 'captureForm', { formid: 9 })).toEqual({ error: 'formid was not found' });
	});
});

describe('the calendar', () => {
	const june = { startDate: '06/01/2025 00:00', endDate: '2025-06-30 23:59' };

	it('tells the events of a span of Arizona time, a repeating one as many times as it is', async () => {
		const events = await answer('GET', 'getCalendar', june);
		expect(events.map(({ Subject }: { Subject: string }) => Subject)).toEqual([
			'Team meeting',
			'Team meeting',
			'Viewing',
			'Team meeting',
		]);
		expect(events[2]).toEqual({
			PlannerID: 269_402,
			Subject: 'Viewing',
			Memo: null,
			StartDate: '6/11/2025 1:00:00 PM',
			EndDate: '6/11/2025 2:00:00 PM',
			AllDayEvent: false,
			Completed: false,
			EventColor: '',
			EventIcon: '',
			location: '',
			InsideTeamID: 0,
			Attendees: expect.stringMatching(/^C\d+,C\d+$/),
		});
		const morning = { startDate: '2025-06-02 10:01', endDate: '2025-06-02 23:59' };
		expect(await answer('GET', 'getCalendar', morning)).toEqual([]);
	});

	it.each([
		[{ startDate: '2025-06-01 00:00' }, 'Missing endDate'],
		[{ startDate: 'June', endDate: '2025-06-30 00:00' }, 'Invalid startDate'],
	])('is refused for %j', async (span, error) => {
		expect(await answer('GET', 'getCalendar', span)).toEqual({ error });
	});

	it('takes an event in pieces: date, time of twelve hours, half of the day', async () => {
		const sent = {
			eventName: 'Closing',
			eventStartDate: '2025-06-20',
			eventStartTime: '02:30',
			eventAMPM: 'PM',
			eventEndDate: '2025-06-20',
			eventEndTime: '03:00',
			eventEndAMPM: 'PM',
		};
		expect(await answer('POST', 'addPlannerEvent', sent)).toEqual([{ success: 'true' }]);
		await answer('POST', 'addPlannerEvent', { eventName: 'Holiday', eventStartDate: '2025-06-21' });
		const events = await answer('GET', 'getCalendar', june);
		expect(events.slice(-2)).toMatchObject([
			{ Subject: 'Closing', StartDate: '6/20/2025 2:30:00 PM', EndDate: '6/20/2025 3:00:00 PM' },
			{ Subject: 'Holiday', StartDate: '6/21/2025 12:00:00 AM', AllDayEvent: true },
		]);
	});

	it.each([
		[{ eventStartDate: '2025-06-20' }, 'Missing eventName'],
		[{ eventName: 'x', eventStartDate: '06/20/2025' }, 'Invalid eventStartDate'],
		[{ eventName: 'x', eventStartDate: '2025-06-20', eventEndDate: '2025-06-19' }, 'Invalid eventEndDate'],
	])('does not take %j', async (sent, message) => {
		expect(await answer('POST', 'addPlannerEvent', sent)).toEqual([{ success: 'false', message }]);
	});
});

describe('properties', () => {
	it('have their id and most numbers as text, and are no list where one is asked for', async () => {
		const property = await answer('GET', 'getProperty', { propertyID: 12_434 });
		expect(property).toMatchObject({
			PropertyID: '12434',
			StreetNum: '13400',
			Street: 'E Shea Blvd',
			primaryPhoto: '',
			Details: { ListingPrice: 515_000, LastSalePrice: 0, NumBedrooms: '3', AgentID: '0', Garage: '' },
		});
		expect(Object.keys(property.Details)).toHaveLength(45);
	});

	it.each([{ MLS: '6700102' }, { StreetNum: '1205', Street: 'w ocotillo dr' }])(
		'are found by %j',
		async (address) => {
			expect(await answer('GET', 'getProperty', address)).toMatchObject({ PropertyID: '12435' });
		},
	);

	it.each([
		[{ propertyID: 1 }, 'Property ID 1 Does not exist'],
		[{ MLS: '0' }, 'Property Does not exist'],
		[{}, 'propertyID or an address must be provided'],
	])('are not found by %j', async (asked, message) => {
		expect(await answer('GET', 'getProperty', asked)).toEqual({ status: 'error', data: { message } });
	});

	it('come fifty at a time even when no page is asked for, latest first, archived ones apart', async () => {
		for (let index = 0; index < 60; index++) {
			await answer('POST', 'addProperty', { AddressNum: index, Address: 'New Street' });
		}
		const idsOf = async (sent: Sent) =>
			(await answer('GET', 'getProperties', sent)).map(({ PropertyID }: { PropertyID: string }) =>
				Number(PropertyID),
			) as number[];
		const first = await idsOf({});
		expect(first).toHaveLength(50);
		expect(first[0]).toBe(Math.max(...first));
		expect(await idsOf({ page: 2 })).toHaveLength(13);
		expect(await idsOf({ showArchived: 'true' })).toEqual([12_437]);
	});

	it('are sent under other names than they are answered under', async () => {
		const sent = {
			AddressNum: '9',
			Address: 'Main St',
			AddressSuit: '2',
			Zip: '85201',
			PoBox: '7',
			TourUrl: 'https://tour.example',
			ListingPrice: '400000',
			imageURLS_CSV: 'https://a.example/1.jpg,https://a.example/2.jpg',
		};
		const { data } = await answer('POST', 'addProperty', sent);
		expect(data).toEqual({ propertyId: '12438' });
		expect(await answer('GET', 'getProperty', { propertyID: data.propertyId })).toMatchObject({
			StreetNum: '9',
			Street: 'Main St',
			Suite: '2',
			PostalCode: '85201',
			POBox: '7',
			WebLink: 'https://tour.example',
			primaryPhoto: 'https://a.example/1.jpg',
			Details: { ListingPrice: 400_000 },
		});
		expect(await answer('POST', 'addProperty', { Address: 'Main St' })).toEqual({
			status: 'error',
			data: { message: 'Address and AddressNum must be provided' },
		});
	});

	it('change in what is sent only, get pictures and people, and are deleted', async () => {
		const propertyID = 12_434;
		const update = { propertyID, City: 'Mesa', Garage: '2', Archive: 'true' };
		expect(await answer('PUT', 'updateProperty', update)).toEqual({
			status: 'success',
			data: { propertyId: '12434' },
		});
		await answer('POST', 'addPropertyPhoto', { propertyID, imageURLS_CSV: 'https://a.example/1.jpg' });
		const connect = { propertyID, ClientID: firstContact(), ClientRelation: 'Buyer' };
		await answer('POST', 'addPropertyConnection', connect);
		expect(sandbox.state.properties.get('12434')).toMatchObject({
			Street: 'E Shea Blvd',
			City: 'Mesa',
			archived: true,
			details: { Garage: '2', NumBedrooms: '3' },
			photos: ['https://a.example/1.jpg'],
			connections: [{ ClientID: Number(firstContact()), ClientRelation: 'Buyer' }],
		});
		expect(await answer('DELETE', 'deleteProperty', { propertyID })).toEqual({ success: true });
		expect(await answer('DELETE', 'deleteProperty', { propertyID })).toEqual({
			error: 'propertyID was not found',
		});
	});

	it.each<[Verb, string, string]>([
		['PUT', 'updateProperty', 'Property not found'],
		['POST', 'addPropertyPhoto', 'Property Not Found.'],
		['POST', 'addPropertyConnection', 'Property Not Found.'],
	])('that are unknown are refused by %s %s', async (verb, requestType, message) => {
		expect(await answer(verb, requestType, { propertyID: 1 })).toEqual({
			status: 'error',
			data: { message },
		});
	});
});

describe('what a contact looks for', () => {
	it('is added under some names, changed and answered under others', async () => {
		const clientid = [...sandbox.state.contacts.keys()][1] ?? '';
		const added = { clientid, propInfo: 1, propInfoMinPrice: '100000', propInfoPropType: 'Residential' };
		await answer('POST', 'addPropertySearchCriteria', added);
		const { propertySearchCriteria } = await answer('GET', 'getPropertySearchCriteriaList', {
			clientID: clientid,
		});
		expect(propertySearchCriteria).toMatchObject([
			{ SearchID: '1235', minPrice: 100_000, propType: 'Residential', propCity: '', propBed: 0 },
		]);
		const changed = { searchID: 1235, minPrice: '200000', propCity: 'Mesa' };
		expect(await answer('PUT', 'updatePropertySearchCriteria', changed)).toEqual({ success: true });
		expect(await answer('GET', 'getPropertySearchCriteria', { SearchID: 1235 })).toMatchObject({
			minPrice: 200_000,
			propCity: 'Mesa',
			propType: 'Residential',
		});
	});

	it('that is unknown is an empty object or list when read, and an error when changed', async () => {
		expect(await answer('GET', 'getPropertySearchCriteria', { SearchID: 1 })).toEqual({});
		expect(await answer('GET', 'getPropertySearchCriteriaList', { clientID: 1 })).toEqual({
			propertySearchCriteria: [],
		});
		expect(await answer('PUT', 'updatePropertySearchCriteria', { searchID: 1 })).toEqual({
			error: 'SearchID not found',
		});
		expect(await answer('POST', 'addPropertySearchCriteria', { clientid: 1, propInfo: 1 })).toEqual({
			error: 'ClientID not found',
		});
	});
});
