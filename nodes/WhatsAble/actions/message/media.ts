import type { INodeProperties } from 'n8n-workflow';

import type { Params } from '../../../core/operation/params';
import { textOf } from '../../../core/values/texts';
import type { MediaKind } from '../../api/records/media';
import { mediaUrl, servedMediaUrl } from '../../api/records/media';
import { captionWithin } from './text';

const source: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: [
		{
			name: 'File of the Item',
			value: 'binary',
			description: 'Binary data that an earlier node has read; n8n must be reachable from outside over HTTPS',
		},
		{ name: 'URL', value: 'url', description: 'A public address from which WhatsApp fetches the file' },
	],
	default: 'url',
	description: 'Where WhatsApp gets the file',
};

const url: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/house.jpg',
	displayOptions: { show: { source: ['url'] } },
	description: 'Public HTTPS address of the file, without login and without redirects',
};

const binaryProperty: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryProperty',
	type: 'string',
	required: true,
	default: 'data',
	displayOptions: { show: { source: ['binary'] } },
	hint: 'The name of the input field with the file',
	description: 'WhatsApp fetches the file from n8n, at an address that is good for a day',
};

/** Where the file of a message is. */
export const mediaFields: INodeProperties[] = [source, url, binaryProperty];

export const caption: INodeProperties = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	description: 'Text below the file, up to 1,024 characters',
};

/** Where a file is for WhatsApp to fetch, and its name where n8n knows it. */
export function mediaOf(params: Params, kind: MediaKind): { link: string; name?: string } {
	if (params.text('source') !== 'binary') return { link: mediaUrl(params.filled('url'), 'URL') };
	const label = params.label('binaryProperty');
	const file = params.servedFile(params.given('binaryProperty'), label);
	return { link: servedMediaUrl(file, kind, label), name: file.name };
}

export function captionOf(params: Params): { caption?: string } {
	const given = textOf(params.collection('additionalFields').caption, 'Caption');
	return given === '' ? {} : { caption: captionWithin(given) };
}
