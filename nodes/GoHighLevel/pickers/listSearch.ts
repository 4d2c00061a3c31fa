import * as locators from './locators';

type Searches<T> = { [Name in keyof T as Name extends `search${string}` ? Name : never]: T[Name] };

/** The lists of the locators, by the names that the locators have for them. */
export const listSearch = Object.fromEntries(
	Object.entries(locators).filter(([name]) => name.startsWith('search')),
) as Searches<typeof locators>;
