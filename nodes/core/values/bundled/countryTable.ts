/**
 * The countries of ISO 3166-1 with their codes and English names, as i18n-iso-countries lists them. The build bundles
 * that list into this module, and this module alone imports it.
 */
import { ownValue } from '../ownValue';
import codes from 'i18n-iso-countries/codes.json';
import english from 'i18n-iso-countries/langs/en.json';

export interface ListedCountry {
	/** Two capitals. */
	alpha2: string;
	/** Three capitals. */
	alpha3: string;
	/** In English, the usual one first. */
	names: string[];
}

const NAMES: Record<string, string | string[]> = english.countries;

export const COUNTRIES: ListedCountry[] = codes.map(([alpha2 = '', alpha3 = '']) => ({
	alpha2,
	alpha3,
	names: [ownValue(NAMES, alpha2) ?? []].flat(),
}));
