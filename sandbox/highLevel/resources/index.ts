import type { DemoNameOf, Kept, RecordOf, Resource } from '../kit/resource';
import { emailMessages } from '../messages/emails';
import { appointmentNotes } from './appointmentNotes';
import { businesses } from './businesses';
import { campaigns } from './campaigns';
import { conversations } from './conversations';
import { customObjects } from './customObjects';
import { customValues } from './customValues';
import { emailTemplates } from './emailTemplates';
import { formSubmissions, forms } from './forms';
import { lostReasons } from './lostReasons';
import { messages } from './messages';
import { notes } from './notes';
import { objectRecords } from './objectRecords';
import { opportunities } from './opportunities';
import { pipelines } from './pipelines';
import { surveys, surveySubmissions } from './surveys';
import { tags } from './tags';
import { templates } from './templates';
import { workflows } from './workflows';

/** The kinds of record that are made by the kit, by the name of their map in the state. */
export const RESOURCES = {
	appointmentNotes,
	businesses,
	campaigns,
	conversations,
	customObjects,
	customValues,
	emailMessages,
	emailTemplates,
	formSubmissions,
	forms,
	lostReasons,
	messages,
	notes,
	objectRecords,
	opportunities,
	pipelines,
	surveys,
	surveySubmissions,
	tags,
	templates,
	workflows,
};

export type Resources = typeof RESOURCES;
/** Of what a resource holds. */
export type ResourceName = keyof Resources;
export type RecordNamed<Name extends ResourceName> = RecordOf<Resources[Name]>;
/** Ids of the records of the demo location, by resource and name. */
export type DemoIds = {
	readonly [Name in ResourceName]: { readonly [Record in DemoNameOf<Resources[Name]>]: string };
};

/** The same, where it does not matter of what kind they are. */
export const EVERY_RESOURCE = Object.entries(RESOURCES) as unknown as ReadonlyArray<
	[ResourceName, Resource<Kept, string>]
>;
