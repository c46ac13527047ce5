import type { components } from '../../../../contract/types/chat';
import { chosenFileOf, fileOfKind, type MediaKind } from '../../fields/file';
import { text } from '../../fields/kinds/text';
import { together } from '../../fields/kinds/together';
import { simplified } from '../../fields/output';
import { messageTarget } from '../../fields/recipient';
import { sendInTurn } from '../../operations/conditions';
import { waitForDelivery } from '../../fields/sendOptions';
import { following, sendStatus } from '../../operations/delivery';
import { jobOperation, type JobOperation } from '../../operations/operation';
import { onConditions, timedOut } from '../../operations/record';
import { documentTypeOf, idOrUrlOf } from '../../operations/storeFile';
import type { Api } from '../../transport/api';
import type { ApiRequest } from '../../transport/contract';
import { freeMessageOf, freeMessageOptions, sendShortForm } from './freeMessage';

type Schemas = components['schemas'];

type Face = Pick<JobOperation, 'name' | 'value' | 'action' | 'description'>;

/** The kinds of files below which a text can stand. */
type CaptionedKind = Exclude<MediaKind, 'audio'>;

const CAPTIONS: Record<CaptionedKind, string> = {
	image: 'Este é o modelo em azul',
	video: 'Veja como é fácil montar',
	document: 'Segue a proposta 118',
};

const captionOf = (kind: CaptionedKind) =>
	text({
		displayName: 'Caption',
		name: 'text',
		placeholder: `e.g. ${CAPTIONS[kind]}`,
		description: 'Text below the file, on channels that show it',
	});

/** A message of a file with a caption. */
export function captioned(
	face: Face,
	kind: CaptionedKind,
	request: (body: Schemas['SendMediaRequest']) => ApiRequest<Schemas['SendResult']>,
) {
	return jobOperation({
		...face,
		record: ['SendResult', timedOut, onConditions],
		fields: {
			target: messageTarget,
			media: mediaOf(kind),
			text: captionOf(kind),
			waitForDelivery,
			output: simplified(sendShortForm),
			options: freeMessageOptions,
		},
		prepare({ target, media, text: words, waitForDelivery: seconds, options }) {
			const message = { ...freeMessageOf(target, options), text: words };
			return following(seconds, sendStatus, async (api) => {
				const body = { ...message, fileIdOrUrl: await media(api) };
				return await sendInTurn(api, {
					target,
					campaign: options.campaign,
					conditions: options.conditions,
					send: async () => await api.send(request(body)),
				});
			});
		},
	});
}

/** The file of a message; what will name it to the API is known when the job runs. */
export function mediaOf(kind: MediaKind) {
	return together({ file: chosenFileOf(kind) }, ({ file }) => {
		const checked = fileOfKind(file, kind);
		return async (api: Api) =>
			await idOrUrlOf(api, checked, kind === 'document' ? documentTypeOf : undefined);
	});
}
