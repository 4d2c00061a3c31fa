import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { WhatsAble } from '../../../../nodes/WhatsAble/WhatsAble.node.ts';
import { WhatsAbleTrigger } from '../../../../nodes/WhatsAble/WhatsAbleTrigger.node.ts';

export const node = new WhatsAble();
export const trigger = new WhatsAbleTrigger();

/** All fields of a form, those in collections as well. */
export function fieldsOf({ properties }: INodeTypeDescription): INodeProperties[] {
	return properties.flatMap((field) =>
		field.type === 'collection' ? [field, ...((field.options ?? []) as INodeProperties[])] : [field],
	);
}

export const fields = [node, trigger].flatMap(({ description }) => fieldsOf(description));

/** The entries of a drop-down. */
export function choicesOf({ type, options = [] }: INodeProperties): INodePropertyOptions[] {
	return type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : [];
}
