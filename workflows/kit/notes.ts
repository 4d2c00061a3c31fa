import type { FlowNote } from './flow';

interface About {
	title: string;
	does: string;
	/** At most three things to set. */
	set: string[];
	cannot: string;
}

/** The notes of a flow for contacts: what it does above its lane, and a label for each of its bands. */
export function contactNotes({ title, does, set, cannot }: About): FlowNote[] {
	const steps = set.map((step, index) => `${index + 1}. ${step}`).join('\n');
	return [
		{
			text: `## ${title}\n${does}\n\n**Set up**\n${steps}\n\n**What it can't know**: ${cannot}`,
			from: [0, -2.9],
			to: [4, -2.1],
		},
		{ text: '### What starts it', from: [0, -0.5], to: [1.2, 3.2], color: 7 },
		{ text: '### Which field goes where', from: [2, -0.5], to: [10, 1.7], color: 4 },
		{ text: '### If something fails', from: [7, 3.1], to: [9, 3.6], color: 3 },
		{ text: '### Runs by itself when you publish', from: [0, 4.5], to: [3, 5.2], color: 7 },
	];
}
