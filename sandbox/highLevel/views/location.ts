import type { LocationRecord } from '../state/records';

/** A location as GET /locations/{id} answers it. Source: official specifications, `GetLocationByIdSchema`. */
export function locationView(location: Readonly<LocationRecord>): object {
	const { name, address, city, state, country, postalCode, website, timezone } = location;
	return {
		...common(location),
		companyId: location.companyId,
		business: { name, address, city, state, country, postalCode, website, timezone },
	};
}

/** A location as POST /locations/ answers it. Source: official specifications, `CreateLocationSuccessfulResponseDto`. */
export function createdLocationView(location: Readonly<LocationRecord>): object {
	return { ...common(location), companyId: location.companyId };
}

/** A location as GET /locations/search answers it. Source: official specifications, `GetLocationSchema`. */
export function foundLocationView(location: Readonly<LocationRecord>): object {
	return common(location);
}

function common(location: Readonly<LocationRecord>): object {
	const {
		allowDuplicateContact,
		allowDuplicateOpportunity = false,
		id,
		name,
		phone,
		email,
		address,
		city,
		state,
	} = location;
	const { country, postalCode, website, timezone, settings, social = {} } = location;
	return {
		id,
		name,
		phone,
		email,
		address,
		city,
		state,
		country,
		postalCode,
		website,
		timezone,
		social,
		settings: {
			allowFacebookNameMerge: false,
			disableContactTimezone: false,
			...settings,
			allowDuplicateContact,
			allowDuplicateOpportunity,
		},
	};
}
