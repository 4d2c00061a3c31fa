import { emptyProperty } from '../emptyRecords';
import type { SandboxState } from '../state';

/** The homes that the demo's agent deals with. */
export function seedProperties(state: SandboxState): void {
	const [buyer, seller] = [...state.contacts.values()];
	const homes = [
		{ StreetNum: '13400', Street: 'E Shea Blvd', MLS: '6700101', price: '515000' },
		{ StreetNum: '1205', Street: 'W Ocotillo Dr', MLS: '6700102', price: '449900' },
		{ StreetNum: '88', Street: 'N Central Ave', MLS: '6700103', price: '389000' },
		{ StreetNum: '4021', Street: 'S Mill Ave', MLS: '', price: '' },
	];
	homes.forEach(({ price, ...home }, index) => {
		const PropertyID = state.newId('property');
		state.properties.set(String(PropertyID), {
			...emptyProperty(),
			...home,
			PropertyID,
			City: 'Phoenix',
			State: 'AZ',
			PostalCode: '85004',
			details: { ListingPrice: price, NumBedrooms: '3', DateListed: '05/12/2025' },
			archived: index === 3,
			connections: index === 1 && seller ? [{ ClientID: seller.ClientID, ClientRelation: 'Seller' }] : [],
			addedAt: `2025-05-${12 + index}T19:00:00.000Z`,
		});
	});
	if (!buyer) return;
	const SearchID = state.newId('search');
	state.searchCriteria.set(String(SearchID), {
		SearchID,
		ClientID: buyer.ClientID,
		propCity: 'Mesa',
		propZip: '85212',
		propType: 'Residential',
		propArea: '',
		propNotes: 'Pool\r\nNo busy street',
		minPrice: 300_000,
		maxPrice: 450_000,
		propBath: 2,
		propBed: 3,
		propRentOwn: 'own',
		propMoving: 3,
		propSqft: 0,
	});
}
