/** What a location has set up for itself; stored like the records of `records.ts`. */

/** A text that templates and pages insert by its key. */
export interface CustomValueRecord {
	id: string;
	locationId: string;
	name: string;
	/** `{{ custom_values.xxx }}` */
	fieldKey: string;
	value: string;
}

/** What opportunities move through. */
export interface PipelineRecord {
	id: string;
	locationId: string;
	name: string;
	stages: readonly PipelineStage[];
	showInFunnel: boolean;
	showInPieChart: boolean;
	/** Whether each stage has a probability of winning. */
	useOpportunityProbability: boolean;
	colorRenderMode: 'dot' | 'bg-tint' | 'none';
}

export interface PipelineStage {
	id: string;
	name: string;
	/** From 0. */
	position: number;
	showInFunnel: boolean;
	showInPieChart: boolean;
}

export interface TemplateRecord {
	id: string;
	locationId: string;
	name: string;
	type: 'sms' | 'email';
	/** Null for an SMS. */
	subject: string | null;
	/** Plain text of an SMS, HTML of an e-mail. */
	content: string;
	deleted: boolean;
	dateAdded: string;
}

/** An uploaded file. */
export interface FileRecord {
	id: string;
	locationId: string;
	/** Contact or custom field that it was uploaded for. */
	ownerId: string;
	/** As on the uploader's disk. */
	name: string;
	mimeType: string;
	/** Base64, so that a state file can hold it. */
	content: string;
}
