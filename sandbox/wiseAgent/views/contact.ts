import type { SandboxSettings } from '../options';
import type { ContactRecord, CustomDataRecord } from '../records';
import { usDate, usTime } from '../wire/arizona';
import { NestedJson } from '../wire/writeJson';

/** A contact as getContacts and getSingleContact answer it, in the order of the official example. What is a list comes
 * as text; what is no text has null where there is nothing. */
export function contactView(
	contact: Readonly<ContactRecord>,
	customData: ReadonlyArray<Readonly<CustomDataRecord>>,
	{ timeZone }: Pick<SandboxSettings, 'timeZone'>,
): object {
	const day = (date: string | null) => (date === null ? null : usDate(date));
	return {
		ClientID: contact.ClientID,
		CFirst: contact.CFirst,
		CLast: contact.CLast,
		Title: contact.Title,
		Categories: new NestedJson(contact.Categories.map((name) => ({ name }))),
		InsideTeamAssignment: new NestedJson(contact.InsideTeamIds.map((InsideTeamId) => ({ InsideTeamId }))),
		OutsideTeamAssignment: new NestedJson(contact.OutsideTeam),
		ContactUrl: `https://thewiseagent.com/secure/client/summary?clientId=${contact.ClientID}`,
		HomePhone: contact.HomePhone,
		MobilePhone: contact.MobilePhone,
		WorkPhone: contact.WorkPhone,
		SpouseFirst: contact.SpouseFirst,
		SpouseLast: contact.SpouseLast,
		CEmail: contact.CEmail,
		Company: contact.Company,
		AddressStreet: contact.AddressStreet,
		Source: contact.Source,
		AddressNumber: contact.AddressNumber,
		SuiteNo: contact.SuiteNo,
		County: contact.County,
		City: contact.City,
		State: contact.State,
		Zip: contact.Zip,
		POBox: contact.POBox,
		Country: contact.Country,
		Rank: contact.Rank,
		Status: contact.Status,
		DtUpdated: usTime(contact.updatedAt, timeZone),
		DateUpdatedUTC: usTime(contact.updatedAt, 'UTC'),
		DateAddedUTC: usTime(contact.addedAt, 'UTC'),
		LastContactDate: contact.lastContactAt === null ? null : usTime(contact.lastContactAt, timeZone),
		DateMet: day(contact.dateMet),
		Birthday: day(contact.birthday),
		Anniversary: day(contact.anniversary),
		HomeSaleAnniversary: day(contact.homeSaleAnniversary),
		CustomData: new NestedJson(customData.map(({ Key, Value }) => ({ Key, Value }))),
		Website: contact.Website,
		SpouseWebsite: contact.SpouseWebsite,
		PreferredPhone: contact.PreferredPhone,
		SpousePreferredPhone: contact.SpousePreferredPhone,
	};
}
