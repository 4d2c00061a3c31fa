// Files to send without having any at hand.

/** A drawn house, as base64 of a JPEG. */
function samplePhoto() {
	const canvas = document.createElement('canvas');
	canvas.width = 640;
	canvas.height = 420;
	const pen = canvas.getContext('2d');
	const sky = pen.createLinearGradient(0, 0, 0, 420);
	sky.addColorStop(0, '#8ec5e8');
	sky.addColorStop(1, '#f6e7c8');
	pen.fillStyle = sky;
	pen.fillRect(0, 0, 640, 420);
	const shape = (color, ...points) => {
		pen.fillStyle = color;
		pen.beginPath();
		for (const [x, y] of points) pen.lineTo(x, y);
		pen.fill();
	};
	shape('#6f9d5c', [0, 330], [640, 300], [640, 420], [0, 420]);
	shape('#f3efe6', [190, 190], [450, 190], [450, 345], [190, 345]);
	shape('#9c4a3c', [160, 195], [320, 90], [480, 195]);
	shape('#5a6f86', [295, 255], [345, 255], [345, 345], [295, 345]);
	for (const x of [215, 375]) shape('#bcd9ea', [x, 220], [x + 50, 220], [x + 50, 265], [x, 265]);
	pen.fillStyle = '#f4c95d';
	pen.beginPath();
	pen.arc(540, 90, 38, 0, 2 * Math.PI);
	pen.fill();
	return canvas.toDataURL('image/jpeg', 0.85).split(',')[1];
}

/** One line of text as a PDF, as base64. */
function sampleDocument() {
	const content = 'BT /F1 24 Tf 72 700 Td (Signed offer, 12 Pier Street) Tj ET';
	const objects = [
		'<</Type/Catalog/Pages 2 0 R>>',
		'<</Type/Pages/Kids[3 0 R]/Count 1>>',
		'<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
		`<</Length ${content.length}>>stream\n${content}\nendstream`,
		'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
	];
	let text = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const offset = text.length;
		text += `${index + 1} 0 obj${object}endobj\n`;
		return offset;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	text += `xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
	return btoa(text);
}

const SAMPLES = {
	photo: () => ({
		type: 'image',
		file: { name: 'house.jpg', mimeType: 'image/jpeg', contentBase64: samplePhoto() },
	}),
	document: () => ({
		type: 'document',
		file: { name: 'signed-offer.pdf', mimeType: 'application/pdf', contentBase64: sampleDocument() },
	}),
	// Nobody listens to it: what counts is that it is a voice message, with the words that are typed.
	voice: () => ({
		type: 'audio',
		file: { name: 'voice.ogg', mimeType: 'audio/ogg', contentBase64: btoa('OggS') },
	}),
	location: () => ({
		type: 'location',
		location: { latitude: 40.7033, longitude: -74.017, name: 'Pier Street, New York' },
	}),
};

/** A file of the person's, with the kind that WhatsApp would send it as. */
async function ownFile(file) {
	const bytes = new Uint8Array(await file.arrayBuffer());
	let binary = '';
	for (let at = 0; at < bytes.length; at += 32_768) {
		binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
	}
	const [kind] = file.type.split('/');
	return {
		type: ['image', 'video', 'audio'].includes(kind) ? kind : 'document',
		file: {
			name: file.name,
			mimeType: file.type || 'application/octet-stream',
			contentBase64: btoa(binary),
		},
	};
}
