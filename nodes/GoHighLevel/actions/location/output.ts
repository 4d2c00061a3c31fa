/** What a simplified location shows. */
export const SHOWN = [
	'id',
	'companyId',
	'name',
	'email',
	'phone',
	'address',
	'city',
	'state',
	'postalCode',
	'country',
	'website',
	'timezone',
] as const;
