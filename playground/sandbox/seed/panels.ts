import type { PanelRecord, StepRecord } from '../crm/records';
import { seedPanelCustomFields } from './customFields';
import { fixedId, fixedMoment } from './fixed';
import { departmentName } from './names';
import { COMPANY_ID } from './organization';

/** More than a panel has of any of its parts, so that their numbers never meet. */
const PARTS = 100;

interface Draft {
	title: string;
	key: string;
	type: PanelRecord['type'];
	scope: PanelRecord['scope'];
	/** Steps in the order in which they were made, with their places on the board. */
	steps: Array<[title: string, position: number]>;
	tags: string[];
	lostReasons: string[];
	withCustomFields: boolean;
}

const MAIN_PANELS: Draft[] = [
	{
		title: 'Vendas',
		key: 'VND',
		type: 'SALES',
		scope: 'COMPANY',
		steps: [
			['Novo lead', 1],
			['Proposta', 3],
			['Fechamento', 4],
			['Qualificação', 2],
		],
		tags: ['Prioridade', 'Indicação', 'Retorno'],
		lostReasons: ['Preço acima do orçamento', 'Escolheu outro fornecedor', 'Sem resposta'],
		withCustomFields: true,
	},
	{
		title: 'Implantação',
		key: 'IMP',
		type: 'MANAGEMENT',
		scope: 'DEPARTMENT',
		steps: [
			['A fazer', 1],
			['Em andamento', 2],
			['Concluído', 3],
		],
		tags: ['Urgente', 'Aguardando cliente'],
		lostReasons: [],
		withCustomFields: false,
	},
	{
		title: 'Minhas tarefas',
		key: 'TAR',
		type: 'MANAGEMENT',
		scope: 'USER',
		steps: [
			['Esta semana', 1],
			['Feito', 2],
		],
		tags: [],
		lostReasons: [],
		withCustomFields: false,
	},
];

/** The nth panel: the three main ones, then a sales panel for each branch. */
function draftOf(n: number): Draft {
	const main = MAIN_PANELS[n];
	if (main) return main;
	return { ...MAIN_PANELS[0]!, title: `Vendas ${departmentName(n)}`, key: `V${n}` };
}

function stamps(minute: number) {
	return {
		createdAt: fixedMoment(minute),
		updatedAt: fixedMoment(minute),
		companyId: COMPANY_ID,
	};
}

function seedStep(
	panel: number,
	index: number,
	[title, position]: Draft['steps'][number],
	count: number,
): StepRecord {
	return {
		id: fixedId('step', panel * PARTS + index),
		...stamps(panel),
		panelId: fixedId('panel', panel),
		archived: false,
		position,
		title,
		isInitial: position === 1,
		isFinal: position === count,
		fields: [
			{ key: 'title', type: 'DEFAULT_FIELD', position: 1, visible: true },
			{ key: 'cnpj', type: 'CUSTOM_FIELD', position: 2, visible: false },
		],
	};
}

function thumbnailOf(n: number): PanelRecord['thumbnailFile'] {
	const address = `https://cdn.example.com/painel-${n + 1}.png`;
	return {
		id: fixedId('thumbnail', n),
		companyId: COMPANY_ID,
		userId: fixedId('user', 0),
		name: `painel-${n + 1}.png`,
		extension: '.png',
		mimeType: 'image/png',
		type: 'IMAGE',
		publicUrl: address,
		publicUrlDownload: `${address}?download=1`,
		size: 20_480,
		isThumbnail: false,
		thumbnail: { id: fixedId('thumbnail', PARTS + n), publicUrl: `${address}?thumb=1` },
	};
}

/** The first panel has a picture; sales panels lose open cards after thirty days. */
export function seedPanel(n: number): PanelRecord {
	const { title, key, type, scope, steps, tags, lostReasons, withCustomFields } = draftOf(n);
	const id = fixedId('panel', n);
	return {
		id,
		...stamps(n),
		archived: false,
		scope,
		departmentIds: scope === 'DEPARTMENT' ? [fixedId('department', 2)] : [],
		userId: scope === 'USER' ? fixedId('user', 0) : null,
		title,
		description: n === 0 ? 'Funil principal' : null,
		thumbnailId: n === 0 ? fixedId('thumbnail', n) : null,
		thumbnailFile: n === 0 ? thumbnailOf(n) : null,
		key,
		type,
		autoLossDays: type === 'SALES' ? 30 : null,
		steps: steps.map((step, index) => seedStep(n, index, step, steps.length)),
		tags: tags.map((name, index) => ({
			id: fixedId('panelTag', n * PARTS + index),
			...stamps(n),
			panelId: id,
			name,
			nameColor: '#FFFFFF',
			bgColor: '#C0392B',
		})),
		customFields: withCustomFields ? seedPanelCustomFields(n) : [],
		lostReasons: lostReasons.map((description, index) => ({
			id: fixedId('lostReason', n * PARTS + index),
			...stamps(n + index),
			panelId: id,
			description,
		})),
	};
}
