import type { Forms } from './form';

export const file: Forms = {
	upload: () => [
		{
			parameters: {
				binaryPropertyName: 'anexo',
				options: { fileName: 'proposta.pdf', fileType: 'DOCUMENT', mimeType: 'application/pdf' },
			},
			binary: {
				anexo: {
					data: Buffer.from('conteúdo').toString('base64'),
					fileName: 'arquivo.bin',
					mimeType: 'application/octet-stream',
				},
			},
		},
	],
};
