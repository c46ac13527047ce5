import type { INodeProperties } from 'n8n-workflow';
import type { components } from '../../../../contract/types/chat';
import { fileFields, fileFrom } from '../../fields/file';
import { InputError, type ItemParameters } from '../../fields/itemParameters';
import { outputFields } from '../../fields/output';
import { recipientFields } from '../../fields/recipient';
import type { Api } from '../../transport/api';
import type { ApiRequest } from '../../transport/contract';
import { documentTypeOf, idOrUrlOf } from '../file/storeFile';
import type { JobOperation } from '../operation';
import { following, sendStatus } from './delivery';
import { freeMessageFrom, freeMessageOptions, sendShortForm } from './freeMessage';

type Schemas = components['schemas'];

/** The first part of the MIME types that a message takes; a document takes all. */
type MediaKind = 'audio' | 'image' | 'video' | 'document';

type Face = Pick<JobOperation, 'name' | 'value' | 'action' | 'description'>;

const captionField: INodeProperties = {
	displayName: 'Caption',
	name: 'text',
	type: 'string',
	default: '',
	placeholder: 'e.g. Segue a proposta 118',
	description: 'Text below the file, on channels that show one',
};

/** A message of a file with a caption. */
export function captioned(
	face: Face,
	kind: MediaKind,
	request: (body: Schemas['SendMediaRequest']) => ApiRequest<Schemas['SendResult']>,
): JobOperation {
	return {
		...face,
		shortForm: sendShortForm,
		fields: [...recipientFields, ...fileFields, captionField, ...outputFields, freeMessageOptions],
		prepare(parameters) {
			const message = { ...freeMessageFrom(parameters), text: parameters.text('text') };
			const media = mediaFrom(parameters, kind);
			return following(parameters, sendStatus, async (api) => {
				const fileIdOrUrl = await media(api);
				return await api.send(request({ ...message, fileIdOrUrl }));
			});
		},
	};
}

/**
 * Checks the file of a message, and gives what will name it to the API.
 *
 * @throws InputError when the item carries a file of another kind
 */
export function mediaFrom(
	parameters: ItemParameters,
	kind: MediaKind,
): (api: Api) => Promise<string> {
	const file = fileFrom(parameters);
	if ('bytes' in file && kind !== 'document' && !file.bytes.mimeType.startsWith(`${kind}/`)) {
		throw new InputError(
			`The file that the item carries is no ${kind}`,
			`"${file.bytes.name}" is of the type ${file.bytes.mimeType}. 'Send Document' takes files of every type.`,
		);
	}
	return async (api) =>
		await idOrUrlOf(api, file, kind === 'document' ? documentTypeOf : undefined);
}
